/** How this tablet's own copy of the app stands: none can be kept here; being stored; could not be stored; complete; a newer one waits. */
export type OfflineState = 'none' | 'storing' | 'problem' | 'ready' | 'newer';

/** The app's own copy on this tablet, as the screens see it. */
export interface Offline {
  readonly read: () => OfflineState;
  /** Hears of each change; what it returns ends that. */
  readonly watch: (listener: () => void) => () => void;
  /** True once the parts that only the camera needs are kept too. */
  readonly hasCamera: () => Promise<boolean>;
  /** Takes the newer version into use and loads this page anew; other open pages go on with theirs. */
  readonly useNewer: () => Promise<void>;
}

/** Where no copy is kept: sources served as they are, tests. */
export const noOffline: Offline = { read: () => 'none', watch: () => () => undefined, hasCamera: async () => false, useNewer: async () => undefined };
