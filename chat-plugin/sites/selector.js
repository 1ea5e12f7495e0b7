// A selector for an element that will hold when the page is loaded again: by names that people gave, not by where it happens to stand.

import { inside } from './find.js';

/** Attributes that name a thing, the best first. What users read (labels, placeholders) comes last: it is translated and changes. */
const NAMES = ['data-testid', 'data-test', 'data-qa', 'data-qa-id', 'data-id', 'name', 'role', 'contenteditable', 'type', 'aria-label', 'placeholder', 'title'];

/** Words made by machines: numbers, hashes, `css-1x2y3z`, `sc-bdVaJa`, `Button_root__a1B2c`, `wrap--3bLn3`, `:r1:`. */
const MADE = /\d{3,}|^(css|sc|jss|jsx|svelte|emotion|ng|ember|radix)-|__(?=[\w-]*[A-Z0-9])[\w-]{4,}$|^_|[:.[\]/]/;
const STATE = /(^|-|_)(active|focus(ed)?|hover|selected|disabled|open|show|hidden|current|checked|empty|is-\w+|has-\w+)$/i;

/** Whether somebody gave this name, and would give it again. @param {string} word */
const steady = (word) => word.length > 1 && word.length < 50 && !MADE.test(word) && !word.split(/[-_]/).some(hashed);

/** Letters and digits mixed, or letters that nobody could say. @param {string} part */
const hashed = (part) => part.length > 4 && ((/\d/.test(part) && /[a-z]/i.test(part)) || !/[aeiouy]|btn|msg|txt/i.test(part));

/** The classes of an element that say what it is, its state among them. @param {Element} element */
export const classes = (element) => [...element.classList].filter(steady);

/** @param {string} value */
const quoted = (value) => `"${value.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\a ')}"`;

/**
 * Selectors of one compound each, the steadiest first.
 *
 * @param {Element} element
 * @returns {string[]}
 */
export function names(element) {
  const tag = CSS.escape(element.localName);
  const own = classes(element).filter((name) => !STATE.test(name)).map((name) => `.${CSS.escape(name)}`);
  const attributes = NAMES.filter((name) => element.hasAttribute(name) && (element.getAttribute(name) ?? '').length < 60)
    .map((name) => `${tag}[${name}=${quoted(/** @type {string} */ (element.getAttribute(name)))}]`);
  return [
    ...(steady(element.id) ? [`#${CSS.escape(element.id)}`] : []),
    ...attributes.filter((one) => one.includes('[data-') || one.includes('[name=')),
    ...own.map((one) => tag + one),
    ...(own.length > 1 ? [tag + own.join('')] : []),
    ...attributes.filter((one) => !one.includes('[data-') && !one.includes('[name=')),
    ...(element.localName.includes('-') || element.localName === 'textarea' ? [tag] : []),
  ];
}

/**
 * @param {Element} element
 * @returns {string} a selector that finds this element and no other
 */
export function selectorOf(element) {
  const root = /** @type {Document|ShadowRoot} */ (element.getRootNode());
  const inner = within(element, root);
  return 'host' in root ? inside(selectorOf(root.host), inner) : inner;
}

/** @param {Element} element @param {Document|ShadowRoot} root */
function within(element, root) {
  /** @param {string} selector */
  const only = (selector) => {
    const found = root.querySelectorAll(selector);
    return found.length === 1 && found[0] === element;
  };
  const own = names(element);
  const alone = own.find(only);
  if (alone !== undefined) {
    return alone;
  }
  // Named by something around it; only if nothing has a name, by its place among its neighbours.
  const tails = [...own, CSS.escape(element.localName)];
  let step = placed(element);
  let fallback = '';
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    for (const anchor of names(around)) {
      const found = [...tails, step].map((tail) => `${anchor} ${tail}`).find(only);
      if (found !== undefined) {
        return found;
      }
    }
    fallback ||= only(step) ? step : '';
    step = `${placed(around)} > ${step}`;
  }
  return fallback || step;
}

/** @param {Element} element */
function placed(element) {
  const tag = CSS.escape(element.localName);
  const alike = [...(element.parentNode?.children ?? [])].filter(({ localName }) => localName === element.localName);
  return alike.length > 1 ? `${tag}:nth-of-type(${alike.indexOf(element) + 1})` : tag;
}
