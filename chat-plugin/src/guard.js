// Stands before whatever sends: the key and the button. It lets a message through untouched if all is known and well, and stops
// the event otherwise until it is known what to do; then it does again what the agent did.

/** @import {Field} from './types.js' */
/** @import {Resolved} from './options.js' */
/** @import {Decision} from './verdict.js' */

/**
 * @typedef {object} Gate decides on the message that is in the field now
 * @property {() => Decision|null} now null if it is not known yet
 * @property {() => Promise<Decision|null>} later asks the service and the agent; null if the message is not to be sent
 * @property {(decision: Decision) => boolean} pass lets it go; true if it has been sent by that
 */

/** What a click is made of. A page may listen to any of it. */
const PRESS = ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend'];

/** A click that a browser makes of the Enter key in a form comes right after the key. */
const SAME_ACT_MS = 80;

export class Guard {
  #field;
  #options;
  #gate;
  #busy = false;
  #replaying = false;
  #keyHeld = false;
  #pressHeld = false;
  #letGo = -Infinity;

  /** @param {Field} field @param {Resolved} options @param {Gate} gate @param {AbortSignal} signal ends it */
  constructor(field, options, gate, signal) {
    this.#field = field;
    this.#options = options;
    this.#gate = gate;
    // In the capture phase of the window: nothing of the page comes before, except what it put there earlier.
    for (const view of new Set([window, /** @type {Window} */ (field.element.ownerDocument.defaultView)])) {
      /** @param {string} type @param {(event: any) => void} act */
      const on = (type, act) => view.addEventListener(type, (event) => this.#replaying || act(event), { signal, capture: true });
      on('keydown', (event) => this.#keydown(event));
      on('keypress', (event) => this.#keyHeld && event.key === 'Enter' && stop(event));
      on('keyup', (event) => this.#keyup(event));
      PRESS.forEach((type) => on(type, (event) => this.#press(event)));
      on('click', (event) => this.#click(event));
    }
  }

  /** @param {KeyboardEvent} event */
  #keydown(event) {
    // 229: the key belongs to the input method, even where isComposing is false again already.
    if (!this.#isSendKey(event) || event.isComposing || event.keyCode === 229) {
      return;
    }
    if (this.#busy || (event.repeat && this.#keyHeld)) {
      stop(event);
    } else if (this.#hasText()) {
      this.#keyHeld = this.#attempt(event);
    }
  }

  /** @param {KeyboardEvent} event */
  #keyup(event) {
    if (this.#keyHeld && event.key === 'Enter') {
      this.#keyHeld = false;
      stop(event);
    }
  }

  /** The beginning of a click is kept from the page if the click will be. @param {Event} event */
  #press(event) {
    if (this.#onButton(event)) {
      if (event.type === 'pointerdown') {
        const decision = this.#gate.now();
        this.#pressHeld = this.#hasText() && (this.#busy || decision === null || !passes(decision));
      }
      if (this.#pressHeld) {
        event.stopImmediatePropagation();
      }
    }
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const held = this.#pressHeld;
    this.#pressHeld = false;
    if (!this.#onButton(event) || !this.#hasText()) {
      return;
    }
    if (this.#busy) {
      stop(event);
    } else if (event.detail !== 0 || performance.now() - this.#letGo > SAME_ACT_MS) {
      this.#attempt(event, held);
    }
  }

  /** @param {KeyboardEvent|MouseEvent} event @param {boolean} [again] whether the page has missed a part of it @returns {boolean} whether it was stopped */
  #attempt(event, again = false) {
    const decision = this.#gate.now();
    if (decision !== null && passes(decision) && !again) {
      if (this.#gate.pass(decision) || this.#options.host === 'own') {
        stop(event);
        return true;
      }
      this.#letGo = performance.now();
      return false;
    }
    stop(event);
    this.#wait(event, event.composedPath()[0]);
    return true;
  }

  /** @param {KeyboardEvent|MouseEvent} event @param {EventTarget} target */
  async #wait(event, target) {
    this.#busy = true;
    try {
      const decision = await this.#gate.later();
      if (decision !== null && !this.#gate.pass(decision) && this.#options.host === 'page') {
        this.#replay(event, target);
      }
    } finally {
      this.#busy = false;
    }
  }

  /** Does to the page what the agent did. @param {KeyboardEvent|MouseEvent} event @param {EventTarget} target */
  #replay(event, target) {
    const view = /** @type {Window & typeof globalThis} */ (/** @type {Node} */ (target).ownerDocument?.defaultView ?? window);
    const { ctrlKey, metaKey } = event;
    const common = { bubbles: true, cancelable: true, composed: true, ctrlKey, metaKey };
    this.#replaying = true;
    try {
      if ('key' in event) {
        const key = { ...common, key: 'Enter', code: event.code, keyCode: 13, which: 13 };
        const free = target.dispatchEvent(new view.KeyboardEvent('keydown', key)) && target.dispatchEvent(new view.KeyboardEvent('keypress', key));
        if (free && this.#field.element.localName === 'input') {
          /** @type {HTMLInputElement} */ (this.#field.element).form?.requestSubmit(); // what Enter does in a form
        }
        target.dispatchEvent(new view.KeyboardEvent('keyup', key));
      } else {
        const { clientX, clientY } = event;
        const at = { ...common, clientX, clientY, detail: 1, view };
        target.dispatchEvent(new view.PointerEvent('pointerdown', { ...at, isPrimary: true }));
        target.dispatchEvent(new view.MouseEvent('mousedown', at));
        target.dispatchEvent(new view.PointerEvent('pointerup', { ...at, isPrimary: true }));
        target.dispatchEvent(new view.MouseEvent('mouseup', at));
        target.dispatchEvent(new view.MouseEvent('click', at));
      }
    } finally {
      this.#replaying = false;
    }
  }

  #hasText() {
    return this.#field.text.trim() !== '';
  }

  /** @param {KeyboardEvent} event */
  #isSendKey(event) {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    const modified = ctrlKey || metaKey;
    return (
      key === 'Enter' && !shiftKey && !altKey && modified === (this.#options.sendKey === 'Ctrl+Enter') &&
      event.composedPath().includes(this.#field.element)
    );
  }

  /** @param {Event} event */
  #onButton(event) {
    const { sendButton } = this.#options;
    if (sendButton === undefined) {
      return false;
    }
    const path = event.composedPath();
    if (typeof sendButton === 'string') {
      return path.some((node) => /** @type {Element} */ (node).matches?.(sendButton));
    }
    const buttons = 'nodeType' in sendButton ? [sendButton] : [...sendButton];
    return buttons.some((button) => path.includes(button));
  }
}

/** @param {Decision} decision */
function passes({ action }) {
  return action === 'send' || action === 'note';
}

/** @param {Event} event */
function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
