// Requests to the service: to its address and to nothing else, with the token that only the worker knows.

/** @typedef {{path: string, method: string, headers: Record<string, string>, body?: string}} Call */
/** @typedef {{status: number, headers: Record<string, string>, json: unknown}|{failed: true}} Reply */
/** @typedef {{fate: 'works', book: string, ms: number}|{fate: 'permission'|'offline'|'starting'|'denied'|'other'}} Probe */

const TIMEOUT_MS = 10_000;
const PATHS = /^\/(readyz|v1\/[\w/-]+)$/;
const HEADERS = ['accept-language', 'content-type', 'if-none-match'];

/**
 * @param {string} server base address
 * @param {string} token
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function ask(server, token, { path, method, headers, body }) {
  if (server === '' || !PATHS.test(path) || !['GET', 'POST'].includes(method)) {
    return { failed: true };
  }
  const passed = Object.entries(headers).filter(([name]) => HEADERS.includes(name.toLowerCase()));
  try {
    const response = await fetch(server.replace(/\/+$/, '') + path, {
      method,
      headers: { ...Object.fromEntries(passed), ...(token && { Authorization: `Bearer ${token}` }) },
      body,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error', // the token is for this address only
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const content = response.headers.get('Content-Type')?.includes('json') ? await response.text() : '';
    return { status: response.status, headers: Object.fromEntries(response.headers), json: content === '' ? null : JSON.parse(content) };
  } catch {
    return { failed: true };
  }
}

/**
 * Whether there is a service that takes this token.
 *
 * @param {string} server @param {string} token @param {string} language
 * @returns {Promise<Probe>}
 */
export async function probe(server, token, language) {
  if (!(await chrome.permissions.contains({ origins: [`${new URL(server).origin}/*`] }))) {
    return { fate: 'permission' };
  }
  const since = performance.now();
  const headers = { 'Content-Type': 'application/json', 'Accept-Language': language };
  const reply = await ask(server, token, { path: '/v1/lint', method: 'POST', headers, body: JSON.stringify({ draft: '您好' }) });
  if ('failed' in reply) {
    return { fate: 'offline' };
  }
  const { status } = reply;
  const book = /** @type {any} */ (reply.json)?.phrasebook;
  if (status === 200 && typeof book === 'string') {
    return { fate: 'works', book, ms: Math.round(performance.now() - since) };
  }
  return { fate: status === 503 ? 'starting' : status === 401 || status === 403 ? 'denied' : 'other' };
}
