// The one element that holds everything the plugin shows: a shadow root that neither the page's styles nor its scripts' events enter.

import { h } from './dom.js';
import { sheet } from './style.js';

/** Events that end here, so that a page's own shortcuts do not see what is typed or clicked in the plugin. */
const OWN = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'click', 'dblclick', 'contextmenu', 'pointerdown', 'pointerup',
  'mousedown', 'mouseup', 'touchstart', 'touchend', 'wheel', 'paste', 'copy', 'cut', 'compositionstart', 'compositionend', 'focusin', 'focusout'];

export class Shell {
  #host = document.createElement('reply-linter');
  #live = h('div', { className: 'aside', role: 'status', 'aria-live': 'polite' });
  /** @type {HTMLElement[]} */
  #rooms = [];

  /** @param {{element: HTMLElement, language: 'zh'|'en', theme: 'auto'|'light'|'dark'}} options */
  constructor({ element, language, theme }) {
    const root = this.#host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet()];
    this.root = h('div', { className: `shell ${theme}`, lang: language === 'en' ? 'en' : 'zh-CN' }, this.#live);
    root.append(this.root);
    for (const type of OWN) {
      root.addEventListener(type, (event) => event.stopPropagation());
    }
    // Whatever is outside an open modal dialog is inert, so the plugin has to be inside it.
    const around = element.ownerDocument === document ? element.closest('dialog') : null;
    // And whatever a page does to its body, zoom it or move it, does not happen to the body's siblings.
    (around ?? document.documentElement).append(this.#host);
  }

  /** Whether an event happened in the plugin's own elements. @param {Event} event */
  holds(event) {
    return event.composedPath().includes(this.#host);
  }

  /** Tells it to those who listen to a screen reader. @param {string} text */
  say(text) {
    this.#live.textContent = text;
  }

  /** A place for invisible elements in a document, for measuring. @param {Document} own @returns {ParentNode} */
  roomIn(own) {
    if (own === document) {
      return this.root;
    }
    const room = own.createElement('reply-linter-room');
    this.#rooms.push(room);
    own.body.append(room);
    return room.attachShadow({ mode: 'open' });
  }

  remove() {
    [this.#host, ...this.#rooms].forEach((element) => element.remove());
  }
}
