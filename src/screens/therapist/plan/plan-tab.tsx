import { findGame } from '../../../games/registry';
import { playableSources } from '../../../movement/interpret/interpreters';
import { toMoveFields } from '../../../plan/copy-plan';
import { createDefaultItem } from '../../../plan/default-item';
import type { ChildProfile, Level } from '../../../plan/types';
import type { FoldedPlan } from '../../../store/types';
import { StorageBanner } from '../../parts/storage-banner';
import { useApp, useText } from '../../parts/use-app';
import type { Edits } from '../use-edits';
import { AddGames } from './add-games';
import { MoveButtons } from './move-buttons';
import { PlanItemCard } from './plan-item-card';
import { PlanTools } from './plan-tools';

/** The child's plan: what to play, how hard and how much. */
export function PlanTab({ plan, child }: { readonly plan: Edits<FoldedPlan>; readonly child: ChildProfile }) {
  const text = useText();
  const { levels, newId } = useApp();
  const items = plan.value?.items ?? [];
  const firstLevels = [...new Set(levels.map((level) => level.game))].flatMap((game) => levels.find((level) => level.game === game) ?? []);
  const add = (level: Level) => {
    const [usual = 'adult'] = playableSources(findGame(level.game)?.drill.movement ?? 'rep');
    plan.edit(createDefaultItem(level, newId(), items.length, usual));
  };
  return (
    <div class="plan">
      {plan.problem && <StorageBanner problem={plan.problem} />}
      {plan.value && <PlanTools child={child} items={items} revision={plan.value.revision} onEdit={plan.edit} />}
      {plan.value && items.length === 0 && <p class="card empty">{text('therapist.plan.empty')}</p>}
      {items.map((item, i) => (
        <PlanItemCard
          key={item.id}
          item={item}
          child={child}
          levels={levels}
          aside={
            items.length > 1 && (
              <MoveButtons
                name={text(`${item.game}.name`)}
                place={i + 1}
                of={items.length}
                onMove={(by) => plan.edit(toMoveFields(items, item.id, by))}
              />
            )
          }
          onEdit={(fields) => plan.edit(Object.fromEntries(Object.entries(fields).map(([path, value]) => [`items.${item.id}.${path}`, value])))}
        />
      ))}
      {plan.value && <AddGames levels={firstLevels.filter((level) => !items.some((item) => item.game === level.game))} onAdd={add} />}
    </div>
  );
}
