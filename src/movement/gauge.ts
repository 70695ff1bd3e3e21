import type { Side } from '../core/units';
import type { Frame, Limb, Mounting, Movement, MovementRanges, SourceKind } from './types';

/** What a range check looks at: how frames become numbers, and how numbers become a range. NaN is a number that was not seen. */
export interface Gauge {
  /** The numbers of a frame; null when it shows nothing of them, undefined when it is another source's. */
  read(frame: Frame): readonly number[] | null | undefined;
  /** Numbers that change by no more than this within a second are still. */
  readonly still: number;
  /** The readings since then were of a still body: what they tell of noise is kept for the range. */
  keepStill?(sinceMs: number): void;
  /** An extreme counts once it was held this long. */
  readonly heldMs: number;
  /** How far a reading is from neutral, by direction, as a share of the safety limit. */
  toShares(reading: readonly number[], neutral: readonly number[]): Readonly<Record<string, number>>;
  /** The range, from the neutral and the share reached in each direction (0 where it was not tried); null when nothing was. */
  build(neutral: readonly number[], reached: Readonly<Record<string, number>>): MovementRanges | null;
}

/** What a range check is made for. */
export interface GaugeOrder {
  readonly movement: Movement;
  readonly source: SourceKind;
  /** The joint, for angles. */
  readonly limb: Limb;
  /** One hand, arm or leg; null: both. */
  readonly side: Side | null;
  /** How a motion sensor is mounted; absent where no still moment told. */
  readonly mounting?: Mounting;
}
