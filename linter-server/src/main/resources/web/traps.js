// The box between chat and reply: questions of the buyer that are easily answered wrongly, with the answer to give.

import { byId, element } from './dom.js';
import { text } from './i18n.js';

/** What the phrasebook says is Chinese in every language of the page. */
const CHINESE = { lang: 'zh-CN' };

export class TrapsBox {
  #useReply;
  #shown = '[]';

  /** @param useReply called with the answer to put into the box */
  constructor(useReply) {
    this.#useReply = useReply;
  }

  /** The topics shown; empty if there are none. */
  get topics() {
    return JSON.parse(this.#shown).map(({ title }) => title);
  }

  /** Shows these traps; returns whether they are others than before. */
  show(traps) {
    const now = JSON.stringify(traps);
    if (now === this.#shown) {
      return false; // keeps what is unfolded
    }
    this.#shown = now;
    byId('traps').hidden = traps.length === 0;
    byId('traps').replaceChildren(...traps.map((trap) => this.#card(trap)));
    return true;
  }

  #card(trap) {
    const card = element(
      'article',
      { className: 'trap' },
      element(
        'header',
        {},
        element('span', { className: 'tag remind' }, text.trapTag),
        element('h3', CHINESE, trap.title),
      ),
      element('p', CHINESE, trap.message),
      element(
        'details',
        {},
        element('summary', {}, text.trapWhy),
        element('p', CHINESE, trap.why),
        element('p', {}, text.rule, ' ', element('code', {}, trap.rule)),
      ),
      ...this.#reply(trap.reply),
    );
    card.dataset.rule = trap.rule;
    return card;
  }

  #reply(reply) {
    if (reply === undefined) {
      return [];
    }
    const button = { type: 'button', className: 'rewrite', ...CHINESE, onclick: () => this.#useReply(reply) };
    return [element('p', { className: 'hint' }, text.trapReply), element('button', button, reply)];
  }
}
