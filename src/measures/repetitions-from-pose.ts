import type { JointName } from '../core/joints';
import type { Ratio, Side } from '../core/units';
import { type BodyFrame, type JointPoint, measureDistance, toMiddle } from './joint-angles';
import { median } from './median';
import { longestGapMs, type Reading } from './range-of-motion';
import { findRepetitions, type Repetition, type SmoothSignal, smoothSignal } from './repetitions';

/** The movements whose repetitions key points can show. */
export type RepeatedMovement = 'squat' | 'sit-to-stand' | 'shoulder-raise' | 'hurdle-step' | 'lunge' | 'leg-raise';

/**
 * Least height that hips or a foot must travel, as a part of the trunk's length (mid-hip to mid-shoulder): 2 to 4 cm in a child, some five
 * times what noise of 5 mm leaves after the running median.
 */
export const leastTravelRatio = 0.08;
/** Least range in degrees of an arm's elevation: below, it is breathing and sway. */
export const leastElevationDeg = 15;
/** Least range of a limb as a part of the other side's: below, it only swings along. */
export const leastOtherSideRatio = 0.25;

// A foot stands on the ground at this share of its heights at least once in five frames, also in slow single-leg drills.
const groundShare = 0.8;
// Repetitions agree with the middle one when rise and duration are within this factor of it.
const agreementFactor = 2;

/** Repetitions of a movement in order, and 0..1 how far they can be trusted: share of time seen times share of repetitions alike. */
export interface PoseRepetitions {
  readonly repetitions: readonly Repetition[];
  readonly confidence: Ratio;
}

/** A signal over the frames, and the least range that is movement. */
export interface PoseSignal {
  readonly readings: readonly Reading[];
  readonly leastRange: number;
}

/** Finds the repetitions of a movement in frames of rising time, from any view; null when its joints were hardly ever seen. */
export function measurePoseRepetitions(movement: RepeatedMovement, frames: readonly BodyFrame[]): PoseRepetitions | null {
  const signals = toSignals(movement, frames);
  const smooth = signals.map(({ readings }) => smoothSignal(readings));
  const ranges = smooth.map((signal) => (signal ? signal.high - signal.low : 0));
  const widest = Math.max(0, ...ranges);
  if (smooth.every((signal) => signal === null)) return null;
  const found = signals.flatMap(({ leastRange }, i) => {
    const signal = smooth[i];
    if (!signal) return [];
    const turned = movement === 'sit-to-stand' ? startFromRest(signal) : signal;
    return findRepetitions(turned, Math.max(leastRange, leastOtherSideRatio * widest));
  });
  const repetitions = mergeSides(found);
  const used = signals.filter((_, i) => (ranges[i] ?? 0) >= leastOtherSideRatio * widest);
  const seen = Math.min(...used.map(({ readings }) => measureSeen(readings)));
  return { repetitions, confidence: seen * measureAgreement(repetitions) };
}

/** How high each foot is lifted above the ground while the other is not, in the frames' unit; a jump lifts neither. */
export function toFootLifts(frames: readonly BodyFrame[]): Readonly<Record<Side, PoseSignal>> {
  const leastRange = leastTravelRatio * measureTrunk(frames);
  const heights = { left: toHeights(frames, 'left_ankle'), right: toHeights(frames, 'right_ankle') };
  const toLift = (own: readonly (number | null)[], other: readonly (number | null)[]): PoseSignal => ({
    leastRange,
    readings: frames.map(({ tMs }, i) => {
      const [lift, otherLift] = [own[i] ?? null, other[i] ?? null];
      return { tMs, value: lift === null || otherLift === null ? null : Math.max(0, lift - Math.max(0, otherLift)) };
    }),
  });
  return { left: toLift(heights.left, heights.right), right: toLift(heights.right, heights.left) };
}

/** Share of the recording's time in which a signal was seen; time without any frame counts as not seen. */
export function measureSeen(readings: readonly Reading[]): Ratio {
  const steps = readings.slice(1).map(({ tMs }, i) => tMs - (readings[i]?.tMs ?? tMs));
  const frameMs = median(steps.filter((step) => step > 0)) ?? 0;
  let seenMs = 0;
  let wholeMs = 0;
  for (const [i, { value }] of readings.entries()) {
    const stepMs = i === 0 ? frameMs : (steps[i - 1] ?? 0);
    // Within a gap only the frame itself was seen, and single frames that a camera dropped are no gap.
    if (value !== null) seenMs += stepMs > longestGapMs ? frameMs : stepMs;
    wholeMs += stepMs;
  }
  return wholeMs > 0 ? seenMs / wholeMs : 0;
}

function toSignals(movement: RepeatedMovement, frames: readonly BodyFrame[]): readonly PoseSignal[] {
  switch (movement) {
    case 'squat':
    case 'sit-to-stand':
    case 'lunge':
      return [toHipDrop(frames)];
    case 'shoulder-raise':
      return [toElevation(frames, 'left'), toElevation(frames, 'right')];
    case 'hurdle-step':
    case 'leg-raise': {
      const { left, right } = toFootLifts(frames);
      return [left, right];
    }
  }
}

/** How far the hips are below any fixed height: seen from the lower ankle while feet are in the picture, so that nearing is no rise. */
function toHipDrop(frames: readonly BodyFrame[]): PoseSignal {
  const points = frames.map(({ tMs, joints }) => ({
    tMs,
    hip: toMean(joints.left_hip, joints.right_hip),
    ground: toLower(joints.left_ankle, joints.right_ankle),
  }));
  const hips = points.filter(({ hip }) => hip !== null);
  const withFeet = hips.filter(({ ground }) => ground !== null).length * 2 >= hips.length;
  const readings = points.map(({ tMs, hip, ground }) => {
    if (hip === null) return { tMs, value: null };
    if (!withFeet) return { tMs, value: hip };
    return { tMs, value: ground === null ? null : hip - ground };
  });
  return { readings, leastRange: leastTravelRatio * measureTrunk(frames) };
}

/**
 * Degrees between an upper arm and straight down. In an image an arm that points at the camera looks short, so its height is read against
 * the arm's full length; in space this is the angle itself.
 */
function toElevation(frames: readonly BodyFrame[], side: Side): PoseSignal {
  const arms = frames.map(({ tMs, joints }) => ({ tMs, shoulder: joints[`${side}_shoulder`], elbow: joints[`${side}_elbow`] }));
  const lengths = arms.flatMap(({ shoulder, elbow }) => (shoulder && elbow ? [measureDistance(shoulder, elbow)] : []));
  const full = Float64Array.from(lengths).sort()[Math.floor(0.95 * (lengths.length - 1))] ?? 0;
  const readings = arms.map(({ tMs, shoulder, elbow }) => {
    if (!shoulder || !elbow || !(full > 0)) return { tMs, value: null };
    const cosine = Math.min(1, Math.max(-1, (elbow[1] - shoulder[1]) / full));
    return { tMs, value: (Math.acos(cosine) * 180) / Math.PI };
  });
  return { readings, leastRange: leastElevationDeg };
}

/** Heights of a joint above the ground it mostly stands on. */
function toHeights(frames: readonly BodyFrame[], joint: JointName): readonly (number | null)[] {
  const depths = frames.map(({ joints }) => joints[joint]?.[1] ?? null);
  const sorted = Float64Array.from(depths.filter((depth) => depth !== null)).sort();
  const ground = sorted[Math.round(groundShare * (sorted.length - 1))] ?? 0;
  return depths.map((depth) => (depth === null ? null : ground - depth));
}

/** Middle length of the trunk, the body's own ruler; 0 when it was never seen. */
function measureTrunk(frames: readonly BodyFrame[]): number {
  const lengths = frames.flatMap(({ joints: { left_shoulder, right_shoulder, left_hip, right_hip } }) =>
    left_shoulder && right_shoulder && left_hip && right_hip
      ? [measureDistance(toMiddle(left_shoulder, right_shoulder), toMiddle(left_hip, right_hip))]
      : [],
  );
  return median(lengths) ?? 0;
}

/** Some children begin on the chair, others on their feet: where the recording begins is rest, and a repetition leads back to it. */
function startFromRest(signal: SmoothSignal): SmoothSignal {
  const first = signal.runs[0];
  const begins = median((first?.values ?? []).slice(0, 10)) ?? signal.low;
  if (begins <= (signal.low + signal.high) / 2) return signal;
  const runs = signal.runs.map(({ tMs, values }) => ({ tMs, values: values.map((value) => -value) }));
  return { runs, low: -signal.high, high: -signal.low };
}

/** Both limbs moving together are one repetition: those that share more than half of the shorter one's time become one. */
function mergeSides(found: readonly Repetition[]): Repetition[] {
  const merged: Repetition[] = [];
  for (const next of found.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = merged.at(-1);
    const shared = last ? Math.min(last.endMs, next.endMs) - next.startMs : 0;
    const shorter = last ? Math.min(last.endMs - last.startMs, next.endMs - next.startMs) : 0;
    if (last && shared > shorter / 2)
      merged[merged.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, next.endMs), rise: Math.max(last.rise, next.rise) };
    else merged.push(next);
  }
  // Sides that take turns meet half-way: the settling of one is not the time of the next.
  return merged.map(({ startMs, endMs, rise }, i) => {
    const [earlier, later] = [merged[i - 1], merged[i + 1]];
    return {
      startMs: earlier && earlier.endMs > startMs ? (earlier.endMs + startMs) / 2 : startMs,
      endMs: later && later.startMs < endMs ? (endMs + later.startMs) / 2 : endMs,
      rise,
    };
  });
}

/** Share of repetitions whose rise and duration are like the middle ones'; 1 for none or one, which have nothing to disagree with. */
export function measureAgreement(repetitions: readonly Repetition[]): Ratio {
  if (repetitions.length < 2) return 1;
  const rises = repetitions.map(({ rise }) => rise);
  const durations = repetitions.map(({ startMs, endMs }) => endMs - startMs);
  const alike = (value: number, middle: number) => value * agreementFactor >= middle && value <= middle * agreementFactor;
  const [rise, duration] = [median(rises) ?? 0, median(durations) ?? 0];
  return rises.filter((value, i) => alike(value, rise) && alike(durations[i] ?? 0, duration)).length / repetitions.length;
}

function toMean(a: JointPoint | undefined, b: JointPoint | undefined): number | null {
  if (a && b) return (a[1] + b[1]) / 2;
  return a?.[1] ?? b?.[1] ?? null;
}

function toLower(a: JointPoint | undefined, b: JointPoint | undefined): number | null {
  if (a && b) return Math.max(a[1], b[1]);
  return a?.[1] ?? b?.[1] ?? null;
}
