// What agents tell those who keep the rules: this is no offence, that was not found, this was sent nevertheless.

/** @import {Field, Finding, Result} from './types.js' */
/** @import {Resolved} from './options.js' */
/** @import {Texts} from './i18n.js' */
/** @import {Outbox} from './outbox.js' */
/** @import {Drafting} from './drafting.js' */

export class Trainers {
  #outbox;
  #draft;
  #field;
  #options;
  #text;

  /** @param {Outbox} outbox @param {Drafting} draft @param {Field} field @param {Resolved} options @param {Texts} text */
  constructor(outbox, draft, field, options, text) {
    this.#outbox = outbox;
    this.#draft = draft;
    this.#field = field;
    this.#options = options;
    this.#text = text;
  }

  /** @param {Finding} finding @param {string} note @returns {Promise<string>} what to tell the agent */
  falseAlarm = ({ rule, start, end }, note) => this.#feedback({ kind: 'false-alarm', rule, start, end, ...(note && { note }) });

  /** @param {string} note @returns {Promise<string>} what to tell the agent */
  missed = (note) => {
    const { start, end } = this.#field.selection;
    return this.#feedback({ kind: 'missed', ...(start < end && { start, end }), ...(note && { note }) });
  };

  /** @param {Result} result @param {string} reason @param {string} supervisor @returns {Promise<string>} why it may not be sent, or '' */
  override = async ({ verdict, checked, findings }, reason, supervisor) => {
    const rules = [...new Set(findings.map(({ rule }) => rule))];
    const told = { verdict, rules, reason, ...(supervisor && { supervisor }), offline: !checked, ...this.#facts() };
    const stored = this.#outbox.override(told);
    if (this.#options.policy.override !== 'supervisor') {
      return ''; // the record must not delay the message
    }
    const { fate, detail } = await stored;
    return fate === 'refused' ? detail : '';
  };

  /** @param {object} entry */
  async #feedback(entry) {
    const { fate, detail } = await this.#outbox.feedback({ ...entry, ...this.#facts() });
    const { thanks, feedbackFailed, notKept } = this.#text;
    return { stored: thanks, waiting: feedbackFailed, 'not-kept': notKept, refused: detail }[fate];
  }

  /** What goes with everything; texts only if the shop says so. */
  #facts() {
    const { agent, policy } = this.#options;
    const texts = policy.storeTexts ? { draft: this.#field.text, conversation: this.#draft.conversation } : {};
    return { ...(agent && { agent }), ...(this.#draft.book && { phrasebook: this.#draft.book }), ...texts };
  }
}
