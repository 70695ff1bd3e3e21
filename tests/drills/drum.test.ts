import { describe, expect, test } from 'vitest';
import { countWanted } from '../../src/drills/drum/beat';
import { bounceMs, drumDrill } from '../../src/drills/drum/drill';
import { drumParams } from '../../src/drills/drum/params';
import { createDrumSet, drumByHand, freeDrumming } from './drum-set';

describe('a bout of free drumming', () => {
  test.each([
    [10, 'success'],
    [9, 'miss'],
  ] as const)('of 20 s that wants 30 hits a minute is with %i hits a %s, at the end of its time', (count, outcome) => {
    const play = drumByHand(createDrumSet());
    const cueMs = play.waitForCue();
    expect(play.state.wanted).toBe(10);
    play.hits(count, cueMs + 500, 1000);
    expect(play.waitForResult(1)).toMatchObject({ trial: 0, outcome, help: 0, startMs: cueMs, endMs: cueMs + 20_000 });
  });

  test('goes on when the wanted hits are there: more are welcome, and all are counted', () => {
    const play = drumByHand(createDrumSet());
    const cueMs = play.waitForCue();
    play.hits(15, cueMs + 500, 500);
    expect(play.state).toMatchObject({ phase: 'cue', counted: 15, reached: 1, outcome: null });
    expect(play.waitForResult(1)).toMatchObject({ outcome: 'success', metrics: { hits: 15, hitsPerMin: 45 } });
  });

  test('that wants less than one hit wants one: cause and effect', () => {
    expect(countWanted({ ...freeDrumming, hitsPerMin: 2, boutS: 10 })).toBe(1);
  });

  test('counts a hit that was made inside it and became known after it, and none that was made after it', () => {
    const play = drumByHand(createDrumSet());
    const cueMs = play.waitForCue();
    play.hits(9, cueMs + 500, 1000);
    play.waitUntil(cueMs + 20_050);
    expect(play.state).toMatchObject({ phase: 'after', outcome: 'miss' });
    play.tick([play.signal(true, null, cueMs + 20_000)]);
    expect(play.state.outcome).toBe('miss');
    play.tick([play.signal(true, null, cueMs + 19_990)]);
    expect(play.waitForResult(1)).toMatchObject({ outcome: 'success', metrics: { hits: 10 } });
  });

  test('does not count what was struck before its cue', () => {
    const play = drumByHand(createDrumSet());
    const cueMs = play.waitForCue();
    play.tick([play.signal(true, null, cueMs - 10)]);
    expect(play.state.hits).toEqual([]);
    play.tick([play.signal(true, null, cueMs)]);
    expect(play.state.hits).toHaveLength(1);
  });

  test('counts a drum that goes down and not one that comes up, and bounces of one hit once', () => {
    const play = drumByHand(createDrumSet());
    const cueMs = play.waitForCue();
    play.hitAt(cueMs + 1000, 'left');
    play.tick([play.signal(false, 'left')]);
    play.hitAt(cueMs + 1000 + bounceMs - 1, 'left');
    expect(play.state.hits).toHaveLength(1);
    play.hitAt(cueMs + 1000 + 2 * bounceMs, 'left');
    expect(play.state.hits).toHaveLength(2);
  });

  test('counts both hands that strike at once', () => {
    const play = drumByHand(createDrumSet());
    const cueMs = play.waitForCue();
    play.waitUntil(cueMs + 1000);
    play.tick([play.signal(true, 'left', cueMs + 990), play.signal(true, 'right', cueMs + 985)]);
    expect(play.state.counted).toBe(2);
  });

  test('tells active seconds: at most two for each hit', () => {
    const play = drumByHand(createDrumSet());
    const cueMs = play.waitForCue();
    for (const atMs of [1000, 1500, 3000, 9000, 19_500]) play.hitAt(cueMs + atMs);
    // 0.5, 1.5, 2, 2 and the half second up to the end.
    expect(play.waitForResult(1).metrics.activeS).toBeCloseTo(6.5, 9);
  });

  test('tells how much of its time and of the wanted hits there is', () => {
    const play = drumByHand(createDrumSet());
    const cueMs = play.waitForCue();
    play.hits(4, cueMs + 500, 1000);
    play.waitUntil(cueMs + 5000);
    expect(play.state.reached).toBeCloseTo(0.4, 9);
    expect(play.state.played).toBeCloseTo(0.25, 9);
  });
});

describe('rests', () => {
  test('of the level lie between two bouts, not after the last; hits in them are not scored', () => {
    const play = drumByHand(createDrumSet({ trials: 2, restS: 15 }));
    const first = play.waitForResult(1);
    expect(play.state).toMatchObject({ phase: 'rest', trial: 1 });
    const restMs = play.nowMs;
    play.hitAt(restMs + 5000);
    expect(play.state.hits).toEqual([]);
    expect(play.waitForCue()).toBe(restMs + 15_000 + 600);
    expect(first.endMs).toBeLessThan(restMs);
    play.waitForResult(2);
    expect(play.state).toMatchObject({ phase: 'done', done: true });
  });

  test('end with an adult’s tap, which is the next bout, and with a pause', () => {
    const set = createDrumSet({ trials: 3, restS: 60 });
    const play = drumByHand(set);
    play.waitForResult(1);
    drumDrill.markRep(play.state, { capturedMs: 0, deliveredMs: 0, value: { help: 0 }, quality: 1 }, play.nowMs);
    expect(play.waitForResult(2).outcome).toBe('success');
    expect(play.state.phase).toBe('rest');
    drumDrill.repeatTrial(play.state, play.nowMs);
    expect(play.state).toMatchObject({ phase: 'ready', trial: 2 });
  });
});

describe('the mercy rule', () => {
  test('after two misses in a row any bout is done, with help, and the count begins anew', () => {
    const play = drumByHand(createDrumSet({ trials: 4 }));
    play.waitForResult(2);
    play.waitForCue();
    expect(play.state).toMatchObject({ assisted: true, wanted: 1 });
    expect(play.waitForResult(3).outcome).toBe('assisted');
    expect(play.waitForResult(4).outcome).toBe('miss');
  });

  test('lets the beat wait for the first hit and begin with it; no rhythm is told', () => {
    const play = drumByHand(createDrumSet({ trials: 4, mode: 'beat', hitsPerMin: 60 }));
    play.waitForResult(2);
    const cueMs = play.waitForCue();
    expect(play.state.beat).toBeNull();
    play.hits(12, cueMs + 3000, 1000);
    expect(play.state.beat).toEqual({ firstMs: cueMs + 3000, periodMs: 1000 });
    const { outcome, metrics } = play.waitForResult(3);
    expect([outcome, metrics.hits, metrics.asynchronyMs, metrics.answeredPct]).toEqual(['assisted', 12, undefined, undefined]);
  });
});

describe('a lost child', () => {
  test('is not a miss: the bout ends as lost after one second, and does not count towards mercy', () => {
    const play = drumByHand(createDrumSet({ trials: 4 }));
    play.waitForResult(1);
    play.waitForCue();
    play.tick([play.signal(false, 'left', play.nowMs, 0)]);
    play.wait(980);
    expect(play.state.outcome).toBeNull();
    const result = play.waitForResult(2);
    expect(result.outcome).toBe('lost');
    expect(play.state.memory.missesInRow).toBe(1);
    expect(result.metrics.hitsPerMin).toBeUndefined();
  });

  test('silence of the drums is no loss: who does not strike is seen all the same', () => {
    const play = drumByHand(createDrumSet());
    expect(play.waitForResult(1).outcome).toBe('miss');
  });

  test('that is seen again in time drums on; one that was away in the rest has a second from the cue', () => {
    const play = drumByHand(createDrumSet({ trials: 2, restS: 10 }));
    play.waitForCue();
    play.tick([play.signal(false, 'left', play.nowMs, 0)]);
    play.wait(900);
    play.tick([play.signal(false, 'left')]);
    expect(play.waitForResult(1).outcome).toBe('miss');
    play.tick([play.signal(false, 'left', play.nowMs, 0)]);
    const cueMs = play.waitForCue();
    play.waitUntil(cueMs + 900);
    expect(play.state.outcome).toBeNull();
    expect(play.waitForResult(2)).toMatchObject({ outcome: 'lost', endMs: cueMs + 1000 });
  });
});

describe('an adult', () => {
  const rep = { capturedMs: 0, deliveredMs: 0, value: { help: 0 as const }, quality: 1 };

  test.each([
    [0, 'success'],
    [1, 'success'],
    [2, 'assisted'],
    [4, 'assisted'],
  ] as const)('ends the bout with a tap, done well whatever the sensor saw (help %i: %s)', (help, outcome) => {
    const play = drumByHand(createDrumSet());
    play.waitForCue();
    play.wait(1000);
    play.state.help = help;
    drumDrill.markRep(play.state, rep, play.nowMs);
    expect(play.waitForResult(1)).toMatchObject({ outcome, help });
  });

  test('counts one bout a tap, before the cue too, and a thumb that bounces counts once', () => {
    const play = drumByHand(createDrumSet({ trials: 2 }));
    play.tick();
    drumDrill.markRep(play.state, rep, play.nowMs);
    drumDrill.markRep(play.state, rep, play.nowMs);
    play.waitForResult(1);
    expect(play.state.results).toHaveLength(1);
    expect(play.state.phase).toBe('ready');
  });

  test('who counts alone has all the time in the world, and no hits are made up', () => {
    const play = drumByHand(createDrumSet({}, { byAdult: true }));
    play.waitForCue();
    play.wait(200_000);
    expect(play.state).toMatchObject({ phase: 'cue', played: 1 });
    drumDrill.markRep(play.state, rep, play.nowMs);
    const { outcome, metrics } = play.waitForResult(1);
    expect([outcome, metrics]).toEqual(['success', {}]);
  });
});

describe('a bout cut by a pause', () => {
  test('is drummed again from its start and scored once', () => {
    const play = drumByHand(createDrumSet());
    play.hits(5, play.waitForCue() + 500, 500);
    drumDrill.repeatTrial(play.state, play.nowMs);
    expect(play.state).toMatchObject({ phase: 'ready', trial: 0, hits: [], counted: 0, results: [] });
    const cueMs = play.waitForCue();
    expect(play.waitForResult(1)).toMatchObject({ trial: 0, outcome: 'miss', startMs: cueMs, metrics: { hits: 0 } });
  });

  test('keeps its result when it was over already, and its mercy', () => {
    const play = drumByHand(createDrumSet({ trials: 4 }));
    play.waitForCue();
    while (play.state.phase !== 'after') play.tick();
    drumDrill.repeatTrial(play.state, play.nowMs);
    expect(play.state.results).toHaveLength(1);
    play.waitForResult(2);
    drumDrill.repeatTrial(play.state, play.nowMs);
    play.waitForCue();
    expect(play.state.assisted).toBe(true);
  });
});

test('the limits are those of safety: at most three minutes without a rest, four hits a second', () => {
  expect([drumParams.boutS.max, drumParams.hitsPerMin.max, drumParams.beatBpm.min, drumParams.beatBpm.max]).toEqual([180, 240, 30, 160]);
});
