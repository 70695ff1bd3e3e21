import type { JointName } from '../core/joints';
import type { Millis, Ratio } from '../core/units';
import type { Person } from './person';

/** The most useful thing to change now, by its key in the text files (`view.<advice>`). */
export type ViewAdvice =
  | 'good'
  | 'nobody'
  | 'choose-child'
  | 'more-light'
  | 'step-back'
  | 'come-closer'
  | 'into-picture'
  | 'turn-sideways'
  | 'turn-to-camera'
  | 'show-joints'
  | 'slow-device';

/** How well the child is seen: 0 not at all, 1 as well as it needs to be, and what to change. */
export interface ViewCheck {
  readonly score: Ratio;
  readonly advice: ViewAdvice;
  /** All was well for a whole second. */
  readonly ready: boolean;
}

/** What one picture showed. */
export interface ViewReading {
  readonly atMs: Millis;
  readonly persons: number;
  readonly child: Person | null;
  readonly light: Ratio;
  readonly resultsPerS: number;
}

/** Least share of the picture's height that a person takes (camera.md; 35 % is still found, 25 % not). */
const leastHeight: Ratio = 0.4;
/** Who is larger than this and not inside the picture is too near for it, not beside it. */
const mostHeight: Ratio = 0.8;
/** Least mean light; below, people are found but joints jitter. */
const leastLight: Ratio = 0.12;
/** Fewest results a second (camera.md). */
const leastResultsPerS = 10;
/** A joint is seen from this visibility on, and inside the picture with this margin. */
const leastVisibility: Ratio = 0.5;
const margin: Ratio = 0.01;
/** Shoulders narrower than this share of the trunk are seen from the side; a view from three quarters, which tracks well, is about 0.5. */
const sidewaysBreadth = 0.3;
/** All must be well for this long. */
const readyAfterMs: Millis = 1000;

/** Judges readings one after the other for a drill that needs these joints, and the view that its angles ask for. */
export function createViewCheck(joints: readonly JointName[], view: 'front' | 'side' | 'any'): (reading: ViewReading) => ViewCheck {
  let goodSinceMs: Millis | null = null;
  return (reading) => {
    const { score, advice } = judgeView(reading, joints, view);
    goodSinceMs = advice === 'good' ? (goodSinceMs ?? reading.atMs) : null;
    return { score, advice, ready: goodSinceMs !== null && reading.atMs - goodSinceMs >= readyAfterMs };
  };
}

/** Score and advice for one picture: the score is the share of needed joints that are seen, halved by every other fault. */
export function judgeView(reading: ViewReading, joints: readonly JointName[], view: 'front' | 'side' | 'any'): Omit<ViewCheck, 'ready'> {
  const { child, persons, light, resultsPerS } = reading;
  const dark = light < leastLight;
  if (!child) return { score: 0, advice: dark ? 'more-light' : persons > 0 ? 'choose-child' : 'nobody' };
  const places = joints.map((name) => child.joints[name]);
  const inside = places.map((place) => place !== undefined && [place[0], place[1]].every((share) => share > margin && share < 1 - margin));
  const seen = places.map((place, i) => inside[i] === true && (place?.[3] ?? 0) >= leastVisibility);
  const share = joints.length === 0 ? 1 : seen.filter(Boolean).length / joints.length;
  const height = measureHeight(child);
  const faults: [boolean, ViewAdvice][] = [
    [dark, 'more-light'],
    [inside.includes(false) && height > mostHeight, 'step-back'],
    [inside.includes(false), 'into-picture'],
    [height < leastHeight, 'come-closer'],
    [view === 'side' && child.breadth >= sidewaysBreadth, 'turn-sideways'],
    [view === 'front' && child.breadth < sidewaysBreadth, 'turn-to-camera'],
    [share < 1, 'show-joints'],
    [resultsPerS < leastResultsPerS, 'slow-device'],
  ];
  const found = faults.filter(([is]) => is);
  const other = found.filter(([, advice]) => advice !== 'show-joints' && advice !== 'into-picture').length;
  return { score: share * 0.5 ** other, advice: found[0]?.[1] ?? 'good' };
}

/** Height of the whole body in picture heights, judged by its parts that are seen: a trunk is 0.3, head and trunk 0.5 of a standing body. */
function measureHeight(child: Person): number {
  const seen = Object.values(child.joints).filter((joint) => joint[3] >= leastVisibility);
  if (seen.length === 0) return 0;
  const span = Math.max(...seen.map((joint) => joint[1])) - Math.min(...seen.map((joint) => joint[1]));
  // A child who sits, or whose legs a walker hides, is as near as one who stands: the trunk tells.
  return Math.max(span, child.size / 0.3);
}
