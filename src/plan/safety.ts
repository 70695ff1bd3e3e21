import type { Millis } from '../core/units';

/** Longest session whatever the plan says: sessions in trials run 10 to 20 minutes by motivation and fatigue (clinical.md C8, BLX). */
export const longestSessionMs: Millis = 30 * 60_000;

/** Touches are ignored for this long after a hit unless the therapist sets another time (clinical.md C9, post-acceptance delay). */
export const defaultLockoutMs: Millis = 500;
