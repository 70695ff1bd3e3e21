import { cameraCache } from './files';
import type { Offline, OfflineState } from './types';

/** What the screens see of the copy, and the side on which its keeper writes: `become` tells a state, `onUse` says how a newer version is taken. */
export interface OfflineDesk {
  readonly offline: Offline;
  readonly become: (state: OfflineState) => void;
  readonly onUse: (use: () => Promise<void>) => void;
}

/** The copy as it stands before anybody looked: `first` is `storing` where one can be kept, else `none`. */
export function createOffline(first: OfflineState): OfflineDesk {
  let state = first;
  let use = async () => {};
  const listeners = new Set<() => void>();
  return {
    offline: {
      read: () => state,
      watch(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      hasCamera: async () => 'caches' in globalThis && (await (await caches.open(cameraCache)).keys()).length > 0,
      useNewer: () => use(),
    },
    become(next) {
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    onUse(how) {
      use = how;
    },
  };
}
