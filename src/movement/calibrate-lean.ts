import type { Gauge, GaugeOrder } from './gauge';
import { type LeanReach, round, toLeanLimits, toSafeLean } from './interpret/default-ranges';
import { guessAhead, toTilt, toWayUpDeg } from './interpret/lean-from-motion';
import { createPoseLeanReader } from './interpret/lean-from-pose';
import { readStick } from './interpret/stick';
import { createWayUp } from './interpret/way-up';
import { isScreenAhead } from './mounting';
import { createNoiseGauge } from './still-noise';
import type { Frame, MovementRanges, Vec3 } from './types';
import { toUnit } from './vector';

const leanDirections = ['left', 'right', 'forward', 'backward'] as const;

/** The gauge of leaning: where the trunk is while still, how far it goes, and from a camera what it reads of a still body. */
export function createLeanGauge({ source, mounting }: GaugeOrder): Gauge | null {
  const { least, most } = toLeanLimits(source);
  const readPose = createPoseLeanReader();
  const findUp = createWayUp();
  const noise = createNoiseGauge();
  const toUp = ([x = 0, y = 0, z = 0]: readonly number[]): Vec3 => toUnit([x, y, z]);

  function read(frame: Frame): readonly number[] | null | undefined {
    if (frame.kind !== source) return undefined;
    if (frame.kind === 'motion') return findUp(frame);
    if (frame.kind === 'gamepad') return toNumbers(readStick(frame, 'direct'));
    if (frame.kind !== 'pose') return undefined;
    const lean = readPose(frame);
    noise.read(frame.capturedMs, lean?.place ?? null);
    return lean && [lean.x, lean.y];
  }

  function toLean(reading: readonly number[], neutral: readonly number[]): { readonly x: number; readonly y: number } {
    if (source === 'motion') return toTilt(toUp(reading), toUp(neutral), mounting?.forward ?? guessAhead(toUp(neutral), false));
    return { x: (reading[0] ?? 0) - (neutral[0] ?? 0), y: (reading[1] ?? 0) - (neutral[1] ?? 0) };
  }

  function build(neutral: readonly number[], reached: Readonly<Record<string, number>>): MovementRanges | null {
    const measured = leanDirections.map((to) => (reached[to] ?? 0) * most[to]).filter((extent) => extent >= least);
    if (measured.length === 0) return null;
    // A direction that was not tried is taken as safe, and as no easier than those that were.
    const usual = measured.reduce((sum, extent) => sum + extent, 0) / measured.length;
    const safe = toSafeLean(source);
    const entries = leanDirections.map((to) => {
      const extent = (reached[to] ?? 0) * most[to];
      return [to, round(extent >= least ? extent : Math.max(least, Math.min(safe[to], usual)))];
    });
    const found: LeanReach = Object.fromEntries(entries);
    const at = source === 'motion' ? toWayUpDeg(toUp(neutral)) : { x: neutral[0] ?? 0, y: neutral[1] ?? 0 };
    return {
      lean: {
        neutral: { x: round(at.x), y: round(at.y) },
        ...found,
        ...(noise.found ? { still: noise.found } : {}),
        ...(source === 'motion' && mounting && isScreenAhead(mounting) ? { screenAhead: true } : {}),
      },
    };
  }

  return {
    read,
    still: source === 'motion' ? 0.05 : source === 'pose' ? 3 : 0.1,
    heldMs: 300,
    keepStill: noise.keep,
    toShares(reading, neutral) {
      const { x, y } = toLean(reading, neutral);
      return { left: -x / most.left, right: x / most.right, forward: y / most.forward, backward: -y / most.backward };
    },
    build,
  };
}

/** A stick points right and down; a lean goes right and forward. */
function toNumbers({ x, y }: { readonly x: number; readonly y: number }): readonly number[] {
  return [x, 0 - y];
}
