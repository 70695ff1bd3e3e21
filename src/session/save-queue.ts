import type { Save, SessionRecord, StorageProblem } from './types';

/** Records on their way to the store, which keeps their order and goes on trying where it cannot keep them yet. */
export interface SaveQueue {
  /** Trials that are not durable yet. */
  readonly unsavedTrials: number;
  readonly problem: StorageProblem | null;
  add(record: SessionRecord): void;
  /** Resolves when the store has answered on everything. */
  settled(): Promise<void>;
}

/** A save queue over `save`. */
export function createSaveQueue(save: Save): SaveQueue {
  const unsaved = new Map<SessionRecord, StorageProblem | null>();
  const underWay = new Set<Promise<void>>();

  async function hand(record: SessionRecord): Promise<void> {
    const outcome = await save(record);
    if (outcome.saved) unsaved.delete(record);
    else {
      unsaved.set(record, outcome.problem);
      void outcome.later?.then(() => unsaved.delete(record));
    }
  }

  return {
    get unsavedTrials() {
      return [...unsaved.keys()].filter((record) => record.kind === 'trial').length;
    },
    get problem() {
      return [...unsaved.values()].findLast((problem) => problem !== null) ?? null;
    },
    add(record) {
      unsaved.set(record, null);
      // At once, whatever became of the records before: the store notes when it happened.
      const handing = hand(record).finally(() => underWay.delete(handing));
      underWay.add(handing);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
