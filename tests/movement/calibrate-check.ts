import { parse } from 'valibot';
import { expect } from 'vitest';
import { createRangeCheck, longestCheckMs, type RangeCheckOrder, type RangeCheckState } from '../../src/movement/calibrate';
import { rangesShape } from '../../src/movement/shapes';
import type { Frame } from '../../src/movement/types';
import { film, type Posture } from './interpret-frames';

/** Runs a whole check and gives its range and every state, one each 100 ms. */
export function check(order: Partial<RangeCheckOrder>, frames: readonly Frame[], untilMs = longestCheckMs) {
  const run = createRangeCheck({ movement: 'lean', source: 'pose', limb: 'shoulder_elevation', side: null, startMs: 0, ...order });
  const states: RangeCheckState[] = [];
  let next = 0;
  for (let nowMs = 100; nowMs <= untilMs; nowMs += 100) {
    const from = next;
    while (next < frames.length && (frames[next]?.deliveredMs ?? 0) <= nowMs) next += 1;
    states.push(run.step(frames.slice(from, next), nowMs));
  }
  const result = run.result();
  if (result) expect(parse(rangesShape, result)).toEqual(result);
  return { result, states, last: states.at(-1) };
}

/** Goes to a posture and back again and again: still for 2 s, then 2 s out, with a rest between. */
export const repeat = (untilMs: number, out: (share: number, n: number) => Partial<Posture>) =>
  film(untilMs, (t) => {
    const n = Math.floor((t - 2000) / 3000);
    const within = (t - 2000) % 3000;
    const share = t < 2000 ? 0 : Math.min(1, Math.max(0, Math.min(within / 600, (2400 - within) / 600)));
    return out(share, n);
  });
