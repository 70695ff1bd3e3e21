import { PoseLandmarker } from '@mediapipe/tasks-vision';
import loadProgram from '@mediapipe/tasks-vision/vision_wasm_module_internal.js';
import programUrl from '@mediapipe/tasks-vision/vision_wasm_module_internal.wasm?url';
import fullUrl from 'pose-models/pose_landmarker_full.task?url';
import { createTracking } from '../../movement/sources/pose/tracking';

/** ms a picture, from having it to knowing its persons: ours, and the library by itself on the same pictures. */
export interface FindTimes {
  readonly oursMs: readonly number[];
  readonly bareMs: readonly number[];
}

/** Finds the person in pictures of the camera, by turns with our tracker in its worker and with the library called straight on the page. */
export async function measureFind(pictures: number, rounds: number): Promise<FindTimes> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  await video.play();
  const kept: ImageBitmap[] = [];
  while (kept.length < pictures) {
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    kept.push(await createImageBitmap(video));
  }
  for (const track of stream.getTracks()) track.stop();

  const tracking = await createTracking();
  if (tracking?.place !== 'worker') throw new Error('the tracker does not run in a worker here');
  await tracking.open({ size: 'full', delegate: 'CPU', persons: 1 });
  const bare = await createBare();
  const [oursMs, bareMs]: [number[], number[]] = [[], []];
  let atMs = 0;
  for (let round = 0; round < rounds; round++) {
    // The first round warms up; the order changes, because the machine is not the same for long.
    for (const who of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      for (const picture of kept) {
        atMs += 33;
        const startMs = performance.now();
        const bitmap = await createImageBitmap(picture);
        if (who === 'ours') await tracking.find(bitmap, atMs);
        else {
          bare.detectForVideo(bitmap, atMs);
          bitmap.close();
        }
        if (round > 0) (who === 'ours' ? oursMs : bareMs).push(performance.now() - startMs);
      }
    }
  }
  tracking.close();
  bare.close();
  for (const picture of kept) picture.close();
  return { oursMs, bareMs };
}

async function createBare(): Promise<PoseLandmarker> {
  const model = new Uint8Array(await (await fetch(fullUrl)).arrayBuffer());
  Object.assign(globalThis, { ModuleFactory: loadProgram });
  return PoseLandmarker.createFromOptions(
    { wasmLoaderPath: '', wasmBinaryPath: new URL(programUrl, location.href).href },
    {
      canvas: new OffscreenCanvas(1, 1),
      baseOptions: { modelAssetBuffer: model, delegate: 'CPU' },
      runningMode: 'VIDEO',
      numPoses: 1,
    },
  );
}
