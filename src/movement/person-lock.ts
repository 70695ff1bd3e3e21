import type { Millis, Ratio } from '../core/units';
import { isSamePerson, measureApart, type Person } from './person';
import { type Body, fitsBody, followBody } from './person-body';
import { addChild, addOther, emptyWardrobe, judgeClothes, type Wardrobe } from './person-clothes';
import { differ, type LastSeen, measureCost, mostFactorAlone, type Track, toTrack } from './person-track';

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
const mostStepAlone = 1.5;
const mostFactorMixed = 1.35;
const mostFactorInCompany = 1.5;
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
/** A picture so soon after the last shows the same place. */
const soonMs: Millis = 300;
/** One of two who is found alone may be either, the more the longer the other was not seen: so much worse a second it must fit. */
const worsePerS = 1;
/** A body is checked for limbs of two while another is, or may be, so near. */
const mixesWithin = 2;
/** Clothes are learned while nobody else is so near. */
const clearApart = 1;
/** Whose middle is nearer to the picture's edge is seen in half. */
const edge: Ratio = 0.05;
/** A find of less than this trunk, in picture heights, is no person: nobody so far away is found (camera.md). */
const leastSize = 0.065;

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
  let body: Body | null = null;
  let wardrobe: Wardrobe = emptyWardrobe;

  function pick(persons: readonly Person[], aspect: number, atMs: Millis): Person | null {
    if (chosen) {
      const place = { ...chosen, size: 1 };
      const [nearest] = [...persons].sort((a, b) => measureApart(a, place, aspect) - measureApart(b, place, aspect));
      if (!nearest) return null;
      chosen = null;
      child = null;
      body = null;
      mixed = null;
      wardrobe = emptyWardrobe;
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
    const told = persons.map((person) => judgeClothes(person.clothes, wardrobe));
    const proved = persons.filter((one, i) => told[i] === 'child' && differ(one.size, last.size) < Math.log(mostFactorMixed));
    const byClothes = proved.length === 1 ? (proved[0] ?? null) : null;
    const placed = pickByPlace(persons, last, aspect, atMs);
    const byPlace = placed && told[persons.indexOf(placed)] !== 'other' ? placed : null;
    // After a cover clothes are surer than place, and they are all that is left where place tells nothing for a while.
    const found = mixed ? (byClothes ?? byPlace) : (byPlace ?? (atMs - last.atMs > soonMs ? byClothes : null));
    const company = atMs - inCompanyMs < companyMs;
    return found && company && (!isInside(found) || isMixedUp(found, persons, aspect, atMs)) ? null : found;
  }

  /** Whether a skeleton has limbs of two: nothing to ask where nobody else can be near. */
  function isMixedUp(person: Person, persons: readonly Person[], aspect: number, atMs: Millis): boolean {
    const others = persons.filter((one) => one !== person);
    const near = others.length === 0 || others.some((one) => measureApart(one, person, aspect) < mixesWithin);
    return body !== null && near && !fitsBody(body, person, aspect, atMs);
  }

  function pickByPlace(persons: readonly Person[], last: Track, aspect: number, atMs: Millis): Person | null {
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
    // Who is cut by the picture's edge has no size to tell by, and no place that it goes on from.
    if (!persons.every(isInside) || (!byPlace && differ(last.size, rival.size) < Math.log(tellingFactor))) return null;
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
    const reach = Math.min(
      leastReach + reachPerS * unseenS,
      unseenReach + unseenReachPerS * unseenS,
      company && persons.length === 1 ? nearChild : mostReach,
    );
    const factor = company ? mostFactorInCompany : mostFactorAlone;
    // One who had gone before is no rival of the child, wherever it stood.
    const rival = other && other.atMs > last.atMs - latelyMs ? other : null;
    const worse = clearlyWorse + (rival && persons.length === 1 ? (worsePerS * (atMs - rival.atMs)) / 1000 : 0);
    const ways = persons
      .filter((person) => measureApart(person, last, aspect) <= reach && differ(person.size, last.size) <= Math.log(factor))
      .filter((person) => unseenMs > soonMs || differ(person.size, last.sizeNow) <= Math.log(company ? mostStep : mostStepAlone))
      .filter((person) => !rival || measureCost(rival, person, aspect, atMs) - measureCost(last, person, aspect, atMs) >= worse)
      .map((person) => toWay(person, persons, last, rival, aspect, atMs));
    return toClearBest(ways);
  }

  function remember(person: Person | null, persons: readonly Person[], aspect: number, atMs: Millis): void {
    const others = persons.filter((one) => one !== person);
    const place = person ?? other;
    if (person) {
      mixed = null;
      child = toTrack(child, person, atMs);
      body = followBody(body, person, aspect, atMs);
      const clear = others.every((one) => measureApart(one, person, aspect) > clearApart);
      if (clear) wardrobe = addChild(wardrobe, person.clothes);
      // Half a person at the picture's edge, or a shade far behind, is no measure of its clothes.
      if (clear) for (const one of others) if (isWhole(one, person)) wardrobe = addOther(wardrobe, one.clothes);
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
      const persons = dropDoubles(
        found.filter((one) => one.size >= leastSize),
        aspect,
      );
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

function toClearBest(ways: readonly Way[]): Person | null {
  const [best, second] = [...ways].sort((a, b) => a.cost - b.cost);
  return best && (!second || second.cost - best.cost >= clearlyWorse) ? best.person : null;
}

const isInside = ({ x, y }: Person) => [x, y].every((share) => share > edge && share < 1 - edge);
const isWhole = (one: Person, child: Person) => one.size > child.size / mostFactorAlone && isInside(one);

/** The tracker finds one person twice now and then: the surer find stays. */
function dropDoubles(persons: readonly Person[], aspect: number): readonly Person[] {
  return persons.filter((one, i) =>
    persons.every((two, k) => k === i || !isSamePerson(one, two, aspect) || one.surety > two.surety || (one.surety === two.surety && i < k)),
  );
}
