import type { MovementRanges, SourceKind } from './types';

/** The newest range of each movement, limb and side on each source, from range checks in the order in which they were made. */
export function toNewestRanges(
  checks: readonly { readonly source: SourceKind; readonly ranges: MovementRanges }[],
): Readonly<Partial<Record<SourceKind, MovementRanges>>> {
  const newest: Partial<Record<SourceKind, MovementRanges>> = {};
  for (const { source, ranges } of checks) newest[source] = mergeRanges(newest[source] ?? {}, ranges);
  return newest;
}

/** Earlier ranges with today's in their place; what was not checked today stays. */
export function mergeRanges(before: MovementRanges, today: MovementRanges): MovementRanges {
  return {
    ...before,
    ...today,
    ...(before.reach || today.reach ? { reach: { ...before.reach, ...today.reach } } : {}),
    ...(before.step || today.step ? { step: { ...before.step, ...today.step } } : {}),
    ...(before.angle || today.angle ? { angle: mergeAngles(before.angle ?? {}, today.angle ?? {}) } : {}),
  };
}

type Angles = NonNullable<MovementRanges['angle']>;

function mergeAngles(before: Angles, today: Angles): Angles {
  const merged: Record<string, Angles[keyof Angles]> = { ...before };
  for (const [limb, sides] of Object.entries(today)) merged[limb] = { ...merged[limb], ...sides };
  return merged;
}
