/** Milliseconds on the session clock, which stands still while the session is paused. */
export type Millis = number;

/** A share of a whole, 0..1. */
export type Ratio = number;

/** A side of the child's body, never of the screen. */
export type Side = 'left' | 'right';

/** Who did the work: 0 none, 1 verbal, 2 touch, 3 hand over hand, 4 full. */
export type Help = 0 | 1 | 2 | 3 | 4;

/** Key of a line in the text files, for example `reach.param.holdMs`. */
export type TextKey = string;

/** The other side of the body. */
export function toOtherSide(side: Side): Side {
  return side === 'left' ? 'right' : 'left';
}
