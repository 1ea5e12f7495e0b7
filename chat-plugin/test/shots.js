// Pictures of every state, to be looked at: `npm run shots -- FOLDER`.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launch, service, site, until, visit } from './kit.js';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: npm run shots -- FOLDER');
  process.exit(2);
}
await mkdir(folder, { recursive: true });

const TALK = [
  { role: 'buyer', text: '在吗，这款保温杯还有货吗' },
  { role: 'agent', text: '在的亲，有货的哦～' },
  { role: 'buyer', text: '能开发票吗' },
];
const BLOCKED = '亲，开发票要加6个点的税点哦。可以加我微信聊';
const shown = (page, selector) => until(page, (s) => document.querySelector('reply-linter').shadowRoot.querySelector(s), selector);
const BLOCKS = { block: '.panel[data-action=block]', confirm: '.panel[data-action=confirm]', hold: '.panel[data-action=hold]' };

/** name -> what is done before the picture is taken */
const SCENES = {
  pass: { draft: '亲您好，有货的，拍下以后我们会尽快为您安排哦～' },
  trap: { talk: TALK, draft: '' },
  underlined: { draft: BLOCKED },
  list: { draft: BLOCKED, act: async (page) => page.evaluate(() => document.querySelector('reply-linter').shadowRoot.querySelector('.chip').click()) },
  card: { draft: BLOCKED, act: async (page) => { await page.keyboard.press('Home'); await page.keyboard.press('F8'); await shown(page, '.card .finding'); } },
  panel: { talk: TALK, draft: BLOCKED, act: async (page) => { await page.keyboard.press('Enter'); await shown(page, BLOCKS.block); } },
  supervisor: { draft: BLOCKED, options: { policy: { override: 'supervisor' } }, act: async (page) => { await page.keyboard.press('Enter'); await shown(page, BLOCKS.block); } },
  confirm: { draft: '今天一定给您发货', act: async (page) => { await page.keyboard.press('Enter'); await shown(page, BLOCKS.confirm); } },
  note: { draft: '亲，拍下送您小礼品', act: async (page) => { await page.keyboard.press('Enter'); await shown(page, '.told'); } },
  offline: { away: true, draft: '可以加微信聊' },
  unchecked: { away: true, draft: '亲您好', act: async (page) => { await page.keyboard.press('Enter'); await shown(page, '.told'); } },
  hold: { away: true, options: { policy: { unavailable: 'closed' } }, draft: '亲您好', act: async (page) => { await page.keyboard.press('Enter'); await shown(page, BLOCKS.hold); } },
  input: { box: 'input', draft: '可以加我微信聊' },
  editable: { box: 'editable', draft: '好的😀可以加我微信聊' },
};

await Promise.all([service.start(), site.open()]);
await service.ready();
const browser = await launch();
for (const [variant, options] of Object.entries({ light: {}, dark: { theme: 'dark' }, en: { language: 'en' } })) {
  for (const [name, scene] of Object.entries(SCENES)) {
    site.reset();
    const page = await browser.newPage({ viewport: { width: 760, height: 560 } });
    await visit(page, { box: scene.box, talk: scene.talk ?? TALK.slice(0, 2), options: { ...options, ...scene.options } });
    await until(page, () => window.handle.state === 'ready');
    if (scene.away) {
      site.instead.set('/v1/lint', () => ({ status: 502, json: {} })).set('/readyz', () => ({ status: 502, json: {} }));
    }
    await page.keyboard.type(scene.draft);
    await page.waitForTimeout(400);
    await scene.act?.(page);
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(folder, `${name}-${variant}.png`) });
    await page.close();
  }
}
await browser.close();
site.close();
await service.end();
