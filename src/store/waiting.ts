import type { Uuid } from '../core/ids';
import type { Millis } from '../core/units';
import type { Save, SaveOutcome, SessionRecord, StorageProblem } from '../session/types';
import { toDraft } from './drafts';
import type { Stamp, Unsaved } from './unsaved';

/** What waiting needs beside the write. */
export interface WaitingOptions {
  readonly now: () => Stamp;
  /** Rises evenly, from any start. */
  readonly sinceLoadMs: () => Millis;
  /** From a write that did not work to the next try. */
  readonly saveAgainMs: Millis;
}

/** Records on their way into the database, in the order in which they happened. */
export interface Waiting {
  readonly save: Save;
  readonly unsaved: Unsaved;
  /** True while a child plays on this page or something is not kept yet: the database must not be given to a newer app now. */
  isBusy(): boolean;
  close(): void;
}

interface Held {
  readonly id: Uuid;
  readonly record: SessionRecord;
  /** When it happened, which is not when there was room for it. */
  readonly stamp: Stamp;
  readonly later: Promise<void>;
  readonly asked: ((outcome: SaveOutcome) => void)[];
  settle(): void;
}

/** A session that nobody ended (a page left between two games) counts as play for so long. */
const playMs: Millis = 10 * 60_000;

/** Hands records to `write` one by one; what cannot be kept now stays in memory, in order, and is tried again until it is kept. */
export function createWaiting(write: (record: SessionRecord, stamp: Stamp) => Promise<SaveOutcome>, options: WaitingOptions): Waiting {
  const held: Held[] = [];
  const playing = new Map<string, Millis>();
  let problem: StorageProblem | null = null;
  let writing = false;
  let closed = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  function hold(record: SessionRecord): Held {
    const { id } = toDraft(record);
    const known = held.find((one) => one.id === id);
    if (known) return known;
    let settle = () => {};
    const later = new Promise<void>((resolve) => {
      settle = resolve;
    });
    const fresh = { id, record, stamp: options.now(), later, asked: [], settle };
    held.push(fresh);
    return fresh;
  }

  async function writeAll(): Promise<void> {
    writing = true;
    clearTimeout(again);
    let met: StorageProblem | null = null;
    let passedOver = 0;
    for (let next = held[0]; next; next = held[passedOver]) {
      const outcome = await write(next.record, next.stamp);
      if (outcome.saved) {
        held.splice(passedOver, 1);
        tell(next, outcome);
        next.settle();
        continue;
      }
      met = outcome.problem;
      // A record that cannot be written must not hold up all others; where there is no room a small one does not go before a large one.
      const waits = met === 'broken' ? [next] : held.slice(passedOver);
      passedOver += waits.length;
      for (const one of waits) tell(one, { saved: false, problem: met, later: one.later });
    }
    problem = met;
    writing = false;
    if (held.length > 0 && !closed) again = setTimeout(() => void writeAll(), options.saveAgainMs);
  }

  return {
    save(record) {
      if (record.kind === 'session-end') playing.delete(record.session);
      else if (record.kind === 'session' || record.kind === 'set' || record.kind === 'trial') playing.set(record.session, options.sinceLoadMs());
      const kept = hold(record);
      return new Promise((resolve) => {
        kept.asked.push(resolve);
        if (!writing) void writeAll();
      });
    },
    unsaved: {
      get trials() {
        return held.filter(({ record }) => record.kind === 'trial').length;
      },
      get records() {
        return held.length;
      },
      get problem() {
        return problem;
      },
    },
    isBusy: () => held.length > 0 || [...playing.values()].some((sinceMs) => options.sinceLoadMs() - sinceMs < playMs),
    close() {
      closed = true;
      clearTimeout(again);
    },
  };
}

function tell({ asked }: Held, outcome: SaveOutcome): void {
  for (const answer of asked.splice(0)) answer(outcome);
}
