import { drawNormal, type Rng } from '../../core/rng';
import { type Millis, type Side, toOtherSide } from '../../core/units';
import type { Frame, FrameOf } from '../../movement/types';
import type { Abilities, SetSpec, SyntheticChild } from '../types';
import type { StepParams } from './params';
import type { StepState } from './state';

const framePeriodMs = 1000 / 30;
/** From the camera's picture to known joints. */
const cameraDelayMs = 50;
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
  let swing: { readonly side: Side; readonly startMs: Millis; readonly height: number } | null = null;
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
    swing = { side: foot, startMs: nowMs, height: comfortableLift * Math.max(leastLift, share) };
    liftAtMs = nowMs + swingMs + againMs;
    tries += 1;
  }

  function toHeight(side: Side, nowMs: Millis): number {
    if (swing?.side !== side) return 0;
    return swing.height * Math.sin((Math.PI * Math.min(swingMs, nowMs - swing.startMs)) / swingMs) ** 2;
  }

  return (state, nowMs): readonly Frame[] => {
    if (state.phase === 'cue' && state.memory.cueMs !== cueMs) meetCue(state);
    if (swing && nowMs - swing.startMs >= swingMs) swing = null;
    if (!swing && state.phase === 'cue' && !rests && nowMs >= liftAtMs) startSwing(nowMs);
    if (nowMs < nextFrameMs) return [];
    nextFrameMs = Math.max(nextFrameMs + framePeriodMs, nowMs);
    const feet = { left: toHeight('left', nowMs), right: toHeight('right', nowMs) };
    return [toMarchFrame(feet, nowMs, nowMs + cameraDelayMs)];
  };
}

/** A standing child that faces the camera in a square picture; feet in trunk lengths above the ground. */
function toMarchFrame(feet: Readonly<Record<Side, number>>, capturedMs: Millis, deliveredMs: Millis): FrameOf<'pose'> {
  const trunk = 0.25;
  // The picture is not mirrored: the child's left is on its right.
  const of = (side: Side, out: number, y: number) => [0.5 + (side === 'left' ? out : -out), y, 0, 1] as const;
  return {
    kind: 'pose',
    capturedMs,
    deliveredMs,
    aspect: 1,
    joints: {
      left_shoulder: of('left', 0.09, 0.3),
      right_shoulder: of('right', 0.09, 0.3),
      left_hip: of('left', 0.06, 0.3 + trunk),
      right_hip: of('right', 0.06, 0.3 + trunk),
      left_knee: of('left', 0.06, 0.75 - feet.left * trunk),
      right_knee: of('right', 0.06, 0.75 - feet.right * trunk),
      left_ankle: of('left', 0.06, 0.92 - feet.left * trunk),
      right_ankle: of('right', 0.06, 0.92 - feet.right * trunk),
    },
  };
}
