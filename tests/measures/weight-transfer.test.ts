import { describe, expect, test } from 'vitest';
import { type Contact, measureGait } from '../../src/measures/gait';
import { measureMotionWalk } from '../../src/measures/gait-from-motion';
import type { MotionSample } from '../../src/measures/walking-signal';
import { mostEdgeSteps } from '../../src/measures/weight-transfer';
import { drawStillness, drawWalk, listDrawnContacts, mirrorWalk, rotateDevice } from './walking-samples';

const find = (samples: readonly MotionSample[]): readonly Contact[] => (measureMotionWalk(samples) ?? expect.fail('not measurable')).contacts;
const quick = Array.from({ length: 16 }, () => 0.55);
/** A walk of which nothing is felt upwards in a stretch of seconds: feet that slide. */
const flatten = (samples: readonly MotionSample[], fromS: number, untilS: number): MotionSample[] =>
  samples.map((sample) =>
    sample.tMs / 1000 > fromS && sample.tMs / 1000 < untilS ? { ...sample, accelMps2: [sample.accelMps2[0], 9.81, sample.accelMps2[2]] } : sample,
  );
const swayMps2 = (tS: number) => 1.5 * Math.sin(2 * Math.PI * 0.6 * tS);
/** Standing from foot to foot for half a minute, nothing felt upwards. */
const sway = drawStillness(30, 0.02).map(
  (sample): MotionSample => ({ ...sample, accelMps2: [swayMps2(sample.tMs / 1000), 9.81, sample.accelMps2[2]] }),
);

describe('a walk that begins with slow, sliding steps', () => {
  const walk = { stepsS: [0.9, 0.9, 0.9, ...quick] };
  const drawn = listDrawnContacts(walk);
  const samples = flatten(drawWalk(walk), 0, (drawn[3]?.tS ?? 0) - 0.3);
  const clearFrom = (contacts: readonly Contact[]) => contacts.findIndex(({ isWeak }) => !isWeak);

  test('has them as steps as soon as the weight has gone over, by the right foot', () => {
    const contacts = find(samples);
    expect(contacts).toHaveLength(drawn.length - 2);
    expect(Math.abs((contacts[0]?.tS ?? 0) - (drawn[2]?.tS ?? 0))).toBeLessThan(0.2);
    expect(contacts.map(({ side }) => side)).toEqual(drawn.slice(2).map(({ side }) => side));
    expect(clearFrom(contacts)).toBe(1);
  });

  test('is the same in a mirror, feet changed, and in another mounting', () => {
    const contacts = find(samples);
    const times = contacts.map(({ tS }) => tS.toFixed(2));
    expect(find(mirrorWalk(samples)).map(({ tS }) => tS.toFixed(2))).toEqual(times);
    expect(find(rotateDevice(samples, [1, -1, 3], 200)).map(({ tS }) => tS.toFixed(2))).toEqual(times);
    expect(find(mirrorWalk(samples)).map(({ side }) => side)).toEqual(contacts.map(({ side }) => (side === 'left' ? 'right' : 'left')));
  });

  test('in its middle has no step lost', () => {
    const slid = { stepsS: [...quick, 0.9, 0.9, ...quick] };
    const at = listDrawnContacts(slid);
    const contacts = find(flatten(drawWalk(slid), (at[17]?.tS ?? 0) - 0.3, (at[17]?.tS ?? 0) + 0.3));
    expect(contacts).toHaveLength(at.length);
    expect(contacts.findIndex(({ isWeak }) => isWeak)).toBe(17);
  });
});

describe('no step', () => {
  test('while standing from foot to foot, however long', () => {
    expect(find(sway)).toEqual([]);
  });

  test('more than three while swaying before and after a walk', () => {
    const walk = drawWalk({ stepsS: quick });
    const join = (samples: readonly MotionSample[], more: readonly MotionSample[]) => {
      const endMs = samples.at(-1)?.tMs ?? 0;
      return [...samples, ...more.map((sample) => ({ ...sample, tMs: sample.tMs + endMs + 10 }))];
    };
    const contacts = find(join(join(sway, walk.slice(200, -200)), sway));
    expect(contacts.length).toBeGreaterThanOrEqual(quick.length + 1);
    expect(contacts.length).toBeLessThanOrEqual(quick.length + 1 + 2 * mostEdgeSteps);
  });

  test('is counted for the feet of a phone whose place is unknown: without gyroscope nothing is added', () => {
    const walk = { stepsS: [0.9, 0.9, 0.9, ...quick] };
    const at = listDrawnContacts(walk)[3]?.tS ?? 0;
    const plain = flatten(drawWalk(walk), 0, at - 0.3).map((sample) => ({ ...sample, rotationDps: null }));
    expect(find(plain)).toHaveLength(quick.length + 1);
  });
});

test('the feet are not compared by steps that were felt too weakly to be timed', () => {
  const contacts = Array.from({ length: 31 }, (_, i): Contact => ({ tS: 0.5 * i, side: i % 2 === 0 ? 'left' : 'right' }));
  const late = contacts.map((one, i): Contact => (i === 14 ? { ...one, tS: one.tS + 0.3 } : one));
  const weak = late.map((one, i): Contact => (i === 14 ? { ...one, isWeak: true } : one));
  expect(measureGait(late, [], true).stepTimeAsymmetryPct).toBeGreaterThan(5);
  expect(measureGait(weak, [], true).stepTimeAsymmetryPct).toBeCloseTo(0, 6);
  expect(measureGait(weak, [], true).cadenceSpm).toBeCloseTo(120, 6);
});
