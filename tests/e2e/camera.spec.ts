import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Browser } from 'playwright-core';
import { openCameraBrowser, writeFilm } from '../../src/tools/camera/film';
import type { CameraPage, CameraSight } from '../../src/tools/camera/page';
import { type CameraPageServer, serveCameraPage } from '../../src/tools/camera/serve-page';

const root = join(import.meta.dirname, '../..');
const videos = ['tfjs_pose_squats', 'p2s_single_01'].map((name) => join(root, '../shared/data/video', `${name}.mp4`));
const absent = videos.some((video) => !existsSync(video));

type CameraWindow = Window & { readonly camera: CameraPage };
const camera = {
  start: (page: Page, persons: 1 | 2 = 1) => page.evaluate((count) => (window as unknown as CameraWindow).camera.start(count), persons),
  read: (page: Page): Promise<CameraSight> => page.evaluate(() => (window as unknown as CameraWindow).camera.read()),
  stop: (page: Page) => page.evaluate(() => (window as unknown as CameraWindow).camera.stop()),
};

let server: CameraPageServer;
let folder: string;
let film: string;
let browser: Browser | null = null;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await serveCameraPage(root);
  folder = mkdtempSync(join(tmpdir(), 'pebble-bay-film-'));
  film = join(folder, 'film.mjpeg');
  if (!absent) await writeFilm(videos.slice(0, 1), film);
});
test.afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
test.afterEach(async () => {
  await browser?.close();
  browser = null;
});

/** A page with this camera; every request that anything in the browser makes is noted. */
async function openPage(shown: string | null, allowed: boolean): Promise<{ readonly page: Page; readonly requests: string[] }> {
  browser = await openCameraBrowser(shown);
  const context = await browser.newContext({ permissions: allowed ? ['camera'] : [] });
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const page = await context.newPage();
  await page.goto(server.address);
  await page.waitForFunction(() => 'camera' in window);
  return { page, requests };
}

const isForeign = (url: string) => !url.startsWith('blob:') && !url.startsWith('data:') && new URL(url).origin !== new URL(server.address).origin;

test('a child before the camera is followed, and nothing leaves the device', async () => {
  test.skip(absent, 'skipped: no reference recordings');
  const { page, requests } = await openPage(film, true);
  expect(requests.filter((url) => /\.(task|wasm)$|worker/.test(url))).toEqual([]);
  expect(await camera.start(page)).toEqual({ state: 'running' });
  const seen: CameraSight[] = [];
  await expect
    .poll(
      async () => {
        seen.push(await camera.read(page));
        return seen.flatMap(({ frames }) => frames).filter((frame) => frame.joints.left_hip).length;
      },
      { timeout: 40_000 },
    )
    .toBeGreaterThan(30);
  const frames = seen.flatMap((sight) => sight.frames);
  for (const frame of frames)
    expect(Object.keys(frame).filter((key) => !['kind', 'capturedMs', 'deliveredMs', 'joints', 'world', 'aspect'].includes(key))).toEqual([]);
  // The model and its program came, from here.
  expect(requests.filter((url) => url.endsWith('.task')).length).toBeGreaterThan(0);
  expect(requests.filter(isForeign)).toEqual([]);
  expect(seen.flatMap(({ refused }) => refused)).toEqual([]);
});

test('a child who plays by touch loads nothing of the camera', async ({ page, baseURL }) => {
  const requests: string[] = [];
  page.context().on('request', (request) => requests.push(request.url().replace(baseURL ?? '', '')));
  await page.goto('./');
  await page.waitForLoadState('networkidle');
  expect(requests.filter((url) => url.endsWith('.js')).length).toBeGreaterThan(0);
  expect(requests.filter((url) => /\.(task|wasm)$|tracker|tracking|pose|vision/.test(url))).toEqual([]);
});

test('what would leave the device is refused by the page itself, and this test would see it', async () => {
  const { page, requests } = await openPage(null, false);
  const went = await page.evaluate(() =>
    fetch('https://pebble-bay.example/metrics', { method: 'POST', body: '1' }).then(
      () => true,
      () => false,
    ),
  );
  expect(went).toBe(false);
  const { refused } = await camera.read(page);
  expect([...requests, ...refused].filter(isForeign).length).toBeGreaterThan(0);
});

test('the light of the camera goes out when the source stops', async () => {
  test.skip(absent, 'skipped: no reference recordings');
  const { page } = await openPage(film, true);
  await camera.start(page);
  expect((await camera.read(page)).tracks).toEqual(['live']);
  await camera.stop(page);
  expect((await camera.read(page)).tracks).toEqual(['ended']);
});

test('a camera that is refused, and one that is not there, are told apart', async () => {
  const none = await openPage(null, true);
  expect((await camera.start(none.page)).state).toBe('absent');
  test.skip(absent, 'skipped: no reference recordings');
  await browser?.close();
  const refused = await openPage(film, false);
  expect((await camera.start(refused.page)).state).toBe('refused');
});

test('a permission that is taken back in play is told as such', async () => {
  test.skip(absent, 'skipped: no reference recordings');
  const { page } = await openPage(film, true);
  await camera.start(page);
  await page.context().clearPermissions();
  await expect.poll(async () => (await camera.read(page)).troubles, { timeout: 20_000 }).toContain('revoked');
});
