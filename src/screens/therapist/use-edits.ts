import { useEffect, useRef, useState } from 'preact/hooks';
import type { SaveOutcome, StorageProblem } from '../../session/types';
import type { Fields } from '../../store/types';

/** Something kept that the page reads, shows and edits field by field. */
export interface Edits<T> {
  readonly value: T | null;
  /** False until the first reading is there. */
  readonly loaded: boolean;
  readonly error: unknown;
  /** Why the last edit is not kept; null when all is well. */
  readonly problem: StorageProblem | null;
  /** Shown at once, then written; what is shown is read again when nothing is under way. */
  edit(fields: Fields): void;
}

/** Reads a value and writes edits in their order; quick taps are never lost, because each builds on the one before it. */
export function useEdits<T extends object>(
  read: () => Promise<T | null>,
  write: (fields: Fields) => Promise<SaveOutcome>,
  keys: readonly unknown[],
): Edits<T> {
  const [held, setHeld] = useState<Omit<Edits<T>, 'edit'>>({ value: null, loaded: false, error: null, problem: null });
  const underWay = useRef(0);
  const shown = useRef(true);

  const load = () =>
    read().then(
      (value) => shown.current && underWay.current === 0 && setHeld((before) => ({ ...before, value, loaded: true, error: null })),
      (error: unknown) => shown.current && setHeld((before) => ({ ...before, error })),
    );

  useEffect(() => {
    shown.current = true;
    void load();
    return () => {
      shown.current = false;
    };
  }, keys);

  async function save(fields: Fields): Promise<void> {
    underWay.current += 1;
    const outcome = await write(fields);
    underWay.current -= 1;
    if (!shown.current) return;
    setHeld((before) => ({ ...before, problem: outcome.saved ? null : outcome.problem }));
    if (underWay.current === 0 && outcome.saved) await load();
  }

  return {
    ...held,
    edit(fields) {
      setHeld((before) => ({ ...before, value: before.value && applyFields(before.value, fields) }));
      void save(fields);
    },
  };
}

/** The value with these fields changed, by paths such as `items.<id>.params.holdMs`; null takes away what a plan item has of its own. */
export function applyFields<T extends object>(value: T, fields: Fields): T {
  return Object.entries(fields).reduce((changed, [path, to]) => setAt(changed, path.split('.'), to) as T, value);
}

function setAt(value: unknown, path: readonly string[], to: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return to;
  if (Array.isArray(value)) return value.map((one) => (one?.id === head ? setAt(one, rest, to) : one));
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown> | null) };
  if (rest.length === 0 && to === null && !(head in nullable)) delete copy[head];
  else copy[head] = setAt(copy[head], rest, to);
  return copy;
}

/** Fields that say something by being null. */
const nullable: Readonly<Record<string, true>> = { reachMm: true, weeklyGoal: true };
