import { findGame } from '../../games/registry';
import { toItemParams } from '../../plan/limits';
import { isForHome } from '../../plan/profile-hints';
import type { Level, Plan, PlanItem } from '../../plan/types';
import { toSetUp } from '../../report/family-set-up';
import { Card } from '../parts/card';
import { Icon } from '../parts/icon';
import { useApp, useText } from '../parts/use-app';
import { SetUpPicture, saySetUp } from './set-up-picture';

// Getting ready and eating: clinical.md C8, feeding and aspiration.
const tips = ['ready', 'help'] as const;
const tipIcons = { ready: 'clock', help: 'heart' } as const;

/** What the therapist put in the plan, as a family reads it, how to set up for it, and the therapist's own words. */
export function HomePlanCard({ plan, seat }: { readonly plan: Plan; readonly seat: 'chair' | 'wheelchair' }) {
  const text = useText();
  const { levels } = useApp();
  const items = plan.items.filter((item) => findGame(item.game) && isForHome(item));
  return (
    <Card title={text('family.plan.title')} class="home-plan">
      {items.length === 0 ? (
        <p>{text('family.plan.empty')}</p>
      ) : (
        <ul class="plan-games">
          {items.map((item) => (
            <PlanGame key={item.id} item={item} seat={seat} level={levels.find((one) => one.game === item.game && one.id === item.level)} />
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

function PlanGame({ item, level, seat }: { readonly item: PlanItem; readonly level: Level | undefined; readonly seat: 'chair' | 'wheelchair' }) {
  const text = useText();
  const drill = findGame(item.game)?.drill;
  const params = drill && level ? toItemParams(drill.params, level, item) : {};
  const { trials } = params;
  const sets = text('family.plan.sets', { count: item.dose.sets });
  const setUp = drill && toSetUp(drill.id, params, item.source, seat);
  return (
    <li>
      {setUp && <SetUpPicture setUp={setUp} />}
      <div class="plan-words">
        <p class="plan-name">
          <b>{text(`${item.game}.name`)}</b>
          {level && <span>{level.name[text.language]}</span>}
        </p>
        <p>
          {trials === undefined ? sets : text('family.plan.much', { sets, targets: text('family.plan.targets', { count: Number(trials) }) })}
          <br />
          {text('family.plan.weekly', { count: item.dose.sessionsPerWeek })}
        </p>
        {setUp && <p>{saySetUp(text, setUp)}</p>}
        {item.tip && (
          <blockquote class="therapist-tip">
            <p class="hint">{text('family.setUp.tip')}</p>
            <p dir="auto">{item.tip}</p>
          </blockquote>
        )}
      </div>
    </li>
  );
}
