// Builds everything that is given out, the same bytes each time: `npm run build`, or `node build/build.js FOLDER`.

import { build } from 'esbuild';
import { zipSync } from 'fflate';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileProblems } from '../sites/adapters.js';
import { words } from '../sites/words.js';
import { header } from '../userscript/header.js';
import { icon } from './icons.js';

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const out = (path) => join(process.argv[2] ?? here('dist'), path);
const json = async (path) => JSON.parse(await readFile(here(path), 'utf8'));

/** Every file in the archive is of this moment. fflate takes it in local time. */
const MOMENT = new Date(2020, 0, 1);
const LICENSE = `/*! Reply Linter, Apache-2.0 */\n`;

const { version } = await json('package.json');
const adapters = await json('sites/adapters.json');
const problems = fileProblems(adapters, words('en'));
if (problems.length > 0) {
  throw new Error(`sites/adapters.json: ${problems.map(({ path, message }) => `${path}: ${message}`).join(' ')}`);
}

const COMMON = { bundle: true, target: 'chrome120', charset: 'utf8', legalComments: 'none', logLevel: 'warning', absWorkingDir: here('') };

async function extension() {
  await build({
    ...COMMON,
    entryPoints: ['worker', 'content', 'pick'].map((name) => `extension/${name}.js`),
    outdir: out('extension'),
    format: 'iife',
  });
  await build({ ...COMMON, entryPoints: ['options', 'popup'].map((name) => `extension/${name}.js`), outdir: out('extension'), format: 'esm' });
  for (const file of ['options.html', 'popup.html', 'pages.css', '_locales']) {
    await cp(here(`extension/${file}`), out(`extension/${file}`), { recursive: true });
  }
  await cp(here('sites/adapters.json'), out('extension/adapters.json'));
  await writeFile(out('extension/manifest.json'), `${JSON.stringify({ ...(await json('extension/manifest.json')), version }, null, 2)}\n`);
  await mkdir(out('extension/icons'));
  for (const size of [16, 32, 48, 128]) {
    await writeFile(out(`extension/icons/${size}.png`), icon(size));
  }
  const files = (await readdir(out('extension'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
  const entries = await Promise.all(files.map(async (file) => [file.slice(out('extension').length + 1), await readFile(file)]));
  await writeFile(out(`reply-linter-extension-${version}.zip`), zipSync(Object.fromEntries(entries), { level: 9, mtime: MOMENT }));
}

async function scripts() {
  await build({ ...COMMON, entryPoints: ['script-tag/main.js'], outfile: out('reply-linter.js'), format: 'iife', globalName: 'ReplyLinter', minify: true, banner: { js: LICENSE } });
  await build({ ...COMMON, entryPoints: ['userscript/main.js'], outfile: out('reply-linter.user.js'), format: 'iife', banner: { js: header(version, adapters.adapters) } });
}

/** A package has its licence in it. */
async function licence() {
  for (const name of ['LICENSE', 'NOTICE']) {
    await cp(here(`../${name}`), here(name));
  }
}

await rm(out(''), { recursive: true, force: true });
await mkdir(out(''), { recursive: true });
await extension();
await scripts();
await licence();
