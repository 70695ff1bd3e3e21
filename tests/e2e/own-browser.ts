import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { findBrowser, launchArgs } from '../../src/tools/find-browser.mjs';
import { fileListener } from '../../src/tools/start/serve.mjs';

/** The built app. */
export const dist = join(import.meta.dirname, '../../dist');

/** A web host whose folder can be changed for another version's, and that can go away. */
export interface Host {
  readonly url: string;
  /** Paths that were asked for and are not there. */
  readonly missed: readonly string[];
  serve(folder: string): void;
  close(): Promise<void>;
}

/** A host on a free port of this machine. */
export async function openHost(folder: string): Promise<Host> {
  let listener: RequestListener = fileListener(folder);
  const missed: string[] = [];
  const server: Server = createServer((request, response) => {
    response.on('finish', () => {
      // Browsers ask for it by themselves.
      if (response.statusCode === 404 && request.url !== '/favicon.ico') missed.push(request.url ?? '');
    });
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://localhost:${address.port}/`,
    missed,
    serve(other) {
      listener = fileListener(other);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A browser of its own on one profile, which is closed whole and started again. */
export interface OwnBrowser {
  /** Starts the browser at this address. */
  start(url: string): Promise<Page>;
  /** Ends the browser's process. */
  stop(): Promise<void>;
  /** As above, and deletes the profile. */
  remove(): Promise<void>;
}

/** A browser on a new profile; not yet started. */
export function createBrowser(): OwnBrowser {
  const profile = mkdtempSync(join(tmpdir(), 'pebble-bay-profile-'));
  const executablePath = findBrowser();
  let context: BrowserContext | undefined;
  const stop = async () => {
    await context?.close();
    context = undefined;
  };
  return {
    async start(url) {
      context = await chromium.launchPersistentContext(profile, {
        ...(executablePath ? { executablePath } : {}),
        args: launchArgs,
        hasTouch: true,
        serviceWorkers: 'allow',
        // Without a graphics processor a small picture answers sooner.
        viewport: { width: 768, height: 512 },
        deviceScaleFactor: 0.5,
        baseURL: url,
      });
      const page = context.pages()[0] ?? (await context.newPage());
      page.on('pageerror', (error) => {
        throw error;
      });
      await page.goto(url);
      return page;
    },
    stop,
    async remove() {
      await stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Waits until the whole app is stored on this tablet. */
export async function waitForCopy(page: Page): Promise<void> {
  const isStored = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');
  await expect.poll(isStored, { timeout: 90_000, intervals: [200] }).toBe(true);
}

/** Paths of all that is stored on this tablet, by the name of its cache. */
export function readCopy(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const stored: Record<string, string[]> = {};
    for (const name of await caches.keys()) stored[name] = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    return stored;
  });
}

/** Paths of all files of a built app, as they are asked for. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'));
}
