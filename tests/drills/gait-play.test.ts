import { describe, expect, test } from 'vitest';
import { type Side, toOtherSide } from '../../src/core/units';
import { gaitDrill } from '../../src/drills/gait/drill';
import type { GaitState } from '../../src/drills/gait/state';
import { bodyDelayMs, standingPose, toBodyFrame } from '../../src/drills/synthetic-body';
import type { Abilities, SetSpec } from '../../src/drills/types';
import type { Calibration, Frame } from '../../src/movement/types';
import { createRunner } from '../../src/session/runner';
import { calmAbilities, simulateSet } from '../../src/session/simulate';
import { createGaitSet, walkByFoot } from './gait-set';
import { plainTouch } from './reach-set';
import { replayAt } from './step-replay';

const waist: Calibration = { ...plainTouch, source: 'motion' };
const toSetup = (set: SetSpec, calibration = waist) => ({ drill: gaitDrill, set, seed: 'parade', calibration });
const play = (set: SetSpec, abilities: Partial<Abilities> = {}) => simulateSet<GaitState>(toSetup(set), { ...calmAbilities, ...abilities });

const mirror = (frames: readonly Frame[]): Frame[] =>
  frames.map((frame) => {
    if (frame.kind !== 'motion') return frame;
    const [x, y, z] = frame.accelMps2;
    const [pitch, yaw, roll] = frame.rotationDps ?? [0, 0, 0];
    return { ...frame, accelMps2: [-x, y, z] as const, rotationDps: [pitch, -yaw, -roll] as const };
  });

describe('walking with a sensor at the waist', () => {
  test.each([
    [60, 0],
    [90, -5],
    [120, 0],
    [120, 5],
    [160, 0],
  ])('a calm child at %i steps a minute and %i per cent of change keeps to the beat', (ownCadenceSpm, tempoPct) => {
    const { state } = play(createGaitSet({ trials: 2, ownCadenceSpm, tempoPct }));
    const cadenceSpm = ownCadenceSpm * (1 + tempoPct / 100);
    for (const { outcome, metrics } of state.results) {
      expect(outcome).toBe('success');
      expect(Math.abs((metrics.steps ?? 0) - (20 * cadenceSpm) / 60)).toBeLessThanOrEqual(2);
      expect(metrics.cadenceSpm).toBeGreaterThan(cadenceSpm * 0.97);
      expect(metrics.cadenceSpm).toBeLessThan(cadenceSpm * 1.03);
      expect(metrics.beatErrorMs).toBeLessThan(60);
      expect(metrics.beatSpreadMs).toBeLessThan(40);
    }
  });

  test('a child that scatters by 40 ms around the beat is measured so', () => {
    const metrics = play(createGaitSet({ trials: 1, boutS: 60 }), { aimSdMm: 20 }).state.results[0]?.metrics;
    expect(metrics?.beatSpreadMs).toBeGreaterThan(25);
    expect(metrics?.beatSpreadMs).toBeLessThan(60);
    expect(metrics?.strideTimeCvPct).toBeGreaterThan(2);
    expect(metrics?.strideTimeCvPct).toBeLessThan(9);
  });

  test('no asymmetry is told where the sensor does not know the foot', () => {
    const { state } = play(createGaitSet({ trials: 1 }));
    expect(state.results[0]?.metrics.asymmetryPct).toBeUndefined();
  });

  test('a child that does not walk misses twice; then the beat waits for it', () => {
    const { state } = play(createGaitSet({ trials: 4 }), { restsRatio: 1 });
    expect(state.results.map(({ outcome }) => outcome)).toEqual(['miss', 'miss', 'assisted', 'miss']);
    expect(state.results.every(({ metrics }) => metrics.steps === 0)).toBe(true);
  });

  test.each([15, 60, 144])('scores the same to the last digit at %i pictures a second', (fps) => {
    const set = createGaitSet({ trials: 2 });
    const { frames, state } = play(set, { aimSdMm: 10, tremorMm: 1 });
    expect(replayAt<GaitState>(toSetup(set), frames, fps)).toEqual(state.results);
  });

  test('mirrored, it scores the same on the other side', () => {
    const sides: Side[] = ['left', 'right'];
    const set = createGaitSet({ trials: 2, accentSide: 'left' }, { sides });
    const { frames, state } = play(set, { aimSdMm: 10 });
    const other = createGaitSet({ trials: 2, accentSide: 'right' }, { sides: sides.map(toOtherSide) });
    const results = replayAt<GaitState>(toSetup(other), mirror(frames), 60);
    expect(results.map((result) => ({ ...result, side: result.side && toOtherSide(result.side) }))).toEqual(state.results);
  });

  test('a sensor that falls silent is the sensor: the bout is lost, not missed', () => {
    const set = createGaitSet({ trials: 1 });
    const { frames } = play(set);
    const silent = frames.filter(({ capturedMs }) => capturedMs < 3000);
    expect(replayAt<GaitState>(toSetup(set), silent, 60)[0]?.outcome).toBe('lost');
  });
});

describe('walking on the spot before a camera', () => {
  /** A foot up and down by turns, from `first`; the second of each pair of steps takes `limpMs` longer. */
  function marchFrames(first: Side, limpMs: number): Frame[] {
    const lifts: { readonly side: Side; readonly startMs: number }[] = [];
    for (let i = 0, startMs = 1500; startMs < 22_000; startMs += i % 2 === 0 ? 500 : 500 + limpMs, i++)
      lifts.push({ side: i % 2 === 0 ? first : toOtherSide(first), startMs });
    const kneeM = (side: Side, atMs: number) => {
      const swing = lifts.find((lift) => lift.side === side && atMs >= lift.startMs && atMs < lift.startMs + 400);
      return swing ? 0.15 * Math.sin((Math.PI * (atMs - swing.startMs)) / 400) ** 2 : 0;
    };
    return Array.from({ length: 30 * 26 }, (_, i) => {
      const atMs = (i * 1000) / 30;
      return toBodyFrame({ ...standingPose, kneeLiftM: { left: kneeM('left', atMs), right: kneeM('right', atMs) } }, atMs, atMs + bodyDelayMs);
    });
  }
  const camera: Calibration = { ...plainTouch, source: 'pose' };

  test.each(['left', 'right'] as const)('tells every step with its foot, and the limp, but no variability: %s foot first', (first) => {
    const set = createGaitSet({ trials: 1, ownCadenceSpm: 109 });
    const result = replayAt<GaitState>(toSetup(set, camera), marchFrames(first, 100), 60)[0];
    expect(result?.outcome).toBe('success');
    expect(Math.abs((result?.metrics.steps ?? 0) - 36)).toBeLessThanOrEqual(1);
    expect(result?.metrics.cadenceSpm).toBeCloseTo(60 / 0.55, 0);
    expect(result?.metrics.asymmetryPct).toBeGreaterThan(14);
    expect(result?.metrics.asymmetryPct).toBeLessThan(22);
    expect(result?.metrics.strideTimeCvPct).toBeUndefined();
  });

  test('the music stresses the steps of the chosen foot, whichever foot begins', () => {
    for (const first of ['left', 'right'] as const) {
      const set = createGaitSet({ trials: 1, accentSide: 'left' });
      const runner = createRunner<GaitState>(toSetup(set, camera));
      for (const frame of marchFrames(first, 0)) runner.push(frame);
      runner.advanceTo(10_000);
      const { beat, steps } = runner.state;
      const left = steps.find(({ side }) => side === 'left');
      if (!beat || beat.accent === null || !left) throw new Error('no beat or no step');
      expect(Math.abs(Math.round((left.tMs - beat.firstMs) / beat.periodMs) % 2)).toBe(beat.accent);
    }
  });
});

test('an adult alone ends each walk with a tap, and helps it', () => {
  const runner = createRunner<GaitState>({
    ...toSetup(createGaitSet({ trials: 2 }, { byAdult: true })),
    calibration: { ...plainTouch, source: 'adult' },
  });
  const tap = (atMs: number, help: 0 | 3): Frame => ({ kind: 'adult', capturedMs: atMs, deliveredMs: atMs, rep: true, help });
  runner.push(tap(30_000, 0));
  runner.push(tap(90_000, 3));
  runner.advanceTo(120_000);
  expect(runner.state.results.map(({ outcome, help, metrics }) => ({ outcome, help, metrics }))).toEqual([
    { outcome: 'success', help: 0, metrics: {} },
    { outcome: 'assisted', help: 3, metrics: {} },
  ]);
});

describe('a beat that is shared with others', () => {
  test('lies on whole periods of the set, in every bout', () => {
    const set = createGaitSet({ ownCadenceSpm: 110 }, { beatGrid: true });
    const play = walkByFoot(set);
    const periodMs = 60_000 / 110;
    for (let bout = 1; bout <= 3; bout++) {
      const cueMs = play.waitForCue();
      const firstMs = play.state.beat?.firstMs ?? Number.NaN;
      expect(firstMs / periodMs).toBeCloseTo(Math.round(firstMs / periodMs), 6);
      expect(firstMs - cueMs).toBeGreaterThanOrEqual(1000);
      expect(firstMs - cueMs).toBeLessThan(1000 + periodMs);
      play.stepAt(firstMs);
      play.waitForResult(bout);
    }
  });

  test('is there from the start in a helped bout too', () => {
    const play = walkByFoot(createGaitSet({}, { beatGrid: true }));
    play.waitForResult(1);
    play.waitForResult(2);
    play.waitForCue();
    expect(play.state.assisted).toBe(true);
    expect(play.state.beat).not.toBeNull();
  });
});
