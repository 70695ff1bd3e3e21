import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { Level } from '../../plan/types';
import { openCameraBrowser, writeFilm } from '../camera/film';
import type { CameraPage, CameraSight } from '../camera/page';
import { serveCameraPage } from '../camera/serve-page';
import { type Figure, type Part, toMiddle, toQuantile } from './figure';

type CameraWindow = Window & { readonly camera: CameraPage };

const reference = '../shared/data/video/tfjs_pose_squats.mp4';
const pictures = 30;
const rounds = 7;
const liveMs = 12_000;
const stageMs = 8000;
/** The tracker compiles and the model is judged in the first seconds. */
const settleMs = 5000;
const mostOverBare = 1.1;
const longTaskMs = 50;

/** The camera as the product reads it, in a built page with the browser's own camera fed by a film of a person. Throws where the film is not there. */
export async function benchCamera(root: string, level: Level): Promise<Part> {
  const video = join(root, reference);
  if (!existsSync(video)) throw new Error(`no reference recordings: ${reference} is not beside the project`);
  const folder = mkdtempSync(join(tmpdir(), 'pebble-bay-film-'));
  const server = await serveCameraPage(root);
  try {
    const film = join(folder, 'film.mjpeg');
    await writeFilm([video], film);
    const browser = await openCameraBrowser(film);
    try {
      const context = await browser.newContext({ permissions: ['camera'] });
      const loaded = new Set<string>();
      const page = await context.newPage();
      await page.goto(server.address);
      await page.waitForFunction(() => 'camera' in window);
      context.on('request', (request) => loaded.add(new URL(request.url()).pathname));
      const { sight, firstMs } = await watchLive(page);
      const paths = [...loaded];
      const find = await page.evaluate(([count, times]) => (window as unknown as CameraWindow).camera.measureFind(count, times), [
        pictures,
        rounds,
      ] as const);
      const stage = await page.evaluate(([chosen, ms]) => (window as unknown as CameraWindow).camera.measureStage(chosen, ms), [
        level,
        stageMs,
      ] as const);
      return {
        title: 'Camera',
        how: `a film of one person, 640 x 480 at 30 a second, as the browser's camera; full model on the processor, in a built page; ${find.oursMs.length} pictures each by turns with the library called straight on the page, then ${liveMs / 1000} s of the source as it is and ${stageMs / 1000} s of ${level.game} ${level.id} played by it`,
        figures: [...toFindFigures(find), ...toLiveFigures(sight, firstMs), ...toStageFigures(stage), ...toLoadFigures(server.folder, paths)],
      };
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function watchLive(page: Page): Promise<{ readonly sight: CameraSight; readonly firstMs: number }> {
  const read = () => page.evaluate(() => (window as unknown as CameraWindow).camera.read());
  const startMs = performance.now();
  const state = await page.evaluate(() => (window as unknown as CameraWindow).camera.start(1));
  if (state.state !== 'running') throw new Error(`the camera is ${state.state}: ${state.why}`);
  await page.waitForFunction(() => (window as unknown as CameraWindow).camera.seen() > 0);
  const firstMs = performance.now() - startMs;
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  await read();
  await new Promise((resolve) => setTimeout(resolve, liveMs));
  const sight = await read();
  await page.evaluate(() => (window as unknown as CameraWindow).camera.stop());
  return { sight, firstMs };
}

function toFindFigures({ oursMs, bareMs }: Awaited<ReturnType<CameraPage['measureFind']>>): Figure[] {
  return [
    { name: 'a picture to its persons, ours in the worker, median', value: toMiddle(oursMs), unit: 'ms' },
    { name: 'a picture to its persons, ours in the worker, p95', value: toQuantile(oursMs, 0.95), unit: 'ms' },
    { name: 'a picture to its persons, bare library, median', value: toMiddle(bareMs), unit: 'ms' },
    { name: 'a picture to its persons, bare library, p95', value: toQuantile(bareMs, 0.95), unit: 'ms' },
    { name: 'ours against the bare library, medians', value: toMiddle(oursMs) / toMiddle(bareMs), unit: 'x', target: { atMost: mostOverBare } },
    { name: 'pictures a second, ours one after the other', value: 1000 / toMiddle(oursMs), unit: '/s' },
    { name: 'pictures a second, bare library', value: 1000 / toMiddle(bareMs), unit: '/s' },
  ];
}

function toLiveFigures({ frames, longTasksMs }: CameraSight, firstMs: number): Figure[] {
  const delays = frames.map((frame) => frame.deliveredMs - frame.capturedMs);
  const [first, last] = [frames[0], frames.at(-1)];
  const seconds = first && last ? (last.deliveredMs - first.deliveredMs) / 1000 : Number.NaN;
  return [
    { name: 'frames a second of the live source', value: (frames.length - 1) / seconds, unit: '/s', target: { atLeast: 10 } },
    { name: 'picture taken to frame emitted, median', value: toMiddle(delays), unit: 'ms' },
    { name: 'picture taken to frame emitted, p95', value: toQuantile(delays, 0.95), unit: 'ms' },
    {
      name: `main thread held up for over ${longTaskMs} ms while tracking`,
      value: longTasksMs.filter((ms) => ms > longTaskMs).length,
      unit: 'tasks',
      target: { atMost: 0 },
    },
    { name: 'camera asked for to first frame', value: firstMs, unit: 'ms' },
  ];
}

function toStageFigures({ liveMs: onStageMs, stateMs }: Awaited<ReturnType<CameraPage['measureStage']>>): Figure[] {
  return [
    { name: 'picture taken to the hand on the stage, median', value: toMiddle(onStageMs), unit: 'ms' },
    { name: 'picture taken to the hand on the stage, p95', value: toQuantile(onStageMs, 0.95), unit: 'ms' },
    { name: 'picture taken to the state of the drill, median', value: toMiddle(stateMs), unit: 'ms' },
    { name: 'picture taken to the state of the drill, p95', value: toQuantile(stateMs, 0.95), unit: 'ms' },
  ];
}

function toLoadFigures(folder: string, paths: readonly string[]): Figure[] {
  const sizes = paths.map((path) => {
    const bytes = readFileSync(join(folder, path));
    return { raw: bytes.length / 1000, packed: gzipSync(bytes).length / 1000 };
  });
  return [
    { name: 'loaded by the first use of the camera', value: sizes.reduce((sum, one) => sum + one.raw, 0), unit: 'kB' },
    { name: 'loaded by the first use of the camera, if packed by gzip', value: sizes.reduce((sum, one) => sum + one.packed, 0), unit: 'kB' },
    { name: 'files of it', value: sizes.length, unit: 'files' },
  ];
}
