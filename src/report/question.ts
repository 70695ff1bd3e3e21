import type { LocalDate } from '../core/dates';
import { createRng } from '../core/rng';
import type { Metric } from '../drills/types';
import { median } from '../measures/median';
import type { Question, SessionArm } from '../plan/alternation';
import { toOrder } from '../plan/question';
import { type AlternationAnswer, answerAlternation } from './alternation';

/** What a question needs of a stored session. */
export interface QuestionSession {
  readonly on: LocalDate;
  readonly arms?: Readonly<Record<string, SessionArm>>;
  readonly parts: readonly {
    readonly game: string;
    readonly level: string;
    readonly source: string;
    readonly values: Readonly<Record<string, readonly number[]>>;
  }[];
}

/** Where a question stands. */
export interface QuestionState {
  /** Sessions that were played for it, of so many. */
  readonly done: number;
  readonly all: number;
  /** Played, but at another level, by another sensor, or without a value. */
  readonly left: number;
  readonly answer: AlternationAnswer;
}

/** Which values count: the item's own level and sensor, so that the two ways differ in nothing else. */
export interface QuestionMeasure {
  readonly game: string;
  readonly level: string;
  readonly source: string;
  readonly metric: string;
  readonly better: Exclude<Metric['better'], 'neither'>;
}

/** A question's answer from the sessions since it began; a session's value is the median of its trials. */
export function toQuestionState(question: Question, sessions: readonly QuestionSession[], measure: QuestionMeasure): QuestionState {
  const order = toOrder(question);
  const values: (number | null)[] = order.map(() => null);
  let done = 0;
  let left = 0;
  for (const { arms, parts } of sessions) {
    const arm = arms?.[question.seed];
    if (!arm || order[arm.place] !== arm.arm) continue;
    done++;
    const own = parts.filter(({ game, level, source }) => game === measure.game && level === measure.level && source === measure.source);
    const value = median(own.flatMap((part) => part.values[measure.metric] ?? []));
    // Two tablets may have drawn one place apart from each other: neither is more true.
    if (value === null || values[arm.place] !== null) left++;
    else values[arm.place] = value;
  }
  return { done, all: order.length, left, answer: answerAlternation(order, values, measure.better, createRng(`${question.seed}/answer`)) };
}
