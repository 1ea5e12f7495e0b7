// The look of everything, as a constructed style sheet: a page's Content-Security-Policy has no say in it.

const CSS = `
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; z-index: 2147483647 !important; }
.shell {
  --ink: #1c2421; --soft: #56635f; --line: #dfe5e2; --card: #fff; --field: #f6f8f7; --brand: #0c6b5c; --brand-tint: #e2f2ee; --on-brand: #fff;
  --block: #c5221f; --block-tint: #fdecea; --warn: #945400; --warn-line: #e08600; --warn-tint: #fff4e0;
  --remind: #1a5fb4; --remind-tint: #e8f1fc; --pass: #14753a; --pass-tint: #e5f5ea;
  color-scheme: light;
}
.underlines { position: fixed; overflow: hidden; pointer-events: none; }
.underline { position: absolute; box-sizing: border-box; border-bottom: 2px solid; border-radius: 2px 2px 0 0; }
.underline.block { border-bottom-color: var(--block); background: rgb(197 34 31 / 10%); }
.underline.warn { border-bottom: 2px dashed var(--warn-line); background: rgb(224 134 0 / 10%); }
.underline.remind { border-bottom: 2px dotted var(--remind); }
.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
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
