import { describe, expect, test } from 'vitest';
import { measureSway } from '../../src/measures/sway';
import { cameraJitterMm, judgeSway, leastOverNoiseFloor, swayCarriers, swayGroups } from '../../src/measures/sway-carriers';
import type { SwayPath } from '../../src/measures/sway-path';
import type { SourceKind } from '../../src/movement/types';
import { drawNoise, drawSway } from './sway-paths';

const known = { mveloMmS: 30, stillMveloMmS: 5 };

test('every source has an answer', () => {
  // The type fails here on a new source without one.
  const answers: Readonly<Record<SourceKind, object>> = swayCarriers;
  for (const [sensor, groups] of Object.entries(answers)) expect(Object.keys(groups), sensor).toEqual(['extent', 'travel', 'spectrum']);
});

test('a plate carries all of sway', () => {
  for (const group of ['extent', 'travel', 'spectrum'] as const) expect(judgeSway('plate', group, known)).toEqual({ measurable: true });
});

describe('the camera', () => {
  test('carries rms, range and area without a still recording', () => {
    expect([swayGroups.rmsMm, swayGroups.rangeMlMm, swayGroups.areaCeMm2]).toEqual(['extent', 'extent', 'extent']);
    expect(judgeSway('pose', 'extent', { mveloMmS: 30, stillMveloMmS: null })).toEqual({ measurable: true });
  });

  test.each(['travel', 'spectrum'] as const)('carries %s only from three times the noise floor on', (group) => {
    const judge = (mveloMmS: number, stillMveloMmS: number | null) => judgeSway('pose', group, { mveloMmS, stillMveloMmS });
    expect(judge(30, null)).toEqual({ measurable: false, because: 'noise-floor-unknown' });
    expect(judge(29.9, 10)).toEqual({ measurable: false, because: 'below-noise-floor' });
    expect(judge(30, 10)).toEqual({ measurable: true });
  });

  test('path, velocity, mean frequency and fractal dimension go with the travel', () => {
    for (const key of ['pathMm', 'mveloMmS', 'mfreqHz', 'areaSwMm2S', 'fdCe'] as const) expect(swayGroups[key]).toBe('travel');
    for (const key of ['powerMm2', 'cfreqHz', 'pf95Hz'] as const) expect(swayGroups[key]).toBe('spectrum');
  });
});

test.each(['extent', 'travel', 'spectrum'] as const)('motion sensors and the hand carry no %s in mm, and say why', (group) => {
  expect(judgeSway('motion', group, known)).toEqual({ measurable: false, because: 'acceleration-not-position' });
  for (const sensor of ['touch', 'gamepad', 'adult', 'heart'] as const)
    expect(judgeSway(sensor, group, known)).toEqual({ measurable: false, because: 'no-body-position' });
});

describe('a velocity that passes the noise floor is at most 6 % too fast', () => {
  const cameraHz = 30;
  const velocity = (path: SwayPath) => {
    const { time } = measureSway(path, cameraHz, 'lp5');
    if ('notMeasurable' in time) throw new Error(time.notMeasurable);
    return time.mveloMmS;
  };
  const outline = drawSway(60);
  const thin = (values: ArrayLike<number>) => Array.from({ length: 1800 }, (_, i) => values[Math.floor((i * 100) / cameraHz)] ?? 0);

  // From a child who hardly sways to one who sways widely, seen with the jitter of a key point.
  test.each([0.5, 1, 2, 4, 8, 16])('sway %f times the outline', (scale) => {
    const jitter = [drawNoise(1800, cameraJitterMm, 11), drawNoise(1800, cameraJitterMm, 12)] as const;
    const still = velocity({ ml: jitter[0], ap: jitter[1] });
    const clean = { ml: thin(outline.ml).map((value) => scale * value), ap: thin(outline.ap).map((value) => scale * value) };
    const seen = velocity({
      ml: clean.ml.map((value, i) => value + (jitter[0][i] ?? 0)),
      ap: clean.ap.map((value, i) => value + (jitter[1][i] ?? 0)),
    });
    const verdict = judgeSway('pose', 'travel', { mveloMmS: seen, stillMveloMmS: still });
    const tooFast = seen / velocity(clean) - 1;
    expect(verdict.measurable).toBe(seen >= leastOverNoiseFloor * still);
    if (verdict.measurable) expect(tooFast).toBeLessThan(0.06);
    else expect(tooFast).toBeGreaterThan(0.02);
  });
});
