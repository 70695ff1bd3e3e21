import { useState } from 'preact/hooks';
import { findGame } from '../../../games/registry';
import { listMisfits, toCopyFields } from '../../../plan/copy-plan';
import { toItemParams } from '../../../plan/limits';
import type { ChildProfile, PlanItem } from '../../../plan/types';
import type { StorageProblem } from '../../../session/types';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { Picture } from '../../parts/picture';
import { Sheet } from '../../parts/sheet';
import { toPlainName } from '../../parts/shown-name';
import { StorageBanner } from '../../parts/storage-banner';
import { useApp, useAsync, useDevice, useStore, useText } from '../../parts/use-app';
import { toHash } from '../../router';

/** Gives the lines of one child's plan to another child, and says what does not fit there. */
export function CopySheet(props: { readonly child: ChildProfile; readonly items: readonly PlanItem[]; onClose(): void }) {
  const text = useText();
  const store = useStore();
  const { levels, newId, today } = useApp();
  const { settings } = useDevice();
  const [to, setTo] = useState<ChildProfile | null>(null);
  const [ended, setEnded] = useState<'copied' | StorageProblem | null>(null);
  const { value: children } = useAsync(async () => (await store?.readChildren()) ?? [], [store]);
  const { value: plan } = useAsync(async () => (to ? ((await store?.readPlan(to.id)) ?? null) : null), [store, to?.id]);
  const others = (children ?? []).filter(({ id }) => id !== props.child.id);
  const nameOf = ({ name, picture }: ChildProfile) => toPlainName(name) || text(`child.picture.${picture}`);
  const lines = props.items.map((item) => {
    const drill = findGame(item.game)?.drill;
    const level = levels.find((one) => one.game === item.game && one.id === item.level);
    const params = drill && level ? toItemParams(drill.params, level, item) : {};
    return { item, level, misfits: to && plan ? listMisfits(item, drill?.id ?? '', params, to, plan.items, today()) : [] };
  });
  const count = lines.filter(({ misfits }) => !misfits.includes('inPlan')).length;
  async function copy(): Promise<void> {
    if (!store || !to || !plan) return;
    const fields = toCopyFields(props.items, plan.items, newId);
    const outcome = await store.editPlan(to.id, settings.author ? { ...fields, author: settings.author } : fields);
    setEnded(outcome.saved ? 'copied' : outcome.problem);
  }
  return (
    <Sheet title={text('planEdit.copy.title')} class="plan-sheet" onClose={props.onClose}>
      {!to && (
        <>
          <p>{text(others.length > 0 ? 'planEdit.copy.choose' : 'planEdit.copy.nobody')}</p>
          <ul class="copy-children">
            {others.map((child) => (
              <li key={child.id}>
                <button type="button" class="copy-child" onClick={() => setTo(child)}>
                  <Picture name={`pictures/${child.picture}`} />
                  <b dir="auto">{nameOf(child)}</b>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {to && plan && ended !== 'copied' && (
        <>
          <h3 dir="auto">{text('planEdit.copy.to', { name: nameOf(to) })}</h3>
          {ended && <StorageBanner problem={ended} />}
          <ul class="copy-lines">
            {lines.map(({ item, level, misfits }) => (
              <li key={item.id}>
                <Icon name={misfits.length === 0 ? 'check' : 'info'} />
                <div>
                  <b>{text(`${item.game}.name`)}</b>
                  {level && `: ${level.order} ${level.name[text.language]}`}
                  {misfits.map((misfit) => (
                    <p key={misfit} class="hint">
                      {text(`planEdit.copy.misfit.${misfit}`)}
                    </p>
                  ))}
                </div>
              </li>
            ))}
          </ul>
          <p class="hint">{text('planEdit.copy.help')}</p>
          <div class="confirm">
            <Button kind="main" size="main" icon="check" disabled={count === 0} onPress={() => void copy()}>
              {text('planEdit.copy.now', { count })}
            </Button>
            <Button kind="quiet" onPress={() => setTo(null)}>
              {text('planEdit.copy.other')}
            </Button>
          </div>
        </>
      )}
      {to && ended === 'copied' && (
        <div role="status">
          <p>{text('planEdit.copy.done', { name: nameOf(to) })}</p>
          <Button icon="next" size="main" href={toHash({ screen: 'therapist', child: to.id })}>
            {text('planEdit.copy.open', { name: nameOf(to) })}
          </Button>
        </div>
      )}
    </Sheet>
  );
}
