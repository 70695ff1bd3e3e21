import { createSessionClock } from './core/clock';
import { createRng, drawInteger } from './core/rng';
import type { Text } from './core/text';
import type { PlaySpace } from './drills/types';
import { createHost } from './games/kit/host';
import { createSound } from './games/kit/sound';
import { createSpeech } from './games/kit/speech';
import { findGame } from './games/registry';
import { createTouchSource } from './movement/sources/touch';
import type { Calibration } from './movement/types';
import { toItemParams } from './plan/limits';
import { longestSessionMs } from './plan/safety';
import type { ChildProfile, Level, PlanItem } from './plan/types';
import { createSession } from './session/session';
import { toPlaySpace } from './session/space';
import type { Save, Session, SessionPhase } from './session/types';

/** What play is built from. */
export interface PlaySetup {
  readonly child: ChildProfile;
  readonly item: PlanItem;
  readonly level: Level;
  /** The whole of it is the play field. */
  readonly parent: HTMLElement;
  readonly text: Text;
  readonly pxPerMm: number;
  readonly save: Save;
  readonly newId: () => string;
}

/** How often a session that is over tries to save what is not kept yet. */
const saveAgainMs = 3000;

/** A simple picture shows one thing at a time, so nothing else may be there to touch (clinical.md C8, vision). */
const onlyOneTarget = { distractors: 0 };

/** Builds the clock, source, session, sound and picture of one session and runs them. Throws a RangeError for a game that is not here. */
export async function startPlay(setup: PlaySetup): Promise<{ readonly session: Session; destroy(): void }> {
  const { child, item, level, parent, text, pxPerMm } = setup;
  const game = findGame(item.game);
  if (!game) throw new RangeError(`no game ${item.game}`);
  const clock = createSessionClock({ nowMs: () => performance.now() });
  const seed = setup.newId();
  const params = toItemParams(game.drill.params, level, item);
  const field = measureField(child, parent, pxPerMm);
  const session = createSession({
    clock,
    child: child.id,
    game: game.id,
    drill: game.drill,
    item: item.id,
    level: level.id,
    params: child.play.simplePicture && 'distractors' in params ? { ...params, ...onlyOneTarget } : params,
    side: item.side,
    dose: item.dose,
    lockoutMs: child.lockoutMs,
    ...field,
    look: {
      companion: child.companion,
      simplePicture: child.play.simplePicture,
      highContrast: child.play.highContrast,
      reducedMotion: child.play.reducedMotion || matchMedia('(prefers-reduced-motion: reduce)').matches,
      hand: child.play.hand,
      variation: drawInteger(createRng(seed).fork('look'), 0, game.variations),
    },
    capMs: longestSessionMs,
    seed,
    newId: setup.newId,
    save: setup.save,
    text,
  });
  const sound = createSound(game.id, child.play.volumes);
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
      const key = `${game?.id}.say.${phase === 'playing' ? String(level.params.mode) : phase}`;
      const line = text(key);
      if (line !== key) speech.say(line);
    }
    told = phase;
  }

  const source = createTouchSource(parent, { nowMs: () => clock.nowMs(), toSession: (ms) => clock.toSession(ms) }, pxPerMm);
  const host = await createHost({
    parent,
    game,
    stage: session.stage,
    sound,
    beforeStep() {
      session.tick();
      tellPhase();
    },
  });
  sound.startMusic();
  await source.start((frame) => session.push(frame));
  const watch = new ResizeObserver(() => {
    const { space, calibration } = measureField(child, parent, pxPerMm);
    const { space: before } = session.stage;
    if (space.widthMm !== before.widthMm || space.heightMm !== before.heightMm) session.fit(space, calibration);
  });
  watch.observe(parent);

  return {
    session,
    destroy() {
      session.end('stopped');
      keepSaving(session);
      watch.disconnect();
      source.stop();
      speech.stop();
      sound.stop();
      host.destroy();
    },
  };
}

/** Trials that could not be saved stay in memory, whatever screen is shown, and are tried again until they are kept. */
function keepSaving(session: Session): void {
  const retry = setInterval(() => {
    if (session.status.unsaved === 0) clearInterval(retry);
    else void session.settled();
  }, saveAgainMs);
}

function measureField(child: ChildProfile, parent: HTMLElement, pxPerMm: number): { readonly space: PlaySpace; readonly calibration: Calibration } {
  const width = parent.clientWidth / pxPerMm;
  const height = parent.clientHeight / pxPerMm;
  return {
    space: toPlaySpace(width, height, child.reachMm),
    calibration: { source: 'touch', fieldMm: { width, height }, touch: child.touch },
  };
}
