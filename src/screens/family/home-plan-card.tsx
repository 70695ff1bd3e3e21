import { findGame } from '../../games/registry';
import { toItemParams } from '../../plan/limits';
import type { Level, Plan, PlanItem } from '../../plan/types';
import { Card } from '../parts/card';
import { Icon } from '../parts/icon';
import { useApp, useText } from '../parts/use-app';

// Getting ready and eating: clinical.md C8, feeding and aspiration.
const tips = ['place', 'ready', 'help'] as const;
const tipIcons = { place: 'touch', ready: 'clock', help: 'heart' } as const;

/** What the therapist put in the plan, as a family reads it, and how to set up for it. */
export function HomePlanCard({ plan }: { readonly plan: Plan }) {
  const text = useText();
  const { levels } = useApp();
  const items = plan.items.filter((item) => findGame(item.game));
  return (
    <Card title={text('family.plan.title')} class="home-plan">
      {items.length === 0 ? (
        <p>{text('family.plan.empty')}</p>
      ) : (
        <ul class="plan-games">
          {items.map((item) => (
            <PlanGame key={item.id} item={item} level={levels.find((one) => one.game === item.game && one.id === item.level)} />
          ))}
        </ul>
      )}
      <ul class="tips">
        {tips.map((tip) => (
          <li key={tip}>
            <Icon name={tipIcons[tip]} />
            <span>{text(`family.tip.${tip}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PlanGame({ item, level }: { readonly item: PlanItem; readonly level: Level | undefined }) {
  const text = useText();
  const spec = findGame(item.game)?.drill.params;
  const { trials } = spec && level ? toItemParams(spec, level, item) : {};
  const sets = text('family.plan.sets', { count: item.dose.sets });
  return (
    <li>
      <p class="plan-name">
        <b>{text(`${item.game}.name`)}</b>
        {level && <span>{level.name[text.language]}</span>}
      </p>
      <p>
        {trials === undefined ? sets : text('family.plan.much', { sets, targets: text('family.plan.targets', { count: Number(trials) }) })}
        <br />
        {text('family.plan.weekly', { count: item.dose.sessionsPerWeek })}
      </p>
    </li>
  );
}
