// The form: which files go up, with which options, and how far they are.

import { byId, element } from '../dom.js';
import { language } from '../i18n.js';
import { authorization } from '../token.js';
import { size, text } from './texts.js';

/** The service refuses the upload: what to do, and the field at fault, if one is. */
class Refusal extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title);
    this.field = problem.field?.slice(1) ?? null;
  }
}

export class UploadForm {
  #form = byId('upload');
  #files = [];
  #limit = Infinity;
  #sent = null; // id of the job that the files have become
  #sending = null; // the request under way, or null
  #onJob;

  /** @param onJob takes the job that an upload has become */
  constructor(onJob) {
    this.#onJob = onJob;
    const input = byId('choose');
    input.addEventListener('change', () => {
      this.#add(input.files);
      input.value = '';
    });
    const drop = byId('drop');
    for (const [name, over] of [['dragenter', true], ['dragover', true], ['dragleave', false], ['drop', false]]) {
      drop.addEventListener(name, (event) => {
        event.preventDefault();
        drop.classList.toggle('over', over);
      });
    }
    drop.addEventListener('drop', (event) => this.#add(event.dataTransfer.files));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    byId('abort').addEventListener('click', () => this.#sending?.abort());
  }

  /** What the service allows and knows. */
  allow(overview) {
    this.#limit = overview.maxUploadBytes;
    byId('limit').textContent = text.limit(size(overview.maxUploadBytes));
    if (byId('layout').options.length === 1) {
      byId('layout').append(
        ...overview.layouts.map(({ id, title }) => element('option', { value: id }, `${id} · ${title}`)),
      );
    }
  }

  /** Forgets the files once their job is done; if it failed, they are there to be tried otherwise. */
  done(job) {
    if (job.id === this.#sent) {
      this.#sent = null;
      this.#files = [];
      this.#draw();
    }
  }

  #add(files) {
    this.#files.push(...files);
    this.#draw();
    this.#tell(null);
  }

  #draw() {
    byId('chosen').replaceChildren(
      ...this.#files.map((file) => {
        const remove = element('button', { type: 'button', className: 'quiet', ariaLabel: text.remove(file.name) }, '×');
        remove.addEventListener('click', () => {
          this.#files = this.#files.filter((other) => other !== file);
          this.#draw();
          byId('choose').focus();
        });
        return element(
          'li',
          {},
          element('span', { className: 'file' }, file.name),
          element('span', { className: 'soft small' }, size(file.size)),
          remove,
        );
      }),
    );
  }

  async #submit() {
    const total = this.#files.reduce((sum, file) => sum + file.size, 0);
    if (this.#files.length === 0) {
      this.#tell(text.nothingChosen);
      byId('choose').focus();
      return;
    }
    if (total > this.#limit) {
      this.#tell(text.tooLarge(size(total), size(this.#limit)));
      return;
    }
    this.#tell(null);
    this.#busy(true);
    try {
      const job = await this.#send(this.#body());
      this.#sent = job.id;
      this.#onJob(job);
    } catch (failure) {
      if (failure instanceof Refusal) {
        this.#tell(failure.message, failure.field);
      } else if (failure !== null) {
        this.#tell(text.unreachable);
      }
    } finally {
      this.#busy(false);
    }
  }

  /** Fields first, so that they are known when the files arrive. */
  #body() {
    const body = new FormData();
    for (const input of this.#form.querySelectorAll('input[name], select[name]')) {
      const values = 'list' in input.dataset ? input.value.split(/[,，、;；]/) : [input.value];
      const isGiven = input.type !== 'file' && (input.type !== 'checkbox' || input.checked);
      for (const value of isGiven ? values : []) {
        if (value.trim() !== '') {
          body.append(input.name, value.trim());
        }
      }
    }
    for (const file of this.#files) {
      body.append('file', file, file.name);
    }
    return body;
  }

  /** XMLHttpRequest, because fetch tells nothing of how far an upload is. Rejects with null if it was stopped. */
  #send(body) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      this.#sending = request;
      request.open('POST', 'v1/audit');
      request.setRequestHeader('Accept-Language', language);
      for (const [name, value] of Object.entries(authorization())) {
        request.setRequestHeader(name, value);
      }
      request.responseType = 'json';
      request.upload.addEventListener('progress', ({ loaded, total }) => this.#show(loaded / total));
      request.addEventListener('load', () => {
        if (request.status === 202 && request.response !== null) {
          resolve(request.response);
        } else {
          reject(request.response === null ? new Error(`HTTP ${request.status}`) : new Refusal(request.response));
        }
      });
      request.addEventListener('error', () => reject(new Error('broken off')));
      request.addEventListener('abort', () => reject(null));
      request.send(body);
    });
  }

  #show(share) {
    byId('sent').value = share;
    byId('sent-text').textContent = text.sending(Math.floor(100 * share));
  }

  #busy(isBusy) {
    byId('sending').hidden = !isBusy;
    byId('abort').hidden = !isBusy;
    byId('start').disabled = isBusy;
    if (isBusy) {
      this.#show(0);
    } else {
      this.#sending = null;
    }
  }

  /** Says what to do, at the field at fault if there is one; null says nothing. */
  #tell(message, field = null) {
    byId('problem').textContent = message ?? '';
    byId('problem').hidden = message === null;
    for (const input of this.#form.querySelectorAll('[aria-invalid]')) {
      input.removeAttribute('aria-invalid');
      input.removeAttribute('aria-errormessage');
    }
    const input = field === null ? null : this.#form.elements.namedItem(field);
    if (input !== null && input.type !== 'file') {
      byId('options').open = true;
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-errormessage', 'problem');
      input.focus();
    }
  }
}
