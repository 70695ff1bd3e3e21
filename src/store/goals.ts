import type { LocalDate } from '../core/dates';
import type { Uuid } from '../core/ids';
import { type Goal, type GoalStep, goalKinds, goalSteps } from '../plan/goals';
import { type Fold, type FoldedFields, resolveFold } from './fold';
import type { GoalCheckEvent } from './formats/goal';
import type { StoredGoalCheck } from './kept-goals';
import { readChoice, readNumber, readText } from './read-field';

/** Answers that are kept at hand of one goal and measure, beside the first of all: two years of weeks. */
const keptAnswers = 104;

/** A child's goals from their edits, in their order; those that nobody gave words stay out. */
export function toGoals(fold: Fold): readonly Goal[] {
  // Words that two devices wrote without seeing each other: neither is safer, one of them shows.
  const { fields } = resolveFold(fold, (path, a, b) => (path.endsWith('.closed') ? null : (a ?? b)));
  const ids = [...new Set(Object.keys(fields).flatMap((path) => /^goals\.([^.]+)\./.exec(path)?.[1] ?? []))];
  const place = (id: Uuid): number => readNumber(fields, `goals.${id}.order`, 0);
  return ids
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map((id) => toGoal(id, fields))
    .filter(({ words }) => words.trim() !== '');
}

function toGoal(id: Uuid, fields: FoldedFields['fields']): Goal {
  const of = (name: string): string => `goals.${id}.${name}`;
  const steps = Object.fromEntries(goalSteps.map((step) => [step, readText(fields, of(`steps.${step}`), '')])) as Record<GoalStep, string>;
  return {
    id,
    kind: readChoice(fields, of('kind'), goalKinds, 'gas'),
    words: readText(fields, of('words'), ''),
    on: readText(fields, of('on'), null),
    steps,
    weight: readNumber(fields, of('weight'), 1),
    closed: readText(fields, of('closed'), null),
  };
}

/** The list with an answer more, by their instants: of a day's answers the last word counts; a bounded number of each goal, its first among them. */
export function addGoalCheck(list: readonly StoredGoalCheck[], { id, on, at, body }: GoalCheckEvent): readonly StoredGoalCheck[] {
  const isSame = (one: StoredGoalCheck): boolean => one.goal === body.goal && one.measure === body.measure;
  const ofDay = (one: StoredGoalCheck, day: LocalDate): boolean => isSame(one) && one.on === day;
  const before = list.find((one) => ofDay(one, on));
  if (before && before.at > at) return list;
  const all = [...list.filter((one) => one !== before), { id, on, at, ...body }].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const own = all.filter(isSame);
  const dropped = new Set(own.slice(1, Math.max(1, own.length - keptAnswers)));
  return all.filter((one) => !dropped.has(one));
}
