import type { Millis, Ratio } from '../core/units';
import { createGauge } from './calibrate-gauges';
import type { GaugeOrder } from './gauge';
import { findMiddle } from './interpret/body';
import type { Frame, MovementRanges } from './types';

/** Longest range check of one limb on one source. */
export const longestCheckMs: Millis = 30_000;
/** How long a child has to be still for its neutral … */
const stillMs: Millis = 1000;
/** … and how long that is waited for: then the last second is neutral, however restless. */
const longestStillMs: Millis = 6000;
/** The check is over once nothing has grown for this long, and every direction was tried. */
const settledMs: Millis = 6000;
/** Share of held extremes below the comfortable range: the farthest single one is effort, not comfort. */
const comfortShare: Ratio = 0.9;
/** Held readings above this part of the farthest are extremes, the others are on the way. */
const extremeRatio: Ratio = 0.6;
/** A direction that reached this share of its safety limit was tried. */
const triedShare: Ratio = 0.1;
/** Unseen for longer than this, a hold begins anew. */
const longestGapMs: Millis = 250;

/** What a range check is made for, and when it began. */
export interface RangeCheckOrder extends GaugeOrder {
  readonly startMs: Millis;
}

/** How a range check stands, for a playful picture. */
export interface RangeCheckState {
  /** Be still · move as far as is comfortable · over. */
  readonly phase: 'still' | 'go' | 'done';
  /** Share of the longest time that is over. */
  readonly share: Ratio;
  /** Whether the child is seen now. */
  readonly seen: boolean;
  /** The farthest that was held in each direction, as a share of its safety limit. Directions are `left`, `up`, `right top` (of the right hand) and the like. */
  readonly reached: Readonly<Record<string, Ratio>>;
}

/** A range check of at most 30 s for one movement, limb and source. */
export interface RangeCheck {
  step(frames: readonly Frame[], nowMs: Millis): RangeCheckState;
  /** The part of today's ranges that was found; null while nothing was: the last range or a safe default plays on. */
  result(): MovementRanges | null;
}

interface Reading {
  readonly tMs: Millis;
  readonly numbers: readonly number[];
}

/** Measures neutral and comfortable range: a still moment, then movement. It never blocks; `done` comes at 30 s at the latest, at once where nothing has to be measured. */
export function createRangeCheck(order: RangeCheckOrder): RangeCheck {
  const gauge = createGauge(order);
  let neutral: readonly number[] | null = null;
  let recent: Reading[] = [];
  const held: Readonly<Record<string, number>>[] = [];
  let reached: Record<string, Ratio> = {};
  let grownMs: Millis = order.startMs;
  let lastMs = Number.NEGATIVE_INFINITY;
  let seen = false;
  let done = gauge === null;

  function keep(reading: Reading, spanMs: Millis): void {
    if (reading.tMs - (recent.at(-1)?.tMs ?? reading.tMs) > longestGapMs) recent = [];
    const older = recent.findLastIndex(({ tMs }) => reading.tMs - tMs >= spanMs);
    recent = [...recent.slice(Math.max(0, older)), reading];
  }

  const isWhole = (spanMs: Millis) => (recent.at(-1)?.tMs ?? 0) - (recent[0]?.tMs ?? 0) >= spanMs;

  function findNeutral(reading: Reading, still: number): void {
    keep(reading, stillMs);
    if (!isWhole(stillMs)) return;
    const columns = reading.numbers.map((_, i) => recent.map(({ numbers }) => numbers[i] ?? Number.NaN).filter((value) => !Number.isNaN(value)));
    const isStill = columns.every((column) => column.length === 0 || Math.max(...column) - Math.min(...column) <= still);
    if (!isStill && reading.tMs - order.startMs < longestStillMs) return;
    if (isStill) gauge?.keepStill?.(recent[0]?.tMs ?? reading.tMs);
    neutral = columns.map((column) => findMiddle(column) ?? Number.NaN);
    recent = [];
    grownMs = reading.tMs;
  }

  function follow(reading: Reading, from: readonly number[]): void {
    if (!gauge) return;
    // A hand that was hidden while still is measured from where it is first seen.
    neutral = from.map((value, i) => (Number.isNaN(value) ? (reading.numbers[i] ?? value) : value));
    keep(reading, gauge.heldMs);
    if (!isWhole(gauge.heldMs)) return;
    const shares = recent.map(({ numbers }) => gauge.toShares(numbers, neutral ?? from));
    const least: Record<string, number> = {};
    for (const to of Object.keys(shares[0] ?? {})) {
      const value = Math.min(...shares.map((one) => one[to] ?? Number.NaN));
      least[to] = Number.isNaN(value) ? 0 : Math.min(1, Math.max(0, value));
      if ((least[to] ?? 0) > (reached[to] ?? 0) + 0.01) grownMs = reading.tMs;
      reached = { ...reached, [to]: Math.max(reached[to] ?? 0, least[to] ?? 0) };
    }
    held.push(least);
  }

  function hear(frame: Frame): void {
    const numbers = gauge?.read(frame);
    if (numbers === undefined || frame.capturedMs <= lastMs) return;
    lastMs = frame.capturedMs;
    seen = numbers !== null;
    if (!numbers || !gauge) return;
    const reading = { tMs: frame.capturedMs, numbers };
    if (neutral) follow(reading, neutral);
    else findNeutral(reading, gauge.still);
  }

  function toComfort(): Readonly<Record<string, Ratio>> {
    const entries = Object.entries(reached).map(([to, farthest]) => {
      const extremes = held
        .map((one) => one[to] ?? 0)
        .filter((share) => share > 0 && share >= extremeRatio * farthest)
        .sort((a, b) => a - b);
      return [to, extremes[Math.floor(comfortShare * (extremes.length - 1))] ?? 0];
    });
    return Object.fromEntries(entries);
  }

  return {
    step(frames, nowMs) {
      const elapsedMs = nowMs - order.startMs;
      if (!done) for (const frame of frames) hear(frame);
      const tried = Object.values(reached);
      const settled = neutral !== null && tried.length > 0 && tried.every((share) => share >= triedShare) && nowMs - grownMs >= settledMs;
      done = done || elapsedMs >= longestCheckMs || settled;
      const phase = done ? 'done' : neutral ? 'go' : 'still';
      return { phase, share: done ? 1 : Math.min(1, Math.max(0, elapsedMs / longestCheckMs)), seen, reached };
    },
    result: () => (gauge && neutral ? gauge.build(neutral, toComfort()) : null),
  };
}
