import { expect, test } from 'vitest';
import { raiseDrill } from '../../src/drills/raise/drill';
import type { Frame } from '../../src/movement/types';
import { createRaiseSet } from '../drills/raise-set';
import { plainTouch } from '../drills/reach-set';
import { toBody, toPoseFrame } from '../movement/interpret-frames';
import { sitDown } from './sitting';

/** A child before the camera whose left arm is up and whose right one hangs, or the other way round. */
const armsUp = (nowMs: number, left: number, right: number): Frame => ({
  ...toPoseFrame(toBody(0, { armDeg: { left, right } })),
  capturedMs: nowMs,
  deliveredMs: nowMs,
});

test.each([
  ['left', 80, 10],
  ['left', 10, 80],
  ['right', 80, 10],
  ['right', 10, 80],
] as const)('in a set of the %s arm that arm is drawn, with the left one at %i and the right one at %i degrees', (side, left, right) => {
  const { params } = createRaiseSet(side);
  const sitting = sitDown({ drill: raiseDrill, params, side, calibration: { ...plainTouch, source: 'pose' } });
  sitting.session.skipDemo();
  for (let i = 0; i < 10; i++) sitting.session.push(armsUp(sitting.clock.nowMs() + 33 * i, left, right));
  const live = sitting.session.stage.live.angle;
  expect(live?.side).toBe(side);
  const asked = side === 'left' ? left : right;
  expect(Math.abs((live?.deg ?? Number.NaN) - asked)).toBeLessThan(12);
});
