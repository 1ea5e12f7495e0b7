// Keeps the plugin attached to the box that an adapter names, in pages that put up their boxes late and exchange them.

import { attach } from '../src/index.js';
import { all, shown, writable } from './find.js';
import { talk } from './talk.js';

/** @import {Adapter} from './adapters.js' */
/** @import {Turn} from './talk.js' */
/** @import {Handle} from '../src/index.js' */
/** @import {Options} from '../src/options.js' */

/** @typedef {Pick<Adapter, 'input'|'send'|'sendKey'|'messages'|'roles'|'text'> & {platform?: Adapter['platform']}} Place */
/** @typedef {{service: string, send: boolean, messages: number}} Standing what is found at the box */

const LOOK_MS = 300;

export class Station {
  #place;
  #options;
  #timer = 0;
  /** @type {HTMLElement|null} */
  #element = null;
  /** @type {Handle|null} */
  #handle = null;
  /** @type {HTMLElement|null} */
  #list = null;
  /** @type {Turn[]|null} */
  #turns = null;
  #told = '';
  #observer = new MutationObserver(() => this.#heard());
  #focused = () => this.#look();

  /** @param {Place} place @param {Partial<Options>} options for attach */
  constructor(place, options) {
    this.#place = place;
    const { send, sendKey, platform } = place;
    this.#options = {
      ...options,
      sendKey,
      ...(send && { sendButton: { [Symbol.iterator]: () => all(send)[Symbol.iterator]() } }),
      ...(platform && { shop: { platform } }),
      getConversation: () => (this.#turns ??= this.#list === null ? [] : talk(this.#list, this.#place)),
    };
    document.addEventListener('focusin', this.#focused, true);
    this.#timer = Number(setInterval(() => this.#look(), LOOK_MS));
    this.#look();
  }

  stop() {
    clearInterval(this.#timer);
    document.removeEventListener('focusin', this.#focused, true);
    this.#leave();
    this.#observer.disconnect();
  }

  /** @returns {Standing|null} null if there is no box to be seen */
  get standing() {
    return this.#handle === null
      ? null
      : {
          service: this.#handle.state,
          send: Boolean(this.#place.send) && all(/** @type {string} */ (this.#place.send)).length > 0,
          messages: this.#options.getConversation?.().length ?? 0,
        };
  }

  #look() {
    if (document.body === null) {
      return; // the page is only beginning
    }
    this.#listen();
    const boxes = all(this.#place.input).filter((box) => writable(box) && shown(box));
    const box = boxes.find((one) => one.matches(':focus')) ?? boxes.find((one) => one === this.#element) ?? boxes[0] ?? null;
    if (box !== this.#element) {
      this.#leave();
      if (box !== null) {
        this.#element = box;
        this.#handle = attach(box, this.#options);
      }
    }
  }

  #listen() {
    const list = this.#place.messages ? (all(this.#place.messages).find(shown) ?? null) : null;
    if (list !== this.#list) {
      this.#list = list;
      this.#observer.disconnect();
      if (list !== null) {
        this.#observer.observe(list, { childList: true, subtree: true, characterData: true, attributeFilter: ['class'] });
      }
      this.#heard();
    }
  }

  /** The list of messages is another, or shows something else. */
  #heard() {
    this.#turns = null;
    const told = JSON.stringify(this.#options.getConversation?.());
    if (told !== this.#told) {
      this.#told = told;
      this.#handle?.refresh();
    }
  }

  #leave() {
    this.#handle?.detach();
    this.#handle = null;
    this.#element = null;
  }
}
