import type { Millis } from '../../core/units';
import type { FrameOf, Vec3 } from '../types';
import { dot } from '../vector';
import { findMiddle } from './body';
import { createWayUp } from './way-up';

// The thresholds of measures/steps.ts, without its look ahead: what a step is, is decided once the rise has begun to fall.

/** Rise in m/s2 that walking has: ten times the sway of standing. */
const strongRiseMps2 = 0.8;
/** Rise in m/s2 of a shuffled step, counted only soon after a strong one. */
const weakRiseMps2 = 0.5;
/** Part of the usual rise that makes a step. */
const leastRiseRatio = 0.35;
/** Part of the needed rise by which the signal must fall again before a step is told. */
const fallRatio = 0.5;
/** A turn from falling to rising, above the sensor's own noise. */
const leastTurnMps2 = 0.1;
const riseWindowMs: Millis = 750;
const usualWindowMs: Millis = 3000;
/** Steps farther apart than this are no walk: the next one must be strong. */
const longestStepMs: Millis = 1500;
/** Shortest step: 240 a minute. */
const shortestStepMs: Millis = 250;
/** Change of the way up in degrees within a second that is a hand on the device, not a step. */
const mostTiltDeg = 40;
const tiltWindowMs: Millis = 1000;

/** Two first-order low-passes of this time constant together cut at 3 Hz: heel and toe of one step melt, 3 steps a second stay. */
const smoothS = 0.034;
/** What those two low-passes delay a walk's rises by. */
const smoothDelayMs: Millis = 60;
/** The body is felt highest this long after the heel touches, at the lower back (middle of three recordings with motion capture). */
const feltAfterMs: Millis = 30;
/** How slowly the resting acceleration follows, seconds. */
const restSettleS = 1.5;
/** Way up without gyroscope: slower than a step. */
const upSettleS = 0.5;
const restartAfterMs: Millis = 300;

/** Finds steps as they happen; each call gives the time at which a heel touched, or null. Any mounting; frames in rising time. */
export function createStepFinder(): (frame: FrameOf<'motion'>) => Millis | null {
  const findUp = createWayUp(upSettleS);
  let lastMs: Millis | null = null;
  let rest = 0;
  let [first, second] = [0, 0];
  let past: { readonly tMs: Millis; readonly value: number; readonly up: Vec3 }[] = [];
  let rising = false;
  let bottom = 0;
  let turn: { readonly tMs: Millis; readonly value: number } = { tMs: 0, value: 0 };
  let rises: { readonly tMs: Millis; readonly rise: number }[] = [];

  function smooth(frame: FrameOf<'motion'>, up: Vec3): number {
    const along = dot(frame.accelMps2, up);
    const seconds = lastMs === null ? 0 : (frame.capturedMs - lastMs) / 1000;
    if (lastMs === null || seconds * 1000 > restartAfterMs) {
      [rest, first, second, past, rising] = [along, 0, 0, [], false];
      turn = { tMs: frame.capturedMs, value: 0 };
      return 0;
    }
    rest += (1 - Math.exp(-seconds / restSettleS)) * (along - rest);
    const weight = 1 - Math.exp(-seconds / smoothS);
    first += weight * (along - rest - first);
    second += weight * (first - second);
    return second;
  }

  function toLeastRise(atMs: Millis): number {
    rises = rises.filter(({ tMs }) => atMs - tMs <= usualWindowMs);
    const walks = atMs - (rises.at(-1)?.tMs ?? Number.NEGATIVE_INFINITY) <= longestStepMs;
    return Math.max(walks ? weakRiseMps2 : strongRiseMps2, leastRiseRatio * (findMiddle(rises.map(({ rise }) => rise)) ?? 0));
  }

  function isHandled(up: Vec3): boolean {
    const before = past[0];
    return before !== undefined && dot(up, before.up) < Math.cos((mostTiltDeg * Math.PI) / 180);
  }

  return (frame) => {
    const up = findUp(frame);
    const value = smooth(frame, up);
    const tMs = frame.capturedMs;
    lastMs = tMs;
    past = [...past.filter((one) => tMs - one.tMs <= tiltWindowMs), { tMs, value, up }];
    if (!rising) {
      if (value < turn.value) turn = { tMs, value };
      else if (value - turn.value >= leastTurnMps2) [rising, bottom, turn] = [true, turn.value, { tMs, value }];
      return null;
    }
    if (value > turn.value) turn = { tMs, value };
    const { tMs: topMs, value: highest } = turn;
    const least = toLeastRise(topMs);
    if (highest - value < fallRatio * least) return null;
    [rising, turn] = [false, { tMs, value }];
    const near = past.filter((one) => one.tMs <= topMs && topMs - one.tMs <= riseWindowMs).map((one) => one.value);
    const rise = highest - Math.max(bottom, Math.min(...near));
    if (rise < least || topMs - (rises.at(-1)?.tMs ?? Number.NEGATIVE_INFINITY) < shortestStepMs || isHandled(up)) return null;
    rises.push({ tMs: topMs, rise });
    return topMs - smoothDelayMs - feltAfterMs;
  };
}
