// One site in the settings: a switch, and its selectors to look at and change.

import { PLATFORMS, ROLES, SEND_KEYS } from '../sites/adapters.js';
import { h } from '../src/dom.js';
import { choice, field, lines, optional, property, text } from './form.js';

/** @import {Adapter} from '../sites/adapters.js' */
/** @import {Words} from '../sites/words.js' */

/**
 * @typedef {object} SiteDoer
 * @property {(on: boolean) => void} turn
 * @property {() => void} changed
 * @property {() => void} remove takes it away, or brings back the built-in one
 * @property {(open: boolean) => void} opened
 */

/**
 * @param {Adapter} adapter is changed by the fields
 * @param {{path: string, on: boolean, builtIn: boolean, replaced: boolean, open: boolean, language: 'zh'|'en'}} state path: where its problems are told
 * @param {Words} words
 * @param {SiteDoer} doer
 */
export function siteCard(adapter, { path, on, builtIn, replaced, open, language }, words, doer) {
  const at = (/** @type {string} */ name) => `${path}.${name}`;
  /** Whoever edits a selector answers for it. */
  const edited = () => {
    adapter.verified = true;
    doer.changed();
  };
  const selector = (/** @type {'input'|'send'|'messages'|'text'} */ name) =>
    field(at(name), words[name], text(name === 'input' ? property(adapter, name, edited) : optional(adapter, name, edited)));
  const roles = { ...adapter.roles };
  const rolesEdited = () => {
    adapter.roles = roles;
    if (Object.keys(roles).length === 0) {
      delete adapter.roles;
    }
    edited();
  };
  const renamed = { name: adapter.name[language] };
  const badge = !adapter.verified ? h('span', { className: 'badge warn' }, words.unverified)
    : builtIn && !replaced ? '' : h('span', { className: 'badge' }, words.own);
  const title = h('span', { className: 'name' }, adapter.name[language]);
  const toggle = h('input', {
    type: 'checkbox', className: 'switch', role: 'switch', checked: on, 'aria-label': adapter.name[language],
    change: () => doer.turn(toggle.checked),
  });

  return h(
    'article',
    { className: 'site' },
    h('header', {}, toggle, h('div', { className: 'about' }, title, h('small', {}, adapter.matches.map(host).join('　'))), badge),
    h(
      'details',
      { open, toggle: (/** @type {any} */ { target }) => doer.opened(target.open) },
      h('summary', {}, words.edit),
      h('p', { className: 'hint' }, words.selectorHint),
      field(at('name'), words.siteName, text(property(renamed, 'name', () => {
        adapter.name = { zh: renamed.name, en: renamed.name };
        title.textContent = renamed.name;
        doer.changed();
      }))),
      field(at('matches'), words.siteMatches, lines(property(adapter, 'matches', doer.changed))),
      selector('input'),
      selector('send'),
      field(at('sendKey'), words.sendKey, choice(property(adapter, 'sendKey', doer.changed), Object.fromEntries(SEND_KEYS.map((key) => [key, key])))),
      selector('messages'),
      ...ROLES.map((role) => field(at(`roles.${role}`), words.roles[role], text(optional(roles, role, rolesEdited)))),
      selector('text'),
      field(at('platform'), words.platform, choice(optional(adapter, 'platform', doer.changed), platforms(words))),
      h('div', { className: 'buttons' }, ...(builtIn && !replaced ? [] : [
        h('button', { type: 'button', click: doer.remove }, builtIn ? words.restoreSite : words.removeSite),
      ])),
    ),
  );
}

/** @param {Words} words */
const platforms = (words) => Object.fromEntries(/** @type {const} */ (['', ...PLATFORMS]).map((one) => [one, words.platforms[one]]));

/** @param {string} match */
const host = (match) => match.replace(/^https?:\/\//, '').replace(/\/\*$/, '');
