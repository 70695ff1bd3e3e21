import { useState } from 'preact/hooks';
import type { Help } from '../../../core/units';
import { findGame } from '../../../games/registry';
import { playableSources } from '../../../movement/interpret/interpreters';
import { askForMotion } from '../../../movement/sources/motion-permission';
import type { ChildProfile, PlanItem } from '../../../plan/types';
import type { StorageProblem } from '../../../session/types';
import type { Store } from '../../../store/types';
import { askStart } from '../../child/asked-start';
import { sourceIcons } from '../../child/source-row';
import { Button } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { Sheet } from '../../parts/sheet';
import { toPlainName } from '../../parts/shown-name';
import { Stepper } from '../../parts/stepper';
import { StorageBanner } from '../../parts/storage-banner';
import { useApp, useAsync, useDevice, useText } from '../../parts/use-app';
import { go } from '../../router';
import { formatDay } from '../words';
import { type AgainItem, listLevels, toLevelEdits, toSameAgain } from './same-again';

/** Sessions that are looked through for the last one in which something was played. */
const lookBack = 5;
const helps = [0, 1, 2, 3, 4] as const;

const sourcesOf = (item: PlanItem) => playableSources(findGame(item.game)?.drill.movement ?? 'rep');

/** "Same as last time, but…": what was played last, ready to start; level, source and help in steps beside it. */
export function SameAgainSheet(props: { readonly store: Store; readonly child: ChildProfile; onClose(): void }) {
  const text = useText();
  const { levels } = useApp();
  const { settings } = useDevice();
  const { store, child } = props;
  const [changed, setChanged] = useState<Readonly<Record<string, Partial<AgainItem>>>>({});
  const [help, setHelp] = useState<Help>(0);
  const [problem, setProblem] = useState<StorageProblem | null>(null);
  const { value } = useAsync(async () => {
    const [sessions, plan] = await Promise.all([store.readSessions(child.id, lookBack), store.readPlan(child.id)]);
    const last = sessions.find(({ trials }) => trials > 0);
    const known = plan.items.filter(({ game, level }) => levels.some((one) => one.game === game && one.id === level));
    const again = toSameAgain(last, known, (item, source) => sourcesOf(item).includes(source));
    return { again, on: again.some(({ wasPlayed }) => wasPlayed) ? (last?.on ?? null) : null };
  }, [store, child.id]);
  const again = value?.again.map((one) => ({ ...one, ...changed[one.item.id] })) ?? [];
  const change = (id: string, to: Partial<AgainItem>) => setChanged({ ...changed, [id]: { ...changed[id], ...to } });

  async function start(): Promise<void> {
    if (again.some(({ source }) => source === 'motion')) askForMotion(window);
    const levelEdits = toLevelEdits(again);
    const isEdited = Object.keys(levelEdits).length > 0;
    const edits = isEdited && settings.author ? { ...levelEdits, author: settings.author } : levelEdits;
    const outcome = await store.editPlan(child.id, edits);
    if (!outcome.saved) return setProblem(outcome.problem);
    askStart({ child: child.id, items: again.map(({ item, source }) => ({ id: item.id, source })), help });
    go({ screen: 'play', child: child.id });
  }

  const name = toPlainName(child.name) || text(`child.picture.${child.picture}`);
  return (
    <Sheet title={text('roster.sameFor', { name })} class="wide again" onClose={props.onClose}>
      {problem && <StorageBanner problem={problem} />}
      {value && (
        <>
          <p class="again-when">
            {again.length === 0
              ? text('child.noPlan')
              : value.on
                ? text('roster.lastTime', { day: formatDay(text, value.on, true) })
                : text('roster.noLast')}
          </p>
          <ul class="again-items">
            {again.map((one) => (
              <AgainRow key={one.item.id} one={one} onChange={(to) => change(one.item.id, to)} />
            ))}
          </ul>
          <div class="again-end">
            <Stepper
              label={text('roster.help')}
              value={help}
              min={0}
              max={4}
              format={(to) => text(`child.helpLevel.${to}`)}
              onChange={(to) => setHelp(helps.find((one) => one === to) ?? 0)}
            />
            <Button kind="main" size="play" icon="play" disabled={again.length === 0} onPress={() => void start()}>
              {text('roster.start')}
            </Button>
          </div>
        </>
      )}
    </Sheet>
  );
}

function AgainRow({ one, onChange }: { readonly one: AgainItem; onChange(to: Partial<AgainItem>): void }) {
  const text = useText();
  const { levels } = useApp();
  const { item, source, lastLevel } = one;
  const own = listLevels(levels, item.game);
  const at = own.findIndex(({ id }) => id === one.level);
  const nameOf = (level: string) => own.find(({ id }) => id === level)?.name[text.language] ?? level;
  const sources = sourcesOf(item);
  return (
    <li class="again-item">
      <div class="again-words">
        <b>{text(`${item.game}.name`)}</b>
        <span>{nameOf(one.level)}</span>
        {lastLevel !== null && <span class="hint">{text('roster.lastLevel', { level: nameOf(lastLevel) })}</span>}
      </div>
      <Stepper
        label={text('roster.level', { game: text(`${item.game}.name`) })}
        hideLabel
        value={at + 1}
        min={1}
        max={own.length}
        format={(place) => text('roster.levelPlace', { place, of: own.length })}
        onChange={(place) => onChange({ level: own[(place ?? 1) - 1]?.id ?? one.level })}
      />
      {sources.length > 1 && (
        <Choice
          class="again-source"
          label={text('roster.source', { game: text(`${item.game}.name`) })}
          hideLabel
          value={source}
          options={sources.map((kind) => ({ value: kind, label: text(`source.${kind}`), icon: sourceIcons[kind] }))}
          onChange={(to) => onChange({ source: to })}
        />
      )}
    </li>
  );
}
