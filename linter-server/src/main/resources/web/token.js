// The token of a service that asks for one: asked for once, and forgotten when the tab is closed.

import { element } from './dom.js';

const KEY = 'reply-linter-token';
const TEXTS = {
  zh: { title: '需要访问令牌', note: '这个服务只让知道令牌的人使用，请向管理员索取。', label: '访问令牌', use: '使用' },
  en: { title: 'A token is needed', note: 'This service is for those who know its token; whoever runs it has it.', label: 'Token', use: 'Use it' },
};

let asking = null; // resolves once the question that is open is answered
let declined = false; // who closed the question is not asked again

/** The token, or null if none was given. */
export function token() {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null; // the browser keeps nothing for this page
  }
}

/** The headers that carry it. */
export function authorization() {
  const known = token();
  return known === null ? {} : { Authorization: `Bearer ${known}` };
}

/** Asks for it; resolves to it, or to null if the question is or was closed. One question at a time. */
export async function askForToken(language) {
  if (declined) {
    return null;
  }
  asking ??= ask(TEXTS[language]).finally(() => {
    asking = null;
  });
  const given = await asking;
  declined = given === null;
  return given;
}

function ask(text) {
  const input = element('input', { type: 'password', required: true, autocomplete: 'off', id: 'token' });
  const dialog = element(
    'dialog',
    { className: 'confirm token', 'aria-labelledby': 'token-title' },
    element(
      'form',
      { method: 'dialog' },
      element('h2', { id: 'token-title' }, text.title),
      element('p', {}, text.note),
      element('label', {}, element('span', {}, text.label), input),
      element('menu', {}, element('button', { value: 'use', className: 'primary' }, text.use)),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const given = dialog.returnValue === 'use' && input.value.trim() !== '' ? input.value.trim() : null;
      dialog.remove();
      if (given !== null) {
        keep(given);
      }
      resolve(given);
    });
  });
}

function keep(given) {
  try {
    sessionStorage.setItem(KEY, given);
  } catch {
    // asked for again next time
  }
}
