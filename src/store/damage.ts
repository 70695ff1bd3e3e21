import type { LocalDate } from '../core/dates';
import type { Connection } from './connection';
import { type CurrentEvent, checkEvent } from './formats/current';
import { toRecord } from './formats/format';
import type { Opener } from './seal/box';
import { readStored } from './seal/read-sealed';
import type { DamagedEvent } from './types';

/** Keeps what is damaged in mind, and looks for it. */
export interface Damage {
  /** The event of what was stored; null: it is damaged, or sealed while the lock is closed. */
  keepOpened(stored: unknown, opener: Opener | null): Promise<CurrentEvent | null>;
  note(id: string, kind: string, problems: readonly string[]): void;
  /** What was met so far. */
  list(): readonly DamagedEvent[];
  /** Looks through what was not looked at yet (look.ts), and resolves to all that is damaged. Rejects when the database cannot be read. */
  look(): Promise<readonly DamagedEvent[]>;
  close(): void;
}

/** What looking needs of the page. */
export interface DamageOptions {
  toOpener(): Opener | null;
  readonly isBusy: () => boolean;
  readonly today: () => LocalDate;
}

/** The damage of a page on `connection`. */
export function createDamage(connection: Connection, { toOpener, isBusy, today }: DamageOptions): Damage {
  const damaged = new Map<string, DamagedEvent>();
  let running: Promise<readonly DamagedEvent[]> | null = null;
  let closed = false;

  function note(id: string, kind: string, problems: readonly string[]): void {
    damaged.set(id, { id, kind, problems });
  }

  async function keepOpened(stored: unknown, opener: Opener | null): Promise<CurrentEvent | null> {
    const opened = await readStored(stored, opener);
    const { id, kind } = toRecord(stored);
    if (opened === null) {
      // It is not damaged because the lock is closed.
      if (opener) note(String(id), String(kind), ['sealed: it does not open']);
      return null;
    }
    const checked = checkEvent(opened);
    if (checked.ok) return checked.value;
    note(String(id), typeof kind === 'string' ? kind : '', checked.problems);
    return null;
  }

  async function look(): Promise<readonly DamagedEvent[]> {
    const wasBusy = isBusy();
    const { lookForDamage } = await import('./look');
    await lookForDamage(connection, {
      ...{ toOpener, keepOpened },
      // A child who begins to play meanwhile goes first; one who played already is not waited for.
      isBusy: () => !wasBusy && isBusy(),
      today: today(),
      isClosed: () => closed,
      isKnown: (id) => damaged.has(id),
    });
    return [...damaged.values()];
  }

  return {
    keepOpened,
    note,
    list: () => [...damaged.values()],
    look() {
      running ??= look().finally(() => {
        running = null;
      });
      return running;
    },
    close() {
      closed = true;
    },
  };
}
