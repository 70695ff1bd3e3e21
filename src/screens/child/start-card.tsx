import { useRef, useState } from 'preact/hooks';
import { findGame, games } from '../../games/registry';
import { playableSources } from '../../movement/interpret/interpreters';
import type { SourceKind } from '../../movement/types';
import { toItemParams } from '../../plan/limits';
import type { ChildProfile, PlanItem } from '../../plan/types';
import type { Totals } from '../../store/types';
import { Button, IconButton } from '../parts/button';
import { Icon } from '../parts/icon';
import { CompanionPicture, Picture } from '../parts/picture';
import { useShownName } from '../parts/shown-name';
import { StorageBanner } from '../parts/storage-banner';
import { useApp, useDevice, useText } from '../parts/use-app';
import { toHash } from '../router';
import { formatParam } from '../therapist/words';
import { BayGround } from './bay-ground';
import { MyBay, TodayPlaces } from './places';
import { SourceRow } from './source-row';
import { ChooseFriend } from './together/choose-friend';
import type { Pair } from './together/pair';
import { useScan } from './use-scan';

/** Before a session: the companion waits, the child starts; beside it in small words what the adult wants to know. */
export function StartCard(props: {
  readonly child: ChildProfile;
  readonly items: readonly PlanItem[];
  readonly totals: Pick<Totals, 'games'>;
  /** The child was away for a while. */
  readonly isBack: boolean;
  onStart(items: readonly PlanItem[]): void;
  /** Two children at once, beginning with this one. */
  onTogether(pair: Pair): void;
  readonly keep: boolean;
}) {
  const text = useText();
  const { opened } = useApp();
  const { settings } = useDevice();
  const { child, items } = props;
  const name = useShownName()(child);
  const [chosen, setChosen] = useState<number | null>(items.length > 1 ? null : 0);
  const [bay, setBay] = useState(false);
  const [withFriend, setWithFriend] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const switches = items.some(({ source }) => source === 'gamepad') ? child.switches : null;
  useScan(root, bay ? null : switches);
  const [today, setToday] = useState<SourceKind | null>(null);
  const planned = items[chosen ?? 0] ?? items[0];
  if (!planned) return null;
  const sources = playableSources(findGame(planned.game)?.drill.movement ?? 'rep');
  const item: PlanItem = { ...toPlayable(planned), ...(today !== null && sources.includes(today) ? { source: today } : {}) };
  if (bay) return <MyBay totals={props.totals} games={games.map(({ id }) => id)} switches={switches} onClose={() => setBay(false)} />;
  return (
    <div ref={root} class={`bay start ${items.length > 1 ? 'with-places' : ''}`}>
      <BayGround />
      <header class="bay-head">
        <IconButton icon="home" label={text('common.home')} href={toHash({ screen: 'picker' })} size="main" />
        <Picture name={`pictures/${child.picture}`} class="start-picture" alt={name} />
        <h1 class={name ? '' : 'unseen'}>
          <bdi>{name || text('app.name')}</bdi>
        </h1>
        <button type="button" data-scan class="my-bay-button" onClick={() => setBay(true)}>
          <Picture name="bay/island-badge" />
          <span class="unseen">{text('child.myBay')}</span>
        </button>
      </header>
      <main class="start-body">
        {opened.store === null && (
          <StorageBanner problem={opened.problem}>
            <p>{text('child.notKept')}</p>
          </StorageBanner>
        )}
        {items.length > 1 && <TodayPlaces items={items} chosen={chosen} totals={props.totals} onChoose={setChosen} />}
        <div class="start-place">
          <CompanionPicture companion={child.companion} class="start-companion" />
          <button type="button" data-scan class="start-button" onClick={() => props.onStart(chosen === null ? items.map(toPlayable) : [item])}>
            <Icon name="play" />
            <span class="unseen">{chosen === null ? text('child.startAll') : text('child.start', { game: text(`${item.game}.name`) })}</span>
          </button>
        </div>
        {withFriend && chosen !== null ? (
          <ChooseFriend child={child} item={item} keep={props.keep} onChoose={props.onTogether} onClose={() => setWithFriend(false)} />
        ) : (
          <section class="card start-note" aria-label={text('child.forAdult')}>
            {props.isBack && <p>{text('child.welcomeBack')}</p>}
            {chosen === null ? <h2>{text('child.allToday', { count: items.length })}</h2> : <ItemWords item={item} />}
            {chosen !== null && (
              <div class="start-ways">
                {sources.length > 1 && <SourceRow sources={sources} value={item.source} label={text('child.bySource')} onChoose={setToday} />}
                <Button icon="children" onPress={() => setWithFriend(true)}>
                  {text('together.button')}
                </Button>
              </div>
            )}
            {!props.keep && <p class="hint">{text('child.ready')}</p>}
            {settings.pxPerMm === null && <p class="hint">{text('child.notMeasured')}</p>}
          </section>
        )}
      </main>
    </div>
  );
}

/** A plan made for another version may name a source that cannot play the game: then the game's usual one does. */
function toPlayable(item: PlanItem): PlanItem {
  const sources = playableSources(findGame(item.game)?.drill.movement ?? 'rep');
  return sources.includes(item.source) ? item : { ...item, source: sources[0] ?? 'adult' };
}

function ItemName({ item }: { readonly item: PlanItem }) {
  const text = useText();
  const { levels } = useApp();
  const level = levels.find((one) => one.game === item.game && one.id === item.level);
  return (
    <>
      {text(`${item.game}.name`)} · {level?.name[text.language]}
    </>
  );
}

function ItemWords({ item }: { readonly item: PlanItem }) {
  const text = useText();
  const { levels } = useApp();
  const level = levels.find((one) => one.game === item.game && one.id === item.level);
  const game = findGame(item.game);
  if (!level || !game) return null;
  const { trials: param } = game.drill.params;
  const trials = Number(toItemParams(game.drill.params, level, item).trials);
  const each = param?.kind === 'number' ? formatParam(text, param, trials) : '';
  return (
    <>
      <h2>
        <ItemName item={item} />
      </h2>
      <p>{text('child.dose', { sets: text('child.sets', { count: item.dose.sets }), trials: each })}</p>
    </>
  );
}
