import type { JointName } from '../../core/joints';
import { drawNormal, type Rng } from '../../core/rng';
import { type Millis, type Side, toOtherSide } from '../../core/units';
import type { Frame } from '../../movement/types';
import { bodyDelayMs, bodyRateHz, standingPose, toBodyFrame } from '../synthetic-body';
import type { Abilities, SetSpec, SyntheticChild } from '../types';
import type { StepParams } from './params';
import type { StepState } from './state';

const framePeriodMs = 1000 / bodyRateHz;
/** Between these a higher knee is a higher foot, also in the picture. */
const leastKneeLiftM = 0.03;
const mostKneeLiftM = 0.25;
/** This child's comfortable lift of an ankle in trunk lengths: the default where none was measured (movement/interpret/default-ranges.ts). */
const comfortableLift = 0.15;
/** A foot goes up and down again in this time. */
const swingMs = 700;
/** It aims a little above what is asked. */
const overLift = 1.2;
/** A child that aims 1 mm off lifts this share of its comfortable lift too high or too low. */
const offPerMm = 0.01;
/** A child that sees no answer lifts again after this long, and higher each time. */
const againMs = 600;
const higherEachTime = 0.1;
/** No lift is lower than this share: lower ones are shifts of weight. */
const leastLift = 0.5;

/** A synthetic child before a camera, marching: lifts the asked foot after its reaction time, to about the asked share. */
export function createStepChild({ params }: SetSpec<StepParams>, abilities: Abilities, rng: Rng): SyntheticChild<StepState> {
  let cueMs: Millis = -1;
  let rests = false;
  let tries = 0;
  let liftAtMs: Millis = 0;
  let foot: Side = 'left';
  let swing: { readonly side: Side; readonly startMs: Millis; readonly kneeLiftM: number } | null = null;
  let nextFrameMs = 0;

  function meetCue(state: Readonly<StepState>): void {
    cueMs = state.memory.cueMs;
    rests = rng.next() < abilities.restsRatio;
    tries = 0;
    liftAtMs = cueMs + abilities.reactionMs * Math.max(0.4, 1 + 0.15 * drawNormal(rng));
    foot = state.side ?? toOtherSide(foot);
  }

  function startSwing(nowMs: Millis): void {
    const share = (params.liftPct / 100) * (overLift + higherEachTime * tries) + offPerMm * abilities.aimSdMm * drawNormal(rng);
    swing = { side: foot, startMs: nowMs, kneeLiftM: toKneeLiftM(comfortableLift * Math.max(leastLift, share)) };
    liftAtMs = nowMs + swingMs + againMs;
    tries += 1;
  }

  function toKnee(side: Side, nowMs: Millis): number {
    if (swing?.side !== side) return 0;
    return swing.kneeLiftM * Math.sin((Math.PI * Math.min(swingMs, nowMs - swing.startMs)) / swingMs) ** 2;
  }

  return (state, nowMs): readonly Frame[] => {
    if (state.phase === 'cue' && state.memory.cueMs !== cueMs) meetCue(state);
    if (swing && nowMs - swing.startMs >= swingMs) swing = null;
    if (!swing && state.phase === 'cue' && !rests && nowMs >= liftAtMs) startSwing(nowMs);
    if (nowMs < nextFrameMs) return [];
    nextFrameMs = Math.max(nextFrameMs + framePeriodMs, nowMs);
    const kneeLiftM = { left: toKnee('left', nowMs), right: toKnee('right', nowMs) };
    const shakes = abilities.tremorMm > 0 ? { shakeMm: () => abilities.tremorMm * drawNormal(rng) } : {};
    return [toBodyFrame({ ...standingPose, kneeLiftM, ...shakes }, nowMs, nowMs + bodyDelayMs)];
  };
}

/** How far the knee goes up for the ankle to rise by so many trunk lengths in the picture: the foot comes nearer too, so it looks lower. */
function toKneeLiftM(trunks: number): number {
  let [low, high] = [leastKneeLiftM, mostKneeLiftM];
  while (high - low > 0.001) {
    const middle = (low + high) / 2;
    if (measureLift(middle) < trunks) low = middle;
    else high = middle;
  }
  return high;
}

/** What the camera sees of a knee lift: how far the ankle rises, in trunk lengths. */
function measureLift(kneeLiftM: number): number {
  const { joints } = toBodyFrame({ ...standingPose, kneeLiftM: { left: kneeLiftM, right: 0 } }, 0, 0);
  const at = (name: JointName) => joints[name]?.[1] ?? 0;
  return (at('right_ankle') - at('left_ankle')) / (at('right_hip') - at('right_shoulder'));
}
