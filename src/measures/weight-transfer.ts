import { at } from './at';
import { longestStepS } from './gait';
import type { Mounting } from './gait-sides';
import { designLowPass, filterZeroPhase } from './low-pass';
import { median } from './median';
import { isHandled, leastBoutSteps, longestShuffleS, type Step } from './steps';
import { rejectAxes, type WalkingSignal, walkingRateHz } from './walking-signal';

/** Cut-off in Hz of the sideways push: it changes sides once a step, so its rhythm is the stride's, below 1.5 Hz in the quickest walk. */
export const transferCutoffHz = 2;
/** Least swing in m/s2 from side to side: what gravity alone makes of a sway of three degrees. */
export const leastSwingMps2 = 0.5;
/** Part of the walk's usual swing that a step needs whose rise is not clear: the body goes over the other foot, not half of the way. */
export const leastSwingRatio = 0.5;
/** The same before the first and after the last clear step, where the body also sways without walking. */
export const leastEdgeSwingRatio = 0.6;
/** How much of a swing has passed when the new foot begins to push: clear of the sensor's noise, before the slow part of a slow step. */
export const pushBeginShare = 0.2;
/** A rise and a swing this close together, as a share of the usual step, are one step; farther off than half of one they are two. */
export const sameStepShare = 0.3;
export const otherStepShare = 0.5;
/** Most steps without a clear rise that a walk starts or ends with: an adult or child is at the usual pace by the third step. */
export const mostEdgeSteps = 3;

interface Transfer {
  readonly tS: number;
  readonly swing: number;
}

interface Found extends Step {
  readonly isFelt: boolean;
}

/**
 * Bouts of walking from the steps that were felt as rises and from the weight going from foot to foot, which shows a
 * slow, shuffled step as clearly as a quick one. Clear rises keep their time; weak ones need a swing; swings without a rise become steps
 * between and beside clear ones, never elsewhere, so standing and swaying alone has none. Needs to know where the child's right is.
 */
export function addShuffledSteps(signal: WalkingSignal, bouts: readonly (readonly Step[])[], mounting: Mounting): Step[][] {
  const steps = bouts.flat();
  const clear = steps.filter(({ isClear }) => isClear).map(({ tS }) => tS);
  const stepS = median(clear.slice(1).flatMap((tS, i) => (tS - at(clear, i) <= longestStepS ? [tS - at(clear, i)] : [])));
  if (stepS === null) return bouts.map((bout) => [...bout]);
  const same = sameStepShare * stepS;
  const { transfers, usual } = findTransfers(signal, mounting, clear, same);
  const times = transfers.map(({ tS }) => tS);
  const felt = steps.filter(({ isClear, tS }) => isClear || measureGapS(times, tS) <= same);
  const feltS = felt.map(({ tS }) => tS);
  const added = transfers.filter(({ tS, swing }) => {
    if (measureGapS(feltS, tS) <= otherStepShare * stepS || measureGapS(clear, tS) > longestShuffleS || isHandled(signal, tS)) return false;
    const next = feltS.find((one) => one > tS) ?? Number.POSITIVE_INFINITY;
    const last = feltS.findLast((one) => one < tS) ?? Number.NEGATIVE_INFINITY;
    return next - last <= longestShuffleS || swing >= leastEdgeSwingRatio * usual;
  });
  const all: Found[] = [...felt.map((one) => ({ ...one, isFelt: true })), ...added.map(({ tS }) => ({ tS, isClear: false, isFelt: false }))];
  return splitRuns(all.sort((a, b) => a.tS - b.tS))
    .map(trimRun)
    .filter(({ length }) => length >= leastBoutSteps);
}

/** The swings that are large enough for this walk, on the clock of the clear steps' rises, and its usual swing in m/s2. */
function findTransfers(signal: WalkingSignal, { right }: Mounting, clear: readonly number[], same: number) {
  const [x, y, z] = rejectAxes(signal.accel, signal.up);
  const across = x.map((value, i) => value * right[0] + at(y, i) * right[1] + at(z, i) * right[2]);
  const toRight = filterZeroPhase(designLowPass(transferCutoffHz, walkingRateHz), across);
  const listFrom = (leastMps2: number) => listSwings(toRight, leastMps2).map(({ tS, swing }): Transfer => ({ tS: tS + signal.startS, swing }));
  const usual = median(listFrom(leastSwingMps2).flatMap(({ tS, swing }) => (measureGapS(clear, tS) <= same ? [swing] : []))) ?? 0;
  const large = listFrom(Math.max(leastSwingMps2, leastSwingRatio * usual));
  const lag = median(large.flatMap(({ tS }) => clear.filter((one) => Math.abs(one - tS) <= same).map((one) => one - tS))) ?? 0;
  return { transfers: large.map(({ tS, swing }) => ({ tS: tS + lag, swing })), usual };
}

/** Swings between a highest and a lowest value that are at least so far apart, with smaller wobbles left out; s from the first value. */
function listSwings(values: Float64Array, least: number): Transfer[] {
  const ends: number[] = [];
  let [high, low, way] = [0, 0, 0];
  for (const [i, value] of values.entries()) {
    if (value > at(values, high)) high = i;
    if (value < at(values, low)) low = i;
    if (way >= 0 && at(values, high) - value >= least) {
      ends.push(high);
      [way, low, high] = [-1, i, i];
    } else if (way <= 0 && value - at(values, low) >= least) {
      ends.push(low);
      [way, low, high] = [1, i, i];
    }
  }
  return ends.slice(1).map((to, k) => {
    const from = at(ends, k);
    const swing = at(values, to) - at(values, from);
    const begun = at(values, from) + pushBeginShare * swing;
    let i = from;
    while (i + 1 < to && (at(values, i + 1) - begun) * swing < 0) i += 1;
    const share = (begun - at(values, i)) / (at(values, i + 1) - at(values, i));
    return { tS: (i + share) / walkingRateHz, swing: Math.abs(swing) };
  });
}

function measureGapS(times: readonly number[], tS: number): number {
  return times.reduce((least, one) => Math.min(least, Math.abs(one - tS)), Number.POSITIVE_INFINITY);
}

function splitRuns(found: readonly Found[]): Found[][] {
  const runs: Found[][] = [];
  let run: Found[] = [];
  let lastS = Number.NEGATIVE_INFINITY;
  for (const one of found) {
    if (one.tS - lastS > longestStepS) {
      run = [];
      runs.push(run);
    }
    run.push(one);
    lastS = one.tS;
  }
  return runs;
}

/** Without the swing that opens or closes a walk: the weight goes over the standing foot before the first step, to the middle after the last. */
function trimRun(run: readonly Found[]): Step[] {
  const first = run.findIndex(({ isFelt }) => isFelt);
  const last = run.findLastIndex(({ isFelt }) => isFelt);
  if (first < 0) return [];
  const from = Math.max(Math.min(first, 1), first - mostEdgeSteps);
  const to = Math.min(Math.max(last, run.length - 2), last + mostEdgeSteps);
  return run.slice(from, to + 1).map(({ tS, isClear }) => ({ tS, isClear }));
}
