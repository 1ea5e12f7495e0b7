// The plugin's public interface: attach(element, options).

import { Plugin } from './plugin.js';
import { resolved } from './options.js';

/** @import {Report, ServiceState} from './types.js' */
/** @import {Options} from './options.js' */

/**
 * @typedef {object} Handle
 * @property {() => void} detach takes everything away again
 * @property {() => void} refresh tells that the conversation has changed
 * @property {() => Promise<Report|null>} check the report about the text of now; null if there is none to be had
 * @property {ServiceState} state
 */

/** @type {WeakMap<HTMLElement, Plugin>} */
const attached = new WeakMap();

/**
 * Checks what is written in an element, and guards its sending. To attach again is to begin anew, with other options.
 *
 * @param {HTMLElement} element textarea, input of type text or search, or contenteditable; also in open shadow roots and same-origin frames
 * @param {Partial<Options>} [options]
 * @returns {Handle}
 * @throws {TypeError} if an option or the element is of the wrong kind
 */
export function attach(element, options = {}) {
  const wanted = resolved(options);
  attached.get(element)?.detach();
  const plugin = new Plugin(element, wanted);
  attached.set(element, plugin);
  return {
    detach: () => plugin.detach(),
    refresh: () => plugin.refresh(),
    check: () => plugin.check(),
    get state() {
      return plugin.state;
    },
  };
}
