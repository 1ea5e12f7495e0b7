// Form fields that read and write a value, and can show what is wrong with it.

import { h } from '../src/dom.js';

/**
 * @template T
 * @typedef {object} Value
 * @property {() => T} get
 * @property {(value: T) => void} set
 */

let count = 0;

/**
 * A labelled control with a hint, and with a place for what is wrong with it.
 *
 * @param {string} path the value's name in problems
 * @param {string} label
 * @param {HTMLElement} control
 * @param {{hint?: string, beside?: HTMLElement[]}} [more]
 */
export function field(path, label, control, { hint, beside = [] } = {}) {
  const id = `field-${++count}`;
  control.id = id;
  control.dataset.path = path;
  control.setAttribute('aria-describedby', `${id}-hint ${id}-wrong`);
  return h(
    'div',
    { className: control.matches('[type=checkbox]') ? 'field check' : 'field' },
    h('label', { htmlFor: id }, label),
    h('div', { className: 'row' }, control, ...beside),
    h('p', { className: 'hint', id: `${id}-hint` }, hint ?? ''),
    h('p', { className: 'wrong', id: `${id}-wrong` }),
  );
}

/** @param {Value<string>} value @param {Record<string, unknown>} [props] */
export const text = ({ get, set }, props = {}) =>
  h('input', { type: 'text', spellcheck: false, autocomplete: 'off', ...props, value: get(), input: (/** @type {any} */ { target }) => set(target.value.trim()) });

/** @param {Value<number>} value @param {Record<string, unknown>} [props] */
export const number = ({ get, set }, props = {}) =>
  h('input', { type: 'number', ...props, value: String(get()), input: (/** @type {any} */ { target }) => set(target.value === '' ? NaN : Number(target.value)) });

/** One entry a line. @param {Value<string[]>} value */
export const lines = ({ get, set }) =>
  h('textarea', {
    rows: 2, spellcheck: false, value: get().join('\n'),
    input: (/** @type {any} */ { target }) => set(target.value.split(/\s+/).filter(Boolean)),
  });

/** @param {Value<boolean>} value @param {Record<string, unknown>} [props] */
export const check = ({ get, set }, props = {}) =>
  h('input', { type: 'checkbox', ...props, checked: get(), change: (/** @type {any} */ { target }) => set(target.checked) });

/** @param {Value<string>} value @param {Record<string, string>} names of the values, in order */
export function choice({ get, set }, names) {
  const control = h('select', { change: () => set(control.value) }, ...Object.entries(names).map(([value, name]) => h('option', { value }, name)));
  control.value = get();
  return control;
}

/**
 * The property of an object as a value of a field.
 *
 * @template {object} O
 * @template {keyof O} K
 * @param {O} object @param {K} name @param {() => void} onChange
 * @returns {Value<any>}
 */
export const property = (object, name, onChange) => ({
  get: () => object[name] ?? '',
  set: (value) => {
    object[name] = value;
    onChange();
  },
});

/** The same, of a property that is left out when it is empty. @type {typeof property} */
export const optional = (object, name, onChange) => ({
  get: () => object[name] ?? '',
  set: (value) => {
    if (value === '') {
      delete object[name];
    } else {
      object[name] = value;
    }
    onChange();
  },
});

/**
 * Shows each problem at the field that it is about, or at the nearest one around it.
 *
 * @param {HTMLElement} form
 * @param {import('../sites/adapters.js').Problem[]} problems
 */
export function showProblems(form, problems) {
  const controls = /** @type {HTMLElement[]} */ ([...form.querySelectorAll('[data-path]')]);
  for (const control of controls) {
    const path = /** @type {string} */ (control.dataset.path);
    const own = problems.filter((problem) => problem.path === path).map(({ message }) => message);
    control.setAttribute('aria-invalid', String(own.length > 0));
    /** @type {HTMLElement} */ (document.getElementById(`${control.id}-wrong`)).textContent = own.join(' ');
  }
  const first = controls.find((control) => control.getAttribute('aria-invalid') === 'true');
  first?.closest('details')?.setAttribute('open', '');
  first?.focus();
  return problems.filter(({ path }) => controls.every(({ dataset }) => dataset.path !== path));
}
