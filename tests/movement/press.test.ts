import { describe, expect, test } from 'vitest';
import { createPressInterpreter } from '../../src/movement/interpret/press';
import type { Calibration, Frame, MovementSignal, SourceKind } from '../../src/movement/types';
import { present, readFrames } from '../measures/pose-frames';
import { calibrate, film, hide, mirror, play, seated, toPoseFrame, worsened } from './interpret-frames';

const press = (source: SourceKind, frames: readonly Frame[], more: Partial<Calibration> = {}, untilMs?: number) =>
  play(createPressInterpreter(calibrate(source, more)), frames, untilMs);
const tell = (signals: readonly MovementSignal<'press'>[]) => signals.map(({ value }) => `${value.side} ${value.down ? 'down' : 'up'}`);
const switches = { scan: 'direct', scanMs: 2000, holdMs: 0, repeatMs: 0 } as const;

describe('a drum on the glass', () => {
  const touch = (ms: number, ...xs: readonly number[]): Frame => ({
    kind: 'touch',
    capturedMs: ms,
    deliveredMs: ms,
    contacts: xs.map((x, id) => ({ id: id + 1, x, y: 0.5 })),
  });

  test('is down as the hand lands on its half and up as it lifts; mirrored, the other drum', () => {
    expect(tell(press('touch', [touch(100, 0.2), touch(200)]))).toEqual(['left down', 'left up']);
    expect(tell(press('touch', [touch(100, 0.8), touch(200)]))).toEqual(['right down', 'right up']);
    expect(press('touch', [touch(100, 0.2), touch(200)])[0]?.capturedMs).toBe(100);
  });

  test('both hands drum at once', () => {
    expect(tell(press('touch', [touch(100, 0.2), touch(150, 0.2, 0.9), touch(300)]))).toEqual(['left down', 'right down', 'left up', 'right up']);
  });

  test('a finger that slides from one drum to the other has struck once', () => {
    expect(tell(press('touch', [touch(100, 0.3), touch(150, 0.5), touch(200, 0.8), touch(300)]))).toEqual(['left down', 'left up']);
  });

  test("the child's touch settings hold: a touch that has to last, and a palm", () => {
    const hold = { accept: 'contact', holdMs: 200, mergeMs: 0, edgeRestMm: 0, palmMm: 35 } as const;
    expect(press('touch', [touch(100, 0.2), touch(250)], { touch: hold })).toEqual([]);
    expect(press('touch', [touch(100, 0.2)], { touch: hold }, 400).map(({ capturedMs }) => capturedMs)).toEqual([300]);
    const palm: Frame = { kind: 'touch', capturedMs: 100, deliveredMs: 100, contacts: [{ id: 1, x: 0.2, y: 0.5, sizeMm: 50 }] };
    expect(press('touch', [palm])).toEqual([]);
  });
});

describe('a switch', () => {
  const pad = (ms: number, ...down: readonly number[]): Frame => ({
    kind: 'gamepad',
    capturedMs: ms,
    deliveredMs: ms,
    axes: [0, 0],
    buttons: [0, 1, 2, 3].map((i) => down.includes(i)),
  });

  test('any switch is the drum; with two the first is left and the second right', () => {
    expect(tell(press('gamepad', [pad(100, 2), pad(200)]))).toEqual(['null down', 'null up']);
    const two = { switches: { ...switches, scan: 'two' } } as const;
    expect(tell(press('gamepad', [pad(100, 0), pad(200), pad(300, 1), pad(400)], two))).toEqual(['left down', 'left up', 'right down', 'right up']);
  });

  test('a repeated reading is no second press', () => {
    expect(press('gamepad', [pad(100, 0), pad(110, 0), pad(110, 0), pad(200)])).toHaveLength(2);
  });

  test.each([
    [500, 0],
    [510, 2],
  ])('with a hold of 500 ms a press of %i ms tells %i changes', (lastsMs, told) => {
    expect(press('gamepad', [pad(100, 0), pad(100 + lastsMs)], { switches: { ...switches, holdMs: 500 } }, 1000)).toHaveLength(told);
  });

  test.each([
    [290, 1],
    [300, 2],
  ])('with a repeat time of 300 ms a press %i ms after the last is press number %i', (gapMs, presses) => {
    const frames = [pad(100, 0), pad(200), pad(200 + gapMs, 0), pad(240 + gapMs)];
    expect(press('gamepad', frames, { switches: { ...switches, repeatMs: 300 } }, 1000).filter(({ value }) => value.down)).toHaveLength(presses);
  });
});

/** The right hand drums every 800 ms, from 1 s on; the other hangs. */
const drum = (untilMs: number, hz = 30) =>
  film(untilMs, (t) => ({ armDeg: { left: 8, right: t < 600 ? 8 : 50 + 45 * Math.cos((2 * Math.PI * (t - 1000)) / 800) } }), hz);
const strikes = (signals: readonly MovementSignal<'press'>[]) => signals.filter(({ value, quality }) => value.down && quality > 0);

describe('a drum in the air', () => {
  test('is struck as the hand comes down, once each time, by its side', () => {
    const told = strikes(press('pose', drum(5000)));
    expect(told).toHaveLength(5);
    expect(told.every(({ value }) => value.side === 'right')).toBe(true);
    expect(strikes(press('pose', drum(5000).map(mirror))).every(({ value }) => value.side === 'left')).toBe(true);
  });

  test('strikes keep the beat between frames: their spacing is even within 20 ms at 15, 30 and 60 frames a second', () => {
    for (const hz of [15, 30, 60]) {
      const times = strikes(press('pose', drum(5000, hz))).map(({ capturedMs }) => capturedMs);
      const gaps = times.slice(2).map((ms, i) => ms - (times[i + 1] ?? 0));
      for (const gap of gaps) expect(Math.abs(gap - 800)).toBeLessThan(20);
    }
  });

  test.each(worsened)('%s: the strikes stay', (_, worsen) => {
    expect(strikes(press('pose', worsen(drum(5000))))).toHaveLength(5);
  });

  test("a small drum of the child's own reach box is struck with a small movement", () => {
    const small = film(4000, (t) => ({ armDeg: { left: 8, right: 30 + 15 * Math.cos((2 * Math.PI * t) / 800) } }));
    const box = { left: 0, right: 1, top: 0.85, bottom: 1.35 };
    expect(strikes(press('pose', small))).toHaveLength(0);
    expect(strikes(press('pose', small, { ranges: { reach: { right: box } } })).length).toBeGreaterThanOrEqual(4);
  });

  test('hands in the lap, or coming into view low, strike nothing', () => {
    expect(
      strikes(
        press(
          'pose',
          film(3000, () => seated),
        ),
      ),
    ).toEqual([]);
    const coming = film(3000, () => seated).map((frame) => (frame.capturedMs < 1000 ? hide(frame, (joint) => joint.endsWith('wrist')) : frame));
    expect(strikes(press('pose', coming))).toEqual([]);
  });

  test('only shoulders and hands are needed; a hidden hand lets go and does not hide the other', () => {
    const frames = drum(5000).map((frame) => hide(frame, (joint) => /hip|knee|ankle|elbow/.test(joint) || joint === 'left_wrist'));
    const signals = press('pose', frames);
    expect(strikes(signals)).toHaveLength(5);
    expect(signals.every(({ quality }) => quality === 1)).toBe(true);
  });

  test('a child that leaves the picture presses nothing, and is told to be seen when it is back', () => {
    const frames = drum(4000).map(
      (frame): Frame => (frame.kind === 'pose' && frame.capturedMs > 1500 && frame.capturedMs < 2500 ? { ...frame, joints: {} } : frame),
    );
    const signals = press('pose', frames, {}, 5000);
    const lost = signals.filter(({ quality }) => quality === 0);
    expect(lost.every(({ value }) => !value.down)).toBe(true);
    expect(signals.find(({ capturedMs, quality }) => capturedMs >= 2500 && quality > 0)?.capturedMs).toBeLessThan(2540);
    expect(signals.at(-1)?.quality).toBe(0);
  });

  test.skipIf(!present)('ten arm raises of a recording come down ten times', () => {
    const signals = press(
      'pose',
      readFrames('uiprmd_m07_s03.csv').map((frame) => toPoseFrame(frame)),
    );
    expect(strikes(signals).filter(({ value }) => value.side === 'right')).toHaveLength(10);
  });
});

test("played by an adult's thumb no source speaks", () => {
  expect(press('adult', drum(2000))).toEqual([]);
});
