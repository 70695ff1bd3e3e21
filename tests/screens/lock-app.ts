import { openStore } from '../../src/store/open';
import type { Store } from '../../src/store/types';
import { quickHashing } from '../store/quick-hashing';
import { today } from './therapist-app';

/** A tablet whose page clock the test turns: waits and idle time pass at once. */
export interface LockedTablet {
  readonly store: Store;
  pass(ms: number): void;
}

/** Opens a tablet; the same name again is a reload of its page. */
export async function openTablet(name: string): Promise<LockedTablet> {
  const clock = { ms: 0, wall: 0 };
  const { store } = await openStore({
    indexedDB: globalThis.indexedDB,
    name,
    randomBytes: (bytes) => crypto.getRandomValues(bytes),
    now() {
      clock.wall += 1;
      return { on: today, at: `${today}T09:00:00.${String(clock.wall % 1000).padStart(3, '0')}Z` };
    },
    sinceLoadMs: () => clock.ms,
    subtle: quickHashing,
    storage: navigator.storage,
  });
  if (!store) throw new Error('no store');
  return {
    store,
    pass(ms) {
      clock.ms += ms;
    },
  };
}

/** A small PIN for tests that are not about choosing one. */
export const pin = '4711';
