import { PrecacheController } from 'workbox-precaching';
import { type AskWorker, cameraCache, filesOfPage, isCameraFile } from './files';

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface OpenPage {
  readonly id: string;
}
/** What of the browser's worker is used here: its own types cannot stand beside a page's. */
interface WorkerScope {
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void>; matchAll(of: object): Promise<readonly OpenPage[]> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(kind: 'fetch', listener: (event: Asked) => void): void;
  addEventListener(kind: 'message', listener: (event: Lasting & { readonly data: AskWorker; readonly source: OpenPage | null }) => void): void;
}
declare const self: WorkerScope;

/** Held by the version that is being stored, and by the one that removes what is old. */
const filesLock = 'pebble-bay-files';

const files = self.__WB_MANIFEST;
const toAddress = (url: string) => new URL(url, self.location.href).href;
const cameraFiles = new Set(files.filter(({ url }) => isCameraFile(url)).map(({ url }) => toAddress(url)));
const page = toAddress('index.html');

/** The workbox fetches a list one file after the other: several lists side by side do not wait for each other's way through the network. */
const lanes = 6;

const wanted = files.filter(({ url }) => !isCameraFile(url));
const copy = toCopy(wanted);

self.addEventListener('install', (event) => {
  event.waitUntil(
    navigator.locks.request(filesLock, async () => {
      const parts = Array.from({ length: lanes }, (_, lane) => toCopy(wanted.filter((_file, at) => at % lanes === lane)));
      await Promise.all(parts.map((part) => part.install(event as never)));
      await expectOneVersion();
    }),
  );
});

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('message', (event) => {
  if (event.data.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  else if (event.data.type === 'TIDY') event.waitUntil(tidy(event.data.program));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(answer(request));
});

function toCopy(list: typeof files): PrecacheController {
  const made = new PrecacheController();
  made.addToCacheList(list.map((file) => ({ ...file })));
  return made;
}

/** A web host that changed under way gives a page of one version and files of another: such a copy is none. */
async function expectOneVersion(): Promise<void> {
  const html = await (await copy.matchPrecache(page))?.text();
  const missing = filesOfPage(html ?? '', page).filter((url) => !copy.getCacheKeyForURL(url));
  if (html && missing.length === 0) return;
  const key = copy.getCacheKeyForURL(page);
  if (key) await (await caches.open(copy.strategy.cacheName)).delete(key);
  throw new Error(`the page names what this version does not have: ${missing.join(' ')}`);
}

/** The first version answers the page that fetched it. Files of older versions go at once where no page is open. */
async function takeOver(): Promise<void> {
  if ((await openPages()).length === 0) await removeOthers();
  await self.clients.claim();
}

/** As above, at the start of a page of this version that is the only one. */
async function tidy(program: string): Promise<void> {
  if ((await openPages()).length === 1 && copy.getCacheKeyForURL(program)) await removeOthers();
}

function openPages(): Promise<readonly OpenPage[]> {
  return self.clients.matchAll({ type: 'window', includeUncontrolled: true });
}

/** Files of all versions lie in one cache, so that what did not change is stored once: none goes while another version is stored or waits. */
function removeOthers(): Promise<void> {
  return navigator.locks.request(filesLock, { ifAvailable: true }, async (lock) => {
    if (!lock || self.registration.installing || self.registration.waiting) return;
    const current = new Set(copy.getCachedURLs().map((url) => copy.getCacheKeyForURL(url)));
    await keepOnly(copy.strategy.cacheName, (url) => current.has(url));
    await keepOnly(cameraCache, (url) => cameraFiles.has(url));
  });
}

async function keepOnly(name: string, isWanted: (url: string) => boolean): Promise<void> {
  const cache = await caches.open(name);
  for (const request of await cache.keys()) if (!isWanted(request.url)) await cache.delete(request);
}

/** The copy first: pages of an older version find their own files beside the newer ones. */
async function answer(request: Request): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  const url = `${origin}${request.mode === 'navigate' && pathname.endsWith('/') ? `${pathname}index.html` : pathname}`;
  const kept = await caches.match(copy.getCacheKeyForURL(url) ?? url, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && isCameraFile(url)) await keepForCamera(url, response.clone());
  return response;
}

/** A tablet without room plays on: the camera's parts are fetched again next time. */
async function keepForCamera(url: string, response: Response): Promise<void> {
  try {
    await (await caches.open(cameraCache)).put(url, response);
  } catch {
    return;
  }
}
