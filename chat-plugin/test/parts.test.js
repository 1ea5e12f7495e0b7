// The parts that need no browser.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { find } from '../src/matcher.js';
import { identified, moved } from '../src/marks.js';
import { inSentence } from '../src/rewrite.js';
import { decide } from '../src/verdict.js';
import { resolved } from '../src/options.js';

const rule = { rule: 'contact/wechat', title: '', severity: 'block', message: '', why: '', rewrites: ['好的'] };
const PACK = {
  format: 1,
  phrasebook: 'x',
  negators: ['不', '别'],
  rules: [
    {
      ...rule, kind: 'offer',
      patterns: [[{ any: ['加', '扫'] }, { any: ['微信', 'vx'], within: 2 }]],
      unless: [[{ any: ['微信支付'] }]],
    },
    { ...rule, rule: 'order/refuse', kind: 'refusal', patterns: [[{ any: ['不'] }, { any: ['开发票'], within: 0 }]] },
  ],
};
const words = (draft) => find(PACK, draft).map(({ matched }) => matched);

const MATCHES = [
  ['可以加微信聊', ['加微信'], 'literals in order'],
  ['可以加下我微信', ['加下我微信'], 'a gap of two'],
  ['可以加一下我微信', [], 'a gap of three is too far'],
  ['加，微信', [], 'never over the end of a clause'],
  ['加\n微信', [], 'nor of a line'],
  ['微信加', [], 'nor backwards'],
  ['不加微信', [], 'an offer that is negated'],
  ['不好意思，加微信', ['加微信'], 'a negator of another clause'],
  ['不开发票', ['不开发票'], 'a refusal is made by its negation'],
  ['加微信支付', [], 'an exception that overlaps'],
  ['加微信支付，加微信聊', ['加微信'], 'an exception elsewhere'],
  ['加 ＶＸ', ['加 ＶＸ'], 'full width, capitals and spaces, at their place in the draft'],
  ['😀加\u200b微信😀', ['加\u200b微信'], 'zero-width characters beside emoji'],
  ['加微信扫微信', ['加微信', '扫微信'], 'every one of them'],
];

for (const [draft, expected, why] of MATCHES) {
  test(`offline: ${why}`, () => assert.deepEqual(words(draft), expected));
}

const mark = (start, end, id = 'a') => ({ ...rule, id, start, end, matched: '' });
const spans = (marks) => marks.map(({ start, end }) => [start, end]);

test('marks before an edit stay, those after it move, those it touches go', () => {
  const marks = [mark(0, 2), mark(3, 5), mark(6, 8)];
  assert.deepEqual(spans(moved(marks, 'ab-cd-ef', 'ab-cXXd-ef')), [[0, 2], [8, 10]]);
  assert.deepEqual(spans(moved(marks, 'ab-cd-ef', 'Zab-cd-ef')), [[1, 3], [4, 6], [7, 9]]);
  assert.deepEqual(spans(moved(marks, 'ab-cd-ef', '')), []);
});

test('an edit does not halve a surrogate pair that it has in common with what was there', () => {
  // 😀 and 😁 share their first half, 😀 and 🐀 their second.
  assert.deepEqual(spans(moved([mark(0, 2)], '😀', '😁')), []);
  assert.deepEqual(spans(moved([mark(1, 3)], 'x😀', 'xy😀')), [[2, 4]]);
});

test('a finding of the same rule in the same place is the same finding', () => {
  const [again, other] = identified([mark(0, 4, 'kept')], [{ ...mark(2, 6), id: undefined }, { ...mark(8, 9), id: undefined }]);
  assert.equal(again.id, 'kept');
  assert.notEqual(other.id, 'kept');
});

const REWRITES = [
  ['有货的。加微信。好的', '加微信', '亲，就在这里聊哦～', '有货的。就在这里聊哦～好的'],
  ['加微信', '加微信', '亲，就在这里聊哦～', '亲，就在这里聊哦～'],
  ['你好\n加微信\n好的', '加微信', '在这里聊', '你好\n在这里聊\n好的'],
  ['加微信！', '加微信', '在这里聊', '在这里聊'],
];

for (const [draft, matched, reply, expected] of REWRITES) {
  test(`a rewrite in ${JSON.stringify(draft)}`, () => {
    const at = draft.indexOf(matched);
    const { start, end, text } = inSentence(draft, mark(at, at + matched.length), reply);
    assert.equal(draft.slice(0, start) + text + draft.slice(end), expected);
  });
}

const report = (verdict, complete = true) => ({ verdict, complete, findings: [] });
const gross = () => [mark(0, 1)];
const none = () => [];
const VERDICTS = [
  [report('pass'), gross, {}, 'send'],
  [report('remind'), none, {}, 'note'],
  [report('warn'), none, {}, 'confirm'],
  [report('warn'), none, { warn: 'note' }, 'note'],
  [report('block'), none, {}, 'block'],
  [report('block', false), none, {}, 'block'],
  [report('pass', false), none, {}, 'note'],
  [report('pass', false), none, { unavailable: 'closed' }, 'hold'],
  [null, none, {}, 'note'],
  [null, none, { unavailable: 'closed' }, 'hold'],
  [null, gross, {}, 'block'],
  [null, gross, { unavailable: 'closed' }, 'block'],
];

for (const [told, offline, policy, action] of VERDICTS) {
  test(`${JSON.stringify(told)} with ${offline.name} found offline and ${JSON.stringify(policy)}: ${action}`, () => {
    assert.equal(decide(told, offline, resolved({ policy }).policy).action, action);
  });
}
