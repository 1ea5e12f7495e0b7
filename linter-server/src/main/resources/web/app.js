// Ties the page together: what is typed goes to the service, what it answers is drawn.

import { Chat } from './chat.js';
import { byId, element } from './dom.js';
import { DraftBox } from './draft-box.js';
import { ExplainPanel } from './explain.js';
import { FindingsPanel, maxPoints } from './findings.js';
import { language, text, translatePage } from './i18n.js';
import { LiveLinter } from './live-linter.js';
import { samples } from './samples.js';
import { TrapsBox } from './traps.js';

const DRAFT_LIMIT = 20_000; // UTF-16 code units, as the service counts

translatePage();
const chat = new Chat();
const box = new DraftBox(byId('draft'), byId('mirror'));
const panel = new FindingsPanel(useRewrite, (start, end) => box.select(start, end));
const traps = new TrapsBox(useRewrite);
const explain = new ExplainPanel();
const linter = new LiveLinter(language, { onService, onReport, onProblem });

let report = null; // on exactly what is in the box now, or null
let composing = false; // an input method is putting characters together, in either box
let beforeRewrite = null; // the draft a rewrite replaced, while it can be undone
let service = 'connecting';
let rules = null;

// ---- checking ----

/** The messages so far, with the one that is being written for the buyer. */
function conversation() {
  const words = byId('buyer').value.trim();
  return words === '' ? chat.conversation : [...chat.conversation, { role: 'buyer', text: words }];
}

/** What there is to check: a reply of blanks is none. */
function written() {
  return box.value.trim() === '' ? '' : box.value;
}

function changed() {
  const draft = box.value;
  report = null;
  box.edited();
  byId('count').textContent =
    draft.length > DRAFT_LIMIT / 2 ? text.countOf(draft.length, DRAFT_LIMIT) : text.count(draft.length);
  byId('send').disabled = draft.trim() === '';
  if (composing) {
    return;
  }
  const request = { draft: written(), conversation: conversation() };
  if (request.draft === '') {
    badge('idle');
    panel.showIdle();
    explain.hide();
    if (request.conversation.length === 0) {
      linter.cancel();
      traps.show([]);
    }
    announce(traps.topics.length === 0 ? '' : text.trapFound(traps.topics));
    if (request.conversation.length === 0) {
      return;
    }
  } else {
    badge('checking');
    if (service === 'ready') {
      panel.showChecking();
    }
  }
  linter.check(request);
}

function onReport(newest, request) {
  if (request.draft !== written()) {
    return; // typed on while composing: the next check answers
  }
  const asks = traps.show(newest.traps);
  if (request.draft === '') {
    if (asks) {
      announce(traps.topics.length === 0 ? '' : text.trapFound(traps.topics));
    }
    return;
  }
  report = newest;
  box.mark(report.findings);
  panel.showReport(report, request.conversation);
  explain.show(request);
  badge(report.complete ? report.verdict : 'unchecked');
  book(report.phrasebook);
  announce(`${byId('headline-title').textContent} ${byId('headline-note').textContent}`);
}

function onProblem(message) {
  traps.show([]);
  if (written() === '') {
    return;
  }
  box.mark([]);
  panel.showUnchecked(message);
  explain.hide();
  badge('unchecked');
  announce(message);
}

function onService(state, readiness) {
  service = state;
  byId('service').dataset.state = state;
  byId('service-text').textContent = text[state];
  if (readiness !== null) {
    rules = readiness.rules;
    book(readiness.phrasebook);
  }
  if (state !== 'ready' && box.value.trim() !== '') {
    report = null;
    box.mark([]);
    const note = state === 'starting' ? text.startingNote : text.unreachableNote;
    panel.showUnchecked(note);
    explain.hide();
    badge('unchecked');
    announce(note);
  }
}

function badge(verdict) {
  byId('badge').dataset.verdict = verdict;
  byId('badge').textContent = text.badge[verdict];
  byId('composer').dataset.verdict = verdict;
}

function book(version) {
  byId('book').textContent = text.book(version, rules);
}

function announce(words) {
  if (byId('announce').textContent !== words) {
    byId('announce').textContent = words;
  }
}

// ---- rewriting ----

function useRewrite(reply) {
  const before = box.value;
  box.replace(reply);
  beforeRewrite = before;
  byId('undo').hidden = false;
  announce(text.used);
}

function undoRewrite() {
  box.replace(beforeRewrite);
  endUndo();
  announce(text.undone);
}

function endUndo() {
  beforeRewrite = null;
  byId('undo').hidden = true;
}

// ---- sending ----

async function send() {
  const draft = box.value;
  if (draft.trim() === '' || composing) {
    return;
  }
  await linter.settled();
  if (box.value !== draft) {
    return; // typed on while the check was under way
  }
  const checked = report !== null && report.complete;
  const verdict = checked ? report.verdict : 'unchecked';
  if ((verdict === 'block' || verdict === 'unchecked') && !(await confirmed(checked))) {
    byId('draft').focus();
    return;
  }
  chat.agentSays(draft, verdict);
  linter.cancel();
  endUndo();
  box.clear();
  changed();
}

/** Asks whether to send after all; Escape and the first button mean no. */
function confirmed(checked) {
  byId('confirm-title').textContent = checked ? text.confirmTitle : text.confirmUncheckedTitle;
  byId('confirm-text').textContent = checked ? offences() : text.confirmUncheckedText;
  const dialog = byId('confirm');
  dialog.returnValue = 'back';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'send'), { once: true });
  });
}

function offences() {
  const titles = [...new Set(report.findings.map((finding) => finding.title))].join(language === 'en' ? ', ' : '、');
  const points = maxPoints(report.findings);
  return points === null ? text.confirmNoPoints(titles) : text.confirmPoints(points, titles);
}

// ---- events ----

const draft = byId('draft');
draft.addEventListener('input', () => {
  if (beforeRewrite !== null) {
    endUndo();
  }
  changed();
});
for (const field of [draft, byId('buyer')]) {
  field.addEventListener('compositionstart', () => {
    composing = true;
  });
  field.addEventListener('compositionend', () => {
    composing = false;
    changed();
  });
}
byId('buyer').addEventListener('input', changed);
draft.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    send();
  }
});
document.addEventListener('selectionchange', () => {
  if (document.activeElement === draft) {
    panel.showCaret(draft.selectionEnd);
  }
});
byId('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  send();
});
byId('buyer-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const words = byId('buyer').value.trim();
  if (words !== '') {
    chat.buyerSays(words);
    byId('buyer').value = '';
    changed();
  }
});
byId('clear').addEventListener('click', () => {
  chat.clear();
  changed();
});
byId('undo').addEventListener('click', undoRewrite);
byId('samples').append(
  ...samples.map((sample) => {
    const buyer = sample.buyer ? [element('span', { className: 'chip-buyer' }, text.sampleBuyer + sample.buyer)] : [];
    const chip = element('button', { type: 'button', className: 'chip' }, ...buyer, sample.draft);
    chip.addEventListener('click', () => {
      chat.clear();
      if (sample.buyer) {
        chat.buyerSays(sample.buyer);
      }
      box.replace(sample.draft);
    });
    return element('li', {}, chip);
  }),
);

changed();
linter.connect();
