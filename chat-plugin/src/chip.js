// The small label on the box's upper edge that tells at any time how the reply and the service stand.

import { h, place } from './dom.js';

/** @import {Box} from './types.js' */

/** @typedef {'idle'|'pass'|'remind'|'warn'|'block'|'checking'|'unchecked'} Look */

export class Chip {
  #label = h('span');
  #element;

  /** @param {ParentNode} root @param {() => void} click */
  constructor(root, click) {
    this.#element = h(
      'button',
      { type: 'button', className: 'chip', 'aria-haspopup': 'dialog', 'aria-keyshortcuts': 'F8', click },
      h('span', { className: 'dot' }),
      this.#label,
    );
    root.append(this.#element);
  }

  /** Where it is. @returns {Box} */
  get box() {
    const { left, top, width, height } = this.#element.getBoundingClientRect();
    return { left, top, width, height };
  }

  /** @param {Look} look @param {string} label short @param {string} title in full */
  show(look, label, title) {
    this.#element.dataset.look = look;
    this.#element.title = title;
    this.#element.setAttribute('aria-label', title);
    if (this.#label.textContent !== label) {
      this.#label.textContent = label;
    }
  }

  /** Sits on the upper edge of the box, at its right end. @param {Box} frame the visible part of the field */
  place({ left, top, width, height }) {
    this.#element.hidden = width === 0 || height === 0;
    if (!this.#element.hidden) {
      const own = this.#element.getBoundingClientRect();
      place(this.#element, { left: left + width - own.width - 10, top: Math.max(0, top - own.height / 2) });
    }
  }
}
