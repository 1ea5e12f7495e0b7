// What the agent does besides typing: rests the pointer on an underlined word, presses one of the plugin's keys.

import { outward } from './geometry.js';

/** @import {Field} from './types.js' */

/**
 * @typedef {object} Doer each key is taken from the page only if its doer says that there was something to do
 * @property {(x: number, y: number, pressed: boolean) => void} point in the plugin's viewport
 * @property {() => void} leave the pointer has left the field
 * @property {(event: Event) => boolean} owns whether an event happened in the plugin's own boxes
 * @property {() => boolean} rewrite
 * @property {(back: boolean) => boolean} next
 * @property {() => boolean} escape
 * @property {() => void} typed
 */

/** @param {Field} field @param {Doer} doer @param {AbortSignal} signal ends it */
export function gestures({ element }, doer, signal) {
  /** @param {MouseEvent} event @param {boolean} pressed */
  const point = ({ clientX, clientY }, pressed) => {
    const { left, top } = outward({ left: clientX, top: clientY, width: 0, height: 0 }, element);
    doer.point(left, top, pressed);
  };
  element.addEventListener('pointermove', (event) => point(event, false), { signal });
  element.addEventListener('click', (event) => point(event, true), { signal });
  element.addEventListener('pointerleave', () => doer.leave(), { signal });
  element.addEventListener('input', (event) => /** @type {InputEvent} */ (event).isComposing || doer.typed(), { signal });
  element.addEventListener('compositionstart', () => doer.typed(), { signal });

  /** @param {KeyboardEvent} event */
  const key = (event) => {
    const inside = event.composedPath().includes(element);
    if (event.isComposing || !(inside || doer.owns(event))) {
      return;
    }
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const done =
      ((event.ctrlKey || event.metaKey) && event.key === '.' && doer.rewrite()) ||
      (plain && event.key === 'F8' && doer.next(event.shiftKey)) ||
      (plain && inside && event.key === 'Escape' && doer.escape());
    if (done) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  for (const view of new Set([window, /** @type {Window} */ (element.ownerDocument.defaultView)])) {
    view.addEventListener('keydown', key, { signal, capture: true });
  }
}
