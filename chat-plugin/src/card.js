// The card beside an underlined word, on hover or by keyboard, and the list of everything found.

import { h } from './dom.js';
import { byRule, findingView, form, rewriteButton } from './finding-view.js';
import { Floating, keepTabInside } from './floating.js';

/** @import {Box, Mark, Turn} from './types.js' */
/** @import {Texts} from './i18n.js' */
/** @import {Doings} from './finding-view.js' */

/**
 * @typedef {object} Overview
 * @property {string} title
 * @property {string} note
 * @property {Mark[]} marks
 * @property {string} [rewritten]
 */

const OPEN_MS = 150;
const CLOSE_MS = 250;

export class Card {
  #floating;
  #text;
  #doings;
  #timer = 0;
  /** @type {string|null} id of the mark it is about; '' for the list */
  #about = null;

  /**
   * @param {ParentNode} root
   * @param {Texts} text
   * @param {Doings & {useAll: (text: string) => void, missed: (note: string) => Promise<string>, leave: () => void}} doings
   */
  constructor(root, text, doings) {
    this.#text = text;
    this.#doings = doings;
    this.#floating = new Floating(root, 'card', { gap: 4 });
    const box = this.#floating.element;
    box.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    box.addEventListener('pointerleave', () => this.away());
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        this.close();
      }
    });
    keepTabInside(box);
  }

  /** The mark it is about, null if it is closed or shows the list. */
  get about() {
    return this.#floating.open && this.#about ? this.#about : null;
  }

  get open() {
    return this.#floating.open;
  }

  /** Whether it has the focus. */
  get focused() {
    return /** @type {ShadowRoot} */ (this.#floating.element.getRootNode()).activeElement?.closest('.card') != null;
  }

  /** The pointer rests on a mark. @param {Mark} mark @param {() => Box|null} anchor @param {Turn[]} conversation */
  hover(mark, anchor, conversation) {
    if (this.about === mark.id) {
      clearTimeout(this.#timer);
    } else if (!this.focused) {
      this.#later(OPEN_MS, () => this.show(mark, anchor, conversation));
    }
  }

  /** The pointer is on nothing that the card belongs to. */
  away() {
    if (!this.focused) {
      this.#later(CLOSE_MS, () => this.close());
    }
  }

  /** @param {Mark} mark @param {() => Box|null} anchor @param {Turn[]} conversation @param {boolean} [focus] */
  show(mark, anchor, conversation, focus = false) {
    this.#open(mark.id, mark.title, anchor, focus, findingView(this.#text, mark, conversation, this.#doings), this.#keys());
  }

  /** @param {Overview} overview @param {() => Box|null} anchor @param {Turn[]} conversation */
  list({ title, note, marks, rewritten }, anchor, conversation) {
    const text = this.#text;
    const whole =
      rewritten === undefined || marks.some(({ rewrites }) => rewrites.includes(rewritten))
        ? []
        : [
            h('p', { className: 'label' }, text.rewritten),
            rewriteButton(rewritten, () => this.#doings.useAll(rewritten)),
          ];
    this.#open(
      '',
      title,
      anchor,
      true,
      h('div', { className: 'headline' }, h('h2', {}, title), ...(note === '' ? [] : [h('p', { className: 'soft' }, note)]), ...whole),
      ...byRule(marks).map(([first]) => findingView(text, first, conversation, this.#doings)),
      h('footer', {}, form(text.missed, text.missedTitle, text.missedNote, text.submit, (told) => this.#doings.missed(told)), this.#keys()),
    );
  }

  /** Closes it if its mark is gone. @param {Mark[]} marks */
  keep(marks) {
    if (this.about !== null && !marks.some(({ id }) => id === this.#about)) {
      this.close();
    }
  }

  /** @returns {boolean} whether it was open */
  close() {
    clearTimeout(this.#timer);
    const { open } = this;
    const returning = this.focused;
    if (open) {
      this.#floating.hide();
      this.#about = null;
    }
    if (returning) {
      this.#doings.leave();
    }
    return open;
  }

  place() {
    this.#floating.place();
  }

  #keys() {
    const close = h('button', { type: 'button', className: 'small', click: () => this.close() }, this.#text.close);
    return h('p', { className: 'keys' }, h('span', {}, this.#text.keys), close);
  }

  /** @param {string} about @param {string} label @param {() => Box|null} anchor @param {boolean} focus @param {...HTMLElement} content */
  #open(about, label, anchor, focus, ...content) {
    clearTimeout(this.#timer);
    this.#about = about;
    this.#floating.element.setAttribute('aria-label', label);
    this.#floating.show(anchor, ...content);
    if (focus) {
      this.#floating.element.focus({ preventScroll: true });
    }
  }

  /** @param {number} ms @param {() => void} act */
  #later(ms, act) {
    clearTimeout(this.#timer);
    this.#timer = Number(setTimeout(act, ms));
  }
}
