import type { LocalDate } from '../core/dates';
import { createRng } from '../core/rng';

/** The two ways of play that a single-case question compares, a session each. */
export type Arm = 'a' | 'b';

/** Questions about one child for which play has a switch: a celebration of every trial, a beat while drumming. */
export const questionKinds = ['feedback', 'beat'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** A single-case question on a plan item: its sessions are played in two ways, in an order drawn from `seed`. */
export interface Question {
  readonly kind: QuestionKind;
  readonly seed: string;
  readonly from: LocalDate;
}

/** The way in which one session of a question was played; kept with its sets. */
export interface SessionArm {
  /** The question's seed. */
  readonly question: string;
  /** The session's place in the order, from 0. */
  readonly place: number;
  readonly arm: Arm;
}

/** The order of sessions from a stored seed: blocks of two, one of each, so never more than two of a kind in a row. */
export function drawAlternation(seed: string, blocks: number): readonly Arm[] {
  const rng = createRng(seed);
  return Array.from({ length: blocks }, (): readonly Arm[] => (rng.next() < 0.5 ? ['a', 'b'] : ['b', 'a'])).flat();
}
