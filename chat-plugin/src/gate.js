// Decides on the message in the field: by what the service says of exactly it, by the shop's policy, and by what the agent answers.

import { decide } from './verdict.js';

/** @import {Field, LintRequest, Result} from './types.js' */
/** @import {Resolved} from './options.js' */
/** @import {Texts} from './i18n.js' */
/** @import {Decision} from './verdict.js' */
/** @import {Session} from './session.js' */
/** @import {Offline} from './offline.js' */
/** @import {Outbox} from './outbox.js' */
/** @import {Panel} from './panel.js' */
/** @import {Dock} from './dock.js' */

/**
 * @typedef {object} Parts
 * @property {Field} field
 * @property {Resolved} options
 * @property {Texts} text
 * @property {Session} session
 * @property {Offline} offline
 * @property {Outbox} outbox
 * @property {Panel} panel
 * @property {Dock} dock
 * @property {() => LintRequest} request about the field and the conversation of now
 * @property {() => object} facts what goes with every report to the trainers
 * @property {(held: boolean) => void} onHeld a message waits for its check, or no longer
 * @property {() => void} onPassed
 */

export class Gate {
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @returns {Decision|null} */
  now() {
    const { session, request, offline, options } = this.#parts;
    const asked = request();
    const report = session.reportOn(asked);
    return report === null ? null : decide(report, () => offline.find(asked.draft), options.policy);
  }

  /** @returns {Promise<Decision|null>} */
  async later() {
    const { session, field, request, offline, options, panel, dock, text, onHeld } = this.#parts;
    for (;;) {
      const asked = request();
      onHeld(true);
      const report = await session.within(asked, options.policy.budgetMs);
      onHeld(false);
      if (field.text !== asked.draft) {
        dock.tell(text.editedMeanwhile, 'warn');
        return null;
      }
      const decision = decide(report, () => offline.find(asked.draft), options.policy);
      if (decision.action === 'send' || decision.action === 'note') {
        return decision;
      }
      const { start, end } = field.selection;
      const allow = (/** @type {string} */ reason, /** @type {string} */ supervisor) => this.#override(decision.result, reason, supervisor);
      const reply = await panel.ask({ decision, conversation: asked.conversation ?? [], state: session.state, allow });
      if (field.text !== asked.draft) {
        return null; // rewritten or edited in the meantime
      }
      field.select(start, end);
      if (reply.answer === 'send') {
        return { ...decision, result: { ...decision.result, overridden: decision.action === 'block' } };
      }
      if (reply.answer === 'back') {
        return null;
      }
    }
  }

  /** @param {Decision} decision @returns {boolean} */
  pass({ action, result }) {
    const { options, field, dock, text, onPassed } = this.#parts;
    if (action === 'note' && !result.checked) {
      dock.tell(text.sentUnchecked, 'warn');
    } else if (action === 'note') {
      const { verdict, findings } = result;
      const titles = [...new Set(findings.map(({ title }) => title))].join(' · ');
      dock.tell(`${text.sentNote[/** @type {'remind'|'warn'} */ (verdict)]} · ${titles}`, /** @type {'remind'|'warn'} */ (verdict));
    }
    onPassed();
    return options.onSend?.(field.text, result) === true;
  }

  /** Reports an override. @param {Result} result @param {string} reason @param {string} supervisor @returns {Promise<string>} why not, or '' */
  async #override({ verdict, checked, findings }, reason, supervisor) {
    const { outbox, options, facts } = this.#parts;
    const rules = [...new Set(findings.map(({ rule }) => rule))];
    const told = { verdict, rules, reason, ...(supervisor && { supervisor }), offline: !checked, ...facts() };
    const stored = outbox.override(told);
    if (options.policy.override !== 'supervisor') {
      return ''; // the record must not delay the message
    }
    const { fate, detail } = await stored;
    return fate === 'refused' ? detail : '';
  }
}
