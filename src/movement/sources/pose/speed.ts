import type { Millis } from '../../../core/units';
import type { TrackerOptions } from './messages';
import type { Tracking } from './tracking';

/** Longest time for a picture at which tracking is quick enough for play: 12 results a second (camera.md). */
export const mostFindMs: Millis = 1000 / 12;
/** A tracker is slow at first. */
const firstFinds = 5;
const judgedFinds = 30;
/** Pictures that another tracker must find before it is compared. */
const comparedFinds = 10;

/** Results a second are counted over so many. */
export const countedResults = 20;
/** After so long without a result there are none. */
const noResultsMs: Millis = 1000;

/** Results a second by the times of the last ones, in ms; 0 while there are none. */
export function countPerS(results: readonly Millis[], nowMs: Millis): number {
  const [first, last] = [results[0], results.at(-1)];
  if (first === undefined || last === undefined || last <= first || nowMs - last > noResultsMs) return 0;
  return (1000 * (results.length - 1)) / (last - first);
}

/** How long the tracker in use takes. */
export interface FindTimes {
  /** Adds a time; the middle of so many that it can be judged, else null. */
  add(ms: Millis): Millis | null;
}

/** Times of a tracker from its first picture on; judged again and again. */
export function createFindTimes(): FindTimes {
  let times: Millis[] = [];
  let first = firstFinds;
  return {
    add(ms) {
      if (first > 0) {
        first -= 1;
        return null;
      }
      times.push(ms);
      if (times.length < judgedFinds) return null;
      const middle = toMiddle(times);
      times = [];
      return middle;
    },
  };
}

/**
 * A second tracker beside the one in use, if it is quicker than `beatMs` on this device's graphics; null when it is not, or there are none.
 * Graphics build their programs for seconds at first, so they are tried beside and never in the place of a tracker that works (camera.md).
 */
export async function tryGraphics(
  create: () => Promise<Tracking | null>,
  options: TrackerOptions,
  takePicture: () => Promise<ImageBitmap>,
  beatMs: Millis,
): Promise<Tracking | null> {
  const rival = await create();
  try {
    if (!rival?.graphics) throw new Error('no graphics');
    await rival.open(options);
    const times: Millis[] = [];
    for (let i = 0; i < firstFinds + comparedFinds; i++) {
      const startMs = performance.now();
      await rival.find(await takePicture(), startMs);
      if (i >= firstFinds) times.push(performance.now() - startMs);
    }
    if (toMiddle(times) >= beatMs) throw new Error('not quicker');
    return rival;
  } catch {
    rival?.close();
    return null;
  }
}

function toMiddle(times: readonly Millis[]): Millis {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
