import type { Millis } from '../../core/units';

/** Wrong PINs that cost no wait: gloves and haste. */
export const freeTries = 3;

/** The first wait; each further wrong PIN doubles it. */
export const firstWaitMs = 30_000;

/** The longest wait: nobody is ever locked out, and all 10 000 PINs of four digits would still take ten weeks. */
export const longestWaitMs = 600_000;

/** How long to wait after this many wrong PINs in a row. */
export function toWaitMs(wrong: number): Millis {
  if (wrong <= freeTries) return 0;
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(wrong - freeTries - 1, 10));
}
