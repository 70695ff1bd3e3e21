import { type MovementLock, movementLocks, procedureKinds } from '../../../plan/safety/child-safety';
import { judgeLocks } from '../../../plan/safety/readiness';
import type { ChildProfile, PlanItem } from '../../../plan/types';
import { ChangedItems } from '../../child/ready/not-ready';
import { toReadyItems } from '../../child/ready/use-ready';
import '../../child/ready/ready.css';
import { Card } from '../../parts/card';
import { StorageBanner } from '../../parts/storage-banner';
import { Toggle } from '../../parts/toggle';
import { useApp, useText } from '../../parts/use-app';
import type { Edits } from '../use-edits';
import { IncidentsCard } from './incidents-card';
import { ProcedureFields } from './procedure-fields';
import { RulesCard } from './rules-card';
import './safety.css';

/** What keeps this child safe: movement locks, operations and toxin, own rules, water, and notes of what happened. */
export function SafetyTab(props: { readonly child: Edits<ChildProfile>; readonly items: readonly PlanItem[] }) {
  const text = useText();
  const { levels, today } = useApp();
  const { value, edit } = props.child;
  if (!value) return null;
  const locked = judgeLocks(value.safety, toReadyItems(props.items, levels), today());
  const isLocked = (lock: MovementLock) => value.safety?.locks[lock] ?? false;
  return (
    <>
      {props.child.problem && <StorageBanner problem={props.child.problem} />}
      <div class="settings packed">
        <Card title={text('safety.locks')}>
          {movementLocks.map((lock) => (
            <Toggle
              key={lock}
              label={text(`safety.lock.${lock}`)}
              hint={text(`safety.lockHelp.${lock}`)}
              value={isLocked(lock)}
              onChange={(on) => edit({ [`safety.locks.${lock}`]: on })}
            />
          ))}
          <ChangedItems items={props.items} changed={locked} />
        </Card>
        <Card title={text('safety.procedures')}>
          <p class="hint">{text('safety.proceduresHelp')}</p>
          {procedureKinds.map((kind) => (
            <ProcedureFields key={kind} kind={kind} safety={value.safety} onEdit={edit} />
          ))}
        </Card>
        <RulesCard safety={value.safety} onEdit={edit} />
        <Card title={text('safety.other')}>
          <Toggle
            label={text('safety.water')}
            hint={text('safety.waterHelp')}
            value={value.safety?.water ?? false}
            onChange={(on) => edit({ 'safety.water': on })}
          />
        </Card>
        <IncidentsCard child={value} />
      </div>
    </>
  );
}
