import type { Millis } from '../core/units';
import { fillStill, leastTravelMm } from '../drills/reach/score';
import type { HandSample, ReachState } from '../drills/reach/state';
import type { AnyDrill } from '../drills/types';
import { at } from '../measures/at';
import { designLowPass, filterZeroPhase, zeroPhasePadding } from '../measures/low-pass';
import { measureReach, reachCutoffHz, reachRateHz } from '../measures/reach';
import { countUniformPoints, measureSpeed, resampleLinear } from '../measures/resample';

/** A target as it stood on the play field. */
export interface ShownTarget {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
}

/** What a replay saw of one trial; times on the set's clock. */
export interface WatchedTrial {
  readonly trial: number;
  readonly cueMs: Millis;
  readonly start: { readonly xMm: number; readonly yMm: number };
  /** Where the targets were at the cue, and at the end of the trial (moving targets and the mercy rule). */
  readonly targets: readonly ShownTarget[];
  readonly targetsAtEnd: readonly ShownTarget[];
  /** Every hand on the glass: those that reached a target first, then the one that moved farthest. */
  readonly hands: readonly (readonly HandSample[])[];
  readonly assisted: boolean;
}

/** A hand's way with its speed; `marks` are null where the way holds no reach that can be measured. */
export interface HandPath {
  readonly samples: readonly HandSample[];
  /** Filtered speed at 100 Hz; null for a tap or a way that is too short. */
  readonly speed: readonly { readonly ms: Millis; readonly mmps: number }[] | null;
  readonly marks: { readonly onsetMs: Millis; readonly endMs: Millis; readonly onset: PointMm; readonly end: PointMm } | null;
}

/** A point of the play field in millimetres. */
export interface PointMm {
  readonly x: number;
  readonly y: number;
}

/** The same drill, with every trial kept as it runs: replay a recording with it and read `trials`. A repeated trial replaces itself. */
export function watchReach(drill: AnyDrill): { readonly drill: AnyDrill; readonly trials: ReadonlyMap<number, WatchedTrial> } {
  const trials = new Map<number, WatchedTrial>();
  return {
    trials,
    drill: {
      ...drill,
      step(state, signals, nowMs) {
        drill.step(state, signals, nowMs);
        const seen = toWatched(state);
        if (seen) trials.set(seen.trial, seen);
      },
    },
  };
}

function toWatched(state: ReachState): WatchedTrial | null {
  const place = state.places.at(-1);
  if (!place || (state.phase !== 'cue' && state.phase !== 'after')) return null;
  const { memory } = state;
  const order = memory.hitBy.map((hit) => hit.hand);
  const rank = (hand: number) => (order.includes(hand) ? order.indexOf(hand) : order.length);
  return {
    trial: state.trial,
    cueMs: memory.cueMs,
    start: { xMm: place.startXMm, yMm: place.startYMm },
    targets: place.targets,
    targetsAtEnd: state.targets.filter((target) => target.role === 'target').map(({ xMm, yMm, widthMm }) => ({ xMm, yMm, widthMm })),
    // The drill only ever adds to these lists, so they may be kept as they are.
    hands: [...memory.paths].sort(([a, p], [b, q]) => rank(a) - rank(b) || toTravelMm(q) - toTravelMm(p)).map(([, samples]) => samples),
    assisted: state.assisted,
  };
}

function toTravelMm(samples: readonly HandSample[]): number {
  const first = samples[0];
  return first ? Math.max(...samples.map((sample) => Math.hypot(sample.x - first.x, sample.y - first.y))) : 0;
}

/** Measures a hand's way as the drill does: the same filter, the same onset and end. Times are kept on the set's clock. */
export function toHandPath(samples: readonly HandSample[]): HandPath {
  const filled = fillStill(samples);
  const first = filled[0];
  const last = filled.at(-1);
  if (!first || !last || countUniformPoints(last.tMs - first.tMs, reachRateHz) <= zeroPhasePadding) return { samples, speed: null, marks: null };
  const raw = resampleLinear(filled, reachRateHz);
  const filter = designLowPass(reachCutoffHz, reachRateHz);
  const path = { x: filterZeroPhase(filter, raw.x), y: filterZeroPhase(filter, raw.y) };
  const toMs = (i: number) => first.tMs + (i * 1000) / reachRateHz;
  const speed = Array.from(measureSpeed(path, reachRateHz), (mmps, i) => ({ ms: toMs(i), mmps }));
  const measured = toTravelMm(samples) >= leastTravelMm ? measureReach(filled) : null;
  if (!measured || 'notMeasurable' in measured) return { samples, speed, marks: null };
  const place = (seconds: number): PointMm => {
    const i = Math.round(seconds * reachRateHz);
    return { x: first.x + at(path.x, i), y: first.y + at(path.y, i) };
  };
  return {
    samples,
    speed,
    marks: {
      onsetMs: first.tMs + measured.onsetS * 1000,
      endMs: first.tMs + measured.endS * 1000,
      onset: place(measured.onsetS),
      end: place(measured.endS),
    },
  };
}
