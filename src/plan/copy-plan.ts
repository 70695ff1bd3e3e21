import type { LocalDate } from '../core/dates';
import { fitsProfile } from './profile-hints';
import { toDemands } from './safety/demands';
import { judgeLocks } from './safety/readiness';
import { listNew } from './templates';
import type { ChildProfile, PlanItem } from './types';

type Fields = Readonly<Record<string, string | number | boolean>>;

/**
 * The fields of a plan edit that give another child these lines, each with a new id, after the lines that it has; games that it has
 * already are left out. Level, values, limits, dose, side, source and adaptation go along; what play carried over and the words to the
 * family are the first child's own.
 */
export function toCopyFields(items: readonly PlanItem[], plan: readonly Pick<PlanItem, 'game'>[], newId: () => string): Fields {
  return Object.assign({}, ...listNew(items, plan).map((item, i) => toFields(item, newId(), plan.length + i)));
}

/** What does not fit where a line is copied to another child: only a game that is there already keeps it from being copied. */
export const copyMisfits = ['inPlan', 'locked', 'beyond', 'side'] as const;
export type CopyMisfit = (typeof copyMisfits)[number];

/** What does not fit between a line and another child: its plan, its locks and procedures today, how it sits and moves, the side that it works with. */
export function listMisfits(
  item: PlanItem,
  drill: string,
  params: Readonly<Record<string, number | string>>,
  to: Pick<ChildProfile, 'clinic' | 'safety'>,
  plan: readonly Pick<PlanItem, 'game'>[],
  today: LocalDate,
): readonly CopyMisfit[] {
  const [judged] = judgeLocks(to.safety, [{ item: item.id, demands: toDemands(drill, params) }], today);
  const side = to.clinic?.sides;
  const found: Readonly<Record<CopyMisfit, boolean>> = {
    inPlan: plan.some(({ game }) => game === item.game),
    locked: judged?.verdict !== 'play',
    beyond: fitsProfile(to.clinic, drill, params) === false,
    side: (side === 'left' || side === 'right') && (item.side === 'left' || item.side === 'right') && item.side !== side,
  };
  return copyMisfits.filter((misfit) => found[misfit]);
}

/** The orders that move a line one place up or down; none at either end. */
export function toMoveFields(items: readonly Pick<PlanItem, 'id'>[], id: string, by: 1 | -1): Fields {
  const from = items.findIndex((item) => item.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= items.length) return {};
  const ids = items.map((item) => item.id);
  ids.splice(to, 0, ...ids.splice(from, 1));
  return Object.fromEntries(ids.map((one, order) => [`items.${one}.order`, order]));
}

function toFields(item: PlanItem, id: string, order: number): Fields {
  const { game, level, source, side, dose, params, bounds, adapt, place } = item;
  const own: Record<string, string | number | boolean | undefined> = {
    game,
    level,
    source,
    side,
    order,
    place,
    'dose.sets': dose.sets,
    'dose.restS': dose.restS,
    'dose.sessionsPerWeek': dose.sessionsPerWeek,
    'dose.warmUp': dose.warmUp,
    'adapt.lead': adapt.lead,
    'adapt.target': adapt.target,
    'adapt.step': adapt.step,
  };
  for (const [name, value] of Object.entries(params)) own[`params.${name}`] = value;
  for (const [name, place] of Object.entries(adapt.axes)) own[`adapt.axes.${name}`] = place;
  for (const [name, bound] of Object.entries(bounds)) {
    if ('allowed' in bound) own[`bounds.${name}.allowed`] = bound.allowed.join(',');
    // An end that the therapist left open stays open.
    else for (const end of ['min', 'max'] as const) if (Number.isFinite(bound[end])) own[`bounds.${name}.${end}`] = bound[end];
  }
  return Object.fromEntries(Object.entries(own).flatMap(([path, value]) => (value === undefined ? [] : [[`items.${id}.${path}`, value]])));
}
