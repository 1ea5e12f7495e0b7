// The marks under the words: boxes drawn over the page that never take part in it.

import { contains, intersection } from './geometry.js';
import { h, place } from './dom.js';

/** @import {Box, Field, Mark} from './types.js' */
/** @typedef {{mark: Mark, boxes: Box[]}} Drawn */

export class Underlines {
  #layer = h('div', { className: 'underlines', 'aria-hidden': 'true' });
  /** @type {Drawn[]} */
  #drawn = [];

  /** @param {ParentNode} root */
  constructor(root) {
    root.append(this.#layer);
  }

  /** Whether there is anything to keep in place. */
  get any() {
    return this.#drawn.length > 0;
  }

  /** Draws these marks where their characters are now. @param {Field} field @param {Mark[]} marks offsets in the field's text of now */
  draw(field, marks) {
    if (marks.length === 0 && !this.any) {
      return;
    }
    const { frame } = field;
    place(this.#layer, frame);
    const seen = frame.width > 0 && frame.height > 0 ? marks : [];
    const boxes = seen.length > 0 ? field.boxes(seen) : [];
    this.#drawn = seen.map((mark, i) => ({ mark, boxes: boxes[i] }));
    const wanted = this.#drawn.flatMap(({ mark, boxes }) => boxes.map((box) => ({ mark, box })));
    while (this.#layer.childElementCount > wanted.length) {
      this.#layer.lastElementChild?.remove();
    }
    wanted.forEach(({ mark, box }, i) => {
      const line = /** @type {HTMLElement} */ (this.#layer.children[i] ?? this.#layer.appendChild(h('div')));
      if (line.dataset.id !== mark.id || !line.classList.contains(mark.severity)) {
        line.className = `underline ${mark.severity}`;
        line.dataset.id = mark.id;
      }
      place(line, { ...box, left: box.left - frame.left, top: box.top - frame.top });
    });
    this.#drawn = this.#drawn.map(({ mark, boxes }) => ({ mark, boxes: boxes.map((box) => intersection(box, frame)) }));
  }

  /** The marks that can be seen at a point. @param {number} x @param {number} y @returns {Mark[]} */
  at(x, y) {
    return this.#drawn.filter(({ boxes }) => boxes.some((box) => box.width > 0 && contains(box, x, y))).map(({ mark }) => mark);
  }

  /** Where a mark can be seen. @param {string} id @returns {Box|null} its first line that is not clipped away */
  boxOf(id) {
    const drawn = this.#drawn.find(({ mark }) => mark.id === id);
    return drawn?.boxes.find(({ width, height }) => width > 0 && height > 0) ?? null;
  }
}
