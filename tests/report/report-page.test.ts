import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toGoalEnds, toPageList, toPageWords } from '../../src/report/report-page';

describe('a printed page', () => {
  it('holds so many lines of a list and counts the others', () => {
    expect(toPageList([1, 2, 3], 3)).toEqual({ shown: [1, 2, 3], left: 0 });
    expect(toPageList([1, 2, 3, 4], 3)).toEqual({ shown: [1, 2, 3], left: 1 });
  });

  it('cuts words to their room on one line, with an ellipsis; Chinese signs take two places', () => {
    expect(toPageWords('Slid off\n\nthe  seat.', 20)).toBe('Slid off the seat.');
    expect(toPageWords('Slid off the seat.', 8)).toBe('Slid off…');
    expect(toPageWords('从椅子上滑下来', 6)).toBe('从椅子…');
  });

  it('never gives more than its room, and no line end, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 1, max: 90 }), (words, most) => {
        const cut = toPageWords(words, most);
        expect([...cut].length).toBeLessThanOrEqual(most + 1);
        expect(cut).not.toMatch(/[\r\n\u2028]/);
      }),
    );
  });

  it('tells the first and the newest answer of a goal', () => {
    const checks = [
      { goal: 'a', measure: 'step', value: -2 },
      { goal: 'b', measure: 'step', value: 2 },
      { goal: 'a', measure: 'step', value: 1 },
    ];
    expect(toGoalEnds(checks, 'a', 'step')).toEqual({ first: -2, last: 1 });
    expect(toGoalEnds(checks, 'a', 'performance')).toBeNull();
  });
});
