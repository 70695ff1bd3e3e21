import { describe, expect, test } from 'vitest';
import { createTogether } from '../../src/session/together';
import type { PauseReason, SessionStatus } from '../../src/session/types';
import { sitDown } from './sitting';

/** A session that only knows its phase. */
function createScripted() {
  const status = { phase: 'demo', pausedFor: null, ended: null } as Pick<SessionStatus, 'phase' | 'pausedFor' | 'ended'>;
  return {
    status: status as { phase: SessionStatus['phase']; pausedFor: PauseReason | null; ended: SessionStatus['ended'] },
    pause(reason: PauseReason = 'asked') {
      if (status.phase === 'paused') return;
      Object.assign(status, { phase: 'paused', pausedFor: reason });
    },
    resume() {
      Object.assign(status, { phase: 'playing', pausedFor: null });
    },
  };
}

function sitTogether() {
  let nowMs = 1000;
  const seats = createTogether(2, () => nowMs);
  const sessions = seats.map((seat, i) => {
    const session = createScripted();
    // The second child's clock began 400 ms later.
    seat.take(session as unknown as Parameters<typeof seat.take>[0], (ms) => ms - 400 * i);
    return session;
  });
  const [one, other] = seats;
  const [first, second] = sessions;
  if (!one || !other || !first || !second) throw new Error('two seats were asked for');
  const frame = () => {
    for (const seat of seats) seat.follow();
  };
  return {
    one,
    other,
    first,
    second,
    frame,
    wait: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe('two children at one tablet', () => {
  test('the first set begins for both as soon as one wants to, at the same moment', () => {
    const { one, other, wait } = sitTogether();
    expect(other.meeting.since(1)).toBeNull();
    expect(one.meeting.arrive(1)).toBe(1000);
    wait(16);
    expect(other.meeting.since(1)).toBe(600);
    expect(other.meeting.arrive(1)).toBe(600);
  });

  test('later sets begin when both have rested', () => {
    const { one, other, wait } = sitTogether();
    one.meeting.arrive(1);
    other.meeting.arrive(1);
    expect(one.meeting.arrive(2)).toBeNull();
    wait(5000);
    expect(other.meeting.arrive(2)).toBe(5600);
    expect(one.meeting.arrive(2)).toBe(6000);
  });

  test('nobody waits for a child who has ended', () => {
    const { one, other, second } = sitTogether();
    one.meeting.arrive(1);
    second.status.ended = 'stopped';
    expect(one.meeting.arrive(2)).toBe(1000);
    expect(other.isHeard).toBe(false);
  });

  test('a pause of one is a pause of both, and either ends it', () => {
    const { first, second, frame } = sitTogether();
    frame();
    second.pause('asked');
    frame();
    expect(first.status).toMatchObject({ phase: 'paused', pausedFor: 'friend' });
    first.resume();
    frame();
    expect(second.status.phase).toBe('playing');
    frame();
    expect([first.status.phase, second.status.phase]).toEqual(['playing', 'playing']);
  });

  test('a child whose sensor is in trouble is waited for', () => {
    const { first, second, frame } = sitTogether();
    second.pause('covered');
    frame();
    first.resume();
    frame();
    expect(first.status).toMatchObject({ phase: 'paused', pausedFor: 'friend' });
    expect(second.status.pausedFor).toBe('covered');
    second.resume();
    frame();
    expect(first.status.phase).toBe('playing');
  });

  test('one music: of the first who still plays; one beat: of whoever has one', () => {
    const { one, other, first } = sitTogether();
    expect([one.isHeard, other.isHeard]).toEqual([true, false]);
    expect([one.leadsBeat(false), other.leadsBeat(true), one.leadsBeat(true)]).toEqual([false, true, false]);
    expect([other.leadsBeat(false), one.leadsBeat(true)]).toEqual([false, true]);
    first.status.ended = 'finished';
    expect([one.isHeard, other.isHeard]).toEqual([false, true]);
  });

  test('real sessions wait for each other before each set', async () => {
    let nowMs = 0;
    const [one, other] = createTogether(2, () => nowMs);
    if (!one || !other) throw new Error('two seats were asked for');
    const sittings = [one, other].map((seat, i) => {
      const sitting = sitDown({ meeting: seat.meeting, dose: { sets: 2, restS: i === 0 ? 5 : 12, sessionsPerWeek: 3 } });
      seat.take(sitting.session, () => sitting.clock.nowMs());
      return sitting;
    });
    const [quick, slow] = sittings;
    const started: number[] = [];
    quick?.session.skipDemo();
    for (let s = 0; s < 90; s++) {
      for (const sitting of sittings) await sitting.let(1000);
      nowMs += 1000;
      if (sittings.every(({ session }) => session.status.set === 2 && session.status.phase === 'playing')) started.push(s);
      if (quick?.session.status.phase === 'playing' && quick.session.status.set === 2 && slow?.session.status.phase === 'resting')
        expect(slow.session.status.restLeftS).toBeLessThan(1.1);
    }
    expect(started.length).toBeGreaterThan(0);
    expect(sittings.map(({ session }) => session.status.ended)).toEqual(['finished', 'finished']);
  });
});
