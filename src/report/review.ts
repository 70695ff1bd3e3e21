import type { LocalDate } from '../core/dates';
import type { Help } from '../core/units';
import { type DonePart, type PlannedDose, toWeekDose } from './dose';
import type { Headline } from './headlines';
import { toWeekReading, type WeekNote, type WeekReading } from './week';

/** What a review needs of a stored session. */
export interface ReviewSession {
  readonly session: string;
  readonly on: LocalDate;
  readonly trials: number;
  readonly outcomes: { readonly lost: number };
  readonly helps: Readonly<Partial<Record<Help, number>>>;
  readonly activeMs: number;
  readonly ended: string | null;
  readonly effort: number | null;
}

/** What a review needs of what was said beside play. */
export interface ReviewLog {
  readonly checks: readonly { readonly on: LocalDate; readonly answers: { readonly pain: number | null } }[];
  readonly feelings: readonly { readonly on: LocalDate; readonly pain: number | null }[];
  readonly incidents: readonly { readonly day: LocalDate; readonly what: string; readonly happened: string }[];
  readonly notes: readonly { readonly on: LocalDate; readonly words: string }[];
}

/** Ends that a therapist must see, as the store names them. */
const stops = new Set(['stopped', 'pain', 'tired', 'fall']);

/** What a plan asks of a week: the most sessions of its items, and each item's sets, trials and sessions. */
export function toPlannedDose(items: readonly { readonly sets: number; readonly trials: number; readonly sessionsPerWeek: number }[]): PlannedDose {
  if (items.length === 0) return { sessions: null, activeMinutes: null, repetitions: null };
  return {
    sessions: Math.max(...items.map(({ sessionsPerWeek }) => sessionsPerWeek)),
    activeMinutes: null,
    repetitions: items.reduce((sum, { sets, trials, sessionsPerWeek }) => sum + sets * trials * sessionsPerWeek, 0),
  };
}

/** One week's reading from what the store keeps. The words of a stop are its reason, those of an incident its kind and what was told. */
export function toReview(
  week: { readonly from: LocalDate; readonly to: LocalDate },
  sessions: readonly ReviewSession[],
  log: ReviewLog,
  planned: PlannedDose,
  headlines: readonly Headline[],
): Omit<WeekReading, 'headlines'> & { readonly headlines: readonly Headline[] } {
  const own = sessions.filter(({ on, trials }) => on >= week.from && on < week.to && trials > 0);
  const dose = toWeekDose(own.map(toPart), planned);
  const said = [...log.checks.map(({ on, answers }) => ({ on, pain: answers.pain })), ...log.feelings.map(({ on, pain }) => ({ on, pain }))];
  const notes: readonly WeekNote[] = [
    ...said.flatMap(({ on, pain }): WeekNote[] => (pain === null ? [] : [{ kind: 'pain', on, points: pain }])),
    ...sessions.flatMap(({ on, effort }): WeekNote[] => (effort === null ? [] : [{ kind: 'effort', on, points: effort }])),
    ...sessions.flatMap(({ on, ended }): WeekNote[] => (ended !== null && stops.has(ended) ? [{ kind: 'stop', on, words: ended }] : [])),
    ...log.incidents.map(({ day, what, happened }): WeekNote => ({ kind: 'incident', on: day, words: `${what}\n${happened}` })),
    ...log.notes.map(({ on, words }): WeekNote => ({ kind: 'note', on, words })),
  ];
  const reading = toWeekReading(week, dose, headlines, notes);
  const byGame = new Map(headlines.map((one) => [one.game, one]));
  return { ...reading, headlines: reading.headlines.flatMap(({ game }) => byGame.get(game) ?? []) };
}

function toPart({ activeMs, trials, outcomes, helps }: ReviewSession): readonly DonePart[] {
  // What the sensor lost is nobody's repetition.
  return [{ activeMs, repetitions: trials - outcomes.lost, byHelp: helps }];
}
