// An input method at work is never disturbed.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { lacking, site, stage, underlined, underlines, until } from './kit.js';

const chat = stage();
const options = { skip: lacking };

for (const box of ['textarea', 'editable']) {
  test(`${box}: between the start and the end of a composition nothing is asked and nothing in the page changes`, options, async (t) => {
    const page = await chat(t, { box });
    const ime = await page.context().newCDPSession(page);
    await page.keyboard.type('可以加微');
    await until(page, () => window.handle.check().then((report) => report !== null));
    await page.evaluate(() => {
      window.changes = 0;
      const count = new MutationObserver((all) => (window.changes += all.length));
      const everything = { subtree: true, childList: true, attributes: true, characterData: true };
      window.reply.addEventListener('compositionstart', () => {
        // The plugin's own listener has run by now: it was there first.
        count.observe(document.querySelector('reply-linter').shadowRoot, everything);
        count.observe(document.querySelector('main'), { childList: true, attributes: true });
      }, { once: true });
      window.reply.addEventListener('compositionend', () => {
        window.changes += count.takeRecords().length;
        window.during = window.changes;
        count.disconnect();
      }, { capture: true, once: true });
    });
    const asked = site.asked.length;
    for (const pinyin of ['x', 'xi', 'xin', 'xin l', 'xin li', 'xin lia', 'xin liao']) {
      await ime.send('Input.imeSetComposition', { text: pinyin, selectionStart: pinyin.length, selectionEnd: pinyin.length });
    }
    await page.waitForTimeout(500); // longer than anything that looks by itself
    assert.equal(site.asked.length, asked, 'not linted while composing');
    await ime.send('Input.insertText', { text: '信聊' });
    await underlined(page);
    assert.equal(await page.evaluate(() => window.during), 0);
    assert.equal(await page.evaluate(() => window.reply.value ?? window.reply.textContent), '可以加微信聊');
  });
}

test('Enter that ends a composition sends nothing', options, async (t) => {
  const page = await chat(t);
  const ime = await page.context().newCDPSession(page);
  await ime.send('Input.imeSetComposition', { text: 'vx', selectionStart: 2, selectionEnd: 2 });
  await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code: 'Enter' });
  await ime.send('Input.insertText', { text: '加vx' });
  await ime.send('Input.dispatchKeyEvent', { type: 'keyUp', windowsVirtualKeyCode: 13, key: 'Enter', code: 'Enter' });
  await until(page, () => window.handle.check().then((report) => report?.verdict === 'block'));
  // As WebKit tells it: the composition is over, the key still belongs to the input method. What a page makes of that is its own affair.
  await page.evaluate(() =>
    window.reply.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true, composed: true })),
  );
  assert.equal(await page.getByRole('alertdialog').count(), 0);
  assert.deepEqual(await page.evaluate(() => window.passed), []);
});

test('what follows the caret loses its underline while something is composed before it, and gets it back', options, async (t) => {
  const page = await chat(t);
  const ime = await page.context().newCDPSession(page);
  await page.keyboard.type('可以加微信聊');
  await underlined(page);
  await page.keyboard.press('Home');
  await ime.send('Input.imeSetComposition', { text: 'hao', selectionStart: 3, selectionEnd: 3 });
  assert.deepEqual(await underlines(page), []);
  await ime.send('Input.insertText', { text: '好的，' });
  await underlined(page);
});
