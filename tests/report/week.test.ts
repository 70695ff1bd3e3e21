import { describe, expect, it } from 'vitest';
import type { ChangeCall } from '../../src/report/change';
import { toWeekDose } from '../../src/report/dose';
import { toWeekReading, type WeekHeadline } from '../../src/report/week';

const dose = toWeekDose([], { sessions: 3, activeMinutes: null, repetitions: null });
const found = { baseline: 1, review: 5, difference: 4, mdc: 2, baselineSessions: 5, reviewSessions: 5 };

function headline(drill: string, call: ChangeCall): WeekHeadline {
  return { game: drill, drill, metric: 'm', source: 'touch', call };
}

describe('a week', () => {
  const week = { from: '2026-03-02', to: '2026-03-09' };
  it('what got worse stands first and what cannot be measured last', () => {
    const { headlines } = toWeekReading(
      week,
      dose,
      [
        headline('none', { call: 'not-measurable', reason: 'sensor', missing: 0 }),
        headline('same', { call: 'not-yet-distinguishable', found }),
        headline('up', { call: 'real-change', direction: 'better', found }),
        headline('down', { call: 'real-change', direction: 'worse', found }),
      ],
      [],
    );
    expect(headlines.map(({ drill }) => drill)).toEqual(['down', 'up', 'same', 'none']);
  });
  it('the highest pain of the week counts, and the Monday after is another week', () => {
    const reading = toWeekReading(
      week,
      dose,
      [],
      [
        { kind: 'pain', on: '2026-03-02', points: 2 },
        { kind: 'pain', on: '2026-03-08', points: 4 },
        { kind: 'pain', on: '2026-03-09', points: 8 },
        { kind: 'stop', on: '2026-03-04', words: 'tired' },
      ],
    );
    expect(reading.pain).toBe(4);
    expect(reading.stops).toBe(1);
    expect(reading.effort).toBeNull();
    expect(reading.notes.map(({ on }) => on)).toEqual(['2026-03-08', '2026-03-04', '2026-03-02']);
  });
});
