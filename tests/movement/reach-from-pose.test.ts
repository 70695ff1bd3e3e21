import { describe, expect, test } from 'vitest';
import { toSafeBox } from '../../src/movement/interpret/default-ranges';
import { createPoseReachInterpreter } from '../../src/movement/interpret/reach-from-pose';
import type { Calibration, Frame, HandContact, MovementSignal } from '../../src/movement/types';
import { addNoise, present, readFrames } from '../measures/pose-frames';
import { calibrate, ease, fieldMm, hide, mirror, play, toBody, toPoseFrame, worsened } from './interpret-frames';

const reach = (frames: readonly Frame[], more: Partial<Calibration> = {}, untilMs?: number) =>
  play(createPoseReachInterpreter(calibrate('pose', more)), frames, untilMs);
/** Both hands in their boxes as shares of them, from the left top corner of the mirror picture, by time. */
type Hands = (tMs: number) => { readonly left?: readonly [number, number]; readonly right?: readonly [number, number] };
const shoulderWidthM = 0.26;

function wave(untilMs: number, hands: Hands, hz = 30): Frame[] {
  return Array.from({ length: Math.floor((untilMs * hz) / 1000) }, (_, i) => {
    const tMs = (i * 1000) / hz;
    const { joints } = toBody(tMs);
    const [left, right] = [joints.left_shoulder, joints.right_shoulder];
    const wrist = (side: 'left' | 'right', [across, down]: readonly [number, number]) => {
      const box = toSafeBox(side);
      const x = box.left + across * (box.right - box.left);
      const y = box.top + down * (box.bottom - box.top);
      // The child's right is to the left of the unmirrored picture.
      return [((left?.[0] ?? 0) + (right?.[0] ?? 0)) / 2 - x * shoulderWidthM, (left?.[1] ?? 0) + y * shoulderWidthM, left?.[2] ?? 2] as const;
    };
    const places = hands(tMs);
    const moved = Object.fromEntries(
      (['left', 'right'] as const).flatMap((side) => (places[side] ? [[`${side}_wrist`, wrist(side, places[side])]] : [])),
    );
    return toPoseFrame({ tMs, joints: { ...joints, ...moved } });
  });
}

const hand = (signal: MovementSignal<'reach'> | undefined, side: 'left' | 'right'): HandContact | undefined =>
  signal?.value.contacts.find((contact) => contact.side === side);
const rest = [0.5, 1.6] as const;
const go = (tMs: number, from: readonly [number, number], to: readonly [number, number], startMs = 500, endMs = 1200): readonly [number, number] => {
  const share = ease(tMs, startMs, endMs);
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
};

describe('hands in the air', () => {
  test("the picture is a mirror: the child's right is the screen's right, and up is up", () => {
    const right = hand(reach(wave(1500, () => ({ right: [0.9, 0.1], left: rest }))).at(-1), 'right');
    expect(right?.xMm).toBeCloseTo(0.9 * fieldMm.width, 0);
    expect(right?.yMm).toBeCloseTo(0.1 * fieldMm.height, 0);
    const left = hand(reach(wave(1500, () => ({ left: [0.1, 0.8], right: rest }))).at(-1), 'left');
    expect(left?.xMm).toBeCloseTo(0.1 * fieldMm.width, 0);
    expect(left?.yMm).toBeCloseTo(0.8 * fieldMm.height, 0);
  });

  test('mirrored, the other hand is at the mirrored place', () => {
    const frames = wave(1800, (t) => ({ right: go(t, [0.5, 0.9], [0.9, 0.2]), left: rest }));
    const [plain, mirrored] = [reach(frames), reach(frames.map(mirror))];
    for (const [i, signal] of plain.entries()) {
      const [own, other] = [hand(signal, 'right'), hand(mirrored[i], 'left')];
      expect(other?.xMm).toBeCloseTo(fieldMm.width - (own?.xMm ?? 0), 6);
      expect(other?.yMm).toBeCloseTo(own?.yMm ?? 0, 6);
      expect(other?.counts).toBe(own?.counts);
    }
  });

  test('the box of the range check is the whole field for that hand; beyond it the hand stays at the edge', () => {
    const small = { right: { left: 0.2, right: 0.6, top: 0.2, bottom: 0.8 } };
    const at = (place: readonly [number, number]) =>
      hand(
        reach(
          wave(900, () => ({ right: place, left: rest })),
          { ranges: { reach: small } },
        ).at(-1),
        'right',
      );
    const safe = toSafeBox('right');
    const toShare = (x: number, y: number) => [(x - safe.left) / (safe.right - safe.left), (y - safe.top) / (safe.bottom - safe.top)] as const;
    expect(at(toShare(0.6, 0.2))?.xMm).toBeCloseTo(fieldMm.width, 0);
    expect(at(toShare(0.6, 0.2))?.yMm).toBeCloseTo(0, 0);
    expect(at(toShare(1.2, 0.5))).toMatchObject({ xMm: fieldMm.width, counts: false });
  });

  test('the safe box is reached by a seated child: from the lap to the face, a little past the middle, mirrored for the other hand', () => {
    const [right, left] = [toSafeBox('right'), toSafeBox('left')];
    expect(right.top).toBeGreaterThanOrEqual(-0.6);
    expect(right.bottom).toBeLessThanOrEqual(1.4);
    expect([left.left, left.right, left.top, left.bottom]).toEqual([-right.right, -right.left, right.top, right.bottom]);
  });
});

describe('a hand in the air counts', () => {
  test('once it has stayed within 40 mm for 300 ms, and never while it passes', () => {
    const signals = reach(wave(2500, (t) => ({ right: go(t, [0, 0.9], [0.9, 0.3], 500, 1200), left: rest })));
    const passing = signals.filter(({ capturedMs }) => capturedMs > 700 && capturedMs < 1200);
    expect(passing.some((signal) => hand(signal, 'right')?.counts)).toBe(false);
    const first = signals.find((signal) => signal.capturedMs > 1000 && hand(signal, 'right')?.counts);
    expect(first?.capturedMs).toBeGreaterThan(1250);
    expect(first?.capturedMs).toBeLessThan(1650);
    expect(hand(signals.at(-1), 'right')?.counts).toBe(true);
  });

  test("after the child's own hold time where that is longer", () => {
    const touch = { accept: 'contact', holdMs: 800, mergeMs: 0, edgeRestMm: 0, palmMm: 35 } as const;
    const since = (more: Partial<Calibration>) =>
      reach(
        wave(2500, () => ({ right: [0.5, 0.5], left: rest })),
        more,
      ).find((signal) => hand(signal, 'right')?.counts)?.capturedMs ?? 0;
    expect(since({})).toBeGreaterThanOrEqual(300);
    expect(since({})).toBeLessThan(340);
    expect(since({ touch })).toBeGreaterThanOrEqual(800);
    expect(since({ touch })).toBeLessThan(840);
  });

  test('while it trembles, but not while it wanders farther than 40 mm', () => {
    const tremble = (mm: number) =>
      reach(wave(2500, (t) => ({ right: [0.5 + ((t / 33) % 2 < 1 ? 1 : -1) * (mm / 2 / fieldMm.width), 0.5], left: rest })));
    expect(hand(tremble(20).at(-1), 'right')?.counts).toBe(true);
    const wander = reach(wave(2500, (t) => ({ right: [0.5 + 0.4 * Math.sin(t / 90), 0.5], left: rest })));
    expect(wander.filter((signal) => hand(signal, 'right')?.counts)).toEqual([]);
  });

  test('never while it hangs far below its box', () => {
    const signals = reach(wave(2500, () => ({ right: rest, left: rest })));
    expect(signals.flatMap(({ value }) => value.contacts).some(({ counts }) => counts)).toBe(false);
  });
});

describe('the working hand comes first', () => {
  test('before one that hangs, and before one that rests in its box', () => {
    const first = (hands: Hands) =>
      reach(wave(4000, hands))
        .at(-1)
        ?.value.contacts.map(({ side }) => side);
    const moving = (t: number) => [0.5 + 0.3 * Math.sin(t / 300), 0.4] as const;
    expect(first((t) => ({ right: moving(t), left: rest }))).toEqual(['right', 'left']);
    expect(first((t) => ({ left: moving(t), right: [0.5, 0.8] }))).toEqual(['left', 'right']);
  });

  test('and stays first while both hands move', () => {
    const signals = reach(
      wave(4000, (t) => ({ left: [0.5 + 0.3 * Math.sin(t / 300), 0.4], right: t < 1000 ? rest : [0.5 + 0.3 * Math.cos(t / 250), 0.5] })),
    );
    expect(new Set(signals.slice(10).map(({ value }) => value.contacts[0]?.side))).toEqual(new Set(['left']));
  });
});

describe('hands that are not seen', () => {
  test('shoulders and a wrist are enough, and a hidden hand hides itself only', () => {
    const onlyArms = wave(900, () => ({ right: [0.5, 0.5], left: rest })).map((frame) =>
      hide(frame, (joint) => /hip|knee|ankle|elbow|nose/.test(joint)),
    );
    expect(reach(onlyArms).at(-1)).toMatchObject({ quality: 1 });
    const oneHand = reach(onlyArms.map((frame) => hide(frame, (joint) => joint === 'left_wrist'))).at(-1);
    expect(oneHand?.quality).toBe(1);
    expect(oneHand?.value.contacts.map(({ side }) => side)).toEqual(['right']);
  });

  test('without shoulders, without both hands, or outside the picture nothing is seen', () => {
    const frames = wave(900, () => ({ right: [0.5, 0.5], left: [0.5, 0.5] }));
    expect(reach(frames.map((frame) => hide(frame, (joint) => joint === 'left_shoulder'))).at(-1)?.quality).toBe(0);
    expect(reach(frames.map((frame) => hide(frame, (joint) => joint.endsWith('wrist')))).at(-1)).toMatchObject({
      quality: 0,
      value: { contacts: [] },
    });
    const outside = frames.map(
      (frame): Frame =>
        frame.kind === 'pose' ? { ...frame, joints: { ...frame.joints, right_wrist: [1.02, 0.5, 0, 1], left_wrist: [0.4, -0.01, 0, 1] } } : frame,
    );
    expect(reach(outside).at(-1)?.quality).toBe(0);
  });

  test('a hand hidden for a moment stays the same hand; hidden for longer it is a new one that has to stay again', () => {
    const hidden = (fromMs: number, toMs: number) =>
      reach(
        wave(3000, () => ({ right: [0.5, 0.5], left: rest })).map((frame) =>
          frame.capturedMs >= fromMs && frame.capturedMs < toMs ? hide(frame, (joint) => joint === 'right_wrist') : frame,
        ),
      );
    const ids = (signals: ReturnType<typeof reach>) => new Set(signals.map((signal) => hand(signal, 'right')?.id));
    expect(ids(hidden(1000, 1120)).size).toBe(1);
    const long = hidden(1000, 1600);
    expect(ids(long).size).toBe(3);
    const back = long.filter(({ capturedMs }) => capturedMs >= 1600 && capturedMs < 1880);
    expect(back.some((signal) => hand(signal, 'right')?.counts)).toBe(false);
    expect(hand(long.at(-1), 'right')?.counts).toBe(true);
  });

  test('a child that leaves the picture, and a silent camera', () => {
    const frames = wave(2000, () => ({ right: [0.5, 0.5], left: rest })).map(
      (frame): Frame => (frame.kind === 'pose' && frame.capturedMs > 800 && frame.capturedMs < 1400 ? { ...frame, joints: {} } : frame),
    );
    const signals = reach(frames, {}, 3500);
    expect(
      signals
        .filter(({ capturedMs }) => capturedMs > 1010 && capturedMs < 1400)
        .every(({ quality, value }) => quality === 0 && value.contacts.length === 0),
    ).toBe(true);
    expect(signals.find(({ capturedMs }) => capturedMs >= 1400)?.quality).toBe(1);
    expect(signals.at(-1)).toMatchObject({ quality: 0, value: { contacts: [] } });
  });

  test.each(worsened)('%s: the hand is where it was and counts', (_, worsen) => {
    const frames = wave(2500, (t) => ({ right: go(t, [0, 0.9], [0.9, 0.3]), left: rest }));
    const right = hand(reach(worsen(frames)).at(-1), 'right');
    expect(right?.xMm).toBeCloseTo(0.9 * fieldMm.width, 0);
    expect(right?.counts).toBe(true);
  });
});

describe.skipIf(!present)('hands in recordings of people', () => {
  test.each(['plain', '5 mm of noise', 'every third frame dropped', 'mirrored'])('ten arm raises bring the raised hand up ten times (%s)', (way) => {
    let frames = readFrames('uiprmd_m07_s03.csv');
    if (way === '5 mm of noise') frames = addNoise(frames, 0.005, 'reach');
    let filmed = frames.map((frame) => toPoseFrame(frame));
    if (way === 'every third frame dropped') filmed = filmed.filter((_, i) => i % 3 !== 1);
    if (way === 'mirrored') filmed = filmed.map(mirror);
    const box = { left: -2, right: 2, top: -1.5, bottom: 2 };
    const signals = reach(filmed, { ranges: { reach: { left: box, right: box } } });
    let raises = 0;
    let up = false;
    for (const signal of signals) {
      const yMm = hand(signal, way === 'mirrored' ? 'left' : 'right')?.yMm ?? fieldMm.height;
      if (!up && yMm < 0.35 * fieldMm.height) raises += 1;
      up = yMm < 0.35 * fieldMm.height || (up && yMm < 0.6 * fieldMm.height);
    }
    expect(raises).toBe(10);
  });

  test('with 5 mm of noise a still hand trembles by less than 10 mm on the field', () => {
    const still = Array.from({ length: 90 }, (_, i) => toBody(i * 33.3, { armDeg: { left: 60, right: 60 } }));
    const places = reach(addNoise(still, 0.005, 'still').map((frame) => toPoseFrame(frame)))
      .slice(20)
      .map((signal) => hand(signal, 'right'));
    const xs = places.map((place) => place?.xMm ?? Number.NaN);
    const mean = xs.reduce((sum, x) => sum + x, 0) / xs.length;
    expect(Math.sqrt(xs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / xs.length)).toBeLessThan(10);
  });
});
