import { fixedAdaptation } from '../../plan/adaptation';
import { createDefaultItem } from '../../plan/default-item';
import type { ChildProfile, Level, PlanItem } from '../../plan/types';
import { emptyFold } from '../../store/fold';
import { toProfile } from '../../store/profile';

/** Who plays where the tablet keeps nothing: no record, no history, all settings as they come. */
export const justForFun: ChildProfile = { ...toProfile('fun', emptyFold), picture: 'sun' };

/** The level that a new child starts with: the first aimed one of the game, easy to hit and near. */
export function chooseFirstLevel(levels: readonly Level[]): Level | undefined {
  return levels.find((level) => level.game === 'fireflies' && level.order === 2) ?? levels[0];
}

/** The plan item of play that is not kept. */
export function toFunItem(level: Level): PlanItem {
  const fields = createDefaultItem(level, 'fun', 0);
  return {
    id: 'fun',
    game: level.game,
    level: level.id,
    source: 'touch',
    side: 'either',
    dose: {
      sets: Number(fields['items.fun.dose.sets']),
      restS: Number(fields['items.fun.dose.restS']),
      sessionsPerWeek: Number(fields['items.fun.dose.sessionsPerWeek']),
    },
    params: {},
    bounds: {},
    adapt: fixedAdaptation,
  };
}
