import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { createServer } from 'vite';
import { findBrowser, launchArgs } from './find-browser.mjs';

/** The tablet that pages are measured on. */
export const tabletContext = { viewport: { width: 1280, height: 800 }, hasTouch: true, deviceScaleFactor: 1, serviceWorkers: 'block' } as const;

/** A server for the app's own modules; `close` ends it. */
export interface PageServer {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves `root` as it is for a page that a tool opens, prepared for `page` (a path below `root`) so that it never reloads half-way. */
export async function servePage(root: string, page: string): Promise<PageServer> {
  const server = await createServer({
    root,
    logLevel: 'error',
    cacheDir: `node_modules/.vite-${page.replace(/\W+/g, '-')}`,
    optimizeDeps: { entries: [page], include: ['phaser', 'howler', 'idb', 'i18next', 'fft.js', 'valibot'] },
    server: {
      port: 0,
      host: '127.0.0.1',
      // No reload while another part of the tree changes.
      watch: null,
      hmr: false,
      // Isolated pages have the exact clock, others one of 0.1 ms.
      headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
    },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('the server has no address');
  return { address: `http://127.0.0.1:${address.port}/${page}`, close: () => server.close() };
}

/** A browser of which each context starts with nothing kept; with `window` it is shown. */
export async function openBrowser(window = false): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({ headless: !window, args: launchArgs, ...(executablePath ? { executablePath } : {}) });
}

/** A browser that keeps its data in `folder` on the disk, as on a tablet; other contexts keep a database in memory only. */
export async function openKeepingBrowser(folder: string): Promise<BrowserContext> {
  const executablePath = findBrowser();
  return chromium.launchPersistentContext(folder, { args: launchArgs, ...tabletContext, ...(executablePath ? { executablePath } : {}) });
}
