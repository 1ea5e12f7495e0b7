// One attached field: its text goes to the session, what comes back is drawn.

import { fieldOf } from './field.js';
import { identified, moved } from './marks.js';
import { Session } from './session.js';
import { Shell } from './shell.js';
import { Service, fetchTransport } from './transport.js';
import { Underlines } from './underlines.js';
import { watch } from './watch.js';

/** @import {LintRequest, Mark, Report} from './types.js' */
/** @import {Resolved} from './options.js' */

export class Plugin {
  #options;
  #end = new AbortController();
  #field;
  #shell;
  #session;
  #underlines;
  #text = '';
  /** @type {Mark[]} */
  #marks = [];

  /** @param {HTMLElement} element @param {Resolved} options */
  constructor(element, options) {
    this.#options = options;
    this.#shell = new Shell({ element, ...options });
    this.#field = fieldOf(element, (own) => this.#shell.roomIn(own));
    this.#underlines = new Underlines(this.#shell.root);
    const service = new Service({ transport: options.transport ?? fetchTransport(options.server), ...options });
    this.#session = new Session(service, {
      onState: (state) => options.onState?.(state),
      onReport: (report) => this.#report(report),
      onProblem: () => this.#mark([]),
    });
    watch(this.#field, {
      onText: () => this.#edited(),
      onLayout: () => this.#draw(),
      onComposing: () => {},
      drawn: () => this.#underlines.any,
    }, this.#end.signal);
    this.#session.connect();
    this.refresh();
  }

  get state() {
    return this.#session.state;
  }

  refresh() {
    this.#text = this.#field.text;
    this.#check();
  }

  /** @returns {Promise<Report|null>} */
  check() {
    return this.#session.within(this.#request(), this.#options.policy.budgetMs);
  }

  detach() {
    this.#end.abort();
    this.#session.close();
    this.#field.release();
    this.#shell.remove();
  }

  /** @returns {LintRequest} */
  #request() {
    const { getConversation, shop } = this.#options;
    return { draft: this.#field.text, conversation: getConversation(), shop };
  }

  #edited() {
    const text = this.#field.text;
    if (text !== this.#text) {
      this.#mark(moved(this.#marks, this.#text, text), text);
      this.#check();
    }
  }

  #check() {
    const request = this.#request();
    if (request.draft.trim() === '' && (request.conversation ?? []).length === 0) {
      this.#session.cancel();
      this.#mark([]);
    } else {
      this.#session.check(request);
    }
  }

  /** @param {Report} report */
  #report(report) {
    this.#mark(identified(this.#marks, report.findings));
  }

  /** @param {Mark[]} marks @param {string} [text] */
  #mark(marks, text = this.#text) {
    this.#text = text;
    this.#marks = marks;
    this.#draw();
  }

  #draw() {
    this.#underlines.draw(this.#field, this.#marks);
  }
}
