// The collapsible panel that tells why something was found, or not. It asks the service only while it is open.

import { byId, element } from './dom.js';
import { language, text } from './i18n.js';
import { ask } from './live-linter.js';

/** What the phrasebook and the judge say is Chinese in every language of the page. */
const CHINESE = { lang: 'zh-CN' };

export class ExplainPanel {
  #request = null; // what is in the box now and was checked, or null
  #shown = null; // the request whose explanation is shown

  constructor() {
    byId('explain').addEventListener('toggle', () => this.#refresh());
  }

  /** The reply was checked by this request. */
  show(request) {
    this.#request = request;
    byId('explain').hidden = false;
    this.#refresh();
  }

  /** There is nothing to explain. */
  hide() {
    this.#request = null;
    this.#shown = null;
    byId('explain').hidden = true;
    byId('explanation').replaceChildren();
  }

  async #refresh() {
    const request = this.#request;
    if (!byId('explain').open || request === null || request === this.#shown) {
      return;
    }
    let parts;
    try {
      const options = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(request) };
      parts = this.#parts(await ask('v1/explain', options, language), request);
    } catch {
      parts = [element('p', { className: 'hint' }, text.explainFailed)];
    }
    if (request === this.#request) {
      this.#shown = request;
      byId('explanation').replaceChildren(...parts);
    }
  }

  #parts(explanation, { conversation }) {
    const { candidates, boundaries } = explanation;
    const items = candidates.map((candidate) => this.#candidate(candidate, conversation));
    return [
      candidates.length === 0
        ? element('p', { className: 'hint' }, text.explainNone)
        : element('ul', { className: 'candidates' }, ...items),
      element('p', { className: 'hint', ...CHINESE }, boundaries.summary),
    ];
  }

  #candidate(candidate, conversation) {
    const because = conversation[candidate.because?.turn];
    return element(
      'li',
      { className: candidate.kept ? 'kept' : 'dropped' },
      element('span', { className: 'tag' }, candidate.kept ? text.explainKept : text.explainDropped),
      element('q', CHINESE, candidate.matched),
      element('span', CHINESE, candidate.title),
      element('code', {}, candidate.rule),
      element('p', {}, this.#foundBy(candidate.foundBy)),
      ...(because === undefined ? [] : [element('p', {}, text.because(because.text))]),
      ...(candidate.kept ? [] : [element('p', { className: 'reason', ...CHINESE }, candidate.dropped.reason)]),
    );
  }

  #foundBy({ pattern, about, asked, notice, margin, needed }) {
    if (notice !== undefined) {
      return text.explainNoticed(notice);
    }
    if (pattern === undefined) {
      return text.explainLearned(margin, needed);
    }
    const conditions = (about === undefined ? '' : text.explainAbout(about)) + (asked === undefined ? '' : text.explainAsked(asked));
    return text.explainPattern(conditions + pattern);
  }
}
