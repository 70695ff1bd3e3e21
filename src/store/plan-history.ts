import type { LocalDate } from '../core/dates';
import type { Uuid } from '../core/ids';

/** Values of a plan by their path, such as `items.<id>.params.holdMs`; null takes a value away. */
export type PlanFields = Readonly<Record<string, string | number | boolean | null>>;

/** A change of a plan that is kept at hand: by hand, or by play. */
export interface PlanRevision {
  readonly id: Uuid;
  readonly device: Uuid;
  readonly n: number;
  readonly on: LocalDate;
  readonly at: string;
  readonly by: 'hand' | 'success' | 'effort';
  /** Initials that the author gave the tablet; null: none. */
  readonly author: string | null;
  readonly fields: PlanFields;
}

/** How a plan came to be what it is. */
export interface PlanHistory {
  /** The newest 200, oldest first. */
  readonly revisions: readonly PlanRevision[];
  /** The plan's fields before the first of them. */
  readonly before: PlanFields;
  /** The plan's fields as they are now, however they came together. */
  readonly now: PlanFields;
}
