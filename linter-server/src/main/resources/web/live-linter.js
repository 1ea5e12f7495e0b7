// Asks the service about the newest draft: a short pause after typing, one request under way at most, stale answers dropped.

import { askForToken, authorization } from './token.js';

const PAUSE_MS = 80;
const TIMEOUT_MS = 5_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 4_000;

/** An answer of the service that says the request itself is at fault (RFC 9457). */
export class RequestProblem extends Error {}

/** The service is up but still loading its phrasebook. */
class NotReady extends Error {}

/** What the service answers; throws a {@link RequestProblem} if the request is at fault. */
export async function ask(path, options, language) {
  const response = await fetch(path, {
    ...options,
    headers: { 'Accept-Language': language, ...authorization(), ...options.headers },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const body = await response.json();
  if (response.status === 401 && (await askForToken(language)) !== null) {
    return ask(path, options, language);
  }
  if (response.status === 503) {
    throw new NotReady();
  }
  if (response.status >= 400 && response.status < 500) {
    throw new RequestProblem(body.detail);
  }
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}`);
  }
  return body;
}

export class LiveLinter {
  #language;
  #handlers;
  #wanted = null; // newest request without an answer
  #timer = null;
  #busy = false;
  #retryMs = FIRST_RETRY_MS;
  #waiting = []; // resolvers of settled()

  /**
   * @param language `zh` or `en`, for problem texts
   * @param handlers `onService(state, readiness)` with `ready`, `starting` or `unreachable`; `onReport(report, request)`;
   *     `onProblem(message, request)` when the service refuses the request
   */
  constructor(language, handlers) {
    this.#language = language;
    this.#handlers = handlers;
  }

  /** Asks whether the service is ready, and again until it is. */
  async connect() {
    try {
      const readiness = await ask('readyz', {}, this.#language);
      this.#retryMs = FIRST_RETRY_MS;
      this.#handlers.onService('ready', readiness);
    } catch (failure) {
      this.#unavailable(failure);
      setTimeout(() => this.connect(), this.#nextRetry());
    }
  }

  /** Has this request answered after a short pause; it replaces any earlier one that is still waiting. */
  check(request) {
    this.#wanted = request;
    this.#schedule(PAUSE_MS);
  }

  /** Forgets the request that is waiting; an answer under way will be dropped. */
  cancel() {
    this.#wanted = null;
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#settle();
  }

  /** Resolves once the newest request has its answer, or once it is known that there will be none soon. */
  settled() {
    return this.#wanted === null ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  #schedule(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#run();
    }, delay);
  }

  async #run() {
    if (this.#busy || this.#wanted === null) {
      return;
    }
    this.#busy = true;
    const request = this.#wanted;
    let failed = false;
    try {
      const report = await ask(
        'v1/lint',
        { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(request) },
        this.#language,
      );
      this.#retryMs = FIRST_RETRY_MS;
      this.#handlers.onService('ready', null);
      this.#answer(request, () => this.#handlers.onReport(report, request));
    } catch (failure) {
      if (failure instanceof RequestProblem) {
        this.#answer(request, () => this.#handlers.onProblem(failure.message, request));
      } else {
        failed = true;
        this.#unavailable(failure);
        this.#settle();
      }
    }
    this.#busy = false;
    if (this.#wanted !== null && this.#timer === null) {
      this.#schedule(failed ? this.#nextRetry() : 0);
    }
  }

  #answer(request, draw) {
    if (request === this.#wanted) {
      this.#wanted = null;
      draw();
      this.#settle();
    }
  }

  #unavailable(failure) {
    this.#handlers.onService(failure instanceof NotReady ? 'starting' : 'unreachable', null);
  }

  #nextRetry() {
    const delay = this.#retryMs;
    this.#retryMs = Math.min(delay * 2, LAST_RETRY_MS);
    return delay;
  }

  #settle() {
    for (const resolve of this.#waiting.splice(0)) {
      resolve();
    }
  }
}
