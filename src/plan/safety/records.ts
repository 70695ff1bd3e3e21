import type { FunFace, PainFace, PainPlace } from './faces';
import type { Readiness, ReadyAnswers } from './readiness';
import type { Because } from './ready-words';

/** What was said and decided before a session. */
export interface ReadyCheck {
  readonly answers: ReadyAnswers;
  /** How it ended: play, an end for today, or the card was left while something waited or was not answered. */
  readonly outcome: 'play' | 'not-today' | 'left';
  readonly because: readonly Because[];
  /** Items that were blocked or played in sitting, and why. */
  readonly changed: readonly { readonly item: string; readonly verdict: 'seated' | 'blocked'; readonly because: readonly Because[] }[];
  /** From the first sight of the card to its end. */
  readonly tookMs: number;
}

/** How the child was after a session; said again, the last word counts. */
export interface Feeling {
  readonly pain: PainFace | null;
  readonly painAt: PainPlace | null;
  readonly fun: FunFace | null;
}

/** Kinds of adverse events, as an adult can tap them. */
export const incidentKinds = ['fall', 'pain', 'seizure', 'skin', 'choking', 'upset', 'device', 'other'] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** When an adverse event was, as seen from the session. */
export const incidentTimes = ['before', 'during', 'after'] as const;
export type IncidentTime = (typeof incidentTimes)[number];

/** An adverse event: what happened, when, what was done; in an adult's own words. */
export interface Incident {
  readonly what: IncidentKind;
  /** The day on which it happened, and the time of that day, `HH:MM`; empty: not told. */
  readonly day: string;
  readonly time: string;
  readonly when: IncidentTime;
  readonly happened: string;
  readonly done: string;
}

/** The longest note that is kept of what happened or what was done: two of them fit on a printed page in any script. */
export const longestNote = 1000;

/** What a check keeps of the items: those that are not as planned. */
export function toChanged({ items }: Pick<Readiness, 'items'>): ReadyCheck['changed'] {
  return items.flatMap(({ item, verdict, because }) => (verdict === 'play' ? [] : [{ item, verdict, because }]));
}
