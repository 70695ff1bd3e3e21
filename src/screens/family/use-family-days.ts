import { useEffect, useRef, useState } from 'preact/hooks';
import type { LocalDate } from '../../core/dates';
import type { Uuid } from '../../core/ids';
import type { NotTodayReason } from '../../plan/types';
import { toWeeklyGoal, type WeeklyGoal } from '../../report/weeks';
import type { SaveOutcome, StorageProblem } from '../../session/types';
import type { FamilyDays, Store } from '../../store/types';
import { useApp } from '../parts/use-app';
import type { FamilyView } from './read-family';

/** The family's days and goal as they are shown, and the ways to change them: shown at once, kept right after, told where they cannot be kept. */
export interface ShownDays {
  readonly days: FamilyDays;
  readonly goal: WeeklyGoal | null;
  readonly problem: StorageProblem | null;
  setGoal(goal: WeeklyGoal | null): void;
  setNotToday(reason: NotTodayReason | null): void;
  setRest(on: LocalDate, rest: boolean): void;
}

/** Holds the days of a family's page while it is open. */
export function useFamilyDays(store: Store, { child, days: read }: FamilyView): ShownDays {
  const { today, newId } = useApp();
  const [days, setDays] = useState(read);
  const [goal, setShownGoal] = useState(() => toWeeklyGoal(child.weeklyGoal, child.weeklyMinutes ?? null));
  const [problem, setProblem] = useState<StorageProblem | null>(null);

  const keep = (saving: Promise<SaveOutcome>) => void saving.then((outcome) => setProblem(outcome.saved ? null : outcome.problem));

  return {
    days,
    goal,
    problem,
    setGoal(chosen) {
      const sessions = chosen?.unit === 'sessions' ? chosen.count : null;
      const minutes = chosen?.unit === 'minutes' ? chosen.count : null;
      setShownGoal(chosen);
      setDays((before) => ({ ...before, goals: [...before.goals, { id: newId(), on: today(), at: '', sessions, minutes }] }));
      keep(store.editChild(child.id, { weeklyGoal: sessions, weeklyMinutes: minutes }));
    },
    setNotToday(reason) {
      setDays((before) => {
        const { [today()]: _told, ...others } = before.notToday;
        return { ...before, notToday: reason ? { ...others, [today()]: reason } : others };
      });
      keep(store.setNotToday(child.id, today(), reason));
    },
    setRest(on, rest) {
      setDays((before) => ({ ...before, rest: rest ? [...before.rest, on] : before.rest.filter((day) => day !== on) }));
      keep(store.setRestDay(child.id, on, rest));
    },
  };
}

/** How many weeks are shown as reached. They are written down: from then on no later edit, undone day or merged tablet takes their plant away. */
export function useGrown(store: Store, child: Uuid, grown: readonly LocalDate[], reached: readonly LocalDate[]): number {
  const written = useRef(new Set(grown));
  const fresh = reached.filter((monday) => !written.current.has(monday));
  useEffect(() => {
    if (fresh.length === 0) return;
    for (const monday of fresh) written.current.add(monday);
    void store.editChild(child, Object.fromEntries(fresh.map((monday) => [`grown.${monday}`, true])));
  }, [fresh.join()]);
  return new Set([...written.current, ...reached]).size;
}
