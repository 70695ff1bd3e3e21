import { useEffect, useRef, useState } from 'preact/hooks';
import { findGame } from '../../../games/registry';
import { toItemParams } from '../../../plan/limits';
import { toDemands } from '../../../plan/safety/demands';
import { judgeReadiness, noAnswers, type Readiness, type ReadyAnswers, type ReadyItem } from '../../../plan/safety/readiness';
import type { Because } from '../../../plan/safety/ready-words';
import { type ReadyCheck, toChanged } from '../../../plan/safety/records';
import type { ChildProfile, Level, NotTodayReason, PlanItem } from '../../../plan/types';
import { useApp, useStore } from '../../parts/use-app';

/** The ready card's answers and what they come to. */
export interface Ready {
  readonly answers: ReadyAnswers;
  readonly readiness: Readiness;
  answer(change: Partial<ReadyAnswers>): Readiness;
  /** Keeps the check; once for each outcome. */
  keep(outcome: ReadyCheck['outcome'], of?: { readonly answers: ReadyAnswers; readonly readiness: Readiness }): void;
  /** No play today: the check is kept, and the day counts as one that was not for play. */
  endToday(): void;
}

/** What a day that ends here was not for play for, in the family's words. */
const dayReasons: Readonly<Partial<Record<Because, NotTodayReason>>> = { pain: 'pain', seizure: 'ill' };

/** Asks before a session with these items; whatever way the card is left, what was answered is kept. */
export function useReady(child: ChildProfile, items: readonly PlanItem[], session: string): Ready {
  const { levels, today, newId } = useApp();
  const store = useStore();
  const [answers, setAnswers] = useState(noAnswers);
  const since = useRef(performance.now());
  const kept = useRef<ReadyCheck['outcome'] | null>(null);
  const judge = (of: ReadyAnswers) => judgeReadiness(of, child.safety, toReadyItems(items, levels), today());
  const readiness = judge(answers);

  function keep(outcome: ReadyCheck['outcome'], of: Pick<Ready, 'answers' | 'readiness'> = { answers, readiness }): void {
    if (kept.current === outcome || kept.current === 'play' || of.answers === noAnswers) return;
    kept.current = outcome;
    const ready: ReadyCheck = {
      answers: of.answers,
      outcome,
      because: of.readiness.because,
      changed: toChanged(of.readiness),
      tookMs: Math.round(performance.now() - since.current),
    };
    void store?.save({ kind: 'check', check: newId(), session, child: child.id, ready });
  }

  // Also where the tablet is put away or the page is left: pain that was told must not be lost with it.
  const leave = useRef(() => {});
  leave.current = () => keep(readiness.state === 'not-today' ? 'not-today' : 'left');
  useEffect(() => {
    const onHidden = () => {
      if (document.hidden) leave.current();
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      leave.current();
    };
  }, []);

  return {
    answers,
    readiness,
    answer(change) {
      const next = { ...answers, ...change };
      setAnswers(next);
      return judge(next);
    },
    keep,
    endToday() {
      keep('not-today');
      const [reason] = readiness.because.flatMap((because) => dayReasons[because] ?? []);
      if (reason) void store?.setNotToday(child.id, today(), reason);
    },
  };
}

/** What each item asks of the body today; a game or level that is not here asks for everything. */
export function toReadyItems(items: readonly PlanItem[], levels: readonly Level[]): readonly ReadyItem[] {
  return items.map((item) => {
    const drill = findGame(item.game)?.drill;
    const level = levels.find((one) => one.game === item.game && one.id === item.level);
    return { item: item.id, demands: drill && level ? toDemands(drill.id, toItemParams(drill.params, level, item)) : toDemands('', {}) };
  });
}
