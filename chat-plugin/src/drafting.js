// The draft in the field, and what is known of it: every edit moves its marks, every report renews them.

import { identified, moved } from './marks.js';
import { Session } from './session.js';

/** @import {Field, LintRequest, Mark, Report, ServiceState, Trap, Turn} from './types.js' */
/** @import {Resolved} from './options.js' */
/** @import {Offline} from './offline.js' */
/** @import {Service} from './transport.js' */

/** As much of the talk as can bear on the next message. */
const MOST_TURNS = 50;

export class Drafting {
  #field;
  #options;
  #offline;
  #handlers;
  #composing = false;
  /** The text that the marks are about. */
  text = '';
  /** @type {Mark[]} */
  marks = [];
  /** @type {Report|null} the last one, unless it tells nothing of the text of now */
  report = null;
  /** Why the service refuses the text; empty if it does not. */
  problem = '';
  /** The phrasebook's version. */
  book = '';

  /**
   * @param {Field} field
   * @param {Resolved} options
   * @param {Service} service
   * @param {Offline} offline
   * @param {object} handlers none is called while an input method composes
   * @param {() => void} handlers.onChange text, marks or what is known of them are others
   * @param {(traps: Trap[]) => void} handlers.onTraps
   * @param {(state: ServiceState) => void} handlers.onState
   */
  constructor(field, options, service, offline, handlers) {
    this.#field = field;
    this.#options = options;
    this.#offline = offline;
    this.#handlers = handlers;
    this.session = new Session(service, {
      onState: (state) => this.#entered(state),
      onReport: (report, { draft }) => (draft === this.#field.text ? this.#reported(report) : this.look()),
      onProblem: (detail) => this.#refused(detail),
    });
  }

  get state() {
    return this.session.state;
  }

  get empty() {
    return this.text.trim() === '';
  }

  /** The messages so far. @returns {Turn[]} */
  get conversation() {
    try {
      return this.#options.getConversation().slice(-MOST_TURNS);
    } catch (fault) {
      console.error('reply-linter: getConversation failed, the reply is checked by itself', fault);
      return [];
    }
  }

  /** The request about the field of now. @returns {LintRequest} */
  get request() {
    return { draft: this.#field.text, conversation: this.conversation, shop: this.#options.shop };
  }

  /** Looks whether the field's text is another than before. */
  look() {
    const text = this.#field.text;
    if (!this.#composing && text !== this.text) {
      const marks = moved(this.marks, this.text, text);
      this.text = text;
      this.problem = '';
      this.marks = this.#away ? identified(marks, this.#offline.find(text)) : marks;
      this.check(); // first, as the service works while this draws
      this.#handlers.onChange();
    }
  }

  /** Has the text and the conversation of now checked. */
  check() {
    if (this.#composing) {
      return;
    }
    const { request } = this;
    if (nothing(request)) {
      this.session.cancel();
      this.#renew(null, '', []);
    } else {
      this.session.check(request);
    }
  }

  /** @param {boolean} composing whether an input method is writing */
  compose(composing) {
    if (composing) {
      // What is being composed pushes aside what follows it; nothing is drawn until it is done.
      const { start } = this.#field.selection;
      this.marks = this.marks.filter((mark) => mark.end <= start);
      this.#handlers.onChange();
      this.#composing = true;
    } else {
      this.#composing = false;
      this.#handlers.onState(this.state);
      this.look();
      this.check();
    }
  }

  get #away() {
    return this.state !== 'ready' && this.state !== 'slow';
  }

  /** @param {Report} report */
  #reported(report) {
    if (this.#composing) {
      return; // it is asked for again when the composition ends
    }
    this.book = report.phrasebook ?? '';
    this.#offline.refresh(this.book);
    this.#handlers.onTraps(report.traps ?? []);
    const findings = report.findings.filter(({ start, end }) => 0 <= start && start < end && end <= this.text.length);
    this.#renew(report, '', identified(this.marks, findings));
  }

  /** @param {string} detail */
  #refused(detail) {
    if (!this.#composing) {
      this.#renew(null, detail, []);
    }
  }

  /** @param {ServiceState} state */
  #entered(state) {
    if (!this.#composing) {
      if (this.#away) {
        this.#renew(null, '', identified(this.marks, this.#offline.find(this.text)));
      }
      this.#handlers.onState(state);
    }
  }

  /** @param {Report|null} report @param {string} problem @param {Mark[]} marks */
  #renew(report, problem, marks) {
    this.report = report;
    this.problem = problem;
    this.marks = marks;
    this.#handlers.onChange();
  }
}

/** Whether there is nothing to check yet. @param {LintRequest} request */
export function nothing({ draft, conversation = [] }) {
  return draft.trim() === '' && conversation.length === 0;
}
