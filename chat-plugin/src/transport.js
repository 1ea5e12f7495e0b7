// Requests to the configured server, and to nothing else.

/** @import {Answer, Call, Transport} from './types.js' */

/** The service cannot take requests now: it is still loading, unreachable, too slow or overloaded. */
export class Unavailable extends Error {
  /** @param {'starting'|'offline'} state */
  constructor(state) {
    super(state);
    this.state = state;
  }
}

/** The service refuses this request; the message is its own, in the language asked for. */
export class Refused extends Error {
  /** @param {number} status @param {string} detail */
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/**
 * Plain requests by `fetch`.
 *
 * @param {string} server base address; empty for the page's own
 * @returns {Transport}
 */
export function fetchTransport(server) {
  const base = server.replace(/\/+$/, '');
  return async (path, { method, headers, body, signal }) => {
    const response = await fetch(base + path, { method, headers, body, signal, cache: 'no-store', credentials: 'omit' });
    const json = response.headers.get('Content-Type')?.includes('json') ? await response.json() : null;
    return { status: response.status, header: (name) => response.headers.get(name), json };
  };
}

export class Service {
  #transport;
  #headers;

  /** @param {{transport: Transport, token?: string, language: string}} options */
  constructor({ transport, token, language }) {
    this.#transport = transport;
    this.#headers = { 'Accept-Language': language, ...(token && { Authorization: `Bearer ${token}` }) };
  }

  /**
   * @param {string} path
   * @param {{headers?: Record<string, string>, signal?: AbortSignal}} [options]
   * @returns {Promise<Answer>} an answer of status 2xx or 304
   * @throws {Unavailable|Refused}
   */
  get(path, { headers = {}, signal } = {}) {
    return this.#ask(path, { method: 'GET', headers, signal });
  }

  /**
   * @param {string} path
   * @param {string} body JSON
   * @param {AbortSignal} [signal]
   * @returns {Promise<Answer>}
   * @throws {Unavailable|Refused}
   */
  post(path, body, signal) {
    return this.#ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, signal });
  }

  /** @param {string} path @param {Call} call */
  async #ask(path, call) {
    /** @type {Answer} */
    let answer;
    try {
      answer = await this.#transport(path, { ...call, headers: { ...this.#headers, ...call.headers } });
    } catch {
      throw new Unavailable('offline');
    }
    const { status, json } = answer;
    if (status === 503) {
      throw new Unavailable('starting');
    }
    if (status === 429 || status >= 500) {
      throw new Unavailable('offline');
    }
    if (status >= 400) {
      throw new Refused(status, String(json?.detail ?? json?.title ?? `HTTP ${status}`));
    }
    return answer;
  }
}
