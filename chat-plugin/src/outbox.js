// Feedback and overrides on their way to the service. Overrides wait here while it is away.

import { keep, load } from './storage.js';
import { Refused, Unavailable } from './transport.js';

/** @import {Service} from './transport.js' */

/** @typedef {'stored'|'waiting'|'refused'|'not-kept'} Fate `not-kept`: the service does not collect such things */
/** @typedef {{verdict: string, draft?: string, conversation?: unknown}} Override as the service takes it */
/** @typedef {{id: string, override: Override}} Waiting */

const KEY = 'overrides';
const MOST = 200;
const TIMEOUT_MS = 5_000;

export class Outbox {
  #service;
  /** @type {Map<string, Override>} those of this page, with their texts */
  #own = new Map();
  #busy = false;

  /** @param {Service} service */
  constructor(service) {
    this.#service = service;
  }

  /** @param {object} feedback @returns {Promise<{fate: Fate, detail: string}>} */
  feedback(feedback) {
    return this.#post('/v1/feedback', feedback);
  }

  /** Reports an override, later if the service is away now. @param {Override} override @returns {Promise<{fate: Fate, detail: string}>} */
  async override(override) {
    const answer = await this.#post('/v1/overrides', override);
    if (answer.fate === 'waiting') {
      this.#wait([{ id: `${Date.now()}-${Math.random()}`, override }]);
    }
    return answer;
  }

  /** Sends what waits, now that the service is there; also what was left by pages that are gone. */
  async flush() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    const own = [...this.#own].map(([id, override]) => ({ id, override }));
    const left = kept().filter(({ id }) => !this.#own.has(id));
    this.#own.clear();
    keep(KEY, []); // no other page sends them too
    const all = [...left, ...own];
    while (all.length > 0) {
      const { fate } = await this.#post('/v1/overrides', { ...all[0].override, offline: true });
      if (fate === 'waiting') {
        break;
      }
      all.shift();
    }
    this.#wait(all);
    this.#busy = false;
  }

  /** Texts wait in memory only. @param {Waiting[]} entries */
  #wait(entries) {
    entries.forEach(({ id, override }) => this.#own.set(id, override));
    if (entries.length > 0) {
      const facts = entries.map(({ id, override: { draft, conversation, ...rest } }) => ({ id, override: rest }));
      keep(KEY, [...kept(), ...facts].slice(-MOST));
    }
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

/** @returns {Waiting[]} */
function kept() {
  const entries = load(KEY);
  return Array.isArray(entries) ? entries : [];
}
