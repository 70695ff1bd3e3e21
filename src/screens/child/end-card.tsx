import { useEffect, useRef, useState } from 'preact/hooks';
import type { SwitchSettings } from '../../movement/types';
import { toOwnRules } from '../../plan/safety/child-safety';
import { isTooHard } from '../../plan/safety/faces';
import type { ChildProfile } from '../../plan/types';
import type { Omni, SessionStatus, StorageProblem } from '../../session/types';
import { IconButton } from '../parts/button';
import { CompanionPicture, Picture } from '../parts/picture';
import { PlacePicture } from '../parts/place-picture';
import { StorageBanner } from '../parts/storage-banner';
import { useApp, useStore, useText } from '../parts/use-app';
import { useUnsaved } from '../parts/use-unsaved';
import { toHash } from '../router';
import { AfterCard } from './after/after-card';
import { EffortRow } from './effort-row';
import { followEffort } from './follow-effort';
import { useScan } from './use-scan';

const pathLength = 7;

/** The end of a session: a new pebble on the path, home or once more; for the adult, whether everything is kept. */
export function EndCard(props: {
  readonly child: ChildProfile;
  readonly status: SessionStatus;
  readonly keep: boolean;
  /** How the child goes through it by switch; null: it does not. */
  readonly switches: SwitchSettings | null;
  settle(): Promise<void> | undefined;
  onAgain(): void;
}) {
  const { child, status, keep } = props;
  const text = useText();
  const store = useStore();
  const { newId, levels } = useApp();
  const [pebbles, setPebbles] = useState<number | null>(null);
  const card = useRef<HTMLDivElement>(null);
  useScan(card, props.switches, '.end-buttons a, .end-buttons button');
  const word = useRef<Omni | null>(null);
  const [hurts, setHurts] = useState(false);
  const [tired, setTired] = useState(false);
  const held = useUnsaved();
  const unsaved: StorageProblem | null = keep && status.unsaved + held.trials > 0 ? (status.problem ?? held.problem) : null;
  const played = status.trialsDone > 0;

  useEffect(() => {
    card.current?.querySelector<HTMLElement>('a, button')?.focus();
    let shown = true;
    void (async () => {
      await props.settle();
      const totals = keep ? await store?.readTotals(child.id).catch(() => null) : null;
      if (shown) setPebbles(totals ? totals.sessions : played ? 1 : 0);
    })();
    return () => {
      shown = false;
      // The last word counts, so it is followed once the card is left.
      const omni = word.current;
      if (store && omni !== null) void followEffort(store, { session: status.session, child: child.id, omni }, levels, newId).catch(() => {});
    };
  }, []);

  async function say(omni: Omni): Promise<void> {
    word.current = omni;
    setTired(isTooHard(omni, toOwnRules(child.safety)));
    await store?.save({ kind: 'effort', word: newId(), session: status.session, child: child.id, omni });
  }

  const first = Math.max(0, (pebbles ?? 0) - pathLength);
  return (
    <div ref={card} class={`play-card end ${keep ? 'with-after' : ''}`} role="dialog" aria-modal="true" aria-label={text('child.end')}>
      <div class="card end-card">
        <div class="end-finds">
          <CompanionPicture companion={child.companion} />
          {played && <PlacePicture game={status.game} what="keepsake" class="new-keepsake" alt={text('child.newKeepsake')} />}
        </div>
        {pebbles !== null && pebbles > 0 && (
          <div class="end-path" role="img" aria-label={text('child.pebbles', { count: pebbles })}>
            {Array.from({ length: pebbles - first }, (_, i) => (
              <Picture
                key={first + i}
                name={`pebbles/pebble-${((first + i) % 6) + 1}`}
                class={played && first + i === pebbles - 1 ? 'new-pebble' : ''}
              />
            ))}
          </div>
        )}
        <div class="end-buttons">
          <IconButton icon="home" kind="main" size="play" class="big" label={text('common.home')} href={toHash({ screen: 'picker' })} />
          {!hurts && !tired && <IconButton icon="again" size="play" class="big" label={text('child.playAgain')} onPress={props.onAgain} />}
        </div>
        {keep && played && <EffortRow onChoose={(omni) => void say(omni)} />}
        {tired && <p class="hint">{text('after.tired')}</p>}
        {keep && child.safety?.water && <p class="hint">{text('after.water')}</p>}
        {!keep && <p class="hint">{text('child.notKept')}</p>}
        {status.ended === 'cap' && <p class="hint">{text('child.longEnough')}</p>}
      </div>
      {keep && <AfterCard child={child} session={status.session} onRest={setHurts} />}
      {unsaved && (
        <StorageBanner problem={unsaved} held>
          <p>{text('storage.unsaved', { count: Math.max(status.unsaved, held.trials) })}</p>
        </StorageBanner>
      )}
    </div>
  );
}
