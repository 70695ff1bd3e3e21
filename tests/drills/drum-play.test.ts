import { describe, expect, test } from 'vitest';
import { createRng } from '../../src/core/rng';
import { type Side, toOtherSide } from '../../src/core/units';
import { drumDrill } from '../../src/drills/drum/drill';
import type { DrumState } from '../../src/drills/drum/state';
import type { Abilities, SetSpec } from '../../src/drills/types';
import type { Calibration, Frame, TouchContact } from '../../src/movement/types';
import { createRunner } from '../../src/session/runner';
import { calmAbilities, simulateSet } from '../../src/session/simulate';
import { createChildBy } from '../../src/tools/by-source';
import { createDrumSet } from './drum-set';
import { plainTouch } from './reach-set';
import { replayAt } from './step-replay';

const toSetup = (set: SetSpec, calibration: Calibration = plainTouch) => ({ drill: drumDrill, set, seed: 'drums', calibration });
const play = (set: SetSpec, abilities: Partial<Abilities> = {}) => simulateSet<DrumState>(toSetup(set), { ...calmAbilities, ...abilities });
const touch = (atMs: number, ...contacts: readonly Omit<TouchContact, 'y'>[]): Frame => ({
  kind: 'touch',
  capturedMs: atMs,
  deliveredMs: atMs,
  contacts: contacts.map((contact) => ({ y: 0.6, sizeMm: 12, ...contact })),
});
const mirror = (frames: readonly Frame[]): Frame[] =>
  frames.map((frame) => (frame.kind === 'touch' ? { ...frame, contacts: frame.contacts.map((one) => ({ ...one, x: 1 - one.x })) } : frame));

describe('a synthetic child with the tablet before it', () => {
  test.each([30, 120, 200])('reaches %i hits a minute in free drumming', (hitsPerMin) => {
    for (const { outcome, metrics } of play(createDrumSet({ hitsPerMin, boutS: 30 })).state.results) {
      expect(outcome).toBe('success');
      expect(metrics.hitsPerMin).toBeGreaterThanOrEqual(hitsPerMin);
      expect(metrics.hitsPerMin).toBeLessThan(hitsPerMin * 1.25);
    }
  });

  test.each(['one', 'alternate'] as const)('keeps to the beat with hands %s', (hands) => {
    const set = createDrumSet({ mode: 'beat', hands, beatBpm: 90, hitsPerMin: 72, nearMs: 160 }, { sides: ['left', 'right', 'left'] });
    for (const { outcome, metrics } of play(set, { aimSdMm: 10 }).state.results) {
      expect(outcome).toBe('success');
      expect(metrics.answeredPct).toBeGreaterThan(85);
      expect(Math.abs(metrics.asynchronyMs ?? 1000)).toBeLessThan(40);
      expect(metrics.asynchronySdMs).toBeLessThan(40);
      expect(metrics.alternationPct).toBe(hands === 'alternate' ? 100 : undefined);
    }
  });

  test.each(['twos', 'threes', 'skip'] as const)('keeps the pauses of the pattern of %s', (pattern) => {
    const { state } = play(createDrumSet({ mode: 'pattern', pattern, hitsPerMin: 240, beatBpm: 80 }));
    expect(state.results.map(({ outcome }) => outcome)).toEqual(['success', 'success', 'success']);
    for (const { metrics } of state.results) expect(metrics.answeredPct).toBe(100);
  });

  test('that is slow falls short of a quick rate, and is met by mercy', () => {
    const { state } = play(createDrumSet({ hitsPerMin: 200 }), { interceptMs: 900, slopeMs: 600 });
    expect(state.results.map(({ outcome }) => outcome)).toEqual(['miss', 'miss', 'assisted']);
  });

  test.each([15, 60, 144])('scores the same to the last digit at %i pictures a second', (fps) => {
    const set = createDrumSet({ mode: 'beat', hitsPerMin: 60, restS: 5 });
    const { frames, state } = play(set, { aimSdMm: 10, tremorMm: 1 });
    expect(replayAt<DrumState>(toSetup(set), frames, fps)).toEqual(state.results);
  });

  test('mirrored, scores the same on the other side', () => {
    const sides: Side[] = ['left', 'right', 'left'];
    const params = { mode: 'beat', hands: 'alternate', hitsPerMin: 60 } as const;
    const { frames, state } = play(createDrumSet(params, { sides }), { aimSdMm: 10 });
    const results = replayAt<DrumState>(toSetup(createDrumSet(params, { sides: sides.map(toOtherSide) })), mirror(frames), 60);
    expect(results.map((result) => ({ ...result, side: result.side && toOtherSide(result.side) }))).toEqual(state.results);
  });
});

describe('one touch is one hit', () => {
  const listHits = (frames: readonly Frame[], calibration = plainTouch) => {
    const runner = createRunner<DrumState>(toSetup(createDrumSet({ boutS: 60 }), calibration));
    for (const frame of frames) runner.push(frame);
    runner.advanceTo(10_000);
    return runner.state.hits.map(({ side }) => side);
  };

  test.each(['contact', 'release'] as const)('when it counts at %s, however long it lies there', (accept) => {
    const calibration = { ...plainTouch, touch: { ...plainTouch.touch, accept } };
    const frames = [2000, 2100, 2400, 3000].map((atMs) => touch(atMs, { id: 1, x: 0.3 }));
    expect(listHits([...frames, touch(3200)], calibration)).toEqual(['left']);
  });

  test('when it trembles: lifts shorter than the merge time are none', () => {
    const calibration = { ...plainTouch, touch: { ...plainTouch.touch, mergeMs: 150 } };
    const frames = [2000, 2200, 2400].flatMap((atMs, i) => [touch(atMs, { id: i, x: 0.7 }), touch(atMs + 100)]);
    expect(listHits(frames, calibration)).toEqual(['right']);
  });

  test('when it moves about on its drum, and beside a hand that rests on the other', () => {
    expect(listHits([0.6, 0.7, 0.8, 0.9].map((x, i) => touch(2000 + i * 50, { id: 1, x })))).toEqual(['right']);
    const frames = [2000, 3000, 4000].flatMap((atMs, i) => [
      touch(atMs, { id: 1, x: 0.2 }, { id: 2 + i, x: 0.7 }),
      touch(atMs + 100, { id: 1, x: 0.2 }),
    ]);
    expect(listHits([touch(1500, { id: 1, x: 0.2 }), ...frames])).toEqual(['left', 'right', 'right', 'right']);
  });
});

describe('by other sources', () => {
  const bySource = (set: SetSpec, calibration: Calibration, abilities = calmAbilities) => {
    const runner = createRunner<DrumState>(toSetup(set, calibration));
    const child = createChildBy(calibration.source, drumDrill, set, abilities, createRng('by'), calibration);
    const frames: Frame[] = [];
    for (let nowMs = 0; nowMs < 600_000 && !runner.state.done; nowMs += 10) {
      for (const frame of child(runner.state, nowMs)) frames.push(runner.push(frame));
      runner.advanceTo(nowMs + 10);
    }
    return { results: runner.state.results, frames };
  };

  test('one switch drums with the beat; hands are not told', () => {
    const set = createDrumSet({ mode: 'beat', hands: 'alternate', hitsPerMin: 60 });
    for (const { outcome, metrics } of bySource(set, { ...plainTouch, source: 'gamepad' }).results) {
      expect(outcome).toBe('success');
      expect(metrics.alternationPct).toBeUndefined();
      expect(metrics.asynchronySdMs).toBeLessThan(30);
    }
  });

  test('two switches are two drums', () => {
    const switches = { scan: 'two', scanMs: 5000, holdMs: 0, repeatMs: 0 } as const;
    const set = createDrumSet({ hands: 'alternate', hitsPerMin: 60 });
    const { results } = bySource(set, { ...plainTouch, source: 'gamepad', switches });
    expect(results.map(({ outcome, metrics }) => [outcome, metrics.alternationPct])).toEqual(Array(3).fill(['success', 100]));
  });

  test('hands in the air before a camera are told apart', () => {
    const set = createDrumSet({ hands: 'alternate', hitsPerMin: 60 });
    const { results } = bySource(set, { ...plainTouch, source: 'pose' });
    expect(results.map(({ outcome, metrics }) => [outcome, metrics.alternationPct])).toEqual(Array(3).fill(['success', 100]));
  });

  test('a camera that falls silent is the camera: the bout is lost, not missed', () => {
    const set = createDrumSet({ trials: 1 });
    const calibration: Calibration = { ...plainTouch, source: 'pose' };
    const { frames } = bySource(set, calibration);
    const silent = frames.filter(({ capturedMs }) => capturedMs < 5000);
    expect(replayAt<DrumState>(toSetup(set, calibration), silent, 60)[0]?.outcome).toBe('lost');
  });
});

test('an adult alone ends each bout with a tap, and helps it', () => {
  const set = createDrumSet({ trials: 2, restS: 30 }, { byAdult: true });
  const runner = createRunner<DrumState>(toSetup(set, { ...plainTouch, source: 'adult' }));
  const tap = (atMs: number, help: 0 | 3): Frame => ({ kind: 'adult', capturedMs: atMs, deliveredMs: atMs, rep: true, help });
  runner.push(tap(30_000, 0));
  runner.push(tap(90_000, 3));
  runner.advanceTo(120_000);
  expect(runner.state.results.map(({ outcome, help, metrics }) => ({ outcome, help, metrics }))).toEqual([
    { outcome: 'success', help: 0, metrics: {} },
    { outcome: 'assisted', help: 3, metrics: {} },
  ]);
});
