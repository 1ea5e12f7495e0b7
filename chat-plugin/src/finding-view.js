// How a finding is shown, wherever it is shown.

import { h } from './dom.js';

/** @import {Finding, Severity, Turn} from './types.js' */
/** @import {Texts} from './i18n.js' */

/**
 * @typedef {object} Doings what can be done about a finding
 * @property {(finding: Finding, reply: string) => void} use puts a rewrite in the place of its sentence
 * @property {(finding: Finding, note: string) => Promise<string>} falseAlarm says that it is none; answers what to tell
 */

/** What the phrasebook says is Chinese in every language of the plugin. */
export const CHINESE = { lang: 'zh-CN' };

/** @param {Texts} text @param {Severity} severity */
export const tag = (text, severity) => h('span', { className: `tag ${severity}` }, text.severity[severity]);

/** The findings of each rule together, in order of their first. @template {Finding} F @param {F[]} findings @returns {F[][]} */
export function byRule(findings) {
  /** @type {Map<string, F[]>} */
  const groups = new Map();
  for (const finding of findings) {
    groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
  }
  return [...groups.values()];
}

/**
 * @param {Texts} text
 * @param {Finding} finding
 * @param {Turn[]} conversation as it was sent with the check
 * @param {Doings} doings
 * @returns {HTMLElement}
 */
export function findingView(text, finding, conversation, doings) {
  const { severity, title, message, penalty, because, rewrites } = finding;
  const said = because === undefined ? undefined : conversation[because.turn];
  return h(
    'article',
    { className: `finding ${severity}` },
    h(
      'header',
      {},
      tag(text, severity),
      h('h3', CHINESE, title),
      ...(penalty?.points === undefined ? [] : [h('span', { className: 'points' }, text.points(penalty.points))]),
    ),
    h('p', CHINESE, message),
    ...(said === undefined ? [] : [h('p', { className: 'soft' }, text.because(said.text))]),
    ...(rewrites.length === 0
      ? []
      : [
          h('p', { className: 'label' }, text.rewrites),
          h('div', { className: 'rewrites' }, ...rewrites.map((reply) => rewriteButton(reply, () => doings.use(finding, reply)))),
        ]),
    h(
      'div',
      { className: 'more' },
      why(text, finding),
      form(text.falseAlarm, text.falseAlarmTitle, text.falseAlarmNote, text.submit, (note) => doings.falseAlarm(finding, note)),
    ),
  );
}

/** @param {string} reply @param {() => void} click */
export function rewriteButton(reply, click) {
  return h('button', { type: 'button', className: 'rewrite', ...CHINESE, click }, reply);
}

/** @param {Texts} text @param {Finding} finding */
function why(text, { why: reason, penalty, rule }) {
  return h(
    'details',
    {},
    h('summary', {}, text.why),
    h('p', CHINESE, reason),
    h(
      'dl',
      {},
      ...(penalty?.basis ? [h('dt', {}, text.basis), h('dd', CHINESE, penalty.basis)] : []),
      h('dt', {}, text.rule),
      h('dd', {}, h('code', {}, rule)),
    ),
    ...(penalty?.sourcesDiffer ? [h('p', { className: 'soft' }, text.sourcesDiffer)] : []),
  );
}

/**
 * A line that unfolds to a note for the trainers.
 *
 * @param {string} name
 * @param {string} title
 * @param {string} label of the note
 * @param {string} submit
 * @param {(note: string) => Promise<string>} send answers what to tell
 */
export function form(name, title, label, submit, send) {
  const note = h('input', { type: 'text', maxLength: 500, placeholder: label, 'aria-label': label });
  const told = h('p', { className: 'soft', role: 'status' });
  const line = h('form', { className: 'note', submit: sent }, note, h('button', { type: 'submit', className: 'small' }, submit));
  /** @param {Event} event */
  async function sent(event) {
    event.preventDefault();
    const button = /** @type {HTMLButtonElement} */ (line.lastElementChild);
    button.disabled = true;
    told.textContent = await send(note.value.trim());
    line.remove();
  }
  return h('details', { className: 'feedback' }, h('summary', { title }, name), line, told);
}
