// A box that floats beside an anchor: over it if there is room, under it otherwise, never out of the window.

import { h, place } from './dom.js';

/** @import {Box} from './types.js' */

const MARGIN = 8;

export class Floating {
  #anchor = () => /** @type {Box|null} */ (null);
  #side;

  /**
   * @param {ParentNode} root
   * @param {string} className
   * @param {{role?: string, side?: 'left'|'right', gap?: number}} [options] which sides are in line with the anchor's
   */
  constructor(root, className, { role = 'dialog', side = 'left', gap = MARGIN } = {}) {
    this.gap = gap;
    this.#side = side;
    this.element = h('div', { className: `floating ${className}`, role, tabIndex: -1, hidden: true });
    root.append(this.element);
  }

  get open() {
    return !this.element.hidden;
  }

  /**
   * @param {() => Box|null} anchor where it belongs now; null hides it
   * @param {...Node} children
   */
  show(anchor, ...children) {
    this.#anchor = anchor;
    this.element.hidden = false;
    this.element.replaceChildren(...children);
    this.place();
  }

  hide() {
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  /** Keeps it beside its anchor. */
  place() {
    const anchor = this.open ? this.#anchor() : null;
    const lost = this.open && anchor === null;
    if (this.element.classList.contains('lost') !== lost) {
      this.element.classList.toggle('lost', lost);
    }
    if (anchor === null) {
      return;
    }
    const over = anchor.top - this.gap - MARGIN;
    const under = window.innerHeight - anchor.top - anchor.height - this.gap - MARGIN;
    // The height of its content: to try it without the limit would lose the place that was scrolled to.
    const wanted = this.element.scrollHeight + this.element.offsetHeight - this.element.clientHeight;
    const above = wanted <= over || over >= under;
    const height = Math.max(48, Math.min(wanted, above ? over : under));
    place(this.element, { 'max-height': height });
    const width = this.element.offsetWidth;
    const left = this.#side === 'left' ? anchor.left : anchor.left + anchor.width - width;
    place(this.element, {
      left: Math.max(MARGIN, Math.min(left, window.innerWidth - width - MARGIN)),
      top: Math.max(MARGIN, above ? anchor.top - this.gap - height : anchor.top + anchor.height + this.gap),
    });
  }
}

/** Keeps the Tab key inside a box, as long as it is open. @param {HTMLElement} box */
export function keepTabInside(box) {
  box.addEventListener('keydown', (event) => {
    const stops = [...box.querySelectorAll('button, input, textarea, summary')].filter(
      (stop) => !(/** @type {HTMLButtonElement} */ (stop).disabled) && /** @type {HTMLElement} */ (stop).checkVisibility(),
    );
    const active = /** @type {ShadowRoot} */ (box.getRootNode()).activeElement;
    const at = active === null ? -1 : stops.indexOf(active);
    if (event.key === 'Tab' && stops.length > 0 && (event.shiftKey ? at <= 0 : at === stops.length - 1)) {
      event.preventDefault();
      /** @type {HTMLElement} */ (stops[event.shiftKey ? stops.length - 1 : 0]).focus();
    }
  });
}
