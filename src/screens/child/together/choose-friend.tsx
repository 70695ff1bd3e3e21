import { useState } from 'preact/hooks';
import { baselineSessions, toBaseline } from '../../../plan/together';
import type { ChildProfile, PlanItem } from '../../../plan/types';
import { Banner } from '../../parts/banner';
import { Button, IconButton } from '../../parts/button';
import { Picture } from '../../parts/picture';
import { useShownName } from '../../parts/shown-name';
import { useApp, useAsync, useStore, useText } from '../../parts/use-app';
import { justForFun } from '../just-for-fun';
import { type GuestSize, guestSizes, listOutcomes, type Pair, type Player, toFriendItem, toPair } from './pair';
import './together.css';

/** With whom: another child of this tablet, or a guest, whose level an adult picks by size. */
export function ChooseFriend(props: {
  readonly child: ChildProfile;
  readonly item: PlanItem;
  readonly keep: boolean;
  onChoose(pair: Pair): void;
  onClose(): void;
}) {
  const { child, item, keep } = props;
  const text = useText();
  const { levels } = useApp();
  const store = useStore();
  const shownName = useShownName();
  const [unfit, setUnfit] = useState(false);
  const { value: children } = useAsync(async () => ((await store?.readChildren()) ?? []).filter(({ id }) => id !== child.id), [store, child.id]);

  async function toPlayer(who: ChildProfile, plays: PlanItem, kept: boolean): Promise<Player> {
    const sessions = kept && store ? await store.readSessions(who.id, 3 * baselineSessions) : [];
    return { child: who, item: plays, keep: kept, baseline: toBaseline(listOutcomes(sessions, plays.game)) };
  }

  async function choose(friend: ChildProfile | null, size: GuestSize): Promise<void> {
    const items = friend && store ? (await store.readPlan(friend.id)).items : [];
    const plays = toFriendItem(levels, item.game, items, size);
    if (!plays) return setUnfit(true);
    const players = await Promise.all([toPlayer(child, item, keep), toPlayer(friend ?? justForFun, plays, friend !== null)]);
    const pair = toPair(levels, ...players);
    if (pair) props.onChoose(pair);
    else setUnfit(true);
  }

  return (
    <section class="friends card" aria-label={text('together.with')}>
      <header class="friends-head">
        <h2>{text('together.with')}</h2>
        <IconButton icon="close" label={text('common.close')} onPress={props.onClose} />
      </header>
      {unfit && (
        <Banner title={text('together.unfit')}>
          <p>{text('together.unfitAdvice')}</p>
        </Banner>
      )}
      {children && children.length > 0 && (
        <ul class="friends-list">
          {children.map((friend) => (
            <li key={friend.id}>
              <button type="button" class="friend" onClick={() => void choose(friend, 'middle')}>
                <Picture name={`pictures/${friend.picture}`} />
                <span class={shownName(friend) ? '' : 'unseen'}>
                  <bdi>{shownName(friend) || text('together.friend')}</bdi>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="friends-guest">
        <p class="hint">{text('together.guest')}</p>
        {guestSizes.map((size) => (
          <Button key={size} size="main" onPress={() => void choose(null, size)}>
            {text(`together.size.${size}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
