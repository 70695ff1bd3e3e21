import type { AnyDrill, Params } from '../drills/types';
import { clampParam, type Limits } from './limits';
import type { Level, PlanItem } from './types';

/** Sides in the order in which one tap after the other goes round. */
const sides: readonly PlanItem['side'][] = ['either', 'left', 'right', 'alternate'];
/** One tap changes the pace by this share of the room there is: a change that a child can feel. */
const paceShare = 0.1;

/** The level before or after an item's own, in the order of its game; null at either end. */
export function toNextLevel(levels: readonly Level[], item: Pick<PlanItem, 'game' | 'level'>, towards: 'harder' | 'easier'): Level | null {
  const ofGame = levels.filter(({ game }) => game === item.game).sort((a, b) => a.order - b.order);
  const at = ofGame.findIndex(({ id }) => id === item.level);
  return at < 0 ? null : (ofGame[at + (towards === 'harder' ? 1 : -1)] ?? null);
}

/** An item at another level as its file says: values that were its own belonged to the level before; its bounds stay. */
export function toLevelItem(item: PlanItem, level: Level): PlanItem {
  return { ...item, level: level.id, params: {} };
}

/** One step quicker or slower of what gives a drill its pace; null where it has none, or no room. */
export function toPace(
  drill: AnyDrill,
  limits: Limits,
  values: Params,
  towards: 'quicker' | 'slower',
): { readonly name: string; readonly value: number } | null {
  const name = drill.pace?.(values);
  const param = name === undefined ? undefined : drill.params[name];
  const limit = name === undefined ? undefined : limits[name];
  if (name === undefined || param?.kind !== 'number' || !limit || !('min' in limit)) return null;
  const from = Number(values[name]);
  const size = Math.max(param.step, Math.round(((limit.max - limit.min) * paceShare) / param.step) * param.step);
  const up = (param.harder === 'up') === (towards === 'quicker');
  const value = Number(clampParam(drill.params, limits, name, from + (up ? size : -size)));
  return value === from ? null : { name, value };
}

/** The side that one more tap chooses. */
export function toNextSide(side: PlanItem['side']): PlanItem['side'] {
  return sides[(sides.indexOf(side) + 1) % sides.length] ?? 'either';
}
