import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { findBrowser, launchArgs } from '../../src/tools/find-browser.mjs';

/** A browser of our own on a profile that outlives it: it can be ended as a battery ends it. */
export interface WholeBrowser {
  readonly context: BrowserContext;
  /** Ends every process of the browser at once, without a word. */
  killAll(): Promise<void>;
  /** Ends the processes that run pages, as a lack of memory does. Resolves to their number. */
  killPages(): Promise<number>;
}

/** Starts a browser on the profile in `folder`. */
export async function startBrowser(folder: string): Promise<WholeBrowser> {
  const program = findBrowser() ?? chromium.executablePath();
  const told = join(folder, 'DevToolsActivePort');
  rmSync(told, { force: true });
  const args = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, '--window-size=320,300', '--mute-audio', 'about:blank'];
  // A group of its own, so that one signal reaches all of its processes and no others.
  const started: ChildProcess = spawn(program, [...launchArgs, ...args], { detached: true, stdio: 'ignore' });
  const end = () => {
    if (started.pid && started.exitCode === null && started.signalCode === null) process.kill(-started.pid, 'SIGKILL');
  };
  // A test that runs out of time leaves no browser behind.
  process.once('exit', end);
  const gone = new Promise<void>((resolve) => started.once('exit', () => resolve()));
  for (let i = 0; i < 600 && !existsSync(told); i++) await wait(25);
  const browser = await connect(told);
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser has no profile');
  return {
    context,
    async killAll() {
      end();
      await gone;
      process.off('exit', end);
      await browser.close().catch(() => undefined);
    },
    async killPages() {
      const session = await browser.newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      const pages = processInfo.filter(({ type }) => type === 'renderer');
      for (const { id } of pages) process.kill(id, 'SIGKILL');
      await session.detach().catch(() => undefined);
      return pages.length;
    },
  };
}

async function connect(told: string): Promise<Browser> {
  for (let i = 0; ; i++) {
    const [port, path] = existsSync(told) ? readFileSync(told, 'utf8').trim().split('\n') : [];
    if (port && path) return chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`);
    if (i > 400) throw new Error('the browser does not answer');
    await wait(25);
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
