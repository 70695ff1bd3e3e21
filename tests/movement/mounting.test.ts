import { describe, expect, test } from 'vitest';
import { findMounting, findStillUp, flatUp, isScreenAhead, toBodyAxes, turnToWalk, uprightUp } from '../../src/movement/mounting';
import type { Frame, Mounting, Vec3 } from '../../src/movement/types';
import { motionPresent, readMotion } from './interpret-frames';

/** A device at rest, as 60 readings a second feel it. */
function rest(
  up: Vec3,
  fromMs = 0,
  untilMs = 1500,
  more: { readonly shake?: number; readonly dps?: number; readonly everyMs?: number } = {},
): Frame[] {
  const { shake = 0, dps = 0, everyMs = 1000 / 60 } = more;
  return Array.from({ length: Math.ceil((untilMs - fromMs) / everyMs) }, (_, i): Frame => {
    const tMs = fromMs + i * everyMs;
    const [x, y, z] = up.map((part) => 9.81 * part);
    return {
      kind: 'motion',
      capturedMs: tMs,
      deliveredMs: tMs + 5,
      accelMps2: [(x ?? 0) + shake * Math.SQRT2 * Math.sin(i * 1.7), y ?? 0, z ?? 0],
      rotationDps: [dps, 0, 0],
      tiltDeg: null,
    };
  });
}

/** The way up of a device whose top leans back from upright by so many degrees: 90 lies on its back. */
const back = (deg: number): Vec3 => [0, Math.cos((deg * Math.PI) / 180), Math.sin((deg * Math.PI) / 180)];
const round = ({ up, right, forward }: Mounting) => [right, forward, up].map((one) => one.map((part) => Math.round(part * 1e6) / 1e6 + 0));
const axes = (mounting: Mounting | null) => (mounting ? round(mounting) : null);

describe('the way up', () => {
  test.each([
    ['on its back', [0, 0, 1]],
    ['upright', [0, 1, 0]],
    ['upside down', [0, -1, 0]],
    ['on its left side', [1, 0, 0]],
    ['on its right side', [-1, 0, 0]],
    ['on its screen', [0, 0, -1]],
  ] as const)('is gravity in a still second: %s', (_, up) => {
    const found = findStillUp(rest(up));
    for (const [i, part] of up.entries()) expect(found?.[i]).toBeCloseTo(part, 9);
  });

  test('is that of the latest still second', () => {
    const frames = [
      ...rest([0, 0, 1], 0, 2000),
      ...rest([0, 1, 0], 2000, 2600, { shake: 2 }),
      ...rest([1, 0, 0], 2600, 4000),
      ...rest([0, 1, 0], 4000, 4500),
    ];
    expect(findStillUp(frames)?.[0]).toBeCloseTo(1, 9);
  });

  test.each([
    ['standing sway is still', { shake: 0.29 }, true],
    ['a rocking child is not', { shake: 0.32 }, false],
    ['a slow turn is still', { dps: 9.9 }, true],
    ['a device that is turned is not', { dps: 10.1 }, false],
    ['readings a third of a second apart tell nothing', { everyMs: 310 }, false],
  ] as const)('%s', (_, more, still) => {
    expect(findStillUp(rest([0, 1, 0], 0, 3000, more)) !== null).toBe(still);
  });

  test('less than a second tells nothing, a second does', () => {
    expect(findStillUp(rest([0, 1, 0], 0, 990))).toBeNull();
    expect(findStillUp(rest([0, 1, 0], 0, 1030))).not.toBeNull();
    expect(findStillUp([])).toBeNull();
  });

  test('what is far from gravity is no rest: a lift that speeds up, a sensor that is wrong', () => {
    expect(findStillUp(rest([0, 0.93, 0]))).toBeNull();
    expect(findStillUp(rest([0, 1.07, 0]))).toBeNull();
    expect(findStillUp(rest([0, 1.05, 0]))).not.toBeNull();
  });

  test('other sources and repeated times change nothing', () => {
    const frames = rest([0, 1, 0]).flatMap((frame): Frame[] => [
      frame,
      frame,
      { kind: 'heart', capturedMs: frame.capturedMs, deliveredMs: frame.deliveredMs, beatsPerMin: 90 },
    ]);
    expect(findStillUp(frames)?.[1]).toBeCloseTo(1, 9);
  });
});

describe('the kind of mounting by gravity alone', () => {
  test.each([
    ['upright', 0, 'pouch'],
    ['bent forwards in its pouch', -50, 'pouch'],
    ['almost leaning back', (Math.asin(uprightUp) * 180) / Math.PI - 0.1, 'pouch'],
    ['leaning back', (Math.asin(uprightUp) * 180) / Math.PI + 0.1, 'held'],
    ['almost lying', (Math.asin(flatUp) * 180) / Math.PI - 0.1, 'held'],
    ['lying', (Math.asin(flatUp) * 180) / Math.PI + 0.1, 'tray'],
    ['lying flat', 90, 'tray'],
  ] as const)('%s', (_, deg, kind) => {
    expect(findMounting(rest(back(deg)))?.kind).toBe(kind);
  });

  test('a device that lies on its screen is not mounted', () => {
    expect(findMounting(rest([0, 0, -1]))).toBeNull();
  });

  test('what the adult says counts more', () => {
    expect(findMounting(rest(back(0)), { kind: 'frame' })?.kind).toBe('frame');
    expect(findMounting(rest(back(90)), { kind: 'held' })?.kind).toBe('held');
  });
});

describe('the body on the device', () => {
  test('in a pouch the screen looks ahead: right of the body is left of the screen', () => {
    const mounting = findMounting(rest(back(0)), { kind: 'pouch' });
    expect(axes(mounting)).toEqual([
      [-1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
    ]);
    expect(mounting && isScreenAhead(mounting)).toBe(true);
  });

  test.each(['tray', 'frame', 'held'] as const)('on a %s the child sees the screen: right is right, however far it leans back', (kind) => {
    for (const deg of [0, 20, 45, 70, 90]) {
      const mounting = findMounting(rest(back(deg)), { kind });
      expect(axes(mounting)?.[0]).toEqual([1, 0, 0]);
      expect(mounting && isScreenAhead(mounting)).toBe(false);
    }
  });

  test.each([
    [0, [0, 1, 0]],
    [90, [1, 0, 0]],
    [180, [0, -1, 0]],
    [270, [-1, 0, 0]],
  ] as const)('flat on a tray the top of the picture is ahead, turned by %i degrees too', (pictureDeg, forward) => {
    expect(axes(findMounting(rest([0, 0, 1]), { pictureDeg }))?.[1]).toEqual(forward);
  });

  test('worn sideways or upside down it is the same body', () => {
    for (const up of [
      [1, 0, 0],
      [-1, 0, 0],
      [0, -1, 0],
    ] as const) {
      const mounting = findMounting(rest(up), { kind: 'pouch' });
      if (!mounting) throw new Error('not found');
      expect(toBodyAxes(mounting, [0, 0, 1]).forward).toBeCloseTo(1, 9);
      expect(toBodyAxes(mounting, up).up).toBeCloseTo(1, 9);
    }
  });

  test('a pouch on a child who lies tells no forward', () => {
    expect(findMounting(rest(back(85)), { kind: 'pouch' })).toBeNull();
    expect(findMounting(rest(back(75)), { kind: 'pouch' })).not.toBeNull();
  });

  test('its axes stand at right angles, right-handed, in any mounting', () => {
    for (let i = 0; i < 200; i++) {
      const [a, b] = [i * 2.4, Math.acos(1 - (2 * (i + 0.5)) / 200)];
      const mounting = findMounting(rest([Math.cos(a) * Math.sin(b), Math.sin(a) * Math.sin(b), Math.cos(b)]), { kind: i % 2 ? 'frame' : 'pouch' });
      if (!mounting) continue;
      const { right, forward, up } = mounting;
      expect(toBodyAxes(mounting, right).right).toBeCloseTo(1, 9);
      expect(toBodyAxes(mounting, forward)).toMatchObject({ forward: expect.closeTo(1, 9), right: expect.closeTo(0, 9), up: expect.closeTo(0, 9) });
      const turned = [forward[1] * up[2] - forward[2] * up[1], forward[2] * up[0] - forward[0] * up[2], forward[0] * up[1] - forward[1] * up[0]];
      for (const [k, part] of turned.entries()) expect(part).toBeCloseTo(right[k] ?? Number.NaN, 9);
    }
  });

  test('a push to either side has that side, mirrored: left and right exchange', () => {
    const mounting = findMounting(rest(back(30)), { kind: 'frame' });
    if (!mounting) throw new Error('not found');
    expect(toBodyAxes(mounting, [2, 0, 0]).right).toBeCloseTo(2, 9);
    expect(toBodyAxes(mounting, [-2, 0, 0]).right).toBeCloseTo(-2, 9);
  });

  test('walking tells the heading that gravity cannot: a pouch on the back', () => {
    const worn = findMounting(rest(back(5)), { kind: 'pouch' });
    const walked = worn && turnToWalk(worn, [1, 0, 0]);
    expect(axes(walked)?.[0]).toEqual([1, 0, 0]);
    expect(walked && isScreenAhead(walked)).toBe(false);
    expect(worn && turnToWalk(worn, worn.up)).toBeNull();
  });
});

describe.skipIf(!motionPresent)('recordings of a sensor on the lower back', () => {
  test.each(['mobgap_MS001_Test5_Trial1', 'mobgap_MS001_Test5_Trial2', 'mobgap_MS001_Test11_Trial1'])(
    '%s: upright before the walk, in its pouch',
    (file) => {
      const before = readMotion(file).filter(({ capturedMs }) => capturedMs < 2500);
      const mounting = findMounting(before);
      expect(mounting?.kind).toBe('pouch');
      expect(mounting?.up[1]).toBeGreaterThan(0.98);
    },
  );

  test('a walk without a stop has no still second', () => {
    const walking = readMotion('mobgap_MS001_Test5_Trial1').filter(({ capturedMs }) => capturedMs > 6500 && capturedMs < 11_500);
    expect(findMounting(walking)).toBeNull();
    expect(findMounting(readMotion('oxford_Samsung_Dario_Hard_BackPocket_1'))).toBeNull();
  });
});
