import { describe, expect, test } from 'vitest';
import { createGamepadReachInterpreter } from '../../src/movement/interpret/reach-from-gamepad';
import type { Calibration, Frame, HandContact, SwitchSettings } from '../../src/movement/types';
import { calibrate, fieldMm, play } from './interpret-frames';

type Reading = readonly [ms: number, axes: readonly number[], ...down: number[]];
const pad = ([ms, axes, ...down]: Reading): Frame => ({
  kind: 'gamepad',
  capturedMs: ms,
  deliveredMs: ms,
  axes,
  buttons: Array.from({ length: 17 }, (_, i) => down.includes(i)),
});

function drive(settings: Partial<SwitchSettings>, readings: readonly Reading[], untilMs: number, more: Partial<Calibration> = {}) {
  const switches: SwitchSettings = { scan: 'direct', scanMs: 2000, holdMs: 0, repeatMs: 0, ...settings };
  const signals = play(createGamepadReachInterpreter(calibrate('gamepad', { switches, ...more })), readings.map(pad), untilMs);
  const hands = signals.map(({ deliveredMs, value }) => ({ atMs: deliveredMs, ...(value.contacts[0] as HandContact) }));
  const chosen = hands.filter((hand, i) => hand.counts && !hands[i - 1]?.counts);
  return { hands, chosen, at: (ms: number) => hands.findLast(({ atMs }) => atMs <= ms) };
}

describe('a stick or arrow keys', () => {
  test('move the hand from the middle: at full travel it crosses the field in the time that is set', () => {
    const { at, hands } = drive(
      {},
      [
        [100, [1, 0]],
        [600, [0, 0]],
      ],
      2000,
    );
    expect(hands[0]).toMatchObject({ xMm: fieldMm.width / 2, yMm: fieldMm.height / 2, counts: false });
    expect(at(2000)?.xMm).toBeCloseTo(0.75 * fieldMm.width, 6);
    expect(at(2000)?.yMm).toBe(fieldMm.height / 2);
  });

  test('mirrored, left and right are exchanged; up is away from the child', () => {
    const x = (axis: number) =>
      drive(
        {},
        [
          [100, [axis, 0]],
          [600, [0, 0]],
        ],
        1000,
      ).at(1000)?.xMm ?? 0;
    expect(x(1) + x(-1)).toBeCloseTo(fieldMm.width, 6);
    expect(drive({}, [[100, [0, -1]]], 400).at(400)?.yMm).toBeLessThan(fieldMm.height / 2);
  });

  test('the direction buttons do the same, and choose nothing', () => {
    const { at, chosen } = drive(
      {},
      [
        [100, [0, 0], 15],
        [600, [0, 0]],
      ],
      1000,
    );
    expect(at(1000)?.xMm).toBeCloseTo(0.75 * fieldMm.width, 6);
    expect(chosen).toEqual([]);
  });

  test('a child that moves the stick half-way is as fast as with a whole one; a resting stick does not creep', () => {
    const box = { left: -0.5, right: 0.5, top: -0.5, bottom: 0.5 };
    const half = drive(
      {},
      [
        [100, [0.5, 0]],
        [600, [0.1, 0]],
      ],
      1000,
      { ranges: { reach: { left: box } } },
    );
    expect(half.at(1000)?.xMm).toBeCloseTo(0.75 * fieldMm.width, 6);
  });

  test('the hand stays on the field', () => {
    expect(drive({}, [[100, [1, 1]]], 6000).at(6000)).toMatchObject({ xMm: fieldMm.width, yMm: fieldMm.height });
  });

  test('a press counts where the hand is, once it has lasted as long as is set, and ends with the button', () => {
    const press: Reading[] = [
      [500, [0, 0], 0],
      [1500, [0, 0]],
    ];
    expect(drive({}, press, 2000).chosen[0]?.atMs).toBe(500);
    expect(drive({ holdMs: 400 }, press, 2000).chosen[0]?.atMs).toBe(900);
    expect(drive({ holdMs: 990 }, press, 2000).chosen).toHaveLength(1);
    expect(drive({ holdMs: 1000 }, press, 2000).chosen).toHaveLength(0);
    expect(drive({}, press, 2000).at(2000)?.counts).toBe(false);
  });

  test('each press is a contact of its own, so that a waiting hand answers too', () => {
    const { chosen } = drive(
      {},
      [
        [500, [0, 0], 0],
        [700, [0, 0]],
        [1500, [0, 0], 1],
        [1700, [0, 0]],
      ],
      2000,
    );
    expect(chosen).toHaveLength(2);
    expect(chosen[0]?.id).not.toBe(chosen[1]?.id);
  });

  test.each([
    [290, 1],
    [300, 2],
  ])('with a repeat time of 300 ms a second press %i ms after the first was let go makes %i', (gapMs, presses) => {
    const readings: Reading[] = [
      [500, [0, 0], 0],
      [600, [0, 0]],
      [600 + gapMs, [0, 0], 0],
      [640 + gapMs, [0, 0]],
    ];
    expect(drive({ repeatMs: 300 }, readings, 2000).chosen).toHaveLength(presses);
  });
});

describe('one switch', () => {
  const one = { scan: 'one' } as const;

  test('an upright line goes to and fro; a press stops it, a level line follows, and the next press touches where they cross', () => {
    const { hands, chosen, at } = drive(
      one,
      [
        [1000, [], 0],
        [1100, []],
        [2600, [], 0],
        [2700, []],
      ],
      5000,
    );
    expect(hands[0]).toMatchObject({ scanLine: 'upright', counts: false });
    expect(at(990)?.xMm).toBeCloseTo(fieldMm.width / 2, -1);
    const level = at(2000);
    expect(level).toMatchObject({ scanLine: 'level', counts: false });
    expect(chosen).toHaveLength(1);
    expect(chosen[0]?.xMm).toBe(level?.xMm);
    expect(chosen[0]?.xMm).toBeCloseTo(fieldMm.width / 2, -1);
    expect(chosen[0]?.yMm).toBeCloseTo(0.75 * fieldMm.height, -1);
    expect(chosen[0]?.scanLine).toBeUndefined();
  });

  test('after the touch the upright line starts again, as a new contact', () => {
    const { chosen, at } = drive(
      one,
      [
        [1000, [], 0],
        [1100, []],
        [2600, [], 0],
        [2700, []],
      ],
      5000,
    );
    const after = at((chosen[0]?.atMs ?? 0) + 900);
    expect(after).toMatchObject({ scanLine: 'upright', counts: false });
    expect(after?.id).not.toBe(chosen[0]?.id);
  });

  test('the line stands while the switch is down, so that a press that has to last meets what was aimed at', () => {
    const { at, chosen } = drive(
      { ...one, holdMs: 500 },
      [
        [1000, [], 0],
        [1600, []],
        [2600, [], 0],
        [3200, []],
      ],
      4000,
    );
    expect(at(1400)?.xMm).toBe(at(1010)?.xMm);
    expect(chosen[0]?.xMm).toBe(at(1010)?.xMm);
  });

  test('at the edge the line turns back', () => {
    const { hands } = drive(one, [[5000, []]], 4100);
    const xs = hands.map(({ xMm }) => xMm);
    expect(Math.max(...xs)).toBeLessThanOrEqual(fieldMm.width);
    expect(Math.max(...xs)).toBeGreaterThan(0.99 * fieldMm.width);
    expect(xs.at(-1)).toBeLessThan(0.1 * fieldMm.width);
  });

  test('a level line that nobody stops is an upright one again after four crossings', () => {
    const { at } = drive(
      one,
      [
        [500, [], 0],
        [600, []],
      ],
      10000,
    );
    expect(at(8400)?.scanLine).toBe('level');
    expect(at(8900)?.scanLine).toBe('upright');
  });

  test('the touch lasts while the switch is held, for targets that want a hold', () => {
    const held = drive(
      one,
      [
        [500, [], 0],
        [600, []],
        [1000, [], 0],
        [3000, []],
      ],
      4000,
    );
    expect(held.at(2900)?.counts).toBe(true);
    expect(held.at(3100)?.counts).toBe(false);
  });

  test('a slower scan is slower', () => {
    const x = (scanMs: number) => drive({ ...one, scanMs }, [[2000, []]], 1000).at(1000)?.xMm ?? 0;
    expect(x(2000) / x(8000)).toBeCloseTo(4, 1);
  });
});

describe('two switches', () => {
  const two = { scan: 'two' } as const;

  test('the first moves the line from stop to stop, the second chooses', () => {
    const presses: Reading[] = [
      [100, [], 0],
      [200, []],
      [300, [], 0],
      [400, []],
      [500, [], 1],
      [600, []],
      [700, [], 0],
      [800, []],
      [900, [], 1],
      [1000, []],
    ];
    const { chosen, at } = drive(two, presses, 3000);
    expect(at(250)?.xMm).toBe(20);
    expect(at(450)?.xMm).toBe(40);
    expect(at(650)).toMatchObject({ scanLine: 'level', xMm: 40, yMm: 0 });
    expect(chosen).toMatchObject([{ xMm: 40, yMm: 20 }]);
  });

  test('the line does not move by itself; held, the first switch moves it on', () => {
    expect(drive(two, [[100, []]], 3000).at(3000)?.xMm).toBe(0);
    expect(
      drive(
        two,
        [
          [100, [], 0],
          [1100, []],
        ],
        3000,
      ).at(3000)?.xMm,
    ).toBeGreaterThanOrEqual(120);
  });

  test('past the last stop it begins again', () => {
    const presses = Array.from({ length: 13 }, (_, i): Reading[] => [
      [100 + 100 * i, [], 0],
      [150 + 100 * i, []],
    ]).flat();
    expect(drive(two, presses, 3000).at(3000)?.xMm).toBe(0);
  });
});
