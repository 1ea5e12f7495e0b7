// What stands between an agent and the send button.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { lacking, site, stage, underlined, until } from './kit.js';

const chat = stage();
const options = { skip: lacking };

const BLOCKED = '可以加我微信聊';
const WARNED = '今天一定给您发货';
const REMINDED = '亲，拍下送您小礼品';
const CLEAN = '亲您好，有货的哦';

const sent = (page) => page.evaluate(() => window.sent);
const passed = (page) => page.evaluate(() => window.passed);
const settled = (page, verdict) => until(page, (wanted) => window.handle.check().then((report) => report?.verdict === wanted), verdict);
const written = async (page, text, verdict) => {
  await page.keyboard.type(text);
  await settled(page, verdict);
};

test('a violation: Enter is held, the panel explains, a rewrite is applied by keyboard, undo brings the text back, clean text is sent', options, async (t) => {
  const page = await chat(t);
  await written(page, BLOCKED, 'block');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('alertdialog');
  await panel.waitFor();
  assert.match(await panel.innerText(), /引导到旺旺以外沟通/);
  assert.deepEqual(await sent(page), []);
  await page.keyboard.press('Control+.');
  await panel.waitFor({ state: 'hidden' });
  const rewritten = await page.evaluate(() => window.reply.value);
  assert.notEqual(rewritten, BLOCKED);
  await page.keyboard.press('Control+z');
  assert.equal(await page.evaluate(() => window.reply.value), BLOCKED);
  await underlined(page);
  await page.keyboard.press('Control+Shift+z');
  assert.equal(await page.evaluate(() => window.reply.value), rewritten);
  await settled(page, 'pass');
  await page.keyboard.press('Enter');
  assert.deepEqual(await sent(page), [rewritten]);
  assert.deepEqual(await passed(page), [{ text: rewritten, verdict: 'pass', checked: true, overridden: false, findings: [] }]);
});

test('a rewrite is reached with the Tab key, and its sentence alone is replaced', options, async (t) => {
  const page = await chat(t);
  await written(page, `这款有货的。${BLOCKED}。稍等哦`, 'block');
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const text = await page.evaluate(() => window.reply.value);
  assert.match(text, /^这款有货的。.*稍等哦$/);
  assert.doesNotMatch(text, /微信/);
  assert.equal(await page.evaluate(() => document.activeElement === window.reply), true);
});

test('Enter before the answer is in waits for it, and the page then sends by itself', options, async (t) => {
  const page = await chat(t, { options: { policy: { budgetMs: 5000 } } });
  site.delayMs = 300;
  await page.keyboard.type(CLEAN);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  assert.deepEqual(await sent(page), []);
  await until(page, () => window.sent.length > 0);
  await page.waitForTimeout(100);
  assert.deepEqual(await sent(page), [CLEAN]);
});

test('Enter before the answer is in is blocked by the answer', options, async (t) => {
  const page = await chat(t, { options: { policy: { budgetMs: 5000 } } });
  site.delayMs = 300;
  await page.keyboard.type(BLOCKED);
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').waitFor();
  assert.deepEqual(await sent(page), []);
});

test('what is typed while a message waits is not sent unseen', options, async (t) => {
  const page = await chat(t, { options: { policy: { budgetMs: 5000 } } });
  await until(page, () => window.handle.state === 'ready');
  site.delayMs = 300;
  await page.keyboard.type(CLEAN);
  await page.keyboard.press('Enter');
  await page.keyboard.type('，加微信');
  await page.getByText('内容有改动').waitFor();
  assert.deepEqual(await sent(page), []);
});

test('the button is held too, although the page listens in the capture phase', options, async (t) => {
  const page = await chat(t);
  await written(page, BLOCKED, 'block');
  await page.click('#send');
  await page.getByRole('alertdialog').waitFor();
  assert.deepEqual(await sent(page), []);
  await page.keyboard.press('Escape');
  await page.fill('#reply', CLEAN);
  await settled(page, 'pass');
  await page.click('#send');
  assert.deepEqual(await sent(page), [CLEAN]);
});

test('a page that sends when the button goes down learns nothing before the verdict, and then the whole press', options, async (t) => {
  const page = await chat(t, { options: { sendButton: '#early' } });
  await page.evaluate(() => {
    const early = document.createElement('button');
    early.id = 'early';
    early.textContent = '发送';
    window.presses = [];
    for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
      early.addEventListener(type, () => window.presses.push(type));
    }
    document.querySelector('main').append(early);
  });
  await written(page, BLOCKED, 'block');
  await page.click('#early');
  const panel = page.getByRole('alertdialog');
  await panel.waitFor();
  assert.deepEqual(await page.evaluate(() => window.presses), []);
  await panel.getByPlaceholder('仍要发送的理由').fill('买家要求');
  await panel.getByText('仍然发送').click();
  await until(page, () => window.presses.length === 4);
  assert.deepEqual(await page.evaluate(() => window.presses), ['pointerdown', 'mousedown', 'mouseup', 'click']);
});

test('Shift+Enter is a new line; with Ctrl+Enter as the key, Enter is one too', options, async (t) => {
  const page = await chat(t);
  await written(page, BLOCKED, 'block');
  await page.keyboard.press('Shift+Enter');
  assert.equal(await page.evaluate(() => window.reply.value), `${BLOCKED}\n`);
  assert.equal(await page.getByRole('alertdialog').count(), 0);

  const other = await chat(t, { options: { sendKey: 'Ctrl+Enter' } });
  await written(other, BLOCKED, 'block');
  await other.keyboard.press('Control+Enter');
  await other.getByRole('alertdialog').waitFor();
});

test('a key held down sends once and presses nothing in the panel', options, async (t) => {
  const page = await chat(t);
  await written(page, BLOCKED, 'block');
  await page.keyboard.down('Enter');
  await page.getByRole('alertdialog').waitFor();
  await page.keyboard.press('Tab');
  for (let i = 0; i < 3; i++) {
    await page.keyboard.down('Enter');
  }
  assert.equal(await page.evaluate(() => window.reply.value), BLOCKED);
  assert.equal(await page.getByRole('alertdialog').isVisible(), true);
  assert.deepEqual(await sent(page), []);
  await page.keyboard.up('Enter');
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement === window.reply), true);
});

test('an override needs a reason, and the service learns it without the text', options, async (t) => {
  const page = await chat(t, { options: { agent: '小美' } });
  await written(page, BLOCKED, 'block');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('alertdialog');
  await panel.getByText('仍然发送').click();
  await panel.getByText('请写明理由').waitFor();
  assert.deepEqual(await sent(page), []);
  await page.keyboard.type('买家的微信是订单备注里的');
  await page.keyboard.press('Enter');
  await until(page, () => window.sent.length === 1);
  assert.deepEqual(await sent(page), [BLOCKED]);
  const [{ verdict, checked, overridden }] = await passed(page);
  assert.deepEqual({ verdict, checked, overridden }, { verdict: 'block', checked: true, overridden: true });
  await until(page, () => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/v1/overrides')));
  const { phrasebook, ...told } = site.asked.find(({ path }) => path === '/v1/overrides').body;
  assert.ok(phrasebook.length > 0);
  assert.deepEqual(told, {
    verdict: 'block', rules: ['contact/offsite-chat'], reason: '买家的微信是订单备注里的', offline: false, agent: '小美',
  });
});

test('a shop may let nobody override, or only a supervisor, whose refusal by the service counts', options, async (t) => {
  const never = await chat(t, { options: { policy: { override: 'never' } } });
  await written(never, BLOCKED, 'block');
  await never.keyboard.press('Enter');
  await never.getByText('按店铺规定，被拦截的话不能发送').waitFor();
  assert.equal(await never.getByText('仍然发送').count(), 0);

  const page = await chat(t, { options: { policy: { override: 'supervisor', storeTexts: true } } });
  await written(page, BLOCKED, 'block');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('alertdialog');
  await panel.getByPlaceholder('仍要发送的理由').fill('已核实');
  await page.keyboard.press('Enter');
  await panel.getByText('请由主管填写工号').waitFor();
  await page.keyboard.type('A07');
  site.instead.set('/v1/overrides', () => ({ status: 403, json: { detail: '没有这个工号' } }));
  await page.keyboard.press('Enter');
  await panel.getByText('没有放行：没有这个工号').waitFor();
  assert.deepEqual(await sent(page), []);
  site.instead.clear();
  await page.keyboard.press('Enter');
  await until(page, () => window.sent.length === 1);
  const { body } = site.asked.findLast(({ path }) => path === '/v1/overrides');
  assert.equal(body.supervisor, 'A07');
  assert.equal(body.draft, BLOCKED);
});

test('a warning is confirmed, or only told', options, async (t) => {
  const page = await chat(t);
  await written(page, WARNED, 'warn');
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').getByText('仍然发送').click();
  await until(page, () => window.sent.length === 1);
  assert.equal((await passed(page))[0].overridden, false);
  assert.ok(site.asked.every(({ path }) => path !== '/v1/overrides'));

  const lax = await chat(t, { options: { policy: { warn: 'note' } } });
  await written(lax, WARNED, 'warn');
  await lax.keyboard.press('Enter');
  await lax.getByText('已发送，有风险').waitFor();
  assert.deepEqual(await sent(lax), [WARNED]);
});

test('a reminder is told after sending', options, async (t) => {
  const page = await chat(t);
  await written(page, REMINDED, 'remind');
  await page.keyboard.press('Enter');
  await page.getByText('已发送，请留意').waitFor();
  assert.deepEqual(await sent(page), [REMINDED]);
});

test('a host of its own kind gets the text, and the page no event', options, async (t) => {
  const page = await chat(t, { options: { host: 'own' } });
  await written(page, CLEAN, 'pass');
  await page.keyboard.press('Enter');
  assert.deepEqual(await sent(page), []);
  assert.equal((await passed(page))[0].text, CLEAN);
});

test('nothing is asked of an empty box', options, async (t) => {
  const page = await chat(t);
  await page.keyboard.press('Enter');
  await page.click('#send');
  assert.equal(await page.getByRole('alertdialog').count(), 0);
  assert.deepEqual(await passed(page), []);
});

test('after detach the page is as it was', options, async (t) => {
  const page = await chat(t);
  await written(page, BLOCKED, 'block');
  await page.evaluate(() => window.handle.detach());
  assert.equal(await page.locator('reply-linter').count(), 0);
  await page.keyboard.press('Enter');
  assert.deepEqual(await sent(page), [BLOCKED]);
});

test('attached anew, the later options hold and nothing is there twice', options, async (t) => {
  const page = await chat(t);
  await page.evaluate(async () => {
    const { attach } = await import('/plugin/index.js');
    window.handle = attach(window.reply, { policy: { override: 'never' }, sendButton: '#send' });
  });
  assert.equal(await page.locator('reply-linter').count(), 1);
  await written(page, BLOCKED, 'block');
  await page.keyboard.press('Enter');
  await page.getByText('按店铺规定，被拦截的话不能发送').waitFor();
});

for (const box of ['textarea', 'frame-textarea']) {
  test(`a page that takes its ${box} away leaves nothing behind but quiet`, options, async (t) => {
    const page = await chat(t, { box });
    await written(page, BLOCKED, 'block');
    await page.evaluate(() => document.getElementById('box').replaceChildren());
    await page.locator('.chip').waitFor({ state: 'hidden' });
    await page.locator('.underline').waitFor({ state: 'hidden' });
  });
}

test('a host whose conversation cannot be read is still guarded', options, async (t) => {
  const page = await chat(t);
  await page.evaluate(async () => {
    const { attach } = await import('/plugin/index.js');
    window.handle = attach(window.reply, {
      getConversation: () => {
        throw new Error('no conversation here');
      },
    });
  });
  await written(page, BLOCKED, 'block');
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').waitFor();
});

test('a misspelt option is refused, not taken for a laxer one', options, async (t) => {
  const page = await chat(t);
  const told = await page.evaluate(async () => {
    const { attach } = await import('/plugin/index.js');
    try {
      attach(window.reply, { policy: { unavailable: 'close' } });
      return '';
    } catch (fault) {
      return fault.message;
    }
  });
  assert.equal(told, 'attach: policy.unavailable must be open or closed, not close');
});
