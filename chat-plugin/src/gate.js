// Decides on the message in the field: by what the service says of exactly it, by the shop's policy, and by what the agent answers.

import { decide } from './verdict.js';

/** @import {Field} from './types.js' */
/** @import {Resolved} from './options.js' */
/** @import {Texts} from './i18n.js' */
/** @import {Decision} from './verdict.js' */
/** @import {Drafting} from './drafting.js' */
/** @import {Offline} from './offline.js' */
/** @import {Trainers} from './trainers.js' */
/** @import {Panel} from './panel.js' */
/** @import {Dock} from './dock.js' */

/**
 * @typedef {object} Parts
 * @property {Field} field
 * @property {Resolved} options
 * @property {Texts} text
 * @property {Drafting} draft
 * @property {Offline} offline
 * @property {Trainers} trainers
 * @property {Panel} panel
 * @property {Dock} dock
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
    const { draft, offline, options } = this.#parts;
    const asked = draft.request;
    const report = draft.session.reportOn(asked);
    return report === null ? null : decide(report, () => offline.find(asked.draft), options.policy);
  }

  /** @returns {Promise<Decision|null>} */
  async later() {
    const { draft, field, offline, options, panel, dock, text, trainers, onHeld } = this.#parts;
    for (;;) {
      const asked = draft.request;
      onHeld(true);
      const report = await draft.session.within(asked, options.policy.budgetMs);
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
      const allow = (/** @type {string} */ reason, /** @type {string} */ supervisor) => trainers.override(decision.result, reason, supervisor);
      const reply = await panel.ask({ decision, about: asked.draft, conversation: asked.conversation ?? [], state: draft.state, allow });
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
}
