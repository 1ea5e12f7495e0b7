// The offline pack's matching: steps of literals, left to right within one clause of the folded text.

/** @import {Finding} from './types.js' */

/** @typedef {{any: string[], within?: number}} Step any of these strings, at most `within` characters after the step before */
/** @typedef {Step[]} Steps */
/** @typedef {Omit<Finding, 'start'|'end'|'matched'> & {kind: 'offer'|'refusal'|'statement', patterns: Steps[], unless?: Steps[]}} PackRule */
/** @typedef {{format: number, phrasebook: string, negators: string[], rules: PackRule[]}} Pack */
/** @typedef {{text: string, at: number[]}} Clause folded text, and where in the draft each of its units comes from */
/** @typedef {{start: number, end: number}} Hit in the folded clause */

const CLAUSE_END = /[，。！？；,!?;\n\r]/;
const NOTHING = /[\s\u200b-\u200f\u2060-\u2064\u00ad\ufeff\ufe00-\ufe0f]/;

/**
 * @param {string} draft
 * @returns {Clause[]} NFKC, lower case, without white space and zero-width characters
 */
export function clauses(draft) {
  /** @type {Clause[]} */
  const all = [];
  /** @type {Clause} */
  let open = { text: '', at: [] };
  let offset = 0;
  const close = () => {
    if (open.text !== '') {
      all.push(open);
    }
    open = { text: '', at: [] };
  };
  for (const character of draft) {
    if (CLAUSE_END.test(character)) {
      close();
    } else if (!NOTHING.test(character)) {
      const folded = character.normalize('NFKC').toLowerCase().replace(/\s/g, '');
      open.text += folded;
      for (let i = 0; i < folded.length; i++) {
        open.at.push(offset);
      }
    }
    offset += character.length;
  }
  close();
  return all;
}

/**
 * What the pack finds in a draft.
 *
 * @param {Pack} pack
 * @param {string} draft
 * @returns {Finding[]} offsets in the draft, in order
 */
export function find(pack, draft) {
  const found = clauses(draft).flatMap((clause) =>
    pack.rules.flatMap(({ patterns, unless = [], kind, ...rule }) => {
      const excused = unless.flatMap((steps) => hits(clause.text, steps));
      const kept = patterns
        .flatMap((steps) => hits(clause.text, steps))
        .filter((hit) => !(kind === 'offer' && pack.negators.some((word) => clause.text.slice(0, hit.start).includes(word))))
        .filter((hit) => !excused.some(({ start, end }) => start < hit.end && hit.start < end));
      return disjoint(kept).map((hit) => {
        const start = clause.at[hit.start];
        const end = endOf(draft, clause.at[hit.end - 1]);
        return { ...rule, rewrites: rule.rewrites ?? [], start, end, matched: draft.slice(start, end) };
      });
    }),
  );
  return found.sort((a, b) => a.start - b.start);
}

/** Every place where these steps match, each as short as it can be. @param {string} text @param {Steps} steps @returns {Hit[]} */
function hits(text, steps) {
  /** @type {Hit[]} */
  const found = [];
  for (const word of steps[0].any) {
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
      const end = rest(text, steps, 1, start + word.length);
      if (end >= 0) {
        found.push({ start, end });
      }
    }
  }
  return found;
}

/**
 * Where the steps from the i-th on end, if they follow.
 *
 * @param {string} text
 * @param {Steps} steps
 * @param {number} i
 * @param {number} from
 * @returns {number} the nearest such end; -1 if there is none
 */
function rest(text, steps, i, from) {
  if (i === steps.length) {
    return from;
  }
  const { any, within = Infinity } = steps[i];
  let best = -1;
  for (const word of any) {
    for (let at = text.indexOf(word, from); at >= 0 && at - from <= within; at = text.indexOf(word, at + 1)) {
      const end = rest(text, steps, i + 1, at + word.length);
      if (end >= 0 && (best < 0 || end < best)) {
        best = end;
      }
    }
  }
  return best;
}

/** The first of those that overlap. @param {Hit[]} all @returns {Hit[]} */
function disjoint(all) {
  /** @type {Hit[]} */
  const kept = [];
  for (const hit of all.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (hit.start >= (kept.at(-1)?.end ?? 0)) {
      kept.push(hit);
    }
  }
  return kept;
}

/** One past the character that begins here. @param {string} draft @param {number} at */
function endOf(draft, at) {
  return at + String.fromCodePoint(/** @type {number} */ (draft.codePointAt(at))).length;
}
