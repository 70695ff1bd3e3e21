import { findGame } from '../../../games/registry';
import type { Limb, Movement } from '../../../movement/types';
import { toItemParams } from '../../../plan/limits';
import type { Level, PlanItem } from '../../../plan/types';

/** What a plan item's game asks of the body: its movement, and the joint that an angle follows. */
export function toItemMovement(item: PlanItem, levels: readonly Level[]): { readonly movement: Movement; readonly limb: Limb } {
  const drill = findGame(item.game)?.drill;
  const level = levels.find((one) => one.game === item.game && one.id === item.level);
  const limb = drill && level ? (toItemParams(drill.params, level, item).limb as Limb | undefined) : undefined;
  return { movement: drill?.movement ?? 'rep', limb: limb ?? 'shoulder_elevation' };
}
