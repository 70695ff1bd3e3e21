import type { Uuid } from '../core/ids';
import type { Course, SessionValue } from './course';
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
