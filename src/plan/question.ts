import type { Ratio } from '../core/units';
import type { AnyDrill, Params } from '../drills/types';
import { type Arm, drawAlternation, type Question, type QuestionKind, questionKinds, type SessionArm } from './alternation';
import { toItemParams } from './limits';
import type { Level, PlanItem } from './types';

/** Blocks of two sessions that a question runs for: ten blocks find an effect as large as the ups and downs in most children (D). */
export const questionBlocks = 10;

/** A question is read back so many days: 20 sessions at one a week, and some that were left out. */
export const questionDays = 182;

/** Share of trials that are celebrated in full: the least that fading leaves (clinical.md C7), and all. */
const feedbackOf: Readonly<Record<Arm, Ratio>> = { a: 0.55, b: 1 };
const modeOf: Readonly<Record<Arm, string>> = { a: 'free', b: 'beat' };

/** What a session that plays one arm is given in place of the usual. */
export interface ArmPlay {
  readonly params: Readonly<Record<string, number | string>>;
  readonly feedbackRatio?: Ratio;
}

/** How an arm of a question is played. */
export function toArmPlay(kind: QuestionKind, arm: Arm): ArmPlay {
  return kind === 'feedback' ? { params: {}, feedbackRatio: feedbackOf[arm] } : { params: { mode: modeOf[arm] } };
}

/** The order of a question's sessions. */
export function toOrder({ seed }: Pick<Question, 'seed'>): readonly Arm[] {
  return drawAlternation(seed, questionBlocks);
}

/**
 * The arm of a session, given those of the sessions before (and of its own earlier turn); null once the order is played through.
 * A place is never drawn again, and a session keeps its own.
 */
export function toSessionArm(
  question: Question,
  before: readonly (SessionArm & { readonly session: string })[],
  session: string | null,
): SessionArm | null {
  const own = before.filter((one) => one.question === question.seed);
  const mine = own.find((one) => one.session === session);
  if (mine) return { question: mine.question, place: mine.place, arm: mine.arm };
  const place = Math.max(-1, ...own.map((one) => one.place)) + 1;
  const arm = toOrder(question)[place];
  return arm === undefined ? null : { question: question.seed, place, arm };
}

/** The questions that this item can ask: both ways must lie within its limits. */
export function listQuestions(drill: Pick<AnyDrill, 'id' | 'params'>, level: Level, item: PlanItem): readonly QuestionKind[] {
  return questionKinds.filter((kind) => {
    if (kind === 'feedback') return true;
    if (drill.id !== 'drum') return false;
    const played = (arm: Arm): Params => toItemParams(drill.params, level, { ...item, params: { ...item.params, ...toArmPlay(kind, arm).params } });
    return (['a', 'b'] as const).every((arm) => played(arm).mode === modeOf[arm]);
  });
}
