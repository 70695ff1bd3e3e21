import { describe, expect, test } from 'vitest';
import type { Help } from '../../src/core/units';
import { reachDrill } from '../../src/drills/reach/drill';
import type { Frame, MovementSignal } from '../../src/movement/types';
import { toCarried } from '../../src/session/carried';
import { createRunner } from '../../src/session/runner';
import type { Session } from '../../src/session/types';
import { createSet, easyParams, plainTouch } from '../drills/reach-set';
import { sitDown } from './sitting';

const byThumb = { ...plainTouch, source: 'adult' } as const;
const touchAt = (x: number, y: number): Frame => ({ kind: 'touch', capturedMs: 0, deliveredMs: 0, contacts: [{ id: 1, x, y }] });
const tap = (session: Session, help: Help = 0, rep = true) => {
  const nowMs = session.stage.nowMs;
  session.push({ kind: 'adult', capturedMs: nowMs, deliveredMs: nowMs, rep, help });
};
const outcomes = (sitting: ReturnType<typeof sitDown>) => sitting.trials().map((record) => [record.result.outcome, record.result.help]);

describe("an adult's thumb", () => {
  test('plays a whole session alone: one tap a repetition, no time window, never a miss', async () => {
    const sitting = sitDown({ calibration: byThumb });
    sitting.session.skipDemo();
    await sitting.let(60_000, false);
    expect(sitting.trials()).toEqual([]);
    for (let n = 0; n < 3; n++) {
      tap(sitting.session);
      await sitting.let(2000, false);
    }
    expect(outcomes(sitting)).toEqual([
      ['success', 0],
      ['success', 0],
      ['success', 0],
    ]);
    expect(sitting.records.find((record) => record.kind === 'set')).toMatchObject({ source: 'adult', head: { set: { byAdult: true } } });
    expect(sitting.trials()[0]).toMatchObject({ source: 'adult' });
  });

  test.each([
    [1, 'success'],
    [2, 'assisted'],
    [4, 'assisted'],
  ] as const)('help %i is stored with the repetition, which is done well (%s)', async (help, outcome) => {
    const sitting = sitDown({ calibration: byThumb });
    sitting.session.skipDemo();
    await sitting.let(1000, false);
    tap(sitting.session, help);
    await sitting.let(2000, false);
    expect(outcomes(sitting)).toEqual([[outcome, help]]);
  });

  test('a tap while the hand still plays by itself counts the repetition once', async () => {
    const sitting = sitDown();
    sitting.session.skipDemo();
    await sitting.let(800, false);
    tap(sitting.session);
    tap(sitting.session);
    await sitting.let(600, false);
    expect(sitting.session.status.trial).toBe(0);
    await sitting.let(600, false);
    expect(outcomes(sitting)).toEqual([['success', 0]]);
  });

  test('the help that was chosen holds in the next set, and in its recording', async () => {
    const sitting = sitDown({ calibration: byThumb, dose: { sets: 2, restS: 0, sessionsPerWeek: 3 } });
    sitting.session.skipDemo();
    await sitting.let(700, false);
    for (let n = 0; n < 3; n++) {
      tap(sitting.session, 3);
      await sitting.let(2000, false);
    }
    await sitting.let(7000, false);
    expect(sitting.session.status).toMatchObject({ set: 2, help: 3 });
    expect(sitting.session.stage.state.help).toBe(3);
    tap(sitting.session, 3);
    await sitting.let(2000, false);
    expect(outcomes(sitting).at(-1)).toEqual(['assisted', 3]);
    expect(sitting.trials().at(-1)?.part.frames[0]).toMatchObject({ kind: 'adult', rep: false, help: 3, deliveredMs: 1 });
  });

  test('ends the demonstration', () => {
    const sitting = sitDown({ calibration: byThumb });
    tap(sitting.session, 0, false);
    expect(sitting.session.status.phase).toBe('demo');
    tap(sitting.session);
    expect(sitting.session.status.phase).toBe('playing');
  });
});

describe('a source in trouble', () => {
  test.each(['unplugged', 'revoked', 'silent', 'covered', 'broken', 'hidden'] as const)('%s rests play, and no trial is scored', async (reason) => {
    const sitting = sitDown();
    sitting.session.skipDemo();
    await sitting.let(1000, false);
    sitting.session.pause(reason);
    expect(sitting.session.status).toMatchObject({ phase: 'paused', pausedFor: reason });
    sitting.session.pause();
    expect(sitting.session.status.pausedFor).toBe(reason);
    await sitting.let(60_000, false);
    expect(sitting.trials()).toEqual([]);
    sitting.session.resume();
    expect(sitting.session.status.pausedFor).toBeNull();
    await sitting.let(1500);
    expect(sitting.trials().map((record) => record.result.outcome)).not.toContain('miss');
  });

  test('another source takes over with the trials that are left', async () => {
    const sitting = sitDown();
    sitting.session.skipDemo();
    await sitting.let(4000);
    sitting.session.pause('unplugged');
    await sitting.session.settled();
    const done = sitting.trials().length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(3);
    sitting.session.fit(sitting.session.stage.space, byThumb);
    sitting.session.resume();
    expect(sitting.session.status.source).toBe('adult');
    await sitting.let(800, false);
    for (let n = done; n < 3; n++) {
      tap(sitting.session);
      await sitting.let(2000, false);
    }
    expect(sitting.session.status).toMatchObject({ set: 1, phase: 'set-end', trialsDone: 3 });
    expect(sitting.trials().map((record) => record.source)).toEqual([...Array(done).fill('touch'), ...Array(3 - done).fill('adult')]);
    expect(sitting.trials().map((record) => record.result.outcome)).toEqual(Array(3).fill('success'));
  });
});

describe('a child who is not seen', () => {
  const unseen = (nowMs: number, quality = 0): MovementSignal<'reach'> => ({
    capturedMs: nowMs,
    deliveredMs: nowMs,
    value: { contacts: [] },
    quality,
  });

  function wait(state: ReturnType<typeof reachDrill.start>, fromMs: number, ms: number, quality: number): number {
    for (let nowMs = fromMs + 10; nowMs <= fromMs + ms; nowMs += 10) reachDrill.step(state, nowMs % 100 === 0 ? [unseen(nowMs, quality)] : [], nowMs);
    return fromMs + ms;
  }

  test('a lost trial is not a miss, and does not call the mercy rule', () => {
    const set = createSet({ trials: 4 });
    const state = createRunner({ drill: reachDrill, set, seed: 'lost', calibration: plainTouch }).state as ReturnType<typeof reachDrill.start>;
    wait(state, 0, 12_000, 0);
    expect(state.results.map(({ outcome }) => outcome)).toEqual(['lost', 'lost', 'lost', 'lost']);
    expect(state.assisted).toBe(false);
  });

  test('0.9 s out of sight costs nothing; a whole second ends the trial as lost', () => {
    const set = createSet({ trials: 4 });
    const start = () => createRunner({ drill: reachDrill, set, seed: 'lost', calibration: plainTouch }).state as ReturnType<typeof reachDrill.start>;
    const short = start();
    wait(short, wait(short, wait(short, 0, 1000, 1), 900, 0), 1500, 1);
    expect(short.results).toEqual([]);
    const long = start();
    wait(long, wait(long, wait(long, 0, 1000, 1), 1100, 0), 1500, 1);
    expect(long.results.map(({ outcome }) => outcome)).toEqual(['lost']);
  });

  test('touch that rests is no loss: the finger may be away', async () => {
    const sitting = sitDown({ params: { ...easyParams, trials: 3, windowMs: 3000 } });
    sitting.session.skipDemo();
    sitting.step([touchAt(0.5, 0.9)]);
    await sitting.let(5000, false);
    expect(sitting.trials().map((record) => record.result.outcome)).toEqual(['miss']);
  });
});

describe('a source that is recorded beside the playing one', () => {
  test('changes no result, and its frames are kept with the trials', async () => {
    const alone = sitDown();
    const together = sitDown();
    for (const sitting of [alone, together]) {
      sitting.session.skipDemo();
      for (let i = 0; i < 120; i++) {
        const nowMs = sitting.session.stage.nowMs;
        const stamp = { capturedMs: nowMs, deliveredMs: nowMs };
        if (sitting === together) {
          sitting.session.push({ kind: 'motion', ...stamp, accelMps2: [0, 0, 9.81], rotationDps: null, tiltDeg: null });
          sitting.session.push({ kind: 'heart', ...stamp, beatsPerMin: 100 });
        }
        await sitting.let(50);
      }
    }
    expect(alone.trials().length).toBeGreaterThan(0);
    expect(together.trials().map(({ result }) => result)).toEqual(alone.trials().map(({ result }) => result));
    const kinds = new Set(together.trials().flatMap(({ part }) => part.frames.map((frame) => frame.kind)));
    expect(kinds).toEqual(new Set(['touch', 'motion', 'heart']));
  });
});

test('a metric that the source cannot carry is not stored', async () => {
  const byTouch = sitDown();
  byTouch.session.skipDemo();
  await byTouch.let(8000);
  const result = byTouch
    .trials()
    .map((trial) => trial.result)
    .find(({ metrics }) => metrics.sparc !== undefined);
  if (!result) throw new Error('no trial slid on the glass');
  expect(Object.keys(result.metrics)).toEqual(expect.arrayContaining(['responseMs', 'movementMs', 'peakSpeedMmps']));
  expect(Object.keys(toCarried(result, reachDrill, 'pose').metrics)).toEqual(expect.arrayContaining(['responseMs', 'movementMs', 'straightness']));
  for (const name of ['peakSpeedMmps', 'sparc', 'pathMm', 'endErrorMm'])
    expect(toCarried(result, reachDrill, 'pose').metrics).not.toHaveProperty(name);
  expect(Object.keys(toCarried(result, reachDrill, 'gamepad').metrics)).toEqual(['responseMs']);
  expect(toCarried(result, reachDrill, 'adult').metrics).toEqual({});
});
