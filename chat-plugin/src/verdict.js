// What is to be done with a message that is about to be sent.

/** @import {Finding, Report, Result} from './types.js' */
/** @import {Policy} from './options.js' */

/** @typedef {'send'|'note'|'confirm'|'block'|'hold'} Action let go, let go and tell, ask first, stop, stop until there is a service */
/** @typedef {{action: Action, result: Result, rewritten?: string}} Decision */

/**
 * @param {Report|null} report what the service says of exactly this message; null if it did not answer in time
 * @param {() => Finding[]} offline what can be found without the service
 * @param {Policy} policy
 * @returns {Decision}
 */
export function decide(report, offline, policy) {
  if (report !== null && (report.complete || report.verdict === 'block' || report.verdict === 'warn')) {
    const { verdict, findings, rewritten } = report;
    const action = { pass: 'send', remind: 'note', warn: policy.warn, block: 'block' }[verdict];
    return { action: /** @type {Action} */ (action), result: { verdict, checked: report.complete, overridden: false, findings }, rewritten };
  }
  const findings = offline();
  const verdict = findings.length > 0 ? 'block' : 'pass';
  const action = findings.length > 0 ? 'block' : policy.unavailable === 'open' ? 'note' : 'hold';
  return { action, result: { verdict, checked: false, overridden: false, findings } };
}

/** The highest number of points that any finding states, or null. @param {Finding[]} findings */
export function maxPoints(findings) {
  const points = findings.flatMap(({ penalty }) => penalty?.points ?? []);
  return points.length === 0 ? null : Math.max(...points);
}

/** The gravest severity among findings. @param {Finding[]} findings @returns {import('./types.js').Severity|null} */
export function gravest(findings) {
  return /** @type {const} */ (['block', 'warn', 'remind']).find((severity) => findings.some((finding) => finding.severity === severity)) ?? null;
}
