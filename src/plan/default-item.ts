import type { SourceKind } from '../movement/types';
import { usualAdaptation } from './adaptation';
import type { Level } from './types';

/** The dose that a new plan item starts with: two short sets, three sessions a week (clinical.md C7, 3 sessions a week). */
export const defaultDose = { sets: 2, restS: 30, sessionsPerWeek: 3 } as const;

/** The fields of a plan edit that add a level's game to a plan; `order` is the item's place in it, `source` one that can play the game. */
export function createDefaultItem(level: Level, id: string, order: number, source: SourceKind = 'touch'): Record<string, string | number> {
  const path = `items.${id}`;
  return {
    [`${path}.game`]: level.game,
    [`${path}.level`]: level.id,
    [`${path}.source`]: source,
    [`${path}.side`]: 'either',
    [`${path}.dose.sets`]: defaultDose.sets,
    [`${path}.dose.restS`]: defaultDose.restS,
    [`${path}.dose.sessionsPerWeek`]: defaultDose.sessionsPerWeek,
    [`${path}.adapt.lead`]: usualAdaptation.lead,
    [`${path}.order`]: order,
  };
}
