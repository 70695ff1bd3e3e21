import type { SwayPath } from '../../src/measures/sway-path';

/** The rate in Hz of all paths here. */
export const rateHz = 100;

/** A path from a formula of the time in s. */
export function drawPath(seconds: number, point: (t: number) => readonly [ml: number, ap: number]): SwayPath {
  const points = Array.from({ length: Math.round(seconds * rateHz) }, (_, i) => point(i / rateHz));
  return { ml: points.map(([ml]) => ml), ap: points.map(([, ap]) => ap) };
}

/** A child's sway in outline: slow and quick swings that never repeat, askew and off the middle, in mm. */
export function drawSway(seconds: number): SwayPath {
  const turn = (hz: number, t: number, phase: number) => Math.sin(2 * Math.PI * hz * t + phase);
  return drawPath(seconds, (t) => {
    const ml = 4 * turn(0.23, t, 0.4) + 2 * turn(0.61, t, 1.1) + 0.5 * turn(1.73, t, 2);
    const ap = 7 * turn(0.17, t, 0.9) + 3 * turn(0.47, t, 0.2) + 0.8 * turn(1.31, t, 1.7);
    return [12 + ml + 0.3 * ap, -40 + ap];
  });
}

/** White noise of a standard deviation, the same for the same seed. */
export function drawNoise(count: number, deviation: number, seed: number): number[] {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return Array.from({ length: count }, () => deviation * Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next()));
}
