import { describe, expect, test } from 'vitest';
import { createInterpreter, interpreters, type PlayableMovement, playableSources } from '../../src/movement/interpret/interpreters';
import type { Frame, Movement, SourceKind } from '../../src/movement/types';
import { calibrate, film, motionPresent, play, readMotion, seated } from './interpret-frames';

const movements = Object.keys(interpreters) as PlayableMovement[];
const adult = (ms: number, rep: boolean): Frame => ({ kind: 'adult', capturedMs: ms, deliveredMs: ms, rep, help: 2 });
const touch = (ms: number): Frame => ({ kind: 'touch', capturedMs: ms, deliveredMs: ms, contacts: [{ id: 1, x: 0.3, y: 0.4 }] });
const pad = (ms: number): Frame => ({ kind: 'gamepad', capturedMs: ms, deliveredMs: ms, axes: [1, 0], buttons: [true] });
const motion = (ms: number): Frame => ({
  kind: 'motion',
  capturedMs: ms,
  deliveredMs: ms,
  accelMps2: [0, 9.81, 0],
  rotationDps: null,
  tiltDeg: null,
});
const times = Array.from({ length: 40 }, (_, i) => 20 + i * 20);
const framesOf: Readonly<Partial<Record<SourceKind, readonly Frame[]>>> = {
  touch: times.map(touch),
  pose: film(800, () => seated),
  motion: times.map(motion),
  gamepad: times.map(pad),
  adult: [adult(100, true)],
};
const pairs = movements.flatMap((movement) => interpreters[movement].sources.map((source) => [movement, source] as const));

test('every movement has the sources that can carry it', () => {
  expect(Object.fromEntries(movements.map((movement) => [movement, [...interpreters[movement].sources]]))).toEqual({
    reach: ['touch', 'pose', 'gamepad'],
    lean: ['pose', 'motion', 'gamepad', 'touch'],
    angle: ['pose', 'motion'],
    rise: ['pose', 'motion'],
    step: ['pose', 'motion'],
    press: ['touch', 'gamepad', 'pose'],
    rep: ['adult'],
  });
});

describe.each(pairs)('%s from %s', (movement, source) => {
  test('speaks of its own source and of no other', () => {
    const own = framesOf[source] ?? [];
    const others = Object.entries(framesOf).flatMap(([kind, frames]) => (kind === source ? [] : frames));
    const signals = play(createInterpreter(movement, calibrate(source)), own, 900);
    expect(signals.length).toBeGreaterThan(0);
    expect(signals.some(({ quality }) => quality > 0)).toBe(true);
    expect(play(createInterpreter(movement, calibrate(source)), [...own, ...others], 900)).toEqual(signals);
  });

  test('the same frames give the same signals', () => {
    const own = framesOf[source] ?? [];
    const run = () => play(createInterpreter(movement, calibrate(source)), own, 2000);
    expect(run()).toEqual(run());
  });

  test('no signal was captured after it was delivered, and none is a number that is none', () => {
    const own = framesOf[source] ?? [];
    for (const signal of play(createInterpreter(movement, calibrate(source)), own, 2000)) {
      expect(signal.capturedMs).toBeLessThanOrEqual(signal.deliveredMs);
      expect(JSON.stringify(signal.value)).not.toContain('null,null');
      for (const value of Object.values(signal.value)) if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
    }
  });
});

test("an adult's thumb can play every movement and needs no sensor", () => {
  for (const movement of movements) {
    expect(playableSources(movement)).toContain('adult');
    expect(new Set(playableSources(movement)).size).toBe(playableSources(movement).length);
    const signals = play(createInterpreter(movement, calibrate('adult')), Object.values(framesOf).flat());
    if (movement !== 'rep') expect(signals).toEqual([]);
  }
});

test('a repetition that an adult saw carries its help', () => {
  const signals = play(createInterpreter('rep', calibrate('adult')), [adult(100, false), adult(200, true)]);
  expect(signals).toMatchObject([{ capturedMs: 200, value: { help: 2 }, quality: 1 }]);
});

test.each<readonly [Movement, SourceKind]>([
  ['reach', 'motion'],
  ['angle', 'touch'],
  ['press', 'heart'],
])('%s from %s is refused', (movement, source) => {
  expect(() => createInterpreter(movement, calibrate(source))).toThrow(RangeError);
});

test.skipIf(!motionPresent)('nearly four minutes of a sensor at 100 Hz are read whole by every movement', () => {
  const frames = readMotion('mobgap_MS001_Test11_Trial1');
  for (const movement of ['lean', 'step', 'rise', 'angle'] as const)
    expect(play(createInterpreter(movement, calibrate('motion')), frames).every(({ quality }) => quality === 1)).toBe(true);
});
