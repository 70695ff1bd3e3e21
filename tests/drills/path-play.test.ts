import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pathDrill } from '../../src/drills/path/drill';
import type { PathParams } from '../../src/drills/path/params';
import type { PathState } from '../../src/drills/path/state';
import type { Abilities, Params, SetSpec } from '../../src/drills/types';
import type { Frame } from '../../src/movement/types';
import { calmAbilities, simulateSet } from '../../src/session/simulate';
import { toPlaySpace } from '../../src/session/space';
import { createPathSet } from './path-set';
import { plainTouch } from './reach-set';
import { replayAt } from './step-replay';

const toSetup = (set: SetSpec) => ({ drill: pathDrill, set, seed: 'path', calibration: plainTouch });
const play = (set: SetSpec, abilities: Partial<Abilities> = {}) => simulateSet<PathState>(toSetup(set), { ...calmAbilities, ...abilities });
const outcomes = (state: Readonly<PathState>) => state.results.map(({ outcome }) => outcome);

describe('a synthetic child on the glass', () => {
  test.each<[Partial<Params<PathParams>>, string]>([
    [{ mode: 'any' }, 'success'],
    [{ mode: 'watch' }, 'assisted'],
    [{ mode: 'together' }, 'assisted'],
    [{ mode: 'alone' }, 'success'],
    [{ mode: 'alone', pattern: 'both', lengthMm: 200, corridorMm: 25, insidePct: 90 }, 'success'],
    [{ mode: 'alone', hands: 'both', pattern: 'd2' }, 'success'],
    [{ mode: 'alone', others: 1, pattern: 'both' }, 'success'],
  ])('draws each path of %o', (params, outcome) => {
    const { state } = play(createPathSet(params));
    expect(outcomes(state)).toEqual(Array(4).fill(outcome));
  });

  test('goes through all phases of "rising"', () => {
    const { state } = play(createPathSet({ mode: 'rising', trials: 6 }));
    expect(state.results.map(({ metrics }) => metrics.phaseReached)).toEqual([1, 1, 2, 2, 3, 3]);
    expect(state.results.map(({ help }) => help)).toEqual([4, 4, 3, 3, 0, 0]);
  });

  test.each([0, 4, 8])('that aims %i mm off has that path error', (aimSdMm) => {
    const { state } = play(createPathSet({ trials: 20, corridorMm: 60 }), { aimSdMm });
    const errors = state.results.map(({ metrics }) => metrics.pathErrorMm ?? Number.NaN);
    const rms = Math.sqrt(errors.reduce((sum, mm) => sum + mm * mm, 0) / errors.length);
    // Off by a half wave along the path: 0.71 of its height.
    expect(rms).toBeGreaterThanOrEqual(aimSdMm * 0.4);
    expect(rms).toBeLessThanOrEqual(0.6 + aimSdMm);
  });

  test('that trembles by 2 mm is told so, and comes to the end all the same', () => {
    const { state } = play(createPathSet({ insidePct: 60 }), { tremorMm: 2 });
    expect(outcomes(state)).toEqual(Array(4).fill('success'));
    for (const { metrics } of state.results) {
      expect(metrics.pathErrorMm).toBeGreaterThan(1.2);
      expect(metrics.pathErrorMm).toBeLessThan(3);
    }
  });

  test('that rests misses twice and is helped then', () => {
    const { state } = play(createPathSet({ windowMs: 5000 }), { restsRatio: 1 });
    expect(outcomes(state)).toEqual(['miss', 'miss', 'assisted', 'miss']);
  });

  test.each([15, 60, 144])('scores the same to the last digit at %i pictures a second', (fps) => {
    for (const params of [{}, { hands: 'both' }, { mode: 'rising' }] as const) {
      const set = createPathSet(params);
      const { frames, state } = play(set, { aimSdMm: 6, tremorMm: 1 });
      expect(replayAt<PathState>(toSetup(set), frames, fps)).toEqual(state.results);
    }
  });

  test('mirrored, with the other hand, it scores the same', () => {
    const set = createPathSet({ pattern: 'both' });
    const { frames, state } = play(set, { aimSdMm: 6 });
    const mirrored = frames.map(
      (frame): Frame =>
        frame.kind === 'touch' ? { ...frame, contacts: frame.contacts.map((contact) => ({ ...contact, x: 1 - contact.x })) } : frame,
    );
    const other = { ...set, sides: set.sides.map(() => 'left' as const) };
    const rounded = (results: PathState['results']) =>
      results.map(({ outcome, startMs, metrics }) => ({
        outcome,
        startMs,
        metrics: Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, Math.round(value * 1000) / 1000])),
      }));
    expect(rounded(replayAt<PathState>(toSetup(other), mirrored, 60))).toEqual(rounded(state.results));
  });
});

test('what a source cannot carry is absent: no millimetres from the air, only times and how far from a stick', () => {
  const carried = (source: string) =>
    Object.entries(pathDrill.metrics)
      .filter(([, { sources }]) => (sources as readonly string[]).includes(source))
      .map(([name]) => name);
  expect(carried('pose')).not.toContain('pathErrorMm');
  expect(carried('pose')).toContain('pathErrorPct');
  expect(carried('gamepad').sort()).toEqual(['completionPct', 'otherStarts', 'phaseReached', 'responseMs', 'timeS']);
  expect(carried('adult')).toEqual(['phaseReached']);
});

describe('the levels of Comet', () => {
  const folder = join(import.meta.dirname, '../../levels/comet');
  const levels = readdirSync(folder).map((file) => ({
    file,
    params: JSON.parse(readFileSync(join(folder, file), 'utf8')).params as Params<PathParams>,
  }));

  test.each(levels)('$file is won by a calm child on a small and on a large tablet, with either hand', ({ params }) => {
    for (const [widthMm, heightMm, sidesHere] of [
      [197, 148, ['left', 'right']],
      [148, 197, [null]],
      [339, 212, ['right']],
    ] as const) {
      for (const side of sidesHere) {
        const sides = Array(params.trials).fill(side);
        const set = createPathSet(params, { sides, space: toPlaySpace(widthMm, heightMm, null) });
        const setup = { ...toSetup(set), calibration: { ...plainTouch, fieldMm: { width: widthMm, height: heightMm } } };
        const { state } = simulateSet<PathState>(setup, calmAbilities);
        const least = params.mode === 'watch' || params.mode === 'together' ? 'assisted' : 'success';
        for (const { outcome } of state.results) expect(params.mode === 'rising' ? ['assisted', 'success'] : [least]).toContain(outcome);
      }
    }
  });
});
