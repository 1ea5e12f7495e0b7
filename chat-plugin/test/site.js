// The host's site: pages under a strict Content-Security-Policy, the plugin's files, and the service behind a proxy that counts.

import { createServer, Agent, request } from 'node:http';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';

const TYPES = { js: 'text/javascript', html: 'text/html; charset=utf-8', css: 'text/css' };
const FOLDERS = { '/plugin/': new URL('../src/', import.meta.url), '/': new URL('./pages/', import.meta.url) };

export class Site {
  #server;
  #agent = new Agent({ keepAlive: true });
  #port;
  /** What the plugin asked, and what it was told of its drafts: `{path, method, body, answer}`. */
  asked = [];
  inFlight = 0;
  mostInFlight = 0;
  /** Milliseconds that the proxy adds to each check. */
  delayMs = 0;
  /** Answers in place of the service: path -> (body) => {status, json}. */
  instead = new Map();

  /** @param {() => number} port of the service */
  constructor(port) {
    this.#port = port;
    this.#server = createServer((incoming, outgoing) => this.#answer(incoming, outgoing).catch(() => outgoing.destroy()));
  }

  async open() {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.address = `http://127.0.0.1:${this.#server.address().port}`;
  }

  close() {
    this.#agent.destroy();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Forgets what was asked and counted. */
  reset() {
    Object.assign(this, { asked: [], inFlight: 0, mostInFlight: 0, delayMs: 0, instead: new Map() });
  }

  async #answer(incoming, outgoing) {
    const { pathname } = new URL(incoming.url, 'http://site');
    if (pathname.startsWith('/v1/') || pathname === '/readyz') {
      await this.#forward(pathname, incoming, outgoing);
      return;
    }
    const [prefix, folder] = Object.entries(FOLDERS).find(([start]) => pathname.startsWith(start));
    const name = pathname.slice(prefix.length) || 'chat.html';
    const file = /^[\w-]+\.(js|html|css)$/.test(name) ? await readFile(new URL(name, folder)).catch(() => null) : null;
    outgoing.writeHead(file === null ? 404 : 200, {
      'Content-Type': TYPES[name.split('.').at(-1)] ?? 'text/plain',
      'Content-Security-Policy': "default-src 'self'",
    });
    outgoing.end(file ?? '');
  }

  async #forward(path, incoming, outgoing) {
    const counted = path === '/v1/lint';
    if (counted) {
      this.inFlight++;
      this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    }
    try {
      const chunks = [];
      for await (const chunk of incoming) {
        chunks.push(chunk);
      }
      const body = Buffer.concat(chunks);
      const asked = { path, method: incoming.method, body: body.length === 0 ? null : JSON.parse(body.toString()) };
      this.asked.push(asked);
      if (counted && this.delayMs > 0) {
        await new Promise((resolve) => setTimeout(resolve, this.delayMs));
      }
      const answer = this.instead.has(path)
        ? this.instead.get(path)(asked.body)
        : await this.#service(path, incoming, body);
      if (counted) {
        asked.answer = answer.json ?? JSON.parse(answer.bytes);
      }
      outgoing.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers });
      outgoing.end(answer.bytes ?? JSON.stringify(answer.json));
    } finally {
      this.inFlight -= counted ? 1 : 0;
    }
  }

  #service(path, { method, headers }, body) {
    return new Promise((resolve, reject) => {
      const outward = request({ host: '127.0.0.1', port: this.#port(), path, method, headers: { ...headers, host: 'service' }, agent: this.#agent }, async (answer) => {
        const chunks = [];
        for await (const chunk of answer) {
          chunks.push(chunk);
        }
        const etag = answer.headers.etag;
        resolve({ status: answer.statusCode, headers: etag ? { ETag: etag } : {}, bytes: Buffer.concat(chunks) });
      });
      // The service may have been killed since the connection was opened.
      outward.on('error', (fault) => (outward.reusedSocket ? resolve(this.#service(path, { method, headers }, body)) : reject(fault)));
      outward.end(body);
    });
  }
}
