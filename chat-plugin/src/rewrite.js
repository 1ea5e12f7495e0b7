// Where a rewrite goes: in the place of the sentence that offends, the rest of the reply stays.

/** @import {Finding} from './types.js' */
/** @typedef {{start: number, end: number, text: string}} Edit */

const SENTENCE_END = /[。！？!?\n]/;
const GREETING = /^(?:亲爱的|亲亲|亲|您好|你好)[呀哦呢]?[，,、！!～~\s]*/;

/**
 * @param {string} draft
 * @param {Finding} finding
 * @param {string} reply one of its rewrites
 * @returns {Edit}
 */
export function inSentence(draft, finding, reply) {
  let start = finding.start;
  while (start > 0 && !SENTENCE_END.test(draft[start - 1])) {
    start--;
  }
  let end = finding.end;
  while (end < draft.length && !SENTENCE_END.test(draft[end - 1])) {
    end++;
  }
  if (draft[end - 1] === '\n') {
    end--; // the line end stays
  }
  // Whoever has said 亲 already does not say it again in the next sentence.
  return { start, end, text: start === 0 ? reply : reply.replace(GREETING, '') };
}
