import { createRng } from '../core/rng';
import type { Millis } from '../core/units';
import type { AnyDrill, DrillState, SetSpec } from '../drills/types';
import type { Calibration, Frame } from '../movement/types';
import { createRunner, tickMs } from './runner';
import { calmAbilities } from './simulate';

/** Trials that the companion shows before the first set. */
export const demoTrials = 2;

/** The companion's own play of a few trials, through the same pipeline as the child's. */
export interface Demo<S> {
  readonly state: Readonly<S>;
  /** Plays up to this time after its start. */
  advanceTo(nowMs: Millis): void;
}

/** A demonstration of `set`; the companion has no need of the child's own touch settings or range. */
export function createDemo<S extends DrillState>(drill: AnyDrill, set: SetSpec, seed: string, calibration: Calibration): Demo<S> {
  // The companion plays inside the tablet, so no loudspeaker or glass delays it.
  const { beatOffsetMs: _, ...own } = set;
  const runner = createRunner<S>({ drill, set: own, seed: `${seed}/demo`, calibration: toDemoCalibration(calibration, drill) });
  const play = drill.createSyntheticChild(own, calmAbilities, createRng(seed).fork('demo'));
  let tick = 0;
  return {
    state: runner.state,
    advanceTo(nowMs) {
      while (tick * tickMs < nowMs && !runner.state.done) {
        for (const frame of play(runner.state, tick * tickMs)) runner.push(frame);
        tick += 1;
        runner.advanceTo(tick * tickMs);
      }
    },
  };
}

/** A touch, a switch or an adult's tap says that the child has seen enough; a body that moves before a camera does not. */
export function endsDemo(frame: Frame): boolean {
  if (frame.kind === 'touch') return frame.contacts.length > 0;
  if (frame.kind === 'gamepad') return frame.buttons.includes(true);
  return frame.kind === 'adult' && frame.rep;
}

function toDemoCalibration({ fieldMm, touch, limb }: Calibration, { childSource }: AnyDrill): Calibration {
  const plain = { accept: 'contact', holdMs: 0, mergeMs: 0, edgeRestMm: 0, palmMm: touch.palmMm } as const;
  return { source: childSource, fieldMm, touch: plain, ...(limb ? { limb } : {}) };
}
