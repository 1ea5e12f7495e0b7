// A browser on the host's site, and what tests ask of it.

import { chromium } from 'playwright-core';
import { existsSync } from 'node:fs';
import { after, before, beforeEach } from 'node:test';
import assert from 'node:assert/strict';
import { RealService, built } from './service.js';
import { Site } from './site.js';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Why the tests in a browser cannot run here, or false. In CI they must. */
export const lacking = process.env.CI
  ? false
  : (!existsSync(CHROMIUM) && `no Chromium at ${CHROMIUM}`) || (!built && 'no service built: run ./linter --version');

export const service = new RealService();
export const site = new Site(() => service.port);
export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });

/** The stage of a test file: service, site and browser are started before its tests and ended after them. */
export function stage() {
  const on = { browser: null };
  if (!lacking) {
    before(async () => {
      await Promise.all([service.start(), site.open()]);
      await service.ready();
      on.browser = await launch();
    });
    after(async () => {
      await on.browser?.close();
      site.close();
      await service.end();
    });
    beforeEach(() => site.reset());
  }
  /** A new chat with the plugin attached. */
  return async (t, { box = 'textarea', options = {}, talk = [], ...context } = {}) => {
    const page = await on.browser.newPage({ viewport: { width: 1000, height: 720 }, ...context });
    const faults = [];
    page.on('pageerror', (fault) => faults.push(fault.stack));
    t.after(async () => {
      await page.close();
      assert.deepEqual(faults, [], 'the page reports errors');
    });
    await visit(page, { box, options, talk });
    return page;
  };
}

export async function visit(page, { box = 'textarea', options = {}, talk = [] } = {}) {
  const query = new URLSearchParams({ box, options: JSON.stringify(options), talk: JSON.stringify(talk) });
  await page.goto(`${site.address}/?${query}`);
  await until(page, () => window.attached);
}

const PATIENCE_MS = 90_000; // the first offline pack takes a loaded machine a while

/** Waits until a function of the page is true, or what it promises (to Playwright's own waitForFunction every promise is true). */
export async function until(page, fn, arg) {
  const last = Date.now() + PATIENCE_MS;
  while (!(await page.evaluate(fn, arg))) {
    assert.ok(Date.now() < last, `not within ${PATIENCE_MS} ms: ${fn}`);
    await page.waitForTimeout(20);
  }
}

/** The underlines as the page shows them: severity, id and rectangle, one a line. */
export const underlines = (page) =>
  page.evaluate(() =>
    [...document.querySelector('reply-linter').shadowRoot.querySelectorAll('.underline')].map((line) => {
      const { left, top, width, height } = line.getBoundingClientRect();
      return { severity: line.className.split(' ')[1], id: line.dataset.id, left, top, width, height };
    }),
  );

/** Waits until the text of now is checked, unless there is no service, and so many underlines are shown. */
export async function underlined(page, count = 1) {
  await until(page, () => window.handle.state !== 'ready' || window.reply.value === '' || window.handle.check().then((report) => report !== null));
  await until(page, (n) => document.querySelector('reply-linter').shadowRoot.querySelectorAll('.underline').length === n, count);
}

/** That two lists of rectangles are the same to within a pixel. */
export function sameBoxes(actual, expected) {
  assert.equal(actual.length, expected.length, `${JSON.stringify(actual)} against ${JSON.stringify(expected)}`);
  actual.forEach((box, i) => {
    for (const side of ['left', 'top', 'width', 'height']) {
      assert.ok(Math.abs(box[side] - expected[i][side]) <= 1, `${side}: ${JSON.stringify(box)} against ${JSON.stringify(expected[i])}`);
    }
  });
}
