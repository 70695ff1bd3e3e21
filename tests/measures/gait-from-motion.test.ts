import { describe, expect, test } from 'vitest';
import { measureMotionWalk } from '../../src/measures/gait-from-motion';
import { median } from '../../src/measures/median';
import type { MotionSample } from '../../src/measures/walking-signal';
import { type DrawnWalk, drawWalk, listDrawnContacts, mirrorWalk, rotateDevice, worsened } from './walking-samples';

const walked = (samples: readonly MotionSample[]) => measureMotionWalk(samples) ?? expect.fail('not measurable');
/** Twenty steps of a child who limps a little and whose pace varies. */
const limping: DrawnWalk = { stepsS: Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 0.52 : 0.46) + 0.012 * (i % 3)) };
const steady = (count: number, stepS: number): DrawnWalk => ({ stepsS: Array.from({ length: count }, () => stepS) });

describe('a drawn walk', () => {
  test.each([0.36, 0.5, 0.65, 0.9])('has every step of %d s, each where it was walked', (stepS) => {
    const walk = steady(15, stepS);
    const { contacts } = walked(drawWalk(walk));
    const drawn = listDrawnContacts(walk);
    expect(contacts).toHaveLength(drawn.length);
    const offsets = contacts.map(({ tS }, i) => tS - (drawn[i]?.tS ?? Number.NaN));
    const middle = median(offsets) ?? Number.NaN;
    for (const offset of offsets) expect(Math.abs(offset - middle)).toBeLessThan(0.05);
  });

  test.each(['left', 'right'] as const)('that begins with the %s foot has each foot right', (first) => {
    const walk = { ...limping, first };
    const { contacts, mounting } = walked(drawWalk(walk));
    expect(contacts.map(({ side }) => side)).toEqual(listDrawnContacts(walk).map(({ side }) => side));
    expect(mounting?.right[0]).toBeCloseTo(1, 2);
  });

  test('has its feet although the pelvis hardly turns, and then the wrong way, in a third of it', () => {
    const fromMs = 1000 * (listDrawnContacts(limping)[14]?.tS ?? 0);
    const samples = drawWalk(limping).map(
      (sample): MotionSample => (sample.tMs > fromMs ? { ...sample, rotationDps: [0, -0.1 * (sample.rotationDps?.[1] ?? 0), 0] } : sample),
    );
    expect(walked(samples).contacts.map(({ side }) => side)).toEqual(listDrawnContacts(limping).map(({ side }) => side));
  });

  test('in a mirror has the other feet and the same times', () => {
    const samples = drawWalk(limping);
    const [here, there] = [walked(samples), walked(mirrorWalk(samples))];
    expect(there.contacts.map(({ tS }) => tS.toFixed(6))).toEqual(here.contacts.map(({ tS }) => tS.toFixed(6)));
    expect(there.contacts.map(({ side }) => side)).toEqual(here.contacts.map(({ side }) => (side === 'left' ? 'right' : 'left')));
    expect(there.measures.stepTimeAsymmetryPct).toBeCloseTo(here.measures.stepTimeAsymmetryPct ?? Number.NaN, 9);
  });

  test('has its cadence, times, variability and asymmetry', () => {
    const { measures } = walked(drawWalk(limping));
    const contacts = listDrawnContacts(limping);
    const meanS = ((contacts.at(-1)?.tS ?? 0) - (contacts[0]?.tS ?? 0)) / 20;
    expect(Math.abs((measures.cadenceSpm ?? 0) / (60 / meanS) - 1)).toBeLessThan(0.03);
    expect(Math.abs((measures.stepTimeMeanS ?? 0) - meanS)).toBeLessThan(0.02);
    expect(Math.abs((measures.strideTimeMeanS ?? 0) - 2 * meanS)).toBeLessThan(0.02);
    expect(measures.strideTimeCvPct ?? Number.NaN).toBeLessThan(1 + 1.5);
    expect(Math.abs((measures.stepTimeAsymmetryPct ?? Number.NaN) - 12)).toBeLessThan(4);
    expect(measures.notMeasured).toEqual([]);
  });

  test.each(worsened)('has the same steps, feet and measures with %s', (_, worsen) => {
    const best = walked(drawWalk(limping));
    const found = walked(worsen(drawWalk(limping)));
    expect(found.contacts.map(({ side }) => side)).toEqual(best.contacts.map(({ side }) => side));
    for (const [i, { tS }] of found.contacts.entries()) expect(Math.abs(tS - (best.contacts[i]?.tS ?? Number.NaN))).toBeLessThan(0.1);
    expect(Math.abs((found.measures.stepTimeMeanS ?? 0) - (best.measures.stepTimeMeanS ?? 0))).toBeLessThan(0.01);
    expect(Math.abs((found.measures.strideTimeCvPct ?? Number.NaN) - (best.measures.strideTimeCvPct ?? 0))).toBeLessThan(1.5);
    expect(Math.abs((found.measures.stepTimeAsymmetryPct ?? Number.NaN) - (best.measures.stepTimeAsymmetryPct ?? 0))).toBeLessThan(4);
  });
});

describe('what a sensor cannot tell', () => {
  const unsided = (samples: readonly MotionSample[]) => {
    const { contacts, mounting, measures } = walked(samples);
    expect(contacts).toHaveLength(21);
    expect(mounting).toBeNull();
    expect(new Set(contacts.map(({ side }) => side))).toEqual(new Set([null]));
    expect(measures.notMeasured).toEqual([{ measure: 'stepTimeAsymmetry', why: 'not measurable with this sensor' }]);
  };

  test('a phone without gyroscope may be in any pocket: steps, but no feet and no asymmetry', () => {
    unsided(drawWalk(limping).map((sample) => ({ ...sample, rotationDps: null })));
  });

  test('a phone that swings with a thigh: steps, but no feet and no asymmetry', () => {
    const swing = ({ tMs }: MotionSample) => 90 * Math.sin((Math.PI * (tMs - 3000)) / 500);
    unsided(drawWalk(limping).map((sample) => ({ ...sample, rotationDps: [swing(sample), sample.rotationDps?.[1] ?? 0, 0] })));
  });

  test('a trunk that turns against the pelvis, as the chest does: its feet would be swapped, so they are not told', () => {
    unsided(drawWalk(limping).map((sample) => ({ ...sample, rotationDps: [0, -(sample.rotationDps?.[1] ?? 0), 0] })));
  });

  test('a known mounting tells the feet without a gyroscope', () => {
    const samples = drawWalk(limping).map((sample) => ({ ...sample, rotationDps: null }));
    const { contacts } = measureMotionWalk(samples, { right: [1, 0, 0] }) ?? expect.fail('not measurable');
    expect(contacts.map(({ side }) => side)).toEqual(listDrawnContacts(limping).map(({ side }) => side));
  });

  test('readings slower than 20 Hz hide steps: nothing is measured', () => {
    expect(measureMotionWalk(drawWalk({ ...limping, rateHz: 16 }))).toBeNull();
    expect(measureMotionWalk(drawWalk({ ...limping, rateHz: 20 }))).not.toBeNull();
  });

  test('seven steps are too few to know how the device is worn', () => {
    expect(walked(drawWalk(steady(6, 0.5))).mounting).toBeNull();
    expect(walked(drawWalk(steady(11, 0.5))).mounting).not.toBeNull();
  });
});

describe('turns and gaps', () => {
  const long = steady(40, 0.5);

  test('steps within a turn are counted, but their times are not; both directions', () => {
    for (const deg of [180, -180]) {
      const { contacts, turns, measures } = walked(drawWalk({ ...long, turn: { fromS: 10, untilS: 12, deg } }));
      expect(contacts).toHaveLength(41);
      expect(turns).toHaveLength(1);
      expect(turns[0]?.startS).toBeCloseTo(9.8, 0);
      expect(turns[0]?.endS).toBeCloseTo(12.2, 0);
      expect(measures.stepTimeMeanS).toBeCloseTo(0.5, 2);
    }
  });

  test('a swerve of 30 degrees is no turn, and neither is the swing of the pelvis', () => {
    expect(walked(drawWalk({ ...long, turn: { fromS: 10, untilS: 12, deg: 30 } })).turns).toEqual([]);
    expect(walked(drawWalk(long)).turns).toEqual([]);
  });

  test('a turn is the same in any mounting', () => {
    const samples = drawWalk({ ...long, turn: { fromS: 10, untilS: 12, deg: 180 } });
    const [here, there] = [walked(samples), walked(rotateDevice(samples, [1, 2, -1], 77))];
    expect(there.turns[0]?.startS).toBeCloseTo(here.turns[0]?.startS ?? Number.NaN, 2);
    expect(there.turns).toHaveLength(1);
  });

  test('a gap of 0.8 s may hide a step: it is told, no step is made up, and no step time goes over it', () => {
    const { contacts, gaps, measures } = walked(drawWalk(long).filter(({ tMs }) => tMs < 9850 || tMs >= 10_650));
    expect(gaps).toHaveLength(1);
    expect(gaps[0]?.startS).toBeCloseTo(9.84, 2);
    expect(contacts.length).toBeGreaterThanOrEqual(38);
    expect(contacts.length).toBeLessThanOrEqual(41);
    expect(measures.stepTimeMeanS).toBeCloseTo(0.5, 2);
    expect(measures.strideTimeCvPct).toBeLessThan(2);
  });

  test('a gap of a minute ends the walk: two walks, and no step between them', () => {
    const { contacts, measures } = walked(drawWalk(long).map((one) => (one.tMs < 12_000 ? one : { ...one, tMs: one.tMs + 60_000 })));
    expect(contacts.length).toBeGreaterThanOrEqual(39);
    expect(contacts.length).toBeLessThanOrEqual(41);
    expect(contacts.filter(({ tS }) => tS > 12.1 && tS < 71.9)).toEqual([]);
    expect(measures.stepTimeMeanS).toBeCloseTo(0.5, 2);
  });
});
