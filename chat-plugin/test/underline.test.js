// Underlines lie under the words they are about, wherever those are.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { lacking, sameBoxes, stage, underlined, underlines } from './kit.js';

const chat = stage();
const options = { skip: lacking };

const OFFENCE = '加我微信';
const DRAFT = `亲您好，${OFFENCE}聊`;

/**
 * Where a text box draws some of its characters, measured without any mirror: an element of the same look and place that has
 * the text as its content.
 */
const drawnAt = (page, part) =>
  page.evaluate((wanted) => {
    const area = window.reply;
    const copy = document.createElement('div');
    const style = getComputedStyle(area);
    for (const name of style) {
      copy.style.setProperty(name, style.getPropertyValue(name));
    }
    const outer = area.getBoundingClientRect();
    copy.style.position = 'fixed';
    copy.style.margin = '0';
    copy.style.left = `${outer.left}px`;
    copy.style.top = `${outer.top}px`;
    copy.style.width = `${outer.width}px`;
    copy.style.height = `${outer.height}px`;
    copy.textContent = area.value;
    document.body.append(copy);
    copy.scrollTop = area.scrollTop;
    const range = document.createRange();
    const at = area.value.indexOf(wanted);
    range.setStart(copy.firstChild, at);
    range.setEnd(copy.firstChild, at + wanted.length);
    const boxes = [...range.getClientRects()].map(({ left, top, width, height }) => ({ left, top, width, height }));
    copy.remove();
    return boxes;
  }, part);

test('a textarea: the offending words are underlined, and nothing else', options, async (t) => {
  const page = await chat(t);
  await page.keyboard.type(DRAFT);
  await underlined(page);
  sameBoxes(await underlines(page), await drawnAt(page, OFFENCE));
  assert.equal(await page.evaluate(() => window.reply.value), DRAFT);
});
