import type { CarePlan, CarePlanActivity, Extension, Goal, GoalTarget } from 'fhir/r4';
import type { ParamSpec } from '../../drills/types';
import { goalSteps, toMeasures } from '../../plan/goals';
import { extensions, ownCodes, therapyCoding, toDrillCoding, toOwnCode, toQuantity } from './codes';
import { type FhirEntry, toEntry, toIdentifier, toReference, toStableId } from './ids';
import { toNarrative, toPlainWords } from './narrative';
import type { FhirItem, FhirRecord, FhirWords } from './record';
import { toObservation } from './session';

/** The plan as it is now, one line a game with the values that it is played with. null where nothing is planned. */
export function toCarePlan(record: FhirRecord, words: FhirWords): FhirEntry | null {
  const { plan, goals, child } = record;
  if (plan.items.length === 0) return null;
  const { text } = words;
  const open = goals.filter(({ closed }) => closed === null);
  const lines = plan.items.map((item) => toLine(record, item, words));
  const id = toPlanId(child);
  const resource: CarePlan = {
    resourceType: 'CarePlan',
    text: toNarrative(text.language, [text('fhir.plan'), ...lines.map(({ said }) => said)]),
    identifier: [toIdentifier(id)],
    status: 'active',
    intent: 'plan',
    title: text('fhir.plan'),
    subject: toReference(child),
    ...(plan.from === null ? {} : { period: { start: plan.from } }),
    created: record.madeAt,
    ...(open.length > 0 ? { goal: open.map((goal) => toReference(goal.id)) } : {}),
    activity: lines.map(({ line }) => line),
  };
  return toEntry(id, resource);
}

/** The id of a child's plan: there is one, and it is replaced. */
export function toPlanId(child: string): string {
  return toStableId('plan', child);
}

function toLine({ drills }: FhirRecord, item: FhirItem, words: FhirWords): { readonly line: CarePlanActivity; readonly said: string } {
  const { text } = words;
  const spec = drills.find(({ id }) => id === item.drill)?.params ?? {};
  const params = Object.entries(item.params).flatMap(([name, value]) => {
    const param = spec[name];
    return param ? [{ param, name, value }] : [];
  });
  const dose = text('fhir.dose', { sets: item.dose.sets, sessions: item.dose.sessionsPerWeek, rest: item.dose.restS });
  const sensor = text(`therapist.sensor.${item.source}`);
  const side = text(`fhir.side.${item.side}`);
  const values = params.map(({ param, value }) => `${words.param(param.label)} ${words.paramValue(param, value)}`);
  const said = `${words.game(item.game)}, ${words.level(item.game, item.level)}, ${sensor}, ${side}: ${dose}. ${values.join('; ')}`;
  const line: CarePlanActivity = {
    detail: {
      extension: params.map(({ name, param, value }) => toParameter(item.drill, name, param, value)),
      kind: 'ServiceRequest',
      code: { coding: [therapyCoding, toDrillCoding(words, item.drill)], text: words.game(item.game) },
      status: 'in-progress',
      scheduledTiming: { repeat: { frequency: item.dose.sessionsPerWeek, period: 1, periodUnit: 'wk' } },
      description: said,
    },
  };
  return { line, said };
}

function toParameter(drill: string, name: string, param: ParamSpec[string], value: number | string): Extension {
  return {
    url: extensions.parameter,
    extension: [
      { url: 'name', valueCoding: { system: ownCodes, code: `${drill}.param.${name}` } },
      param.kind === 'number' ? { url: 'value', valueQuantity: toQuantity(Number(value), param.unit) } : { url: 'value', valueCode: String(value) },
    ],
  };
}

/** The child's goals with the words of their steps (GAS) or their two ratings (COPM), and each answer of the period as an observation. */
export function toGoalEntries(record: FhirRecord, words: FhirWords): readonly FhirEntry[] {
  const { text } = words;
  const checks = record.checks.filter(({ goal }) => record.goals.some(({ id }) => id === goal));
  const goals = record.goals.map((goal): FhirEntry => {
    const own = checks.filter((check) => check.goal === goal.id);
    const steps = goal.kind === 'gas' ? goalSteps.flatMap((step) => toPlainWords(goal.steps[step])?.replace(/^/, `${step}: `) ?? []) : [];
    const target = toMeasures(goal.kind).map(
      (measure): GoalTarget => ({ measure: toOwnCode(words, `goal-${measure}`), ...(measure === 'step' ? { detailInteger: 0 } : {}) }),
    );
    const resource: Goal = {
      resourceType: 'Goal',
      text: toNarrative(text.language, [goal.words, text(`goals.kind.${goal.kind}`), ...steps]),
      identifier: [toIdentifier(goal.id)],
      lifecycleStatus: goal.closed === null ? 'active' : 'on-hold',
      description: { text: toPlainWords(goal.words) ?? '–' },
      subject: toReference(record.child),
      ...(goal.on === null ? {} : { startDate: goal.on }),
      ...(goal.closed === null ? {} : { statusDate: goal.closed }),
      target,
      ...(steps.length > 0 ? { note: steps.map((step) => ({ text: step })) } : {}),
      ...(own.length > 0 ? { outcomeReference: own.map(({ id }) => toReference(id)) } : {}),
    };
    return toEntry(goal.id, resource);
  });
  const answers = checks.map((check) => {
    const code = toOwnCode(words, `goal-${check.measure}`);
    return toObservation(record, words, check.id, [`${check.on}: ${code.text} ${check.value}`], {
      about: 'survey',
      code,
      effectiveDateTime: check.on,
      valueInteger: check.value,
      focus: [toReference(check.goal)],
    });
  });
  return [...goals, ...answers];
}
