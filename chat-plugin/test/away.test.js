// The service dies, stumbles and comes back, while an agent works.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { lacking, service, site, stage, underlined, until } from './kit.js';

const chat = stage();
const options = { skip: lacking };

const CLEAN = '亲您好，有货的哦';
const GROSS = '可以加微信聊';
const sent = (page) => page.evaluate(() => window.sent);
const state = (page, wanted) => until(page, (name) => window.handle.state === name, wanted);
const chip = (page, words) => page.locator('.chip', { hasText: words }).waitFor();
/** Has the pack fetched; the service refuses it while it is still making it, and is asked again at the next check. */
const packed = async (page) => {
  await page.keyboard.type('在');
  await until(page, () => {
    window.handle.refresh();
    return Object.keys(localStorage).some((key) => key.startsWith('reply-linter.pack'));
  });
  await page.keyboard.press('Backspace');
};
const away = () => ['/v1/lint', '/readyz', '/v1/overrides'].forEach((path) => site.instead.set(path, () => ({ status: 502, json: {} })));

test('killed in mid-typing: the state is shown, policy open sends unchecked, and it recovers without a reload', options, async (t) => {
  const page = await chat(t);
  await packed(page);
  await page.keyboard.type('亲您好');
  await service.kill();
  await page.keyboard.type('，有货的哦');
  await state(page, 'offline');
  await chip(page, '离线 · 未检测');
  await page.keyboard.press('Enter');
  await page.getByText('未检测：').waitFor();
  assert.deepEqual(await sent(page), [CLEAN]);
  assert.equal((await page.evaluate(() => window.passed))[0].checked, false);
  await page.keyboard.type('开发票要加6个点的税点');
  await service.start();
  await underlined(page);
  await state(page, 'ready');
  assert.deepEqual((await page.evaluate(() => window.states)).filter((name) => name === 'offline').length, 1);
});

test('policy closed: nothing is sent unchecked, and the panel goes when the service is back', options, async (t) => {
  const page = await chat(t, { options: { policy: { unavailable: 'closed' } } });
  await state(page, 'ready');
  away();
  await page.keyboard.type(CLEAN);
  await state(page, 'offline');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('alertdialog');
  await panel.getByText('检查服务连不上').waitFor();
  assert.equal(await panel.getByText('仍然发送').count(), 0);
  await panel.getByText('再检查一次').click();
  await panel.getByText('检查服务连不上').waitFor();
  assert.deepEqual(await sent(page), []);
  site.instead.clear();
  await page.getByText('检查服务恢复了').waitFor();
  await until(page, () => window.handle.check().then((report) => report !== null));
  await page.evaluate(() => window.reply.focus());
  await page.keyboard.press('Enter');
  assert.deepEqual(await sent(page), [CLEAN]);
});

test('gross cases are caught offline, from a pack that outlived a reload, and the override is told later', options, async (t) => {
  const page = await chat(t);
  await packed(page);
  away();
  await page.reload();
  await until(page, () => window.attached);
  await page.keyboard.type(GROSS);
  await underlined(page);
  await chip(page, '离线 · 拦截 1 处');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('alertdialog');
  await panel.getByPlaceholder('仍要发送的理由').fill('急单补录理由');
  await panel.getByText('仍然发送').click();
  await until(page, () => window.sent.length === 1);
  assert.deepEqual(await page.evaluate(() => Object.values(localStorage).filter((kept) => kept.includes('急单补录理由')).length), 1);
  site.instead.clear();
  await until(page, () => localStorage.getItem('reply-linter.overrides') === '[]');
  const { body } = site.asked.findLast(({ path }) => path === '/v1/overrides');
  assert.deepEqual([body.verdict, body.rules, body.reason, body.offline], ['block', ['contact/offsite-chat'], '急单补录理由', true]);
});

test('the pack is not asked for again while the phrasebook is the same, and not sent again while the pack is', options, async (t) => {
  const page = await chat(t);
  await packed(page);
  const reload = async () => {
    site.asked = [];
    await page.reload();
    await until(page, () => window.attached);
    await page.keyboard.type(CLEAN);
    await until(page, () => window.handle.check().then((report) => report !== null));
  };
  await reload();
  assert.ok(site.asked.every(({ path }) => path !== '/v1/offline-pack'));
  site.instead.set('/v1/lint', () => ({ status: 200, json: { verdict: 'pass', complete: true, findings: [], phrasebook: 'another' } }));
  const answer = page.waitForResponse((response) => response.url().endsWith('/v1/offline-pack'));
  await reload();
  assert.equal((await answer).status(), 304);
});

test('a service that is slower than the budget is not waited for; the policy decides', options, async (t) => {
  const page = await chat(t);
  await state(page, 'ready');
  site.delayMs = 1500;
  await page.keyboard.type(CLEAN);
  await page.keyboard.press('Enter');
  await page.getByText('未检测：').waitFor();
  assert.deepEqual(await sent(page), [CLEAN]);
  await page.keyboard.type(GROSS);
  await state(page, 'slow');
  await chip(page, '较慢');
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').getByText('离线检查发现').waitFor();
});

test('a service that is still loading says so', options, async (t) => {
  const page = await chat(t);
  ['/v1/lint', '/readyz'].forEach((path) => site.instead.set(path, () => ({ status: 503, json: {} })));
  await page.keyboard.type(CLEAN);
  await state(page, 'starting');
  await chip(page, '启动中');
});

test('a refused token and a refused text are told, and are not passes', options, async (t) => {
  const page = await chat(t, { options: { policy: { unavailable: 'closed' } } });
  await state(page, 'ready');
  site.instead.set('/v1/lint', () => ({ status: 422, json: { detail: '草稿过长' } }));
  await page.keyboard.type(CLEAN);
  await chip(page, '未检测');
  await page.locator('.chip').click();
  await page.getByText('这句话无法检查：草稿过长').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').getByText('还没有检查').waitFor();
  await page.keyboard.press('Escape');
  site.instead.set('/v1/lint', () => ({ status: 401, json: { detail: '口令不对' } }));
  await page.keyboard.type('！');
  await state(page, 'denied');
  await chip(page, '无权限');
  assert.deepEqual(await sent(page), []);
});

test('a check that did not finish is no pass', options, async (t) => {
  const page = await chat(t);
  site.instead.set('/v1/lint', () => ({ status: 200, json: { verdict: 'pass', complete: false, findings: [] } }));
  await page.keyboard.type(CLEAN);
  await chip(page, '未检测');
  await page.keyboard.press('Enter');
  await page.getByText('未检测：').waitFor();
  assert.equal((await page.evaluate(() => window.passed))[0].checked, false);
});
