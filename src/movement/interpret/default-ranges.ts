import type { Ratio, Side } from '../../core/units';
import type { AngleRange, Limb, MovementRanges, SourceKind } from '../types';

/** Ranges of one movement. */
export type RangesOf<M extends keyof MovementRanges> = NonNullable<MovementRanges[M]>;
/** The box that one hand reaches. */
export type ReachBox = NonNullable<RangesOf<'reach'>[Side]>;

/** How far the trunk leans in comfort, to each side and forward and backward. */
export type LeanReach = Omit<RangesOf<'lean'>, 'neutral' | 'screenAhead' | 'still'>;

// Safe defaults are small: a seated child with little trunk control reaches them, and whoever can do more is measured (D, clinical.md C5).

/** Safe lean where none was measured: degrees (pose, motion), stick travel (gamepad), shares of the field (touch). */
export function toSafeLean(source: SourceKind): LeanReach {
  if (source === 'gamepad') return { left: 0.8, right: 0.8, forward: 0.8, backward: 0.8 };
  if (source === 'touch') return { left: 0.4, right: 0.4, forward: 0.4, backward: 0.4 };
  return { left: 12, right: 12, forward: 12, backward: 6 };
}

/** Least and most lean that a range check may store, in the source's unit: noise below, loss of balance above (D). */
export function toLeanLimits(source: SourceKind): { readonly least: number; readonly most: LeanReach } {
  if (source === 'gamepad') return { least: 0.1, most: { left: 1, right: 1, forward: 1, backward: 1 } };
  if (source === 'touch') return { least: 0.05, most: { left: 0.5, right: 0.5, forward: 0.5, backward: 0.5 } };
  return { least: 3, most: { left: 35, right: 35, forward: 40, backward: 15 } };
}

/** Safe box of a hand in front of a seated child, in shoulder widths from the middle of the shoulders (x to the child's right, y down). */
export function toSafeBox(side: Side): ReachBox {
  const box = { left: -0.6, right: 1.3, top: -0.3, bottom: 1.1 };
  return side === 'right' ? box : { ...box, left: -box.right, right: -box.left };
}

/** Safe stick travel to each side. */
export const safeStick: ReachBox = { left: -0.8, right: 0.8, top: -0.8, bottom: 0.8 };
/** Smallest box in shoulder widths a side: below, the tracker's jitter would move the hand across the screen. */
export const leastBox = 0.4;
/** Farthest that a box may go, in shoulder widths: an arm's length to the side, well above the head, down to the lap. */
export const mostBox: ReachBox = { left: -2.2, right: 2.2, top: -1.8, bottom: 1.8 };

/** Safe range of a joint in degrees: an arm raised below shoulder height, a knee straightened half-way from sitting, a thigh lifted while standing. */
export const safeAngles: Readonly<Record<Limb, AngleRange>> = {
  shoulder_elevation: { restDeg: 10, comfortableDeg: 70 },
  elbow_flexion: { restDeg: 20, comfortableDeg: 80 },
  knee_flexion: { restDeg: 80, comfortableDeg: 40 },
  hip_flexion: { restDeg: 10, comfortableDeg: 40 },
};
/** Degrees that no comfortable angle may leave; the hip's 90 is the lock of clinical.md C8. */
export const angleLimits: Readonly<Record<Limb, { readonly min: number; readonly max: number }>> = {
  shoulder_elevation: { min: 0, max: 170 },
  elbow_flexion: { min: 0, max: 150 },
  knee_flexion: { min: 0, max: 140 },
  hip_flexion: { min: 0, max: 90 },
};
/** A single camera's angles are told in steps of this many degrees (clinical.md C3). */
export const angleStepDeg = 10;

/** Height of the hips above the knees in trunk lengths, sitting and standing. */
export const safeRise: RangesOf<'rise'> = { low: 0.15, high: 0.7 };
/** Least rise in trunk lengths that can be told from bending forward. */
export const leastRise = 0.08;
/** Most rise in trunk lengths. */
export const mostRise = 1.5;

/** Comfortable lift of a foot in trunk lengths: some 5 cm. */
export const safeStep = 0.15;
/** Least and most lift of a foot in trunk lengths. */
export const stepLimits = { least: 0.08, most: 0.9 };

/** A value as a share of the range on its own side of neutral. */
export function toShare(fromNeutral: number, below: number, above: number): Ratio {
  const range = fromNeutral < 0 ? below : above;
  return range > 0 ? fromNeutral / range : 0;
}

/** A value inside two limits. */
export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

/** A number as ranges are kept: three decimals. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
