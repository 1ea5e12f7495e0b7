// The conversation so far, as the agent's own window would show it.

import { byId, element } from './dom.js';
import { text } from './i18n.js';

/** How many messages before the draft are sent along with it. */
const TURNS_SENT = 20;

export class Chat {
  #turns = [];

  /** The messages the linter should know of, oldest first. */
  get conversation() {
    return this.#turns.slice(-TURNS_SENT);
  }

  /** A message from the buyer. */
  buyerSays(words) {
    this.#add('buyer', words, text.buyerInitial, text.buyerName);
  }

  /** A reply that went out with this verdict: `pass`, `remind`, `warn`, `block` or `unchecked`. */
  agentSays(words, verdict) {
    this.#add('agent', words, text.agentInitial, text.agentName, verdict);
  }

  clear() {
    this.#turns = [];
    byId('talk').replaceChildren(this.#emptyNote);
  }

  #emptyNote = byId('talk-empty');

  #add(role, words, initial, name, verdict) {
    this.#turns.push({ role, text: words });
    this.#emptyNote.remove();
    const talk = byId('talk');
    talk.append(
      element(
        'li',
        { className: `turn ${role}` },
        element('span', { className: `avatar ${role}`, ariaHidden: 'true' }, initial),
        element(
          'div',
          { className: 'said' },
          element('span', { className: 'sr' }, name),
          element('p', { className: 'bubble', lang: 'zh-CN' }, words),
          ...(verdict ? [element('span', { className: `sent ${verdict}` }, text.sentWith[verdict])] : []),
        ),
      ),
    );
    talk.scrollTop = talk.scrollHeight;
  }
}
