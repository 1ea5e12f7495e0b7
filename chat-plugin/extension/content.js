// In every frame of a site that is switched on: attaches the plugin where the site's adapter says.

import { adapterProblems } from '../sites/adapters.js';
import { Station } from '../sites/station.js';
import { words } from '../sites/words.js';

/** @import {Transport} from '../src/types.js' */
/** @import {Reply} from './requests.js' */

/** Requests go through the worker. @type {Transport} */
const transport = async (path, { signal, ...call }) => {
  const aborted = new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  const asked = chrome.runtime.sendMessage({ type: 'ask', call: { path, ...call } });
  const reply = /** @type {Reply|undefined} */ (await Promise.race([asked, aborted]));
  if (reply === undefined || !('status' in reply)) {
    throw new TypeError('the service cannot be reached');
  }
  const { status, headers, json } = reply;
  return { status, header: (name) => headers[name.toLowerCase()] ?? null, json };
};

class Content {
  /** @type {Station|null} */
  #station = null;
  #over = false;
  #round = 0;
  /** @param {{type: string}} message @param {chrome.runtime.MessageSender} _ @param {(answer: unknown) => void} answer */
  #hear = (message, _, answer) => {
    if (message.type === 'changed') {
      this.start();
    } else if (message.type === 'standing' && this.#station?.standing) {
      answer(this.#station.standing); // frames without a box keep silent, so that the one with it is heard
    }
  };

  constructor() {
    chrome.runtime.onMessage.addListener(this.#hear);
    this.start();
  }

  /** Begins anew with the settings of now. */
  async start() {
    const round = ++this.#round;
    const { adapter, options } = await chrome.runtime.sendMessage({ type: 'site' });
    if (this.#over || round !== this.#round) {
      return;
    }
    this.pause();
    if (adapter === null) {
      return;
    }
    const problems = adapterProblems(adapter, adapter.id, words(options.language));
    if (problems.length > 0) {
      console.warn('Reply Linter:', problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    } else {
      this.#station = new Station(adapter, { ...options, transport });
    }
  }

  /** Takes the plugin away until the next start. */
  pause() {
    this.#station?.stop();
    this.#station = null;
  }

  stop() {
    this.#over = true;
    this.pause();
    chrome.runtime.onMessage.removeListener(this.#hear);
  }
}

// A later version of this script, or the same again, takes the place of an earlier one.
const here = /** @type {{replyLinter?: {stop(): void}}} */ (globalThis);
try {
  here.replyLinter?.stop();
} catch {
  // it belongs to an extension that has been updated since
}
here.replyLinter = new Content();
