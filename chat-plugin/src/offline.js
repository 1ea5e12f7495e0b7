// The offline pack: the gravest rules in a simple form, for when the service cannot be asked.

import { find } from './matcher.js';
import { keep, load } from './storage.js';
import { Refused, Unavailable } from './transport.js';

/** @import {Finding} from './types.js' */
/** @import {Service} from './transport.js' */
/** @import {Pack} from './matcher.js' */

const FORMAT = 1;

export class Offline {
  #service;
  #key;
  /** @type {string|null} */
  #etag = null;
  /** @type {Pack|null} */
  #pack = null;
  #busy = false;
  /** @type {string|null|undefined} the phrasebook for which the service has said all it has to say */
  #asked = null;

  /** @param {Service} service @param {string} server whose pack it is */
  constructor(service, server) {
    this.#service = service;
    this.#key = `pack:${server}`;
    const kept = load(this.#key);
    if (kept?.pack?.format === FORMAT && Array.isArray(kept.pack.rules)) {
      this.#pack = kept.pack;
      this.#etag = kept.etag;
    }
  }

  /** Whether anything can be found offline. */
  get able() {
    return this.#pack !== null;
  }

  /** @param {string} draft @returns {Finding[]} */
  find(draft) {
    return this.#pack === null ? [] : find(this.#pack, draft);
  }

  /** Fetches the pack if the one at hand is not of this phrasebook. @param {string} [phrasebook] version; unknown if absent */
  async refresh(phrasebook) {
    if (this.#busy || this.#asked === phrasebook || (this.#pack !== null && this.#pack.phrasebook === phrasebook)) {
      return;
    }
    this.#busy = true;
    try {
      const answer = await this.#service.get('/v1/offline-pack', { headers: this.#etag === null ? {} : { 'If-None-Match': this.#etag } });
      if (answer.status === 200 && answer.json?.format === FORMAT) {
        this.#pack = answer.json;
        this.#etag = answer.header('ETag');
        keep(this.#key, { pack: this.#pack, etag: this.#etag });
      }
      this.#asked = phrasebook;
    } catch (failure) {
      if (failure instanceof Refused) {
        this.#asked = phrasebook; // a service without packs is not asked at every keystroke
      } else if (!(failure instanceof Unavailable)) {
        throw failure;
      }
    } finally {
      this.#busy = false;
    }
  }
}
