// The look of everything, as a constructed style sheet: a page's Content-Security-Policy has no say in it.

const LIGHT = `
  --ink: #1c2421; --soft: #56635f; --line: #d9e0dd; --card: #fff; --field: #f4f7f6; --hover: #e9f3f0; --brand: #0c6b5c; --on-brand: #fff;
  --block: #c5221f; --block-tint: #fdecea; --warn: #8a4e00; --warn-line: #e08600; --warn-tint: #fff4e0;
  --remind: #1a5fb4; --remind-tint: #e8f1fc; --pass: #14753a; --pass-dot: #1e9e56; --grey: #8a9792;
  --block-wash: rgb(197 34 31 / 9%); --warn-wash: rgb(224 134 0 / 10%);
  --shadow: 0 1px 2px rgb(20 40 34 / 10%), 0 10px 32px rgb(20 40 34 / 18%);
  color-scheme: light;
`;

const DARK = `
  --ink: #e4ebe8; --soft: #a9b6b1; --line: #3b4742; --card: #1f2724; --field: #29332f; --hover: #2c3d37; --brand: #5cc9b3; --on-brand: #07201b;
  --block: #ff8a80; --block-tint: #47211f; --warn: #ffc069; --warn-line: #f0a030; --warn-tint: #42310f;
  --remind: #8fbdf5; --remind-tint: #1c3350; --pass: #79d39a; --pass-dot: #4cc27c; --grey: #8a9792;
  --block-wash: rgb(255 138 128 / 14%); --warn-wash: rgb(240 160 48 / 13%);
  --shadow: 0 1px 2px rgb(0 0 0 / 50%), 0 10px 32px rgb(0 0 0 / 55%);
  color-scheme: dark;
`;

const CSS = `
:host { all: initial !important; position: fixed !important; left: 0 !important; top: 0 !important; z-index: 2147483647 !important; }
.shell {${LIGHT}
  font: 14px/1.55 "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif;
  color: var(--ink);
}
.shell.dark {${DARK}}
@media (prefers-color-scheme: dark) { .shell.auto {${DARK}} }
@media print { .shell { display: none; } }

.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
.floating, .floating *, .chip { box-sizing: border-box; }
h2, h3, p, dl, dd { margin: 0; }
h2 { font-size: 16px; line-height: 1.4; font-weight: 650; }
h3 { font-size: 14px; font-weight: 600; }
code { font: 12px/1.5 ui-monospace, Consolas, monospace; }
button, input { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 1px; }

/* ---- under the words ---- */

.underlines { position: fixed; overflow: hidden; pointer-events: none; }
.underline { position: absolute; box-sizing: border-box; border-bottom: 2px solid; border-radius: 3px 3px 0 0; }
.underline.block { border-bottom-color: var(--block); background: var(--block-wash); }
.underline.warn { border-bottom: 2px dashed var(--warn-line); background: var(--warn-wash); }
.underline.remind { border-bottom: 2px dotted var(--remind); }

/* ---- on the edge of the box ---- */

.chip {
  position: fixed; display: inline-flex; align-items: center; gap: 6px; min-width: 20px; height: 22px; padding: 0 9px; margin: 0;
  background: var(--card); border: 1px solid var(--line); border-radius: 99px; color: var(--soft); font-size: 12px; line-height: 20px;
  white-space: nowrap; cursor: pointer; box-shadow: 0 1px 3px rgb(20 40 34 / 12%);
}
.chip:has(span:empty + span:empty) { padding: 0 6px; }
.chip span:empty:last-child { display: none; }
.chip:hover { border-color: var(--brand); }
.dot { width: 8px; height: 8px; border-radius: 50%; background: var(--grey); }
.chip[data-look="idle"] .dot, .chip[data-look="pass"] .dot { background: var(--pass-dot); }
.chip[data-look="pass"] { color: var(--pass); }
.chip[data-look="block"] { color: var(--block); border-color: currentColor; font-weight: 600; }
.chip[data-look="warn"] { color: var(--warn); border-color: currentColor; font-weight: 600; }
.chip[data-look="remind"] { color: var(--remind); border-color: currentColor; }
.chip[data-look="unchecked"] { color: var(--warn); border-style: dashed; border-color: currentColor; background: var(--warn-tint); }
.chip[data-look="block"] .dot, .chip[data-look="warn"] .dot, .chip[data-look="remind"] .dot { background: currentColor; }
.chip[data-look="unchecked"] .dot { background: none; border: 2px solid currentColor; }

/* ---- floating boxes ---- */

.floating {
  position: fixed; max-width: calc(100vw - 16px); overflow: auto; overscroll-behavior: contain; overflow-wrap: anywhere;
  background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); outline: none;
}
.floating.lost, .stepped-aside { visibility: hidden; }
.card { width: 380px; padding: 12px 14px; }
.panel { width: 520px; border-top: 4px solid var(--block); }
.panel[data-action="confirm"], .panel[data-action="hold"] { border-top-color: var(--warn-line); }
.panel > h2 { padding: 12px 16px 0; }
.body { padding: 4px 16px 12px; }
.dock { width: 480px; background: none; border: 0; box-shadow: none; border-radius: 0; overflow: visible; display: grid; gap: 8px; }
.headline { display: grid; gap: 4px; padding-bottom: 6px; }
.soft { color: var(--soft); font-size: 13px; }
.label { margin-top: 8px; color: var(--soft); font-size: 12px; }
.fault { color: var(--block); font-size: 13px; width: 100%; }
.fault:empty, .soft:empty { display: none; }

.finding { padding: 10px 0 4px; }
.finding + .finding, .headline + .finding { border-top: 1px solid var(--line); }
.card > .finding:first-child { padding-top: 0; }
.finding header, .trap header { display: flex; align-items: center; gap: 8px; margin-bottom: 4px; }
.trap header .small { margin-left: auto; }
.tag { flex: none; padding: 0 7px; border-radius: 5px; font-size: 12px; line-height: 20px; font-weight: 600; }
.tag.block { color: var(--block); background: var(--block-tint); }
.tag.warn { color: var(--warn); background: var(--warn-tint); }
.tag.remind { color: var(--remind); background: var(--remind-tint); }
.points { flex: none; margin-left: auto; color: var(--block); font-weight: 600; font-size: 13px; }
.rewrites { display: grid; gap: 6px; }
.rewrite {
  display: block; width: 100%; margin-top: 4px; padding: 7px 11px; text-align: left; background: var(--field); border: 1px solid transparent;
  border-left: 3px solid var(--brand); border-radius: 6px; cursor: pointer;
}
.rewrites .rewrite { margin: 0; }
.rewrite:hover, .rewrite:focus-visible { background: var(--hover); }
.more { display: flex; flex-wrap: wrap; gap: 0 18px; }
details { margin-top: 8px; font-size: 13px; }
.more > details[open] { flex-basis: 100%; }
summary { color: var(--soft); cursor: pointer; width: fit-content; border-radius: 4px; }
summary:hover { color: var(--brand); }
details[open] > p, details[open] > dl { margin-top: 4px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 10px; }
dt { color: var(--soft); }

button:not(.chip, .rewrite) {
  flex: none; padding: 5px 14px; background: var(--card); border: 1px solid var(--line); border-radius: 7px; cursor: pointer; white-space: nowrap;
}
button:not(.chip, .rewrite):hover { border-color: var(--brand); }
button.small { padding: 1px 10px !important; font-size: 12px; }
button.main { background: var(--brand) !important; border-color: var(--brand) !important; color: var(--on-brand); font-weight: 600; }
button.danger { color: var(--block); }
button:disabled { opacity: .5; cursor: default; }
input {
  flex: 1 1 110px; min-width: 0; padding: 5px 10px; background: var(--field); border: 1px solid var(--line); border-radius: 7px;
}
input::placeholder { color: var(--soft); opacity: 1; }
.note, .override { display: flex; flex-wrap: wrap; gap: 8px; width: 100%; margin-top: 6px; }
.override { margin: 0; }
.inputs, .buttons { display: flex; gap: 8px; }
.inputs { flex: 1 1 220px; }
.of-2 .inputs { flex-basis: 100%; }
.inputs > input:first-child { flex-grow: 2; }
.buttons { margin-left: auto; }
.panel > footer {
  position: sticky; bottom: 0; display: flex; flex-wrap: wrap; justify-content: flex-end; align-items: center; gap: 8px; padding: 10px 16px 12px;
  background: var(--card); border-top: 1px solid var(--line);
}
.panel > footer > .soft { flex: 1 1 160px; }
.keys { display: flex; align-items: center; justify-content: space-between; gap: 8px; margin-top: 8px; color: var(--soft); font-size: 12px; }
.card > footer { border-top: 1px solid var(--line); }

/* ---- over the box ---- */

.trap, .told { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); }
.trap { padding: 10px 14px 12px; border-left: 4px solid var(--warn-line); }
.answer { display: flex; align-items: center; gap: 12px; margin-top: 8px; padding: 8px 10px; background: var(--field); border-radius: 8px; }
.answer p { flex: 1; }
.told { width: fit-content; max-width: 100%; padding: 6px 14px; font-size: 13px; }
.told.warn { color: var(--warn); border-color: currentColor; background: var(--warn-tint); }
.told.remind { color: var(--remind); border-color: currentColor; background: var(--remind-tint); }
`;

/** @type {CSSStyleSheet|undefined} */
let shared;

/** The style sheet, made once. */
export function sheet() {
  if (shared === undefined) {
    shared = new CSSStyleSheet();
    shared.replaceSync(CSS);
  }
  return shared;
}
