// A browser with the built extension in it, a chat page of somebody else, and a service that asks for a token.

import { chromium } from 'playwright-core';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, afterEach, before } from 'node:test';
import assert from 'node:assert/strict';
import { lacking as lackingBrowser, service, until } from '../kit.js';

export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
export const lacking = lackingBrowser || (!process.env.CI && !existsSync(DIST) && 'nothing built: npm run build');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const TOKEN = 'open-sesame';

const TYPES = { js: 'text/javascript', html: 'text/html; charset=utf-8', css: 'text/css' };

/** A server on a port of its own. */
async function listening(handler) {
  const server = createServer((incoming, outgoing) => handler(incoming, outgoing).catch((fault) => outgoing.destroy(fault)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: server.address().port };
}

async function body(incoming) {
  const chunks = [];
  for await (const chunk of incoming) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** What the service has been asked: `{path, body}`. */
export const asked = [];

/** Hands a request on to the real service. */
async function forward(incoming, outgoing) {
  const content = await body(incoming);
  asked.push({ path: incoming.url, body: content === '' ? null : JSON.parse(content) });
  const { accept, 'accept-language': language, 'content-type': type } = incoming.headers;
  const headers = Object.fromEntries(Object.entries({ accept, 'accept-language': language, 'content-type': type }).filter(([, value]) => value));
  const answer = await fetch(`http://127.0.0.1:${service.port}${incoming.url}`, { method: incoming.method, headers, body: content || undefined });
  const { status } = answer;
  outgoing.writeHead(status, { 'Content-Type': answer.headers.get('Content-Type') ?? 'text/plain' });
  outgoing.end(Buffer.from(await answer.arrayBuffer()));
}

/** The service as a shop runs it: nobody without the token. */
async function guarded(incoming, outgoing) {
  if (incoming.headers.authorization !== `Bearer ${TOKEN}`) {
    outgoing.writeHead(401, { 'Content-Type': 'application/problem+json' });
    outgoing.end('{"title":"Unauthorized","status":401,"detail":"no token"}');
    return;
  }
  await forward(incoming, outgoing);
}

/** The chat's own site; under it, for what asks at the page's own address, the service. */
async function pages(incoming, outgoing) {
  const { pathname } = new URL(incoming.url, 'http://site');
  if (pathname.startsWith('/v1/') || pathname === '/readyz') {
    await forward(incoming, outgoing);
    return;
  }
  const file = pathname.startsWith('/dist/') ? join(DIST, pathname.slice('/dist/'.length)) : fileURLToPath(new URL(`../pages${pathname}`, import.meta.url));
  const content = await readFile(file).catch(() => null);
  outgoing.writeHead(content === null ? 404 : 200, {
    'Content-Type': TYPES[pathname.split('.').at(-1)] ?? 'text/plain',
    'Content-Security-Policy': "default-src 'self'",
  });
  outgoing.end(content ?? '');
}

/** Starts the service and the sites; `close()` ends them. */
export async function places() {
  const [, api, chat] = await Promise.all([service.start(), listening(guarded), listening(pages)]);
  await service.ready();
  return {
    server: `http://127.0.0.1:${api.port}`,
    chat: `http://chat.localhost:${chat.port}`,
    async close() {
      for (const { server } of [api, chat]) {
        server.closeAllConnections();
        server.close();
      }
      await service.kill();
    },
  };
}

/** Answers that the plugin knows what to do with; a browser notes them nevertheless: no pack yet, no place for overrides. */
const EXPECTED = /status of (503|409) .*\/v1\/(offline-pack|overrides)$|favicon/;

/** Everything that pages complained about. */
export function complaints(context) {
  const said = [];
  const listen = (page) => {
    page.on('console', (message) => {
      const words = `${message.text()} ${message.location().url}`;
      if (message.type() === 'error' && !EXPECTED.test(words)) {
        said.push(words);
      }
    });
    page.on('pageerror', (fault) => said.push(String(fault)));
  };
  context.pages().forEach(listen);
  context.on('page', listen);
  return said;
}

/**
 * Chromium with the extension. Two things that only a person can do are stood in for: a click on the extension's icon, which
 * shows it the address of the page (`tabs` in this copy of the manifest does), and the answer “allow” to the browser's question,
 * which is given beforehand for the test's own two servers. The extension has access to them only once it asks.
 */
export async function browserWithExtension({ server, chat }) {
  const folder = await mkdtemp(join(tmpdir(), 'reply-linter-'));
  const extension = join(folder, 'extension');
  await cp(join(DIST, 'extension'), extension, { recursive: true });
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  await writeFile(join(extension, 'manifest.json'), JSON.stringify({ ...manifest, permissions: [...manifest.permissions, 'tabs'] }));
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: CHROMIUM,
    viewport: { width: 1000, height: 720 },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: ['--no-sandbox', '--headless=new', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`,
      '--disable-features=DisableLoadExtensionCommandLineSwitch'],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const manager = await context.newPage();
  await manager.goto('chrome://extensions');
  for (const address of [server, chat]) {
    await manager.evaluate(([id, host]) => chrome.developerPrivate.addHostPermission(id, `http://${host}/*`), [new URL(worker.url()).host, new URL(address).hostname]);
  }
  await manager.close();
  const said = complaints(context);
  const at = (page) => worker.url().replace('worker.js', page);
  return {
    context,
    worker,
    said,
    at,
    async open(url) {
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    /** The popup, as if opened over a page. */
    async popup(page) {
      const id = await worker.evaluate(async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url).id, page.url());
      const popup = await context.newPage();
      await popup.setViewportSize({ width: 340, height: 320 });
      await popup.goto(at(`popup.html?tab=${id}`));
      return popup;
    },
    async close() {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The stage of the tests: the service, the sites, and the browser with the extension in it. No console may complain. */
export const stage = { at: null, browser: null };

export function onStage() {
  before(async () => {
    stage.at = await places();
    stage.browser = await browserWithExtension(stage.at);
  });
  after(async () => {
    await stage.browser?.close();
    await stage.at?.close();
  });
  afterEach(() => {
    asked.length = 0;
    assert.deepEqual(stage.browser.said.splice(0), [], 'nothing complains in any console');
  });
}

/** A new tab, closed after the test. */
export async function opened(t, url) {
  const page = await stage.browser.open(url);
  t.after(() => page.close());
  return page;
}

/** The extension as it is when it has just been installed. */
export async function reset() {
  await stage.browser.worker.evaluate(async () => {
    await chrome.storage.local.clear();
    await chrome.permissions.remove({ origins: (await chrome.permissions.getAll()).origins });
  });
}

export const plugged = (page) => until(page, () => document.querySelector('reply-linter'));
export const unplugged = (page) => until(page, () => document.querySelector('reply-linter') === null);
export const panel = (page) => until(page, () => document.querySelector('reply-linter')?.shadowRoot.querySelector('.panel[data-action="block"]')?.checkVisibility());
export const noPanel = (page) => until(page, () => !document.querySelector('reply-linter')?.shadowRoot.querySelector('.panel[data-action]')?.checkVisibility());
export const chip = (page, look) => until(page, (wanted) => document.querySelector('reply-linter')?.shadowRoot.querySelector('.chip')?.dataset.look === wanted, look);
export const marks = (page, count) => until(page, (n) => document.querySelector('reply-linter')?.shadowRoot.querySelectorAll('.underline').length === n, count);
export const sent = (page) => page.evaluate(() => window.sent);

export async function quiet(page) {
  assert.deepEqual(await page.evaluate(() => window.violations ?? []), []);
}
