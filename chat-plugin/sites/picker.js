// Shows what is under the pointer and lets it be picked: the box, the button, a message of each side. A pane over the page takes
// the clicks, so the page feels none of them, and disabled buttons can be picked too. In a page of several frames each frame has
// its picker; they keep step by messages, and the one where the box was picked goes on alone.

import { h, place } from '../src/dom.js';
import { writable } from './find.js';
import { rolesOf } from './roles.js';
import { selectorOf } from './selector.js';

/** @import {Adapter} from './adapters.js' */
/** @import {Words} from './words.js' */

/** @typedef {'input'|'send'|'buyer'|'agent'} Step */
/** @typedef {Pick<Adapter, 'input'|'send'|'messages'|'roles'|'text'>} Picked */
/** @typedef {{step: Step, by?: string}|{skip: true}|{cancel: true}|{done: 'done'|'same'}} Word what the frames' pickers tell each other */

/** @type {Step[]} */
const STEPS = ['input', 'send', 'buyer', 'agent'];
const BUTTON = 'button, [role="button"], input[type="submit"], input[type="button"], a[href]';

const CSS_TEXT = `
:host { all: initial !important; }
.pane { position: fixed; inset: 0; z-index: 2147483646; cursor: crosshair; }
.frame { position: fixed; z-index: 2147483646; box-sizing: border-box; pointer-events: none; border: 2px solid #0c6b5c; border-radius: 4px; background: rgb(12 107 92 / 12%); }
.frame.wrong { border-color: #c5221f; background: rgb(197 34 31 / 8%); }
.name { position: fixed; z-index: 2147483646; pointer-events: none; max-width: 70vw; padding: 2px 8px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis;
  border-radius: 4px; background: #1c2421; color: #fff; font: 12px/1.6 ui-monospace, Consolas, monospace; }
.bar { position: fixed; z-index: 2147483647; inset: 14px 0 auto; width: fit-content; margin: 0 auto; display: flex; align-items: center; gap: 12px; max-width: calc(100vw - 24px);
  box-sizing: border-box; outline: none; padding: 10px 16px; border-radius: 12px; background: #0c6b5c; color: #fff; box-shadow: 0 6px 30px rgb(0 0 0 / 35%);
  font: 15px/1.5 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; }
.bar b { font-weight: 600; }
.bar small { opacity: .85; font-size: 13px; white-space: nowrap; }
.bar button { font: inherit; font-size: 13px; color: inherit; padding: 3px 12px; border: 1px solid rgb(255 255 255 / 55%); border-radius: 8px; background: none; cursor: pointer; white-space: nowrap; }
.bar button:hover { background: rgb(255 255 255 / 15%); }
.bar :focus-visible { outline: 2px solid #fff; outline-offset: 2px; }
.bar .count { padding: 0 8px; border-radius: 99px; background: rgb(255 255 255 / 20%); font-size: 13px; white-space: nowrap; }
[hidden] { display: none; }
`;

export class Picker {
  #words;
  #tell;
  #onPicked;
  #me = crypto.randomUUID();
  #end = new AbortController();
  #host = document.createElement('reply-linter-picker');
  #pane = h('div', { className: 'pane' });
  #frame = h('div', { className: 'frame', hidden: true });
  #name = h('div', { className: 'name', hidden: true });
  #bar = h('div', { className: 'bar', role: 'status', tabIndex: -1 });
  /** @type {Step} */
  #step = 'input';
  /** @type {Partial<Record<Step, Element>>} */
  #picks = {};

  /**
   * @param {Words} words
   * @param {(word: Word) => void} tell tells it to the pickers of all frames, this one included
   * @param {(picked: Picked) => void} onPicked
   */
  constructor(words, tell, onPicked) {
    this.#words = words;
    this.#tell = tell;
    this.#onPicked = onPicked;
    const root = this.#host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS_TEXT);
    root.adoptedStyleSheets = [sheet];
    root.append(this.#pane, this.#frame, this.#name, ...(window === top ? [this.#bar] : []));
    document.documentElement.append(this.#host);

    const options = { signal: this.#end.signal, capture: true };
    window.addEventListener('pointermove', (event) => this.#point(event.clientX, event.clientY), options);
    window.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopImmediatePropagation();
        this.#tell({ cancel: true });
      }
    }, options);
    this.#pane.addEventListener('click', (event) => this.#pick(event.clientX, event.clientY));
    this.#pane.addEventListener('wheel', (event) => this.#scroll(event), { passive: true });
    this.#show();
    this.#bar.focus();
  }

  /** What a picker in this page has told. @param {Word} word */
  hear(word) {
    if ('cancel' in word) {
      this.stop();
    } else if ('skip' in word) {
      if (this.#step !== 'input' && this.#picks.input !== undefined) {
        this.#next(undefined);
      }
    } else if ('done' in word) {
      this.#end.abort();
      this.#sayBye(word.done);
    } else {
      this.#step = word.step;
      if (word.by !== this.#me) {
        this.#idle();
      }
      this.#show();
    }
  }

  stop() {
    this.#end.abort();
    this.#host.remove();
  }

  /** The picking goes on in another frame. */
  #idle() {
    this.#pane.remove();
    this.#frame.hidden = this.#name.hidden = true;
  }

  #show() {
    const { pick } = this.#words;
    const button = (/** @type {string} */ label, /** @type {Word} */ word) => h('button', { type: 'button', click: () => this.#tell(word) }, label);
    const optional = this.#step !== 'input';
    this.#bar.replaceChildren(
      h('span', { className: 'count' }, `${STEPS.indexOf(this.#step) + 1}/${STEPS.length}`),
      h('b', {}, pick.steps[this.#step]),
      ...(optional ? [h('small', {}, pick.optional), button(pick.skip, { skip: true })] : []),
      h('small', {}, pick.keys),
      button(pick.cancel, { cancel: true }),
    );
  }

  /** @param {'done'|'same'} how */
  #sayBye(how) {
    const { pick } = this.#words;
    this.#idle();
    const close = () => this.#host.remove();
    this.#bar.replaceChildren(h('b', {}, how === 'same' ? pick.same : pick.done), h('button', { type: 'button', click: close }, pick.close));
    setTimeout(close, how === 'same' ? 12_000 : 2_500);
  }

  /** What is under the pane, in open shadow roots too. @param {number} x @param {number} y @returns {Element|null} */
  #under(x, y) {
    /** @type {Document|ShadowRoot} */
    let root = document;
    for (;;) {
      const found = /** @type {Element|undefined} */ (root.elementsFromPoint(x, y).find((element) => element !== this.#host && element.getRootNode() === root));
      if (!found?.shadowRoot || found.shadowRoot === root) {
        return found ?? null;
      }
      const inner = found.shadowRoot.elementsFromPoint(x, y).find((element) => element.getRootNode() === found.shadowRoot);
      if (inner === undefined) {
        return found;
      }
      root = found.shadowRoot;
    }
  }

  /** The element that a click here would pick. @param {number} x @param {number} y @returns {Element|null} */
  #target(x, y) {
    const under = this.#under(x, y);
    if (under === null || this.#step === 'buyer' || this.#step === 'agent') {
      return under;
    }
    if (this.#step === 'send') {
      return under.closest(BUTTON) ?? under;
    }
    let box = /** @type {Element} */ (under);
    while (writable(box) && box.parentElement !== null && writable(box.parentElement)) {
      box = box.parentElement; // from a paragraph in an editor to the editor
    }
    return box;
  }

  /** @param {Element} target */
  #fits(target) {
    return this.#step === 'input' ? writable(target) : target !== document.body && target !== document.documentElement;
  }

  /** @param {number} x @param {number} y */
  #point(x, y) {
    const target = this.#pane.isConnected ? this.#target(x, y) : null;
    // A frame has a picker of its own: the pane lets the pointer through to it.
    const frame = target?.localName === 'iframe';
    this.#pane.style.setProperty('pointer-events', frame ? 'none' : 'auto');
    const seen = target !== null && !frame && !this.#host.contains(target);
    this.#frame.hidden = this.#name.hidden = !seen;
    if (seen) {
      const { left, top, width, height } = target.getBoundingClientRect();
      const fits = this.#fits(target);
      this.#frame.classList.toggle('wrong', !fits);
      place(this.#frame, { left, top, width, height });
      this.#name.textContent = fits ? selectorOf(target) : this.#step === 'input' ? this.#words.pick.notWritable : target.localName;
      place(this.#name, { left: Math.max(4, left), top: top > 30 ? top - 26 : top + height + 4 });
    }
  }

  /** @param {number} x @param {number} y */
  #pick(x, y) {
    const target = this.#target(x, y);
    if (target !== null && this.#fits(target)) {
      this.#next(target);
    }
  }

  /** @param {Element|undefined} target undefined if the step was skipped */
  #next(target) {
    this.#picks[this.#step] = target;
    const next = STEPS[STEPS.indexOf(this.#step) + 1];
    if (next === undefined || (this.#step === 'buyer' && target === undefined)) {
      this.#finish();
    } else {
      this.#tell({ step: next, by: this.#me });
    }
  }

  #finish() {
    const { input, send, buyer, agent } = this.#picks;
    const roles = buyer === undefined || agent === undefined ? null : rolesOf(buyer, agent);
    this.#onPicked({ input: selectorOf(/** @type {Element} */ (input)), ...(send && { send: selectorOf(send) }), ...roles });
    this.#tell({ done: roles === null && agent !== undefined ? 'same' : 'done' });
  }

  /** Scrolls what is under the pane. @param {WheelEvent} event */
  #scroll({ clientX, clientY, deltaX, deltaY }) {
    for (let at = this.#under(clientX, clientY); at !== null; at = at.parentElement) {
      const { scrollTop } = at;
      at.scrollBy(deltaX, deltaY);
      if (at.scrollTop !== scrollTop) {
        return;
      }
    }
  }
}
