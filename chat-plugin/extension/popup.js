// The popup at the extension's icon: what is the case on this page, and what can be done about it.

import { pattern } from '../sites/adapters.js';
import { words } from '../sites/words.js';
import { h } from '../src/dom.js';
import { texts } from '../src/i18n.js';
import { active, adapterFor, adapters, stored } from './settings.js';
import { builtIns } from './built-in.js';

/** @import {Standing} from '../sites/station.js' */
/** @import {ServiceState} from '../src/types.js' */

const LOOK_MS = 1_000;

/** What is shown now, so that a button stays the same while nothing changes. */
let told = '';

/** The page that it is about: the tab under the popup, or the one that `?tab=` names; none if it has been closed. */
async function tab() {
  const named = new URLSearchParams(location.search).get('tab');
  return named === null
    ? (await chrome.tabs.query({ active: true, currentWindow: true }))[0]
    : chrome.tabs.get(Number(named)).catch(() => undefined);
}

/** What the frame with the box says of it. @param {number} tabId @returns {Promise<Standing|undefined>} */
const standing = (tabId) => chrome.tabs.sendMessage(tabId, { type: 'standing' }).catch(() => undefined);

async function draw() {
  const [settings, { adapters: book }, about] = await Promise.all([stored(), builtIns(), tab()]);
  const { language, theme, server } = settings;
  const word = words(language);
  const say = word.popup;
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  document.documentElement.dataset.theme = theme;
  const url = about?.url !== undefined && /^https?:/.test(about.url) ? new URL(about.url) : null;
  const tabId = about?.id ?? -1;
  const button = (/** @type {string} */ label, /** @type {() => void} */ click, main = false) =>
    h('button', { type: 'button', className: main ? 'main' : '', click }, label);
  const options = button(say.options, () => chrome.runtime.openOptionsPage(), server === '');

  /** @param {string[]} lines @param {HTMLElement[]} buttons @param {string} [state] */
  const show = (lines, buttons, state = 'off') => {
    const now = JSON.stringify([lines, buttons.map(({ textContent }) => textContent), state, language, url?.host]);
    if (now === told) {
      return;
    }
    told = now;
    const main = /** @type {HTMLElement} */ (document.querySelector('main'));
    main.replaceChildren(
      h('header', { className: state }, h('span', { className: 'dot' }), h('h1', {}, word.product), h('span', { className: 'host' }, url?.host ?? '')),
      ...lines.filter(Boolean).map((line) => h('p', {}, line)),
      h('div', { className: 'buttons' }, ...buttons, options),
    );
  };
  /** Asks for access first; the worker goes on from there, since the popup may be closed by the browser's question. @param {boolean} pick */
  const wish = async (pick) => {
    const { origin } = /** @type {URL} */ (url);
    chrome.storage.session.set({ wish: { tabId, origin, pick, at: Date.now() } });
    if (await chrome.permissions.request({ origins: [pattern(origin)] })) {
      await chrome.runtime.sendMessage({ type: 'wish' });
      if (pick) {
        window.close();
      }
      await draw();
    } else {
      await chrome.storage.session.remove('wish');
    }
  };

  if (server === '') {
    show([say.noServer], []);
  } else if (url === null) {
    show([say.noPage], []);
  } else if (adapterFor(active(settings, book), url.origin) === undefined) {
    const known = adapterFor(adapters(settings, book), url.origin);
    const lines = known === undefined ? [say.unknown] : [say.known(known.name[language]), known.verified ? '' : say.unverified];
    const unsure = known === undefined;
    show([say.off, ...lines], [button(say.enable, () => wish(false), !unsure), button(say.pick, () => wish(true), unsure)]);
  } else {
    const found = await standing(tabId);
    const off = async () => {
      await chrome.runtime.sendMessage({ type: 'off', origin: url.origin });
      await draw();
    };
    const lines = found === undefined
      ? [say.none]
      : [say.box, found.send ? '' : say.noSend, found.messages === 0 ? say.noTalk : say.talk(found.messages),
          texts(language).state[/** @type {ServiceState} */ (found.service)]];
    show([say.on, ...lines], [button(say.again, () => wish(true), found === undefined), button(say.disable, off)], found === undefined ? 'lost' : found.service);
  }
}

draw();
setInterval(draw, LOOK_MS);
