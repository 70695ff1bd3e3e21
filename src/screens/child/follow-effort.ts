import { findGame } from '../../games/registry';
import { adaptToEffort } from '../../plan/adapt';
import { toItemParams, toLimits } from '../../plan/limits';
import type { Level } from '../../plan/types';
import type { Omni } from '../../session/types';
import type { Store } from '../../store/types';

/** What a session's effort leads to. */
export interface Effort {
  readonly session: string;
  readonly child: string;
  readonly omni: Omni;
}

/** After a session: more or less to do the next time, by the child's own word on effort, for each plan item that was played (clinical.md C6). */
export async function followEffort(store: Store, { session, child, omni }: Effort, levels: readonly Level[], newId: () => string): Promise<void> {
  const [items, plan] = await Promise.all([store.readPlayedItems(session), store.readPlan(child)]);
  const played = new Set(items);
  for (const item of plan.items.filter(({ id }) => played.has(id))) {
    const drill = findGame(item.game)?.drill;
    const level = levels.find((one) => one.game === item.game && one.id === item.level);
    if (!drill || !level) continue;
    const limits = toLimits(drill.params, level.bounds, item.bounds);
    const change = adaptToEffort(drill, limits, toItemParams(drill.params, level, item), item.adapt, omni);
    if (!change) continue;
    const of = { adjustment: newId(), session, child, item: item.id, game: item.game, carry: item.adapt.carry, hits: 0, misses: 0 };
    await store.save({ kind: 'adjustment', ...of, change, omni });
  }
}
