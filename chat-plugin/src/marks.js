// Findings as they stay on their characters while the text is edited, until the next report.

/** @import {Finding, Mark} from './types.js' */

/** The length of the common beginning and end of two texts, which do not overlap; surrogate pairs stay whole.
 *
 * @param {string} before
 * @param {string} after
 */
export function common(before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) {
    head++;
  }
  if (head > 0 && isHigh(before, head - 1)) {
    head--;
  }
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail++;
  }
  if (tail > 0 && isHigh(before, before.length - tail - 1)) {
    tail--;
  }
  return { head, tail };
}

/**
 * Marks after an edit: those before it stay, those after it move along, those it touched go.
 *
 * @template {{start: number, end: number}} M
 * @param {M[]} marks offsets in `before`
 * @param {string} before
 * @param {string} after
 * @returns {M[]} offsets in `after`
 */
export function moved(marks, before, after) {
  const { head, tail } = common(before, after);
  const by = after.length - before.length;
  /** @type {M[]} */
  const kept = [];
  for (const mark of marks) {
    if (mark.end <= head) {
      kept.push(mark);
    } else if (mark.start >= before.length - tail) {
      kept.push({ ...mark, start: mark.start + by, end: mark.end + by });
    }
  }
  return kept;
}

let ids = 0;

/**
 * The marks of a new report. A finding of the same rule that overlaps or touches one shown before is the same finding.
 *
 * @param {Mark[]} shown offsets in the text of the report
 * @param {Finding[]} findings
 * @returns {Mark[]}
 */
export function identified(shown, findings) {
  const free = new Set(shown);
  return findings.map((finding) => {
    for (const mark of free) {
      if (mark.rule === finding.rule && mark.start <= finding.end && finding.start <= mark.end) {
        free.delete(mark);
        return { ...finding, id: mark.id };
      }
    }
    return { ...finding, id: `f${++ids}` };
  });
}

/** @param {string} text @param {number} at */
function isHigh(text, at) {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}
