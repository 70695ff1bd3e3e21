import type { MountingKind, Movement } from '../../../movement/types';

/** The places that a sensor is worn at or fixed to, as an adult names them. */
export const wornPlaces = ['chest', 'waist', 'tray', 'wheelchair', 'walker', 'held'] as const;

/** Where a sensor is, as an adult names it. */
export type WornPlace = (typeof wornPlaces)[number];

/** How a device hangs at each place. */
export const mountingOf: Readonly<Record<WornPlace, MountingKind>> = {
  chest: 'pouch',
  waist: 'pouch',
  tray: 'tray',
  wheelchair: 'frame',
  walker: 'frame',
  held: 'held',
};

/** The places from which a sensor can tell a movement: what stays behind does not rise, what rolls does not step. Empty: it is tied to the limb. */
export function toWornPlaces(movement: Movement): readonly WornPlace[] {
  if (movement === 'angle') return [];
  if (movement === 'rise') return ['chest', 'waist', 'held'];
  if (movement === 'step') return ['chest', 'waist', 'walker', 'held'];
  return wornPlaces;
}
