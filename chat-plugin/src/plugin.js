// One attached field: its text goes to the session, what comes back is drawn, and the gate is told.

import { Card } from './card.js';
import { Chip } from './chip.js';
import { Dock } from './dock.js';
import { fieldOf } from './field.js';
import { Gate } from './gate.js';
import { gestures } from './gestures.js';
import { Guard } from './guard.js';
import { texts } from './i18n.js';
import { identified, moved } from './marks.js';
import { Offline } from './offline.js';
import { Outbox } from './outbox.js';
import { Panel } from './panel.js';
import { inSentence } from './rewrite.js';
import { Session } from './session.js';
import { Shell } from './shell.js';
import { standing } from './standing.js';
import { Service, fetchTransport } from './transport.js';
import { Underlines } from './underlines.js';
import { watch } from './watch.js';

/** @import {Box, Finding, LintRequest, Mark, Report, ServiceState, Turn} from './types.js' */
/** @import {Resolved} from './options.js' */

/** As much of the talk as can bear on the next message. */
const MOST_TURNS = 50;

/** A pause in typing, after which a screen reader is told. */
const SAY_MS = 700;

export class Plugin {
  #options;
  #text;
  #end = new AbortController();
  #shell;
  #field;
  #session;
  #offline;
  #outbox;
  #underlines;
  #chip;
  #card;
  #dock;
  #panel;

  #draft = '';
  /** @type {Mark[]} */
  #marks = [];
  /** @type {Report|null} */
  #report = null;
  #problem = '';
  #composing = false;
  #held = false;
  #book = '';
  #saying = 0;
  #said = '';

  /** @param {HTMLElement} element @param {Resolved} options */
  constructor(element, options) {
    this.#options = options;
    this.#text = texts(options.language);
    this.#shell = new Shell({ element, ...options });
    try {
      this.#field = fieldOf(element, (own) => this.#shell.roomIn(own));
    } catch (fault) {
      this.#shell.remove();
      throw fault;
    }
    const { root } = this.#shell;
    const service = new Service({ transport: options.transport ?? fetchTransport(options.server), ...options });
    this.#offline = new Offline(service, options.server);
    this.#outbox = new Outbox(service);
    this.#session = new Session(service, {
      onState: (state) => this.#service(state),
      onReport: (report) => this.#reported(report),
      onProblem: (detail) => this.#refused(detail),
    });

    const doings = {
      use: (/** @type {Finding} */ finding, /** @type {string} */ reply) => this.#use(finding, reply),
      useAll: (/** @type {string} */ text) => this.#replace(0, this.#field.text.length, text),
      falseAlarm: (/** @type {Finding} */ finding, /** @type {string} */ note) => this.#falseAlarm(finding, note),
      missed: (/** @type {string} */ note) => this.#missed(note),
      leave: () => this.#field.element.focus(),
    };
    const frame = () => this.#frame();
    this.#underlines = new Underlines(root);
    this.#chip = new Chip(root, () => this.#list());
    this.#dock = new Dock(root, this.#text, frame, (reply) => this.#insert(reply));
    this.#card = new Card(root, this.#text, doings);
    this.#panel = new Panel(root, this.#text, options.policy, frame, doings);

    const { signal } = this.#end;
    watch(this.#field, {
      onText: () => this.#edited(),
      onLayout: () => this.#draw(),
      onComposing: (composing) => this.#compose(composing),
      drawn: () => this.#underlines.any || this.#card.open || this.#panel.open || this.#dock.open,
    }, signal);
    gestures(this.#field, {
      point: (x, y, pressed) => this.#point(x, y, pressed),
      leave: () => this.#card.away(),
      owns: (event) => this.#shell.holds(event),
      rewrite: () => this.#rewrite(),
      next: (back) => this.#next(back),
      escape: () => this.#escape(),
    }, signal);
    element.addEventListener('focus', () => this.#panel.close(), { signal });
    const gate = new Gate({
      field: this.#field, options, text: this.#text, session: this.#session, offline: this.#offline, outbox: this.#outbox,
      panel: this.#panel, dock: this.#dock,
      request: () => this.#request(),
      facts: () => this.#facts(),
      onHeld: (held) => this.#hold(held),
      onPassed: () => setTimeout(() => this.#edited()),
    });
    new Guard(this.#field, options, gate, signal);
    this.#session.connect();
    this.refresh();
  }

  get state() {
    return this.#session.state;
  }

  refresh() {
    this.#draft = this.#field.text;
    this.#check();
  }

  /** @returns {Promise<Report|null>} */
  check() {
    return this.#session.within(this.#request(), this.#options.policy.budgetMs);
  }

  detach() {
    this.#end.abort();
    clearTimeout(this.#saying);
    this.#session.close();
    this.#panel.close();
    this.#card.close();
    this.#dock.close();
    this.#field.release();
    this.#shell.remove();
  }

  // ---- from the text to the marks ----

  /** @returns {LintRequest} */
  #request() {
    return { draft: this.#field.text, conversation: this.#conversation(), shop: this.#options.shop };
  }

  /** @returns {Turn[]} */
  #conversation() {
    return this.#options.getConversation().slice(-MOST_TURNS);
  }

  #edited() {
    const draft = this.#field.text;
    if (!this.#composing && draft !== this.#draft) {
      const marks = moved(this.#marks, this.#draft, draft);
      this.#draft = draft;
      this.#problem = '';
      this.#panel.close();
      this.#mark(this.#away ? identified(marks, this.#offline.find(draft)) : marks);
      this.#check();
    }
  }

  #check() {
    if (this.#composing) {
      return;
    }
    const request = this.#request();
    if (request.draft.trim() === '' && (request.conversation ?? []).length === 0) {
      this.#session.cancel();
      this.#report = null;
      this.#mark([]);
    } else {
      this.#session.check(request);
    }
  }

  /** @param {Report} report */
  #reported(report) {
    if (this.#composing) {
      return; // it is asked for again when the composition ends
    }
    this.#report = report;
    this.#problem = '';
    if (report.phrasebook !== undefined && report.phrasebook !== this.#book) {
      this.#book = report.phrasebook;
      this.#offline.refresh(this.#book);
    }
    const [trap] = this.#dock.show(report.traps ?? []);
    if (trap !== undefined) {
      this.#shell.say(this.#text.trapFound(trap.title));
    }
    this.#mark(identified(this.#marks, report.findings));
  }

  /** @param {string} detail */
  #refused(detail) {
    this.#problem = detail;
    this.#report = null;
    this.#mark([]);
  }

  /** @param {ServiceState} state */
  #service(state) {
    if (state === 'ready') {
      this.#outbox.flush();
      if (this.#panel.decision?.action === 'hold') {
        this.#panel.close();
        this.#dock.tell(this.#text.recovered);
      }
      if (!this.#offline.able) {
        this.#offline.refresh();
      }
    }
    if (this.#away && !this.#composing) {
      this.#report = null;
      this.#mark(identified(this.#marks, this.#offline.find(this.#draft)));
    }
    this.#stand();
    this.#options.onState?.(state);
  }

  get #away() {
    return this.state !== 'ready' && this.state !== 'slow';
  }

  /** @param {boolean} composing */
  #compose(composing) {
    if (composing) {
      // What is being composed pushes aside what follows; nothing is drawn until it is done.
      const { start } = this.#field.selection;
      this.#mark(this.#marks.filter((mark) => mark.end <= start));
      this.#composing = true;
    } else {
      this.#composing = false;
      this.#edited();
      this.#check();
    }
  }

  // ---- drawing ----

  /** @param {Mark[]} marks */
  #mark(marks) {
    this.#marks = marks;
    this.#card.keep(marks);
    this.#draw();
    this.#stand();
    this.#announce();
  }

  #draw() {
    this.#underlines.draw(this.#field, this.#marks);
    this.#chip.place(this.#field.frame);
    this.#dock.place();
    this.#card.place();
    this.#panel.place();
  }

  #standing() {
    return standing(this.#text, {
      state: this.state, marks: this.#marks, empty: this.#draft.trim() === '', held: this.#held,
      report: this.#report, problem: this.#problem, able: this.#offline.able,
    });
  }

  #stand() {
    if (!this.#composing) {
      const { look, label, title, note } = this.#standing();
      this.#chip.show(look, label, [title, note].filter(Boolean).join(' '));
      this.#chip.place(this.#field.frame);
    }
  }

  /** @returns {Box|null} where the field can be seen */
  #frame() {
    const frame = this.#field.frame;
    return frame.width > 0 && frame.height > 0 ? frame : null;
  }

  #announce() {
    clearTimeout(this.#saying);
    this.#saying = Number(setTimeout(() => {
      const first = this.#marks[0];
      const words = first === undefined ? (this.#said === '' ? '' : this.#text.clean) : this.#text.found(first.title, this.#marks.length);
      if (words !== this.#said && words !== '') {
        this.#shell.say(words);
      }
      this.#said = first === undefined ? '' : words;
    }, SAY_MS));
  }

  /** @param {boolean} held */
  #hold(held) {
    this.#held = held;
    this.#stand();
  }

  // ---- what the agent does ----

  /** @param {number} x @param {number} y @param {boolean} pressed */
  #point(x, y, pressed) {
    const [mark] = this.#underlines.at(x, y);
    if (mark === undefined) {
      this.#card.away();
    } else if (pressed) {
      this.#open(mark, false);
    } else {
      this.#card.hover(mark, () => this.#underlines.boxOf(mark.id), this.#conversation());
    }
  }

  /** @param {Mark} mark @param {boolean} focus */
  #open(mark, focus) {
    this.#card.show(mark, () => this.#underlines.boxOf(mark.id), this.#conversation(), focus);
  }

  #list() {
    const { title, note } = this.#standing();
    const version = this.#book === '' ? '' : this.#text.book(this.#book);
    const rewritten = this.#marks.length > 0 ? this.#report?.rewritten : undefined;
    const full = [note, version].filter(Boolean).join(' ');
    this.#card.list({ title, note: full, marks: this.#marks, rewritten }, () => this.#chip.box, this.#conversation());
  }

  /** Shows the next finding after the caret, or the one before it. @param {boolean} back */
  #next(back) {
    const { start } = this.#field.selection;
    const row = [...this.#marks].sort((a, b) => (back ? b.start - a.start : a.start - b.start));
    const mark = row.find((one) => (back ? one.end < start : one.start > start)) ?? row[0];
    if (mark === undefined) {
      this.#list();
    } else {
      this.#field.select(mark.start, mark.start);
      this.#draw();
      this.#open(mark, true);
    }
    return true;
  }

  #escape() {
    const open = this.#card.open;
    this.#card.close();
    return open;
  }

  /** Uses what is suggested: a rewrite of the finding at the caret, of the whole reply, or the answer to a trap. */
  #rewrite() {
    const { start, end } = this.#field.selection;
    const at = this.#marks.find((mark) => mark.start <= end && start <= mark.end) ?? this.#marks[0];
    const whole = this.#report?.rewritten;
    const [answer] = this.#dock.traps.flatMap(({ reply }) => reply ?? []);
    if (this.#marks.length > 1 && whole !== undefined) {
      this.#replace(0, this.#field.text.length, whole);
    } else if (at !== undefined && at.rewrites.length > 0) {
      this.#use(at, at.rewrites[0]);
    } else if (this.#draft.trim() === '' && answer !== undefined) {
      this.#insert(answer);
    } else {
      return false;
    }
    return true;
  }

  /** @param {Finding} finding @param {string} reply */
  #use(finding, reply) {
    const now = this.#marks.find((mark) => mark.id === /** @type {Mark} */ (finding).id) ?? finding;
    const { start, end, text } = inSentence(this.#field.text, now, reply);
    this.#replace(start, end, text);
  }

  /** @param {string} reply */
  #insert(reply) {
    const { start, end } = this.#field.selection;
    this.#field.replace(start, end, reply);
    this.#edited();
  }

  /** @param {number} start @param {number} end @param {string} text */
  #replace(start, end, text) {
    this.#panel.close();
    this.#card.close();
    this.#field.replace(start, end, text);
    this.#shell.say(this.#text.rewrittenNow);
    this.#edited();
  }

  // ---- to the trainers ----

  /** What goes with every report: texts only if the shop says so. */
  #facts() {
    const { agent, policy } = this.#options;
    const texts = policy.storeTexts ? { draft: this.#field.text, conversation: this.#conversation() } : {};
    return { ...(agent && { agent }), ...(this.#book && { phrasebook: this.#book }), ...texts };
  }

  /** @param {Finding} finding @param {string} note */
  #falseAlarm({ rule, start, end }, note) {
    return this.#feedback({ kind: 'false-alarm', rule, start, end, ...(note && { note }), ...this.#facts() });
  }

  /** @param {string} note */
  #missed(note) {
    const { start, end } = this.#field.selection;
    return this.#feedback({ kind: 'missed', ...(start < end && { start, end }), ...(note && { note }), ...this.#facts() });
  }

  /** @param {object} entry @returns {Promise<string>} what to tell */
  async #feedback(entry) {
    const { fate, detail } = await this.#outbox.feedback(entry);
    const { thanks, feedbackFailed, notKept } = this.#text;
    return { stored: thanks, waiting: feedbackFailed, 'not-kept': notKept, refused: detail }[fate];
  }
}
