// The settings page. Everything is kept in one draft, which is saved if nothing is wrong with it and the browser gives access to
// the addresses in it.

import { FORMAT, GENERIC } from '../sites/adapters.js';
import { words as wordsOf } from '../sites/words.js';
import { h } from '../src/dom.js';
import { builtIns } from './built-in.js';
import { check, choice, field, number, property, showProblems, text } from './form.js';
import { CHOICES, adapters, origins, serverPattern, settingsProblems, store, stored } from './settings.js';
import { siteCard } from './site-card.js';

/** @import {Adapter, Problem} from '../sites/adapters.js' */
/** @import {Settings} from './settings.js' */
/** @import {Probe} from './requests.js' */

const { adapters: builtIn, problems: damage } = await builtIns();
const main = /** @type {HTMLElement} */ (document.querySelector('main'));

let settings = await stored();
/** All adapters, as they are being edited. */
let sites = structuredClone(adapters(settings, builtIn));
/** @type {Set<string>} ids of the sites whose selectors are shown */
const opened = new Set();
let words = wordsOf(settings.language);
const status = h('p', { className: 'status', role: 'status' });
const missing = h('ul', { className: 'wrong' });

const same = (/** @type {unknown} */ one, /** @type {unknown} */ other) => JSON.stringify(one) === JSON.stringify(other);
const original = (/** @type {Adapter} */ { id }) => builtIn.find((one) => one.id === id);
/** Adapters that are not as built in. */
const own = () => sites.filter((site) => !same(site, original(site)));

/** @returns {Settings} what would be saved */
const draft = () => ({ ...settings, own: own(), on: settings.on.filter((id) => sites.some((site) => site.id === id)) });

function changed() {
  say(words.unsaved);
}

/** @param {string} message @param {'good'|'bad'|''} [how] */
function say(message, how = '') {
  status.textContent = message;
  status.className = `status ${how}`;
}

function draw() {
  words = wordsOf(settings.language);
  document.documentElement.lang = settings.language === 'en' ? 'en' : 'zh-CN';
  document.documentElement.dataset.theme = settings.theme;
  document.title = words.title;
  main.replaceChildren(
    h('h1', {}, words.title),
    service(),
    websites(),
    policy(),
    looks(),
    backup(),
    h('footer', {}, h('button', { type: 'button', className: 'main', id: 'save', click: save }, words.save), status, missing),
  );
}

/** @param {string} title @param {...(Node|string)} parts */
const section = (title, ...parts) => h('section', {}, h('h2', {}, title), ...parts);

function service() {
  const token = text(property(settings, 'token', changed), { type: 'password' });
  const show = h('button', {
    type: 'button',
    click: () => {
      const hidden = token.type === 'text';
      token.type = hidden ? 'password' : 'text';
      show.textContent = hidden ? words.show : words.hide;
    },
  }, words.show);
  const result = h('p', { className: 'status', id: 'probe', role: 'status' });
  const test = h('button', { type: 'button', id: 'test', click: () => probe(result) }, words.tryIt);
  const server = text(property(settings, 'server', changed), { type: 'url', placeholder: 'http://127.0.0.1:7070' });
  return section(
    words.service,
    field('server', words.server, server, { hint: words.serverHint }),
    field('token', words.token, token, { hint: words.tokenHint, beside: [show] }),
    h('div', { className: 'buttons' }, test),
    result,
  );
}

/** @param {HTMLElement} result */
async function probe(result) {
  const { server, token, language } = settings;
  const problems = settingsProblems(draft(), builtIn, words).filter(({ path }) => path === 'server');
  if (server === '') {
    problems.push({ path: 'server', message: words.wrong.missing });
  }
  showProblems(main, problems);
  if (problems.length > 0) {
    return;
  }
  const allowed = chrome.permissions.request({ origins: serverPattern(server) }); // first, while the click still counts
  result.textContent = words.trying;
  result.className = 'status';
  await allowed;
  /** @type {Probe} */
  const told = await chrome.runtime.sendMessage({ type: 'probe', server, token, language });
  result.textContent = told.fate === 'works' ? words.works(told.book, told.ms) : words.failed[told.fate];
  result.className = `status ${told.fate === 'works' ? 'good' : 'bad'}`;
}

function websites() {
  const cards = h('div', { className: 'sites' });
  const redraw = () => {
    const kept = own();
    cards.replaceChildren(...sites.filter(({ id }) => id !== GENERIC).map((site) => siteCard(site, {
      path: kept.includes(site) ? `own[${kept.indexOf(site)}]` : site.id,
      on: settings.on.includes(site.id),
      builtIn: original(site) !== undefined,
      replaced: !same(site, original(site)),
      open: opened.has(site.id),
      language: settings.language,
    }, words, {
      turn: (on) => {
        settings.on = [...settings.on.filter((id) => id !== site.id), ...(on ? [site.id] : [])];
        changed();
      },
      changed,
      opened: (open) => opened[open ? 'add' : 'delete'](site.id),
      remove: () => {
        const first = original(site);
        sites = first === undefined ? sites.filter((one) => one !== site) : sites.map((one) => (one === site ? structuredClone(first) : one));
        changed();
        redraw();
      },
    })));
  };
  const add = () => {
    const id = `own-${crypto.randomUUID().slice(0, 8)}`;
    const name = words.newSite;
    sites = [...sites, { id, name: { zh: name, en: name }, verified: true, matches: [], input: '', sendKey: 'Enter' }];
    settings.on = [...settings.on, id];
    opened.add(id);
    changed();
    redraw();
    /** @type {HTMLElement} */ (cards.lastElementChild?.querySelector('details input')).focus();
  };
  redraw();
  redrawSites = redraw;
  return section(
    words.sites,
    h('p', { className: 'hint' }, words.sitesHint),
    h('p', { className: 'hint' }, words.unverifiedHint),
    ...(damage.length === 0 ? [] : [h('p', { className: 'wrong' }, words.damaged), h('ul', { className: 'wrong' }, ...listed(damage))]),
    cards,
    h('div', { className: 'buttons' }, h('button', { type: 'button', id: 'add', click: add }, words.addSite)),
  );
}
let redrawSites = () => {};

function policy() {
  const { policy: rules } = settings;
  const pick = (/** @type {'override'|'warn'|'unavailable'} */ name, /** @type {Record<string, string>} */ names) =>
    field(`policy.${name}`, words[name], choice(property(rules, name, changed), Object.fromEntries(CHOICES[name].map((one) => [one, names[one]]))));
  return section(
    words.policy,
    pick('override', words.overrides),
    pick('warn', words.warns),
    pick('unavailable', words.unavailables),
    field('policy.budgetMs', words.budgetMs, number(property(rules, 'budgetMs', changed), { min: '0', max: '5000', step: '10' })),
    field('policy.storeTexts', words.storeTexts, check(property(rules, 'storeTexts', changed))),
  );
}

function looks() {
  const redrawn = () => {
    draw();
    changed();
  };
  return section(
    words.looks,
    field('language', words.language, choice(property(settings, 'language', redrawn), { zh: '中文', en: 'English' })),
    field('theme', words.theme, choice(property(settings, 'theme', redrawn), words.themes)),
    field('agent', words.agent, text(property(settings, 'agent', changed)), { hint: words.agentHint }),
  );
}

function backup() {
  const file = h('input', { type: 'file', accept: '.json,application/json', hidden: true, id: 'file', change: () => load(file) });
  return section(
    words.backup,
    h('p', { className: 'hint' }, words.backupHint),
    h('div', { className: 'buttons' },
      h('button', { type: 'button', id: 'export', click: exported }, words.exportIt),
      h('button', { type: 'button', id: 'import', click: () => file.click() }, words.importIt),
      file),
  );
}

function exported() {
  const { token: _, ...rest } = draft();
  const blob = new Blob([`${JSON.stringify({ format: FORMAT, settings: rest }, null, 2)}\n`], { type: 'application/json' });
  const href = URL.createObjectURL(blob);
  h('a', { href, download: 'reply-linter-settings.json' }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1_000);
}

/** @param {HTMLInputElement} input */
async function load(input) {
  const [file] = /** @type {FileList} */ (input.files);
  const content = await file.text();
  input.value = '';
  const { read, problems } = imported(content);
  if (read === null) {
    say(words.wrong.file(file.name), 'bad');
    missing.replaceChildren(...listed(problems));
  } else {
    settings = read;
    sites = structuredClone(adapters(read, builtIn));
    missing.replaceChildren();
    draw();
    say(words.imported);
  }
}

/** @param {string} content @returns {{read: Settings|null, problems: Problem[]}} */
function imported(content) {
  let json;
  try {
    json = JSON.parse(content);
  } catch {
    return { read: null, problems: [{ path: '', message: words.wrong.json }] };
  }
  if (json?.format !== FORMAT) {
    return { read: null, problems: [{ path: 'format', message: words.wrong.oneOf(String(FORMAT)) }] };
  }
  const read = { ...json.settings, token: settings.token };
  const problems = settingsProblems(read, builtIn, words);
  return { read: problems.length === 0 ? read : null, problems };
}

/** @param {Problem[]} problems */
const listed = (problems) => problems.map(({ path, message }) => h('li', {}, path === '' ? message : `${path}：${message}`));

async function save() {
  redrawSites(); // an edited built-in site becomes one of the user's own, and its problems are told by that name
  const now = draft();
  const problems = settingsProblems(now, builtIn, words);
  const elsewhere = showProblems(main, problems);
  missing.replaceChildren(...listed(elsewhere));
  if (problems.length > 0) {
    say(words.invalid(problems.length), 'bad');
    return;
  }
  const wanted = origins(now, builtIn);
  if (wanted.length > 0 && !(await chrome.permissions.request({ origins: wanted }))) {
    say(words.refused, 'bad');
    return;
  }
  settings = now;
  await store(now);
  draw();
  say(words.saved, 'good');
}

draw();
// The popup and the picker change settings too; edits of this page are not to be lost by that, nor to undo it.
chrome.storage.local.onChanged.addListener(async () => {
  const now = await stored();
  if (status.textContent === '' || status.textContent === words.saved) {
    settings = now;
    sites = structuredClone(adapters(now, builtIn));
    draw();
  }
});
