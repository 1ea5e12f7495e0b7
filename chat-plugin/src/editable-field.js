// A contenteditable element, read as the text that a message made of it would have.

import { outward, visible } from './geometry.js';
import { common } from './marks.js';

/** @import {Box, Field} from './types.js' */
/** @typedef {{node: Node, start: number, length: number}} Piece characters of one text node, or one picture */

const BLOCKS = new Set(['ADDRESS', 'ARTICLE', 'BLOCKQUOTE', 'DD', 'DIV', 'DL', 'DT', 'FIGURE', 'FOOTER', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6',
  'HEADER', 'HR', 'LI', 'OL', 'P', 'PRE', 'SECTION', 'TABLE', 'TR', 'UL']);
const SILENT = new Set(['STYLE', 'SCRIPT', 'TEMPLATE', 'NOSCRIPT']);

/**
 * The text of an element: block elements and `br` end lines, a picture counts as its `alt` (that is how chats draw emoji).
 *
 * @param {Node} root
 * @returns {{text: string, pieces: Piece[]}}
 */
export function read(root) {
  /** @type {Piece[]} */
  const pieces = [];
  let text = '';
  let open = false; // whether the current line has content

  /** @param {Node} node @param {string} characters */
  const add = (node, characters) => {
    if (characters !== '') {
      pieces.push({ node, start: text.length, length: characters.length });
      text += characters;
      open = true;
    }
  };
  const endLine = () => {
    text += '\n';
    open = false;
  };
  /** @param {Node} node */
  const visit = (node) => {
    if (node.nodeType === 3) {
      add(node, /** @type {Text} */ (node).data);
    } else if (node.nodeName === 'BR') {
      endLine();
    } else if (node.nodeName === 'IMG') {
      add(node, /** @type {HTMLImageElement} */ (node).alt || '\ufffc');
    } else if (!SILENT.has(node.nodeName)) {
      const block = node !== root && BLOCKS.has(node.nodeName);
      if (block && open) {
        endLine();
      }
      node.childNodes.forEach(visit);
      if (block && open) {
        endLine();
      }
    }
  };
  visit(root);
  return { text: !open && text.endsWith('\n') ? text.slice(0, -1) : text, pieces };
}

/** @implements {Field} */
export class EditableField {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
  }

  get text() {
    return read(this.element).text;
  }

  get selection() {
    const root = /** @type {Document|ShadowRoot} */ (this.element.getRootNode());
    const selection = /** @type {any} */ (root).getSelection?.() ?? this.element.ownerDocument.getSelection();
    if (selection === null || selection.rangeCount === 0 || !this.element.contains(selection.anchorNode)) {
      return { start: 0, end: 0 };
    }
    const { pieces, text } = read(this.element);
    const ends = [
      this.#offset(pieces, text, selection.anchorNode, selection.anchorOffset),
      this.#offset(pieces, text, selection.focusNode, selection.focusOffset),
    ];
    return { start: Math.min(...ends), end: Math.max(...ends) };
  }

  /** @returns {Box} */
  get frame() {
    return visible(this.element);
  }

  /** @param {{start: number, end: number}[]} spans @returns {Box[][]} */
  boxes(spans) {
    const range = this.element.ownerDocument.createRange();
    const { pieces } = read(this.element);
    return spans.map(({ start, end }) =>
      pieces
        .filter((piece) => piece.start < end && start < piece.start + piece.length)
        .flatMap(({ node, start: from, length }) => {
          if (node.nodeType !== 3) {
            return [.../** @type {Element} */ (node).getClientRects()];
          }
          range.setStart(node, Math.max(0, start - from));
          range.setEnd(node, Math.min(length, end - from));
          return [...range.getClientRects()];
        })
        .filter(({ width }) => width > 0)
        .map((box) => outward(box, this.element)),
    );
  }

  /** @param {number} start @param {number} end */
  select(start, end) {
    const { pieces } = read(this.element);
    const [anchor, anchorOffset] = this.#position(pieces, start, false);
    const [focus, focusOffset] = this.#position(pieces, end, true);
    this.element.focus();
    this.element.ownerDocument.getSelection()?.setBaseAndExtent(anchor, anchorOffset, focus, focusOffset);
  }

  /** @param {number} start @param {number} end @param {string} text */
  replace(start, end, text) {
    const before = this.text;
    const after = before.slice(0, start) + text + before.slice(end);
    const { head, tail } = common(before, after);
    const typed = after.slice(head, after.length - tail);
    this.select(head, before.length - tail);
    const own = this.element.ownerDocument;
    if (typed === '') {
      own.execCommand('delete');
    } else {
      own.execCommand('insertText', false, typed);
    }
    this.select(start + text.length, start + text.length);
  }

  release() {}

  /**
   * The place in the tree of an offset of the text.
   *
   * @param {Piece[]} pieces
   * @param {number} offset
   * @param {boolean} before the end of a piece rather than the start of the next
   * @returns {[Node, number]}
   */
  #position(pieces, offset, before) {
    const piece =
      pieces.find(({ start, length }) => start <= offset && (before ? offset <= start + length : offset < start + length)) ?? pieces.at(-1);
    if (piece === undefined) {
      return [this.element, 0];
    }
    const within = Math.min(offset - piece.start, piece.length);
    if (piece.node.nodeType === 3) {
      return [piece.node, Math.max(0, within)];
    }
    const parent = /** @type {Node} */ (piece.node.parentNode);
    const index = [...parent.childNodes].indexOf(/** @type {ChildNode} */ (piece.node));
    return [parent, within > 0 ? index + 1 : index];
  }

  /** The offset in the text of a place in the tree. @param {Piece[]} pieces @param {string} text @param {Node} node @param {number} offset */
  #offset(pieces, text, node, offset) {
    const range = this.element.ownerDocument.createRange();
    for (const piece of pieces) {
      if (piece.node === node) {
        return piece.start + offset;
      }
      range.setStartBefore(piece.node);
      range.collapse(true);
      if (range.comparePoint(node, offset) <= 0) {
        return piece.start; // the place is before this piece
      }
    }
    return text.length;
  }
}
