// The userscript: the settings at its top say where the service is and what the sites' pages look like.

import { adapterProblems, covers } from '../sites/adapters.js';
import { Station } from '../sites/station.js';
import { words } from '../sites/words.js';
import { fetchTransport } from '../src/transport.js';

/** @import {Adapter} from '../sites/adapters.js' */
/** @import {Options} from '../src/options.js' */
/** @import {Answer, Transport} from '../src/types.js' */

/** @typedef {Partial<Options> & {server: string, sites: Adapter[]}} UserSettings */

/** @type {UserSettings} */
const { sites, ...options } = REPLY_LINTER;

/**
 * Requests by the userscript manager, which a page's Content-Security-Policy has no say in; by fetch where there is none.
 *
 * @param {string} server
 * @returns {Transport}
 */
function transport(server) {
  if (typeof GM_xmlhttpRequest !== 'function') {
    return fetchTransport(server);
  }
  const base = server.replace(/\/+$/, '');
  return (path, { method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const failed = () => reject(new TypeError('the service cannot be reached'));
      const request = GM_xmlhttpRequest({
        url: base + path,
        method,
        headers,
        data: body,
        anonymous: true,
        nocache: true,
        onload: (answer) => {
          try {
            resolve(read(answer));
          } catch (fault) {
            reject(fault); // what was to be JSON is none
          }
        },
        onerror: failed,
        ontimeout: failed,
      });
      signal?.addEventListener('abort', () => {
        request?.abort?.();
        reject(signal.reason);
      });
    });
}

/** @param {UserscriptAnswer} answer @returns {Answer} */
function read({ status, responseText, responseHeaders }) {
  const headers = new Headers(
    responseHeaders.split(/\r?\n/).filter((line) => line.includes(':')).map((line) => /** @type {[string, string]} */ ([
      line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim(),
    ])),
  );
  const json = headers.get('Content-Type')?.includes('json') && responseText !== '' ? JSON.parse(responseText) : null;
  return { status, header: (name) => headers.get(name), json };
}

const problems = sites.flatMap((site, i) => adapterProblems(site, `sites[${i}]`, words(options.language ?? 'zh')));
if (problems.length > 0) {
  throw new TypeError(`Reply Linter: ${problems.map(({ path, message }) => `${path}: ${message}`).join('\n')}`);
}
const site = sites.findLast((one) => covers(one, location.origin));
if (site !== undefined) {
  new Station(site, { ...options, transport: transport(options.server) });
}
