import { describe, expect, test } from 'vitest';
import { type Side, toOtherSide } from '../../src/core/units';
import { countWanted, listAsked } from '../../src/drills/drum/beat';
import { leadInMs } from '../../src/drills/drum/drill';
import { createDrumSet, drumByHand, freeDrumming } from './drum-set';

const sides = ['left', 'right'] as const satisfies Side[];

describe('one hand', () => {
  test.each(sides)('asks for the %s drum; the other sounds and is measured, and does not count', (side) => {
    const play = drumByHand(createDrumSet({ hands: 'one' }, { sides: [side, side, side] }));
    const cueMs = play.waitForCue();
    expect(play.state.due).toBe(side);
    play.hitAt(cueMs + 500, toOtherSide(side));
    expect(play.state).toMatchObject({ counted: 0, hits: [{ counts: false }] });
    play.hitAt(cueMs + 1000, side);
    expect(play.state.counted).toBe(1);
    expect(play.waitForResult(1)).toMatchObject({ side, metrics: { hits: 2 } });
  });

  test.each(sides)('that the source does not tell is the right one (%s)', (side) => {
    const play = drumByHand(createDrumSet({ hands: 'one' }, { sides: [side, side, side] }));
    const cueMs = play.waitForCue();
    play.hitAt(cueMs + 500, null);
    expect(play.state.counted).toBe(1);
  });
});

describe('hands in turn', () => {
  test.each(sides)('count by turns, whichever begins (%s)', (first) => {
    const play = drumByHand(createDrumSet({ hands: 'alternate' }));
    const cueMs = play.waitForCue();
    expect(play.state.due).toBeNull();
    play.hits(4, cueMs + 500, 500, first, true);
    expect(play.state).toMatchObject({ counted: 4, due: first });
    play.hits(3, cueMs + 3000, 500, toOtherSide(first));
    expect(play.state).toMatchObject({ counted: 4, due: first });
  });

  test('are told as a share of ten hits and more', () => {
    for (const [count, told] of [
      [9, undefined],
      [10, 100],
    ] as const) {
      const play = drumByHand(createDrumSet({ hands: 'alternate' }));
      play.hits(count, play.waitForCue() + 500, 500, 'left', true);
      expect(play.waitForResult(1).metrics.alternationPct).toBe(told);
    }
    const play = drumByHand(createDrumSet({ hands: 'alternate' }));
    const cueMs = play.waitForCue();
    play.hits(6, cueMs + 500, 500, 'left', true);
    play.hits(5, cueMs + 3500, 500, 'right');
    expect(play.waitForResult(1).metrics.alternationPct).toBeCloseTo(50, 9);
  });

  test('cannot be judged where the source does not tell hands: any hit counts, and the share is left out', () => {
    const play = drumByHand(createDrumSet({ hands: 'alternate' }));
    play.hits(12, play.waitForCue() + 500, 500, null);
    const { outcome, metrics } = play.waitForResult(1);
    expect(outcome).toBe('success');
    expect(metrics.alternationPct).toBeUndefined();
  });

  test('are no measure where they are not asked for', () => {
    const play = drumByHand(createDrumSet());
    play.hits(12, play.waitForCue() + 500, 500, 'left', true);
    expect(play.waitForResult(1).metrics.alternationPct).toBeUndefined();
  });
});

describe('with the beat', () => {
  const toBeatSet = (params = {}) => createDrumSet({ mode: 'beat', hitsPerMin: 60, ...params });

  test('the first beat comes one second after the cue, and the bout lasts its time from there', () => {
    const play = drumByHand(toBeatSet());
    const cueMs = play.waitForCue();
    expect(play.state.beat).toEqual({ firstMs: cueMs + leadInMs, periodMs: 1000 });
    expect(play.waitForResult(1)).toMatchObject({ startMs: cueMs, endMs: cueMs + leadInMs + 20_000 });
  });

  test.each([-200, 0, 200])('a hit %i ms from its beat answers it', (offMs) => {
    const play = drumByHand(toBeatSet());
    const cueMs = play.waitForCue();
    play.hitAt(cueMs + leadInMs + 3000 + offMs);
    expect(play.state.counted).toBe(1);
  });

  test.each([-201, 201])('a hit %i ms from its beat sounds and is measured, and answers none', (offMs) => {
    const play = drumByHand(toBeatSet());
    const cueMs = play.waitForCue();
    play.hitAt(cueMs + leadInMs + 3000 + offMs);
    expect(play.state).toMatchObject({ counted: 0, hits: [{ counts: false }] });
  });

  test('a beat is answered once, however often the drum is struck around it', () => {
    const play = drumByHand(toBeatSet());
    const cueMs = play.waitForCue();
    for (const offMs of [-150, 0, 150]) play.hitAt(cueMs + leadInMs + 3000 + offMs);
    expect(play.state).toMatchObject({ counted: 1 });
    expect(play.state.hits).toHaveLength(3);
  });

  test('hits before the first beat and after the last answer none', () => {
    const play = drumByHand(toBeatSet({ nearMs: 1000 }));
    const cueMs = play.waitForCue();
    play.hitAt(cueMs + leadInMs - 600);
    expect(play.state.counted).toBe(0);
    play.hitAt(cueMs + leadInMs + 19_550);
    expect(play.state.counted).toBe(0);
  });

  test.each([
    [120, 0, 10],
    [0, 120, 0],
  ])('a tablet that is 120 ms late, of which %i ms are known, makes an asynchrony of %i ms and %i answers', (beatOffsetMs, asynchronyMs, counted) => {
    const play = drumByHand(createDrumSet({ mode: 'beat', nearMs: 100 }, { beatOffsetMs }));
    const cueMs = play.waitForCue();
    for (let i = 0; i < 10; i++) play.hitAt(cueMs + leadInMs + i * 1000 + 120);
    expect(play.state.counted).toBe(counted);
    expect(play.waitForResult(1).metrics.asynchronyMs).toBeCloseTo(asynchronyMs, 9);
  });

  test('asynchrony is told of ten hits and more: below zero is early', () => {
    for (const [count, told] of [
      [9, undefined],
      [10, -40],
    ] as const) {
      const play = drumByHand(toBeatSet());
      const cueMs = play.waitForCue();
      for (let i = 0; i < count; i++) play.hitAt(cueMs + leadInMs + i * 1000 + (i % 2 === 0 ? -60 : -20));
      const { metrics } = play.waitForResult(1);
      if (told === undefined) expect(metrics.asynchronyMs).toBeUndefined();
      else {
        expect(metrics.asynchronyMs).toBeCloseTo(told, 9);
        expect(metrics.asynchronySdMs).toBeCloseTo(Math.sqrt((10 * 20 ** 2) / 9), 6);
      }
      expect(metrics.answeredPct).toBeCloseTo(count * 5, 9);
    }
  });

  test('nobody is asked for more hits than there are beats', () => {
    expect(countWanted({ ...freeDrumming, mode: 'beat', hitsPerMin: 240 })).toBe(20);
  });
});

describe('a pattern', () => {
  test.each([
    ['twos', [0, 1, 4, 5]],
    ['threes', [0, 1, 2, 4, 5, 6]],
    ['skip', [0, 2, 3, 4, 6, 7]],
  ] as const)('of %s asks for these of eight beats: %j', (pattern, asked) => {
    expect(listAsked({ ...freeDrumming, mode: 'pattern', pattern, boutS: 8 })).toEqual(asked);
  });

  test('a hit in the pause sounds and answers nothing; it takes nothing away', () => {
    const play = drumByHand(createDrumSet({ mode: 'pattern', hitsPerMin: 60 }));
    const cueMs = play.waitForCue();
    for (const beat of [0, 1, 2, 3]) play.hitAt(cueMs + leadInMs + beat * 1000);
    expect(play.state.counted).toBe(3);
    expect(play.state.wanted).toBe(15);
  });
});

describe('a beat that is shared with others', () => {
  test('lies on whole periods of the set, in every bout', () => {
    const play = drumByHand(createDrumSet({ mode: 'beat', beatBpm: 70, boutS: 10 }, { beatGrid: true }));
    const periodMs = 60_000 / 70;
    for (let bout = 1; bout <= 3; bout++) {
      const cueMs = play.waitForCue();
      const firstMs = play.state.beat?.firstMs ?? Number.NaN;
      expect(firstMs / periodMs).toBeCloseTo(Math.round(firstMs / periodMs), 6);
      expect(firstMs - cueMs).toBeGreaterThanOrEqual(leadInMs);
      expect(firstMs - cueMs).toBeLessThan(leadInMs + periodMs);
      play.waitForResult(bout);
    }
    expect(play.state.results.at(-1)?.outcome).toBe('assisted');
  });
});
