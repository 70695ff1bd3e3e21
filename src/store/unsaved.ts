import type { LocalDate } from '../core/dates';
import type { StorageProblem } from '../session/types';

/** When something happened: the family's own day, and the instant in UTC. */
export interface Stamp {
  readonly on: LocalDate;
  readonly at: string;
}

/** What this page holds in memory because it could not be kept yet. */
export interface Unsaved {
  readonly trials: number;
  /** Trials and everything else that was said of play. */
  readonly records: number;
  /** What the last write came to; null while all is well. */
  readonly problem: StorageProblem | null;
}
