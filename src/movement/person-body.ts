import type { JointName } from '../core/joints';
import type { Millis } from '../core/units';
import type { Person } from './person';

/** A joint counts as seen from this visibility on. */
const leastVisibility = 0.5;
/** A limb looks shorter whenever it points at the camera, and longer never: more than this factor, and it is not one body's limb. */
const mostLonger = 1.35;
/** The longest look is forgotten by half in so long: a child who walks away from the camera becomes smaller. */
const halfMs: Millis = 30_000;
/** How far a joint may move against the trunk at once and in a second, in trunk lengths; a quick bow moves the shoulders by 2 a second. */
const leastStray = 0.4;
const strayPerS = 2;
/** After so long unseen every posture is possible. */
const longMs: Millis = 1000;

const limbs = [
  ['left_shoulder', 'right_shoulder'],
  ['left_hip', 'right_hip'],
  ...(['left', 'right'] as const).flatMap((side): (readonly [JointName, JointName])[] => [
    [`${side}_shoulder`, `${side}_hip`],
    [`${side}_hip`, `${side}_knee`],
    [`${side}_knee`, `${side}_ankle`],
  ]),
] as const satisfies readonly (readonly [JointName, JointName])[];
const corners = ['left_shoulder', 'right_shoulder', 'left_hip', 'right_hip'] as const;
const joined: readonly JointName[] = [...corners, 'left_knee', 'right_knee'];

/** The child's own body as learned from sure pictures: how long each limb looked (in picture heights) and where the joints were last. */
export interface Body {
  readonly lengths: readonly number[];
  readonly last: Person;
  readonly atMs: Millis;
}

/** The body after another sure picture. */
export function followBody(before: Body | null, person: Person, aspect: number, atMs: Millis): Body {
  const kept = before ? 0.5 ** (Math.max(0, atMs - before.atMs) / halfMs) : 0;
  const lengths = limbs.map(([from, to], i) => Math.max(measureLimb(person, from, to, aspect) ?? 0, kept * (before?.lengths[i] ?? 0)));
  return { lengths, last: person, atMs };
}

/** Whether a skeleton can be this body: no limb longer than it ever looked, no joint farther from the trunk and no hips farther from the shoulders than they can have gone. */
export function fitsBody(body: Body, person: Person, aspect: number, atMs: Millis): boolean {
  const longer = limbs.some(([from, to], i) => {
    const [learned = 0, now] = [body.lengths[i], measureLimb(person, from, to, aspect)];
    // Shoulders and hips of one who turns to the camera grow from next to nothing.
    const least = body.last.size * 0.6;
    return now !== null && learned > 0 && now > mostLonger * Math.max(learned, least);
  });
  return !longer && !hasStray(body, person, aspect, atMs);
}

function hasStray(body: Body, person: Person, aspect: number, atMs: Millis): boolean {
  const passedMs = Math.max(0, atMs - body.atMs);
  if (passedMs > longMs) return false;
  const way = (name: JointName) => {
    const [was, now] = [body.last.joints[name], person.joints[name]];
    return was && now && Math.min(was[3], now[3]) >= leastVisibility ? { x: (now[0] - was[0]) * aspect, y: now[1] - was[1] } : null;
  };
  const middle = { x: (person.x - body.last.x) * aspect, y: person.y - body.last.y };
  const most = (leastStray + (strayPerS * passedMs) / 1000) * Math.max(body.last.size, 1e-6);
  const [leftShoulder, rightShoulder, leftHip, rightHip] = corners.map(way);
  if (leftShoulder && rightShoulder && leftHip && rightHip) {
    const across = leftHip.x + rightHip.x - leftShoulder.x - rightShoulder.x;
    const down = leftHip.y + rightHip.y - leftShoulder.y - rightShoulder.y;
    if (Math.hypot(across, down) / 2 > most) return true;
  }
  return joined.map(way).some((one) => one !== null && Math.hypot(one.x - middle.x, one.y - middle.y) > most);
}

function measureLimb(person: Person, from: JointName, to: JointName, aspect: number): number | null {
  const [a, b] = [person.joints[from], person.joints[to]];
  return a && b && Math.min(a[3], b[3]) >= leastVisibility ? Math.hypot((a[0] - b[0]) * aspect, a[1] - b[1]) : null;
}
