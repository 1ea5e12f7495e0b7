// What is given out: the extension's manifest and data, the zip, the package.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { adapterProblems, covers, fileProblems } from '../sites/adapters.js';
import { words } from '../sites/words.js';
import { ask } from '../extension/requests.js';

const run = promisify(execFile);
const HOME = fileURLToPath(new URL('../', import.meta.url));
const DIST = join(HOME, 'dist');
const options = { skip: !process.env.CI && !existsSync(DIST) && 'nothing built: npm run build' };
const zh = words('zh');

async function folder(t) {
  const path = await mkdtemp(join(tmpdir(), 'reply-linter-'));
  t.after(() => rm(path, { recursive: true, force: true }));
  return path;
}

test('the extension has access to no site until it is given, and runs nothing that it does not bring', options, async () => {
  const manifest = JSON.parse(await readFile(join(DIST, 'extension/manifest.json'), 'utf8'));
  assert.equal(manifest.manifest_version, 3);
  assert.equal(manifest.host_permissions, undefined);
  assert.equal(manifest.content_scripts, undefined);
  assert.deepEqual(manifest.permissions, ['activeTab', 'scripting', 'storage']);
  assert.match(manifest.content_security_policy.extension_pages, /^default-src 'none'; script-src 'self';/);
  assert.doesNotMatch(manifest.content_security_policy.extension_pages, /unsafe/);
  for (const name of (await readdir(join(DIST, 'extension'))).filter((each) => /\.(js|html)$/.test(each))) {
    const text = await readFile(join(DIST, 'extension', name), 'utf8');
    assert.doesNotMatch(text, /\beval\(|new Function\(|\.innerHTML|import\(|src="http/, name);
  }
});

test('two builds are the same to the byte, wherever the clock stands', options, async (t) => {
  const [one, other] = [await folder(t), await folder(t)];
  await run('node', ['build/build.js', join(one, 'dist')], { cwd: HOME, env: { ...process.env, TZ: 'Asia/Shanghai' } });
  await run('node', ['build/build.js', join(other, 'dist')], { cwd: HOME, env: { ...process.env, TZ: 'America/New_York' } });
  const files = (await readdir(join(one, 'dist'), { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
  assert.ok(files.length > 15, String(files.length));
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    assert.deepEqual(await readFile(path), await readFile(path.replace(one, other)), name);
  }
  const [zip] = files.filter(({ name }) => name.endsWith('.zip'));
  const inside = unzipSync(await readFile(join(zip.parentPath, zip.name)));
  const unpacked = (await readdir(join(one, 'dist/extension'), { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
  assert.equal(Object.keys(inside).length, unpacked.length);
  assert.deepEqual(Buffer.from(inside['manifest.json']), await readFile(join(one, 'dist/extension/manifest.json')));
});

test('the package: a project that installs it can import it, with types', options, async (t) => {
  const scratch = await folder(t);
  // Without scripts: other tests are reading what is built.
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], { cwd: HOME });
  const report = JSON.parse(stdout);
  const [{ filename, files }] = Array.isArray(report) ? report : Object.values(report);
  const names = files.map(({ path }) => path);
  for (const needed of ['LICENSE', 'NOTICE', 'package.json', 'src/index.js', 'dist/types/index.d.ts', 'dist/reply-linter.js']) {
    assert.ok(names.includes(needed), `${needed} in ${names.join(' ')}`);
  }
  assert.deepEqual(names.filter((name) => /^(test|build|node_modules|extension)\b|extension/.test(name)), []);

  await writeFile(join(scratch, 'package.json'), '{"name": "host", "private": true, "type": "module"}');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', join(scratch, filename)], { cwd: scratch });
  await mkdir(join(scratch, 'app'));
  const program = (override) => `
    import { attach } from 'reply-linter-chat-plugin';
    const handle = attach(document.querySelector('textarea')!, {
      server: 'https://lint.example.com',
      policy: { override: '${override}' },
      getConversation: () => [{ role: 'buyer', text: '在吗' }],
      onSend: (text, { verdict, overridden }) => console.log(text.length, verdict, overridden),
    });
    const verdict: 'pass' | 'remind' | 'warn' | 'block' | undefined = (await handle.check())?.verdict;
    console.log(verdict);
    handle.detach();
  `;
  await writeFile(join(scratch, 'app/right.ts'), program('never'));
  await writeFile(join(scratch, 'app/wrong.ts'), program('perhaps'));
  const check = (file) => run(join(HOME, 'node_modules/.bin/tsc'),
    ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2023,dom,dom.iterable', '--types', '', file], { cwd: scratch });
  await check('app/right.ts');
  await assert.rejects(check('app/wrong.ts'), ({ stdout: said }) => /wrong\.ts.*perhaps/s.test(said));
  const { stdout: kinds } = await run('node', ['-e', "import('reply-linter-chat-plugin').then((all) => console.log(Object.keys(all).join()))"], { cwd: scratch });
  assert.equal(kinds.trim(), 'attach');
});

test('the userscript says where it runs, and what it may reach', options, async () => {
  const script = await readFile(join(DIST, 'reply-linter.user.js'), 'utf8');
  assert.match(script, /^\/\/ ==UserScript==\n/);
  for (const line of ['@name            话术检查', '@version         0.1.0', '@grant           GM_xmlhttpRequest', '@connect         127.0.0.1', '@match           https://mms.pinduoduo.com/*']) {
    assert.ok(script.includes(`// ${line}\n`), line);
  }
});

test('the sites that come with it are in order', async () => {
  const file = JSON.parse(await readFile(join(HOME, 'sites/adapters.json'), 'utf8'));
  assert.deepEqual(fileProblems(file, zh), []);
  for (const { id, verified } of file.adapters) {
    assert.equal(verified, false, `${id}: nobody has tried it on the real page`);
  }
});

const SITE = { id: 'x', name: { zh: '甲', en: 'A' }, verified: true, matches: ['https://im.example.com/*'], input: 'textarea', sendKey: 'Enter' };

for (const [title, change, expected] of [
  ['no selector of the box', { input: '' }, 'adapters[0].input：这一项必须填写。'],
  ['a misspelt field', { inptu: 'x' }, 'adapters[0].inptu：没有这个字段。'],
  ['a misspelt role', { roles: { seller: '.a' } }, 'adapters[0].roles.seller：没有这个字段。'],
  ['a key that sends nothing', { sendKey: 'Tab' }, 'adapters[0].sendKey：只能是：Enter、Ctrl+Enter。'],
  ['another platform', { platform: 'ebay' }, 'adapters[0].platform：只能是：tmall、taobao、jd、pinduoduo、douyin。'],
  ['every site there is', { matches: ['https://*/*'] }, 'adapters[0].matches：“https://*/*”不是网站地址，应该写成 https://im.example.com/*。'],
  ['no site', { matches: [] }, 'adapters[0].matches：这一项必须填写。'],
  ['a list without roles', { messages: '.list' }, 'adapters[0].roles.buyer：填了消息列表，就要填买家消息和客服消息的选择器。'],
  ['not said whether verified', { verified: 'yes' }, 'adapters[0].verified：这里只能是 true 或 false。'],
]) {
  test(`a file of sites with ${title} is refused by name`, () => {
    const told = fileProblems({ format: 1, adapters: [{ ...SITE, ...change }] }, zh).map(({ path, message }) => `${path}：${message}`);
    assert.deepEqual(told, [expected]);
  });
}

test('which pages a site is', () => {
  const site = (match) => ({ ...SITE, matches: [match] });
  assert.deepEqual(adapterProblems(site('https://*.example.com/*'), 'site', zh), []);
  assert.ok(covers(site('https://im.example.com/*'), 'https://im.example.com'));
  assert.ok(covers(site('https://im.example.com/*'), 'https://im.example.com:8443'));
  assert.ok(covers(site('http://im.example.com:81/*'), 'http://im.example.com:81'));
  assert.ok(covers(site('https://*.example.com/*'), 'https://a.b.example.com'));
  assert.ok(covers(site('https://*.example.com/*'), 'https://example.com'));
  assert.ok(!covers(site('https://im.example.com/*'), 'http://im.example.com'));
  assert.ok(!covers(site('https://im.example.com/*'), 'https://im.example.com.evil.net'));
  assert.ok(!covers(site('https://*.example.com/*'), 'https://notexample.com'));
  assert.ok(!covers(site('http://im.example.com:81/*'), 'http://im.example.com:82'));
  assert.ok(!covers(site('https://im.example.com/*'), 'null'));
});

test('the worker asks the service alone, and only for what the plugin needs', async (t) => {
  const seen = [];
  t.mock.method(globalThis, 'fetch', async (url, init) => {
    seen.push({ url, headers: init.headers, redirect: init.redirect, credentials: init.credentials });
    return new Response('{}', { headers: { 'Content-Type': 'application/json' } });
  });
  const call = (path, headers = {}) => ask('https://lint.example/base/', 't', { path, method: 'POST', headers, body: '{}' });
  for (const path of ['https://evil.example/v1/lint', '//evil.example/v1/lint', '/v1/../admin', '/v1/lint?x=1', '/admin', '@evil.example/v1/lint']) {
    assert.deepEqual(await call(path), { failed: true }, path);
  }
  assert.deepEqual(seen, []);
  await call('/v1/lint', { 'Content-Type': 'application/json', Authorization: 'Bearer other', Cookie: 'a=b' });
  assert.deepEqual(seen, [{
    url: 'https://lint.example/base/v1/lint',
    headers: { 'Content-Type': 'application/json', Authorization: 'Bearer t' },
    redirect: 'error',
    credentials: 'omit',
  }]);
});
