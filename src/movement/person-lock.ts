import type { Millis, Ratio } from '../core/units';
import { isSamePerson, measureApart, type Person } from './person';

/** Nearer than this (in trunk lengths), two persons cover each other and their limbs are mixed up: who is who is not said. */
const coveredApart = 0.6;
/** They are apart again from this on. */
const apartAgain = 0.8;
/** Two who cover each other so far from where the child was are not its matter. */
const nearChild = 1;
/** How far the child's trunk may move between pictures, in trunk lengths: a jump is 5 a second; who is not seen does not run for ever. */
const leastReach = 0.3;
const reachPerS = 2.5;
const unseenReach = 1.05;
const unseenReachPerS = 0.8;
const mostReach = 2;
/** The size of one person differs at most by this factor (who bends to the camera is smaller): at once, after a cover, in company, and alone. */
const mostStep = 1.25;
const mostFactorMixed = 1.35;
const mostFactorInCompany = 1.5;
const mostFactorAlone = 1.8;
/** Two of more different size than this can be told by it; one of less difference from the child is as tall as the child. */
const tellingFactor = 1.25;
const sameFactor = 1.15;
/** The second best must be this much worse, or there is doubt. */
const clearlyWorse = 0.35;
/** Who comes back alone to where nobody else was for so long is the child, wherever it stands. */
const companyMs: Millis = 20_000;
const awayMs: Millis = 2000;
const aloneMs: Millis = 1000;
const mostFactorBack = 1.6;
/** Another who was seen clear of the child so lately is the one who covers it now. */
const latelyMs: Millis = 1500;
/** After a cover of so long, place and way say no more who is who. */
const forgottenMs: Millis = 1500;
/** Alone for so long where the child was, and of its size: the other has gone. */
const goneMs: Millis = 8000;
/** Share by which the remembered size and speed follow the seen ones. */
const sizeFollows: Ratio = 0.1;
const speedFollows: Ratio = 0.3;
/** A picture so soon after the last shows the same place. */
const soonMs: Millis = 300;
/** A person goes on as it went for so long, as far as anybody knows. */
const goesOnS = 1;

/** Where the child was surely seen last. */
export interface LastSeen {
  readonly x: Ratio;
  readonly y: Ratio;
  readonly size: number;
  readonly atMs: Millis;
}

/** A person as last seen clear of others: with the size of that picture, and its speed in shares of the picture a second. */
interface Track extends LastSeen {
  readonly sizeNow: number;
  readonly xPerS: number;
  readonly yPerS: number;
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
  let child: Track | null = expected && { ...expected, sizeNow: expected.size, xPerS: 0, yPerS: 0, atMs: Number.NEGATIVE_INFINITY };
  let other: Track | null = null;
  let chosen: { readonly x: Ratio; readonly y: Ratio } | null = null;
  /** The child and another covered each other from then to then, and have not come apart clearly. */
  let mixed: { readonly fromMs: Millis; readonly toMs: Millis } | null = null;
  let aloneSinceMs: Millis | null = null;
  let inCompanyMs = Number.NEGATIVE_INFINITY;

  function pick(persons: readonly Person[], aspect: number, atMs: Millis): Person | null {
    if (chosen) {
      const place = { ...chosen, size: 1 };
      const [nearest] = [...persons].sort((a, b) => measureApart(a, place, aspect) - measureApart(b, place, aspect));
      if (!nearest) return null;
      chosen = null;
      child = null;
      mixed = null;
      return nearest;
    }
    const [only] = persons;
    if (!child) return persons.length === 1 && only ? only : null;
    const last = child;
    const pairApart = mixed ? apartAgain : coveredApart;
    if (persons.some((a) => measureApart(a, last, aspect) < nearChild && persons.some((b) => b !== a && measureApart(a, b, aspect) < pairApart))) {
      if (!mixed && other && atMs - other.atMs > latelyMs) other = null;
      mixed = { fromMs: mixed?.fromMs ?? atMs, toMs: atMs };
      return null;
    }
    if (mixed && other) return toTellApart(persons, last, other, mixed.toMs - mixed.fromMs < forgottenMs, aspect, atMs);
    return toNearest(persons, last, aspect, atMs);
  }

  /** After a cover: both persons are weighed together, since the nearest to the child's place may be the one who took it. */
  function toTellApart(persons: readonly Person[], last: Track, rival: Track, byPlace: boolean, aspect: number, atMs: Millis): Person | null {
    const [only] = persons;
    if (only && persons.length === 1) {
      // One of the two is hidden behind the other: place proves nothing, size may.
      const telling = differ(last.size, rival.size) > Math.log(tellingFactor);
      const [needMs, reach] = telling ? [aloneMs, mostReach] : [goneMs, nearChild];
      const stays = aloneSinceMs !== null && atMs - aloneSinceMs >= needMs && measureApart(only, last, aspect) < reach;
      return stays && differ(only.size, last.size) < Math.log(sameFactor) ? only : null;
    }
    return toClearBest(
      persons
        .filter((person) => differ(person.size, last.size) < Math.log(mostFactorMixed))
        .map((person) => toWay(person, persons, last, rival, byPlace ? aspect : null, atMs)),
    );
  }

  function toNearest(persons: readonly Person[], last: Track, aspect: number, atMs: Millis): Person | null {
    const unseenMs = atMs - last.atMs;
    const company = atMs - inCompanyMs < companyMs;
    const [only] = persons;
    const back = !company && unseenMs >= awayMs && aloneSinceMs !== null && atMs - aloneSinceMs >= aloneMs;
    const asTall = last.atMs === Number.NEGATIVE_INFINITY || (only && differ(only.size, last.size) <= Math.log(mostFactorBack));
    if (only && back && asTall && persons.length === 1) return only;
    const unseenS = unseenMs / 1000;
    const reach = Math.min(leastReach + reachPerS * unseenS, unseenReach + unseenReachPerS * unseenS, mostReach);
    const factor = company ? mostFactorInCompany : mostFactorAlone;
    // One who had gone before is no rival of the child, wherever it stood.
    const rival = other && other.atMs > last.atMs - latelyMs ? other : null;
    const ways = persons
      .filter((person) => measureApart(person, last, aspect) <= reach && differ(person.size, last.size) <= Math.log(factor))
      .filter((person) => unseenMs > soonMs || differ(person.size, last.sizeNow) <= Math.log(mostStep))
      .filter((person) => !rival || measureCost(rival, person, aspect, atMs) - measureCost(last, person, aspect, atMs) >= clearlyWorse)
      .map((person) => toWay(person, persons, last, rival, aspect, atMs));
    return toClearBest(ways);
  }

  function remember(person: Person | null, persons: readonly Person[], aspect: number, atMs: Millis): void {
    const others = persons.filter((one) => one !== person);
    const place = person ?? other;
    if (person) {
      mixed = null;
      child = toTrack(child, person, atMs);
    }
    const [nearest] = place ? others.sort((a, b) => measureApart(a, place, aspect) - measureApart(b, place, aspect)) : others;
    if (!nearest || mixed) return;
    // While the child is not seen, the other is only who goes on as it went.
    if (person || (other && atMs - other.atMs < latelyMs && measureApart(nearest, other, aspect) < leastReach)) other = toTrack(other, nearest, atMs);
  }

  return {
    get last() {
      return child && { x: child.x, y: child.y, size: child.size, atMs: child.atMs };
    },
    choose(x, y) {
      chosen = { x, y };
    },
    follow(found, aspect, atMs) {
      const persons = dropDoubles(found, aspect);
      if (persons.length > 1) inCompanyMs = atMs;
      aloneSinceMs = persons.length === 1 ? (aloneSinceMs ?? atMs) : null;
      const person = pick(persons, aspect, atMs);
      if (other && atMs - other.atMs > companyMs) other = null;
      remember(person, persons, aspect, atMs);
      return person;
    },
  };
}

interface Way {
  /** Who would be the child. */
  readonly person: Person;
  readonly cost: number;
}

/** How badly all fits together when this person is the child. */
function toWay(person: Person, persons: readonly Person[], last: Track, rival: Track | null, aspect: number | null, atMs: Millis): Way {
  const rest = rival ? persons.filter((one) => one !== person).map((one) => measureCost(rival, one, aspect, atMs)) : [];
  return { person, cost: measureCost(last, person, aspect, atMs) + (rest.length > 0 ? Math.min(...rest) : 0) };
}

function toTrack(before: Track | null, { x, y, size }: Person, atMs: Millis): Track {
  // Another person, or one who was away: it has no speed yet.
  if (!before || differ(size, before.size) > Math.log(mostFactorAlone)) return { x, y, size, sizeNow: size, atMs, xPerS: 0, yPerS: 0 };
  const passedS = (atMs - before.atMs) / 1000;
  if (passedS <= 0 || passedS > goesOnS) return { x, y, size: before.size, sizeNow: size, atMs, xPerS: 0, yPerS: 0 };
  const speed = (was: number, from: number, to: number) => was + ((to - from) / passedS - was) * speedFollows;
  return {
    x,
    y,
    size: before.size + (size - before.size) * sizeFollows,
    sizeNow: size,
    atMs,
    xPerS: speed(before.xPerS, before.x, x),
    yPerS: speed(before.yPerS, before.y, y),
  };
}

/** How badly a person fits a track that goes on as it went: trunk lengths from where it should be, and difference in size; without `aspect` size alone. */
function measureCost(track: Track, person: Person, aspect: number | null, atMs: Millis): number {
  if (aspect === null) return 2 * differ(person.size, track.size);
  const passedS = Math.min(goesOnS, Math.max(0, atMs - track.atMs) / 1000);
  const place = { x: track.x + track.xPerS * passedS, y: track.y + track.yPerS * passedS, size: track.size };
  return measureApart(place, person, aspect) + 2 * differ(person.size, track.size);
}

function toClearBest(ways: readonly Way[]): Person | null {
  const [best, second] = [...ways].sort((a, b) => a.cost - b.cost);
  return best && (!second || second.cost - best.cost >= clearlyWorse) ? best.person : null;
}

const differ = (a: number, b: number) => Math.abs(Math.log(Math.max(a, 1e-6) / Math.max(b, 1e-6)));

/** The tracker finds one person twice now and then: the surer find stays. */
function dropDoubles(persons: readonly Person[], aspect: number): readonly Person[] {
  return persons.filter((one, i) =>
    persons.every((two, k) => k === i || !isSamePerson(one, two, aspect) || one.surety > two.surety || (one.surety === two.surety && i < k)),
  );
}
