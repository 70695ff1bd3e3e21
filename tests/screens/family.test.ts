import { describe, expect, it } from 'vitest';
import { layPath } from '../../src/screens/family/path';
import { sumWeek, toWeek } from '../../src/screens/family/week';
import type { OutcomeCounts, SessionSummary } from '../../src/store/types';

const none: OutcomeCounts = { success: 0, assisted: 0, miss: 0, lost: 0 };

function toSummary(counts: Partial<OutcomeCounts>, game = 'fireflies'): SessionSummary {
  const outcomes = { ...none, ...counts };
  const trials = Object.values(outcomes).reduce((a, b) => a + b);
  const part = { game, level: '02', drill: 'reach', drillVersion: 1, source: 'touch' as const, trials, outcomes, values: {} };
  return {
    session: 's',
    child: 'c',
    on: '2026-03-24',
    at: '2026-03-24T10:00:00Z',
    trials,
    outcomes,
    activeMs: trials * 1500,
    ended: 'finished',
    parts: [part],
  };
}

describe("a family's week", () => {
  it.each([
    ['2026-03-23', '2026-03-23'],
    ['2026-03-26', '2026-03-23'],
    ['2026-03-29', '2026-03-23'],
    ['2026-03-30', '2026-03-30'],
    ['2027-01-01', '2026-12-28'],
  ])('of %s begins on Monday %s', (today, monday) => {
    expect(toWeek(today).from).toBe(monday);
  });

  it('a helped firefly came home too; a miss or a lost hand takes nothing away', () => {
    const week = sumWeek([toSummary({ success: 3, assisted: 2, miss: 4, lost: 1 }), toSummary({ success: 1 })]);
    expect(week.done.get('fireflies')).toBe(6);
    expect(week.activeMs).toBe(11 * 1500);
  });

  it('a session without a trial is no session, and a session of misses is one', () => {
    expect(sumWeek([toSummary({}), toSummary({ miss: 5 })])).toMatchObject({ sessions: 1 });
    expect(sumWeek([toSummary({ miss: 5 })]).done.size).toBe(0);
  });
});

describe('the pebble path', () => {
  it.each([
    [280, 40],
    [590, 17],
    [610, 40],
    [1200, 16],
    [1200, 40],
  ])('%i px wide has room for %i pebbles, all inside the picture and none on another', (width, count) => {
    const { places, height } = layPath(width, count);
    expect(places).toHaveLength(count);
    for (const [i, place] of places.entries()) {
      expect(place.x).toBeGreaterThan(36);
      expect(place.x).toBeLessThan(width - 36);
      expect(place.y).toBeGreaterThan(90);
      expect(place.y).toBeLessThan(height - 36);
      for (const other of places.slice(i + 1)) expect(Math.hypot(place.x - other.x, place.y - other.y)).toBeGreaterThan(56);
    }
  });

  it('leaves the companion a place beside the path on a wide picture', () => {
    for (const { x } of layPath(1200, 40).places) expect(x).toBeLessThan(1200 - 140);
  });

  it('a new pebble moves none of those that lie there', () => {
    expect(layPath(1000, 21).places.slice(0, 20)).toEqual(layPath(1000, 20).places);
  });
});
