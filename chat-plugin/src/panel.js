// What comes between the agent and the send button: it says why, offers what to send instead, and asks for a reason.

import { h } from './dom.js';
import { byRule, findingView, rewriteButton } from './finding-view.js';
import { Floating, keepTabInside } from './floating.js';
import { maxPoints } from './verdict.js';

/** @import {Box, ServiceState, Turn} from './types.js' */
/** @import {Policy} from './options.js' */
/** @import {Texts} from './i18n.js' */
/** @import {Doings} from './finding-view.js' */
/** @import {Decision} from './verdict.js' */

/** @typedef {{answer: 'back'|'retry'} | {answer: 'send', reason: string, supervisor: string}} Reply */

/**
 * @typedef {object} Circumstances
 * @property {Decision} decision
 * @property {string} about the text of the message
 * @property {Turn[]} conversation
 * @property {ServiceState} state
 * @property {(reason: string, supervisor: string) => Promise<string>} allow reports an override; answers why it may not be, or ''
 */

export class Panel {
  #floating;
  #text;
  #policy;
  #doings;
  #anchor;
  /** @type {((reply: Reply) => void)|null} */
  #resolve = null;
  /** @type {Circumstances|null} */
  #asked = null;

  /**
   * @param {ParentNode} root
   * @param {Texts} text
   * @param {Policy} policy
   * @param {() => Box|null} anchor
   * @param {Doings & {useAll: (text: string) => void}} doings
   */
  constructor(root, text, policy, anchor, doings) {
    this.#text = text;
    this.#policy = policy;
    this.#anchor = anchor;
    this.#doings = doings;
    this.#floating = new Floating(root, 'panel', { role: 'alertdialog', gap: 14 });
    const box = this.#floating.element;
    box.setAttribute('aria-describedby', 'panel-body');
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        this.close();
      } else if (event.key === 'Enter' && event.repeat) {
        event.preventDefault(); // still the key that was to send the message
      }
    });
    keepTabInside(box);
  }

  get open() {
    return this.#resolve !== null;
  }

  /** What it is about, null while it is closed. */
  get decision() {
    return this.#asked?.decision ?? null;
  }

  /** The text it is about, null while it is closed. */
  get about() {
    return this.#asked?.about ?? null;
  }

  /** Asks, and waits for the agent. @param {Circumstances} circumstances @returns {Promise<Reply>} */
  ask(circumstances) {
    const { action } = circumstances.decision;
    const title = this.#text.panel[/** @type {'block'|'confirm'|'hold'} */ (action)];
    this.#asked = circumstances;
    this.#floating.element.dataset.action = action;
    this.#floating.element.setAttribute('aria-label', title);
    this.#floating.show(this.#anchor, h('h2', {}, title), this.#body(circumstances), this.#foot(circumstances));
    this.#floating.element.focus({ preventScroll: true });
    return new Promise((resolve) => (this.#resolve = resolve));
  }

  /** @param {Reply} [reply] */
  close(reply = { answer: 'back' }) {
    const resolve = this.#resolve;
    this.#resolve = null;
    this.#asked = null;
    this.#floating.hide();
    resolve?.(reply);
  }

  place() {
    this.#floating.place();
  }

  /** @param {Circumstances} circumstances */
  #body({ decision: { action, result, rewritten }, conversation, state }) {
    const text = this.#text;
    if (action === 'hold') {
      return h('div', { className: 'body', id: 'panel-body' }, h('p', {}, text.holdText[state], text.holdRule));
    }
    const { findings } = result;
    const points = maxPoints(findings);
    const note =
      (action === 'confirm' ? text.confirmText : text.findingCount(findings.length)) + (points === null ? '' : text.maxPoints(points));
    const whole = rewritten === undefined || findings.some(({ rewrites }) => rewrites.includes(rewritten)) ? [] : [
      h('p', { className: 'label' }, text.rewritten),
      rewriteButton(rewritten, () => this.#doings.useAll(rewritten)),
    ];
    return h(
      'div',
      { className: 'body', id: 'panel-body' },
      ...(result.checked ? [] : [h('p', { className: 'soft' }, `${text.state[state]} · ${text.offlineFinding}`)]),
      h('p', { className: 'soft' }, note),
      ...whole,
      // One rewrite of the whole says more than several of its parts.
      ...byRule(findings).map(([first]) => findingView(text, { ...first, rewrites: whole.length > 0 ? [] : first.rewrites }, conversation, this.#doings)),
    );
  }

  /** @param {Circumstances} circumstances */
  #foot({ decision: { action }, allow }) {
    const text = this.#text;
    const back = h('button', { type: 'button', className: 'main', click: () => this.close() }, text.back);
    if (action === 'hold') {
      return h('footer', {}, h('button', { type: 'button', click: () => this.close({ answer: 'retry' }) }, text.retry), back);
    }
    if (action === 'confirm') {
      const send = () => this.close({ answer: 'send', reason: '', supervisor: '' });
      return h('footer', {}, h('button', { type: 'button', click: send }, text.sendAnyway), back);
    }
    if (this.#policy.override === 'never') {
      return h('footer', {}, h('p', { className: 'soft' }, text.never), back);
    }
    return this.#override(back, allow);
  }

  /** @param {HTMLElement} back @param {Circumstances['allow']} allow */
  #override(back, allow) {
    const text = this.#text;
    const fault = h('p', { className: 'fault', role: 'alert' });
    const reason = h('input', { type: 'text', maxLength: 500, placeholder: text.reason, 'aria-label': text.reason });
    const supervisor = h('input', { type: 'text', maxLength: 100, placeholder: text.supervisor, 'aria-label': text.supervisor, autocomplete: 'off' });
    const asked = this.#policy.override === 'supervisor' ? [reason, supervisor] : [reason];
    const missing = [text.reasonNeeded, text.supervisorNeeded];
    const send = h('button', { type: 'submit', className: 'danger' }, text.sendAnyway);
    /** @param {Event} event */
    const submit = async (event) => {
      event.preventDefault();
      const empty = asked.findIndex((input) => input.value.trim() === '');
      if (empty >= 0) {
        fault.textContent = missing[empty];
        asked[empty].focus();
        return;
      }
      const told = { reason: reason.value.trim(), supervisor: supervisor.value.trim() };
      send.disabled = true;
      const refusal = await allow(told.reason, told.supervisor);
      send.disabled = false;
      if (refusal === '') {
        this.close({ answer: 'send', ...told });
      } else {
        fault.textContent = text.overrideRefused(refusal);
      }
    };
    const inputs = h('div', { className: 'inputs' }, ...asked);
    const buttons = h('div', { className: 'buttons' }, send, back);
    return h('footer', {}, fault, h('form', { className: `override of-${asked.length}`, submit, noValidate: true }, inputs, buttons));
  }
}
