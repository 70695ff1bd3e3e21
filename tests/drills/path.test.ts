import { describe, expect, test } from 'vitest';
import { createPathSet, drawByHand } from './path-set';

describe('a path drawn alone', () => {
  test('waits for the hand at its start, is followed, and is done at its end', () => {
    const child = drawByHand(createPathSet());
    child.waitForCue();
    child.wait(2000);
    expect(child.state.phase).toBe('cue');
    child.touchStart();
    expect(child.state.phase).toBe('go');
    child.draw(0, 1, 3000);
    const result = child.waitForResult();
    expect(result).toMatchObject({ outcome: 'success', help: 0 });
    expect(result?.metrics.pathErrorMm).toBeLessThan(0.5);
    expect(result?.metrics.insidePct).toBe(100);
    expect(result?.metrics.completionPct).toBe(100);
    expect(result?.metrics.phaseReached).toBe(3);
    expect(result?.metrics.responseMs).toBeGreaterThan(1990);
    expect(result?.metrics.timeS).toBeGreaterThan(2.4);
    expect(result?.metrics.timeS).toBeLessThan(3.05);
  });

  test.each([
    [19.5, 'go'],
    [20.5, 'cue'],
  ])('at %f mm from the start of a path 40 mm wide it is %s', (offMm, phase) => {
    const child = drawByHand(createPathSet());
    child.waitForCue();
    const { x, y } = child.at(0);
    child.tell([child.hand({ x: x + offMm, y })]);
    expect(child.state.phase).toBe(phase);
  });

  test('a narrow path may still be begun within 15 mm', () => {
    const child = drawByHand(createPathSet({ corridorMm: 20 }));
    child.waitForCue();
    const { x, y } = child.at(0);
    child.tell([child.hand({ x: x + 14, y })]);
    expect(child.state.phase).toBe('go');
  });

  test('the distance from the path is told in millimetres and as a share of its length', () => {
    const child = drawByHand(createPathSet());
    child.waitForCue();
    child.touchStart();
    child.draw(0, 1, 3000, { x: 0, y: 12 });
    const metrics = child.waitForResult()?.metrics;
    // A diagonal of 45 degrees: 12 mm lower is some 8.5 mm beside it.
    expect(metrics?.pathErrorMm).toBeGreaterThan(7);
    expect(metrics?.pathErrorMm).toBeLessThan(11);
    expect((metrics?.pathErrorPct ?? 0) / (metrics?.pathErrorMm ?? 1)).toBeCloseTo(100 / 122, 1);
  });

  test('a hand that stands still on the glass is not forgotten: its time counts where it stood', () => {
    const child = drawByHand(createPathSet());
    child.waitForCue();
    child.touchStart();
    child.draw(0, 0.5, 1500);
    child.wait(4000);
    child.draw(0.5, 1, 1500);
    const metrics = child.waitForResult()?.metrics;
    expect(metrics?.timeS).toBeGreaterThan(6.4);
    expect(metrics?.insidePct).toBe(100);
  });

  test.each([
    [3000, -300, 300],
    [6000, 900, 2400],
  ])('drawn evenly in %i ms beside a guide of 3 s, it is %i to %i ms behind it', (ms, least, most) => {
    const child = drawByHand(createPathSet());
    child.waitForCue();
    child.wait(1000);
    child.touchStart();
    child.draw(0, 1, ms);
    const lag = child.waitForResult()?.metrics.lagMs;
    expect(lag).toBeGreaterThan(least);
    expect(lag).toBeLessThan(most);
  });

  test('the guide gives a hand that waits at the start time to look first', () => {
    const child = drawByHand(createPathSet());
    child.waitForCue();
    child.touchStart();
    child.wait(600);
    expect(child.way().guide).toBe(0);
    child.wait(1700);
    expect(child.way().guide).toBeCloseTo(0.5, 1);
    child.wait(5000);
    expect(child.way().guide).toBe(1);
    expect(child.way().along).toBe(0);
  });

  test('back on the same diagonal, the hand that waits at its end begins at once', () => {
    const child = drawByHand(createPathSet());
    child.waitForCue();
    child.touchStart();
    child.draw(0, 1, 3000);
    child.waitForResult();
    child.waitForCue();
    child.wait(10);
    expect(child.state).toMatchObject({ phase: 'go', trial: 1 });
    expect(child.way().place.direction).toBe('back');
  });
});

describe('outside the corridor', () => {
  const leaveFor = (share: number, insidePct: number) => {
    const child = drawByHand(createPathSet({ insidePct, windowMs: 6000 }));
    child.waitForCue();
    child.touchStart();
    child.draw(0, 0.3, 600);
    child.draw(0.3, 0.3 + share, 600, { x: -28, y: 28 });
    child.draw(0.3 + share, 1, 600);
    return child.waitForResult();
  };

  test.each([
    [0.25, 'success'],
    [0.4, 'miss'],
  ])('with 70 per cent inside, a way cut by %f of it is a %s', (share, outcome) => {
    expect(leaveFor(share, 70)?.outcome).toBe(outcome);
  });

  test('the comet waits where the hand left it, and goes on when the hand comes back there', () => {
    const child = drawByHand(createPathSet({ insidePct: 100 }));
    child.waitForCue();
    child.touchStart();
    child.draw(0, 0.4, 800);
    child.draw(0.4, 0.8, 600, { x: -28, y: 28 });
    expect(child.way().along).toBeLessThan(0.55);
    child.draw(0.4, 1, 900);
    expect(child.waitForResult()?.outcome).toBe('success');
  });

  test('a jump to the end draws nothing', () => {
    const child = drawByHand(createPathSet({ windowMs: 5000 }));
    child.waitForCue();
    child.touchStart();
    child.lift();
    child.tell([child.hand(child.at(1), 2)]);
    child.wait(500);
    expect(child.way()).toMatchObject({ done: false, along: 0 });
  });

  test('how far it came is told of a path that was not finished', () => {
    const child = drawByHand(createPathSet({ windowMs: 5000 }));
    child.waitForCue();
    child.touchStart();
    child.draw(0, 0.5, 1000);
    const result = child.waitForResult();
    expect(result).toMatchObject({ outcome: 'miss' });
    expect(result?.metrics.completionPct).toBeCloseTo(50, 0);
    expect(result?.metrics.timeS).toBeUndefined();
  });
});

describe('slow is no miss', () => {
  test.each([
    [4990, 'success'],
    [5030, 'miss'],
  ])('a path begun %i ms after the cue, with 5 s for each, is a %s', (ms, outcome) => {
    const child = drawByHand(createPathSet({ windowMs: 5000 }));
    child.waitForCue();
    child.wait(ms - 20);
    if (child.state.phase === 'cue') child.touchStart();
    if (child.state.phase === 'go') child.draw(0, 1, 2500);
    expect(child.waitForResult()?.outcome).toBe(outcome);
  });

  test('told 300 ms late, a path that was done in time is no miss, and ends when it was done', () => {
    const [soon, late] = [0, 300].map((lagMs) => {
      const child = drawByHand(createPathSet({ windowMs: 5000 }), lagMs);
      child.waitForCue();
      // As a camera does, it tells of a hand that rests, too.
      for (let t = 0; t < 4900; t += 10) child.tell([child.hand({ x: 20, y: 20 })]);
      child.draw(0, 1, 2800);
      return child.waitForResult();
    });
    expect(soon?.outcome).toBe('success');
    expect(late).toEqual(soon);
  });
});

describe('the phases of rhythmic initiation', () => {
  test('watching: the guide draws by itself, and the passive repetition is recorded as full help', () => {
    const child = drawByHand(createPathSet({ mode: 'watch' }));
    const result = child.waitForResult();
    expect(result).toMatchObject({ outcome: 'assisted', help: 4, metrics: { phaseReached: 1 } });
    expect(Object.keys(result?.metrics ?? {})).toEqual(['phaseReached']);
    expect((result?.endMs ?? 0) - (result?.startMs ?? 0)).toBe(3800);
  });

  test('together: hand over hand, the path is measured as that of the two', () => {
    const child = drawByHand(createPathSet({ mode: 'together' }));
    child.waitForCue();
    child.touchStart();
    child.draw(0, 1, 3000);
    const result = child.waitForResult();
    expect(result).toMatchObject({ outcome: 'assisted', help: 3, metrics: { phaseReached: 2 } });
    expect(result?.metrics.pathErrorMm).toBeLessThan(0.5);
  });

  test('two fingers on one path: nobody knows whose it is, so neither error nor lag is told', () => {
    const child = drawByHand(createPathSet({ mode: 'together' }));
    child.waitForCue();
    child.touchStart();
    for (let share = 0; share <= 1 && child.state.phase === 'go'; share += 0.005) {
      const at = child.at(share);
      child.tell([child.hand(at), child.hand({ x: at.x + 10, y: at.y - 6 }, 2)]);
    }
    const result = child.waitForResult();
    expect(result?.outcome).toBe('assisted');
    expect(Object.keys(result?.metrics ?? {}).sort()).toEqual(['completionPct', 'phaseReached', 'responseMs', 'timeS']);
  });

  test.each([1, 2, 4] as const)('help %i that was told goes before what the phase has', (help) => {
    const child = drawByHand(createPathSet({ mode: 'together' }));
    child.state.help = help;
    child.waitForCue();
    child.touchStart();
    child.draw(0, 1, 3000);
    expect(child.waitForResult()).toMatchObject({ outcome: help === 1 ? 'success' : 'assisted', help });
  });

  test('rising goes on after two repetitions done: watching, together, alone', () => {
    const child = drawByHand(createPathSet({ mode: 'rising', trials: 7, windowMs: 5000 }));
    const seen: (string | null)[] = [];
    for (let i = 0; i < 7; i++) {
      child.waitForCue();
      seen.push(child.state.rhythm);
      if (child.state.rhythm !== 'watch' && i !== 3) {
        child.touchStart();
        child.draw(0, 1, 2500);
      }
      child.waitForResult();
      child.lift();
    }
    // The fourth was missed: it does not lead on.
    expect(seen).toEqual(['watch', 'watch', 'together', 'together', 'together', 'alone', 'alone']);
    expect(child.state.results[3]?.outcome).toBe('miss');
  });
});
