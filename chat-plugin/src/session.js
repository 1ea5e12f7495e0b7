// Has the newest draft checked: at once when nothing is under way, otherwise as soon as the answer is in. One request at a
// time; one that has become old news and is late is aborted.

import { Refused, Unavailable } from './transport.js';

/** @import {LintRequest, Report, ServiceState} from './types.js' */
/** @import {Service} from './transport.js' */
/** @typedef {{body: string, request: LintRequest}} Wanted */
/** @typedef {{body: string, report: Report}} Answered */
/** @typedef {{body: string, since: number, abort: AbortController, outdated: boolean}} Flight nobody waits for an outdated one */
/** @typedef {{body: string, resolve: (report: Report|null) => void}} Waiter */

const GAP_MS = 40; // least time between the starts of two requests
const STALE_MS = 400; // an outdated request older than this is aborted
const SLOW_MS = 1_000;
const TIMEOUT_MS = 5_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 4_000;

export class Session {
  #service;
  #handlers;
  /** @type {Wanted|null} newest request without an answer */
  #wanted = null;
  /** @type {Answered|null} */
  #answered = null;
  /** @type {Flight|null} */
  #flight = null;
  #notBefore = 0; // when the next request may start
  #retryMs = FIRST_RETRY_MS;
  #timer = 0;
  #closed = false;
  /** @type {Waiter[]} */
  #waiting = [];
  /** @type {ServiceState} */
  state = 'connecting';

  /**
   * @param {Service} service
   * @param {object} handlers
   * @param {(state: ServiceState) => void} handlers.onState
   * @param {(report: Report, request: LintRequest) => void} handlers.onReport
   * @param {(detail: string, request: LintRequest) => void} handlers.onProblem the service refuses this request
   */
  constructor(service, handlers) {
    this.#service = service;
    this.#handlers = handlers;
  }

  /** Asks whether the service is ready, and again until it is. */
  connect() {
    this.#next();
  }

  /** The report about exactly this request, if it is the last one answered. @param {LintRequest} request */
  reportOn(request) {
    return this.#answered?.body === JSON.stringify(request) ? this.#answered.report : null;
  }

  /** Whether an answer is still to come. */
  get pending() {
    return this.#wanted !== null;
  }

  /** Has this request answered; it takes the place of any earlier one that is still waiting. @param {LintRequest} request */
  check(request) {
    const body = JSON.stringify(request);
    if (this.#answered?.body === body) {
      this.#wanted = null;
      this.#handlers.onReport(this.#answered.report, request);
    } else if (this.#wanted?.body !== body) {
      this.#wanted = { body, request };
      this.#next();
    }
  }

  /** Forgets what is waiting; an answer under way is dropped. */
  cancel() {
    this.#wanted = null;
    if (this.#flight !== null && this.#flight.body !== '') {
      this.#drop(this.#flight);
    }
    this.#settle(null);
  }

  /**
   * The report about this request, or null if there is none within so many milliseconds. Does not wait for the next retry.
   *
   * @param {LintRequest} request
   * @param {number} budgetMs
   * @returns {Promise<Report|null>}
   */
  within(request, budgetMs) {
    const known = this.reportOn(request);
    if (known !== null) {
      return Promise.resolve(known);
    }
    return new Promise((resolve) => {
      this.#waiting.push({ body: JSON.stringify(request), resolve });
      setTimeout(() => resolve(null), budgetMs);
      this.check(request);
      const flight = this.#flight;
      if (flight !== null && flight.body !== JSON.stringify(request) && performance.now() - flight.since > GAP_MS) {
        this.#drop(flight);
      }
      this.retryNow();
    });
  }

  /** Tries again at once instead of waiting for the next retry. */
  retryNow() {
    this.#retryMs = FIRST_RETRY_MS;
    this.#notBefore = 0;
    this.#next();
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.cancel();
  }

  #next() {
    clearTimeout(this.#timer);
    if (this.#closed) {
      return;
    }
    const now = performance.now();
    if (this.#flight !== null) {
      const flight = this.#flight;
      this.#later(flight.since + this.#deadline(flight) - now, () => this.#overdue(flight));
    } else if (this.#wanted !== null || !(this.state === 'ready' || this.state === 'denied')) {
      this.#later(this.#notBefore - now, () => this.#start());
    }
  }

  /** @param {number} ms @param {() => void} act */
  #later(ms, act) {
    if (ms <= 0) {
      act();
    } else {
      this.#timer = Number(setTimeout(act, ms));
    }
  }

  /** How old a request may become before something has to happen to it. @param {Flight} flight */
  #deadline({ body }) {
    return this.#wanted !== null && this.#wanted.body !== body ? STALE_MS : this.state === 'slow' ? TIMEOUT_MS : SLOW_MS;
  }

  /** @param {Flight} flight */
  #overdue(flight) {
    if (this.#deadline(flight) === SLOW_MS) {
      this.#enter('slow');
      this.#next();
    } else if (this.#deadline(flight) === STALE_MS) {
      this.#drop(flight);
    } else {
      flight.abort.abort(); // it took too long
    }
  }

  /** @param {Flight} flight */
  #drop(flight) {
    flight.outdated = true;
    flight.abort.abort();
  }

  async #start() {
    const wanted = this.#wanted;
    const abort = new AbortController();
    const flight = { body: wanted?.body ?? '', since: performance.now(), abort, outdated: false };
    this.#flight = flight;
    this.#notBefore = flight.since + GAP_MS;
    this.#next(); // watches over the flight
    try {
      const answer =
        wanted === null
          ? await this.#service.get('/readyz', { signal: abort.signal })
          : await this.#service.post('/v1/lint', wanted.body, abort.signal);
      this.#retryMs = FIRST_RETRY_MS;
      this.#enter('ready');
      if (wanted !== null) {
        this.#take(wanted, answer.json);
      }
    } catch (failure) {
      this.#failed(wanted, flight.outdated, failure);
    } finally {
      this.#flight = null;
      this.#next();
    }
  }

  /** @param {Wanted} wanted @param {Report} report */
  #take(wanted, report) {
    this.#answered = { body: wanted.body, report };
    if (this.#wanted === wanted) {
      this.#wanted = null;
      this.#handlers.onReport(report, wanted.request);
    }
    this.#settle(wanted.body);
  }

  /** @param {Wanted|null} wanted @param {boolean} outdated @param {unknown} failure */
  #failed(wanted, outdated, failure) {
    if (outdated || this.#closed) {
      return;
    }
    if (failure instanceof Refused) {
      this.#enter(failure.status === 401 || failure.status === 403 ? 'denied' : 'ready');
      if (wanted !== null && this.#wanted === wanted) {
        this.#wanted = null;
        this.#handlers.onProblem(failure.message, wanted.request);
      }
    } else if (failure instanceof Unavailable) {
      this.#enter(failure.state);
      this.#notBefore = performance.now() + this.#retryMs;
      this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
    } else {
      throw failure;
    }
    this.#settle(null);
  }

  /** @param {ServiceState} state */
  #enter(state) {
    if (this.state !== state) {
      this.state = state;
      this.#handlers.onState(state);
    }
  }

  /** Tells whoever waits for this request, or everybody that there is no answer. @param {string|null} body */
  #settle(body) {
    const waiting = this.#waiting;
    this.#waiting = waiting.filter((waiter) => body !== null && waiter.body !== body);
    for (const waiter of waiting) {
      if (!this.#waiting.includes(waiter)) {
        waiter.resolve(body === null ? null : (this.#answered?.report ?? null));
      }
    }
  }
}
