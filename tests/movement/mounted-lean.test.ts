import { parse, safeParse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { createLeanInterpreter } from '../../src/movement/interpret/lean';
import { toWayUpDeg } from '../../src/movement/interpret/lean-from-motion';
import { createRiseInterpreter } from '../../src/movement/interpret/rise';
import { createStillMoment } from '../../src/movement/mounting';
import { calibrationShape } from '../../src/movement/shapes';
import type { Frame, Mounting, MountingKind, Vec3 } from '../../src/movement/types';
import { calibrate, ease, play } from './interpret-frames';

/** The device's axes x, y, z on the body's (right, forward, up). */
type Hung = readonly [x: Vec3, y: Vec3, z: Vec3];
const rad = (deg: number) => (deg * Math.PI) / 180;
const [right, forward, up]: Hung = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
const not = ([x, y, z]: Vec3): Vec3 => [-x, -y, -z];
/** A device before the child whose screen it sees, leaning back by so many degrees. */
const facing = (deg: number): Hung => [right, [0, Math.sin(rad(deg)), Math.cos(rad(deg))], [0, -Math.cos(rad(deg)), Math.sin(rad(deg))]];

const places: readonly (readonly [name: string, kind: MountingKind, pictureDeg: number, hung: Hung])[] = [
  ['in a pouch, top up', 'pouch', 0, [not(right), up, forward]],
  ['in a pouch, upside down', 'pouch', 0, [right, not(up), forward]],
  ['in a pouch, on its side', 'pouch', 0, [up, right, forward]],
  ['in a pouch, on its other side', 'pouch', 90, [not(up), not(right), forward]],
  ['flat on a tray', 'tray', 0, [right, forward, up]],
  ['flat on a tray, turned', 'tray', 90, [forward, not(right), up]],
  ['flat on a tray, turned round', 'tray', 180, [not(right), not(forward), up]],
  ['on a wheelchair frame', 'frame', 0, facing(25)],
  ['on a walker frame, upside down', 'frame', 180, [not(right), not(facing(15)[1]), facing(15)[2]]],
  ['held upright', 'held', 0, facing(5)],
  ['held nearly flat', 'held', 0, facing(70)],
];

/** What a device feels of a body that leans so many degrees. */
function feel([x, y, z]: Hung, rightDeg: number, forwardDeg: number): Vec3 {
  const [r, f] = [rad(rightDeg), rad(forwardDeg)];
  const way: Vec3 = [-Math.sin(r) * Math.cos(f), -Math.sin(f), Math.cos(r) * Math.cos(f)];
  const on = (axis: Vec3) => axis[0] * way[0] + axis[1] * way[1] + axis[2] * way[2];
  return [on(x), on(y), on(z)];
}

const sense = (hung: Hung, untilMs: number, rightDeg = 0, forwardDeg = 0, shake: (i: number) => number = () => 0): Frame[] =>
  Array.from({ length: Math.floor((untilMs * 60) / 1000) }, (_, i) => {
    const tMs = (i * 1000) / 60;
    const share = ease(tMs, 800, 1300);
    const [x, y, z] = feel(hung, rightDeg * share, forwardDeg * share);
    return {
      kind: 'motion',
      capturedMs: tMs,
      deliveredMs: tMs + 5,
      accelMps2: [9.81 * x + shake(i), 9.81 * y, 9.81 * z],
      rotationDps: null,
      tiltDeg: null,
    };
  });

/** The mounting as the set-up finds it. Throws when it does not. */
function mount(hung: Hung, kind: MountingKind, pictureDeg: number): Mounting {
  const { found, share } = createStillMoment(0, kind, pictureDeg)(sense(hung, 6000));
  if (!found) throw new Error(`no mounting, share ${share}`);
  return found;
}

describe.each(places)('a sensor %s', (_, kind, pictureDeg, hung) => {
  const mounting = mount(hung, kind, pictureDeg);
  const limits = { left: 20, right: 20, forward: 15, backward: 15 };
  const neutral = toWayUpDeg(feel(hung, 0, 0));
  const lean = (rightDeg: number, forwardDeg: number, ranges = { lean: { neutral, ...limits } }) =>
    play(createLeanInterpreter(calibrate('motion', { mounting, ranges })), sense(hung, 3000, rightDeg, forwardDeg)).at(-1)?.value;

  test.each([
    [20, 0],
    [-20, 0],
    [0, 15],
    [0, -15],
  ])('%i degrees to the right and %i forward are just that', (rightDeg, forwardDeg) => {
    expect(lean(rightDeg, forwardDeg)?.x).toBeCloseTo(rightDeg / 20, 1);
    expect(lean(rightDeg, forwardDeg)?.y).toBeCloseTo(forwardDeg / 15, 1);
  });

  test('worn another way on the day of the range check, right is right all the same', () => {
    const turned = toWayUpDeg(feel([hung[1], not(hung[0]), hung[2]], 0, 90));
    expect(lean(20, 0, { lean: { neutral: turned, ...limits } })?.x).toBeCloseTo(1, 1);
    expect(Math.abs(lean(20, 0, { lean: { neutral: turned, ...limits } })?.y ?? 1)).toBeLessThan(0.1);
  });

  test('without a range check its still moment is neutral, though play begins with a lean', () => {
    const leans = sense(hung, 4300, 12, 0).filter(({ capturedMs }) => capturedMs > 1400);
    expect(play(createLeanInterpreter(calibrate('motion', { mounting })), leans).at(-1)?.value.x).toBeCloseTo(1, 1);
  });

  test('its mounting is kept with the recording', () => {
    expect(parse(calibrationShape, calibrate('motion', { mounting })).mounting).toEqual(mounting);
  });
});

describe('a mounting from a file', () => {
  const mounting = mount([not(right), up, forward], 'pouch', 0);
  test.each([
    ['with left and right exchanged', { ...mounting, right: not(mounting.right) }],
    ['of another length', { ...mounting, up: [0, 2, 0] as Vec3 }],
    ['with forward up', { ...mounting, forward: mounting.up }],
    ['of a place that is none', { ...mounting, kind: 'pocket' }],
  ])('%s is refused', (_, wrong) => {
    expect(safeParse(calibrationShape, { ...calibrate('motion'), mounting: wrong }).success).toBe(false);
  });

  test('older recordings without one stay valid', () => {
    expect(safeParse(calibrationShape, calibrate('motion')).success).toBe(true);
  });
});

describe('the still moment', () => {
  const pouch = places[0]?.[3] ?? facing(0);

  test('the first seconds, in which an adult still puts the device on, do not count', () => {
    const wait = createStillMoment(0, 'pouch', 0);
    expect(wait(sense(pouch, 2400))).toEqual({ share: 0, found: null });
    expect(wait(sense(pouch, 4000)).share).toBeGreaterThan(0.3);
    expect(wait(sense(pouch, 4000)).found).toBeNull();
    expect(wait(sense(pouch, 5200)).found?.kind).toBe('pouch');
  });

  test('a move begins it anew', () => {
    const wait = createStillMoment(0, 'pouch', 0);
    const moved = sense(pouch, 12_000, 0, 0, (i) => (i > 240 && i < 270 ? 4 * Math.sin(i) : 0));
    expect(wait(moved.slice(0, 235)).share).toBeGreaterThan(0.3);
    expect(wait(moved.slice(235, 260)).share).toBe(0);
    expect(wait(moved.slice(260)).found).not.toBeNull();
  });

  test('a device that lies on the table is in no pouch yet', () => {
    expect(createStillMoment(0, 'pouch', 0)(sense([right, forward, up], 20_000)).found).toBeNull();
  });

  test('a child that cannot be still is not waited for: the middle of its moments tells', () => {
    const restless = sense(pouch, 13_000, 0, 0, (i) => 1.5 * Math.sin(i / 9));
    const wait = createStillMoment(0, 'pouch', 0);
    expect(wait(restless.filter(({ capturedMs }) => capturedMs < 11_900)).found).toBeNull();
    expect(wait(restless).found?.up[1]).toBeGreaterThan(0.98);
  });
});

describe('rising with a sensor that stays behind', () => {
  test.each([
    ['tray', 0],
    ['frame', 0],
    ['pouch', 1],
    ['held', 1],
  ] as const)('%s: quality %i', (kind, quality) => {
    const mounting = mount(facing(30), kind, 0);
    const signals = play(createRiseInterpreter(calibrate('motion', { mounting })), sense(facing(30), 1000));
    expect(new Set(signals.map((signal) => signal.quality))).toEqual(new Set([quality]));
  });
});
