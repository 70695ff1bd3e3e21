import { expect, type Page } from '@playwright/test';
import { checkEvent } from '../../src/store/formats/current';
import { createRollups } from '../store/whole-rollups';
import type { Kept, KeptEvent } from './app';

/** All that a tablet holds, as it lies there. */
export interface Held {
  readonly events: readonly KeptEvent[];
  /** Set and trial of each recording. */
  readonly recordings: readonly string[];
  readonly rollups: readonly { readonly key: string }[];
  readonly count: number;
}

/** Reads all of the database in one moment. */
export function readHeld(page: Page): Promise<Held> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await answer(indexedDB.open('pebble-bay'));
    try {
      const moment = db.transaction(['events', 'recordings', 'rollups', 'meta']);
      const [events, recordings, rollups, count] = await Promise.all([
        answer(moment.objectStore('events').getAll()),
        answer(moment.objectStore('recordings').getAllKeys()),
        answer(moment.objectStore('rollups').getAll()),
        answer(moment.objectStore('meta').get('count')),
      ]);
      return { events, recordings: recordings.map((key) => (key as unknown[]).join('/')), rollups, count };
    } finally {
      db.close();
    }
  });
}

/** A trial by its set and its number in it, which nothing but that trial has. */
export const toTrialName = ({ body }: KeptEvent<Kept<'trial'>>) => `${body.set}/${body.result.trial}`;

/** The trials among the events. */
export const toTrials = (events: readonly KeptEvent[]) => events.filter(({ kind }) => kind === 'trial') as unknown as KeptEvent<Kept<'trial'>>[];

/** Fails where a number or a trial is there twice, or where one lacks its recording; sealed or not. */
export function expectAllThere({ events, recordings, count }: Held): void {
  expect(events.map(({ n }) => n).sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
  const trials = toTrials(events).map(toTrialName);
  expect(new Set(trials).size).toBe(trials.length);
  expect([...recordings].sort()).toEqual(trials.sort());
}

/** Fails as above, and where the roll-ups are not those of the events; on a tablet without a PIN. */
export function expectWhole(held: Held): void {
  expectAllThere(held);
  const { events, rollups } = held;
  const anew = createRollups();
  for (const event of [...events].sort((a, b) => a.n - b.n)) {
    const checked = checkEvent(event);
    if (!checked.ok) throw new Error(`a damaged ${event.kind}: ${checked.problems.join('; ')}`);
    anew.add(checked.value);
  }
  const byKey = (all: Iterable<{ readonly key: string }>) => [...all].sort((a, b) => (a.key < b.key ? -1 : 1));
  expect(byKey(rollups)).toEqual(byKey(anew.finish()));
}
