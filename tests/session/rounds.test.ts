import { describe, expect, test } from 'vitest';
import type { Adapted, RoundCounts } from '../../src/plan/adapt';
import type { SessionRecord } from '../../src/session/types';
import { easyParams } from '../drills/reach-set';
import { sitDown } from './sitting';

/** Plays until the session is over, resting as it says. */
async function playAll(table: ReturnType<typeof sitDown>): Promise<void> {
  for (let i = 0; i < 3000 && table.session.status.phase !== 'ended'; i++) await table.let(500);
}
const ofKind = <K extends SessionRecord['kind']>(records: readonly SessionRecord[], kind: K) =>
  records.filter((record): record is Extract<SessionRecord, { kind: K }> => record.kind === kind);

describe('rounds of a session', () => {
  const params = { ...easyParams, trials: 3 };

  test('what a round earned changes the next one, never the running one, and is handed over with its counts', async () => {
    const seen: RoundCounts[] = [];
    const adapt = (now: typeof params, counts: RoundCounts): Adapted => {
      seen.push(counts);
      const to = Number(now.distanceMm) + 5;
      return {
        params: { ...now, distanceMm: to },
        change: { param: 'distanceMm', from: now.distanceMm, to, because: 'plan.because.success' },
        carry: 0.01,
      };
    };
    const table = sitDown({ params, adapt: adapt as never });
    await playAll(table);
    const sets = ofKind(table.records, 'set');
    expect(sets.map(({ head }) => head.set.params.distanceMm)).toEqual([params.distanceMm, Number(params.distanceMm) + 5]);
    expect(seen).toEqual([
      { hits: 3, misses: 0 },
      { hits: 3, misses: 0 },
    ]);
    expect(ofKind(table.records, 'adjustment')).toMatchObject([
      { item: 'item-1', change: { param: 'distanceMm', to: Number(params.distanceMm) + 5 }, hits: 3, misses: 0, carry: 0.01, omni: null },
      { change: { to: Number(params.distanceMm) + 10 } },
    ]);
  });

  test('a set that was stopped changes nothing', async () => {
    const table = sitDown({ params, adapt: (() => ({ params, change: null, carry: 0 })) as never });
    while (ofKind(table.records, 'trial').length < 1) await table.let(100);
    table.session.end('stopped');
    expect(ofKind(table.records, 'adjustment')).toEqual([]);
  });

  test('the warm-up comes first, is kept apart from the level, changes nothing, and no rest follows it', async () => {
    let asked = 0;
    const adapt = () => {
      asked += 1;
      return { params, change: null, carry: 0 };
    };
    const table = sitDown({ params, adapt: adapt as never, warmUp: { ...params, trials: 2, distanceMm: 40 } });
    while (ofKind(table.records, 'set').length < 2) {
      expect(table.session.status.phase).not.toBe('resting');
      await table.let(100);
    }
    expect(asked).toBe(0);
    await playAll(table);
    expect(ofKind(table.records, 'set').map(({ level }) => level)).toEqual(['warm-up', '04-all-around', '04-all-around']);
    expect(
      ofKind(table.records, 'trial')
        .map(({ level }) => level)
        .filter((level) => level === 'warm-up'),
    ).toHaveLength(2);
    expect(asked).toBe(2);
    expect(table.session.status).toMatchObject({ set: 2, sets: 2 });
  });

  test('turns of one session share its id, its start and its end', async () => {
    const first = sitDown({
      params,
      dose: { sets: 1, restS: 0, sessionsPerWeek: 3 },
      turn: { session: 's', first: true, last: false, elapsedMs: 0, activeMs: 0 },
    });
    await playAll(first);
    const { elapsedMs, activeMs } = first.session.status;
    const second = sitDown({
      params,
      dose: { sets: 1, restS: 0, sessionsPerWeek: 3 },
      turn: { session: 's', first: false, last: true, elapsedMs, activeMs },
    });
    await playAll(second);
    const records = [...first.records, ...second.records];
    expect(ofKind(records, 'session')).toEqual([{ kind: 'session', session: 's', child: 'child-1' }]);
    const [end, ...more] = ofKind(records, 'session-end');
    expect(more).toEqual([]);
    expect(end?.activeMs).toBeGreaterThan(activeMs * 1.5);
  });

  test('a turn that is stopped ends the session', async () => {
    const table = sitDown({ params, turn: { session: 's', first: true, last: false, elapsedMs: 0, activeMs: 0 } });
    while (ofKind(table.records, 'trial').length < 1) await table.let(100);
    table.session.end('stopped');
    expect(table.session.status.ended).toBe('stopped');
    await table.let(100);
    expect(ofKind(table.records, 'session-end')).toMatchObject([{ reason: 'stopped' }]);
  });

  test('in the demonstration every end is celebrated; later as many as the share says', async () => {
    const table = sitDown({ params: { ...params, trials: 10 }, feedbackRatio: 0.5, dose: { sets: 1, restS: 0, sessionsPerWeek: 3 } });
    const celebrated = new Map<number, boolean>();
    expect(table.session.stage.celebrated).toBe(true);
    while (table.session.status.phase !== 'ended') {
      await table.let(100);
      if (table.session.status.phase === 'playing') celebrated.set(table.session.status.trial, table.session.stage.celebrated);
    }
    expect([...celebrated.values()].filter(Boolean)).toHaveLength(5);
    expect(celebrated.get(0)).toBe(true);
  });
});
