import { at } from './at';
import { longestStepS } from './gait';
import { designLowPass, filterZeroPhase } from './low-pass';
import { median } from './median';
import { type WalkingSignal, walkingRateHz } from './walking-signal';

/** Cut-off in Hz of the low-pass that leaves one rise of the vertical acceleration a step: heel and toe of one step melt, 3 steps a second stay. */
export const stepCutoffHz = 3;
/** Rise in m/s2 that walking has: ten times the sway of standing, half of the slowest walk with a sensor at the waist. */
export const strongRiseMps2 = 0.8;
/** Rise in m/s2 that a shuffled step has: counted only between strong ones, since fidgeting has it too. */
export const weakRiseMps2 = 0.33;
/** Part of the usual rise around it that makes a strong step; a closing step, feet together, has less. */
export const strongRiseRatio = 0.35;
/** Part of the smaller strong neighbour that a weak step needs. */
export const weakRiseRatio = 0.2;
/** Longest time in s between strong steps that weak ones may fill: a turn on the spot. */
export const longestShuffleS = 4;
/** A rise lower than both beside it is no step of its own where those are less than this many usual steps apart: a heel or a scuff. */
export const leastTwoStepRatio = 1.3;
/** Shortest step in s: 240 a minute, above any child's walk. */
export const shortestStepS = 0.25;
/** Fewest steps that are walking: one or two are a shift of weight or getting up. */
export const leastBoutSteps = 4;
/** The first and last step of a bout at most this many times its middle step: a longer one is standing up, sitting down or a thump. */
export const longestEdgeRatio = 1.5;
/** Change of the way up in degrees within 2 s that is a hand on the device (or sitting down with it in a pocket), not a step. */
export const mostTiltDeg = 40;

// How far a rise is looked for, and how far "around it" reaches, in time and in steps; both sides.
const riseWindowS = 0.75;
const usualWindowS = 3;
const usualSteps = 6;
const tiltWindowS = 1;
const besideGapS = 0.1;

interface Rise {
  readonly tS: number;
  readonly rise: number;
  readonly strong: boolean;
}

/** A step that was felt: s on the recording's clock, and whether the body rises as in walking, not as in a shuffle. */
export interface Step {
  readonly tS: number;
  readonly isClear: boolean;
}

/** Bouts of walking as contact times in s on the recording's clock, see `findSteps`. */
export function findBouts(signal: WalkingSignal): number[][] {
  return findSteps(signal).map((bout) => bout.map(({ tS }) => tS));
}

/**
 * Bouts of walking as steps. One contact is the highest point of the low-passed vertical
 * acceleration, between samples, about 0.06 s after the heel touches at the lower back; the time between contacts is what counts.
 */
export function findSteps(signal: WalkingSignal): Step[][] {
  const smooth = filterZeroPhase(designLowPass(stepCutoffHz, walkingRateHz), signal.vertical);
  const found = listRises(smooth).filter(({ tS }) => !isHandled(signal, tS + signal.startS));
  const rises = markStrong(found).filter(({ tS, strong }) => strong || !isBesideGap(signal, tS));
  const steps = dropDoubled(keepSpaced(keepBetweenStrong(rises)));
  return splitBouts(steps).map((bout) => bout.map(({ tS, strong }) => ({ tS: tS + signal.startS, isClear: strong })));
}

function listRises(values: Float64Array): Rise[] {
  const rises: Rise[] = [];
  for (let i = 1; i + 1 < values.length; i += 1) {
    const value = at(values, i);
    if (!(value > at(values, i - 1) && value >= at(values, i + 1))) continue;
    const rise = value - Math.max(findLowest(values, i, -1), findLowest(values, i, 1));
    if (rise >= weakRiseMps2) rises.push({ tS: (i + findTop(values, i)) / walkingRateHz, rise, strong: false });
  }
  return rises;
}

/** Lowest value on one side, up to a higher one or the end of the window. */
function findLowest(values: Float64Array, from: number, step: 1 | -1): number {
  const top = at(values, from);
  let lowest = top;
  for (let n = 1; n <= riseWindowS * walkingRateHz; n += 1) {
    const value = values[from + step * n];
    if (value === undefined || value > top) break;
    lowest = Math.min(lowest, value);
  }
  return lowest;
}

/** Where a parabola through three samples has its top, -0.5..0.5 samples from the middle one. */
function findTop(values: Float64Array, i: number): number {
  const [before, top, after] = [at(values, i - 1), at(values, i), at(values, i + 1)];
  const bend = before - 2 * top + after;
  return bend < 0 ? (before - after) / (2 * bend) : 0;
}

/** Whether the way up changes around a time (s on the recording's clock) as a hand on the device changes it. */
export function isHandled({ up, startS }: WalkingSignal, tS: number): boolean {
  const last = up[0].length - 1;
  const place = (s: number) => Math.min(last, Math.max(0, Math.round((s - startS) * walkingRateHz)));
  const [from, to] = [place(tS - tiltWindowS), place(tS + tiltWindowS)];
  const cosine = up.reduce((sum, axis) => sum + at(axis, from) * at(axis, to), 0);
  return cosine < Math.cos((mostTiltDeg * Math.PI) / 180);
}

function isBesideGap({ gaps, startS }: WalkingSignal, tS: number): boolean {
  return gaps.some((gap) => startS + tS > gap.startS - besideGapS && startS + tS < gap.endS + besideGapS);
}

function markStrong(rises: readonly Rise[]): Rise[] {
  const high = rises.filter(({ rise }) => rise >= strongRiseMps2);
  let from = 0;
  let to = 0;
  return rises.map((one) => {
    while (from < high.length && (high[from]?.tS ?? 0) < one.tS - usualWindowS) from += 1;
    while (to < high.length && (high[to]?.tS ?? 0) <= one.tS + usualWindowS) to += 1;
    const usual = median(high.slice(from, to).map(({ rise }) => rise)) ?? 0;
    return { ...one, strong: one.rise >= strongRiseMps2 && one.rise >= strongRiseRatio * usual };
  });
}

function keepBetweenStrong(rises: readonly Rise[]): Rise[] {
  const kept: Rise[] = [];
  let weak: Rise[] = [];
  let last: Rise | null = null;
  for (const one of rises) {
    if (!one.strong) {
      weak.push(one);
      continue;
    }
    if (last !== null && one.tS - last.tS <= longestShuffleS) {
      const least = weakRiseRatio * Math.min(last.rise, one.rise);
      kept.push(...weak.filter(({ rise }) => rise >= least));
    }
    kept.push(one);
    weak = [];
    last = one;
  }
  return kept;
}

function keepSpaced(rises: readonly Rise[]): Rise[] {
  const kept: Rise[] = [];
  for (const one of rises) {
    const last = kept[kept.length - 1];
    if (last === undefined || one.tS - last.tS >= shortestStepS) kept.push(one);
    else if (one.rise > last.rise) kept[kept.length - 1] = one;
  }
  return kept;
}

function dropDoubled(steps: readonly Rise[]): Rise[] {
  const gaps = steps.slice(1).map(({ tS }, i) => tS - (steps[i]?.tS ?? tS));
  return steps.filter((one, i) => {
    const before = steps[i - 1];
    const after = steps[i + 1];
    if (before === undefined || after === undefined || one.rise >= Math.min(before.rise, after.rise)) return true;
    const usual = median(gaps.slice(Math.max(0, i - usualSteps), i + usualSteps).filter((gap) => gap <= longestStepS)) ?? 0;
    return after.tS - before.tS >= leastTwoStepRatio * usual;
  });
}

function splitBouts(steps: readonly Rise[]): Rise[][] {
  const bouts: Rise[][] = [];
  let bout: Rise[] = [];
  let lastS = Number.NEGATIVE_INFINITY;
  for (const step of steps) {
    if (step.tS - lastS > longestStepS) {
      bout = [];
      bouts.push(bout);
    }
    bout.push(step);
    lastS = step.tS;
  }
  return bouts.map(trimEdges).filter(({ length }) => length >= leastBoutSteps);
}

function trimEdges(bout: readonly Rise[]): Rise[] {
  let from = bout.findIndex(({ strong }) => strong);
  let to = bout.findLastIndex(({ strong }) => strong);
  if (from < 0) return [];
  while (to - from + 1 >= leastBoutSteps) {
    const times = bout.slice(from, to + 1).map(({ tS }) => tS);
    const gaps = times.slice(1).map((tS, i) => tS - at(times, i));
    const most = longestEdgeRatio * (median(gaps) ?? 0);
    if (at(gaps, 0) > most) from += 1;
    else if (at(gaps, gaps.length - 1) > most) to -= 1;
    else break;
  }
  return bout.slice(from, to + 1);
}
