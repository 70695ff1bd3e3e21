import { describe, expect, test } from 'vitest';
import { countMovementUnits } from '../../src/measures/movement-units';
import { gaussianSpeed, overlappingSpeed } from './profiles';

/** Straight lines between [time in s, speed] corners, at 100 Hz. */
function drawSpeed(corners: readonly (readonly [number, number])[]): number[] {
  const speed: number[] = [];
  for (const [i, [fromS, from]] of corners.entries()) {
    const [toS, to] = corners[i + 1] ?? [fromS + 0.01, from];
    const points = Math.round((toS - fromS) * 100);
    for (let k = 0; k < points; k += 1) speed.push(from + ((to - from) * k) / points);
  }
  return speed;
}

describe('movement units', () => {
  test('one smooth reach is one movement unit', () => {
    expect(countMovementUnits(gaussianSpeed, 100)).toBe(1);
  });

  test.each([1, 2, 3, 5])('%d sub-movements are as many movement units', (count) => {
    expect(countMovementUnits(overlappingSpeed(count, 100), 100)).toBe(count);
  });

  test.each([
    [9, 1],
    [10, 2],
    [11, 2],
  ])('a second rise of %d %% of the peak speed makes %d units', (rise, units) => {
    const speed = drawSpeed([
      [0, 0],
      [0.3, 100],
      [0.6, 50],
      [0.9, 50 + rise],
      [1.2, 0],
    ]);
    expect(countMovementUnits(speed, 100)).toBe(units);
  });

  test.each([
    [0.14, 1],
    [0.15, 2],
    [0.16, 2],
  ])('peaks %d s apart make %d units', (apart, units) => {
    const speed = drawSpeed([
      [0, 0],
      [0.3, 100],
      [0.3 + apart / 2, 50],
      [0.3 + apart, 90],
      [0.9, 0],
    ]);
    expect(countMovementUnits(speed, 100)).toBe(units);
  });

  test('a higher peak that comes too early takes the place of the one before', () => {
    // The third is 0.2 s after the first, but only 0.1 s after the second, which replaced it.
    const speed = drawSpeed([
      [0, 0],
      [0.3, 60],
      [0.35, 30],
      [0.4, 100],
      [0.45, 50],
      [0.5, 80],
      [0.8, 0],
    ]);
    expect(countMovementUnits(speed, 100)).toBe(1);
  });

  test('a flat top is one peak, at its middle', () => {
    const flatThen = (startS: number) =>
      drawSpeed([
        [0, 0],
        [0.3, 100],
        [0.4, 100],
        [startS - 0.05, 50],
        [startS, 90],
        [0.9, 0],
      ]);
    expect(countMovementUnits(flatThen(0.49), 100)).toBe(1);
    expect(countMovementUnits(flatThen(0.5), 100)).toBe(2);
  });

  test('rest, and a speed that only rises or only falls, have no movement unit', () => {
    expect(countMovementUnits([], 100)).toBe(0);
    expect(countMovementUnits([0, 0, 0], 100)).toBe(0);
    expect(countMovementUnits([1, 2, 3], 100)).toBe(0);
    expect(countMovementUnits([3, 2, 1], 100)).toBe(0);
    expect(countMovementUnits([2, 2, 2], 100)).toBe(0);
  });
});
