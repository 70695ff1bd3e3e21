import type { Ratio } from '../core/units';
import type { NumberParam, ParamSpec, Params, TrialResult } from '../drills/types';
import { clampParam, type DrillParams, isRelevant, type Limits } from './limits';
import type { Adaptation, Adjustment } from './types';

/** Parameters that are an amount of work: the dose loop's, never the success loop's. */
const doseAxes: readonly string[] = ['trials', 'boutS'];

/** What is carried over is less than this, so that a long time at a limit is not paid for later. */
const mostCarry = 0.5;

/** The trials of a round that tell how hard it was. */
export interface RoundCounts {
  readonly hits: number;
  readonly misses: number;
}

/** What a round leads to: the next one's parameters, and the change with its reason; no change while it is less than a step. */
export interface Adapted {
  readonly params: Params;
  readonly change: Adjustment | null;
  readonly carry: number;
}

/**
 * Counts successes and misses. A trial that was helped, by the mercy rule or a hand, was certain and tells nothing; neither does one
 * that the sensor lost.
 */
export function countRound(results: readonly Pick<TrialResult, 'outcome' | 'help'>[]): RoundCounts {
  const counted = results.filter(({ help }) => help < 2);
  return {
    hits: counted.filter(({ outcome }) => outcome === 'success').length,
    misses: counted.filter(({ outcome }) => outcome === 'miss').length,
  };
}

/** The axes of a drill that success may move, in its own order. */
export function listAxes(drill: DrillParams, values: Params): readonly string[] {
  return drill.harderAxes(values).filter((name) => !doseAxes.includes(name) && isRelevant(drill.params, name, values));
}

/** The axes that the success loop may change, in order: those that the therapist freed, else the drill's own. */
export function toFreeAxes(drill: DrillParams, limits: Limits, values: Params, axes: Adaptation['axes']): readonly string[] {
  const freed = Object.entries(axes).sort(([, a], [, b]) => a - b);
  const wanted = freed.length > 0 ? freed.map(([name]) => name) : listAxes(drill, values);
  return wanted.filter((name) => isRelevant(drill.params, name, values) && toRoom(drill.params, limits, name) > 0);
}

/**
 * The weighted up-down rule (Kaernbach 1991; clinical.md C6): a success moves difficulty up by u, a miss down by u * p / (1 - p), so
 * that it settles where a share p succeeds. Between rounds only; one axis at a time; never out of `limits`.
 */
export function adaptToSuccess(drill: DrillParams, limits: Limits, values: Params, adaptation: Adaptation, counts: RoundCounts): Adapted {
  const { target, step, lead } = adaptation;
  const stay = { params: values, change: null, carry: adaptation.carry };
  if (lead === 'fixed') return stay;
  const earned = toEarned(counts, target, step);
  const sum = adaptation.carry + earned;
  // Where the dose leads, success may only make it easier.
  const wish = lead === 'dose' ? Math.min(0, sum) : sum;
  const towards = wish < 0 ? 'easier' : 'harder';
  const axis = toAxis(drill, limits, values, toFreeAxes(drill, limits, values, adaptation.axes), towards);
  if (axis === null) return { ...stay, carry: 0 };
  const size = toStepShare(drill.params, limits, axis);
  const steps = Math.floor(Math.abs(wish) / size + 1e-9);
  const left = Math.sign(wish) * Math.min(mostCarry, Math.abs(wish) - steps * size);
  const from = values[axis];
  if (steps === 0 || from === undefined) return { ...stay, carry: toCarry(left) };
  const to = stepParam(drill.params, limits, axis, from, towards === 'harder' ? steps : -steps);
  if (to === from) return { ...stay, carry: 0 };
  return { params: { ...values, [axis]: to }, change: { param: axis, from, to, because: `plan.because.${lead}` }, carry: toCarry(left) };
}

/** Within a round difficulty does not follow, so a long one is worth no more than six trials: else it would leap over the balance. */
const mostJudged = 6;

function toEarned({ hits, misses }: RoundCounts, target: Ratio, step: Ratio): number {
  const trials = hits + misses;
  const weight = trials > mostJudged ? mostJudged / trials : 1;
  return weight * (hits * step - (misses * step * target) / (1 - target));
}

/**
 * The axis that is changed now. Harder: the first that has room. Easier: the same one, then those before it, so that a change is taken
 * back where it was made; those after it last.
 */
function toAxis(drill: DrillParams, limits: Limits, values: Params, axes: readonly string[], towards: 'harder' | 'easier'): string | null {
  const moves = (name: string, by: number) => {
    const from = values[name];
    return from !== undefined && stepParam(drill.params, limits, name, from, by) !== from;
  };
  const found = axes.findIndex((name) => moves(name, 1));
  const current = found < 0 ? axes.length - 1 : found;
  if (towards === 'harder') return found < 0 ? null : (axes[found] ?? null);
  const back = [...axes.slice(0, current + 1).reverse(), ...axes.slice(current + 1)];
  return back.find((name) => moves(name, -1)) ?? null;
}

/** A value so many steps harder, or easier below 0, inside its limits. */
function stepParam(spec: ParamSpec, limits: Limits, name: string, from: number | string, steps: number): number | string {
  const param = spec[name];
  const limit = limits[name];
  if (param?.kind === 'choice' && limit && 'allowed' in limit) {
    const at = limit.allowed.indexOf(String(from));
    return limit.allowed[Math.max(0, Math.min(limit.allowed.length - 1, at + steps))] ?? from;
  }
  if (param?.kind !== 'number' || param.harder === 'neither') return from;
  return clampParam(spec, limits, name, Number(from) + (param.harder === 'up' ? steps : -steps) * param.step);
}

/** Room of an axis in its own steps. */
function toRoom(spec: ParamSpec, limits: Limits, name: string): number {
  const param = spec[name];
  const limit = limits[name];
  if (!param || !limit) return 0;
  if ('allowed' in limit) return limit.allowed.length - 1;
  return param.kind === 'number' && param.harder !== 'neither' ? (limit.max - limit.min) / param.step : 0;
}

/** One step of a parameter as a share of its axis. */
function toStepShare(spec: ParamSpec, limits: Limits, name: string): Ratio {
  return 1 / Math.max(1, toRoom(spec, limits, name));
}

/** Rounded, so that what is stored is what was used. */
function toCarry(carry: number): number {
  return Math.round(carry * 1e6) / 1e6 + 0;
}

/** OMNI effort in which endurance is trained (clinical.md D, aerobic: 4 to 6). */
const effortZone = { from: 4, to: 6 } as const;

/** How the amount of work changes with the child's own word on effort, as a share of what it was. */
const doseChange = { more: 0.1, less: 0.2 } as const;

/**
 * The dose loop: after a session of little effort a tenth more work, after a hard one a fifth less. Where it does not lead it only
 * ever lessens. `omni` is the child's word on the OMNI picture scale, 0..10.
 */
export function adaptToEffort(drill: DrillParams, limits: Limits, values: Params, adaptation: Adaptation, omni: number): Adjustment | null {
  if (adaptation.lead === 'fixed') return null;
  const more = omni < effortZone.from && adaptation.lead === 'dose';
  const less = omni > effortZone.to;
  if (!more && !less) return null;
  for (const name of [...doseAxes].reverse()) {
    const param = drill.params[name];
    const limit = limits[name];
    const from = values[name];
    if (param?.kind !== 'number' || !limit || !('min' in limit) || typeof from !== 'number' || limit.min === limit.max) continue;
    const to = clampParam(drill.params, limits, name, from + toDoseChange(param, from, more));
    if (to !== from) return { param: name, from, to, because: `plan.because.${more ? 'little-effort' : 'much-effort'}` };
  }
  return null;
}

function toDoseChange(param: NumberParam, from: number, more: boolean): number {
  const share = more ? doseChange.more : -doseChange.less;
  const steps = Math.max(1, Math.round((from * Math.abs(share)) / param.step));
  return Math.sign(share) * steps * param.step;
}
