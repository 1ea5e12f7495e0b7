// The build for a <script> tag: `ReplyLinter.attach`, and attaching by itself where the tag says to what.

import { ROLES } from '../sites/adapters.js';
import { Station } from '../sites/station.js';
import { attach } from '../src/index.js';

/** @import {Options} from '../src/options.js' */
/** @import {Place} from '../sites/station.js' */

export { attach };

/** @type {Station|null} what the tag has attached; null if it names no box */
export const station = fromTag(/** @type {HTMLScriptElement|null} */ (document.currentScript));

/** @param {HTMLScriptElement|null} script */
function fromTag(script) {
  const told = script?.dataset ?? {};
  const { input, send, sendKey, messages, text, platform, server, token, language, theme, agentName: agent, override, warn, unavailable } = told;
  if (input === undefined) {
    return null;
  }
  const roles = Object.fromEntries(ROLES.flatMap((role) => (told[role] ? [[role, told[role]]] : [])));
  const policy = defined({ override, warn, unavailable });
  const place = { input, sendKey: sendKey ?? 'Enter', ...defined({ send, messages, text, platform }), roles: { buyer: '.buyer', agent: '.agent', ...roles } };
  const options = { ...defined({ server, token, language, theme, agent }), policy };
  return new Station(/** @type {Place} */ (place), /** @type {Partial<Options>} */ (options));
}

/** @param {Record<string, string|undefined>} values */
function defined(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
