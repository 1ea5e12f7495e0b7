// Draws one job: how far it is, and what it found.

import { byId, element } from '../dom.js';
import { count, size, text } from './texts.js';

/** What its sender would call it. */
export const nameOf = (job) => text.files(job.files[0].name, job.files.length - 1);

export const isUnderWay = (job) => ['queued', 'running', 'cancelled'].includes(job.state);

/** Shows the job; its parts are drawn anew only when its state changes, so that what is being read stays. */
export class JobView {
  #drawn = null; // id and state of what is shown
  #bar = null;
  #line = null;

  show(job) {
    const what = `${job.id} ${job.state}`;
    if (this.#drawn !== what) {
      this.#drawn = what;
      this.#frame(job);
    }
    if (job.state === 'running') {
      this.#progress(job.progress);
    } else if (job.state === 'queued') {
      this.#line.textContent = text.ahead(job.ahead);
    }
  }

  /** There is no such job. */
  showGone() {
    this.#drawn = null;
    this.#head('gone', text.gone, text.goneNote);
    byId('job-forget').hidden = true;
    byId('job-body').replaceChildren();
  }

  hide() {
    this.#drawn = null;
    byId('job').hidden = true;
  }

  #head(state, title, note) {
    byId('job').hidden = false;
    byId('job').dataset.state = state;
    byId('job-title').textContent = title;
    byId('job-files').textContent = note;
  }

  #frame(job) {
    const bytes = job.files.reduce((sum, file) => sum + file.bytes, 0);
    this.#head(job.state, job.state === 'done' ? text.found(job.summary) : text.state[job.state], `${nameOf(job)} · ${size(bytes)}`);
    byId('job-forget').hidden = job.state === 'cancelled';
    byId('job-forget').textContent = isUnderWay(job) ? text.cancel : text.forget;
    this.#line = element('p', { className: 'pace' });
    this.#bar = null;
    byId('job-body').replaceChildren(...this.#body(job));
  }

  #body(job) {
    switch (job.state) {
      case 'queued':
        return [this.#line, note(text.leaveNote)];
      case 'running':
        this.#bar = element('progress', { max: 1, ariaLabel: text.progress });
        return [this.#bar, this.#line, note(text.leaveNote)];
      case 'failed':
        return [element('p', { className: 'problem', role: 'alert' }, job.error)];
      case 'done':
        return done(job);
      default:
        return [];
    }
  }

  #progress({ done, total, messages, perSecond, secondsLeft }) {
    this.#bar.value = total === 0 ? 0 : Math.min(1, done / total);
    const parts = [text.audited(messages)];
    if (perSecond !== undefined) {
      parts.push(text.rate(perSecond));
    }
    if (secondsLeft !== undefined) {
      parts.push(text.left(secondsLeft));
    }
    this.#line.textContent = parts.join(text.and) + text.stop;
  }
}

const note = (words) => element('p', { className: 'soft small' }, words);

function done(job) {
  const base = `v1/audit/${job.id}/`;
  const severities = ['block', 'warn', 'remind'].map((severity) =>
    element('li', { className: `tag ${severity}` }, `${text.severity[severity]} ${count(job.summary[severity])}`),
  );
  const open = element(
    'a',
    { className: 'primary', id: 'open-report', href: `${base}report.html`, target: '_blank', rel: 'noopener' },
    text.openReport,
  );
  const files = job.reports
    .filter((name) => name !== 'rejects.jsonl' || job.summary.rejected > 0)
    .map((name) => element('li', {}, element('a', { href: base + name, download: name }, text.reports[name] ?? name)));
  const rejected = job.summary.rejected > 0 ? [element('p', { className: 'notice' }, text.rejected(job.summary.rejected))] : [];
  return [
    element('p', { className: 'soft' }, text.read(job.summary)),
    element('ul', { className: 'severities' }, ...severities),
    element('p', { className: 'open' }, open),
    ...rejected,
    element('h3', {}, text.downloads),
    element('ul', { className: 'downloads' }, ...files),
    element('h3', { id: 'accounts-title' }, text.accounts),
    note(text.accountsNote),
    accounts(job.accounts),
  ];
}

function accounts(files) {
  const numbers = ['lines', 'messages', 'continuations', 'noise', 'rejected'];
  const head = element(
    'tr',
    {},
    ...text.columnsOfAccounts.map((title, i) => element('th', { scope: 'col', className: i > 2 ? 'number' : '' }, title)),
  );
  const row = (names, counted) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, names[0]),
      ...names.slice(1).map((name) => element('td', {}, name)),
      ...numbers.map((key) => element('td', { className: 'number' }, count(counted[key]))),
    );
  const rows = files.map((file) => row([file.file, file.layout, file.charset], file));
  if (files.length > 1) {
    const sum = Object.fromEntries(numbers.map((key) => [key, files.reduce((total, file) => total + file[key], 0)]));
    rows.push(row([text.sum, '', ''], sum));
  }
  const table = element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows));
  table.setAttribute('aria-labelledby', 'accounts-title');
  return element('div', { className: 'wide', tabIndex: 0 }, table);
}
