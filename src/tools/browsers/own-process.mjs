// Programs that a walk starts: a private screen, and a browser with all that it started, ended by their ids.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** A port of this machine that nobody uses now. */
export const findPort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** A screen of its own that nobody sees; resolves to { display, stop }. */
export async function openDisplay() {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    child.stdio[3].once('data', (data) => resolve(String(data).trim()));
    child.once('error', reject);
    child.once('exit', () => reject(new Error('Xvfb ended at once')));
  });
  return { display: `:${number}`, stop: () => child.kill('SIGTERM') };
}

/** A process and all below it (Linux), by their ids. */
function findTree(pid) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        return [Number(name), Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1])];
      } catch {
        return [0, 0];
      }
    });
  const tree = [pid];
  for (const at of tree) tree.push(...parents.filter(([, parent]) => parent === at).map(([id]) => id));
  return tree;
}

/** Ends a process that we started, with all that it started itself. */
export async function endTree(child) {
  if (child.exitCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  for (const pid of findTree(child.pid)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended before its turn came.
    }
  }
  await gone;
}

/** Asks until there is an answer, at most `forMs`. */
export async function waitFor(what, ask, forMs = 30_000) {
  const endMs = Date.now() + forMs;
  let last;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > endMs) throw new Error(`${what} did not come within ${forMs / 1000} s${last ? `: ${last.message}` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
