import fc from 'fast-check';
import { addDays, type LocalDate } from '../../src/core/dates';
import { createUuid } from '../../src/core/ids';
import { createRng, drawInteger } from '../../src/core/rng';
import { type NotTodayReason, notTodayReasons } from '../../src/plan/types';
import { toFamilyDays } from '../../src/store/family-log';
import { type CurrentEvent, checkEvent } from '../../src/store/formats/current';
import { toFamilyKey, toFoldKey, toTotalsKey } from '../../src/store/rollup-keys';
import { readFamilyLog, readFold, readTotals } from '../../src/store/rollups';
import { createRollups } from '../store/whole-rollups';

/** What a family does on a tablet on one day. */
export type Deed =
  | { readonly kind: 'session'; readonly on: LocalDate; readonly trials: number; readonly trialMs: number }
  | { readonly kind: 'rest'; readonly on: LocalDate; readonly day: LocalDate; readonly rest: boolean }
  | { readonly kind: 'not-today'; readonly on: LocalDate; readonly reason: NotTodayReason | null }
  | { readonly kind: 'goal'; readonly on: LocalDate; readonly sessions: number | null; readonly minutes: number | null };

/** A Monday. */
export const firstDay = '2026-03-02';
/** Days that random histories are about; the last Sunday of March 2026 has an hour less in much of Europe. */
export const spanDays = 49;
export const child = toId('child');

/** The same id for the same words. */
export function toId(words: string): string {
  const rng = createRng(words);
  return createUuid((bytes) => bytes.map(() => drawInteger(rng, 0, 256)));
}

export const day = fc.integer({ min: 0, max: spanDays - 1 }).map((n) => addDays(firstDay, n));
export const session: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constant('session' as const),
  on: day,
  trials: fc.integer({ min: 0, max: 3 }),
  trialMs: fc.integer({ min: 500, max: 900_000 }),
});
export const dayOff: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constant('rest' as const), on: day, day, rest: fc.constant(true) }),
  fc.record({ kind: fc.constant('not-today' as const), on: day, reason: fc.constantFrom(...notTodayReasons) }),
);
export const goal: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constant('goal' as const), on: day, sessions: fc.integer({ min: 1, max: 14 }), minutes: fc.constant(null) }),
  fc.record({ kind: fc.constant('goal' as const), on: day, sessions: fc.constant(null), minutes: fc.integer({ min: 5, max: 120 }) }),
  fc.record({ kind: fc.constant('goal' as const), on: day, sessions: fc.constant(null), minutes: fc.constant(null) }),
);
const undone: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constant('rest' as const), on: day, day, rest: fc.constant(false) }),
  fc.record({ kind: fc.constant('not-today' as const), on: day, reason: fc.constant(null) }),
);
export const anyDeed = fc.oneof({ weight: 5, arbitrary: session }, { weight: 2, arbitrary: dayOff }, { weight: 2, arbitrary: goal }, undone);

/** Deeds as the events of one tablet, in its own order; `name` keeps two tablets apart. Throws when the store would not take one. */
export function toEvents(name: string, deeds: readonly Deed[]): readonly CurrentEvent[] {
  const device = toId(name);
  let n = 0;
  const add = (kind: string, on: LocalDate, body: unknown, more: object = {}): CurrentEvent => {
    n += 1;
    const at = `${on}T${String(Math.floor(n / 3600) % 24).padStart(2, '0')}:${String(Math.floor(n / 60) % 60).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}.000Z`;
    const checked = checkEvent({ id: toId(`${name}/${n}`), kind, format: 1, device, n, on, at, child, body, ...more });
    if (!checked.ok) throw new Error(checked.problems.join('; '));
    return checked.value;
  };
  return deeds.flatMap((deed, i): CurrentEvent[] => {
    if (deed.kind === 'rest') return [add('rest-day', deed.on, { fields: { [deed.day]: deed.rest ? true : null } }, { base: [] })];
    if (deed.kind === 'not-today') return [add('not-today', deed.on, { fields: { [deed.on]: deed.reason } }, { base: [] })];
    if (deed.kind === 'goal') {
      return [add('child', deed.on, { fields: { weeklyGoal: deed.sessions, weeklyMinutes: deed.minutes } }, { base: [] })];
    }
    const id = toId(`${name}/session/${i}`);
    return toSessionEvents(id, Array(deed.trials + 1).fill(deed.on), deed.trialMs, add);
  });
}

/** The events of a session: its start and its trials, each with the day on which it was written. */
export function toSessionEvents(
  session: string,
  days: readonly LocalDate[],
  trialMs: number,
  add: (kind: string, on: LocalDate, body: unknown) => CurrentEvent,
): CurrentEvent[] {
  return days.map((on, i) =>
    i === 0
      ? add('session', on, { session })
      : add('trial', on, {
          session,
          set: toId(`${session}/set`),
          game: 'fireflies',
          level: '01-calm',
          drill: 'reach',
          drillVersion: 1,
          source: 'touch',
          result: { trial: i - 1, side: null, outcome: 'success', help: 0, startMs: 0, endMs: trialMs, metrics: {} },
        }),
  );
}

/** What the page reads of a history, its events taken in in this order. */
export function readHistory(events: readonly CurrentEvent[]) {
  const rollups = createRollups();
  for (const event of events) rollups.add(event);
  const byKey = new Map([...rollups.finish()].map((rollup) => [rollup.key, rollup]));
  const fold = (kind: 'child' | 'rest-day' | 'not-today') => readFold(byKey.get(toFoldKey(kind, child)));
  return {
    totals: readTotals(byKey.get(toTotalsKey(child))),
    days: toFamilyDays(readFamilyLog(byKey.get(toFamilyKey(child))), fold('rest-day'), fold('not-today'), fold('child')),
  };
}

/** Two tablets' events one after the other in a mixed order that keeps each tablet's own. */
export function mix(a: readonly CurrentEvent[], b: readonly CurrentEvent[], choices: readonly boolean[]): readonly CurrentEvent[] {
  const [left, right] = [[...a], [...b]];
  const mixed: CurrentEvent[] = [];
  for (let i = 0; left.length > 0 || right.length > 0; i++) {
    const next = (choices[i % Math.max(1, choices.length)] ? left.shift() : right.shift()) ?? left.shift() ?? right.shift();
    if (next) mixed.push(next);
  }
  return mixed;
}
