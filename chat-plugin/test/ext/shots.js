// Pictures of the extension's pages and of the extension at work, to be looked at: `node test/ext/shots.js FOLDER`.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TOKEN, browserWithExtension, chip, marks, panel, places, plugged } from './kit.js';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: node test/ext/shots.js FOLDER');
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const at = await places();
const browser = await browserWithExtension(at);
const shot = (page, name, options = {}) => page.screenshot({ path: join(folder, `${name}.png`), ...options });
const pause = (page) => page.waitForTimeout(500);

const options = await browser.open(browser.at('options.html'));
await options.setViewportSize({ width: 1000, height: 900 });
await options.locator('[data-path=server]').fill('ftp://files');
await options.getByRole('button', { name: '添加网站' }).click();
await options.locator('#save').click();
await pause(options);
await shot(options, 'options-wrong');
await options.getByRole('button', { name: '删除' }).click();
await options.locator('[data-path=server]').fill(at.server);
await options.locator('[data-path=token]').fill(TOKEN);
await options.locator('#test').click();
await options.getByText('连接正常').waitFor();
await shot(options, 'options-tested');
await options.locator('#save').click();
await pause(options);
for (const theme of ['light', 'dark']) {
  await options.locator('[data-path=theme]').selectOption(theme);
  await pause(options);
  await options.setViewportSize({ width: 1000, height: 1900 });
  await shot(options, `options-${theme}`);
}
await options.locator('[data-path=language]').selectOption('en');
await options.locator('.site summary').nth(2).click();
await pause(options);
await options.setViewportSize({ width: 1000, height: 2600 });
await shot(options, 'options-en');
await options.setViewportSize({ width: 420, height: 900 });
await shot(options, 'options-narrow');
await options.close();

const page = await browser.open(`${at.chat}/foreign.html`);
const popup = await browser.popup(page);
await pause(popup);
await shot(popup, 'popup-off');
await popup.getByRole('button', { name: '点选输入框' }).click();
await page.bringToFront();
await pause(page);
const over = async (selector) => {
  const { x, y, width, height } = await page.locator(selector).boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
};
const press = async (selector) => {
  await over(selector);
  await page.mouse.down();
  await page.mouse.up();
  await pause(page);
};
await over('.message-list');
await shot(page, 'picker-wrong');
await over('.reply-box');
await shot(page, 'picker-input');
await press('.reply-box');
await over('.send-btn');
await shot(page, 'picker-send');
await press('.send-btn');
await over('.theirs .bubble');
await shot(page, 'picker-buyer');
await press('.theirs .bubble');
await press('.mine .bubble');
await plugged(page);
await shot(page, 'picker-done');
await page.waitForTimeout(3_000);
await page.evaluate(() => window.say('theirs', '能不能加你微信聊'));
await page.locator('.reply-box').pressSequentially('可以的');
await marks(page, 1);
await shot(page, 'work-underlined');
await page.keyboard.press('Enter');
await panel(page);
await pause(page);
await shot(page, 'work-panel');
await page.keyboard.press('Escape');
await page.locator('.reply-box').fill('亲，就在这里聊哦');
await chip(page, 'pass');
const on = await browser.popup(page);
await pause(on);
await shot(on, 'popup-on');
await browser.close();
await at.close();
