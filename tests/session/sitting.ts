import { createSessionClock } from '../../src/core/clock';
import { createRng } from '../../src/core/rng';
import { reachDrill } from '../../src/drills/reach/drill';
import type { ReachState } from '../../src/drills/reach/state';
import type { Frame } from '../../src/movement/types';
import { createSession } from '../../src/session/session';
import type { SessionSetup } from '../../src/session/setup';
import { calmAbilities } from '../../src/session/simulate';
import { toPlaySpace } from '../../src/session/space';
import type { SaveOutcome, SessionRecord } from '../../src/session/types';
import { createWaiting } from '../../src/store/waiting';
import { easyParams, fieldMm, plainTouch } from '../drills/reach-set';

/** A tablet at 60 pictures a second with a synthetic child at it; saving is the test's. */
export function sitDown(over: Partial<SessionSetup> = {}, save: (record: SessionRecord) => SaveOutcome = () => ({ saved: true })) {
  let baseMs = 5000;
  const records: SessionRecord[] = [];
  let ids = 0;
  const clock = createSessionClock({ nowMs: () => baseMs });
  const session = createSession<ReachState>({
    clock,
    child: 'child-1',
    game: 'fireflies',
    drill: reachDrill,
    item: 'item-1',
    level: '04-all-around',
    params: { ...easyParams, trials: 3 },
    side: 'either',
    dose: { sets: 2, restS: 20, sessionsPerWeek: 3 },
    lockoutMs: 500,
    space: toPlaySpace(fieldMm.width, fieldMm.height, null),
    calibration: plainTouch,
    look: { companion: { name: 'otter', aid: 'none' }, simplePicture: false, highContrast: false, reducedMotion: false, hand: 'right', variation: 0 },
    capMs: 1_800_000,
    seed: 'session-seed',
    newId: () => `id-${++ids}`,
    save: createWaiting(
      async (record) => {
        const outcome = save(record);
        if (outcome.saved) records.push(record);
        return outcome;
      },
      { now: () => ({ on: '2026-03-01', at: '2026-03-01T10:00:00.000Z' }), sinceLoadMs: () => baseMs, saveAgainMs: 1 },
    ).save,
    text: (key) => key,
    ...over,
  });
  const newChild = () =>
    reachDrill.createSyntheticChild(
      { params: easyParams, sides: [null], space: session.stage.space, lockoutMs: 500 },
      calmAbilities,
      createRng('child'),
    );
  let child = newChild();
  let run = 0;
  let runSinceMs = 0;
  const step = (frames: readonly Frame[] = []) => {
    for (const frame of frames) session.push(frame);
    session.tick();
  };
  return {
    session,
    records,
    clock,
    step,
    kinds: () => records.map((record) => record.kind),
    trials: () => records.filter((record) => record.kind === 'trial'),
    /** Lets time go by; with `playing` the child plays. */
    async let(ms: number, playing = true) {
      for (const endMs = baseMs + ms; baseMs < endMs; ) {
        baseMs += 1000 / 60;
        if (session.stage.run !== run) {
          run = session.stage.run;
          runSinceMs = clock.nowMs();
          child = newChild();
        }
        const frames = playing && session.stage.phase === 'playing' ? child(session.stage.state, clock.nowMs() - runSinceMs) : [];
        step(frames.map((frame) => ({ ...frame, capturedMs: clock.nowMs(), deliveredMs: clock.nowMs() })));
        await Promise.resolve();
      }
      await session.settled();
    },
  };
}
