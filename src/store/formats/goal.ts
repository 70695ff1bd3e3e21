import * as v from 'valibot';
import { checkShape } from '../../core/check';
import { isLocalDate } from '../../core/dates';
import type { Uuid } from '../../core/ids';
import { type GoalCheck, goalKinds, goalMeasures, goalRange, goalWords } from '../../plan/goals';
import type { Fields, StoredEvent } from '../types';
import { base, type FieldRule, toEditBody } from './fields';
import type { Format } from './format';
import { finite, toEnvelope, uuid, within } from './shapes';

/** A change of a child's goals. */
export interface GoalEdit extends StoredEvent<{ readonly fields: Fields }> {
  readonly kind: 'goal';
  readonly child: Uuid;
  readonly base: readonly Uuid[];
}

/** One answer of a weekly check of a goal. */
export interface GoalCheckEvent extends StoredEvent<GoalCheck> {
  readonly kind: 'goal-check';
  readonly child: Uuid;
}

const goal = String.raw`^goals\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.`;
const ofGoal = (path: string): RegExp => new RegExp(`${goal}${path}$`);
const day = v.pipe(v.string(), v.check(isLocalDate, 'is no day'));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most, `must be at most ${most} characters`));

const rules: readonly FieldRule[] = [
  { path: ofGoal('words'), value: text(goalWords.goal) },
  { path: ofGoal('kind'), value: v.picklist(goalKinds) },
  { path: ofGoal('(on|closed)'), value: day },
  { path: ofGoal(String.raw`steps\.(-2|-1|0|1|2)`), value: text(goalWords.step) },
  { path: ofGoal('weight'), value: within(0, 10) },
  { path: ofGoal('order'), value: finite },
];

const schema = v.strictObject({ ...toEnvelope('goal', 1), child: uuid, base, body: toEditBody(rules) });

/** How changes of goals are kept. */
export const goalFormat: Format<GoalEdit> = { kind: 'goal', format: 1, migrations: Object.freeze([]), check: (data) => checkShape(schema, data) };

const checkSchema = v.strictObject({
  ...toEnvelope('goal-check', 1),
  child: uuid,
  body: v.pipe(
    v.strictObject({ goal: uuid, measure: v.picklist(goalMeasures), value: v.pipe(v.number(), v.integer('is no whole number')) }),
    v.check(({ measure, value }) => value >= goalRange[measure].min && value <= goalRange[measure].max, 'value is outside its measure'),
  ),
});

/** How answers of a weekly check are kept. */
export const goalCheckFormat: Format<GoalCheckEvent> = {
  kind: 'goal-check',
  format: 1,
  migrations: Object.freeze([]),
  check: (data) => checkShape(checkSchema, data),
};
