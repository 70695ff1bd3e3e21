import type { BeatOffsets } from '../core/beat-offset';
import { createSessionClock, type SessionClock } from '../core/clock';
import { createRng, drawInteger } from '../core/rng';
import type { Text } from '../core/text';
import type { Help, Millis } from '../core/units';
import type { Params } from '../drills/types';
import { createHost } from '../games/kit/host';
import { createSound } from '../games/kit/sound';
import { createSpeech } from '../games/kit/speech';
import { findGame } from '../games/registry';
import { createFallWatch } from '../movement/fall';
import { createAdultSource } from '../movement/sources/adult';
import type { Frame, Mounting, MovementRanges, SourceKind, SourceState } from '../movement/types';
import { type Adapted, adaptToSuccess, type RoundCounts } from '../plan/adapt';
import type { SessionArm } from '../plan/alternation';
import { toItemParams, toLimits } from '../plan/limits';
import { toFeedbackRatio, toWarmUp } from '../plan/practice';
import { toArmPlay } from '../plan/question';
import { toOwnRules } from '../plan/safety/child-safety';
import { createFatigueWatch } from '../plan/safety/fatigue';
import type { ChildProfile, Level, PlanItem } from '../plan/types';
import { createSession } from '../session/session';
import type { Seat } from '../session/together';
import type { Save, Session, SessionPhase, SessionTurn } from '../session/types';
import { leaveSideFree } from './clear-side';
import { createSource } from './create-source';
import { type MeasuredField, measureField } from './measure-field';
import { type OpenSource, openSource } from './open-source';
import { shareSound } from './shared-sound';

/** What play is built from. */
export interface PlaySetup {
  readonly child: ChildProfile;
  readonly item: PlanItem;
  readonly level: Level;
  /** The play field: all of it is played on; a side of what is around it is left free where the child's profile says so. */
  readonly parent: HTMLElement;
  readonly text: Text;
  readonly pxPerMm: number;
  readonly save: Save;
  readonly newId: () => string;
  /** A source that its set-up has started; without one the item's own source is opened as play begins. */
  readonly prepared: PreparedSource | null;
  /** The child's newest range on each source. */
  readonly ranges: Readonly<Partial<Record<SourceKind, MovementRanges>>>;
  /** Delays of this tablet that a tap along measured, by input. */
  readonly beatOffsets?: BeatOffsets;
  /** Sessions in which the child has played this game. */
  readonly sessionsBefore: number;
  /** One turn of a session of several plan items; null: this item is the whole session. */
  readonly turn: SessionTurn | null;
  /** The way in which a single-case question of the item has this session played; absent: as usual. */
  readonly arm?: SessionArm;
  /** Where several children play on this tablet: this one's seat, and the seed of the look that they share. */
  readonly together?: { readonly seat: Seat; readonly lookSeed: string };
}

/** A source that runs already, on the clock that the session will have. */
export interface PreparedSource {
  readonly clock: SessionClock;
  readonly open: OpenSource;
  /** What today's range check found on it; null: none was made. */
  readonly ranges: MovementRanges | null;
  /** How its motion sensor is mounted, where a still moment told. */
  readonly mounting?: Mounting;
}

/** A session that is being drawn. */
export interface Play {
  readonly session: Session;
  /** An adult saw a repetition. */
  tap(): void;
  setHelp(help: Help): void;
  /** Plays on with another source, once it runs; where it does not, nothing changes. Called within a tap. */
  playBy(kind: SourceKind): Promise<SourceState>;
  /** An adult changes the level or values of the plan item in play: from the next trial on. */
  change(to: { readonly item: PlanItem; readonly level: Level }): void;
  /** The playing source; null where an adult's thumb plays. */
  readonly open: OpenSource | null;
  /** Sources that are recorded beside the playing one. */
  readonly beside: readonly SourceKind[];
  /** Records another source beside the playing one; its troubles never rest play. Called within a tap. */
  recordBeside(kind: SourceKind): Promise<SourceState>;
  /** The playing source, which goes on running after `destroy`; null where an adult's thumb plays. */
  release(): PreparedSource | null;
  destroy(): void;
}

/** A simple picture shows one thing at a time, so nothing else may be there to touch (clinical.md C8, vision). */
const onlyOneTarget = { distractors: 0 };

/** Builds the clock, source, session, sound and picture of one session and runs them. Throws a RangeError for a game that is not here. */
export async function startPlay(setup: PlaySetup): Promise<Play> {
  const { child, parent, text, pxPerMm } = setup;
  const asked = setup.arm && setup.item.question ? toArmPlay(setup.item.question.kind, setup.arm.arm) : null;
  let { level } = setup;
  let item = ask(setup.item);
  const game = findGame(item.game);
  if (!game) throw new RangeError(`no game ${item.game}`);
  const clock = setup.prepared?.clock ?? createSessionClock({ nowMs: () => performance.now() });
  const times = { nowMs: () => clock.nowMs(), toSession: (ms: Millis) => clock.toSession(ms) };
  const rules = toOwnRules(child.safety);
  const seed = setup.newId();
  const seat = setup.together?.seat;
  let { carry } = item.adapt;
  let limits = toLimits(game.drill.params, level.bounds, item.bounds);
  let params = toShown(toItemParams(game.drill.params, level, item));
  let kind: SourceKind = setup.prepared?.open.kind ?? item.source;
  leaveSideFree(parent, child.play);
  const field = measure();
  const session = createSession({
    clock,
    child: child.id,
    game: game.id,
    drill: game.drill,
    item: item.id,
    level: level.id,
    params,
    adapt: adaptRounds,
    ...(item.dose.warmUp && setup.turn?.first !== false ? { warmUp: toWarmUp(game.drill, limits, params) } : {}),
    feedbackRatio: asked?.feedbackRatio ?? toFeedbackRatio(setup.sessionsBefore),
    ...(setup.turn ? { turn: setup.turn } : {}),
    ...(seat ? { meeting: seat.meeting } : {}),
    side: item.side,
    dose: item.dose,
    lockoutMs: child.lockoutMs,
    ...(setup.beatOffsets ? { beatOffsets: setup.beatOffsets } : {}),
    ...field,
    look: {
      companion: child.companion,
      simplePicture: child.play.simplePicture,
      highContrast: child.play.highContrast,
      reducedMotion: child.play.reducedMotion || matchMedia('(prefers-reduced-motion: reduce)').matches,
      hand: child.play.hand,
      variation: drawInteger(createRng(setup.together?.lookSeed ?? seed).fork('look'), 0, game.variations),
    },
    capMs: rules.sessionMin * 60_000,
    tires: createFatigueWatch(rules),
    seed,
    newId: setup.newId,
    save: (record) => setup.save(record.kind === 'set' && setup.arm ? { ...record, arm: setup.arm } : record),
    text,
  });
  seat?.take(session, times.toSession);

  function ask(of: PlanItem): PlanItem {
    return asked ? { ...of, params: { ...of.params, ...asked.params } } : of;
  }

  function toShown(of: Params): Params {
    return child.play.simplePicture && 'distractors' in of ? { ...of, ...onlyOneTarget } : of;
  }

  function change(to: { readonly item: PlanItem; readonly level: Level }): void {
    if (!game) return;
    item = ask(to.item);
    level = to.level;
    carry = 0;
    limits = toLimits(game.drill.params, level.bounds, item.bounds);
    params = toShown(toItemParams(game.drill.params, level, item));
    session.change({ params, level: level.id, side: item.side });
  }

  function adaptRounds(now: Params, counts: RoundCounts): Adapted {
    if (!game) throw new RangeError(`no game ${item.game}`);
    const adapted = adaptToSuccess(game.drill, limits, now, { ...item.adapt, carry }, counts);
    carry = adapted.carry;
    return { ...adapted, params: toShown(adapted.params) };
  }

  function measure(): MeasuredField {
    return measureField({ parent, pxPerMm, child, kind, params, prepared: setup.prepared, ranges: setup.ranges });
  }

  const ownSound = createSound(game.id, child.play.volumes);
  const shared = seat ? shareSound(ownSound, seat) : null;
  const sound = shared ?? ownSound;
  const speech = createSpeech(window.speechSynthesis ?? null, text.language, child.play.volumes.voice);
  let told: SessionPhase | null = null;

  function tellPhase(): void {
    const { phase } = session.stage;
    if (phase === told) return;
    if (phase === 'paused') {
      sound.play('pause');
      sound.pause();
    }
    if (told === 'paused') sound.resume();
    if (phase !== 'paused' && told !== 'paused') {
      const key = `${game?.id}.say.${phase === 'playing' && 'mode' in params ? String(params.mode) : phase}`;
      const line = text(key);
      if (line !== key && seat?.isHeard !== false) speech.say(line);
    }
    told = phase;
  }

  const host = await createHost({
    parent,
    game,
    stage: session.stage,
    sound,
    beforeStep() {
      session.tick();
      seat?.follow();
      tellPhase();
      shared?.follow();
    },
  });
  sound.startMusic();
  const adult = createAdultSource(times);
  await adult.start((frame) => session.push(frame));
  let gone = false;
  let beside: readonly OpenSource[] = [];
  let open: OpenSource | null = setup.prepared?.open ?? null;
  open ??= kind === 'adult' ? null : await openSource(() => createSource(kind, { field: parent, pxPerMm, times }));
  if (open) listenTo(open);

  const fell = createFallWatch();
  function hear(frame: Frame): void {
    session.push(frame);
    if (fell(frame)) session.pause('fall');
  }

  function listenTo(source: OpenSource): void {
    if (source.state.state !== 'running') session.pause(source.state.state);
    // When the source is well again the adult takes play up, not the sensor.
    else source.listen({ onFrame: hear, onTrouble: (trouble) => trouble && session.pause(trouble) });
  }

  /** A source that runs, unless play ended while it was opening; another is off again. */
  async function reopen(next: SourceKind): Promise<OpenSource | SourceState> {
    const opened = await openSource(() => createSource(next, { field: parent, pxPerMm, times }));
    if (opened.state.state === 'running' && !gone) return opened;
    opened.stop();
    return gone ? { state: 'absent', why: 'play is over' } : opened.state;
  }

  async function playBy(next: SourceKind): Promise<SourceState> {
    const opened = next === 'adult' ? null : await reopen(next);
    if (opened && !('source' in opened)) return opened;
    // What was recorded beside plays now.
    beside.find((one) => one.kind === next)?.stop();
    beside = beside.filter((one) => one.kind !== next);
    open?.stop();
    open = opened;
    kind = next;
    const { space, calibration } = measure();
    session.fit(space, calibration);
    if (open) listenTo(open);
    return { state: 'running' };
  }

  async function recordBeside(next: SourceKind): Promise<SourceState> {
    if (next === kind || beside.some((one) => one.kind === next)) return { state: 'running' };
    const opened = await reopen(next);
    if (!('source' in opened)) return opened;
    opened.listen({ onFrame: hear, onTrouble() {} });
    beside = [...beside, opened];
    return opened.state;
  }

  const watch = new ResizeObserver(() => {
    const { space, calibration } = measure();
    const { space: before } = session.stage;
    if (space.widthMm !== before.widthMm || space.heightMm !== before.heightMm) session.fit(space, calibration);
  });
  watch.observe(parent);

  return {
    session,
    tap: () => adult.press(session.status.help),
    setHelp: (help) => adult.setHelp(help),
    playBy,
    change,
    get open() {
      return open;
    },
    get beside() {
      return beside.map((one) => one.kind);
    },
    recordBeside,
    release() {
      const released = open;
      open = null;
      return released && { ...setup.prepared, clock, open: released, ranges: setup.prepared?.ranges ?? null };
    },
    destroy() {
      gone = true;
      session.end('stopped');
      watch.disconnect();
      open?.stop();
      for (const one of beside) one.stop();
      adult.stop();
      speech.stop();
      sound.stop();
      host.destroy();
    },
  };
}
