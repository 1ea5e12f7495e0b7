// The shapes that travel between the modules; the service's own are described in its openapi.json.

/** @typedef {'pass'|'remind'|'warn'|'block'} Verdict */
/** @typedef {'remind'|'warn'|'block'} Severity */
/** @typedef {'connecting'|'ready'|'starting'|'slow'|'offline'|'denied'} ServiceState */

/** @typedef {{role: 'buyer'|'agent'|'bot'|'system', text: string, at?: string}} Turn */
/** @typedef {{draft: string, conversation?: Turn[], shop?: object}} LintRequest */
/** @typedef {{points?: number, basis?: string, sourcesDiffer?: boolean}} Penalty */

/**
 * @typedef {object} Finding Offsets are UTF-16 code units of the draft.
 * @property {string} rule
 * @property {string} title
 * @property {Severity} severity
 * @property {number} start
 * @property {number} end
 * @property {string} matched
 * @property {string} message
 * @property {string} why
 * @property {Penalty} [penalty]
 * @property {string[]} rewrites replies to use in place of the offending sentence
 * @property {{turn: number}} [because] the message that decided
 */

/** @typedef {Finding & {id: string}} Mark a finding that keeps its id while the text around it is edited */
/** @typedef {{rule: string, title: string, message: string, why: string, reply?: string}} Trap */

/**
 * @typedef {object} Report
 * @property {Verdict} verdict
 * @property {boolean} complete whether every stage of the check ran
 * @property {string} [phrasebook] version of the rules
 * @property {Finding[]} findings
 * @property {string} [rewritten] the whole draft, made clean
 * @property {Trap[]} [traps]
 */

/**
 * @typedef {object} Result What is known of a message when it goes out.
 * @property {Verdict} verdict
 * @property {boolean} checked whether the service checked exactly this text
 * @property {boolean} overridden whether it was blocked and sent nevertheless
 * @property {Finding[]} findings
 */

/** @typedef {{left: number, top: number, width: number, height: number}} Box in CSS pixels of the plugin's viewport */

/**
 * @typedef {object} Field An editable element, seen as a text with positions.
 * @property {HTMLElement} element
 * @property {string} text
 * @property {{start: number, end: number}} selection
 * @property {(spans: {start: number, end: number}[]) => Box[][]} boxes where the characters of each span are, one box a line
 * @property {Box} frame the part of the element that shows text; everything outside it is clipped
 * @property {(start: number, end: number) => void} select
 * @property {(start: number, end: number, text: string) => void} replace as if typed, so that undo works
 * @property {() => void} release
 */

/** @typedef {{status: number, header: (name: string) => string|null, json: any}} Answer */
/** @typedef {{method: string, headers: Record<string, string>, body?: string, signal?: AbortSignal}} Call */
/** @typedef {(path: string, call: Call) => Promise<Answer>} Transport */

export {};
