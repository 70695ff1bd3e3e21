import type { Millis, Ratio } from '../core/units';
import { measureApart, type Person } from './person';

/** Two finds nearer than this (in trunk lengths) and of one size are one person, found twice. */
const doubleApart = 0.25;
/** Nearer than this, two persons cover each other and their limbs are mixed up: who is who is not said. */
const coveredApart = 0.6;
/** The child moves at most this far between pictures, and this much more for each second unseen, in trunk lengths. */
const reachApart = 0.7;
const reachApartPerS = 0.8;
const mostReachApart = 2;
/** The child's size in the picture changes at most by this factor while nobody looks. */
const mostSizeFactor = 1.35;
/** The second best must be this much worse, or there is doubt. */
const clearlyWorse = 0.35;
/** After another person covered the child, alone in the picture is not proof enough before this time. */
const doubtAfterCoverMs: Millis = 1500;
/** Share by which the remembered size follows the seen one. */
const sizeFollows: Ratio = 0.1;

/** Where the child was surely seen last. */
export interface LastSeen {
  readonly x: Ratio;
  readonly y: Ratio;
  readonly size: number;
  readonly atMs: Millis;
}

/** Follows one child among several persons. */
export interface PersonLock {
  /** The child among these persons, or null: not seen, not chosen, or in doubt. Pictures come in the order of their times. */
  follow(persons: readonly Person[], aspect: number, atMs: Millis): Person | null;
  /** The child is the person nearest to this place of the unmirrored picture, from the next picture on. */
  choose(x: Ratio, y: Ratio): void;
  /** Where the child was last, to look for it there another time. */
  readonly last: LastSeen | null;
}

/** A lock on a child; `expected`: where it was at the set-up, so that it is found again among several without a tap. */
export function createPersonLock(expected: LastSeen | null = null): PersonLock {
  let last = expected;
  let chosen: { readonly x: Ratio; readonly y: Ratio } | null = null;
  let coveredMs = Number.NEGATIVE_INFINITY;

  function take(person: Person, atMs: Millis, whole = false): Person {
    const size = last && !whole ? last.size + (person.size - last.size) * sizeFollows : person.size;
    last = { x: person.x, y: person.y, size, atMs };
    return person;
  }

  return {
    get last() {
      return last;
    },
    choose(x, y) {
      chosen = { x, y };
      coveredMs = Number.NEGATIVE_INFINITY;
    },
    follow(found, aspect, atMs) {
      const persons = dropDoubles(found, aspect);
      if (chosen) {
        const place = { ...chosen, size: 1 };
        const [nearest] = [...persons].sort((a, b) => measureApart(a, place, aspect) - measureApart(b, place, aspect));
        if (!nearest) return null;
        chosen = null;
        return take(nearest, atMs, true);
      }
      if (!last) return persons.length === 1 && persons[0] ? take(persons[0], atMs, true) : null;
      const before = last;
      const covered = persons.some(
        (a) => measureApart(a, before, aspect) < reachApart && persons.some((b) => b !== a && measureApart(a, b, aspect) < coveredApart),
      );
      if (covered) {
        coveredMs = atMs;
        return null;
      }
      if (persons.length === 1 && atMs - coveredMs < doubtAfterCoverMs) return null;
      const unseenS = Math.max(0, atMs - before.atMs) / 1000;
      const reach = Math.min(mostReachApart, reachApart + reachApartPerS * unseenS);
      const ranked = persons
        .map((person) => ({ person, apart: measureApart(person, before, aspect), grown: Math.abs(Math.log(person.size / before.size)) }))
        .filter(({ apart, grown }) => apart <= reach && grown <= Math.log(mostSizeFactor))
        .map(({ person, apart, grown }) => ({ person, cost: apart + 2 * grown }))
        .sort((a, b) => a.cost - b.cost);
      const [best, second] = ranked;
      if (!best || (second && second.cost - best.cost < clearlyWorse)) return null;
      return take(best.person, atMs);
    },
  };
}

/** The tracker finds one person twice now and then: the surer find stays. */
function dropDoubles(persons: readonly Person[], aspect: number): readonly Person[] {
  return persons.filter((one, i) =>
    persons.every((other, k) => {
      const same = k !== i && measureApart(one, other, aspect) < doubleApart && Math.abs(Math.log(one.size / other.size)) < Math.log(mostSizeFactor);
      return !same || one.surety > other.surety || (one.surety === other.surety && i < k);
    }),
  );
}
