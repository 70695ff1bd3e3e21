import type { LocalDate } from '../core/dates';
import type { Uuid } from '../core/ids';
import type { Course } from './course';
import { toBareCourse, toCourseListKey, toCoursesPrefix, toNewestCourses } from './courses';
import type { Database } from './database';
import { readCourse, readCourseList } from './rollups';
import { areCurrent } from './rules';
import type { Opener } from './seal/box';
import { readPrivateRollups, readRollup } from './seal/read-sealed';

/** What a child played last of each game on or after `since`, whole; all else bare. Rejects with a LockedError while the lock is closed. */
export async function readCourses(db: Database, child: Uuid, since: LocalDate, opener: Opener | null): Promise<readonly Course[]> {
  // The list of older rules may lack what was played before it was kept.
  if (!(await areCurrent(db))) {
    const all = await readPrivateRollups(db, toCoursesPrefix(child), opener);
    return all.flatMap((rollup) => readCourse(rollup) ?? []);
  }
  const list = readCourseList(await readRollup(db, toCourseListKey(child), opener));
  const whole = new Map(toNewestCourses(list, since).map((key) => [key, readRollup(db, key, opener)] as const));
  return Promise.all(Object.entries(list).map(async ([key, known]) => readCourse(await whole.get(key)) ?? toBareCourse(known)));
}
