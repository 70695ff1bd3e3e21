import { useEffect, useState } from 'preact/hooks';
import { countDays } from '../../core/dates';
import type { Help } from '../../core/units';
import { askForMotion } from '../../movement/sources/motion-permission';
import type { MovementRanges } from '../../movement/types';
import { type ChildProfile, isPlayedAt, type PlanItem } from '../../plan/types';
import type { SetUpSource } from '../../play/prepare-source';
import type { PreparedSource } from '../../play/start-play';
import { isBack } from '../../report/bay';
import type { SessionStatus } from '../../session/types';
import { emptyTotals } from '../../store/rollups';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { useApp, useAsync, useDevice, useStore, useText } from '../parts/use-app';
import { toHash } from '../router';
import { takeAskedStart } from './asked-start';
import { BayGround } from './bay-ground';
import { chooseFirstLevel, justForFun, toFunItem } from './just-for-fun';
import { PlayStage } from './play-stage';
import { ReadyCard } from './ready/ready-card';
import { SetUpScreen } from './set-up/set-up-screen';
import { StartCard } from './start-card';
import { needsSetUp, type Pair } from './together/pair';
import { TogetherPlay } from './together/together-play';
import { useTurns } from './use-turns';
import './child.css';
import './play.css';

/** A child's way through one session: a start by the child, play on the whole screen, a pebble at the end. */
export function PlayScreen({ child: id }: { readonly child: string }) {
  const text = useText();
  const { levels, newId, today } = useApp();
  const store = useStore();
  const { settings } = useDevice();
  const [prepared, setPrepared] = useState<PreparedSource | null>(null);
  const [checking, setChecking] = useState<{ readonly items: readonly PlanItem[]; readonly session: string } | null>(null);
  const [asked, setAsked] = useState(() => takeAskedStart(id));
  const [help, setHelp] = useState<Help>(0);
  const [pair, setPair] = useState<Pair | null>(null);
  const { value, error, reload } = useAsync(async () => {
    if (store && id !== justForFun.id) {
      const [child, plan, totals, [last]] = await Promise.all([
        store.readChild(id),
        store.readPlan(id),
        store.readTotals(id),
        store.readSessions(id, 1),
      ]);
      return { child, items: plan.items, totals, away: last ? countDays(last.on, today()) : null };
    }
    const level = chooseFirstLevel(levels);
    return { child: justForFun as ChildProfile | null, items: level ? [toFunItem(level)] : [], totals: emptyTotals, away: null };
  }, [id, store]);
  const turns = useTurns(newId, value?.totals.sessions ?? 0);

  if (error) return <Nothing title={text('storage.problem.broken')} advice={text('storage.advice.broken')} />;
  if (!value) return <div class="bay" />;
  const { child, items } = value;
  const known = items.filter((one) => levels.some((level) => level.game === one.game && level.id === one.level));
  const here = known.filter((one) => isPlayedAt(one, settings.place));
  if (!child) return <Nothing title={text('child.unknown')} advice={text('child.unknownAdvice')} />;
  if (known.length === 0) return <Nothing title={text('child.noPlan')} advice={text('child.noPlanAdvice')} therapist={id} />;
  // What a therapist asks for by name is played wherever it is.
  if (here.length === 0 && !asked) return <Nothing title={text('child.elsewhere')} advice={text('child.elsewhereAdvice')} therapist={id} />;
  const keep = store !== null && id !== justForFun.id;
  const leave = () => {
    turns.stop();
    setHelp(0);
    setPair(null);
    setPrepared(null);
    reload();
  };
  const start = (chosen: readonly PlanItem[]) => {
    if (chosen.some(({ source }) => source === 'motion')) askForMotion(window);
    // What is not kept is not asked: the start card's words to the adult stand.
    if (keep) setChecking({ items: chosen, session: newId() });
    else turns.start(chosen);
  };
  const startTogether = (chosen: Pair) => {
    if (chosen[0].item.source === 'motion') askForMotion(window);
    setPair(chosen);
  };
  if (checking) {
    const play = (ready: readonly PlanItem[]) => {
      setChecking(null);
      turns.start(ready, checking.session);
    };
    return <ReadyCard child={child} items={checking.items} session={checking.session} onReady={play} onLeave={() => setChecking(null)} />;
  }
  if (pair) return <TogetherPlay pair={pair} onLeave={leave} />;
  const { playing } = turns;
  const item = playing?.item;
  const goOn = (status: SessionStatus, kept: PreparedSource | null) => {
    setPrepared(kept);
    turns.next(status);
  };
  if (item && needsSetUp.includes(item.source) && !prepared) {
    const keepRange = (source: SetUpSource, found: MovementRanges | null) => {
      if (found && keep) void store?.save({ kind: 'range', check: newId(), child: child.id, source: source.open.kind, ranges: found });
      setPrepared({ ...source, ranges: found });
    };
    return (
      <SetUpScreen
        key={item.source}
        child={child}
        item={item}
        onReady={keepRange}
        onSource={(source) => {
          if (source === 'motion') askForMotion(window);
          turns.change({ ...item, source });
        }}
        onCancel={leave}
      />
    );
  }
  if (playing) {
    return (
      <PlayStage
        key={playing.key}
        child={child}
        item={playing.item}
        turn={playing.turn}
        prepared={prepared?.open.kind === playing.item.source ? prepared : null}
        keep={keep}
        help={help}
        onNext={goOn}
        onLeave={leave}
      />
    );
  }
  if (asked) {
    const wanted = asked.items.flatMap(({ id: item, source }) => known.filter((one) => one.id === item).map((one) => ({ ...one, source })));
    const begin = () => {
      setAsked(null);
      setHelp(asked.help);
      if (wanted.length > 0) start(wanted);
    };
    return <Begin onShown={begin} />;
  }
  const startFresh = (chosen: readonly PlanItem[]) => {
    setHelp(0);
    start(chosen);
  };
  return (
    <StartCard
      child={child}
      items={here}
      totals={value.totals}
      isBack={isBack(value.away)}
      keep={keep}
      onStart={startFresh}
      onTogether={startTogether}
    />
  );
}

/** A session that the therapist has started already: it begins as soon as this is shown. */
function Begin({ onShown }: { onShown(): void }) {
  useEffect(onShown, []);
  return <div class="bay" />;
}

function Nothing(props: { readonly title: string; readonly advice: string; readonly therapist?: string }) {
  const text = useText();
  return (
    <div class="bay">
      <BayGround />
      <main class="bay-body">
        <Banner title={props.title}>
          <p>{props.advice}</p>
          <Button kind="main" icon="home" size="main" href={toHash({ screen: 'picker' })}>
            {text('common.home')}
          </Button>
          {props.therapist && (
            <Button icon="therapist" size="main" href={toHash({ screen: 'therapist', child: props.therapist })}>
              {text('common.therapist')}
            </Button>
          )}
        </Banner>
      </main>
    </div>
  );
}
