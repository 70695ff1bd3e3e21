import type { Millis } from '../core/units';
import type { Save, SessionRecord, StorageProblem } from './types';

/** After a save that did not work, the next try comes no sooner than this. */
const retryAfterMs = 3000;

/** Records on their way to the store, in order; what cannot be saved now is kept here and tried again. */
export interface SaveQueue {
  readonly unsavedTrials: number;
  readonly problem: StorageProblem | null;
  add(record: SessionRecord): void;
  /** Tries again when the last try failed long enough ago. */
  retry(nowMs: Millis): void;
  /** Tries everything once more; resolves when nothing is under way. */
  settled(): Promise<void>;
}

/** A save queue over `save`. */
export function createSaveQueue(save: Save): SaveQueue {
  const waiting: SessionRecord[] = [];
  let problem: StorageProblem | null = null;
  let underWay: Promise<void> | null = null;
  let failedMs: Millis | null = null;
  let lastRetryMs: Millis = 0;

  async function work(): Promise<void> {
    while (waiting[0]) {
      const outcome = await save(waiting[0]);
      if (!outcome.saved) {
        problem = outcome.problem;
        failedMs = lastRetryMs;
        return;
      }
      waiting.shift();
      failedMs = null;
      problem = null;
    }
  }

  function start(): void {
    underWay ??= work().finally(() => {
      underWay = null;
    });
  }

  return {
    get unsavedTrials() {
      return waiting.filter((record) => record.kind === 'trial').length;
    },
    get problem() {
      return problem;
    },
    add(record) {
      waiting.push(record);
      if (failedMs === null) start();
    },
    retry(nowMs) {
      lastRetryMs = nowMs;
      if (failedMs === null || nowMs - failedMs < retryAfterMs) return;
      failedMs = nowMs;
      start();
    },
    async settled() {
      if (waiting.length > 0) start();
      await underWay;
    },
  };
}
