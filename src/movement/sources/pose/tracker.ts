import { type NormalizedLandmark, PoseLandmarker } from '@mediapipe/tasks-vision';
// Imported like any module instead of by the library's own resolver, so that it is bundled and served from our origin.
import loadProgram from '@mediapipe/tasks-vision/vision_wasm_module_internal.js';
import programUrl from '@mediapipe/tasks-vision/vision_wasm_module_internal.wasm?url';
import fullUrl from 'pose-models/pose_landmarker_full.task?url';
import liteUrl from 'pose-models/pose_landmarker_lite.task?url';
import type { Ratio } from '../../../core/units';
import { createClothesReader } from './clothes';
import type { TrackedPerson, TrackedPicture, TrackerOptions } from './messages';

/** Finds the persons in pictures. */
export interface Tracker {
  /** Loads model and program, or changes them. Rejects when they cannot be had. */
  open(options: TrackerOptions): Promise<void>;
  /** The persons in a picture, which is closed; times in ms on one clock. Rejects when the tracker broke: the next picture starts it anew. */
  find(bitmap: ImageBitmap, atMs: number): Promise<TrackedPicture>;
  close(): void;
}

/** Side in pixels of the small copy of which the light is measured, and how often it is. */
const lightSide = 16;
const lightEveryMs = 200;
/** Share of overlap from which a newly found person is the one already followed: lower values merge two who stand close (camera.md). */
const samePersonOverlap = { 1: 0.5, 2: 0.8 } as const;

/** Whether this thread has the kind of canvas that the tracker needs even when it computes without it, and a graphics processor behind it. */
export function probeHere(): { readonly works: boolean; readonly graphics: boolean } {
  try {
    const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
    if (!gl) return { works: false, graphics: false };
    const names = gl.getExtension('WEBGL_debug_renderer_info');
    const renderer = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
    return { works: true, graphics: !/swiftshader|llvmpipe|software|basic render/i.test(renderer) };
  } catch {
    return { works: false, graphics: false };
  }
}

/** A tracker on this thread; `createCanvas` is asked for a canvas whenever the tracker starts anew. */
export function createTracker(createCanvas: () => OffscreenCanvas | HTMLCanvasElement): Tracker {
  let landmarker: PoseLandmarker | null = null;
  let options: TrackerOptions | null = null;
  let model: Uint8Array | null = null;
  let modelSize: TrackerOptions['size'] | null = null;
  let lost = false;
  let lastMs = -1;
  let readClothes: ReturnType<typeof createClothesReader> | null = null;
  let measureLight: ((bitmap: ImageBitmap) => Ratio) | null = null;
  let light = { value: 1, atMs: Number.NEGATIVE_INFINITY };

  async function restart(): Promise<void> {
    close();
    if (!options || !model) throw new Error('the tracker is not open');
    // Our own canvas: the library guesses by the browser's name whether it may make one, and only on our own can a lost context be seen,
    // after which it finds nobody for ever without an error.
    const canvas = createCanvas();
    canvas.addEventListener('webglcontextlost', () => {
      lost = true;
    });
    // The library takes its program from here and clears it after each start.
    Object.assign(globalThis, { ModuleFactory: loadProgram });
    landmarker = await PoseLandmarker.createFromOptions(
      { wasmLoaderPath: '', wasmBinaryPath: new URL(programUrl, import.meta.url).href },
      {
        canvas,
        baseOptions: { modelAssetBuffer: model.slice(), delegate: options.delegate },
        runningMode: 'VIDEO',
        numPoses: options.persons,
        minPoseDetectionConfidence: 0.5,
        minPosePresenceConfidence: 0.5,
        minTrackingConfidence: samePersonOverlap[options.persons],
      },
    );
    lost = false;
    lastMs = -1;
  }

  function close(): void {
    try {
      landmarker?.close();
    } catch {
      // Its context is gone already.
    }
    landmarker = null;
  }

  return {
    async open(wanted) {
      if (modelSize !== wanted.size) {
        const answer = await fetch(new URL(wanted.size === 'lite' ? liteUrl : fullUrl, import.meta.url));
        if (!answer.ok) throw new Error(`the model is not there: ${answer.status}`);
        model = new Uint8Array(await answer.arrayBuffer());
        modelSize = wanted.size;
      }
      options = wanted;
      await restart();
    },
    async find(bitmap, atMs) {
      try {
        if (lost || !landmarker) await restart();
        // A time that does not rise breaks the tracker for good.
        lastMs = Math.max(atMs, lastMs + 1);
        const found = landmarker?.detectForVideo(bitmap, lastMs);
        const pictures = (found?.landmarks ?? []).map(pack);
        // Who is alone is told apart from nobody.
        if (options?.persons === 2) readClothes ??= createClothesReader();
        const clothes = options?.persons === 2 && pictures.length > 0 ? readClothes?.(bitmap, pictures) : undefined;
        const persons = pictures.map((picture, i): TrackedPerson => {
          const colours = clothes?.[i];
          return { picture, world: pack(found?.worldLandmarks[i] ?? []), ...(colours ? { clothes: colours } : {}) };
        });
        if (Math.abs(atMs - light.atMs) >= lightEveryMs) {
          measureLight ??= createLightMeter();
          light = { value: measureLight(bitmap), atMs };
        }
        return { persons, light: light.value };
      } catch (error) {
        lost = true;
        throw error;
      } finally {
        bitmap.close();
      }
    },
    close,
  };
}

function pack(points: readonly NormalizedLandmark[]): Float32Array {
  const packed = new Float32Array(points.length * 4);
  for (const [i, point] of points.entries()) packed.set([point.x, point.y, point.z, point.visibility ?? 0], i * 4);
  return packed;
}

/** Mean light of a picture, from a small copy; pixels go no further than here. */
function createLightMeter(): (bitmap: ImageBitmap) => Ratio {
  const pen = new OffscreenCanvas(lightSide, lightSide).getContext('2d', { willReadFrequently: true });
  return (bitmap) => {
    if (!pen) return 1;
    pen.drawImage(bitmap, 0, 0, lightSide, lightSide);
    const { data } = pen.getImageData(0, 0, lightSide, lightSide);
    let sum = 0;
    for (let i = 0; i < data.length; i += 4) sum += 0.2126 * (data[i] ?? 0) + 0.7152 * (data[i + 1] ?? 0) + 0.0722 * (data[i + 2] ?? 0);
    return sum / (255 * lightSide * lightSide);
  };
}
