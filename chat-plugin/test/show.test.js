// What agents see and can do besides: cards, traps, feedback; and that nothing hostile gets through.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { lacking, site, stage, underlined, underlines, until } from './kit.js';

const chat = stage();
const options = { skip: lacking };

const GROSS = '可以加我微信聊';
const settled = (page) => until(page, () => window.handle.check().then((report) => report !== null));

test('hovering over underlined words explains them, and a click on a rewrite uses it', options, async (t) => {
  const page = await chat(t);
  await page.keyboard.type(`有货的。开发票要加6个点的税点。${GROSS}`);
  await underlined(page, 2);
  const [first] = await underlines(page);
  await page.mouse.move(first.left + 5, first.top + 5);
  const card = page.locator('.card');
  await card.getByText('向买家收取税点').waitFor();
  assert.match(await card.innerText(), /扣 6 分/);
  await card.getByText('为什么不能这样说').click();
  await card.getByText('invoice/charge-tax-point').waitFor();
  await card.locator('.rewrite').first().click();
  const text = await page.evaluate(() => window.reply.value);
  assert.match(text, /^有货的。[^。]*免费[^]*可以加我微信聊$/);
  await underlined(page, 1);
});

test('by keyboard: F8 goes from finding to finding and explains, Escape returns to the text, and it is all said aloud', options, async (t) => {
  const page = await chat(t);
  await page.keyboard.type(`开发票要加6个点的税点。${GROSS}`);
  await underlined(page, 2);
  await page.locator('[aria-live]').getByText('按 F8 查看').waitFor({ state: 'attached' });
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F8');
  const card = page.getByRole('dialog');
  await card.getByText('向买家收取税点').waitFor();
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'hidden' });
  await page.keyboard.press('F8');
  await card.getByText('引导到旺旺以外沟通').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.doesNotMatch(await page.evaluate(() => window.reply.value), /微信/);
  assert.equal(await page.evaluate(() => document.activeElement === window.reply), true);
});

test("a buyer's trap: the answer is there at once and goes into the box, where undo takes it back", options, async (t) => {
  const page = await chat(t);
  await page.evaluate(() => window.say('能开发票吗'));
  await page.getByText('买家在问发票').first().waitFor();
  await page.keyboard.press('Control+.');
  assert.match(await page.evaluate(() => window.reply.value), /可以开发票的/);
  await page.keyboard.press('Control+z');
  assert.equal(await page.evaluate(() => window.reply.value), '');
  await page.keyboard.type('在的');
  await page.evaluate(() => window.say('那好评返现吗'));
  await page.locator('.trap', { hasText: '好评' }).getByText('插入').click();
  assert.match(await page.evaluate(() => window.reply.value), /^在的./);
  await page.evaluate(() => window.say('能货到付款吗'));
  const other = page.locator('.trap', { hasText: '货到付款' });
  await other.getByText('不用了').click();
  await other.waitFor({ state: 'detached' });
});

test('a false alarm and something missed are told to the service, without texts unless the shop stores them', options, async (t) => {
  const page = await chat(t, { options: { agent: '小美' } });
  await page.keyboard.type(GROSS);
  await underlined(page);
  await page.locator('.chip').click();
  const list = page.getByRole('dialog');
  await list.locator('.finding summary').getByText('误报').click();
  await list.getByPlaceholder('为什么不算违规').fill('这是店铺名');
  await page.keyboard.press('Enter');
  await list.getByText('已记录，谢谢').waitFor();
  await list.getByText('漏报').click();
  await list.getByPlaceholder('哪里违规').fill('“聊”也算');
  await list.locator('footer').getByText('提交').click();
  await until(page, () => document.querySelector('reply-linter').shadowRoot.querySelector('footer').textContent.includes('已记录'));
  const [alarm, missed] = site.asked.filter(({ path }) => path === '/v1/feedback').map(({ body: { phrasebook, ...told } }) => told);
  assert.deepEqual(alarm, { kind: 'false-alarm', rule: 'contact/offsite-chat', start: 2, end: 6, note: '这是店铺名', agent: '小美' });
  assert.deepEqual(missed, { kind: 'missed', note: '“聊”也算', agent: '小美' });
});

test('100 keystrokes at 15 a second: never two requests at once, never a stale underline', options, async (t) => {
  const page = await chat(t);
  await until(page, () => window.handle.state === 'ready');
  // Which characters lie over an underline, in every frame: the box is set in squares of 16 pixels.
  await page.evaluate(() => {
    window.seen = new Set();
    const look = () => {
      const left = window.reply.getBoundingClientRect().left + window.reply.clientLeft + 12;
      for (const line of document.querySelector('reply-linter').shadowRoot.querySelectorAll('.underline')) {
        const box = line.getBoundingClientRect();
        const from = Math.round((box.left - left) / 16);
        window.seen.add(window.reply.value.slice(from, from + Math.round(box.width / 16)));
      }
      requestAnimationFrame(look);
    };
    look();
  });
  const keys = [...'可以加我微信聊'.repeat(3)].slice(0, 20).concat(Array(14).fill('Backspace')).concat([...'好的您稍等一下哦我帮您看看']).concat(Array(8).fill('Backspace'));
  for (let i = 0; i < 100; i++) {
    const key = keys[i % keys.length];
    await (key.length > 1 ? page.keyboard.press(key) : page.keyboard.insertText(key));
    await page.waitForTimeout(1000 / 15);
  }
  await settled(page);
  assert.equal(site.mostInFlight, 1);
  assert.ok(site.asked.filter(({ path }) => path === '/v1/lint').length > 20, 'it did ask while typing');
  const found = new Set(site.asked.flatMap(({ answer }) => answer?.findings ?? []).map(({ matched }) => matched));
  const seen = await page.evaluate(() => [...window.seen]);
  assert.ok(seen.includes('加我微信'));
  assert.deepEqual(seen.filter((words) => !found.has(words)), [], 'only ever under words that were found');
  const shown = (await underlines(page)).length;
  assert.equal(shown, await page.evaluate(() => window.handle.check().then((report) => report.findings.length)));
});

test('hostile strings in messages, rules and texts are shown as text, and the page policy is kept', options, async (t) => {
  const evil = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
  const page = await chat(t, { talk: [{ role: 'buyer', text: evil }], options: { agent: evil } });
  const finding = {
    rule: `evil/${evil}`, title: evil, severity: 'block', start: 0, end: 4, matched: evil, message: evil, why: evil,
    penalty: { points: 2, basis: evil, sourcesDiffer: true }, rewrites: [evil], because: { turn: 0 },
  };
  const trap = { rule: `trap/${evil}`, title: evil, message: evil, why: evil, reply: evil };
  const report = { verdict: 'block', complete: true, phrasebook: evil, findings: [finding], rewritten: `${evil}!`, traps: [trap] };
  site.instead.set('/v1/lint', () => ({ status: 200, json: report }));
  await page.keyboard.type(evil);
  await underlined(page);
  await page.locator('.trap').getByText(evil).first().waitFor();
  await page.locator('.chip').click();
  await page.getByRole('dialog').getByText(`结合对话“${evil}”判断`).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('alertdialog');
  await panel.getByText(evil).first().waitFor();
  await panel.locator('.rewrite').first().click();
  const { hit, made, violations } = await page.evaluate(() => ({
    hit: window.hit ?? 0,
    made: document.querySelector('reply-linter').shadowRoot.querySelectorAll('img, script, [style*="url"]').length,
    violations: window.violations,
  }));
  assert.deepEqual({ hit, made, violations }, { hit: 0, made: 0, violations: [] });
});

test('a service that answers nonsense underlines nothing and breaks nothing', options, async (t) => {
  const page = await chat(t);
  const finding = { rule: 'a/b', title: '', severity: 'block', matched: '', message: '', why: '', rewrites: [] };
  const findings = [{ ...finding, start: 2, end: 99 }, { ...finding, start: -1, end: 1 }, { ...finding, start: 0, end: 1 }];
  site.instead.set('/v1/lint', () => ({ status: 200, json: { verdict: 'block', complete: true, findings } }));
  await page.keyboard.type('您好');
  await underlined(page);
});

test('no request goes anywhere but to the configured server', options, async (t) => {
  const page = await chat(t);
  const hosts = new Set();
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  await page.keyboard.type(GROSS);
  await underlined(page);
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').waitFor();
  assert.deepEqual([...hosts], [site.address]);
});

test("what is typed into the plugin is not seen by the page's shortcuts", options, async (t) => {
  const page = await chat(t);
  await page.keyboard.type(GROSS);
  await underlined(page);
  await page.evaluate(() => {
    window.keys = [];
    document.addEventListener('keydown', (event) => window.keys.push(event.key));
  });
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').getByPlaceholder('仍要发送的理由').fill('');
  await page.keyboard.type('ab');
  assert.deepEqual(await page.evaluate(() => window.keys), []);
});

for (const theme of ['light', 'dark']) {
  test(`${theme}: every text has the contrast that WCAG AA asks for`, options, async (t) => {
    const page = await chat(t, { options: { theme }, talk: [{ role: 'buyer', text: '能开发票吗' }] });
    const low = () =>
      page.evaluate(() => {
        const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        const parse = (color) => color.match(/[\d.]+/g).map(Number);
        const luminance = ([r, g, b]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
        const ground = (element) => {
          for (let at = element; at !== null; at = at.parentElement) {
            const color = parse(getComputedStyle(at).backgroundColor);
            if (color.length === 3 || color[3] === 1) {
              return color;
            }
          }
          return null;
        };
        const found = [];
        for (const element of document.querySelector('reply-linter').shadowRoot.querySelectorAll('.chip, .floating *')) {
          const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
          const back = ground(element);
          if (own && back !== null && element.checkVisibility()) {
            const [a, b] = [luminance(parse(getComputedStyle(element).color)), luminance(back)].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < 4.5) {
              found.push(`${element.className} “${element.textContent.slice(0, 12)}” ${ratio.toFixed(2)}`);
            }
          }
        }
        return found;
      });
    await page.locator('.trap').waitFor();
    assert.deepEqual(await low(), []);
    await page.keyboard.type(`开发票要加6个点的税点。今天一定给您发货。送您小礼品。${GROSS}`);
    await underlined(page, 4);
    assert.deepEqual(await low(), []);
    await page.locator('.chip').click();
    assert.deepEqual(await low(), []);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
    assert.deepEqual(await low(), []);
  });
}

test('in English the plugin speaks English, and the rules Chinese, marked as such', options, async (t) => {
  const page = await chat(t, { options: { language: 'en' } });
  await page.keyboard.type(GROSS);
  await underlined(page);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('alertdialog');
  await panel.getByText('This reply must not be sent').waitFor();
  const foreign = await page.evaluate(() => {
    const words = [];
    const walker = document.createTreeWalker(document.querySelector('reply-linter').shadowRoot, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const hidden = node.parentElement.closest('[aria-hidden=true], [aria-live]');
      if (/\p{Script=Han}/u.test(node.data) && hidden === null && node.parentElement.closest('[lang]').lang !== 'zh-CN') {
        words.push(node.data);
      }
    }
    return words;
  });
  assert.deepEqual(foreign, []);
});
