// The extension's settings: their shape, what can be wrong with them, and where they are kept.

import { adapterProblems, covers, isObject, unknown } from '../sites/adapters.js';

/** @import {Adapter, Problem} from '../sites/adapters.js' */
/** @import {Policy} from '../src/options.js' */
/** @import {Words} from '../sites/words.js' */

/**
 * @typedef {object} Settings
 * @property {string} server base address of the service; empty until somebody has set it
 * @property {string} token
 * @property {'zh'|'en'} language
 * @property {'auto'|'light'|'dark'} theme
 * @property {string} agent
 * @property {Policy} policy
 * @property {string[]} on ids of the adapters that are switched on
 * @property {Adapter[]} own adapters of this user; one takes the place of the built-in one of the same id
 */

/** @type {Settings} */
export const DEFAULTS = {
  server: '',
  token: '',
  language: 'zh',
  theme: 'auto',
  agent: '',
  policy: { override: 'reason', warn: 'confirm', unavailable: 'open', storeTexts: false, budgetMs: 150 },
  on: [],
  own: [],
};

export const CHOICES = {
  language: ['zh', 'en'],
  theme: ['auto', 'light', 'dark'],
  override: ['reason', 'supervisor', 'never'],
  warn: ['confirm', 'note'],
  unavailable: ['open', 'closed'],
};

const MOST_WAIT_MS = 5_000;

/**
 * Everything that is wrong with settings.
 *
 * @param {unknown} settings
 * @param {Adapter[]} builtIn
 * @param {Words} words
 * @returns {Problem[]}
 */
export function settingsProblems(settings, builtIn, words) {
  const { wrong } = words;
  if (!isObject(settings)) {
    return [{ path: '', message: wrong.object }];
  }
  const problems = unknown(settings, Object.keys(DEFAULTS), '', words);
  /** @param {boolean} fine @param {string} path @param {string} message */
  const demand = (fine, path, message) => fine || problems.push({ path, message });
  /** @param {Record<string, unknown>} values @param {'language'|'theme'|'override'|'warn'|'unavailable'} name @param {string} prefix */
  const choice = (values, name, prefix) =>
    demand(CHOICES[name].includes(/** @type {string} */ (values[name])), prefix + name, wrong.oneOf(CHOICES[name].join('、')));

  demand(typeof settings.server === 'string' && isServer(settings.server), 'server', wrong.server);
  demand(typeof settings.token === 'string', 'token', wrong.text);
  demand(typeof settings.agent === 'string', 'agent', wrong.text);
  choice(settings, 'language', '');
  choice(settings, 'theme', '');
  const { policy, on, own } = settings;
  if (isObject(policy)) {
    problems.push(...unknown(policy, Object.keys(DEFAULTS.policy), 'policy', words));
    choice(policy, 'override', 'policy.');
    choice(policy, 'warn', 'policy.');
    choice(policy, 'unavailable', 'policy.');
    demand(typeof policy.storeTexts === 'boolean', 'policy.storeTexts', wrong.bool);
    const { budgetMs } = policy;
    demand(Number.isInteger(budgetMs) && Number(budgetMs) >= 0 && Number(budgetMs) <= MOST_WAIT_MS, 'policy.budgetMs', wrong.number);
  } else {
    demand(false, 'policy', wrong.object);
  }
  if (!Array.isArray(own)) {
    return [...problems, { path: 'own', message: wrong.list }];
  }
  own.forEach((adapter, i) => {
    problems.push(...adapterProblems(adapter, `own[${i}]`, words));
    demand(own.findIndex((other) => other?.id === adapter?.id) === i, `own[${i}].id`, wrong.twice);
  });
  const ids = [...builtIn, ...own].map((adapter) => adapter?.id);
  demand(Array.isArray(on) && on.every((id) => ids.includes(id)), 'on', wrong.on);
  return problems;
}

/** @param {string} server */
function isServer(server) {
  if (server === '') {
    return true; // not set yet
  }
  const url = URL.canParse(server) ? new URL(server) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.search === '' && url.hash === '';
}

/** All adapters, the user's own in place of the built-in ones. @param {Settings} settings @param {Adapter[]} builtIn */
export function adapters({ own }, builtIn) {
  return [...builtIn.map((one) => own.find(({ id }) => id === one.id) ?? one), ...own.filter(({ id }) => builtIn.every((one) => one.id !== id))];
}

/** The adapters that are switched on. @param {Settings} settings @param {Adapter[]} builtIn */
export const active = (settings, builtIn) => adapters(settings, builtIn).filter(({ id }) => settings.on.includes(id));

/** The adapter for pages of this origin, the user's own first. @param {Adapter[]} among @param {string} origin */
export const adapterFor = (among, origin) => among.findLast((adapter) => covers(adapter, origin));

/** The pattern of the service's origin, or none. @param {string} server */
export function serverPattern(server) {
  return server === '' ? [] : [`${new URL(server).origin}/*`];
}

/** Everything that access is needed to. @param {Settings} settings @param {Adapter[]} builtIn */
export const origins = (settings, builtIn) => [
  ...new Set([...serverPattern(settings.server), ...active(settings, builtIn).flatMap(({ matches }) => matches)]),
];

/** @returns {Promise<Settings>} */
export async function stored() {
  const { settings } = await chrome.storage.local.get('settings');
  const kept = /** @type {Partial<Settings>} */ (settings ?? {});
  return { ...DEFAULTS, ...kept, policy: { ...DEFAULTS.policy, ...kept.policy } };
}

/** @param {Settings} settings */
export const store = (settings) => chrome.storage.local.set({ settings });

/** The adapters that come with the extension. @returns {Promise<unknown>} */
export const builtInFile = async () => (await fetch(chrome.runtime.getURL('adapters.json'))).json();
