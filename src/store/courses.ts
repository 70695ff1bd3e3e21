import type { LocalDate } from '../core/dates';
import type { Uuid } from '../core/ids';
import { warmUpLevel } from '../plan/practice';
import type { Course, CourseList, SessionValue } from './course';
import type { TrialBody } from './formats/trial';
import type { SessionSummary } from './types';

/** Sessions at each end of a course that are kept at hand: what a review needs (report/change.ts), whatever lies between. */
export const keptAtEnds = 5;

/** Key of the course of what one child plays: one game at one level with one kind of sensor, scored by one version. */
export function toCourseKey(child: Uuid, { game, level, source, drill, drillVersion }: Omit<TrialBody, 'session' | 'set' | 'result'>): string {
  return `${toCoursesPrefix(child)}${[game, level, source, drill, drillVersion].map((part) => encodeURIComponent(part)).join('/')}`;
}

/** What the keys of a child's courses begin with. */
export const toCoursesPrefix = (child: Uuid) => `course/${child}/`;

/** Key of the list of a child's courses. */
export const toCourseListKey = (child: Uuid) => `course-list/${child}`;

/** The list with what is known of this course now; the same list where that was known. */
export function listCourse(list: CourseList, key: string, { metrics, ...course }: Course): CourseList {
  const names = Object.keys(metrics).sort();
  const before = list[key];
  if (before && before.lastOn === course.lastOn && before.metrics.length === names.length) return list;
  return { ...list, [key]: { ...course, metrics: names } };
}

/** Of each game the course that was played last, if on or after `since`; several where they were played on one day. Warm-ups stand apart. */
export function toNewestCourses(list: CourseList, since: LocalDate): readonly string[] {
  const newest = new Map<string, LocalDate>();
  const own = Object.entries(list).filter(([, { level }]) => level !== warmUpLevel);
  for (const [, { game, lastOn }] of own) if (lastOn > (newest.get(game) ?? '')) newest.set(game, lastOn);
  return own.flatMap(([key, { game, lastOn }]) => (lastOn >= since && lastOn === newest.get(game) ? [key] : []));
}

/** A course of which it is known what was measured, and no value. */
export function toBareCourse(known: CourseList[string]): Course {
  return { ...known, metrics: Object.fromEntries(known.metrics.map((name) => [name, { first: [], last: [] }])) };
}

/** The course with what this session has come to so far: a session's value is the median of its trials. */
export function addToCourse(before: Course | undefined, summary: SessionSummary, body: TrialBody): Course {
  const { game, level, source, drill, drillVersion } = body;
  const part = summary.parts.find(
    (one) => one.game === game && one.level === level && one.source === source && one.drill === drill && one.drillVersion === drillVersion,
  );
  const { session, on, at } = summary;
  const metrics = { ...before?.metrics };
  // Only what this trial measured can have changed.
  for (const name of Object.keys(body.result.metrics)) {
    const values = part?.values[name] ?? [];
    if (values.length === 0) continue;
    const value: SessionValue = { session, on, at, value: toMedian(values) };
    const ends = metrics[name] ?? { first: [], last: [] };
    metrics[name] = { first: insert(ends.first, value).slice(0, keptAtEnds), last: insert(ends.last, value).slice(-keptAtEnds) };
  }
  const lastOn = before && before.lastOn > on ? before.lastOn : on;
  return { game, level, source, drill, drillVersion, lastOn, metrics };
}

/** Of two tablets' sessions of one instant the id decides, so that the order in which they came does not. */
function insert(list: readonly SessionValue[], value: SessionValue): readonly SessionValue[] {
  const toOrder = ({ at, session }: SessionValue) => `${at} ${session}`;
  return [...list.filter(({ session }) => session !== value.session), value].sort((a, b) => (toOrder(a) < toOrder(b) ? -1 : 1));
}

function toMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
