import { useEffect, useRef, useState } from 'preact/hooks';
import { type Help, type Side, toOtherSide } from '../../core/units';
import { findGame } from '../../games/registry';
import { playableSources } from '../../movement/interpret/interpreters';
import { askForMotion } from '../../movement/sources/motion-permission';
import type { SourceKind, SourceState } from '../../movement/types';
import type { ChildProfile, Level, PlanItem } from '../../plan/types';
import type { Play, PreparedSource } from '../../play/start-play';
import type { EndReason, PauseReason, SessionStatus, SessionTurn } from '../../session/types';
import type { Fields } from '../../store/types';
import type { PlayOptions } from '../app-context';
import { Banner } from '../parts/banner';
import { Button, IconButton } from '../parts/button';
import { useApp, useDevice, useStore, useText } from '../parts/use-app';
import { toHash } from '../router';
import { AdultPad } from './adult-pad';
import { IncidentButton } from './after/incident-sheet';
import { PainInPlay } from './after/pain-in-play';
import { EndCard } from './end-card';
import { PausedCard } from './paused-card';
import { OpenRail } from './rail/open-rail';
import { TherapistRail } from './rail/therapist-rail';
import { BetweenTurns, RestCard } from './rest-card';
import { isCamera, LookAgain } from './set-up/look-again';
import { needsSetUp } from './together/pair';
import { WaitingCard } from './together/waiting-card';
import { UnsavedNote } from './unsaved-note';

/** Screens re-read the session this often; the picture itself does not wait for it. */
const lookMs = 100;
/** After these the source has to be opened anew before play can go on by it; a covered camera runs on, and knows the child. */
const sourceGone: readonly PauseReason[] = ['refused', 'absent', 'unplugged', 'revoked', 'silent', 'broken'];

/** A running session on the whole screen, with pause and stop over it. Leaving the page ends the session. */
export function PlayStage(props: {
  readonly child: ChildProfile;
  readonly item: PlanItem;
  readonly prepared: PreparedSource | null;
  /** One turn of a session of several plan items. */
  readonly turn: SessionTurn | null;
  readonly keep: boolean;
  /** The help with which it begins; none when not given. */
  readonly help?: Help;
  /** This turn was played to its end, and rested after; with the source that goes on running. */
  onNext(status: SessionStatus, source: PreparedSource | null): void;
  onLeave(): void;
  /** One of several children at one tablet, and the name of its half. */
  readonly together?: PlayOptions['together'];
  readonly label?: string;
  /** A friend still plays: this end waits for theirs. */
  readonly waitsForFriend?: boolean;
  onStatus?(status: SessionStatus): void;
}) {
  const { child, keep, turn } = props;
  const [item, setItem] = useState(props.item);
  const [rail, setRail] = useState<Side | null>(null);
  const text = useText();
  const app = useApp();
  const store = useStore();
  const { pxPerMm, settings } = useDevice();
  const field = useRef<HTMLDivElement>(null);
  const play = useRef<Play | null>(null);
  const [counts, setCounts] = useState(item.source === 'adult');
  const [refused, setRefused] = useState<Exclude<SourceState['state'], 'running'> | null>(null);
  const [opening, setOpening] = useState(false);
  const [status, setStatus] = useState<SessionStatus | null>(null);
  const [broken, setBroken] = useState(false);
  const [told, setTold] = useState(false);
  const [looking, setLooking] = useState(false);

  useEffect(() => {
    const parent = field.current;
    if (!parent) return;
    let gone = false;
    const { together } = props;
    const starting = app.startPlay({ child, item, parent, text, pxPerMm, prepared: props.prepared, turn, keep, ...(together ? { together } : {}) });
    starting.then(
      (running) => {
        if (gone) running.destroy();
        else {
          play.current = running;
          if (props.help) running.setHelp(props.help);
          setStatus(running.session.status);
        }
      },
      () => {
        // Play would have turned it off; a camera must not stay on behind the words.
        props.prepared?.open.stop();
        if (!gone) setBroken(true);
      },
    );
    const look = setInterval(() => {
      if (!play.current) return;
      const { status: now } = play.current.session;
      setStatus(now);
      props.onStatus?.(now);
    }, lookMs);
    const onHidden = () => {
      if (document.hidden) play.current?.session.pause('hidden');
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') play.current?.session.pause();
    };
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('keydown', onKey);
    return () => {
      gone = true;
      clearInterval(look);
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('keydown', onKey);
      play.current?.destroy();
      play.current = null;
    };
  }, []);

  async function playBy(kind: SourceKind): Promise<void> {
    const running = play.current;
    if (!running || opening) return;
    if (kind === 'motion') askForMotion(window);
    setOpening(true);
    setRefused(null);
    const before = running.session.status.source;
    // The same camera started anew still knows the child among several.
    const same = kind === before && running.open?.kind === kind && running.open.restart ? running.open : null;
    const { state } = await (same?.restart?.() ?? running.playBy(kind)).catch(() => ({ state: 'broken' }) as const);
    setOpening(false);
    if (state !== 'running') return setRefused(state);
    if (kind !== before) setCounts(kind === 'adult');
    act((one) => one.session.resume());
  }

  async function recordBeside(kind: SourceKind): Promise<SourceState> {
    if (kind === 'motion') askForMotion(window);
    return (await play.current?.recordBeside(kind)) ?? { state: 'absent', why: 'play is over' };
  }

  function goOnAfterLook(): void {
    setLooking(false);
    setRefused(null);
    act((one) => one.session.resume());
  }

  function resume(): void {
    const { pausedFor, source } = status ?? {};
    if (pausedFor && source && source !== 'adult' && sourceGone.includes(pausedFor)) return void playBy(source);
    setRefused(null);
    act((one) => one.session.resume());
  }

  /** Heard from the next trial on, and kept in the plan as an edit of the therapist's. */
  function changeItem(to: PlanItem, level: Level, fields: Fields): void {
    setItem(to);
    play.current?.change({ item: to, level });
    const edits = Object.entries(fields).map(([name, value]) => [`items.${to.id}.${name}`, value]);
    if (keep) void store?.editPlan(child.id, { ...Object.fromEntries(edits), ...(settings.author ? { author: settings.author } : {}) });
  }

  function act(change: (running: Play) => void): void {
    if (!play.current) return;
    change(play.current);
    setStatus(play.current.session.status);
  }

  const phase = status?.phase;
  // A tablet that keeps nothing shows with the session's first record: the adult hears of it before the first trial is over.
  useEffect(() => {
    if (told || phase !== 'playing' || !status?.problem || status.trialsDone > 0) return;
    setTold(true);
    act((one) => one.session.pause());
  }, [told, phase, status?.problem, status?.trialsDone]);

  const open = play.current?.open ?? null;
  const camera = open && isCamera(open.source) && status?.source === 'pose' ? open : null;
  const switches = status?.source === 'gamepad' ? child.switches : null;
  const isBetween = turn !== null && !turn.last && status?.ended === 'finished';
  const running = phase === 'demo' || phase === 'playing' || phase === 'set-end' || phase === 'resting';
  const Frame = props.together ? 'section' : 'main';
  return (
    <Frame
      class={`play hand-${child.play.hand} ${phase ? `phase-${phase}` : 'loading'}`}
      data-kept={status ? status.trialsDone - status.unsaved : 0}
      {...(props.label ? { 'aria-label': props.label } : {})}
    >
      {/* Kept apart from Preact's own nodes: the host owns what is inside. */}
      <div ref={field} class="play-field" />
      {!status && !broken && <Loading />}
      {broken && (
        <div class="play-card">
          <Banner tone="warning" title={text('child.cannotPlay')}>
            <p>{text('child.cannotPlayAdvice')}</p>
            <Button kind="main" icon="again" size="main" onPress={props.onLeave}>
              {text('common.again')}
            </Button>
            <Button icon="home" size="main" href={toHash({ screen: 'picker' })}>
              {text('common.home')}
            </Button>
          </Banner>
        </div>
      )}
      {running && (
        <fieldset class="play-buttons on-dark" aria-label={text('child.controls')}>
          <IconButton icon="pause" label={text('child.pause')} size="main" onPress={() => act((one) => one.session.pause())} />
          <IconButton icon="stop" label={text('child.stop')} size="main" onPress={() => act((one) => one.session.end('stopped'))} />
          <IconButton icon="source-adult" label={text('child.openThumb')} size="main" pressed={counts} onPress={() => setCounts(!counts)} />
          {!props.together && rail === null && <OpenRail onOpen={() => setRail(toOtherSide(child.play.hand))} />}
        </fieldset>
      )}
      {keep && running && <UnsavedNote unsaved={status?.problem ? status.unsaved : 0} />}
      {status && phase === 'playing' && counts && (
        <AdultPad
          help={status.help}
          playsAlone={status.source === 'adult'}
          onTap={() => act((one) => one.tap())}
          onHelp={(help) => act((one) => one.setHelp(help))}
        />
      )}
      {status && running && rail && (
        <TherapistRail
          child={child}
          item={item}
          help={status.help}
          edge={rail}
          onChange={changeItem}
          onHelp={(help) => act((one) => one.setHelp(help))}
          onNote={(words) => void (keep && store?.save({ kind: 'note', note: app.newId(), session: status.session, child: child.id, words }))}
          onRest={() => act((one) => one.session.pause())}
          onStop={() => act((one) => one.session.end('stopped'))}
          onEdge={() => setRail(toOtherSide(rail))}
          onClose={() => setRail(null)}
        />
      )}
      {phase === 'demo' && (
        <div class="play-skip on-dark">
          <IconButton icon="next" label={text('child.skipDemo')} size="main" onPress={() => act((one) => one.session.skipDemo())} />
        </div>
      )}
      {phase === 'paused' && looking && camera && <LookAgain open={camera} item={item} onGoOn={goOnAfterLook} onBack={() => setLooking(false)} />}
      {status && phase === 'paused' && !(looking && camera) && (
        <PausedCard
          companion={child.companion}
          switches={switches}
          reason={refused ?? status.pausedFor ?? 'asked'}
          source={status.source}
          opening={opening}
          sources={playableSources(findGame(item.game)?.drill.movement ?? 'rep').filter((kind) => !props.together || !needsSetUp.includes(kind))}
          problem={keep ? status.problem : null}
          beside={play.current?.beside ?? []}
          onBeside={recordBeside}
          onLook={camera ? () => setLooking(true) : null}
          onSource={(kind) => void playBy(kind)}
          note={
            keep && (
              <>
                <PainInPlay child={child} session={status.session} onTooMuch={() => act((one) => one.session.end('pain'))} />
                <IncidentButton child={child} session={status.session} />
              </>
            )
          }
          onResume={resume}
          onStop={() => act((one) => one.session.end(toEnd(status.pausedFor)))}
        />
      )}
      {status && phase === 'resting' && (
        <RestCard leftS={status.restLeftS} wholeS={item.dose.restS} water={child.safety?.water} onSkip={() => act((one) => one.session.skipRest())} />
      )}
      {status && phase === 'ended' && isBetween && (
        <BetweenTurns restS={item.dose.restS} water={child.safety?.water} onNext={() => props.onNext(status, play.current?.release() ?? null)} />
      )}
      {status && phase === 'ended' && props.waitsForFriend && <WaitingCard companion={child.companion} />}
      {status && phase === 'ended' && !isBetween && !props.waitsForFriend && (
        <EndCard
          child={child}
          status={status}
          keep={keep}
          switches={switches}
          settle={() => play.current?.session.settled()}
          onAgain={props.onLeave}
        />
      )}
    </Frame>
  );
}

/** A stop after what the app itself saw is kept as such, so that the therapist sees it. */
function toEnd(pausedFor: PauseReason | null): EndReason {
  return pausedFor === 'tired' || pausedFor === 'fall' ? pausedFor : 'stopped';
}

function Loading() {
  const text = useText();
  return (
    <p class="play-loading" role="status">
      <span class="unseen">{text('child.loading')}</span>
      <span class="loading-pebble" aria-hidden="true" />
      <span class="loading-pebble" aria-hidden="true" />
      <span class="loading-pebble" aria-hidden="true" />
    </p>
  );
}
