import type { LocalDate } from '../../core/dates';
import type { Uuid } from '../../core/ids';
import type { Text } from '../../core/text';
import type { Help, Millis } from '../../core/units';
import type { Metric, Outcome, ParamSpec } from '../../drills/types';
import type { Goal, GoalCheck } from '../../plan/goals';
import type { Headline } from '../headlines';

/** What is sent of one child: a period of sessions, both days included, and plan and goals as they are now. */
export interface FhirRecord {
  readonly child: Uuid;
  /** null: the name stays on the tablet. */
  readonly name: string | null;
  readonly period: { readonly from: LocalDate; readonly to: LocalDate };
  /** The instant at which the file is made, ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly plan: { readonly from: LocalDate | null; readonly items: readonly FhirItem[] };
  /** Oldest first. */
  readonly sessions: readonly FhirSession[];
  readonly goals: readonly Goal[];
  /** Answers of weekly checks within the period, oldest first. */
  readonly checks: readonly (GoalCheck & { readonly id: Uuid; readonly on: LocalDate })[];
  /** What each game's leading measure says of this child (report/headlines.ts). */
  readonly headlines: readonly Headline[];
  /** Every drill of the product: what its codes mean must not depend on what was played. */
  readonly drills: readonly FhirDrill[];
}

/** A drill's measures and parameters. */
export interface FhirDrill {
  readonly id: string;
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly params: ParamSpec;
}

/** One line of the plan, with the values that it is played with. */
export interface FhirItem {
  readonly id: string;
  readonly game: string;
  readonly drill: string;
  readonly level: string;
  readonly source: string;
  readonly side: string;
  readonly dose: { readonly sets: number; readonly restS: number; readonly sessionsPerWeek: number };
  readonly params: Readonly<Record<string, number | string>>;
}

/** One session with what was said of it. */
export interface FhirSession {
  readonly session: Uuid;
  readonly on: LocalDate;
  /** Its start, ISO 8601 in UTC. */
  readonly at: string;
  readonly trials: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly helps: Readonly<Partial<Record<Help, number>>>;
  readonly activeMs: Millis;
  /** The child's word on effort, 0 to 10; null: not said. */
  readonly effort: number | null;
  /** Faces of 0 to 10, before and after; null: not said. */
  readonly painBefore: number | null;
  readonly painAfter: number | null;
  /** Mean of what a strap told within trials, in beats a minute; null: none was worn. */
  readonly heartBpm: number | null;
  readonly parts: readonly FhirPart[];
}

/** What a session holds of one game, level and sensor: each measure's values in the order of the trials. */
export interface FhirPart {
  readonly game: string;
  readonly level: string;
  readonly drill: string;
  readonly drillVersion: number;
  readonly source: string;
  readonly values: Readonly<Record<string, readonly number[]>>;
}

/** How the file speaks to a person who reads it: names and numbers in the adult's language. */
export interface FhirWords {
  readonly text: Text;
  game(game: string): string;
  level(game: string, level: string): string;
  drill(drill: string): string;
  metric(drill: string, metric: string): string;
  value(drill: string, name: string, metric: Metric, value: number): string;
  /** What the review of a leading measure says. */
  call(headline: Headline): string;
  param(label: string): string;
  paramValue(param: ParamSpec[string], value: number | string): string;
}
