import { describe, expect, it } from 'vitest';
import { holdDrill } from '../../src/drills/hold/drill';
import { reachDrill } from '../../src/drills/reach/drill';
import { stepDrill } from '../../src/drills/step/drill';
import type { AnyDrill, SetSpec } from '../../src/drills/types';
import { weightShiftDrill } from '../../src/drills/weight-shift/drill';
import type { Calibration, Frame } from '../../src/movement/types';
import type { WatchedTrial } from '../../src/report/hand-path';
import { watchReach } from '../../src/report/hand-path';
import { toTrialReplay } from '../../src/report/trial-replay';
import { toAccelerationPlot, toDistancePlot, toSignalPlot, watchSet } from '../../src/report/trial-replay-signals';
import { replayRecording } from '../../src/session/replay';
import { calmAbilities, simulateSet } from '../../src/session/simulate';
import type { Recording } from '../../src/session/types';
import { createHoldSet } from '../drills/hold-set';
import { createSet, plainTouch } from '../drills/reach-set';
import { createStepSet } from '../drills/step-set';
import { createLeanSet } from '../drills/weight-shift-set';

const camera: Calibration = { ...plainTouch, source: 'pose' };

function watch(drill: AnyDrill, set: SetSpec, calibration: Calibration, change: (frames: readonly Frame[]) => readonly Frame[] = (frames) => frames) {
  const setup = { drill, set, seed: 'signals', calibration };
  const { frames, state } = simulateSet(setup, calmAbilities);
  const recording: Recording = {
    format: 1,
    game: 'g',
    drill: drill.id,
    drillVersion: drill.version,
    set,
    seed: setup.seed,
    calibration,
    frames: change(frames),
    cuts: [],
  };
  const watched = watchSet(drill);
  const replayed = replayRecording(recording, watched.drill);
  const replay = (trial: number) => {
    const made = toTrialReplay(recording, state.results, trial);
    if (!made) throw new Error('no replay');
    return made;
  };
  return { watched, state, replayed, recording, replay };
}

const values = (points: readonly { readonly value: number | null }[]) => points.flatMap(({ value }) => value ?? []);

describe('the signal of a trial, by replay', () => {
  it('changes no result by being watched', () => {
    for (const [drill, set, calibration] of [
      [reachDrill, createSet(), plainTouch],
      [weightShiftDrill, createLeanSet(), camera],
      [stepDrill, createStepSet('left'), camera],
    ] as const) {
      const { state, replayed } = watch(drill, set, calibration);
      expect(state.results.length).toBeGreaterThan(0);
      expect(replayed.results).toEqual(state.results);
    }
  });

  it("of a lean is a share of today's limit that comes to the target", () => {
    const { watched, replay } = watch(weightShiftDrill, createLeanSet(), camera);
    const plot = toSignalPlot(watched, replay(1));
    expect(plot?.kind).toBe('lean');
    expect(plot?.traces.map(({ name }) => name)).toEqual(['leanRight', 'leanForward']);
    const target = watched.scenes.filter((scene) => scene.kind === 'lean' && scene.targets.length > 0 && scene.ms <= replay(1).cueMs).at(-1);
    const x = target?.kind === 'lean' ? (target.targets[0]?.x ?? 0) : 0;
    expect(Math.abs(x)).toBeCloseTo(0.8, 2);
    const leans = values(plot?.traces[0]?.points ?? []);
    const farthest = x > 0 ? Math.max(...leans) : Math.min(...leans);
    expect(Math.abs(farthest - x * 100)).toBeLessThan(25);
  });

  it('of a hold is the sway in millimetres where the camera tells them', () => {
    const { watched, replay } = watch(holdDrill, createHoldSet(), camera);
    const plot = toSignalPlot(watched, replay(0));
    expect(plot?.kind).toBe('sway');
    expect(values(plot?.traces[0]?.points ?? []).length).toBeGreaterThan(20);
  });

  it('of a knee lift is the height of the foot that was asked for, and a mark where it came down', () => {
    const { watched, replay } = watch(stepDrill, createStepSet('left'), camera);
    const plot = toSignalPlot(watched, replay(1));
    expect(plot?.traces.map(({ name }) => name)).toEqual(['left']);
    expect(Math.max(...values(plot?.traces[0]?.points ?? []))).toBeGreaterThan(60);
    expect(plot?.marks.map(({ side }) => side)).toContain('left');
  });

  it('has a gap, not a value, while the child is not seen', () => {
    const hidden = (frames: readonly Frame[]) =>
      frames.map((frame) => (frame.kind === 'pose' && frame.capturedMs > 2000 && frame.capturedMs < 2600 ? { ...frame, joints: {} } : frame));
    const { watched, replay } = watch(weightShiftDrill, createLeanSet(), camera, hidden);
    const shown = [0, 1].flatMap((trial) => toSignalPlot(watched, replay(trial))?.traces[0]?.points ?? []);
    const within = shown.filter(({ ms }) => ms > 2050 && ms < 2550);
    expect(within.length).toBeGreaterThan(3);
    expect(within.every(({ value }) => value === null)).toBe(true);
  });

  it('of hands is drawn on the field instead', () => {
    const { watched, replay } = watch(reachDrill, createSet(), plainTouch);
    expect(toSignalPlot(watched, replay(0))).toBeNull();
    expect(watched.heard.length).toBeGreaterThan(20);
  });

  it("of hands can be told as the way that is left to the target's middle, from the cue to the hit", () => {
    const { watched, replay, state } = watch(reachDrill, createSet(), plainTouch);
    const left = values(toDistancePlot(watched, replay(1))?.traces[0]?.points ?? []);
    expect(left[0]).toBeCloseTo(state.results[1]?.metrics.distanceMm ?? 0, 0);
    expect(left.at(-1)).toBeLessThan(20);
    expect(toDistancePlot({ ...watched, heard: [] }, replay(1))).toBeNull();
  });

  it('of a set that an adult played by thumb is none, and nothing is made up', () => {
    const byAdult: Recording['frames'] = [{ kind: 'adult', capturedMs: 1500, deliveredMs: 1500, rep: true, help: 0 }];
    const calibration: Calibration = { ...plainTouch, source: 'adult' };
    const { watched, replayed } = watch(weightShiftDrill, createLeanSet({ trials: 1 }, { byAdult: true }), calibration, () => byAdult);
    expect(replayed.results).toHaveLength(1);
    const replay = toTrialReplay(
      {
        format: 1,
        game: 'g',
        drill: 'weight-shift',
        drillVersion: 1,
        set: createLeanSet({ trials: 1 }, { byAdult: true }),
        seed: 'signals',
        calibration,
        frames: byAdult,
        cuts: [],
      },
      replayed.results,
      0,
    );
    expect(replay?.taps).toEqual([{ ms: 1500, help: 0 }]);
    expect(replay && toSignalPlot(watched, replay)).toBeNull();
  });
});

describe('the targets of a trial, by replay', () => {
  it('stand where the stored trial had them, from the cue on', () => {
    const reach = watchReach(reachDrill);
    const { watched, replay } = watch(reach.drill, createSet(), plainTouch);
    const seen = reach.trials.get(2) as WatchedTrial;
    const cued = watched.scenes.find(({ ms }) => ms === replay(2).cueMs);
    expect(cued?.kind === 'field' && cued.targets.map(({ xMm, yMm, widthMm }) => ({ xMm, yMm, widthMm }))).toEqual(seen.targets);
  });

  it('move when the level lets them move, and tell when they were reached', () => {
    const { watched, replay } = watch(reachDrill, createSet({ mode: 'catch', speedMmps: 40 }), plainTouch);
    const { cueMs, endMs } = replay(0);
    const own = watched.scenes.filter(({ ms }) => ms >= cueMs && ms <= endMs + 10).flatMap((scene) => (scene.kind === 'field' ? scene.targets : []));
    expect(new Set(own.map(({ xMm }) => xMm)).size).toBeGreaterThan(5);
    expect(own.at(-1)?.hit).toBe(true);
  });
});

describe('the acceleration of a trial', () => {
  it('is a plot with a motion sensor, none without', () => {
    const { replay } = watch(reachDrill, createSet(), plainTouch, (frames) =>
      [...frames, { kind: 'motion', capturedMs: 900, deliveredMs: 900, accelMps2: [0, 0, 9.81], rotationDps: null, tiltDeg: null } as const].toSorted(
        (a, b) => a.deliveredMs - b.deliveredMs,
      ),
    );
    expect(toAccelerationPlot(replay(0))?.traces[0]?.points).toEqual([{ ms: 900, value: 9.81 }]);
    expect(toAccelerationPlot(replay(1))).toBeNull();
  });
});
