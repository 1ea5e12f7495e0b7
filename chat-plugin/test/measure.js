// How long after the last keystroke a word is underlined: `npm run measure [-- KEYSTROKES]`. Recorded, never asserted.
//
// Measured in the page, from the input event that completes an offence to the frame that shows its underline, on loopback.

import { cpus } from 'node:os';
import { launch, service, site, until, visit } from './kit.js';

const rounds = Number(process.argv[2] ?? 200);

await Promise.all([service.start(), site.open()]);
await service.ready();
const browser = await launch();
const page = await browser.newPage();
await visit(page);
await until(page, () => window.handle.state === 'ready');
await page.evaluate(() => {
  window.times = { drawn: [], painted: [] };
  let since = 0;
  window.reply.addEventListener('input', () => (since = performance.now()), true);
  const root = document.querySelector('reply-linter').shadowRoot;
  new MutationObserver(() => {
    if (since > 0 && window.reply.value.endsWith('微信') && root.querySelector('.underline') !== null) {
      const from = since;
      since = 0;
      window.times.drawn.push(performance.now() - from);
      // The first task after the next frame: the underline is on the screen.
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => window.times.painted.push(performance.now() - from);
        channel.port2.postMessage(null);
      });
    }
  }).observe(root.querySelector('.underlines'), { childList: true, subtree: true });
});

// The rules know “加微” already, so the offence is completed by a word that makes it one.
for (let i = 0; i < rounds + 20; i++) {
  await page.keyboard.insertText('亲您好，可以添加');
  await page.waitForTimeout(70);
  await page.keyboard.insertText('微信');
  await until(page, (n) => window.times.painted.length > n, i);
  await page.evaluate(() => {
    window.reply.select();
    document.execCommand('delete');
  });
  await page.waitForTimeout(70);
}
const times = await page.evaluate(() => ({
  ...window.times,
  asked: performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/v1/lint')).map(({ duration }) => duration),
}));
const round = (ms) => Math.round(ms * 10) / 10;
const figures = (all) => {
  const sorted = all.slice(20).sort((a, b) => a - b); // the first ones warm up
  const at = (share) => round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
};
console.log(JSON.stringify({
  date: new Date().toISOString().slice(0, 10), cores: cpus().length, node: process.version, chromium: browser.version(), keystrokes: rounds, unit: 'ms',
  requestOfThese: figures(times.asked), inputToUnderlineInTree: figures(times.drawn), inputToUnderlinePainted: figures(times.painted),
}, null, 1));
await browser.close();
site.close();
await service.end();
