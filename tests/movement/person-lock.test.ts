import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/movement/person';
import { createPersonLock, type PersonLock } from '../../src/movement/person-lock';

const aspect = 4 / 3;
/** A person at a place of the picture; a trunk of 0.2 of its height is a child, 0.3 a grown-up. */
const person = (x: number, size = 0.2, y = 0.5, surety = 1): Person => ({ joints: {}, world: {}, x, y, size, surety });
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
