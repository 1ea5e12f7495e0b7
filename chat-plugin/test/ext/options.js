// The extension's settings: what is saved, what is refused and why, what an exported file holds.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { TOKEN, asked, chip, lacking, marks, opened, plugged, reset, stage } from './kit.js';

const options = { skip: lacking };
const kept = () => stage.browser.worker.evaluate(async () => (await chrome.storage.local.get('settings')).settings);

async function settings(t) {
  await reset();
  return opened(t, stage.browser.at('options.html'));
}

const save = (page) => page.getByRole('button', { name: '保存' }).click();
/** The control of a name, where that is told by the path of what it sets. */
const control = (page, path) => page.locator(`[data-path="${path}"]`);
const wrongAt = (page, path) => page.locator(`.field:has([data-path="${path}"]) > .wrong`).textContent();

test('a connection is tried before anything is saved', options, async (t) => {
  const page = await settings(t);
  const test = page.getByRole('button', { name: '测试连接' });
  const result = page.locator('#probe');
  await test.click();
  assert.equal(await wrongAt(page, 'server'), '这一项必须填写。');
  await page.getByLabel('服务地址').fill(stage.at.server);
  await test.click();
  await page.getByText('服务不接受这个口令。').waitFor();
  await page.getByLabel('访问口令').fill(TOKEN);
  await test.click();
  await page.getByText(/^连接正常，话术库 \d{4}\.\d\d\.\d\d-\w+，用时 \d+ 毫秒。$/).waitFor();
  await page.getByLabel('服务地址').fill(stage.at.chat);
  await test.click();
  await page.getByText('连接正常').waitFor({ state: 'hidden' });
  await page.getByLabel('服务地址').fill(`${stage.at.server}/nowhere`);
  await test.click();
  await page.getByText('这个地址不是话术检查服务。').waitFor();
  assert.equal(await kept(), undefined);
  assert.match(await result.getAttribute('class'), /bad/);
});

test('what is wrong is told at its field, and nothing is saved until it is right', options, async (t) => {
  const page = await settings(t);
  await page.getByLabel('服务地址').fill('ftp://files');
  await control(page, 'policy.budgetMs').fill('-1');
  await page.getByRole('button', { name: '添加网站' }).click();
  await page.getByLabel('网站地址').last().fill('im.example.com');
  await page.getByLabel('输入框', { exact: true }).last().fill('textarea[');
  await page.getByLabel('消息列表', { exact: true }).last().fill('.list');
  await save(page);
  await page.getByText('有 5 处需要改正，没有保存。').waitFor();
  assert.equal(await wrongAt(page, 'server'), '请填写 http:// 或 https:// 开头的地址，不带参数，也不带用户名和密码。');
  assert.equal(await wrongAt(page, 'policy.budgetMs'), '请填写 0 到 5000 之间的整数。');
  assert.equal(await wrongAt(page, 'own[0].matches'), '“im.example.com”不是网站地址，应该写成 https://im.example.com/*。');
  assert.equal(await wrongAt(page, 'own[0].input'), '浏览器读不懂这个选择器。');
  assert.equal(await wrongAt(page, 'own[0].roles.buyer'), '填了消息列表，就要填买家消息和客服消息的选择器。');
  assert.equal(await kept(), undefined);

  await page.getByLabel('服务地址').fill(stage.at.server);
  await control(page, 'policy.budgetMs').fill('300');
  await control(page, 'policy.override').selectOption('never');
  await control(page, 'own[0].matches').fill(`${stage.at.chat}/*`);
  await control(page, 'own[0].input').fill('.reply-box');
  await control(page, 'own[0].roles.buyer').fill('.theirs');
  await control(page, 'own[0].roles.agent').fill('.mine');
  await save(page);
  await page.getByText('已保存。').waitFor();
  const { server, policy, own, on } = await kept();
  assert.equal(server, stage.at.server);
  assert.deepEqual(policy, { override: 'never', warn: 'confirm', unavailable: 'open', storeTexts: false, budgetMs: 300 });
  assert.deepEqual(on, [own[0].id]);
  assert.deepEqual(own[0].roles, { buyer: '.theirs', agent: '.mine' });
});

test('a site whose selectors were typed in is worked on', options, async (t) => {
  const page = await settings(t);
  await page.getByLabel('服务地址').fill(stage.at.server);
  await page.getByLabel('访问口令').fill(TOKEN);
  await page.getByRole('button', { name: '添加网站' }).click();
  await page.getByLabel('网站地址').last().fill(`${stage.at.chat}/*`);
  for (const [label, selector] of Object.entries({ 输入框: '.reply-box', 消息列表: '.message-list', 买家消息: '.theirs', 客服消息: '.mine', 消息正文: '.bubble' })) {
    await page.getByLabel(label, { exact: true }).last().fill(selector);
  }
  await page.getByLabel('平台规则').last().selectOption('jd');
  await save(page);
  await page.getByText('已保存。').waitFor();
  const chat = await opened(t, `${stage.at.chat}/foreign.html`);
  await plugged(chat);
  await chat.locator('.reply-box').pressSequentially('您好');
  await chip(chat, 'pass');
  await chat.locator('.reply-box').fill('可以加我微信聊');
  await marks(chat, 1);
  const { shop, conversation } = asked.findLast(({ path }) => path === '/v1/lint').body;
  assert.deepEqual(shop, { platform: 'jd' });
  assert.deepEqual(conversation.map(({ role }) => role), ['buyer', 'agent']);
});

test('known sites are off, say that nobody has verified them, and can be changed and set back', options, async (t) => {
  const page = await settings(t);
  const site = page.locator('.site', { hasText: '拼多多商家后台' });
  assert.equal(await site.getByRole('switch').isChecked(), false);
  await site.getByText('选择器未核实').waitFor();
  assert.equal(await page.locator('.site').count(), 4);
  assert.equal(await page.getByText('选择器未核实', { exact: true }).count(), 4);
  await site.getByText('选择器', { exact: true }).click();
  await site.getByLabel('输入框', { exact: true }).fill('#other');
  await save(page);
  await page.getByText('已保存。').waitFor();
  assert.deepEqual((await kept()).own.map(({ id, input }) => [id, input]), [['pinduoduo', '#other']]);
  await site.getByRole('button', { name: '恢复原来的选择器' }).click();
  await save(page);
  await page.getByText('已保存。').waitFor();
  assert.deepEqual((await kept()).own, []);
});

test('settings go out without the token and come in after a look at them', options, async (t) => {
  const page = await settings(t);
  await page.getByLabel('服务地址').fill(stage.at.server);
  await page.getByLabel('访问口令').fill(TOKEN);
  await page.getByLabel('客服姓名或工号').fill('小<b>林</b>');
  await save(page);
  await page.getByText('已保存。').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出设置' }).click()]);
  const written = await readFile(await download.path(), 'utf8');
  assert.doesNotMatch(written, new RegExp(TOKEN));
  const file = JSON.parse(written);
  assert.equal(file.settings.agent, '小<b>林</b>');

  const put = (content) => page.locator('#file').setInputFiles({ name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await put('{');
  await page.getByText('这个文件不是 JSON。').waitFor();
  await put(JSON.stringify({ ...file, settings: { ...file.settings, polisy: {}, theme: 'pink' } }));
  await page.getByText('polisy：没有这个字段。').waitFor();
  await page.getByText('theme：只能是：auto、light、dark。').waitFor();
  assert.equal(await page.getByLabel('服务地址').inputValue(), stage.at.server);

  await put(JSON.stringify({ ...file, settings: { ...file.settings, agent: '小周', language: 'en' } }));
  await page.getByText('Loaded. Look it over, then save.').waitFor();
  assert.equal((await kept()).agent, '小<b>林</b>');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.', { exact: true }).waitFor();
  const { agent, token, language } = await kept();
  assert.deepEqual({ agent, token, language }, { agent: '小周', token: TOKEN, language: 'en' });
});
