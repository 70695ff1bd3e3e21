import type { Uuid } from '../core/ids';
import type { ParamSpec } from '../drills/types';
import { sourceKinds } from '../movement/types';
import { adaptStep, adaptTarget, fixedAdaptation } from '../plan/adaptation';
import { questionKinds } from '../plan/alternation';
import { defaultDose } from '../plan/default-item';
import { type Adaptation, adaptLeads, type Bounds, itemPlaces, type PlanItem } from '../plan/types';
import { type FieldValue, type Fold, resolveFold, type Safer } from './fold';
import { lesser, readChoice, readFlag, readNumber, readText } from './read-field';
import type { FoldedPlan } from './types';

/** The parameters of a game's drill, or undefined where the game is not known; tells which value of a parameter is safer. */
export type ParamsOf = (game: string) => ParamSpec | undefined;

type Values = Readonly<Record<string, string | number | boolean>>;

/** A child's plan from its edits: items in their order, without those taken out or not yet whole. */
export function toPlan(child: Uuid, fold: Fold, paramsOf: ParamsOf): FoldedPlan {
  const { fields, review } = resolveFold(fold, createSafer(fold, paramsOf));
  const items = new Map<string, Record<string, string | number | boolean>>();
  for (const [path, value] of Object.entries(fields)) {
    const [, id, rest] = /^items\.([^.]+)\.(.+)$/.exec(path) ?? [];
    if (id === undefined || rest === undefined) continue;
    items.set(id, { ...items.get(id), [rest]: value });
  }
  const shown = [...items].filter(([, values]) => !readFlag(values, 'removed')).sort(byOrder);
  return {
    child,
    revision: fold.edits,
    from: fold.lastOn,
    items: shown.map(([id, values]) => toItem(id, values)).filter((item) => item.game !== '' && item.level !== ''),
    // Who edited last is no value of the plan.
    review: review.filter((path) => path !== 'author'),
  };
}

/** A plan's fields by their paths, where concurrent edits differ the safer ones. */
export function toPlanFields(fold: Fold, paramsOf: ParamsOf): Values {
  return resolveFold(fold, createSafer(fold, paramsOf)).fields;
}

function byOrder([idA, a]: readonly [string, Values], [idB, b]: readonly [string, Values]): number {
  return readNumber(a, 'order', 0) - readNumber(b, 'order', 0) || (idA < idB ? -1 : 1);
}

function toItem(id: string, values: Values): PlanItem {
  return {
    id,
    game: readText(values, 'game', ''),
    level: readText(values, 'level', ''),
    source: readChoice(values, 'source', sourceKinds, 'touch'),
    side: readChoice(values, 'side', ['left', 'right', 'alternate', 'either'], 'either'),
    dose: {
      sets: readNumber(values, 'dose.sets', defaultDose.sets),
      restS: readNumber(values, 'dose.restS', defaultDose.restS),
      sessionsPerWeek: readNumber(values, 'dose.sessionsPerWeek', defaultDose.sessionsPerWeek),
      ...(readFlag(values, 'dose.warmUp') ? { warmUp: true } : {}),
    },
    params: toParams(values),
    bounds: toBounds(values),
    adapt: toAdaptation(values),
    ...toPlace(values),
    ...toQuestion(values),
    ...(typeof values.tip === 'string' ? { tip: values.tip } : {}),
  };
}

function toPlace(values: Values): Pick<PlanItem, 'place'> {
  const place = readChoice(values, 'place', itemPlaces, 'both');
  return place === 'both' ? {} : { place };
}

/** A question that is whole; of one that two devices began apart from each other none is asked unless its parts agree. */
function toQuestion(values: Values): Pick<PlanItem, 'question'> {
  const kind = readChoice(values, 'question.kind', questionKinds, null);
  const seed = readText(values, 'question.seed', null);
  const from = readText(values, 'question.from', null);
  return kind && seed !== null && from !== null ? { question: { kind, seed, from } } : {};
}

/** An item of a plan from before there was an adaptation stays as its therapist made it. */
function toAdaptation(values: Values): Adaptation {
  return {
    lead: readChoice(values, 'adapt.lead', adaptLeads, fixedAdaptation.lead),
    target: within(adaptTarget, readNumber(values, 'adapt.target', adaptTarget.usual)),
    step: within(adaptStep, readNumber(values, 'adapt.step', adaptStep.usual)),
    axes: toAxes(values),
    carry: readNumber(values, 'adapt.carry', 0),
  };
}

function toAxes(values: Values): Record<string, number> {
  const axes: Record<string, number> = {};
  for (const [path, value] of Object.entries(values)) {
    if (path.startsWith('adapt.axes.') && typeof value === 'number') axes[path.slice('adapt.axes.'.length)] = value;
  }
  return axes;
}

function within({ min, max }: { readonly min: number; readonly max: number }, value: number): number {
  return Math.min(max, Math.max(min, value));
}

function toParams(values: Values): Record<string, number | string> {
  const params: Record<string, number | string> = {};
  for (const [path, value] of Object.entries(values)) {
    if (path.startsWith('params.') && typeof value !== 'boolean') params[path.slice('params.'.length)] = value;
  }
  return params;
}

/** A bound with one end only is open at the other: the limits around it hold there. */
function toBounds(values: Values): Bounds {
  const bounds: Record<string, { min: number; max: number } | { allowed: readonly string[] }> = {};
  for (const path of Object.keys(values)) {
    const [, name, part] = /^bounds\.([^.]+)\.(min|max|allowed)$/.exec(path) ?? [];
    if (name === undefined) continue;
    const allowed = readText(values, `bounds.${name}.allowed`, null);
    if (allowed !== null) bounds[name] = { allowed: allowed.split(',') };
    else if (part !== 'allowed') {
      bounds[name] = {
        min: readNumber(values, `bounds.${name}.min`, Number.NEGATIVE_INFINITY),
        max: readNumber(values, `bounds.${name}.max`, Number.POSITIVE_INFINITY),
      };
    }
  }
  return bounds;
}

/** Which of two values of a plan's field asks less of the child: the drill tells for parameters, the dose and the level's place for the rest. */
function createSafer(fold: Fold, paramsOf: ParamsOf): Safer {
  const plain = resolveFold(fold, () => undefined).fields;
  return (path, a, b) => {
    const [, id, rest] = /^items\.([^.]+)\.(.+)$/.exec(path) ?? [];
    if (id === undefined || rest === undefined) return undefined;
    if (rest === 'removed') return a === true || b === true;
    // In the clinic the therapist is beside the child.
    if (rest === 'place') return a === 'clinic' || b === 'clinic' ? 'clinic' : undefined;
    if (rest === 'dose.sets' || rest === 'dose.sessionsPerWeek') return lesser('up', a, b);
    if (rest === 'dose.restS') return lesser('down', a, b);
    if (rest === 'adapt.lead') return 'fixed';
    if (rest === 'adapt.target') return lesser('down', a, b);
    if (rest === 'adapt.step') return lesser('up', a, b);
    // The names of levels begin with their place from easy to hard.
    if (rest === 'level') return typeof a === 'string' && typeof b === 'string' ? (a < b ? a : b) : undefined;
    const [, name, end] = /^(?:params|bounds)\.([^.]+)(?:\.(min|max|allowed))?$/.exec(rest) ?? [];
    const param = name === undefined ? undefined : paramsOf(readText(plain, `items.${id}.game`, ''))?.[name];
    if (param?.kind === 'choice') return toEasierChoice(param.choices, a, b);
    if (param?.kind !== 'number' || param.harder === 'neither') return undefined;
    if (end === undefined) return lesser(param.harder, a, b);
    const open = end === 'min' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    const kept = lesser(param.harder, a ?? open, b ?? open);
    return kept === open ? null : kept;
  };
}

/** Of two choices, or two lists of allowed ones, that whose hardest is easier; no list allows all. */
function toEasierChoice(choices: readonly string[], a: FieldValue, b: FieldValue): FieldValue | undefined {
  if (typeof a !== 'string' || typeof b !== 'string') return a ?? b;
  const hardest = (list: string) => Math.max(...list.split(',').map((choice) => choices.indexOf(choice)));
  return hardest(a) === hardest(b) ? undefined : hardest(a) < hardest(b) ? a : b;
}
