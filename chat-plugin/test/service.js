// The real service, started as agents' machines reach it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const JAR = fileURLToPath(new URL('../../linter-cli/target/reply-linter.jar', import.meta.url));

/** Whether there is a built service; `./linter --version` builds one. */
export const built = existsSync(JAR);

export class RealService {
  #process = null;
  #data = null;
  port = 0;

  /** Starts it, on the port it had before if it had one, and waits until it is reachable. */
  async start() {
    this.#data ??= await mkdtemp(join(tmpdir(), 'reply-linter-'));
    const options = ['serve', '--port', String(this.port), '--data', this.#data];
    this.#process = spawn('java', ['-Xmx256m', '-jar', JAR, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
    let told = '';
    for await (const chunk of this.#process.stdout) {
      told += chunk;
      const address = /http:\/\/[^/]+:(\d+)/.exec(told);
      if (address !== null) {
        this.port = Number(address[1]);
        break;
      }
    }
    this.#process.stdout?.resume?.();
  }

  /** Waits until it has loaded its rules. */
  async ready() {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => null);
      if (answer?.ok) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Kills it without a word. */
  async kill() {
    if (this.#process === null || this.#process.exitCode !== null || this.#process.signalCode !== null) {
      return;
    }
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await gone;
  }

  /** Kills it for good, with what it has stored. */
  async end() {
    await this.kill();
    if (this.#data !== null) {
      await rm(this.#data, { recursive: true, force: true });
    }
  }
}
