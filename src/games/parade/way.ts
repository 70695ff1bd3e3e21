import type { Millis } from '../../core/units';

/** How far the parade has come, in paces. */
export interface Way {
  /** Where it is, and where it is drawn: it glides after itself, and sets off in the very frame of a step. */
  readonly paces: number;
  readonly drawn: number;
  step(): void;
  /** Goes on for so many paces that nobody stepped, calmly. */
  stroll(paces: number): void;
  reset(paces: number): void;
  update(deltaMs: Millis): void;
}

const glideMs = 120;
/** Time of a pace that nobody stepped: quicker, the town would flicker past (clinical.md C8). */
const strollMs = 620;

/** A way that begins here. */
export function createWay(): Way {
  let [paces, drawn, left] = [0, 0, 0];
  return {
    get paces() {
      return paces;
    },
    get drawn() {
      return drawn;
    },
    step() {
      paces += 1;
    },
    stroll(more) {
      left += more;
    },
    reset(to) {
      [paces, drawn, left] = [to, to, 0];
    },
    update(deltaMs) {
      const strolled = Math.min(left, deltaMs / strollMs);
      left -= strolled;
      paces += strolled;
      drawn += (paces - drawn) * (1 - Math.exp(-deltaMs / glideMs));
    },
  };
}
