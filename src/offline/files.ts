/** The cache of what only the camera needs: fetched at its first use, kept from then on. */
export const cameraCache = 'pebble-bay-camera';

/** What a page may ask of its worker: a newer version to take over; files of versions that nobody uses any more to go. */
export type AskWorker = { readonly type: 'SKIP_WAITING' } | { readonly type: 'TIDY'; readonly program: string };

const cameraFile = /\.(task|wasm)$/;

/** True for the models and the program of body tracking, which are most of the app's weight. */
export function isCameraFile(url: string): boolean {
  return cameraFile.test(new URL(url, 'https://pebble.bay').pathname);
}

/** The scripts and styles that a page's HTML names, as full addresses. */
export function filesOfPage(html: string, base: string): readonly string[] {
  return [...html.matchAll(/(?:src|href)="(\.\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) => new URL(path, base).href);
}
