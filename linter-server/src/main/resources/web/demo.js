// A shop's chat, buyer and agent side by side. It sends by handlers of its own, as any chat would, and knows the plugin
// only by its public interface: attach().

import { agent, asks, buyers, quick, shop } from './demo-shop.js';
import { language, text, translate } from './demo-texts.js';
import { byId, element } from './dom.js';
import { askForToken, token } from './token.js';

const ANSWER_MS = 900; // how long a buyer takes to read and to write
const CHINESE = { lang: 'zh-CN' };
const POLICY = { override: 'reason', warn: 'confirm', unavailable: 'open', storeTexts: 'false' };

const talks = buyers.map((buyer) => ({ ...buyer, turns: [], waiting: 0, asked: 0, draft: '' }));
let open = talks[0];
let attach = null; // the plugin's, once it is loaded
let plugin = null; // the handle on the agent's box
let told = null; // what the plugin said of the message that is about to be sent

// ---- what is said ----

function say(talk, role, words, result = null) {
  talk.turns.push({ role, text: words, at: new Date().toISOString(), result });
  talk.waiting = role === 'buyer' ? talk.waiting + 1 : 0;
  if (talk === open) {
    draw();
    plugin?.refresh();
  }
  drawPeople();
}

/** The buyer's next scripted line, after a moment. */
function next(talk) {
  const words = talk.script[talk.asked];
  if (words === undefined) {
    return;
  }
  talk.asked++;
  talk.typing = true;
  draw();
  setTimeout(() => {
    talk.typing = false;
    say(talk, 'buyer', words);
  }, ANSWER_MS);
}

function send() {
  const words = byId('reply').value.trim();
  if (words === '') {
    return;
  }
  byId('reply').value = '';
  byId('reply').dispatchEvent(new Event('input', { bubbles: true }));
  say(open, 'agent', words, told);
  told = null;
  next(open);
}

// ---- drawing ----

function bubble({ role, text: words, result }, mine) {
  const own = role === mine;
  return element(
    'li',
    { className: own ? 'turn own' : 'turn' },
    element('span', { className: `avatar ${role}`, ariaHidden: 'true' }, role === 'buyer' ? '买' : '客'),
    element('span', { className: 'sr' }, text[role]),
    element('p', { className: 'bubble', ...CHINESE }, words),
    ...(result && mine === 'agent' ? [element('span', { className: `tag ${mark(result)}` }, outcome(result))] : []),
  );
}

const mark = ({ checked, verdict }) => (checked ? verdict : 'unchecked');

function outcome(result) {
  const said = result.checked ? text.verdict[result.verdict] : text.unchecked;
  return result.overridden ? `${said} · ${text.overridden}` : said;
}

function drawTalk(list, mine) {
  const typing = open.typing && mine === 'agent' ? [element('li', { className: 'typing' }, text.typing)] : [];
  list.replaceChildren(...open.turns.map((turn) => bubble(turn, mine)), ...typing);
  list.scrollTop = list.scrollHeight;
}

function draw() {
  byId('bench-title').textContent = open.name;
  byId('phone-note').textContent = text.phoneNote(open.name);
  byId('waiting').textContent = open.waiting > 0 ? text.waiting : '';
  drawTalk(byId('phone-talk'), 'buyer');
  drawTalk(byId('talk'), 'agent');
  drawOrder(open.order);
}

function drawOrder({ picture, goods, price, facts }) {
  byId('order-picture').textContent = picture;
  byId('order-goods').textContent = goods;
  byId('order-price').textContent = price;
  byId('order-facts').replaceChildren(
    ...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
  );
}

function drawPeople() {
  byId('people').replaceChildren(
    ...talks.map((talk) => {
      const last = talk.turns.at(-1);
      const button = element(
        'button',
        { type: 'button', className: 'person', onclick: () => show(talk) },
        element('span', { className: 'avatar buyer', ariaHidden: 'true' }, '买'),
        element('span', { className: 'person-name', ...CHINESE }, talk.name),
        element('span', { className: 'person-last', ...CHINESE }, last ? last.text : ''),
        ...(talk.waiting > 0
          ? [element('span', { className: 'unread', ariaLabel: text.unread(talk.waiting), role: 'img' }, String(talk.waiting))]
          : []),
      );
      if (talk === open) {
        button.setAttribute('aria-current', 'true');
      }
      return element('li', {}, button);
    }),
  );
}

function show(talk) {
  open.draft = byId('reply').value;
  open = talk;
  byId('reply').value = talk.draft;
  byId('reply').dispatchEvent(new Event('input', { bubbles: true }));
  draw();
  drawPeople();
  plugin?.refresh();
  byId('reply').focus();
}

function phrase(words, use) {
  return element('button', { type: 'button', ...CHINESE, onclick: () => use(words) }, words);
}

/** Puts words into the agent's box as if typed. */
function write(words) {
  const reply = byId('reply');
  reply.focus();
  reply.value = words;
  reply.dispatchEvent(new Event('input', { bubbles: true }));
}

function log(words, result) {
  const list = byId('log');
  list.append(
    element(
      'li',
      {},
      element('span', { className: `tag ${mark(result)}` }, outcome(result)),
      element('span', CHINESE, words),
      ...(result.findings.length > 0
        ? [element('small', {}, [...new Set(result.findings.map(({ rule }) => rule))].join(', '))]
        : []),
    ),
  );
  list.scrollTop = list.scrollHeight;
}

// ---- the plugin ----

function policy() {
  const chosen = Object.fromEntries(new FormData(byId('policy')));
  return { ...chosen, storeTexts: chosen.storeTexts === 'true' };
}

function state(now) {
  byId('service').dataset.state = now;
  byId('service-text').textContent = text.state[now] ?? now;
  if (now === 'denied') {
    askForToken(language).then((given) => given && guard());
  }
}

/** Puts the plugin on the agent's box, with the policy of now. */
function guard() {
  plugin?.detach();
  if (attach === null) {
    return;
  }
  plugin = attach(byId('reply'), {
    server: '',
    token: token() ?? undefined,
    language,
    theme: byId('theme').value,
    shop,
    agent,
    policy: policy(),
    sendButton: '#send',
    sendKey: 'Enter',
    getConversation: () => open.turns.map(({ role, text: words, at }) => ({ role, text: words, at })),
    onSend(words, result) {
      told = result;
      log(words, result);
    },
    onState: state,
  });
  state(plugin.state);
}

async function load() {
  try {
    ({ attach } = await import('/plugin/index.js'));
  } catch {
    state('none');
    byId('notice').textContent = text.missing;
    byId('notice').hidden = false;
    return;
  }
  guard();
}

// ---- the page ----

function drawPolicy() {
  byId('policy').append(
    ...Object.entries(POLICY).map(([name, usual]) => {
      const { name: label, ...choices } = text.rules[name];
      return element(
        'label',
        {},
        element('span', {}, label),
        element(
          'select',
          { name },
          ...Object.entries(choices).map(([value, said]) =>
            element('option', { value, selected: value === usual, defaultSelected: value === usual }, said),
          ),
        ),
      );
    }),
  );
}

translate();
drawPolicy();
byId('asks').append(...asks.map((words) => phrase(words, () => say(open, 'buyer', words))));
byId('quick').append(...quick.map((words) => phrase(words, write)));
byId('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  send();
});
byId('reply').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    send();
  }
});
byId('buyer-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const words = byId('buyer').value.trim();
  if (words !== '') {
    byId('buyer').value = '';
    say(open, 'buyer', words);
  }
});
byId('policy').addEventListener('change', guard);
byId('theme').addEventListener('change', () => {
  document.documentElement.dataset.theme = byId('theme').value;
  guard();
});
state('connecting');
for (const talk of talks) {
  say(talk, 'buyer', talk.script[talk.asked++]);
}
load();
