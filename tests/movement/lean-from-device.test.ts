import { describe, expect, test } from 'vitest';
import { createLeanInterpreter } from '../../src/movement/interpret/lean';
import { toWayUpDeg } from '../../src/movement/interpret/lean-from-motion';
import type { Calibration, Frame, Vec3 } from '../../src/movement/types';
import { calibrate, ease, film, motionPresent, play, readMotion, seated } from './interpret-frames';

const rad = (deg: number) => (deg * Math.PI) / 180;
/** The way up of a portrait device whose screen looks at the child, leaned right and forward. */
const held = (rightDeg: number, forwardDeg: number): Vec3 => {
  const [r, f] = [rad(rightDeg), rad(forwardDeg)];
  return [-Math.sin(r), Math.cos(r) * Math.cos(f), Math.cos(r) * Math.sin(f)];
};
const onTray = (rightDeg: number, forwardDeg: number): Vec3 => {
  const [x, y, z] = held(rightDeg, forwardDeg);
  return [x, -z, y];
};
const sense = (untilMs: number, up: (tMs: number) => Vec3, hz = 60): Frame[] =>
  Array.from({ length: Math.floor((untilMs * hz) / 1000) }, (_, i) => {
    const tMs = (i * 1000) / hz;
    const [x, y, z] = up(tMs);
    return { kind: 'motion', capturedMs: tMs, deliveredMs: tMs + 5, accelMps2: [9.81 * x, 9.81 * y, 9.81 * z], rotationDps: null, tiltDeg: null };
  });

describe('lean from a motion sensor', () => {
  const moved = { ranges: { lean: { neutral: toWayUpDeg(held(0, 0)), left: 10, right: 20, forward: 15, backward: 5 } } };
  const read = (frames: readonly Frame[], more: Partial<Calibration> = moved, untilMs?: number) =>
    play(createLeanInterpreter(calibrate('motion', more)), frames, untilMs);
  const go = (rightDeg: number, forwardDeg: number, mount = held) =>
    sense(3000, (t) => mount(rightDeg * ease(t, 800, 1300), forwardDeg * ease(t, 800, 1300)));

  test('1 is the comfortable limit of that side', () => {
    expect(read(go(20, 0)).at(-1)?.value.x).toBeCloseTo(1, 1);
    expect(read(go(-10, 0)).at(-1)?.value.x).toBeCloseTo(-1, 1);
    expect(read(go(0, 15)).at(-1)?.value.y).toBeCloseTo(1, 1);
    expect(read(go(0, -5)).at(-1)?.value.y).toBeCloseTo(-1, 1);
  });

  test('lies on a tray with its top away from the child as well', () => {
    const tray = { ranges: { lean: { ...moved.ranges.lean, neutral: toWayUpDeg(onTray(0, 0)) } } };
    expect(read(go(20, 0, onTray), tray).at(-1)?.value.x).toBeCloseTo(1, 1);
    expect(read(go(0, 15, onTray), tray).at(-1)?.value.y).toBeCloseTo(1, 1);
  });

  test('turned on its side it still knows right from forward', () => {
    const sideways = (r: number, f: number): Vec3 => {
      const [x, y, z] = held(r, f);
      return [y, -x, z];
    };
    const landscape = { ranges: { lean: { ...moved.ranges.lean, neutral: toWayUpDeg(sideways(0, 0)) } } };
    expect(read(go(20, 0, sideways), landscape).at(-1)?.value.x).toBeCloseTo(1, 1);
    expect(read(go(0, 15, sideways), landscape).at(-1)?.value.y).toBeCloseTo(1, 1);
  });

  test('worn on the chest with the screen ahead, right and forward are turned', () => {
    const ahead = { ranges: { lean: { ...moved.ranges.lean, left: 20, backward: 15, screenAhead: true as const } } };
    expect(read(go(-20, 0), ahead).at(-1)?.value.x).toBeCloseTo(1, 1);
    expect(read(go(0, -15), ahead).at(-1)?.value.y).toBeCloseTo(1, 1);
  });

  test('without a range check the first half second is neutral, in any mounting', () => {
    const slanted = (r: number, f: number) => held(r, f - 30);
    const signals = read(go(12, 0, slanted), {});
    expect(signals[5]?.value.x).toBeCloseTo(0, 5);
    expect(signals.at(-1)?.value.x).toBeGreaterThan(0.8);
    expect(Math.abs(signals.at(-1)?.value.y ?? 1)).toBeLessThan(0.2);
  });

  test('a gyroscope makes it follow at once', () => {
    const frames = go(20, 0).map((frame): Frame => {
      const turning = 20 * ((ease(frame.capturedMs + 8, 800, 1300) - ease(frame.capturedMs - 8, 800, 1300)) / 0.016);
      return { ...frame, rotationDps: [0, 0, -turning] } as Frame;
    });
    const atEnd = (signals: ReturnType<typeof read>) => signals.find(({ capturedMs }) => capturedMs >= 1300)?.value.x ?? 0;
    expect(atEnd(read(frames))).toBeGreaterThan(0.9);
    expect(atEnd(read(go(20, 0)))).toBeLessThan(atEnd(read(frames)));
  });

  test('a sensor silent for 300 ms is not heard, and heard again when it is back', () => {
    const frames = go(10, 0).filter(({ capturedMs }) => capturedMs < 1000 || capturedMs > 1600);
    const signals = read(frames);
    const lost = signals.filter(({ quality }) => quality === 0);
    expect(lost[0]?.deliveredMs).toBeGreaterThanOrEqual(1280);
    expect(lost[0]?.deliveredMs).toBeLessThanOrEqual(1310);
    expect(signals.at(-1)?.quality).toBe(1);
  });

  test.skipIf(!motionPresent)('walking with the sensor at the back does not lean far, and standing hardly', () => {
    const signals = play(createLeanInterpreter(calibrate('motion')), readMotion('mobgap_MS001_Test5_Trial1'));
    expect(signals.every(({ quality }) => quality === 1)).toBe(true);
    expect(Math.max(...signals.map(({ value }) => Math.abs(value.x)))).toBeLessThan(2);
    expect(Math.max(...signals.filter(({ capturedMs }) => capturedMs < 1000).map(({ value }) => Math.abs(value.x)))).toBeLessThan(0.4);
  });

  test.skipIf(!motionPresent)('a gyroscope whose axes come in another order is not believed: turning while walking is no lean', () => {
    const mean = (frames: readonly Frame[]) => {
      const leans = play(createLeanInterpreter(calibrate('motion')), frames).map(({ value }) => Math.abs(value.x));
      return leans.reduce((sum, x) => sum + x, 0) / leans.length;
    };
    const frames = readMotion('mobgap_MS001_Test11_Trial1');
    const reordered = frames.map((frame): Frame => {
      if (frame.kind !== 'motion' || !frame.rotationDps) return frame;
      const [x, y, z] = frame.rotationDps;
      return { ...frame, rotationDps: [z, x, y] };
    });
    expect(mean(frames)).toBeLessThan(0.25);
    expect(mean(reordered)).toBeLessThan(0.3);
  });
});

describe('lean from a stick and from a finger', () => {
  const stick = (axes: readonly number[], buttons: readonly boolean[] = []): Frame => ({
    kind: 'gamepad',
    capturedMs: 10,
    deliveredMs: 10,
    axes,
    buttons,
  });
  const read = (frame: Frame, more: Partial<Calibration> = {}) => play(createLeanInterpreter(calibrate('gamepad', more)), [frame]).at(-1)?.value;

  test('a stick pushed away from the child leans forward', () => {
    expect(read(stick([0.8, 0]))).toEqual({ x: 1, y: 0, swayMm: null });
    expect(read(stick([0, -0.8]))?.y).toBeCloseTo(1, 6);
    expect(read(stick([0.1, 0]))?.x).toBe(0);
  });

  test('a child that moves the stick half-way leans wholly after its range check', () => {
    const small = { ranges: { lean: { neutral: { x: 0, y: 0 }, left: 0.4, right: 0.4, forward: 0.4, backward: 0.4 } } };
    expect(read(stick([-0.4, 0]), small)?.x).toBeCloseTo(-1, 6);
  });

  test('two switches lean left and right', () => {
    const two = { switches: { scan: 'two', scanMs: 5000, holdMs: 0, repeatMs: 0 } } as const;
    expect(hold([stick([], [true, false])], two, 2500)?.x).toBe(-1);
    expect(hold([stick([], [false, true])], two, 2500)?.x).toBe(1);
  });

  /** Where the lean is after so long, as the runner asks each 10 ms. */
  const hold = (frames: readonly Frame[], more: Partial<Calibration>, untilMs: number) => {
    const interpret = createLeanInterpreter(calibrate('gamepad', more));
    let value = { x: 0, y: 0 };
    for (let nowMs = 10; nowMs <= untilMs; nowMs += 10) {
      const heard = frames.filter((frame) => frame.deliveredMs > nowMs - 10 && frame.deliveredMs <= nowMs);
      for (const signal of interpret(heard, nowMs)) value = signal.value;
    }
    return value;
  };

  test('a key or a direction button leans farther the longer it is held, to the limit and no more, and sinks when it is let go', () => {
    expect(hold([stick([1, 0])], {}, 1010).x).toBeCloseTo(0.5, 1);
    expect(hold([stick([1, 0])], {}, 5000).x).toBe(1);
    expect(hold([stick([0, -1])], {}, 1010).y).toBeCloseTo(0.5, 1);
    const letGo: Frame = { ...stick([0, 0]), capturedMs: 2010, deliveredMs: 2010 };
    expect(hold([stick([1, 0]), letGo], {}, 3010).x).toBeCloseTo(0.5, 1);
    expect(hold([stick([1, 0]), letGo], {}, 5000).x).toBe(0);
  });

  test('a stick that is let go is back at once', () => {
    expect(hold([stick([0.6, 0]), { ...stick([0, 0]), capturedMs: 500, deliveredMs: 500 }], {}, 520).x).toBe(0);
  });

  test('one switch: a small lean points around, and grows to where it points while the switch is held', () => {
    const one = { switches: { scan: 'one', scanMs: 4000, holdMs: 0, repeatMs: 0 } } as const;
    const still = stick([], [false]);
    // A stop lasts a second: forward, forward right, right …
    expect(hold([still], one, 500).y).toBeCloseTo(0.12, 2);
    expect(hold([still], one, 2500).x).toBeCloseTo(0.12, 2);
    const press: Frame = { ...stick([], [true]), capturedMs: 2500, deliveredMs: 2500 };
    expect(hold([still, press], one, 3500).x).toBeCloseTo(0.62, 1);
    expect(hold([still, press], one, 6000).x).toBeCloseTo(1, 6);
    const released: Frame = { ...still, capturedMs: 6000, deliveredMs: 6000 };
    expect(Math.hypot(hold([still, press, released], one, 6100).x, hold([still, press, released], one, 6100).y)).toBeCloseTo(0.12, 2);
  });

  test('a finger leans to where it lies, and back when it lifts', () => {
    const touch = (ms: number, ...contacts: { id: number; x: number; y: number }[]): Frame => ({
      kind: 'touch',
      capturedMs: ms,
      deliveredMs: ms,
      contacts,
    });
    const signals = play(createLeanInterpreter(calibrate('touch')), [touch(10, { id: 1, x: 0.9, y: 0.1 }), touch(200)]);
    expect(signals[0]?.value.x).toBeCloseTo(1, 6);
    expect(signals[0]?.value.y).toBeCloseTo(1, 6);
    expect(signals.at(-1)?.value).toEqual({ x: 0, y: 0, swayMm: null });
  });

  test("played by an adult's thumb no source speaks", () => {
    expect(play(createLeanInterpreter(calibrate('adult')), [...film(300, () => seated), stick([1, 0])])).toEqual([]);
  });
});
