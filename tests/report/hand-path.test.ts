import { describe, expect, it } from 'vitest';
import { reachDrill } from '../../src/drills/reach/drill';
import type { ReachParams } from '../../src/drills/reach/params';
import type { ReachState } from '../../src/drills/reach/state';
import type { Abilities, Params } from '../../src/drills/types';
import { toHandPath, watchReach } from '../../src/report/hand-path';
import { replayRecording } from '../../src/session/replay';
import { calmAbilities, simulateSet } from '../../src/session/simulate';
import type { Recording } from '../../src/session/types';
import { createSet, plainTouch } from '../drills/reach-set';

function replay(params: Partial<Params<ReachParams>> = {}, abilities: Partial<Abilities> = {}, cuts: readonly number[] = []) {
  const set = createSet({ trials: 4, targetWidthMm: 30, ...params });
  const setup = { drill: reachDrill, set, seed: 'path', calibration: plainTouch };
  const { frames, state } = simulateSet<ReachState>(setup, { ...calmAbilities, ...abilities });
  const recording: Recording = {
    format: 1,
    game: 'fireflies',
    drill: 'reach',
    drillVersion: 1,
    set,
    seed: 'path',
    calibration: plainTouch,
    frames,
    cuts,
  };
  const watched = watchReach(reachDrill);
  const replayed = replayRecording<ReachState>(recording, watched.drill);
  return { state, replayed, trials: watched.trials };
}

describe('the hand path of a trial', () => {
  it('is kept for every trial of the recording, and watching changes no result', () => {
    const { state, replayed, trials } = replay();
    expect(replayed.results).toEqual(state.results);
    expect([...trials.keys()]).toEqual([0, 1, 2, 3]);
  });

  it('ends where the hand reached the target, as far from its middle as the stored result says', () => {
    const { state, trials } = replay({}, { aimSdMm: 3 });
    const compared = state.results.flatMap((result) => {
      const seen = trials.get(result.trial);
      const marks = toHandPath(seen?.hands[0] ?? []).marks;
      const target = seen?.targets[0];
      if (!marks || !target || result.metrics.endErrorMm === undefined) return [];
      expect(Math.hypot(marks.end.x - target.xMm, marks.end.y - target.yMm)).toBeCloseTo(result.metrics.endErrorMm, 0);
      expect(marks.endMs - marks.onsetMs).toBeCloseTo(result.metrics.movementMs ?? 0, 3);
      return [result.trial];
    });
    expect(compared.length).toBeGreaterThan(1);
  });

  it('has a speed whose peak is the stored peak speed', () => {
    const { state, trials } = replay();
    const result = state.results[2];
    const path = toHandPath(trials.get(2)?.hands[0] ?? []);
    expect(Math.max(...(path.speed ?? []).map(({ mmps }) => mmps))).toBeCloseTo(result?.metrics.peakSpeedMmps ?? 0, 3);
  });

  it('of a hand above the glass has no marks, but its landing', () => {
    const { trials } = replay({}, { lifts: true });
    const seen = trials.get(1);
    const hand = seen?.hands[0] ?? [];
    expect(toHandPath(hand).marks).toBeNull();
    const target = seen?.targets[0];
    expect(Math.hypot((hand[0]?.x ?? 0) - (target?.xMm ?? 99), (hand[0]?.y ?? 0) - (target?.yMm ?? 99))).toBeLessThan(15);
  });

  it('tells where a moving target was at the cue and where it was at the end', () => {
    const { trials } = replay({ mode: 'catch', speedMmps: 40 });
    const seen = trials.get(0);
    expect(seen?.targetsAtEnd).not.toEqual(seen?.targets);
  });

  it('of no samples is empty', () => {
    expect(toHandPath([])).toEqual({ samples: [], speed: null, marks: null });
  });
});
