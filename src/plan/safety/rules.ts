import type { Millis } from '../../core/units';

/** A safety rule that is a number: its usual value, the limits that nobody passes, and where it is stricter. */
export interface SafetyRule {
  readonly unit: 'face' | 'pct' | 'sparc' | 'min' | 'h' | 'd' | 'ms';
  readonly usual: number;
  /** Hard limits: a therapist's own value stays between them, on the looser and on the stricter side. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Which way the rule guards more. */
  readonly stricter: 'up' | 'down';
  /** Key in clinical.md and what it says; (D): a decision of ours. */
  readonly source: string;
}

/** Every safety rule that is a number, once; a child's own values come from `toOwnRules`. Faces are the picture scales of 0 to 10 in steps of 2. */
export const safetyRules = {
  /** Pain at this face, where it is new, ends play. */
  painFace: { unit: 'face', usual: 4, min: 2, max: 6, step: 2, stricter: 'down', source: 'C8 pain: stop at 4 or more, where new (D)' },
  /** Pain that grew by so much since the session began ends play. */
  painRise: { unit: 'face', usual: 2, min: 2, max: 4, step: 2, stricter: 'down', source: 'C8 pain: stop at a rise of 2 or more (D)' },
  /** Effort from here on ends play, or changes to what is light. */
  effortOmni: { unit: 'face', usual: 7, min: 4, max: 8, step: 1, stricter: 'down', source: 'C8 fatigue: OMNI 7 or more (D); scale: OMNI' },
  /** Movement time of ten trials that rose by more than this is fatigue. */
  slowerPct: {
    unit: 'pct',
    usual: 25,
    min: 10,
    max: 40,
    step: 5,
    stricter: 'down',
    source: 'C8 fatigue: 10-trial movement time rises by more than 25 % (D)',
  },
  /** SPARC that fell by more than this below the child's own is fatigue. */
  rougherSparc: {
    unit: 'sparc',
    usual: 0.3,
    min: 0.1,
    max: 0.5,
    step: 0.1,
    stricter: 'down',
    source: 'C8 fatigue: SPARC falls by more than 0.3 (D)',
  },
  /** A session is over after this, whatever the plan says. */
  sessionMin: {
    unit: 'min',
    usual: 30,
    min: 5,
    max: 30,
    step: 5,
    stricter: 'down',
    source: 'C8 fatigue: hard cap in minutes (D); sessions in trials: BLX',
  },
  /** Quiet time to get ready before a session. */
  prepareMin: { unit: 'min', usual: 30, min: 10, max: 60, step: 5, stricter: 'up', source: 'C8 feeding: prepare 30 min before; looser (D)' },
  /** Time since the last meal or feed. */
  mealMin: { unit: 'min', usual: 30, min: 15, max: 120, step: 15, stricter: 'up', source: 'C8 feeding: no large meal before; minutes (D)' },
  /** No play for so long after a seizure. */
  seizureRestH: { unit: 'h', usual: 24, min: 6, max: 168, step: 6, stricter: 'up', source: 'C8 photosensitive seizure; hours (D)' },
  /** From so many days after an operation the therapist can unlock drills; nothing unlocks itself. */
  surgeryLockD: {
    unit: 'd',
    usual: 122,
    min: 42,
    max: 365,
    step: 10,
    stricter: 'up',
    source: 'C8 hip: trials exclude 6 weeks to 4 months (BBC24, BBP)',
  },
  /** The same after botulinum toxin. */
  toxinLockD: {
    unit: 'd',
    usual: 42,
    min: 42,
    max: 365,
    step: 10,
    stricter: 'up',
    source: 'C8 hip: trials exclude 6 weeks to 4 months (BBC24, BBP)',
  },
  /** How long an adult holds to say: I am within reach. */
  adultHoldMs: {
    unit: 'ms',
    usual: 1000,
    min: 1000,
    max: 3000,
    step: 500,
    stricter: 'up',
    source: 'C8 falls: adult-present hold-to-start; length (D)',
  },
} as const satisfies Record<string, SafetyRule>;

/** The name of a safety rule that is a number. */
export type SafetyRuleId = keyof typeof safetyRules;

/** The names of all safety rules that are numbers. */
export const safetyRuleIds = Object.keys(safetyRules) as readonly SafetyRuleId[];

/** How many trials the fatigue rule looks back on: its movement time is that of ten (clinical.md C8). */
export const fatigueTrials = 10;

/** Longest session whatever the plan says: sessions in trials run 10 to 20 minutes by motivation and fatigue (clinical.md C8, BLX). */
export const longestSessionMs: Millis = safetyRules.sessionMin.max * 60_000;

/** Touches are ignored for this long after a hit unless the therapist sets another time (clinical.md C9, post-acceptance delay). */
export const defaultLockoutMs: Millis = 500;
