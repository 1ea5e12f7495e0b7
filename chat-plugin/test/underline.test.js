// Underlines lie under the words they are about, wherever those are.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { lacking, sameBoxes, stage, underlined, underlines, until } from './kit.js';

const chat = stage();
const options = { skip: lacking };

const OFFENCE = '加我微信';
const DRAFT = `亲您好，${OFFENCE}聊`;

/**
 * Where a text box draws some of its characters, measured on an element of its own in the page: of the same look, in the same
 * place, with the text as its content.
 */
const drawnAt = (page, part) =>
  page.evaluate((wanted) => {
    const area = window.reply;
    const own = area.ownerDocument;
    const frame = own.defaultView.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const copy = own.createElement('div');
    const style = getComputedStyle(area);
    for (const name of style) {
      copy.style.setProperty(name, style.getPropertyValue(name));
    }
    const { left, top, width, height } = area.getBoundingClientRect();
    for (const [name, value] of Object.entries({ left, top, width, height })) {
      copy.style.setProperty(name, `${value}px`);
    }
    copy.style.position = 'fixed';
    copy.style.margin = '0';
    if (area.localName === 'input') {
      copy.style.whiteSpace = 'pre';
      copy.style.overflow = 'hidden';
    }
    copy.textContent = area.value;
    own.body.append(copy);
    copy.scrollTop = area.scrollTop;
    copy.scrollLeft = area.scrollLeft;
    const range = own.createRange();
    const at = area.value.indexOf(wanted);
    range.setStart(copy.firstChild, at);
    range.setEnd(copy.firstChild, at + wanted.length);
    const boxes = [...range.getClientRects()].map((box) => ({
      left: box.left + frame.left, top: box.top + frame.top, width: box.width, height: box.height,
    }));
    copy.remove();
    return boxes;
  }, part);

/** Where an element of the page draws some of its characters, by a range over its own text; out of its frame if it is in one. */
const rangeAt = (page, part) =>
  page.evaluate((wanted) => {
    const own = window.reply.ownerDocument;
    const walker = own.createTreeWalker(window.reply, NodeFilter.SHOW_TEXT);
    const frame = own.defaultView.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.data.indexOf(wanted);
      if (at >= 0) {
        const range = own.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        return [...range.getClientRects()].map((box) => ({
          left: box.left + frame.left, top: box.top + frame.top, width: box.width, height: box.height,
        }));
      }
    }
    return [];
  }, part);

test('a textarea: the offending words are underlined, and the text is not touched', options, async (t) => {
  const page = await chat(t);
  await page.keyboard.type(DRAFT);
  await underlined(page);
  sameBoxes(await underlines(page), await drawnAt(page, OFFENCE));
  assert.equal(await page.evaluate(() => window.reply.value), DRAFT);
});

test('a one-line input, scrolled sideways', options, async (t) => {
  const page = await chat(t, { box: 'input' });
  await page.keyboard.type(`${'您好，这边是本店客服小美，很高兴为您服务，'.repeat(4)}${OFFENCE}聊`);
  await underlined(page);
  assert.ok(await page.evaluate(() => window.reply.scrollLeft > 0));
  sameBoxes(await underlines(page), await drawnAt(page, OFFENCE));
});

test('words that wrap are underlined on both lines', options, async (t) => {
  const page = await chat(t);
  await page.evaluate(() => {
    window.reply.style.width = '150px';
    window.reply.style.letterSpacing = '3px';
  });
  await page.keyboard.type(DRAFT);
  await underlined(page, 2);
  const expected = await drawnAt(page, OFFENCE);
  assert.equal(expected.length, 2);
  sameBoxes(await underlines(page), expected);
});

test('a textarea scrolled inside moves its underlines and clips them', options, async (t) => {
  const page = await chat(t);
  await page.keyboard.insertText(`${OFFENCE}聊\n您好\n请看\n商品\n详情\n页面\n谢谢\n再见`);
  await underlined(page);
  await page.evaluate(() => (window.reply.scrollTop = 0));
  const topAt = (y) => until(page, (wanted) => {
    const line = document.querySelector('reply-linter').shadowRoot.querySelector('.underline');
    return Math.abs(line.getBoundingClientRect().top - wanted) <= 1;
  }, y);
  const [first] = await drawnAt(page, OFFENCE);
  await topAt(first.top);
  await page.evaluate(() => (window.reply.scrollTop = 60));
  await topAt(first.top - 60);
  const { line, layer, area } = await page.evaluate(() => {
    const box = (element) => element.getBoundingClientRect().toJSON();
    const root = document.querySelector('reply-linter').shadowRoot;
    return { line: box(root.querySelector('.underline')), layer: box(root.querySelector('.underlines')), area: box(window.reply) };
  });
  assert.ok(line.bottom < area.top, 'the words are out of sight');
  assert.ok(layer.top >= area.top && layer.bottom <= area.bottom, 'and so is their underline, which is clipped to the box');
});

test('scrolling and resizing the page, and moving the box, take the underlines along', options, async (t) => {
  const page = await chat(t);
  await page.keyboard.type(DRAFT);
  await underlined(page);
  const follows = async () => {
    const [expected] = await drawnAt(page, OFFENCE);
    await until(page, ({ left, top }) => {
      const line = document.querySelector('reply-linter').shadowRoot.querySelector('.underline').getBoundingClientRect();
      return Math.abs(line.left - left) <= 1 && Math.abs(line.top - top) <= 1;
    }, expected);
  };
  await page.evaluate(() => {
    document.body.style.height = '3000px';
    scrollTo(0, 120);
  });
  await follows();
  await page.setViewportSize({ width: 760, height: 500 });
  await follows();
  await page.evaluate(() => (document.querySelector('main').style.marginTop = '90px'));
  await follows();
});

for (const [how, style] of [['a zoomed body', { zoom: '1.25' }], ['a scaled body', { transform: 'scale(.8)' }]]) {
  test(`${how}: underlines are where the words are`, options, async (t) => {
    const page = await chat(t, { box: 'shadow-textarea' });
    await page.evaluate((wanted) => Object.assign(document.body.style, wanted), style);
    await page.keyboard.type(DRAFT);
    await underlined(page);
    const [line] = await underlines(page);
    // The same words as plain text, in the place where the box has them.
    const expected = await page.evaluate((wanted) => {
      const area = window.reply;
      const copy = document.createElement('div');
      copy.setAttribute('contenteditable', 'true');
      copy.textContent = area.value;
      area.after(copy);
      area.hidden = true;
      area.style.display = 'none';
      const range = document.createRange();
      const at = area.value.indexOf(wanted);
      range.setStart(copy.firstChild, at);
      range.setEnd(copy.firstChild, at + wanted.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { left, top, width, height };
    }, OFFENCE);
    sameBoxes([line], [expected]);
  });
}

test('a box in a scrolled part of the page shows no underline outside of that part', options, async (t) => {
  const page = await chat(t);
  await page.keyboard.type(DRAFT);
  await underlined(page);
  await page.evaluate(() => {
    const box = document.getElementById('box');
    box.style.cssText = 'height: 60px; overflow: auto';
    box.scrollTop = 30;
  });
  await until(page, () => {
    const layer = document.querySelector('reply-linter').shadowRoot.querySelector('.underlines').getBoundingClientRect();
    return Math.abs(layer.top - document.getElementById('box').getBoundingClientRect().top) <= 1;
  });
});

test('contenteditable with emoji, pictures of emoji and several lines', options, async (t) => {
  const page = await chat(t, { box: 'editable' });
  await page.keyboard.type('好的😀👨‍👩‍👧');
  await page.evaluate(() => {
    const smile = document.createElement('img');
    smile.alt = '[微笑]';
    window.reply.append(smile);
    getSelection().selectAllChildren(window.reply);
    getSelection().collapseToEnd();
  });
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type(`😀可以${OFFENCE}聊`);
  await underlined(page);
  sameBoxes(await underlines(page), await rangeAt(page, OFFENCE));
});

for (const box of ['shadow-textarea', 'frame-textarea', 'shadow-editable', 'frame-editable']) {
  test(`${box}: underlined, held and rewritten as anywhere`, options, async (t) => {
    const page = await chat(t, { box });
    await page.evaluate(() => scrollTo(0, 10));
    await page.keyboard.type(DRAFT);
    await underlined(page);
    sameBoxes(await underlines(page), await (box.endsWith('editable') ? rangeAt : drawnAt)(page, OFFENCE));
    await page.keyboard.press('Enter');
    await page.locator('.panel').waitFor();
    assert.deepEqual(await page.evaluate(() => window.sent), []);
    await page.keyboard.press('Control+.');
    await underlined(page, 0);
    const written = () => page.evaluate(() => window.reply.value ?? window.reply.textContent);
    const rewritten = await written();
    await page.keyboard.press('Control+z');
    assert.equal(await written(), DRAFT);
    await page.keyboard.press('Control+Shift+z');
    assert.equal(await written(), rewritten);
    await until(page, () => window.handle.check().then((report) => report?.verdict === 'pass'));
    await page.keyboard.press('Enter');
    await until(page, () => window.sent.length === 1);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
  });
}

test('a finding keeps its id and its underline while the text around it is edited', options, async (t) => {
  const page = await chat(t);
  await page.keyboard.type(DRAFT);
  await underlined(page);
  const [{ id }] = await underlines(page);
  await page.keyboard.type('吧，');
  await page.keyboard.press('Home');
  await page.keyboard.type('在的，');
  assert.equal((await underlines(page)).length, 1, 'moved along without waiting for an answer');
  await until(page, () => window.handle.check().then((report) => report?.findings.length === 1));
  assert.deepEqual((await underlines(page)).map((line) => line.id), [id]);
  sameBoxes(await underlines(page), await drawnAt(page, OFFENCE));
});

test('an edit inside the words takes their underline away at once', options, async (t) => {
  const page = await chat(t);
  await page.keyboard.type(DRAFT);
  await underlined(page);
  const left = await page.evaluate(() => {
    window.reply.setSelectionRange(6, 7);
    document.execCommand('delete');
    return document.querySelector('reply-linter').shadowRoot.querySelectorAll('.underline').length;
  });
  assert.equal(left, 0);
});

const READ = [
  ['好的<br>您稍等', '好的\n您稍等'],
  ['<div>好的</div><div>您稍等</div>', '好的\n您稍等'],
  ['好的<div><br></div><div>您稍等</div>', '好的\n\n您稍等'],
  ['<p>好的<br></p><p>您<b>稍</b>等</p>', '好的\n您稍等'],
  ['好的<br><br>', '好的\n'],
  ['<br>', ''],
  ['好的<img alt="[微笑]">您<img>', '好的[微笑]您\ufffc'],
  ['<span contenteditable="false">@小美</span> 好的', '@小美 好的'],
];

test('contenteditable is read as the message that it makes', options, async (t) => {
  const page = await chat(t);
  const read = await page.evaluate(async (all) => {
    const { read: text } = await import('/plugin/editable-field.js');
    return all.map(([markup]) => {
      const box = document.createElement('div');
      box.innerHTML = markup;
      return text(box).text;
    });
  }, READ);
  assert.deepEqual(read, READ.map(([, expected]) => expected));
});
