// Which kind of editable element it is.

import { EditableField } from './editable-field.js';
import { TextField } from './text-field.js';

/** @import {Field} from './types.js' */

/**
 * @param {HTMLElement} element
 * @param {(own: Document) => ParentNode} roomIn where a field may put what it measures with, in its own document
 * @returns {Field}
 * @throws {TypeError} if a message cannot be written in the element
 */
export function fieldOf(element, roomIn) {
  const { localName } = element;
  if (localName === 'textarea' || (localName === 'input' && /^(text|search)$/.test(/** @type {HTMLInputElement} */ (element).type))) {
    return new TextField(/** @type {HTMLTextAreaElement|HTMLInputElement} */ (element), roomIn(element.ownerDocument));
  }
  if (element.isContentEditable) {
    return new EditableField(element);
  }
  throw new TypeError('attach: the element must be a textarea, an input of type text or search, or contenteditable');
}
