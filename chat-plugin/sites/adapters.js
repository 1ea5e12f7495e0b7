// What is known of a site's chat page, as data; and what can be wrong with such data.

import { readable } from './find.js';

/** @import {Words} from './words.js' */

/** @typedef {'buyer'|'agent'|'bot'|'system'} Role */

/**
 * @typedef {object} Adapter
 * @property {string} id
 * @property {{zh: string, en: string}} name
 * @property {boolean} verified whether somebody has seen the selectors work on the real page
 * @property {string[]} matches origins as match patterns, `https://im.example.com/*`; none for a template
 * @property {'tmall'|'taobao'|'jd'|'pinduoduo'|'douyin'} [platform] whose rules apply
 * @property {string} input selector of the box that replies are written in
 * @property {string} [send] selector of the button that sends
 * @property {'Enter'|'Ctrl+Enter'} sendKey
 * @property {string} [messages] selector of the list of messages
 * @property {Partial<Record<Role, string>>} [roles] selectors of the messages of each role in that list
 * @property {string} [text] selector of the text in a message; all of it unless told
 */

/** @typedef {{path: string, message: string}} Problem path: the field, as `own[0].input` */

export const FORMAT = 1;
export const PLATFORMS = /** @type {const} */ (['tmall', 'taobao', 'jd', 'pinduoduo', 'douyin']);
export const ROLES = /** @type {const} */ (['buyer', 'agent', 'bot', 'system']);
export const SEND_KEYS = /** @type {const} */ (['Enter', 'Ctrl+Enter']);
export const GENERIC = 'generic';

const FIELDS = ['id', 'name', 'verified', 'matches', 'platform', 'input', 'send', 'sendKey', 'messages', 'roles', 'text'];
const PATTERN = /^https?:\/\/((\*\.)?[^/*:@\s]+)(:\d+)?\/\*$/;

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields that are not known here. @param {Record<string, unknown>} value @param {readonly string[]} known @param {string} path @param {Words} words @returns {Problem[]} */
export function unknown(value, known, path, words) {
  return Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => ({ path: path === '' ? name : `${path}.${name}`, message: words.wrong.unknown }));
}

/**
 * Everything that is wrong with an adapter. Selectors are tried where there is a document to try them in.
 *
 * @param {unknown} adapter
 * @param {string} path
 * @param {Words} words
 * @returns {Problem[]}
 */
export function adapterProblems(adapter, path, words) {
  const { wrong } = words;
  if (!isObject(adapter)) {
    return [{ path, message: wrong.object }];
  }
  const problems = unknown(adapter, FIELDS, path, words);
  /** @param {boolean} fine @param {string} field @param {string} message */
  const demand = (fine, field, message) => fine || problems.push({ path: `${path}.${field}`, message });
  /** @param {unknown} value @param {string} field @param {boolean} needed */
  const selector = (value, field, needed) => {
    if (value === undefined || value === '') {
      demand(!needed, field, wrong.missing);
    } else {
      demand(typeof value === 'string' && (typeof document === 'undefined' || readable(value)), field, wrong.selector);
    }
  };

  const { id, name, verified, matches, platform, input, send, sendKey, messages, roles, text } = adapter;
  demand(typeof id === 'string' && id !== '', 'id', wrong.missing);
  demand(isObject(name) && typeof name.zh === 'string' && typeof name.en === 'string' && name.zh !== '', 'name', wrong.missing);
  demand(typeof verified === 'boolean', 'verified', wrong.bool);
  demand(Array.isArray(matches) && (matches.length > 0 || id === GENERIC), 'matches', wrong.missing);
  for (const match of Array.isArray(matches) ? matches : []) {
    demand(typeof match === 'string' && PATTERN.test(match), 'matches', wrong.pattern(String(match)));
  }
  demand(platform === undefined || PLATFORMS.some((one) => one === platform), 'platform', wrong.oneOf(PLATFORMS.join('、')));
  demand(SEND_KEYS.some((one) => one === sendKey), 'sendKey', wrong.oneOf(SEND_KEYS.join('、')));
  selector(input, 'input', true);
  selector(send, 'send', false);
  selector(messages, 'messages', false);
  selector(text, 'text', false);
  if (roles !== undefined && !isObject(roles)) {
    demand(false, 'roles', wrong.object);
  } else if (roles !== undefined) {
    problems.push(...unknown(roles, ROLES, `${path}.roles`, words));
    ROLES.forEach((role) => selector(roles[role], `roles.${role}`, false));
  }
  const told = isObject(roles) && Boolean(roles.buyer && roles.agent);
  demand(!messages || told, 'roles.buyer', wrong.roles);
  return problems;
}

/** Everything that is wrong with a file of adapters. @param {unknown} file @param {Words} words @returns {Problem[]} */
export function fileProblems(file, words) {
  const { wrong } = words;
  if (!isObject(file)) {
    return [{ path: '', message: wrong.object }];
  }
  const problems = unknown(file, ['format', 'adapters'], '', words);
  if (file.format !== FORMAT) {
    problems.push({ path: 'format', message: wrong.oneOf(String(FORMAT)) });
  }
  if (!Array.isArray(file.adapters)) {
    return [...problems, { path: 'adapters', message: wrong.list }];
  }
  const ids = file.adapters.map((adapter) => adapter?.id);
  file.adapters.forEach((adapter, i) => {
    problems.push(...adapterProblems(adapter, `adapters[${i}]`, words));
    if (ids.indexOf(ids[i]) !== i) {
      problems.push({ path: `adapters[${i}].id`, message: wrong.twice });
    }
  });
  return problems;
}

/** Whether an adapter is for pages of this origin. @param {Pick<Adapter, 'matches'>} adapter @param {string} origin `https://im.example.com` */
export function covers({ matches }, origin) {
  const page = URL.canParse(origin) ? new URL(origin) : null;
  return page !== null && matches.some((match) => {
    const [scheme, rest] = match.slice(0, -'/*'.length).split('://');
    // A pattern without a port is for every port, as in browsers.
    const host = rest.includes(':') ? page.host : page.hostname;
    return page.protocol === `${scheme}:` && (rest.startsWith('*.') ? host === rest.slice(2) || host.endsWith(rest.slice(1)) : host === rest);
  });
}

/** The pattern of an origin. @param {string} origin */
export const pattern = (origin) => `${origin}/*`;
