import type { AnyDrill, ChoiceParam, NumberParam, ParamSpec, Params } from '../drills/types';
import type { Adjustment, Bounds, Level, PlanItem } from './types';

/** What a parameter may be once all limits are nested. */
export type Limits = Readonly<Record<string, { readonly min: number; readonly max: number } | { readonly allowed: readonly string[] }>>;

/** The part of a drill that limits need. */
export type DrillParams = Pick<AnyDrill, 'params' | 'harderAxes'>;

/** The nested limits of a drill: its own, then the level's, then the therapist's; a bound outside the one around it gives way. */
export function toLimits(spec: ParamSpec, ...bounds: readonly Bounds[]): Limits {
  return Object.fromEntries(
    Object.entries(spec).map(([name, param]) => [name, param.kind === 'number' ? nestNumber(name, param, bounds) : nestChoice(name, param, bounds)]),
  );
}

/** The nearest value inside the limits and on the parameter's steps; a choice that is not allowed becomes the easiest allowed one. */
export function clampParam(spec: ParamSpec, limits: Limits, name: string, value: number | string | undefined): number | string {
  const param = spec[name];
  const limit = limits[name];
  if (!param || !limit) throw new RangeError(`no parameter ${name}`);
  if ('allowed' in limit) return typeof value === 'string' && limit.allowed.includes(value) ? value : (limit.allowed[0] ?? '');
  const wanted = typeof value === 'number' && Number.isFinite(value) ? value : limit.min;
  const step = param.kind === 'number' ? param.step : 1;
  const onStep = Number((Math.round(wanted / step) * step).toFixed(6));
  return Math.min(limit.max, Math.max(limit.min, onStep));
}

/** All parameters of a drill inside their limits: the one function that clamps. */
export function clampParams(spec: ParamSpec, limits: Limits, values: Params): Params {
  return Object.fromEntries(Object.keys(spec).map((name) => [name, clampParam(spec, limits, name, values[name])]));
}

/** Today's values of a plan item: the level's, changed by the therapist, inside drill, level and plan limits. */
export function toItemParams(spec: ParamSpec, level: Level, item: PlanItem): Params {
  return clampParams(spec, toLimits(spec, level.bounds, item.bounds), { ...level.params, ...item.params });
}

/** True when a parameter has a meaning with the other values as they are. */
export function isRelevant(spec: ParamSpec, name: string, values: Params): boolean {
  const conditions = spec[name]?.onlyWhen ?? {};
  return Object.entries(conditions).every(([other, allowed]) => allowed.includes(String(values[other])));
}

/** One step harder (or easier): the first axis of the drill that still has room; null when there is none. */
export function stepDifficulty(drill: DrillParams, limits: Limits, values: Params, towards: 'harder' | 'easier'): Adjustment | null {
  const axes = drill.harderAxes(values).filter((name) => isRelevant(drill.params, name, values));
  for (const name of towards === 'harder' ? axes : [...axes].reverse()) {
    const param = drill.params[name];
    const limit = limits[name];
    const from = values[name];
    if (param?.kind !== 'number' || !limit || !('min' in limit) || typeof from !== 'number' || param.harder === 'neither') continue;
    // A tenth of the room there is, on whole steps: a change that a child can feel.
    const size = Math.max(param.step, Math.round((limit.max - limit.min) / 10 / param.step) * param.step);
    const up = (param.harder === 'up') === (towards === 'harder');
    const to = clampParam(drill.params, limits, name, from + (up ? size : -size));
    if (typeof to === 'number' && to !== from) return { param: name, from, to, because: `plan.because.${towards}` };
  }
  return null;
}

function nestNumber(name: string, param: NumberParam, bounds: readonly Bounds[]): { min: number; max: number } {
  let { min, max } = param;
  for (const bound of bounds) {
    const own = bound[name];
    if (!own || !('min' in own)) continue;
    // Bounds between two steps move inwards, so that every value inside them can be reached.
    const onStep = (round: (n: number) => number, value: number) => Number((round(Number((value / param.step).toFixed(6))) * param.step).toFixed(6));
    const low = Math.max(min, Math.min(max, onStep(Math.ceil, own.min)));
    const high = Math.max(low, Math.min(max, onStep(Math.floor, own.max)));
    [min, max] = [low, high];
  }
  return { min, max };
}

function nestChoice(name: string, param: ChoiceParam, bounds: readonly Bounds[]): { allowed: readonly string[] } {
  let allowed: readonly string[] = param.choices;
  for (const bound of bounds) {
    const own = bound[name];
    if (!own || !('allowed' in own)) continue;
    const kept = allowed.filter((choice) => own.allowed.includes(choice));
    if (kept.length > 0) allowed = kept;
  }
  return { allowed };
}
