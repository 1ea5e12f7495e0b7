// Feedback and overrides on their way to the service. Overrides wait here while it is away.

import { keep, load } from './storage.js';
import { Refused, Unavailable } from './transport.js';

/** @import {Service} from './transport.js' */

/** @typedef {'stored'|'waiting'|'refused'|'not-kept'} Fate `not-kept`: the service does not collect such things */

const KEY = 'overrides';
const MOST = 200;
const TIMEOUT_MS = 5_000;

export class Outbox {
  #service;
  /** @type {{verdict: string, draft?: string, conversation?: unknown}[]} */
  #waiting;
  #busy = false;

  /** @param {Service} service */
  constructor(service) {
    this.#service = service;
    const kept = load(KEY);
    this.#waiting = Array.isArray(kept) ? kept : [];
  }

  /** @param {object} feedback @returns {Promise<{fate: Fate, detail: string}>} */
  feedback(feedback) {
    return this.#post('/v1/feedback', feedback);
  }

  /** Reports an override, later if the service is away now. @param {{verdict: string}} override @returns {Promise<{fate: Fate, detail: string}>} */
  async override(override) {
    const answer = await this.#post('/v1/overrides', override);
    if (answer.fate === 'waiting') {
      this.#waiting = [...this.#waiting, override].slice(-MOST);
      this.#keep();
    }
    return answer;
  }

  /** Sends what waits, now that the service is there. */
  async flush() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const { fate } = await this.#post('/v1/overrides', { ...this.#waiting[0], offline: true });
      if (fate === 'waiting') {
        break;
      }
      this.#waiting = this.#waiting.slice(1);
      this.#keep();
    }
    this.#busy = false;
  }

  /** Texts stay in memory only. */
  #keep() {
    keep(KEY, this.#waiting.map(({ draft, conversation, ...facts }) => facts));
  }

  /** @param {string} path @param {object} entry @returns {Promise<{fate: Fate, detail: string}>} */
  async #post(path, entry) {
    try {
      await this.#service.post(path, JSON.stringify(entry), AbortSignal.timeout(TIMEOUT_MS));
      return { fate: 'stored', detail: '' };
    } catch (failure) {
      if (failure instanceof Unavailable) {
        return { fate: 'waiting', detail: '' };
      }
      if (failure instanceof Refused) {
        return { fate: failure.status === 404 || failure.status === 409 ? 'not-kept' : 'refused', detail: failure.message };
      }
      throw failure;
    }
  }
}
