// Ties the page together: an upload becomes a job, the job's id stands in the address, and the job is asked after until it ends.

import { byId, element } from '../dom.js';
import { language, translatePage } from '../i18n.js';
import { askForToken, authorization } from '../token.js';
import { isUnderWay, JobView, nameOf } from './job-view.js';
import { moment, text } from './texts.js';
import { UploadForm } from './upload.js';

const PAUSE_MS = 700;
const RETRY_MS = 2_000;

translatePage(text);
const view = new JobView();
const form = new UploadForm(watch);
let shown = null; // the job in the address as last told, or null
let timer = null;

/** What the service answers: its status and its JSON, if there is any. */
async function call(path, options = {}) {
  const response = await fetch(path, { ...options, headers: { 'Accept-Language': language, ...authorization() } });
  if (response.status === 401 && (await askForToken(language)) !== null) {
    return call(path, options);
  }
  const isJson = (response.headers.get('Content-Type') ?? '').includes('json');
  return { status: response.status, body: isJson ? await response.json() : null };
}

const idInAddress = () => location.hash.slice(1);

/** Shows a job that has just begun, under its own address. */
function watch(job) {
  location.hash = job.id; // follow() is told
  byId('job-title').focus();
}

/** Shows the job in the address, and goes on for as long as it is under way. */
async function follow() {
  clearTimeout(timer);
  const id = idInAddress();
  const search = new URLSearchParams({ lang: language === 'en' ? 'zh' : 'en' });
  byId('lang').href = `?${search}${location.hash}`;
  if (!/^[0-9a-f]{32}$/.test(id)) {
    shown = null;
    view.hide();
    return;
  }
  let pause = PAUSE_MS;
  try {
    const { status, body } = await call(`v1/audit/${id}`);
    if (id !== idInAddress()) {
      return;
    }
    if (status === 404) {
      gone();
      return;
    }
    if (status === 200) {
      draw(body);
    } else {
      pause = RETRY_MS;
    }
  } catch {
    announce(text.reconnecting);
    byId('job').classList.add('stale');
    pause = RETRY_MS;
  }
  if (id === idInAddress() && (shown === null || isUnderWay(shown))) {
    timer = setTimeout(follow, pause);
  }
}

function draw(job) {
  const before = shown;
  shown = job;
  byId('job').classList.remove('stale');
  view.show(job);
  if (job.state === 'done') {
    form.done(job);
  }
  if (before?.id !== job.id || before.state !== job.state) {
    announce(`${text.state[job.state]}${text.and}${byId('job-title').textContent}`);
    list();
  }
}

function gone() {
  shown = null;
  view.showGone();
  announce(text.gone);
  list();
}

function announce(words) {
  if (byId('announce').textContent !== words) {
    byId('announce').textContent = words;
  }
}

/** The jobs there are, and what may be uploaded. */
async function list() {
  try {
    const { status, body } = await call('v1/audit');
    if (status === 200) {
      form.allow(body);
      byId('kept').textContent = text.kept(body.keepDays);
      byId('jobs').replaceChildren(...(body.jobs.length === 0 ? [element('li', { className: 'soft' }, text.noneYet)] : body.jobs.map(entry)));
    }
  } catch {
    byId('kept').textContent = text.unreachable;
  }
}

function entry(job) {
  const link = element('a', { href: `#${job.id}` }, nameOf(job));
  if (job.id === idInAddress()) {
    link.setAttribute('aria-current', 'true');
  }
  const found = job.state === 'done' ? text.found(job.summary) : text.state[job.state];
  return element(
    'li',
    { className: job.state },
    link,
    element('span', { className: 'soft small' }, moment(job.created)),
    element('span', { className: 'found' }, found),
  );
}

/** Asks before anything is lost; Escape and the second button mean no. */
function confirmed(job) {
  const isEnd = isUnderWay(job);
  byId('confirm-title').textContent = isEnd ? text.cancelTitle : text.forgetTitle;
  byId('confirm-text').textContent = isEnd ? text.cancelText : text.forgetText;
  byId('confirm-yes').textContent = isEnd ? text.cancel : text.forget;
  const dialog = byId('confirm');
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}

byId('job-forget').addEventListener('click', async () => {
  const job = shown;
  if (job === null || !(await confirmed(job))) {
    return;
  }
  try {
    await call(`v1/audit/${job.id}`, { method: 'DELETE' });
    history.replaceState(null, '', location.pathname + location.search);
    announce(text.forgotten);
  } catch {
    announce(text.unreachable);
  }
  follow();
  list();
});
addEventListener('hashchange', () => {
  shown = null;
  follow();
  list();
});
follow();
list();
