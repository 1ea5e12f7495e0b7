// Boxes in the viewport that the plugin draws in: clipped by what scrolls around an element, moved out of its frames.

/** @import {Box} from './types.js' */

/** @param {Box} a @param {Box} b @returns {Box} their common part; its width or height is 0 if there is none */
export function intersection(a, b) {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  return {
    left,
    top,
    width: Math.max(0, Math.min(a.left + a.width, b.left + b.width) - left),
    height: Math.max(0, Math.min(a.top + a.height, b.top + b.height) - top),
  };
}

/** @param {Box} box @param {number} x @param {number} y */
export function contains({ left, top, width, height }, x, y) {
  return left <= x && x <= left + width && top <= y && y <= top + height;
}

/** The frame elements around a document, innermost first, out to the document of the plugin. @param {Document} inner */
function frames(inner) {
  /** @type {HTMLElement[]} */
  const found = [];
  for (let frame = /** @type {HTMLElement|null} */ (inner.defaultView?.frameElement ?? null); frame !== null; ) {
    if (inner === document) {
      break;
    }
    found.push(frame);
    inner = frame.ownerDocument;
    frame = /** @type {HTMLElement|null} */ (inner.defaultView?.frameElement ?? null);
  }
  return found;
}

/** What a frame does to a box of its content. @param {Box} box @param {HTMLElement} frame @returns {Box} */
function outOf(box, frame) {
  const outer = frame.getBoundingClientRect();
  const scale = frame.offsetWidth === 0 ? 1 : outer.width / frame.offsetWidth;
  return {
    left: outer.left + (frame.clientLeft + box.left) * scale,
    top: outer.top + (frame.clientTop + box.top) * scale,
    width: box.width * scale,
    height: box.height * scale,
  };
}

/**
 * A box of an element's viewport, in the plugin's viewport.
 *
 * @param {Box} box
 * @param {Node} node in whose document the box was measured
 * @returns {Box}
 */
export function outward(box, node) {
  const inner = /** @type {Document} */ (node.ownerDocument);
  return frames(inner).reduce((moved, frame) => outOf(moved, frame), plain(box));
}

/** @param {Box} box a rectangle of any kind @returns {Box} */
function plain({ left, top, width, height }) {
  return { left, top, width, height };
}

/** @param {Element} element @returns {Element|null} its parent in the tree as it is drawn, slots and shadow roots included */
function drawnParent(element) {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent?.nodeType === 11 ? /** @type {ShadowRoot} */ (parent).host : /** @type {any} */ (parent);
}

/** The inside of an element's borders, where its content shows. @param {HTMLElement} element @returns {Box} */
export function inside(element) {
  const outer = element.getBoundingClientRect();
  const scale = element.offsetWidth === 0 ? 1 : outer.width / element.offsetWidth;
  return {
    left: outer.left + element.clientLeft * scale,
    top: outer.top + element.clientTop * scale,
    width: element.clientWidth * scale,
    height: element.clientHeight * scale,
  };
}

/**
 * The part of an element's inside that can be seen, in the plugin's viewport.
 *
 * @param {HTMLElement} element
 * @returns {Box}
 */
export function visible(element) {
  if (!element.isConnected || element.ownerDocument.defaultView === null) {
    return { left: 0, top: 0, width: 0, height: 0 }; // the page has taken it, or its frame, away
  }
  let box = clipped(element, inside(element));
  for (const frame of frames(element.ownerDocument)) {
    box = outOf(box, frame);
    box = clipped(frame, intersection(box, inside(frame)));
  }
  return box;
}

/** @param {HTMLElement} element @param {Box} box what is left of it after all that clips around it @returns {Box} */
function clipped(element, box) {
  const view = /** @type {Window & typeof globalThis} */ (element.ownerDocument.defaultView);
  const { body, documentElement } = view.document;
  let fixed = view.getComputedStyle(element).position === 'fixed';
  for (let around = drawnParent(element); !fixed && around?.nodeType === 1; around = drawnParent(around)) {
    const { overflow, position } = view.getComputedStyle(around);
    if (overflow !== 'visible' && around !== body && around !== documentElement) {
      box = intersection(box, inside(/** @type {HTMLElement} */ (around)));
    }
    fixed = position === 'fixed';
  }
  return intersection(box, { left: 0, top: 0, width: view.innerWidth, height: view.innerHeight });
}
