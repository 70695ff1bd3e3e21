import { describe, expect, test } from 'vitest';
import { type Person, placeTrunk } from '../../src/movement/person';
import { createPersonLock, type PersonLock } from '../../src/movement/person-lock';
import type { PictureJoint } from '../../src/movement/types';

const aspect = 4 / 3;
/** A person at a place of the picture; a trunk of 0.2 of its height is a child, 0.3 a grown-up. */
const person = (x: number, size = 0.2, y = 0.5, surety = 1): Person => ({
  joints: {},
  world: {},
  x,
  y,
  size,
  breadth: 0.7,
  surety,
});
const child = (x: number, y = 0.5) => person(x, 0.2, y);
const adult = (x: number, y = 0.45) => person(x, 0.3, y);

/** Feeds pictures at 15 a second; says whom the lock follows in each. */
function watch(lock: PersonLock, pictures: readonly (readonly Person[])[], fromMs = 0): (Person | null)[] {
  return pictures.map((persons, i) => lock.follow(persons, aspect, fromMs + i * 67));
}
const steps = (count: number, of: (share: number) => readonly Person[]) => Array.from({ length: count }, (_, i) => of(i / (count - 1)));

describe('one person in the picture', () => {
  test('is the child', () => {
    const alone = child(0.4);
    expect(watch(createPersonLock(), [[alone]])).toEqual([alone]);
  });

  test('found twice is still one: the surer find is followed', () => {
    const [sure, unsure] = [person(0.4, 0.2, 0.5, 0.9), person(0.41, 0.21, 0.5, 0.6)];
    expect(watch(createPersonLock(), [[unsure, sure]])).toEqual([sure]);
  });

  test('found twice by shoulders and hips is one, and two who stand close are two', () => {
    const trunk = (x: number, surety: number): Person => {
      const at = (dx: number, y: number): PictureJoint => [x + dx, y, 0, surety];
      const joints = { left_shoulder: at(0.05, 0.4), right_shoulder: at(-0.05, 0.4), left_hip: at(0.04, 0.6), right_hip: at(-0.04, 0.6) };
      return { joints, world: {}, ...placeTrunk(joints, aspect) };
    };
    expect(watch(createPersonLock(), [[trunk(0.4, 0.7), trunk(0.42, 0.9)]]).map((one) => one?.surety)).toEqual([expect.closeTo(0.9)]);
    expect(watch(createPersonLock(), [[trunk(0.4, 0.7), trunk(0.46, 0.9)]])).toEqual([null]);
  });

  test('who bends to the camera, and looks a third shorter, is still the child', () => {
    const bend = steps(30, (share) => [person(0.4, 0.2 * (1 - 0.35 * Math.sin(Math.PI * share)))]);
    expect(watch(createPersonLock(), bend).every((one) => one !== null)).toBe(true);
  });

  test('whose place another of twice the size takes at once is not seen', () => {
    const seen = watch(createPersonLock(), [[child(0.4)], [child(0.4)], ...steps(60, () => [person(0.42, 0.4)])]);
    expect(seen.slice(2).filter(Boolean)).toEqual([]);
  });

  test('who went away alone and comes back elsewhere is known after a second', () => {
    const lock = createPersonLock();
    watch(lock, [[child(0.1)]]);
    expect(watch(lock, [[]], 1000)).toEqual([null]);
    const back = watch(
      lock,
      steps(30, () => [child(0.9)]),
      5000,
    );
    expect([back[0], back.at(-1)?.x]).toEqual([null, 0.9]);
  });

  test('who leaves the picture is not seen, and is known again', () => {
    const lock = createPersonLock();
    expect(watch(lock, [[child(0.1)], [], [], [child(0.12)]]).map((one) => one !== null)).toEqual([true, false, false, true]);
  });
});

describe('several persons', () => {
  test('nobody is followed until the child is chosen', () => {
    const lock = createPersonLock();
    expect(watch(lock, [[child(0.3), adult(0.7)]])).toEqual([null]);
    lock.choose(0.32, 0.5);
    expect(watch(lock, [[adult(0.7), child(0.3)]], 100)[0]?.size).toBe(0.2);
  });

  test('the child of the last set-up is found again without a tap', () => {
    const lock = createPersonLock({ x: 0.3, y: 0.5, size: 0.2, atMs: 0 });
    expect(watch(lock, [[adult(0.7), child(0.32)]])[0]?.x).toBe(0.32);
  });

  test.each([
    ['from the left', (share: number) => share],
    ['from the right', (share: number) => 1 - share],
  ])('a grown-up who crosses %s is never taken for the child', (_name, place) => {
    const lock = createPersonLock();
    lock.choose(0.5, 0.5);
    const seen = watch(
      lock,
      steps(60, (share) => [child(0.5), adult(place(share))]),
    );
    expect(seen.filter((one) => one !== null && one.size > 0.25)).toEqual([]);
    // In the middle of the crossing limbs are mixed up: nobody is said to be seen; before and after the child is.
    expect(seen.some((one) => one === null)).toBe(true);
    expect([seen[0]?.size, seen.at(-1)?.size]).toEqual([0.2, 0.2]);
  });

  test('two of one size who cross: doubt while they cover each other, and nobody is guessed', () => {
    const lock = createPersonLock();
    lock.choose(0.5, 0.5);
    const seen = watch(
      lock,
      steps(60, (share) => [child(0.5), child(share)]),
    );
    for (const one of seen) if (one) expect(one.x).toBeCloseTo(0.5, 9);
    expect(seen.at(-1)?.x).toBeCloseTo(0.5, 9);
  });

  test('a child hidden behind a grown-up is not replaced by the grown-up', () => {
    const lock = createPersonLock();
    lock.choose(0.5, 0.5);
    const seen = watch(lock, [
      [child(0.5), adult(0.8)],
      [child(0.5), adult(0.6)],
      [child(0.5), adult(0.55)],
      ...Array.from({ length: 60 }, () => [adult(0.5)]),
      [child(0.5), adult(0.9)],
    ]);
    expect(seen.filter((one) => one && one.size > 0.25)).toEqual([]);
    expect(seen.at(-1)?.size).toBe(0.2);
  });

  test.each([
    ['to the right', 1],
    ['to the left', -1],
  ])('two of one size who walk past each other, the child %s: the child is the one who walked on', (_name, way) => {
    const lock = createPersonLock();
    const place = (share: number) => 0.5 + way * (share - 0.5) * 0.8;
    lock.choose(place(0), 0.5);
    const seen = watch(
      lock,
      steps(45, (share) => [child(place(1 - share)), child(place(share))]),
    );
    expect(seen.some((one) => one === null)).toBe(true);
    expect(seen.at(-1)?.x).toBeCloseTo(place(1), 9);
  });

  test('two of one size who meet and stand together for long are not told apart by guessing: a tap does it', () => {
    const lock = createPersonLock();
    lock.choose(0.2, 0.5);
    watch(lock, [...steps(30, (share) => [child(0.2 + 0.25 * share), child(0.8 - 0.25 * share)]), ...steps(60, () => [child(0.48), child(0.52)])]);
    const apart = watch(
      lock,
      steps(30, (share) => [child(0.48 - 0.1 * share), child(0.52 + 0.1 * share)]),
      6100,
    );
    expect(apart.filter(Boolean)).toEqual([]);
    lock.choose(0.38, 0.5);
    expect(watch(lock, [[child(0.38), child(0.62)]], 8200)[0]?.x).toBe(0.38);
  });

  test('a child who is not found while another of its size is, is not replaced by that one', () => {
    const lock = createPersonLock();
    lock.choose(0.4, 0.5);
    const both = steps(20, () => [child(0.4), child(0.65)]);
    const onlyOther = steps(60, () => [child(0.65)]);
    expect(
      watch(lock, [...both, ...onlyOther])
        .slice(20)
        .filter(Boolean),
    ).toEqual([]);
    expect(watch(lock, both, 5500).at(-1)?.x).toBe(0.4);
  });

  test('a child who steps to where a helper of its size stood before is still followed', () => {
    const lock = createPersonLock();
    lock.choose(0.3, 0.5);
    const seen = watch(lock, [
      ...steps(20, () => [child(0.3), child(0.7)]),
      ...steps(30, () => [child(0.3)]),
      ...steps(60, (share) => [child(0.3 + 0.4 * share)]),
      [],
      [],
      ...steps(10, () => [child(0.7)]),
    ]);
    expect(seen.filter((one) => one === null).length).toBe(2);
  });

  test('the child walks and is followed', () => {
    const lock = createPersonLock();
    lock.choose(0.2, 0.5);
    const seen = watch(
      lock,
      steps(60, (share) => [child(0.2 + 0.3 * share), adult(0.95)]),
    );
    expect(seen.every((one) => one?.size === 0.2)).toBe(true);
  });

  test('a tap chooses another one at any time', () => {
    const lock = createPersonLock();
    lock.choose(0.2, 0.5);
    watch(lock, [[child(0.2), adult(0.8)]]);
    lock.choose(0.8, 0.5);
    expect(watch(lock, [[child(0.2), adult(0.8)]], 100)[0]?.size).toBe(0.3);
    expect(watch(lock, [[child(0.2), adult(0.8)]], 200)[0]?.size).toBe(0.3);
  });
});

test('mirrored pictures are followed alike', () => {
  const [one, other] = [createPersonLock(), createPersonLock()];
  one.choose(0.3, 0.5);
  other.choose(0.7, 0.5);
  const pictures = steps(60, (share) => [child(0.3 + 0.1 * share), adult(share)]);
  const mirrored = pictures.map((persons) => persons.map((each) => ({ ...each, x: 1 - each.x })));
  expect(watch(one, pictures).map((each) => each?.size ?? 0)).toEqual(watch(other, mirrored).map((each) => each?.size ?? 0));
});
