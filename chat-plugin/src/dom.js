// Elements are built from values, never from markup: hostile text stays text, and a strict CSP has nothing to object to.

/**
 * A new element. Names with a hyphen and `role` are attributes, functions are event listeners, the rest are properties.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [props]
 * @param {...(Node|string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') {
      element.addEventListener(name, /** @type {EventListener} */ (value));
    } else if (name.includes('-') || name === 'role') {
      element.setAttribute(name, String(value));
    } else {
      Object.assign(element, { [name]: value });
    }
  }
  element.append(...children);
  return element;
}

/**
 * Places an element at a box by CSSOM, which no Content-Security-Policy forbids.
 *
 * @param {HTMLElement} element
 * @param {Partial<import('./types.js').Box> & {'max-height'?: number}} box
 */
export function place(element, box) {
  for (const [name, value] of Object.entries(box)) {
    const pixels = `${Math.round(value * 100) / 100}px`;
    if (element.style.getPropertyValue(name) !== pixels) {
      element.style.setProperty(name, pixels);
    }
  }
}
