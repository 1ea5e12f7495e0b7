// What appears over the box while work goes on: the answer to a buyer's trap, and short notes.

import { h } from './dom.js';
import { CHINESE } from './finding-view.js';
import { Floating } from './floating.js';

/** @import {Box, Severity, Trap} from './types.js' */
/** @import {Texts} from './i18n.js' */

const NOTE_MS = 6_000;

export class Dock {
  #floating;
  #text;
  #insert;
  #anchor;
  /** @type {Trap[]} */
  #traps = [];
  /** @type {Set<string>} what the agent does not want to see again in this conversation */
  #dismissed = new Set();
  /** @type {HTMLElement|null} */
  #note = null;
  #timer = 0;

  /** @param {ParentNode} root @param {Texts} text @param {() => Box|null} anchor @param {(reply: string) => void} insert */
  constructor(root, text, anchor, insert) {
    this.#text = text;
    this.#anchor = anchor;
    this.#insert = insert;
    this.#floating = new Floating(root, 'dock', { role: 'region', gap: 16 });
    this.#floating.element.setAttribute('aria-label', text.product);
  }

  /** The traps shown. */
  get traps() {
    return this.#traps.filter(({ rule }) => !this.#dismissed.has(rule));
  }

  /** Uses the first answer. @returns {boolean} whether there is one */
  take() {
    const trap = this.traps.find(({ reply }) => reply !== undefined);
    if (trap?.reply === undefined) {
      return false;
    }
    this.#use(trap.rule, trap.reply);
    return true;
  }

  get open() {
    return this.#floating.open;
  }

  /** @param {Trap[]} traps @returns {Trap[]} those that were not shown before */
  show(traps) {
    const before = JSON.stringify(this.#traps);
    if (before === JSON.stringify(traps)) {
      return [];
    }
    const known = new Set(this.#traps.map(({ rule }) => rule));
    this.#traps = traps;
    // Whoever asks again after a while is warned again.
    this.#dismissed = new Set([...this.#dismissed].filter((rule) => traps.some((trap) => trap.rule === rule)));
    this.#draw();
    return this.traps.filter(({ rule }) => !known.has(rule));
  }

  /** @param {string} text @param {Severity|'plain'} severity */
  tell(text, severity = 'plain') {
    clearTimeout(this.#timer);
    this.#note = h('div', { className: `told ${severity}` }, text);
    this.#timer = Number(setTimeout(() => this.silence(), NOTE_MS));
    this.#draw();
  }

  silence() {
    this.#note = null;
    this.#draw();
  }

  /** @param {boolean} aside whether something else needs its place */
  place(aside) {
    if (this.#floating.element.classList.contains('stepped-aside') !== aside) {
      this.#floating.element.classList.toggle('stepped-aside', aside);
    }
    this.#floating.place();
  }

  close() {
    clearTimeout(this.#timer);
  }

  #draw() {
    const content = [...(this.#note === null ? [] : [this.#note]), ...this.traps.map((trap) => this.#trap(trap))];
    if (content.length === 0) {
      this.#floating.hide();
    } else {
      this.#floating.show(this.#anchor, ...content);
    }
  }

  /** @param {string} rule @param {string} reply */
  #use(rule, reply) {
    this.#insert(reply);
    this.#dismiss(rule);
  }

  /** @param {string} rule */
  #dismiss(rule) {
    this.#dismissed.add(rule);
    this.#draw();
  }

  /** @param {Trap} trap */
  #trap({ rule, title, message, reply }) {
    return h(
      'article',
      { className: 'trap' },
      h(
        'header',
        {},
        h('span', { className: 'tag warn' }, this.#text.trap),
        h('h3', CHINESE, title),
        h('button', { type: 'button', className: 'small', click: () => this.#dismiss(rule) }, this.#text.dismiss),
      ),
      h('p', { className: 'soft', ...CHINESE }, message),
      ...(reply === undefined
        ? []
        : [
            h(
              'div',
              { className: 'answer' },
              h('p', CHINESE, h('span', { className: 'label' }, `${this.#text.trapReply} `), reply),
              h('button', { type: 'button', className: 'main small', 'aria-keyshortcuts': 'Control+.', click: () => this.#use(rule, reply) }, this.#text.insert),
            ),
          ]),
    );
  }
}
