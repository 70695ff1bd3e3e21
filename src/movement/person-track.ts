import type { Millis, Ratio } from '../core/units';
import { measureApart, type Person } from './person';

/** Where a person was surely seen last. */
export interface LastSeen {
  readonly x: Ratio;
  readonly y: Ratio;
  readonly size: number;
  readonly atMs: Millis;
}

/** A person as last seen clear of others: with the size of that picture, and its speed in shares of the picture a second. */
export interface Track extends LastSeen {
  readonly sizeNow: number;
  readonly xPerS: number;
  readonly yPerS: number;
}

/** One person's size differs at most by this factor, in whatever posture. */
export const mostFactorAlone = 1.8;
/** The remembered size and speed follow the seen ones in so long, whatever the number of pictures. */
const sizeFollowsMs: Millis = 640;
const speedFollowsMs: Millis = 190;
/** A person goes on as it went for so long, as far as anybody knows. */
const goesOnS = 1;

/** The track after another picture of the same person. */
export function toTrack(before: Track | null, { x, y, size }: Person, atMs: Millis): Track {
  // Another person, or one who was away: it has no speed yet.
  if (!before || differ(size, before.size) > Math.log(mostFactorAlone)) return { x, y, size, sizeNow: size, atMs, xPerS: 0, yPerS: 0 };
  const passedS = (atMs - before.atMs) / 1000;
  if (passedS <= 0 || passedS > goesOnS) return { x, y, size: before.size, sizeNow: size, atMs, xPerS: 0, yPerS: 0 };
  const share = (followsMs: Millis) => 1 - Math.exp((-1000 * passedS) / followsMs);
  const speed = (was: number, from: number, to: number) => was + ((to - from) / passedS - was) * share(speedFollowsMs);
  return {
    x,
    y,
    size: before.size + (size - before.size) * share(sizeFollowsMs),
    sizeNow: size,
    atMs,
    xPerS: speed(before.xPerS, before.x, x),
    yPerS: speed(before.yPerS, before.y, y),
  };
}

/** How badly a person fits a track that goes on as it went: trunk lengths from where it should be, and difference in size; without `aspect` size alone. */
export function measureCost(track: Track, person: Person, aspect: number | null, atMs: Millis): number {
  if (aspect === null) return 2 * differ(person.size, track.size);
  const passedS = Math.min(goesOnS, Math.max(0, atMs - track.atMs) / 1000);
  const place = { x: track.x + track.xPerS * passedS, y: track.y + track.yPerS * passedS, size: track.size };
  return measureApart(place, person, aspect) + 2 * differ(person.size, track.size);
}

/** How different two sizes are: 0 alike, else the logarithm of their ratio. */
export const differ = (a: number, b: number): number => Math.abs(Math.log(Math.max(a, 1e-6) / Math.max(b, 1e-6)));
