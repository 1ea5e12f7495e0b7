// What a host may set, and what holds if it does not.

/** @import {Result, ServiceState, Transport, Turn} from './types.js' */

/**
 * @typedef {object} Policy
 * @property {'never'|'reason'|'supervisor'} override who may send a blocked message: nobody, whoever gives a reason, a supervisor
 * @property {'confirm'|'note'} warn whether a warning has to be confirmed, or is only told
 * @property {'open'|'closed'} unavailable whether a message goes out that could not be checked
 * @property {boolean} storeTexts whether feedback carries the draft and the conversation
 * @property {number} budgetMs how long sending may wait for a check
 */

/**
 * @typedef {object} Options
 * @property {string} server base address of the service; empty for the page's own
 * @property {string} [token] for a service that asks for one
 * @property {'zh'|'en'} language
 * @property {'auto'|'light'|'dark'} theme
 * @property {() => Turn[]} getConversation the messages so far, asked for at each check
 * @property {object} [shop] the shop's profile, as in the service's contract
 * @property {string} [agent] name reported with overrides
 * @property {Partial<Policy>} policy
 * @property {string|Element|Iterable<Element>} [sendButton] what sends when it is clicked
 * @property {'Enter'|'Ctrl+Enter'} sendKey
 * @property {'page'|'own'} host who sends a message that has passed: the page, by its own handlers, or the plugin's user in onSend
 * @property {(text: string, result: Result) => unknown} [onSend] a message has passed; true if it has been sent by that
 * @property {(state: ServiceState) => void} [onState]
 * @property {Transport} [transport] how requests are made; by fetch unless given
 */

/** @typedef {Omit<Options, 'policy'> & {policy: Policy}} Resolved */

/** @type {Record<string, readonly unknown[]>} */
const CHOICES = {
  language: ['zh', 'en'],
  theme: ['auto', 'light', 'dark'],
  sendKey: ['Enter', 'Ctrl+Enter'],
  host: ['page', 'own'],
};

/** @type {Record<string, readonly unknown[]>} */
const POLICY_CHOICES = {
  override: ['never', 'reason', 'supervisor'],
  warn: ['confirm', 'note'],
  unavailable: ['open', 'closed'],
  storeTexts: [true, false],
};

/**
 * @param {Partial<Options>} options
 * @returns {Resolved}
 * @throws {TypeError} naming the option that has a value it cannot have: a misspelt policy must not become a lax one
 */
export function resolved(options) {
  /** @type {Policy} */
  const policy = { override: 'reason', warn: 'confirm', unavailable: 'open', storeTexts: false, budgetMs: 150, ...options.policy };
  const all = { server: '', language: 'zh', theme: 'auto', sendKey: 'Enter', host: 'page', getConversation: () => [], ...options, policy };
  demand(all, CHOICES, '');
  demand(policy, POLICY_CHOICES, 'policy.');
  if (!(policy.budgetMs >= 0)) {
    throw new TypeError('attach: policy.budgetMs must be a number of milliseconds');
  }
  return /** @type {Resolved} */ (all);
}

/** @param {object} values @param {Record<string, readonly unknown[]>} choices @param {string} prefix */
function demand(values, choices, prefix) {
  for (const [name, allowed] of Object.entries(choices)) {
    const value = /** @type {Record<string, unknown>} */ (values)[name];
    if (!allowed.includes(value)) {
      throw new TypeError(`attach: ${prefix}${name} must be ${allowed.join(' or ')}, not ${String(value)}`);
    }
  }
}
