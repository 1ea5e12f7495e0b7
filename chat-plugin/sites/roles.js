// From one message of a buyer and one of an agent: where the messages are, and what tells whose they are.

import { classes, selectorOf } from './selector.js';

/** @import {Adapter} from './adapters.js' */

/**
 * @param {Element} buyers something in a buyer's message
 * @param {Element} agents something in an agent's message
 * @returns {Required<Pick<Adapter, 'messages'|'roles'>> & {text?: string}|null} null if nothing tells the two apart
 */
export function rolesOf(buyers, agents) {
  let list = buyers.parentElement;
  while (list !== null && !list.contains(agents)) {
    list = list.parentElement;
  }
  if (list === null || list === agents || buyers.contains(agents)) {
    return null;
  }
  const theirs = path(buyers, list);
  const ours = path(agents, list);
  const buyer = telling(theirs, ours);
  const agent = telling(ours, theirs);
  const roles = buyer !== null && agent !== null ? { buyer, agent } : byAbsence(theirs, ours, buyer, agent);
  if (roles === null) {
    return null;
  }
  const text = common(buyers, agents);
  const inner = text !== null && !theirs[0].matches(text) ? { text } : {};
  return { messages: selectorOf(list), roles, ...inner };
}

/** The elements from the list's child down to this one. @param {Element} element @param {Element} list */
function path(element, list) {
  /** @type {Element[]} */
  const steps = [];
  for (let at = element; at !== list; at = /** @type {Element} */ (at.parentElement)) {
    steps.unshift(at);
  }
  return steps;
}

/** Words by which an element can be told: classes, and what data attributes say. @param {Element} element */
function marks(element) {
  const data = [...element.attributes]
    .filter(({ name, value }) => /^data-[a-z-]*(role|from|side|direction|sender|type|author|is)[a-z-]*$/.test(name) && /^[\w-]{1,20}$/.test(value))
    .map(({ name, value }) => `[${name}="${value}"]`);
  return [...classes(element).map((name) => `.${CSS.escape(name)}`), ...data];
}

/** The outermost mark on the way to one that is nowhere on the way to the other. @param {Element[]} one @param {Element[]} other */
function telling(one, other) {
  const taken = new Set(other.flatMap(marks));
  for (const element of one) {
    const mark = marks(element).find((each) => !taken.has(each));
    if (mark !== undefined) {
      return mark;
    }
  }
  return null;
}

/**
 * Where only one of the two is marked, the other is whoever is not.
 *
 * @param {Element[]} theirs @param {Element[]} ours @param {string|null} buyer @param {string|null} agent
 */
function byAbsence(theirs, ours, buyer, agent) {
  const mark = buyer ?? agent;
  const marked = mark === null ? undefined : (buyer === null ? ours : theirs).find((element) => element.matches(mark));
  const depth = marked === undefined ? -1 : (buyer === null ? ours : theirs).indexOf(marked);
  const plain = (buyer === null ? theirs : ours)[depth];
  if (mark === null || marked === undefined || plain === undefined) {
    return null;
  }
  const base = common(marked, plain) ?? (marked.localName === plain.localName ? CSS.escape(marked.localName) : null);
  const other = base === null ? null : `${base}:not(${mark})`;
  return other === null ? null : { buyer: buyer ?? other, agent: agent ?? other };
}

/** @param {Element} one @param {Element} other @returns {string|null} a class of both */
function common(one, other) {
  const both = classes(one).find((name) => other.classList.contains(name));
  return both === undefined ? null : `.${CSS.escape(both)}`;
}
