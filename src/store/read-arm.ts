import { addDays, type LocalDate } from '../core/dates';
import type { SessionArm } from '../plan/alternation';
import { questionDays, toSessionArm } from '../plan/question';
import type { ChildProfile, PlanItem } from '../plan/types';
import type { SessionTurn } from '../session/types';
import type { Store } from './types';

/** What is about to be played. */
export interface Asked {
  readonly child: Pick<ChildProfile, 'id'>;
  readonly item: Pick<PlanItem, 'question'>;
  readonly turn: SessionTurn | null;
}

/** The way in which the item's question has this session played; null where none is asked, or its order is played through. */
export async function readArm(store: Pick<Store, 'readSessionsBetween'>, { child, item, turn }: Asked, today: LocalDate): Promise<SessionArm | null> {
  const { question } = item;
  if (!question || question.from > today || addDays(question.from, questionDays) <= today) return null;
  // A question has at most as many sessions as half a year holds.
  const sessions = await store.readSessionsBetween(child.id, question.from, addDays(today, 1));
  const before = sessions.flatMap(({ session, arms }) => Object.values(arms ?? {}).map((arm) => ({ ...arm, session })));
  return toSessionArm(question, before, turn?.session ?? null);
}
