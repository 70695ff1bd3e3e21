import type { PlaySpace } from '../../drills/types';
import type { Look } from '../../session/types';
import { type Field, toField } from '../kit/field';
import type { Place } from './places';

/** Where everything of the morning stands, in canvas pixels. Seen mirrored for children who play with the left hand. */
export interface Layout extends Field {
  readonly horizonY: number;
  /** What the child lifts: its column, its radius, its middle at rest and at the whole of today's range, and the land behind which it stands. */
  readonly orb: { readonly x: number; readonly radius: number; readonly lowY: number; readonly highY: number; readonly landY: number };
  readonly companion: { readonly x: number; readonly footY: number; readonly height: number };
  /** Foot of the board that shows the movement. */
  readonly sign: { readonly x: number; readonly footY: number; readonly height: number };
  readonly snail: { readonly x: number; readonly footY: number };
}

/** The arrangement for a canvas of this size. */
export function toLayout(width: number, height: number, space: PlaySpace, look: Look, place: Place): Layout {
  const field = toField(width, height, space, look);
  const { unit, mirrored } = field;
  const toX = (x: number) => (mirrored ? width - x : x);
  const horizonY = Math.round(height * 0.6);
  const radius = 62 * unit;
  return {
    ...field,
    horizonY,
    orb: {
      x: toX(width * 0.53),
      radius,
      lowY: place.orb.hangs ? horizonY + 0.11 * height - 2.08 * radius : horizonY - 0.12 * radius,
      landY: Math.round(height * 0.607),
      highY: Math.max(0.17 * height, radius * 1.9),
    },
    companion: { x: toX(Math.max(130 * unit, width * 0.115)), footY: height - 22 * unit, height: 250 * unit },
    sign: { x: toX(width - Math.max(104 * unit, width * 0.09)), footY: height - 20 * unit, height: 206 * unit },
    snail: { x: toX(width * 0.735), footY: height - 26 * unit },
  };
}

/** Farther than this from the range, up or down, the picture does not follow. */
const most = 1.16;
const least = -0.12;

/** The height of the orb's middle where the joint is at this share of today's range. */
export function toOrbY({ orb }: Layout, ofRange: number): number {
  return orb.lowY + (orb.highY - orb.lowY) * Math.min(most, Math.max(least, ofRange));
}
