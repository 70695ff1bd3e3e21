import { describe, expect, test } from 'vitest';
import { createReachInterpreter } from '../../src/movement/interpret/reach';
import type { Calibration, Frame, HandContact, TouchContact, TouchSettings } from '../../src/movement/types';

const fieldMm = { width: 200, height: 100 };
const plain: TouchSettings = { accept: 'contact', holdMs: 0, mergeMs: 0, edgeRestMm: 0, palmMm: 35 };

/** Plays touch contacts given in millimetres, tick by tick, and keeps every signal. */
function playTouches(
  settings: Partial<TouchSettings>,
  script: readonly (readonly [ms: number, ...contacts: (readonly [id: number, x: number, y: number, more?: Partial<TouchContact>])[]])[],
  untilMs = 4000,
) {
  const calibration: Calibration = { source: 'touch', fieldMm, touch: { ...plain, ...settings } };
  const interpret = createReachInterpreter(calibration);
  const signals: { atMs: number; deliveredMs: number; contacts: readonly HandContact[] }[] = [];
  for (let nowMs = 10; nowMs <= untilMs; nowMs += 10) {
    const frames = script
      .filter(([ms]) => ms > nowMs - 10 && ms <= nowMs)
      .map(
        ([ms, ...contacts]): Frame => ({
          kind: 'touch',
          capturedMs: ms,
          deliveredMs: ms,
          contacts: contacts.map(([id, x, y, more]) => ({ id, x: x / fieldMm.width, y: y / fieldMm.height, ...more })),
        }),
      );
    for (const signal of interpret(frames, nowMs))
      signals.push({ atMs: signal.capturedMs, deliveredMs: signal.deliveredMs, contacts: signal.value.contacts });
  }
  return {
    signals,
    /** Times at which some hand may choose. */
    choices: signals.filter((signal) => signal.contacts.some((contact) => contact.counts)).map((signal) => signal.atMs),
    ids: [...new Set(signals.flatMap((signal) => signal.contacts.map((contact) => contact.id)))],
    last: signals.at(-1)?.contacts ?? [],
  };
}

describe('a touch in millimetres', () => {
  test('has its place on the play field', () => {
    expect(playTouches({}, [[100, [4, 150, 25]]]).last).toMatchObject([{ xMm: 150, yMm: 25 }]);
  });

  test('mirrored left and right it is the same touch at the mirrored place', () => {
    const script = (x: (mm: number) => number) => [[100, [4, x(30), 25]] as const, [150, [4, x(60), 30]] as const, [300] as const];
    const right = playTouches(
      { mergeMs: 50 },
      script((mm) => mm),
    );
    const left = playTouches(
      { mergeMs: 50 },
      script((mm) => fieldMm.width - mm),
    );
    const mirrored = left.signals.map((signal) => ({
      ...signal,
      contacts: signal.contacts.map((contact) => ({ ...contact, xMm: fieldMm.width - contact.xMm })),
    }));
    expect(mirrored).toEqual(right.signals);
  });
});

describe('acceptance', () => {
  test('on contact a touch counts as it lands and while it lasts', () => {
    const play = playTouches({}, [[100, [1, 50, 50]], [500, [1, 51, 50]], [600]]);
    expect(play.choices).toEqual([100, 500]);
    expect(play.last).toEqual([]);
  });

  test('on release it counts once, at the place where it was lifted', () => {
    const play = playTouches({ accept: 'release' }, [[100, [1, 50, 50]], [500, [1, 70, 50]], [600]]);
    expect(play.choices).toEqual([600]);
    expect(play.signals.find((signal) => signal.contacts[0]?.counts)?.contacts).toMatchObject([{ xMm: 70 }]);
  });

  test('on release a touch that the tablet took away does not count', () => {
    const play = playTouches({ accept: 'release' }, [[100, [1, 50, 50]], [600, [1, 50, 50, { cancelled: true }]], [600]]);
    expect(play.choices).toEqual([]);
    expect(play.last).toEqual([]);
  });

  test('with a hold a touch counts after its time, without moving, and not a tick before', () => {
    expect(playTouches({ holdMs: 300 }, [[100, [1, 50, 50]]]).choices).toEqual([400]);
    expect(playTouches({ holdMs: 300 }, [[100, [1, 50, 50]], [390]]).choices).toEqual([]);
    expect(playTouches({ holdMs: 1500 }, [[100, [1, 50, 50]]]).choices).toEqual([1600]);
  });

  test('on release with a hold a short tap does not count, a long one does', () => {
    expect(playTouches({ accept: 'release', holdMs: 300 }, [[100, [1, 50, 50]], [390]]).choices).toEqual([]);
    expect(playTouches({ accept: 'release', holdMs: 300 }, [[100, [1, 50, 50]], [400]]).choices).toEqual([400]);
  });
});

describe('tremor', () => {
  const taps = [[100, [1, 50, 50]], [160], [220, [2, 52, 50]], [280], [340, [3, 49, 51]], [400]] as const;

  test('taps closer together than the merge time are one touch', () => {
    const play = playTouches({ mergeMs: 100, holdMs: 250 }, taps);
    expect(play.ids).toHaveLength(1);
    expect(play.choices.length).toBeGreaterThan(0);
  });

  test('without merging they are three touches, none long enough', () => {
    const play = playTouches({ mergeMs: 0, holdMs: 250 }, taps);
    expect(play.ids).toHaveLength(3);
    expect(play.choices).toEqual([]);
  });

  test('on release merged taps choose once, after the last', () => {
    expect(playTouches({ accept: 'release', mergeMs: 100 }, taps).choices).toEqual([400]);
  });

  test('a touch far away is another touch, however soon', () => {
    expect(playTouches({ mergeMs: 100 }, [[100, [1, 50, 50]], [160], [200, [2, 150, 50]]]).ids).toHaveLength(2);
  });
});

describe('what is not a working hand', () => {
  test('a palm, where the screen tells sizes', () => {
    expect(playTouches({}, [[100, [1, 50, 50, { sizeMm: 36 }]]]).last).toEqual([]);
    expect(playTouches({}, [[100, [1, 50, 50, { sizeMm: 35 }]]]).last).toHaveLength(1);
  });

  test('a hand that rests on the edge, until it leaves the strip', () => {
    expect(playTouches({ edgeRestMm: 10 }, [[100, [1, 9, 50]]]).last).toEqual([]);
    expect(playTouches({ edgeRestMm: 10 }, [[100, [1, 191, 50]]]).last).toEqual([]);
    expect(playTouches({ edgeRestMm: 10 }, [[100, [1, 10, 50]]]).last).toHaveLength(1);
    expect(
      playTouches({ edgeRestMm: 10 }, [
        [100, [1, 5, 50]],
        [200, [1, 30, 50]],
      ]).choices,
    ).toEqual([200]);
  });

  test('a working hand that comes to the edge stays one', () => {
    expect(
      playTouches({ edgeRestMm: 10 }, [
        [100, [1, 50, 50]],
        [200, [1, 5, 50]],
      ]).last,
    ).toHaveLength(1);
  });

  test('a second contact comes after the first, until the first has rested for a while', () => {
    const play = playTouches({}, [
      [100, [1, 50, 50]],
      [300, [1, 50, 50], [2, 150, 50]],
      [2000, [1, 50, 50], [2, 140, 50]],
    ]);
    expect(play.signals.find((signal) => signal.atMs === 300)?.contacts.map((contact) => contact.xMm)).toEqual([50, 150]);
    expect(play.last.map((contact) => contact.xMm)).toEqual([140, 50]);
  });
});
