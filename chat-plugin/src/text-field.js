// A textarea or a one-line input. Its characters have no boxes of their own, so an invisible mirror of it is measured.

import { inside, outward, visible } from './geometry.js';
import { common } from './marks.js';

/** @import {Box, Field} from './types.js' */

/** Everything that decides where a character of a text box lies. */
const COPIED = [
  'direction', 'font-family', 'font-feature-settings', 'font-kerning', 'font-optical-sizing', 'font-size', 'font-size-adjust',
  'font-stretch', 'font-style', 'font-variant', 'font-variation-settings', 'font-weight', 'hyphens', 'letter-spacing', 'line-break',
  'line-height', 'overflow-wrap', 'padding-bottom', 'padding-left', 'padding-right', 'padding-top', 'tab-size', 'text-align',
  'text-indent', 'text-rendering', 'text-spacing-trim', 'text-transform', 'unicode-bidi', 'white-space', 'word-break', 'word-spacing',
  'writing-mode',
];

/** @implements {Field} */
export class TextField {
  #mirror;
  #characters;
  #style;

  /** @param {HTMLTextAreaElement|HTMLInputElement} element @param {ParentNode} room where the mirror may live, in the element's document */
  constructor(element, room) {
    this.element = element;
    const own = element.ownerDocument;
    this.#mirror = own.createElement('div');
    this.#mirror.setAttribute('aria-hidden', 'true');
    this.#characters = own.createTextNode('');
    this.#mirror.append(this.#characters);
    for (const [name, value] of [['position', 'fixed'], ['left', '0'], ['top', '0'], ['visibility', 'hidden'], ['box-sizing', 'border-box'],
      ['pointer-events', 'none'], ['border', '0'], ['margin', '0'], ['contain', 'layout style']]) {
      this.#mirror.style.setProperty(name, value);
    }
    this.#style = /** @type {Window} */ (own.defaultView).getComputedStyle(element);
    room.append(this.#mirror);
  }

  get text() {
    return this.element.value;
  }

  get selection() {
    return { start: this.element.selectionStart ?? 0, end: this.element.selectionEnd ?? 0 };
  }

  /** @returns {Box} */
  get frame() {
    return visible(this.element);
  }

  /** @param {{start: number, end: number}[]} spans @returns {Box[][]} */
  boxes(spans) {
    this.#reflect();
    const range = this.element.ownerDocument.createRange();
    const zero = this.#mirror.getBoundingClientRect();
    const origin = inside(this.element);
    const scale = this.element.clientWidth === 0 ? 1 : origin.width / this.element.clientWidth;
    const { scrollLeft, scrollTop } = this.element;
    return spans.map(({ start, end }) => {
      range.setStart(this.#characters, start);
      range.setEnd(this.#characters, end);
      return [...range.getClientRects()]
        .filter(({ width }) => width > 0)
        .map(({ left, top, width, height }) => ({
          left: origin.left + (left - zero.left - scrollLeft) * scale,
          top: origin.top + (top - zero.top - scrollTop) * scale,
          width: width * scale,
          height: height * scale,
        }))
        .map((box) => outward(box, this.element));
    });
  }

  /** @param {number} start @param {number} end */
  select(start, end) {
    this.element.focus();
    this.element.setSelectionRange(start, end);
  }

  /** @param {number} start @param {number} end @param {string} text */
  replace(start, end, text) {
    const before = this.text;
    const after = before.slice(0, start) + text + before.slice(end);
    const { head, tail } = common(before, after);
    const typed = after.slice(head, after.length - tail);
    this.select(head, before.length - tail);
    const own = this.element.ownerDocument;
    const done = typed === '' ? own.execCommand('delete') : own.execCommand('insertText', false, typed);
    if (!done || this.text !== after) {
      this.#assign(after);
    }
    this.element.setSelectionRange(start + text.length, start + text.length);
  }

  release() {
    this.#mirror.remove();
  }

  /** Sets the value past any framework that shadows the property, and says so. @param {string} value */
  #assign(value) {
    const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(this.element), 'value')?.set;
    set?.call(this.element, value);
    this.element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText' }));
  }

  /** Makes the mirror look as the element does now. */
  #reflect() {
    const to = this.#mirror.style;
    for (const name of COPIED) {
      set(to, name, this.#style.getPropertyValue(name));
    }
    set(to, 'width', `${this.element.clientWidth}px`);
    if (this.element.localName === 'input') {
      // The one line stands in the middle of the content's height.
      const padding = parseFloat(this.#style.paddingTop) + parseFloat(this.#style.paddingBottom);
      set(to, 'line-height', `${this.element.clientHeight - padding}px`);
      set(to, 'white-space', 'pre');
    }
    if (this.#characters.data !== this.text) {
      this.#characters.data = this.text;
    }
  }
}

/** @param {CSSStyleDeclaration} style @param {string} name @param {string} value */
function set(style, name, value) {
  if (style.getPropertyValue(name) !== value) {
    style.setProperty(name, value);
  }
}
