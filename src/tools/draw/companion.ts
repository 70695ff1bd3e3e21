import type { Point, Tones } from './shapes';

/** The parts of one companion, drawn in the 480 x 560 picture, the light from the top left, the viewer's-right arm apart. */
export interface Companion {
  readonly id: 'otter' | 'puffin' | 'fox' | 'turtle';
  /** Middles of the two legs standing and seated, and half a leg's width. */
  readonly legs: { readonly standing: readonly [number, number]; readonly seated: readonly [number, number]; readonly halfWidth: number };
  /** Colours of the walker's and chair's tubes, of the chair's cloth and spoke guard, and of the splint's straps. */
  readonly frame: Tones;
  readonly guard: Tones;
  readonly strap: Tones;
  /** Tail or shell, behind everything but the aid. */
  readonly behind: string;
  /** What of `behind` is seen when seated. */
  readonly behindSeated: string;
  /** One leg with its foot, whose middle is at x; the foot stands at y = 533. */
  readonly leg: (x: number) => string;
  readonly torso: string;
  /** What lies over the top of the viewer's-left arm: collar, scarf. */
  readonly collar: string;
  readonly head: string;
  /** Where the pointing arm turns, standing. */
  readonly shoulder: Point;
  readonly armWidth: number;
  readonly armTones: Tones;
  /** What covers the thighs when seated. */
  readonly kneeTones: Tones;
  /** The hand of a bent arm, its middle at (x, y). */
  readonly hand: (x: number, y: number) => string;
  /** The pointing arm in its own 240 x 160 picture, pointing along +x, turning about (50, 80). */
  readonly arm: string;
  /** The fingertip in the arm's own picture. */
  readonly tip: Point;
}
