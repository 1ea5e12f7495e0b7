// The panel beside the chat: one headline for the whole reply, one card a finding.

import { byId, element } from './dom.js';
import { text } from './i18n.js';

const TITLES = { pass: text.passTitle, remind: text.remindTitle, warn: text.warnTitle, block: text.blockTitle };

/** The highest number of points any finding states, or null when none states any. */
export function maxPoints(findings) {
  const points = findings.map((finding) => finding.penalty?.points).filter((n) => n !== undefined);
  return points.length === 0 ? null : Math.max(...points);
}

export class FindingsPanel {
  #useRewrite;
  #select;

  /**
   * @param useRewrite called with the reply to put into the box
   * @param select called with the offsets whose characters to select
   */
  constructor(useRewrite, select) {
    this.#useRewrite = useRewrite;
    this.#select = select;
  }

  /** Before anything is written. */
  showIdle() {
    this.#headline('idle', text.idleTitle, text.idleNote);
    const lines = ['block', 'warn', 'remind'].map((severity) =>
      element('li', {}, this.#tag(severity), text.meaning[severity]),
    );
    this.#replace([element('ul', { className: 'legend' }, ...lines)]);
  }

  /** The shown findings are being looked at again. */
  showChecking() {
    byId('findings').classList.add('stale');
  }

  /** The reply could not be checked, and why. */
  showUnchecked(note) {
    this.#headline('unchecked', text.uncheckedTitle, note);
    this.#replace([]);
  }

  /** A report on what is in the box now. */
  showReport(report, conversation) {
    const { findings, verdict } = report;
    if (!report.complete) {
      this.#headline('unchecked', text.incompleteTitle, text.incompleteNote);
    } else if (findings.length === 0) {
      this.#headline('pass', text.passTitle, text.passNote);
    } else {
      const points = maxPoints(findings);
      const note = text.findingCount(findings.length) + (points === null ? '' : text.maxPoints(points));
      this.#headline(verdict, TITLES[verdict], note);
    }
    this.#replace([
      ...this.#wholeRewrite(report),
      ...findings.map((finding) => this.#card(finding, conversation)),
    ]);
  }

  /** Points at the finding whose characters hold the caret. */
  showCaret(caret) {
    for (const card of byId('findings').querySelectorAll('.finding')) {
      card.classList.toggle('here', Number(card.dataset.start) < caret && caret <= Number(card.dataset.end));
    }
  }

  #headline(verdict, title, note) {
    byId('headline').dataset.verdict = verdict;
    byId('headline-title').textContent = title;
    byId('headline-note').textContent = note;
  }

  #replace(cards) {
    byId('findings').classList.remove('stale');
    byId('findings').replaceChildren(...cards);
  }

  /** The rewrite of the whole reply, unless a finding offers the very same. */
  #wholeRewrite(report) {
    const whole = report.rewritten;
    if (whole === undefined || report.findings.some((finding) => finding.rewrites.includes(whole))) {
      return [];
    }
    return [
      element('article', { className: 'rewritten' }, element('p', { className: 'hint' }, text.rewritten), this.#rewrite(whole)),
    ];
  }

  #card(finding, conversation) {
    const card = element(
      'article',
      { className: `finding ${finding.severity}` },
      element(
        'header',
        {},
        this.#tag(finding.severity),
        element('h3', {}, finding.title),
        ...this.#points(finding.penalty),
      ),
      element(
        'button',
        { type: 'button', className: 'matched', onclick: () => this.#select(finding.start, finding.end) },
        element('span', {}, text.matched),
        element('q', {}, finding.matched),
      ),
      element('p', { className: 'message' }, finding.message),
      ...this.#because(finding.because, conversation),
      this.#why(finding),
      ...this.#rewrites(finding.rewrites),
    );
    card.dataset.rule = finding.rule;
    card.dataset.start = finding.start;
    card.dataset.end = finding.end;
    return card;
  }

  #tag(severity) {
    return element('span', { className: `tag ${severity}` }, text.severity[severity]);
  }

  #points(penalty) {
    return penalty?.points === undefined ? [] : [element('span', { className: 'points' }, text.points(penalty.points))];
  }

  #because(because, conversation) {
    const turn = because && conversation[because.turn];
    return turn ? [element('p', { className: 'because' }, text.because(turn.text))] : [];
  }

  #why(finding) {
    const { penalty } = finding;
    return element(
      'details',
      {},
      element('summary', {}, text.why),
      element('p', {}, finding.why),
      element(
        'dl',
        {},
        ...(penalty?.basis ? [element('dt', {}, text.basis), element('dd', {}, penalty.basis)] : []),
        element('dt', {}, text.rule),
        element('dd', {}, element('code', {}, finding.rule)),
      ),
      ...(penalty?.sourcesDiffer ? [element('p', { className: 'hint' }, text.sourcesDiffer)] : []),
    );
  }

  #rewrites(rewrites) {
    if (rewrites.length === 0) {
      return [];
    }
    return [
      element('p', { className: 'hint' }, text.rewrites),
      element('ul', { className: 'rewrites' }, ...rewrites.map((reply) => element('li', {}, this.#rewrite(reply)))),
    ];
  }

  #rewrite(reply) {
    return element('button', { type: 'button', className: 'rewrite', onclick: () => this.#useRewrite(reply) }, reply);
  }
}
