import { useState } from 'preact/hooks';
import { createRng } from '../../core/rng';
import { toTurns } from '../../plan/practice';
import type { PlanItem } from '../../plan/types';
import type { SessionStatus, SessionTurn } from '../../session/types';

/** What is played now: a plan item with as many sets as this turn has; `turn` is null where the item is the whole session. */
export interface Playing {
  readonly key: number;
  readonly item: PlanItem;
  readonly turn: SessionTurn | null;
}

/** A child's way through the plan items of one session. */
export interface Turns {
  readonly playing: Playing | null;
  /** Begins a session with these items, in the order that practice asks for (plan/practice.ts); `session`: an id that it has already. */
  start(items: readonly PlanItem[], session?: string): void;
  /** The running turn was played to its end. */
  next(status: SessionStatus): void;
  /** Plays this turn with another source. */
  change(item: PlanItem): void;
  stop(): void;
}

/** Turns of one session at a time; `sessionsBefore`: sessions of the child so far. */
export function useTurns(newId: () => string, sessionsBefore: number): Turns {
  const [all, setAll] = useState<readonly Playing[]>([]);
  const [at, setAt] = useState(0);
  return {
    playing: all[at] ?? null,
    start(items, session) {
      setAll(toPlaying(items, session ?? null, newId, sessionsBefore));
      setAt(0);
    },
    next({ elapsedMs, activeMs }) {
      setAll(all.map((one) => (one.turn ? { ...one, turn: { ...one.turn, elapsedMs, activeMs } } : one)));
      setAt(at + 1);
    },
    change: (item) => setAll(all.map((one, i) => (i === at ? { ...one, item } : one))),
    stop: () => setAll([]),
  };
}

function toPlaying(items: readonly PlanItem[], known: string | null, newId: () => string, sessionsBefore: number): readonly Playing[] {
  const [alone, ...others] = items;
  if (alone && others.length === 0) {
    return [{ key: 0, item: alone, turn: known === null ? null : { session: known, first: true, last: true, elapsedMs: 0, activeMs: 0 } }];
  }
  const session = known ?? newId();
  const turns = toTurns(
    items.map(({ id, dose }) => ({ id, sets: dose.sets })),
    sessionsBefore,
    createRng(session).fork('order'),
  );
  return turns.flatMap(({ item: id, sets }, key) => {
    const item = items.find((one) => one.id === id);
    if (!item) return [];
    const turn = { session, first: key === 0, last: key === turns.length - 1, elapsedMs: 0, activeMs: 0 };
    return [{ key, item: { ...item, dose: { ...item.dose, sets } }, turn }];
  });
}
