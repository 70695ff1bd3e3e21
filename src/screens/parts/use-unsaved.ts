import { useEffect, useState } from 'preact/hooks';
import type { Unsaved } from '../../store/unsaved';
import { useStore } from './use-app';

const lookMs = 500;
const nothing: Unsaved = { trials: 0, records: 0, problem: null };

/** What this page holds because it could not be kept yet, looked at twice a second; nothing while all is well. */
export function useUnsaved(): Unsaved {
  const store = useStore();
  const [seen, setSeen] = useState<Unsaved>(nothing);
  useEffect(() => {
    if (!store) return;
    const look = () => {
      const { trials, records, problem } = store.unsaved;
      const now = problem ? { trials, records, problem } : nothing;
      setSeen((before) => (before.trials === now.trials && before.records === now.records && before.problem === now.problem ? before : now));
    };
    look();
    const looking = setInterval(look, lookMs);
    return () => clearInterval(looking);
  }, [store]);
  return seen;
}
