// How the reply and the service stand, in the words of the chip and of the list.

import { gravest } from './verdict.js';

/** @import {Texts} from './i18n.js' */
/** @import {Look} from './chip.js' */
/** @import {Drafting} from './drafting.js' */

/**
 * @param {Texts} text
 * @param {Drafting} draft
 * @param {boolean} held a message waits for its check
 * @param {boolean} able gross offences are found offline
 * @returns {{look: Look, label: string, title: string, note: string}}
 */
export function standing(text, { state, marks, empty, report, problem }, held, able) {
  const away = state !== 'ready' && state !== 'slow';
  const severity = gravest(marks);
  const count = severity === null ? '' : text.chipCount(text.severity[severity], marks.filter((mark) => mark.severity === severity).length);
  if (held) {
    return { look: 'checking', label: text.chip.checking, title: text.chip.checking, note: '' };
  }
  if (away) {
    const note = state === 'denied' ? text.deniedNote : able ? text.grossOnly : text.noPack;
    const label = [text.short[state], severity === null ? (empty ? '' : text.chip.unchecked) : count].filter(Boolean).join(' · ');
    return { look: severity ?? 'unchecked', label, title: text.state[state], note };
  }
  if (problem !== '') {
    return { look: 'unchecked', label: text.chip.unchecked, title: text.chip.unchecked, note: text.problem(problem) };
  }
  if (severity !== null) {
    return { look: severity, label: count, title: count, note: report?.complete === false ? text.incomplete : '' };
  }
  const label = state === 'slow' ? text.short.slow : '';
  if (empty || report === null) {
    return { look: 'idle', label, title: text.state[state], note: text.emptyNote };
  }
  if (!report.complete) {
    return { look: 'unchecked', label: text.chip.unchecked, title: text.chip.unchecked, note: text.incomplete };
  }
  return { look: 'pass', label: label || text.chip.pass, title: text.chip.pass, note: text.passNote };
}
