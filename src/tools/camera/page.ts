import { createPoseSource, type PoseSource } from '../../movement/sources/pose';
import type { FrameOf, SourceState, SourceTrouble } from '../../movement/types';
import type { Level } from '../../plan/types';

/** What a page with a camera saw since it was asked last. */
export interface CameraSight {
  readonly frames: readonly FrameOf<'pose'>[];
  readonly troubles: readonly (SourceTrouble | null)[];
  readonly resultsPerS: number;
  /** State of the camera's own tracks: `live` while its light is on. */
  readonly tracks: readonly string[];
  /** Length in ms of what held the page up for more than 50 ms. */
  readonly longTasksMs: readonly number[];
  /** Requests that the page's own rules refused. */
  readonly refused: readonly string[];
}

let source: PoseSource | null = null;
let stream: MediaStream | null = null;
let frames: FrameOf<'pose'>[] = [];
let troubles: (SourceTrouble | null)[] = [];
let longTasksMs: number[] = [];
const refused: string[] = [];

document.addEventListener('securitypolicyviolation', (event) => refused.push(event.blockedURI));
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) longTasksMs.push(entry.duration);
}).observe({ type: 'longtask' });

/** What tests and the bench ask of the page: the camera as the product reads it, and nothing else of the product. */
const camera = {
  async start(persons: 1 | 2): Promise<SourceState> {
    source?.stop();
    source = createPoseSource({ times: { nowMs: () => performance.now(), toSession: (ms) => ms }, persons });
    const state = await source.start(
      (frame) => frame.kind === 'pose' && frames.push(frame),
      (trouble) => troubles.push(trouble),
    );
    stream = source.stream;
    return state;
  },
  choose(x: number, y: number): void {
    source?.choose(x, y);
  },
  read(): CameraSight {
    const tracks = stream?.getTracks().map((track) => track.readyState) ?? [];
    const sight = { frames, troubles, resultsPerS: source?.resultsPerS ?? 0, tracks, longTasksMs, refused };
    frames = [];
    troubles = [];
    longTasksMs = [];
    return sight;
  },
  /** Frames since `read`. */
  seen: () => frames.length,
  stop(): void {
    source?.stop();
    source = null;
  },
  async measureStage(level: Level, lastsMs: number) {
    return (await import('./page-session')).measureStage(level, lastsMs);
  },
  async measureFind(pictures: number, rounds: number) {
    return (await import('./page-find')).measureFind(pictures, rounds);
  },
};

/** The type of `window.camera` on the page. */
export type CameraPage = typeof camera;

Object.assign(window, { camera });
