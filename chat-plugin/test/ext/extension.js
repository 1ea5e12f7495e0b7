// The unpacked extension at work, on pages that know nothing of it.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { until } from '../kit.js';
import { TOKEN, asked, chip, lacking, marks, noPanel, opened, panel, plugged, quiet, reset, sent, stage, unplugged } from './kit.js';

const options = { skip: lacking };
/** Sets the extension up as an agent would, in its settings page. */
async function setUp(t) {
  const { at, browser } = stage;
  await reset();
  const page = await opened(t, browser.at('options.html'));
  await page.getByLabel('服务地址').fill(at.server);
  await page.getByLabel('访问口令').fill(TOKEN);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存。').waitFor();
  return page;
}

const access = () => stage.browser.worker.evaluate(async () => (await chrome.permissions.getAll()).origins.sort());

const chat = (t, path = '/foreign.html') => opened(t, stage.at.chat + path);

/** Presses a button of the popup over a page. */
async function press(page, label) {
  const popup = await stage.browser.popup(page);
  await popup.getByRole('button', { name: label, exact: true }).click();
  return popup;
}

/** What the picker's bar says. */
const bar = (page, words) => until(page, (said) => document.querySelector('reply-linter-picker')?.shadowRoot.querySelector('.bar')?.textContent.includes(said), words);

/** Picks what is in the middle of an element. */
async function pick(page, element, inFrame = page) {
  const { x, y, width, height } = await inFrame.locator(element).boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.click(x + width / 2, y + height / 2);
}

async function pickAll(page, inFrame = page) {
  await bar(page, '请点一下输入框');
  await pick(page, '.reply-box', inFrame);
  await bar(page, '请点一下发送按钮');
  await pick(page, '.send-btn', inFrame);
  await bar(page, '请点一下买家发来的一条消息');
  await pick(page, '.theirs .bubble', inFrame);
  await bar(page, '请点一下您自己发出的一条消息');
  await pick(page, '.mine .bubble', inFrame);
  await bar(page, '已启用');
}

test('a site picked by hand: underlined, held, rewritten, sent', options, async (t) => {
  await setUp(t);
  const page = await chat(t);
  await press(page, '点选输入框');
  await page.bringToFront();
  await pickAll(page);
  await plugged(page);

  await page.locator('.reply-box').pressSequentially('亲，可以加我微信聊');
  await marks(page, 1);
  await page.keyboard.press('Enter');
  await panel(page);
  assert.deepEqual(await sent(page), [], 'the page has not seen the key');
  await page.keyboard.press('Escape');
  await noPanel(page);
  await page.locator('.reply-box').focus();
  await page.keyboard.press('Control+.');
  await chip(page, 'pass');
  const rewritten = await page.locator('.reply-box').inputValue();
  assert.doesNotMatch(rewritten, /微信/);
  await page.keyboard.press('Enter');
  await until(page, () => window.sent.length === 1);
  assert.deepEqual(await sent(page), [rewritten]);

  await page.locator('.reply-box').fill('可以加我微信聊');
  await page.locator('.send-btn').click();
  await panel(page);
  assert.equal((await sent(page)).length, 1, 'the page has not seen the click');
  await quiet(page);
});

test('whose message it is decides: 可以的 is an answer to what the buyer asked', options, async (t) => {
  await setUp(t);
  const page = await chat(t);
  await press(page, '点选输入框');
  await page.bringToFront();
  await pickAll(page);
  await plugged(page);
  await page.locator('.reply-box').pressSequentially('可以的');
  await chip(page, 'pass');
  await page.evaluate(() => window.say('theirs', '能不能加你微信聊'));
  await marks(page, 1);
  const { conversation } = asked.findLast(({ path }) => path === '/v1/lint').body;
  assert.deepEqual(conversation, [
    { role: 'buyer', text: '在吗，这款保温杯还有货吗' },
    { role: 'agent', text: '在的亲，有货的哦' },
    { role: 'buyer', text: '能不能加你微信聊' },
  ]);
});

test('a chat in a frame of the site', options, async (t) => {
  await setUp(t);
  const page = await chat(t, '/foreign-frame.html');
  const frame = page.frameLocator('#im');
  const inner = page.frames().find((one) => one.url().endsWith('/foreign.html'));
  await press(page, '点选输入框');
  await page.bringToFront();
  await pickAll(page, frame);
  await plugged(inner);
  await frame.locator('.reply-box').pressSequentially('可以加我微信聊');
  await marks(inner, 1);
  await page.keyboard.press('Enter');
  await panel(inner);
  assert.deepEqual(await sent(inner), []);
  assert.equal(await page.evaluate(() => document.querySelector('reply-linter')), null, 'the search box around it is left alone');
});

test('picking shows what would be picked, takes no click from the page, and ends at Esc', options, async (t) => {
  await setUp(t);
  const page = await chat(t);
  await press(page, '点选输入框');
  await page.bringToFront();
  await bar(page, '请点一下输入框');
  const name = () => page.evaluate(() => document.querySelector('reply-linter-picker').shadowRoot.querySelector('.name').textContent);
  await pick(page, '.message-list');
  assert.equal(await name(), '这里不能输入文字');
  await bar(page, '请点一下输入框');
  await page.locator('.reply-box').hover({ force: true });
  assert.equal(await name(), 'textarea.reply-box', 'by the class that somebody has given, not by the one that a machine has made');
  await page.evaluate(() => {
    window.felt = [];
    for (const type of ['pointerdown', 'mousedown', 'click', 'keydown']) {
      document.addEventListener(type, () => window.felt.push(type));
    }
  });
  await pick(page, '.reply-box');
  await bar(page, '请点一下发送按钮');
  await page.keyboard.press('Escape');
  await until(page, () => document.querySelector('reply-linter-picker') === null);
  const felt = await page.evaluate(() => window.felt);
  assert.ok(!felt.includes('keydown'), String(felt));
  assert.deepEqual(await stage.browser.worker.evaluate(async () => (await chrome.storage.local.get('settings')).settings.on), []);
  assert.equal(await page.evaluate(() => document.querySelector('reply-linter')), null);
});

test('nothing happens on a site that is not enabled; enabling works at once, and so does disabling', options, async (t) => {
  await setUp(t);
  const page = await chat(t);
  assert.deepEqual(await stage.browser.worker.evaluate(() => chrome.scripting.getRegisteredContentScripts()), []);
  const popup = await stage.browser.popup(page);
  t.after(() => popup.close());
  await popup.getByText('没有在这个网站上启用。').waitFor();
  assert.deepEqual(await access(), [`${stage.at.server}/*`]);
  await popup.getByRole('button', { name: '启用' }).click();
  await plugged(page);
  await popup.getByText('找到了输入框。').waitFor();
  await popup.getByText('检查服务正常').waitFor();
  assert.deepEqual(await access(), [`${stage.at.server}/*`, `${stage.at.chat}/*`]);
  await page.bringToFront();
  await page.reload();
  await plugged(page);
  await popup.getByRole('button', { name: '停用' }).click();
  await unplugged(page);
  await page.reload();
  await popup.getByText('没有在这个网站上启用。').waitFor();
  assert.deepEqual(await stage.browser.worker.evaluate(() => chrome.scripting.getRegisteredContentScripts()), []);
  assert.deepEqual(await access(), [`${stage.at.server}/*`], 'access is given back');
  assert.equal(await page.evaluate(() => document.querySelector('reply-linter')), null);
});

test('a popup whose page is closed says that there is no page, and complains of nothing', options, async (t) => {
  await setUp(t);
  const page = await chat(t);
  const popup = await stage.browser.popup(page);
  t.after(() => popup.close());
  await popup.getByText('没有在这个网站上启用。').waitFor();
  await page.close();
  await popup.getByText('这个页面不能检查。').waitFor();
});

test('the token is out of reach of pages: content scripts may not read the storage', options, async (t) => {
  await setUp(t);
  const page = await chat(t);
  const popup = await press(page, '启用');
  t.after(() => popup.close());
  await plugged(page);
  const read = await stage.browser.worker.evaluate(async (url) => {
    const { id } = (await chrome.tabs.query({})).find((tab) => tab.url === url);
    const func = () => chrome.storage.local.get('settings').then(() => 'read', () => 'refused');
    return (await chrome.scripting.executeScript({ target: { tabId: id }, func }))[0].result;
  }, page.url());
  assert.equal(read, 'refused');
});

test('nothing is saved before the browser allows access to it', options, async (t) => {
  const page = await setUp(t);
  await page.getByLabel('服务地址').fill('http://elsewhere.example:7070');
  await page.getByRole('button', { name: '保存' }).click();
  const told = await stage.browser.worker.evaluate(() => chrome.permissions.contains({ origins: ['http://elsewhere.example:7070/*'] }));
  assert.equal(told, false);
  const { server } = await stage.browser.worker.evaluate(async () => (await chrome.storage.local.get('settings')).settings);
  assert.equal(server, stage.at.server, 'nothing is saved before the browser has been answered');
});
