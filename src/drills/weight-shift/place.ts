import { drawInteger, type Rng } from '../../core/rng';
import type { Side } from '../../core/units';
import type { Params, SetSpec } from '../types';
import type { shiftDirections, WeightShiftParams } from './params';
import type { ShiftPlace } from './state';

/** So near to today's neutral, as a share of the limit, a child is in the middle; no target reaches into it (D: 2 degrees of 12). */
export const neutralRadius = 0.15;

/** Degrees from forward to the child's right. */
const anglesDeg: Readonly<Record<(typeof shiftDirections)[number], readonly number[]>> = {
  sides: [90, 270],
  front: [0, 45, 90, 270, 315],
  four: [0, 90, 180, 270],
  eight: [0, 45, 90, 135, 180, 225, 270, 315],
};

/** Where trial number `trial` shows its target. The same seed and trial give the same place; every direction comes once before one comes again. */
export function placeTarget(set: SetSpec<WeightShiftParams>, rng: Rng, trial: number): ShiftPlace {
  const side = set.sides[trial] ?? null;
  const before = set.sides.slice(0, trial).filter((other) => (other ?? null) === side).length;
  const choices = toAngles(set.params, side);
  const round = Math.floor(before / choices.length);
  const angleDeg = shuffle(choices, rng.fork(`directions/${side === null ? 'both' : 'one'}/${round}`))[before % choices.length] ?? 90;
  const distance = set.params.distanceLimitPct / 100;
  const radians = (angleDeg * Math.PI) / 180;
  // A place on the left is the exact mirror image of its place on the right.
  const mirror = side === 'left' ? -1 : 1;
  const radius = Math.min(set.params.targetWidthPct / 200, distance - neutralRadius);
  return { trial, x: mirror * distance * Math.sin(radians), y: distance * Math.cos(radians), radius };
}

/** The directions to choose from; those of one side as seen on the right. */
function toAngles({ directions }: Params<WeightShiftParams>, side: Side | null): readonly number[] {
  const all = anglesDeg[directions];
  return side === null ? all : all.filter((deg) => deg > 0 && deg < 180);
}

function shuffle(values: readonly number[], rng: Rng): number[] {
  const rest = [...values];
  return values.map(() => rest.splice(drawInteger(rng, 0, rest.length), 1)[0] ?? 0);
}
