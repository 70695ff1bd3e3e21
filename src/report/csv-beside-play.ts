import type { Goal, GoalCheck } from '../plan/goals';
import type { Incident } from '../plan/safety/records';
import { type Cell, toCsv } from './csv';

/** A change of the plan, by hand or by play, with the fields that it set; null takes a value away. */
export interface CsvPlanChange {
  readonly id: string;
  readonly on: string;
  readonly at: string;
  readonly by: string;
  readonly author: string | null;
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

const planHead = ['child_id', 'change_id', 'change_date', 'changed_utc', 'changed_by', 'author', 'field', 'new_value'] as const;

/** Every field that a change of the plan set as a row. */
export function toPlanChangesCsv(child: string, changes: readonly CsvPlanChange[]): string {
  return toCsv(
    planHead,
    changes.flatMap(({ id, on, at, by, author, fields }) =>
      Object.entries(fields).map(([field, value]): readonly Cell[] => [
        ...[child, id, on, at, by, author, field],
        typeof value === 'boolean' ? String(value) : value,
      ]),
    ),
  );
}

const goalHead = [
  'child_id',
  'goal_id',
  'goal',
  'kind',
  'agreed_date',
  'put_away_date',
  'weight',
  'check_date',
  'measure',
  'value [step -2 to 2, or 1 to 10]',
  'words_of_step',
] as const;

/** Every answer of a weekly check as a row beside its goal; a goal without an answer has one row. */
export function toGoalsCsv(child: string, goals: readonly Goal[], checks: readonly (GoalCheck & { readonly on: string })[]): string {
  return toCsv(
    goalHead,
    goals.flatMap((goal): readonly (readonly Cell[])[] => {
      const own = [child, goal.id, goal.words, goal.kind, goal.on, goal.closed, goal.weight];
      const answers = checks.filter((check) => check.goal === goal.id);
      if (answers.length === 0) return [own];
      return answers.map(({ on, measure, value }) => [...own, on, measure, value, measure === 'step' ? toStepWords(goal, value) : null]);
    }),
  );
}

function toStepWords({ steps }: Goal, value: number): string | null {
  return Object.entries(steps).find(([step]) => Number(step) === value)?.[1] || null;
}

/** What was told of a child: an adverse event, or a note. */
export interface CsvTold {
  readonly session: string | null;
  readonly on: string;
  readonly at: string;
  readonly told: (Incident & { readonly kind: 'adverse_event' }) | { readonly kind: 'note'; readonly words: string };
}

const toldHead = [
  'child_id',
  'session_id',
  'told_date',
  'told_utc',
  'kind',
  'what',
  'happened_date',
  'happened_time',
  'when_to_session',
  'words',
  'what_was_done',
] as const;

/** Every adverse event and note as a row, oldest first. */
export function toToldCsv(child: string, rows: readonly CsvTold[]): string {
  return toCsv(
    toldHead,
    rows.map(({ session, on, at, told }): readonly Cell[] => {
      const own = [child, session, on, at, told.kind];
      return told.kind === 'note'
        ? [...own, null, null, null, null, told.words]
        : [...own, told.what, told.day || null, told.time || null, told.when, told.happened || null, told.done || null];
    }),
  );
}
