// The extension's service worker. It alone knows the token and talks to the service; it puts the content script onto the sites
// that are switched on, and takes it away from others.

import { GENERIC, covers, fileProblems, pattern } from '../sites/adapters.js';
import { words } from '../sites/words.js';
import { ask, probe } from './requests.js';
import { active, adapterFor, adapters, builtInFile, origins, store, stored } from './settings.js';

/** @import {Adapter} from '../sites/adapters.js' */
/** @import {Picked} from '../sites/picker.js' */
/** @import {Settings} from './settings.js' */

const SCRIPT = 'chat';
/** How long after pressing a button a permission counts as meant by it. */
const WISH_MS = 120_000;

/** Content scripts are not to read the token. */
const locked = chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });

/** @type {Promise<Adapter[]>|null} */
let builtIn = null;

/** The built-in adapters; none if the file is damaged, which the settings page tells. @returns {Promise<Adapter[]>} */
function known() {
  return (builtIn ??= builtInFile().then((file) => (fileProblems(file, words('zh')).length === 0 ? /** @type {any} */ (file).adapters : [])));
}

/** One change of settings after the other. @type {Promise<unknown>} */
let last = Promise.resolve();

/** @template T @param {() => Promise<T>} act @returns {Promise<T>} */
function inTurn(act) {
  const done = last.then(act, act);
  last = done.catch(() => {});
  return done;
}

/** Registers the content script for exactly the sites that are on and that the browser gives access to. */
async function register() {
  const settings = await stored();
  const wanted = [...new Set(active(settings, await known()).flatMap(({ matches }) => matches))];
  const granted = await Promise.all(wanted.map((match) => chrome.permissions.contains({ origins: [match] })));
  const matches = wanted.filter((_, i) => granted[i]);
  const there = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  /** @type {chrome.scripting.RegisteredContentScript} */
  const script = { id: SCRIPT, js: ['content.js'], matches, runAt: 'document_start', allFrames: true, matchOriginAsFallback: true };
  if (matches.length === 0) {
    await (there.length > 0 && chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] }));
  } else {
    await (there.length > 0 ? chrome.scripting.updateContentScripts([script]) : chrome.scripting.registerContentScripts([script]));
  }
  return matches;
}

/** Brings everything in line with changed settings: registrations, pages that are open, permissions. @param {Settings|undefined} before @param {Settings} now */
async function changed(before, now) {
  const book = await known();
  const matches = await register();
  const old = before === undefined ? [] : origins(before, book);
  const pages = [...new Set([...old, ...matches])];
  const tabs = pages.length === 0 ? [] : await chrome.tabs.query({ url: pages });
  await Promise.all(tabs.map(({ id, url }) => refresh(/** @type {number} */ (id), url ?? '', matches)));
  const own = chrome.runtime.getManifest().host_permissions ?? [];
  const needed = origins(now, book);
  const spare = old.filter((one) => !needed.includes(one) && !own.includes(one));
  if (spare.length > 0) {
    await chrome.permissions.remove({ origins: spare });
  }
}

/** Has a page that is open read its settings anew. @param {number} tabId @param {string} url @param {string[]} matches */
async function refresh(tabId, url, matches) {
  const origin = URL.canParse(url) ? new URL(url).origin : '';
  try {
    if (covers({ matches }, origin)) {
      await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['content.js'] });
    } else {
      await chrome.tabs.sendMessage(tabId, { type: 'changed' });
    }
  } catch {
    // the page has gone, or has never had the content script
  }
}

/** What a content script may know: everything but the token. @param {string} origin */
async function site(origin) {
  const settings = await stored();
  const { server, language, theme, agent, policy } = settings;
  const adapter = server === '' ? undefined : adapterFor(active(settings, await known()), origin);
  return { adapter: adapter ?? null, options: { server, language, theme, policy, ...(agent && { agent }) } };
}

/** Switches a site on or off. @param {string} origin @param {boolean} on @param {Picked} [picked] selectors to use from now on */
async function setSite(origin, on, picked) {
  const settings = await stored();
  const book = await known();
  const found = adapterFor(adapters(settings, book), origin);
  const adapter = found ?? fresh(origin, book);
  const { name, matches, platform, sendKey } = adapter;
  const renewed = picked === undefined ? adapter : { id: adapter.id, name, matches, ...(platform && { platform }), sendKey, verified: true, ...picked };
  const own = renewed === found ? settings.own : [...settings.own.filter(({ id }) => id !== adapter.id), renewed];
  const others = settings.on.filter((id) => id !== adapter.id);
  await store({ ...settings, own, on: on ? [...others, adapter.id] : others });
}

/** An adapter for a site that nothing is known of. @param {string} origin @param {Adapter[]} book @returns {Adapter} */
function fresh(origin, book) {
  const generic = book.find(({ id }) => id === GENERIC) ?? { input: 'textarea', sendKey: /** @type {const} */ ('Enter') };
  const { host } = new URL(origin);
  return { ...generic, id: `site-${host}`, name: { zh: host, en: host }, verified: false, matches: [pattern(origin)] };
}

/** Does what a button of the popup was pressed for, once the browser has given access. */
async function fulfil() {
  const { wish } = /** @type {{wish?: {tabId: number, origin: string, pick: boolean, at: number}}} */ (await chrome.storage.session.get('wish'));
  if (wish === undefined || Date.now() - wish.at > WISH_MS || !(await chrome.permissions.contains({ origins: [pattern(wish.origin)] }))) {
    return;
  }
  await chrome.storage.session.remove('wish');
  if (wish.pick) {
    const target = { tabId: wish.tabId, allFrames: true };
    await chrome.scripting.executeScript({ target, files: ['pick.js'] }).catch(() => {}); // the page may have been closed by now
  } else {
    await setSite(wish.origin, true);
  }
}

/** What pages of the extension may ask for. @type {Record<string, (message: any) => Promise<unknown>>} */
const FOR_PAGES = {
  wish: () => inTurn(fulfil),
  off: ({ origin }) => inTurn(() => setSite(origin, false)),
  probe: ({ server, token, language }) => probe(server, token, language),
};

/** What content scripts may ask for. @type {Record<string, (message: any, origin: string, tabId: number) => Promise<unknown>>} */
const FOR_SITES = {
  site: (_, origin) => site(origin),
  ask: async ({ call }, origin) => {
    const settings = await stored();
    return adapterFor(active(settings, await known()), origin) === undefined ? { failed: true } : ask(settings.server, settings.token, call);
  },
  relay: ({ word }, _, tabId) => chrome.tabs.sendMessage(tabId, { type: 'picking', word }).catch(() => {}),
  picked: ({ picked }, origin) => inTurn(() => setSite(origin, true, picked)),
};

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  const page = sender.url?.startsWith(chrome.runtime.getURL('')) === true;
  const act = page
    ? FOR_PAGES[message.type]?.(message)
    : FOR_SITES[message.type]?.(message, sender.origin ?? '', sender.tab?.id ?? -1);
  act?.then(answer, (fault) => answer({ fault: String(fault) }));
  return act !== undefined;
});

chrome.storage.local.onChanged.addListener(({ settings }) => {
  if (settings !== undefined) {
    inTurn(async () => changed(/** @type {Settings|undefined} */ (settings.oldValue), await stored()));
  }
});
chrome.permissions.onAdded.addListener(() => inTurn(async () => {
  await fulfil();
  await register();
}));
chrome.permissions.onRemoved.addListener(() => inTurn(register));
chrome.runtime.onStartup.addListener(() => inTurn(register));
chrome.runtime.onInstalled.addListener(({ reason }) => {
  inTurn(async () => {
    await locked;
    await changed(undefined, await stored()); // pages that are open have the script of an earlier version
  });
  if (reason === chrome.runtime.OnInstalledReason.INSTALL) {
    chrome.runtime.openOptionsPage();
  }
});
