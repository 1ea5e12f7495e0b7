// The conversation, as the page shows it.

import { read } from '../src/editable-field.js';
import { ROLES } from './adapters.js';

/** @import {Adapter, Role} from './adapters.js' */
/** @typedef {{role: Role, text: string}} Turn */

/** As many messages as a check takes into account. */
const MOST = 50;

/**
 * @param {Element} list
 * @param {Pick<Adapter, 'roles'|'text'>} adapter
 * @returns {Turn[]} the last messages, the oldest first
 */
export function talk(list, { roles = {}, text }) {
  const told = ROLES.flatMap((role) => (roles[role] ? [{ role, selector: /** @type {string} */ (roles[role]) }] : []));
  if (told.length === 0) {
    return [];
  }
  const any = told.map(({ selector }) => selector).join(', ');
  return [...list.querySelectorAll(any)]
    .filter((message) => !inOther(message, any, list))
    .slice(-MOST)
    .map((message) => ({
      role: /** @type {Role} */ (told.find(({ selector }) => message.matches(selector))?.role),
      text: read((text && message.querySelector(text)) || message).text.trim(),
    }))
    .filter((turn) => turn.text !== '');
}

/** Whether it is only a part of a message. @param {Element} message @param {string} any @param {Element} list */
function inOther(message, any, list) {
  const outer = message.parentElement?.closest(any) ?? null;
  return outer !== null && outer !== list && list.contains(outer);
}
