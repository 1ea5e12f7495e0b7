// The panel beside the chat: one headline for the whole reply, one card a rule it offends.

import { byId, element } from './dom.js';
import { text } from './i18n.js';

const TITLES = { pass: text.passTitle, remind: text.remindTitle, warn: text.warnTitle, block: text.blockTitle };

/** The highest number of points any finding states, or null when none states any. */
export function maxPoints(findings) {
  const points = findings.map((finding) => finding.penalty?.points).filter((n) => n !== undefined);
  return points.length === 0 ? null : Math.max(...points);
}

/** What the phrasebook says is Chinese in every language of the page. */
const CHINESE = { lang: 'zh-CN' };

/** The findings of each rule together, in order of their first. */
function byRule(findings) {
  const groups = new Map();
  for (const finding of findings) {
    groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
  }
  return [...groups.values()];
}

/** What was promised in a few words; the kind of thing if no particulars were named. */
function promise({ type, what, courier, days, by, amount }) {
  const count = days?.min === undefined ? days : `${days.min}–${days.max}`;
  const parts = [courier, what, by, count === undefined ? undefined : text.days(count), amount && `¥${amount}`];
  return parts.filter((part) => part).join(text.and) || text.commitment[type];
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
      ...byRule(findings).map((group) => this.#card(group, conversation)),
    ]);
  }

  /** Points at the finding whose characters hold the caret. */
  showCaret(caret) {
    for (const card of byId('findings').querySelectorAll('.finding')) {
      const matched = [...card.querySelectorAll('.matched button')];
      const holds = ({ dataset }) => Number(dataset.start) < caret && caret <= Number(dataset.end);
      card.classList.toggle('here', matched.some(holds));
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

  /** A card for findings of one rule: they differ only in where they are and which message decided. */
  #card(group, conversation) {
    const [finding] = group;
    const card = element(
      'article',
      { className: `finding ${finding.severity}` },
      element(
        'header',
        {},
        this.#tag(finding.severity),
        element('h3', CHINESE, finding.title),
        ...this.#points(finding.penalty),
      ),
      element(
        'p',
        { className: 'matched' },
        element('span', {}, text.matched),
        ...group.map((one) => this.#matched(one)),
      ),
      element('p', { className: 'message', ...CHINESE }, finding.message),
      ...this.#disguises(group),
      ...this.#promised(group),
      ...this.#because(group, conversation),
      this.#why(finding),
      ...this.#rewrites(finding.rewrites),
    );
    card.dataset.rule = finding.rule;
    return card;
  }

  #matched({ start, end, matched }) {
    const button = element(
      'button',
      { type: 'button', onclick: () => this.#select(start, end) },
      element('q', CHINESE, matched),
    );
    Object.assign(button.dataset, { start, end });
    return button;
  }

  #tag(severity) {
    return element('span', { className: `tag ${severity}` }, text.severity[severity]);
  }

  #points(penalty) {
    return penalty?.points === undefined ? [] : [element('span', { className: 'points' }, text.points(penalty.points))];
  }

  #disguises(group) {
    const all = new Set(group.flatMap(({ disguises }) => disguises ?? []));
    return [...all].map((disguise) => element('p', { className: 'because' }, text.disguise(disguise)));
  }

  /** What is promised, to be noted on the order. */
  #promised(group) {
    const promised = new Set(group.filter(({ commitment }) => commitment).map(({ commitment }) => promise(commitment)));
    return [...promised].map((what) => element('p', { className: 'promised' }, text.promised(what)));
  }

  #because(group, conversation) {
    const turns = new Set(group.map(({ because }) => conversation[because?.turn]).filter((turn) => turn));
    return [...turns].map((turn) => element('p', { className: 'because' }, text.because(turn.text)));
  }

  #why(finding) {
    const { penalty } = finding;
    return element(
      'details',
      {},
      element('summary', {}, text.why),
      element('p', CHINESE, finding.why),
      element(
        'dl',
        {},
        ...(penalty?.basis ? [element('dt', {}, text.basis), element('dd', CHINESE, penalty.basis)] : []),
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
    return element(
      'button',
      { type: 'button', className: 'rewrite', ...CHINESE, onclick: () => this.#useRewrite(reply) },
      reply,
    );
  }
}
