// The userscript and the script tag, each on a page with a strict Content-Security-Policy; and the selectors that picking makes.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { until } from '../kit.js';
import { DIST, TOKEN, asked, lacking, marks, opened, panel, plugged, quiet, reset, sent, stage } from './kit.js';

const options = { skip: lacking };
/** A tab in a browser whose extension is not set up. */
async function tab(t) {
  await reset();
  return opened(t, 'about:blank');
}

async function guards(page) {
  await plugged(page);
  await page.locator('.reply-box').pressSequentially('可以加我微信聊');
  await marks(page, 1);
  await page.keyboard.press('Enter');
  await panel(page);
  await page.locator('.send-btn').click();
  assert.deepEqual(await sent(page), []);
  await page.evaluate(() => window.say('theirs', '能不能加你微信聊'));
  await page.locator('.reply-box').fill('可以的');
  await marks(page, 1);
  assert.deepEqual(asked.findLast(({ path }) => path === '/v1/lint').body.conversation.map(({ role }) => role), ['buyer', 'agent', 'buyer']);
  await page.locator('.reply-box').fill('您好，就在这里聊哦');
  await marks(page, 0);
  await page.keyboard.press('Enter');
  await until(page, () => window.sent.length === 1);
  await quiet(page);
}

/** The userscript with its settings edited as its user would. */
async function userscript(server) {
  const script = await readFile(join(DIST, 'reply-linter.user.js'), 'utf8');
  const site = {
    id: 'mine', name: { zh: '我的', en: 'Mine' }, verified: true, matches: [`${stage.at.chat}/*`], input: '.reply-box', send: '.send-btn', sendKey: 'Enter',
    messages: '.message-list', roles: { buyer: '.theirs', agent: '.mine' }, text: '.bubble',
  };
  return script
    .replace('"server": "http://127.0.0.1:7070"', `"server": "${server}"`)
    .replace('"token": ""', `"token": "${TOKEN}"`)
    .replace('"sites": [', `"sites": [\n${JSON.stringify(site)},`);
}

test('the userscript asks by its manager, past the policy of the page', options, async (t) => {
  const page = await tab(t);
  // What a userscript manager offers, done by the test.
  await page.exposeFunction('managed', async ({ url, method, headers, data }) => {
    const answer = await fetch(url, { method, headers, body: data });
    return { status: answer.status, responseText: await answer.text(), responseHeaders: [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\r\n') };
  });
  await page.addInitScript(() => {
    window.GM_xmlhttpRequest = ({ onload, onerror, url, method, headers, data }) => {
      window.managed({ url, method, headers, data }).then(onload, onerror);
    };
  });
  await page.addInitScript({ content: await userscript(stage.at.server) });
  await page.goto(`${stage.at.chat}/foreign.html`);
  await guards(page);
});

test('the userscript without a manager asks by fetch', options, async (t) => {
  const page = await tab(t);
  await page.addInitScript({ content: await userscript('') });
  await page.goto(`${stage.at.chat}/foreign.html`);
  await guards(page);
});

test('the userscript leaves other sites alone, and says what is wrong with its settings', options, async (t) => {
  const page = await tab(t);
  await page.addInitScript({ content: (await userscript('')).replace(`"${stage.at.chat}/*"`, '"https://elsewhere.example/*"') });
  await page.goto(`${stage.at.chat}/foreign.html`);
  assert.equal(await page.evaluate(() => document.querySelector('reply-linter')), null);
  assert.deepEqual(stage.browser.said, []);
  const other = await tab(t);
  await other.addInitScript({ content: (await userscript('')).replace('".reply-box"', '"textarea["') });
  await other.goto(`${stage.at.chat}/foreign.html`);
  assert.deepEqual(stage.browser.said.splice(0), ['TypeError: Reply Linter: sites[0].input: 浏览器读不懂这个选择器。']);
});

test('a script tag attaches by itself where it says, and offers attach', options, async (t) => {
  const page = await tab(t);
  await page.goto(`${stage.at.chat}/tagged.html`);
  await guards(page);
  assert.equal(await page.evaluate(() => typeof window.ReplyLinter.attach), 'function');
  await page.locator('.reply-box').fill('可以加我微信聊');
  await page.keyboard.press('Enter');
  await panel(page);
  await page.getByPlaceholder('仍要发送的理由').fill('买家要求');
  await page.getByPlaceholder('主管工号').fill('0007');
  await page.getByRole('button', { name: '仍然发送' }).click();
  await until(page, () => window.sent.length === 2);
  const { agent, supervisor, reason } = asked.find(({ path }) => path === '/v1/overrides').body;
  assert.deepEqual({ agent, supervisor, reason }, { agent: '小林', supervisor: '0007', reason: '买家要求' });
});

const bundled = (path) =>
  buildSync({ entryPoints: [fileURLToPath(new URL(path, import.meta.url))], bundle: true, write: false, format: 'iife', globalName: 'tried' }).outputFiles[0].text;

for (const [title, html, expected] of [
  ['an id that somebody gave', '<textarea id="replyTextarea"></textarea>', '#replyTextarea'],
  ['not an id that a machine gave', '<div class="composer"><div><textarea id=":r12:" name="reply"></textarea></div></div>', 'textarea[name="reply"]'],
  ['not hashed classes', '<div class="sc-bdVaJa"><textarea class="css-1x2y3z reply__input Input_root__a1B2c"></textarea></div>', 'textarea.reply__input'],
  ['what tests use', '<textarea data-testid="reply" class="box"></textarea>', 'textarea[data-testid="reply"]'],
  ['not the state', '<div class="box is-active"></div><textarea class="box is-focused"></textarea>', 'textarea.box'],
  ['something around it', '<div id="search"><input class="field" data-x></div><div id="chat"><input class="field" data-wanted></div>', '#chat input.field'],
  ['its place, as the last resort', '<p><b></b></p><p><i></i><b data-wanted></b></p>', 'p:nth-of-type(2) > b'],
  ['an open shadow root', '<chat-box><template shadowrootmode="open"><textarea></textarea></template></chat-box>', 'chat-box >>> textarea'],
]) {
  test(`a selector by ${title}`, options, async (t) => {
    const page = await tab(t);
    await page.setContent(`<!doctype html><body>${html}</body>`);
    await page.evaluate(bundled('../../sites/selector.js').replace('var tried', 'window.tried'));
    const selector = await page.evaluate(() => {
      const chosen = document.querySelector('chat-box')?.shadowRoot.querySelector('textarea') ?? document.querySelector('[data-wanted], textarea');
      return window.tried.selectorOf(chosen);
    });
    assert.equal(selector, expected);
  });
}

for (const [title, html, expected] of [
  ['a class each', '<ul id="talk"><li class="msg left"><p class="txt">b</p></li><li class="msg right"><p class="txt">a</p></li></ul>',
    { messages: '#talk', roles: { buyer: '.left', agent: '.right' }, text: '.txt' }],
  ['a class of the agent only', '<div id="talk"><div class="msg"><p>b</p></div><div class="msg is-mine"><p>a</p></div></div>',
    { messages: '#talk', roles: { buyer: '.msg:not(.is-mine)', agent: '.is-mine' } }],
  ['an attribute', '<div id="talk"><div data-from="buyer"><p>b</p></div><div data-from="shop"><p>a</p></div></div>',
    { messages: '#talk', roles: { buyer: '[data-from="buyer"]', agent: '[data-from="shop"]' } }],
  ['a class further in', '<div id="talk"><section><div class="customer"><p>b</p></div></section><section><div class="waiter"><p>a</p></div></section></div>',
    { messages: '#talk', roles: { buyer: '.customer', agent: '.waiter' } }],
  ['nothing', '<div id="talk"><div class="msg"><p>b</p></div><div class="msg"><p>a</p></div></div>', null],
]) {
  test(`who has said it is told by ${title}`, options, async (t) => {
    const page = await tab(t);
    await page.setContent(`<!doctype html><body>${html}</body>`);
    await page.evaluate(bundled('../../sites/roles.js').replace('var tried', 'window.tried'));
    assert.deepEqual(await page.evaluate(() => window.tried.rolesOf(...document.querySelectorAll('p'))), expected);
  });
}
