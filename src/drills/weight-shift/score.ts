import type { Millis } from '../../core/units';
import type { WeightShiftMetric } from './metrics';
import type { LeanPoint, LeanSample, WeightShiftState } from './state';
import { keptMs } from './stay';

/**
 * The lean begins where it last passes this share of the limit towards the target: what it did before was the child's own sway. The same
 * for every child: a threshold that grew with tremor would make a child that shakes look slow.
 */
const onsetShare = 0.05;
/** A lean that goes less than this towards the target is none that can be measured. */
const leastLean = 0.15;
/** A movement that begins this soon after the cue was on its way before: no reaction time can be told. */
export const leastReactionMs: Millis = 100;
/** The way is over where the lean has gone this part of its farthest: what follows is staying there. */
const arrivedRatio = 0.95;
/** Travel is measured in straight pieces of this share of the limit, so that jitter and more pictures a second make no longer way. */
const pieceShare = 0.05;

/** The metrics of the trial that has just run out; what its leans cannot carry is absent. */
export function scoreShift(state: WeightShiftState): Partial<Record<WeightShiftMetric, number>> {
  const { memory, set } = state;
  const place = state.places.at(-1);
  const scores: Partial<Record<WeightShiftMetric, number>> = {};
  // By the mercy rule the target came to the child, and an adult's tap says only that it was done.
  if (state.assisted || set.byAdult || !place || place.trial !== state.trial) return scores;
  const path = memory.path.filter(({ tMs }) => tMs >= memory.cueMs);
  if (path.length === 0) return scores;
  const towards = toUnit(place);
  scores.excursionPct = 100 * Math.max(0, ...path.map((sample) => project(sample, towards)));
  if (set.params.holdMs > 0) scores.holdMs = memory.longestStayMs;
  const start = findStart(state);
  const onset = findOnset(path, start, toUnit({ x: place.x - start.x, y: place.y - start.y }));
  if (!onset) return scores;
  if (onset.tMs - memory.cueMs >= leastReactionMs) scores.reactionMs = onset.tMs - memory.cueMs;
  if (memory.enteredMs !== null && memory.enteredMs > onset.tMs) scores.movementMs = memory.enteredMs - onset.tMs;
  scores.directionalControlPct = 100 * onset.straightness;
  return scores;
}

/** Where the child leaned as the cue came, before it can have answered. */
function findStart({ memory }: WeightShiftState): LeanPoint {
  const calm = memory.path.filter(({ tMs }) => tMs >= memory.cueMs - keptMs && tMs < memory.cueMs + leastReactionMs);
  if (calm.length === 0) return { x: 0, y: 0 };
  const mean = (axis: 'x' | 'y') => calm.reduce((sum, sample) => sum + sample[axis], 0) / calm.length;
  return { x: mean('x'), y: mean('y') };
}

/** The start of the lean that got half-way to its farthest, and how straight it was; null when there was none to measure. */
function findOnset(path: readonly LeanSample[], start: LeanPoint, axis: LeanPoint): { readonly tMs: Millis; readonly straightness: number } | null {
  const along = path.map((sample) => project({ x: sample.x - start.x, y: sample.y - start.y }, axis));
  const farthest = Math.max(...along);
  if (farthest < leastLean) return null;
  const half = along.findIndex((share) => share >= farthest / 2);
  const last = along.slice(0, half).findLastIndex((share) => share < onsetShare);
  const end = along.findIndex((share) => share >= arrivedRatio * farthest);
  const [before, after] = [path[last], path[last + 1]];
  // Never below it, the child was on its way when the cue came.
  const tMs = before && after ? cross(before.tMs, along[last] ?? 0, after.tMs, along[last + 1] ?? 0, onsetShare) : (path[0]?.tMs ?? 0);
  const from = Math.max(0, last);
  const travel = measureTravel(path.slice(from, end + 1));
  return { tMs, straightness: travel > 0 ? Math.max(0, (along[end] ?? 0) - (along[from] ?? 0)) / travel : 1 };
}

/** When a value that rises steadily between two times crosses another. */
function cross(fromMs: Millis, from: number, toMs: Millis, to: number, value: number): Millis {
  return to > from ? fromMs + ((toMs - fromMs) * (value - from)) / (to - from) : toMs;
}

function measureTravel(path: readonly LeanSample[]): number {
  let travel = 0;
  let from = path[0];
  for (const [i, sample] of path.entries()) {
    if (!from) continue;
    const away = Math.hypot(sample.x - from.x, sample.y - from.y);
    if (away < pieceShare && i < path.length - 1) continue;
    travel += away;
    from = sample;
  }
  return travel;
}

function project(point: LeanPoint, axis: LeanPoint): number {
  return point.x * axis.x + point.y * axis.y;
}

function toUnit({ x, y }: LeanPoint): LeanPoint {
  const length = Math.hypot(x, y);
  return length > 0 ? { x: x / length, y: y / length } : { x: 0, y: 0 };
}
