import { describe, expect, test, vi } from 'vitest';
import { reachDrill } from '../../src/drills/reach/drill';
import { replayRecording } from '../../src/session/replay';
import { toPlaySpace } from '../../src/session/space';
import { easyParams, fieldMm, plainTouch } from '../drills/reach-set';
import { sitDown } from './sitting';

describe('a session', () => {
  test('shows the movement first, plays its sets with rests, and ends', async () => {
    const sitting = sitDown();
    expect(sitting.session.status.phase).toBe('demo');
    const phases: string[] = [];
    for (let i = 0; i < 120; i++) {
      await sitting.let(1000);
      if (phases.at(-1) !== sitting.session.status.phase) phases.push(sitting.session.status.phase);
    }
    expect(phases).toEqual(['demo', 'playing', 'set-end', 'resting', 'playing', 'set-end', 'ended']);
    expect(sitting.session.status).toMatchObject({ ended: 'finished', trialsDone: 6, unsaved: 0 });
    expect(sitting.kinds()).toEqual(['session', 'set', 'trial', 'trial', 'trial', 'set', 'trial', 'trial', 'trial', 'session-end']);
  });

  test("the companion's demonstration is never stored", async () => {
    const sitting = sitDown();
    await sitting.let(1500);
    expect(sitting.session.stage.phase).toBe('demo');
    expect(sitting.records).toEqual([]);
  });

  test('any touch of the child ends the demonstration', async () => {
    const sitting = sitDown();
    await sitting.let(500);
    sitting.step([{ kind: 'touch', capturedMs: 505, deliveredMs: 506, contacts: [{ id: 1, x: 0.5, y: 0.5 }] }]);
    expect(sitting.session.stage.phase).toBe('playing');
  });

  test('a trial is handed over as soon as it ends, with its frames', async () => {
    const sitting = sitDown();
    sitting.session.skipDemo();
    while (sitting.trials().length < 2) await sitting.let(100);
    const [first, second] = sitting.trials();
    expect(first?.kind === 'trial' && first.result.trial).toBe(0);
    expect(second?.kind === 'trial' && second.part.frames.length).toBeGreaterThan(10);
    expect(sitting.session.status.phase).toBe('playing');
  });

  test('the parts of a set make a recording that replays to the same results, pauses included', async () => {
    const sitting = sitDown();
    sitting.session.skipDemo();
    await sitting.let(2500);
    sitting.session.pause();
    await sitting.let(60_000);
    sitting.session.resume();
    await sitting.let(30_000);
    const set = sitting.records.find((record) => record.kind === 'set');
    const trials = sitting.trials().flatMap((record) => (record.kind === 'trial' && record.set === (set?.kind === 'set' && set.set) ? [record] : []));
    if (set?.kind !== 'set') throw new Error('no set was handed over');
    expect(trials).toHaveLength(3);
    const recording = { ...set.head, frames: trials.flatMap((trial) => trial.part.frames), cuts: trials.flatMap((trial) => trial.part.cuts) };
    expect(recording.cuts).toHaveLength(1);
    expect(replayRecording(recording, reachDrill).results).toEqual(trials.map((trial) => trial.result));
  });
});

describe('the hand as it is drawn', () => {
  const contact = { id: 1, x: 0.25, y: 0.5 };

  test('is where the finger is with the next picture, before any tick', () => {
    const sitting = sitDown();
    sitting.session.skipDemo();
    sitting.session.push({ kind: 'touch', capturedMs: sitting.clock.nowMs(), deliveredMs: sitting.clock.nowMs(), contacts: [contact] });
    expect(sitting.session.stage.live.reach?.contacts).toMatchObject([{ xMm: fieldMm.width * 0.25, yMm: fieldMm.height * 0.5 }]);
  });

  test('goes when the finger is lifted and the time for tremor is over', async () => {
    const sitting = sitDown({ calibration: { ...plainTouch, touch: { ...plainTouch.touch, mergeMs: 120 } } });
    sitting.session.skipDemo();
    const nowMs = sitting.clock.nowMs();
    sitting.session.push({ kind: 'touch', capturedMs: nowMs, deliveredMs: nowMs, contacts: [contact] });
    sitting.session.push({ kind: 'touch', capturedMs: nowMs, deliveredMs: nowMs, contacts: [] });
    await sitting.let(60, false);
    expect(sitting.session.stage.live.reach?.contacts).toHaveLength(1);
    await sitting.let(100, false);
    expect(sitting.session.stage.live.reach?.contacts).toEqual([]);
  });
});

describe('a pause', () => {
  test('stops the session clock: no trial runs out and no rest goes by', async () => {
    const sitting = sitDown();
    sitting.session.skipDemo();
    await sitting.let(1000, false);
    sitting.session.pause();
    await sitting.let(600_000, false);
    expect(sitting.session.status).toMatchObject({ phase: 'paused', trialsDone: 0 });
    sitting.session.resume();
    expect(sitting.session.status.phase).toBe('playing');
    await sitting.let(100, false);
    expect(sitting.trials()).toEqual([]);
  });

  test('in a rest goes on resting', async () => {
    const sitting = sitDown();
    sitting.session.skipDemo();
    while (sitting.session.status.phase !== 'resting') await sitting.let(500);
    sitting.session.pause();
    await sitting.let(60_000);
    sitting.session.resume();
    expect(sitting.session.status.phase).toBe('resting');
    expect(sitting.session.status.restLeftS).toBeGreaterThan(15);
    sitting.session.skipRest();
    expect(sitting.session.status).toMatchObject({ phase: 'playing', set: 2 });
  });
});

describe('stop', () => {
  test.each(['demo', 'playing', 'paused', 'set-end', 'resting'] as const)('ends the session at once while it is %s', async (phase) => {
    const sitting = sitDown();
    if (phase !== 'demo') sitting.session.skipDemo();
    if (phase === 'paused') {
      await sitting.let(3000);
      sitting.session.pause();
    } else while (sitting.session.status.phase !== phase) await sitting.let(200);
    sitting.session.end('stopped');
    expect(sitting.session.status).toMatchObject({ phase: 'ended', ended: 'stopped' });
    await sitting.session.settled();
    expect(sitting.kinds().at(-1)).toBe(phase === 'demo' ? undefined : 'session-end');
  });

  test('leaves the running trial unscored and keeps those that ended', async () => {
    const sitting = sitDown();
    sitting.session.skipDemo();
    while (sitting.trials().length < 2) await sitting.let(100);
    const done = sitting.session.status.trialsDone;
    sitting.session.end('stopped');
    await sitting.session.settled();
    expect(sitting.trials()).toHaveLength(done);
  });

  test('the session cap ends play however long the plan is', async () => {
    const sitting = sitDown({ capMs: 4000 });
    sitting.session.skipDemo();
    await sitting.let(6000, false);
    expect(sitting.session.status.ended).toBe('cap');
  });
});

describe('a full disk', () => {
  test('play goes on, unsaved trials are kept, told and saved in order when room comes', async () => {
    let full = false;
    const sitting = sitDown({}, () => (full ? { saved: false, problem: 'full' } : { saved: true }));
    sitting.session.skipDemo();
    await sitting.let(100);
    full = true;
    while (sitting.session.status.trialsDone < 2) await sitting.let(200);
    expect(sitting.session.status).toMatchObject({ unsaved: 2, problem: 'full', phase: 'playing' });
    expect(sitting.trials()).toHaveLength(0);
    full = false;
    await vi.waitFor(() => expect(sitting.session.status).toMatchObject({ unsaved: 0, problem: null }));
    expect(sitting.trials().map((record) => record.kind === 'trial' && record.result.trial)).toEqual([0, 1]);
  });
});

test('what is not saved at the end of a session is saved when room comes', async () => {
  let full = true;
  const sitting = sitDown({}, () => (full ? { saved: false, problem: 'full' } : { saved: true }));
  sitting.session.skipDemo();
  while (sitting.session.status.trialsDone < 2) await sitting.let(200);
  sitting.session.end('stopped');
  expect(sitting.session.status).toMatchObject({ unsaved: 2, problem: 'full', ended: 'stopped' });
  full = false;
  await vi.waitFor(() => expect(sitting.kinds()).toEqual(['session', 'set', 'trial', 'trial', 'session-end']));
  expect(sitting.session.status).toMatchObject({ unsaved: 0, problem: null });
});

test('what is not saved is saved while play rests, too: a paused clock stops no saving', async () => {
  let full = true;
  const sitting = sitDown({}, () => (full ? { saved: false, problem: 'full' } : { saved: true }));
  sitting.session.skipDemo();
  while (sitting.session.status.trialsDone < 1) await sitting.let(200);
  sitting.session.pause();
  full = false;
  await vi.waitFor(() => expect(sitting.session.status).toMatchObject({ unsaved: 0, problem: null, phase: 'paused' }));
});

describe('a new size of the play field', () => {
  test('keeps the trials that ended and plays the others as a new set', async () => {
    const sitting = sitDown();
    sitting.session.skipDemo();
    while (sitting.session.status.trialsDone < 1) await sitting.let(100);
    const space = toPlaySpace(170, 260, null);
    sitting.session.fit(space, { ...plainTouch, fieldMm: { width: 170, height: 260 } });
    expect(sitting.session.stage.space).toEqual(space);
    expect(sitting.session.stage.state.set.sides).toHaveLength(2);
    await sitting.let(100);
    expect(sitting.kinds().filter((kind) => kind === 'set')).toHaveLength(2);
    expect(sitting.session.status.set).toBe(1);
  });
});

describe('an adult who changes the level in play', () => {
  const harder = { level: '06-farther', params: { ...easyParams, trials: 3, targetWidthMm: 40 }, side: 'left' } as const;
  const sets = (sitting: ReturnType<typeof sitDown>) => sitting.records.flatMap((record) => (record.kind === 'set' ? [record] : []));

  test('has it from the next trial on: the trials that are left are a new set', async () => {
    const sitting = sitDown();
    sitting.session.skipDemo();
    while (sitting.trials().length < 1) await sitting.let(100);
    sitting.session.change(harder);
    expect(sets(sitting)).toHaveLength(1);
    while (sets(sitting).length < 2) await sitting.let(100);
    expect(sitting.trials()).toHaveLength(2);
    expect(sets(sitting)[1]).toMatchObject({ level: '06-farther', head: { set: { params: { targetWidthMm: 40 }, sides: ['left'] } } });
    await sitting.let(90_000);
    // The next set has it from its start, with all its trials.
    expect(sets(sitting)[2]?.head.set).toMatchObject({ params: { targetWidthMm: 40 }, sides: ['left', 'left', 'left'] });
    expect(sitting.trials()).toHaveLength(6);
  });

  test('asked for in a rest or in the demonstration, the next set has it', async () => {
    const sitting = sitDown();
    sitting.session.change(harder);
    sitting.session.skipDemo();
    await sitting.let(100);
    expect(sets(sitting)).toHaveLength(1);
    expect(sets(sitting)[0]).toMatchObject({ level: '06-farther' });
  });

  test('changes nothing that was scored, and a change in the last trial waits for the next set', async () => {
    const sitting = sitDown();
    sitting.session.skipDemo();
    while (sitting.trials().length < 2) await sitting.let(100);
    sitting.session.change(harder);
    while (sitting.session.status.phase === 'playing') await sitting.let(100);
    expect(sets(sitting)).toHaveLength(1);
    expect(sitting.session.status.phase).toBe('set-end');
  });
});

describe('a child that tires', () => {
  test('rests after the trial that says so; nothing of it is scored as a miss, and play can go on', async () => {
    let trials = 0;
    const sitting = sitDown({ params: { ...easyParams, trials: 6 }, tires: () => ++trials === 3 });
    sitting.session.skipDemo();
    while (sitting.session.status.phase !== 'paused') await sitting.let(100);
    expect(sitting.session.status).toMatchObject({ pausedFor: 'tired', trialsDone: 3 });
    sitting.session.resume();
    await sitting.let(60_000);
    expect(sitting.session.status.trialsDone).toBeGreaterThan(5);
    expect(sitting.trials().every((record) => record.kind === 'trial' && record.result.outcome === 'success')).toBe(true);
  });

  test('a stop then is kept as what it is', async () => {
    const sitting = sitDown({ tires: () => true });
    sitting.session.skipDemo();
    while (sitting.session.status.phase !== 'paused') await sitting.let(100);
    sitting.session.end('tired');
    await sitting.let(100);
    expect(sitting.records.at(-1)).toMatchObject({ kind: 'session-end', reason: 'tired' });
  });
});
