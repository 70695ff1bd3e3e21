import type { LocalDate } from '../core/dates';
import type { Uuid } from '../core/ids';
import type { SourceKind } from '../movement/types';

/** One session's value of a metric: the median of its trials. */
export interface SessionValue {
  readonly session: Uuid;
  readonly on: LocalDate;
  readonly at: string;
  readonly value: number;
}

/** The two ends of what a child played of one game at one level with one kind of sensor, scored by one version; oldest first. */
export interface Course {
  readonly game: string;
  readonly level: string;
  readonly source: SourceKind;
  readonly drill: string;
  readonly drillVersion: number;
  readonly lastOn: LocalDate;
  /** The first five sessions that measured it and the last five; they overlap where there were fewer than ten. */
  readonly metrics: Readonly<Record<string, { readonly first: readonly SessionValue[]; readonly last: readonly SessionValue[] }>>;
}

/** What is known of each course without reading it, by its key; names of metrics in their order. */
export type CourseList = Readonly<Record<string, Omit<Course, 'metrics'> & { readonly metrics: readonly string[] }>>;
