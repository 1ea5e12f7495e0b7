// The reply's text box, with marks drawn under its characters: a mirror of the text lies behind the transparent textarea.

const GRAVITY = { remind: 1, warn: 2, block: 3 };

/**
 * Marks after an edit: those before it stay, those after it move along, those it touched go.
 *
 * @param marks list of `{start, end, …}` in UTF-16 code units of `before`
 */
export function moveMarks(marks, before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) {
    head++;
  }
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail++;
  }
  const moved = [];
  for (const mark of marks) {
    if (mark.end <= head) {
      moved.push(mark);
    } else if (mark.start >= before.length - tail) {
      const by = after.length - before.length;
      moved.push({ ...mark, start: mark.start + by, end: mark.end + by });
    }
  }
  return moved;
}

/** Cuts overlapping marks into a row of disjoint pieces, each with the gravest severity that covers it. */
export function flatten(marks, length) {
  const cuts = [...new Set([0, length, ...marks.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
  const pieces = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i], cuts[i + 1]];
    let severity = null;
    for (const mark of marks) {
      if (mark.start <= start && end <= mark.end && (severity === null || GRAVITY[mark.severity] > GRAVITY[severity])) {
        severity = mark.severity;
      }
    }
    pieces.push({ start, end, severity });
  }
  return pieces;
}

export class DraftBox {
  #area;
  #mirror;
  #marks = [];
  #shown = '';

  constructor(area, mirror) {
    this.#area = area;
    this.#mirror = mirror;
    this.#draw();
  }

  get value() {
    return this.#area.value;
  }

  /** Takes over what was typed: keeps the marks on their characters until the next report. */
  edited() {
    this.#marks = moveMarks(this.#marks, this.#shown, this.value);
    this.#draw();
  }

  /** Draws the findings of a report about exactly this text. */
  mark(findings) {
    this.#marks = findings.map(({ start, end, severity }) => ({ start, end, severity }));
    this.#draw();
  }

  /** Replaces the whole text as if typed, so that the browser's own undo (Ctrl+Z) brings the old one back. */
  replace(text) {
    this.#area.focus();
    this.#area.select();
    const typed = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
    if (!typed || this.value !== text) {
      this.#area.value = text;
      this.#area.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  /** Empties the box for the next message. */
  clear() {
    this.#area.value = '';
    this.edited();
    this.#area.focus();
  }

  /** Selects a finding's characters. */
  select(start, end) {
    this.#area.focus();
    this.#area.setSelectionRange(start, end);
  }

  #draw() {
    this.#shown = this.value;
    const nodes = flatten(this.#marks, this.#shown.length).map((piece) => {
      const characters = this.#shown.slice(piece.start, piece.end);
      if (piece.severity === null) {
        return document.createTextNode(characters);
      }
      const mark = document.createElement('mark');
      mark.className = `mark ${piece.severity}`;
      mark.textContent = characters;
      return mark;
    });
    // A zero-width space gives a last empty line its height.
    this.#mirror.replaceChildren(...nodes, document.createTextNode('\u200b'));
  }
}
