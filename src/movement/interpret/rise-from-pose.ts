import type { Millis, Ratio } from '../../core/units';
import type { Vec3 } from '../types';
import { findMiddle, findTrunk, type PoseFrame, seeJoint, seeJoints, sides, toMiddle, toPoint, toVector, toWorldPoint } from './body';

/** How high the body is, in trunk lengths: of the hips above the knees, or its like. */
export interface RiseReading {
  readonly height: number;
  readonly quality: Ratio;
}

/** A range smaller than this is no standing up: heels or the bridge, which do not show between hips and knees. */
const leastKneeRange = 0.3;
const settleMs: Millis = 500;
const trunkSettleMs: Millis = 3000;
/** A body that stays lower than it was thought to sit for this long sits there. */
const stillMs: Millis = 300;
/** Movement in trunk lengths below which a body is still. */
const stillTrunks = 0.08;

type Ruler = 'knees' | 'hips' | 'shoulders' | 'head';
const joints = { hips: ['left_hip', 'right_hip'], shoulders: ['left_shoulder', 'right_shoulder'], head: ['nose'] } as const;

/**
 * Reads the height of the hips above the knees, in metres where the tracker tells them. Where a walker, a tray or the picture's edge hides
 * the knees, or the range is too small to show there, the height of hips, shoulders or head in the picture stands for it, from the lowest
 * place where the child stayed. Null when none of them is seen, or the trunk's length is not known yet.
 */
export function createRiseReader(low: number, range: number): (frame: PoseFrame) => RiseReading | null {
  let ruler: Ruler | null = null;
  let otherSinceMs: Millis | null = null;
  let trunk: number | null = null;
  let lastMs: Millis = 0;
  let height = low;
  /** Place of the ruler's point in the picture while sitting. */
  let lowest: number | null = null;
  let recent: { readonly tMs: Millis; readonly y: number }[] = [];

  function chooseRuler(frame: PoseFrame): Ruler | null {
    const best = findRuler(frame, range);
    if (best === ruler || best === null) {
      otherSinceMs = null;
      return best;
    }
    otherSinceMs ??= frame.capturedMs;
    const keeps = ruler !== null && frame.capturedMs - otherSinceMs < settleMs;
    if (keeps) return isSeen(frame, ruler) ? ruler : null;
    [ruler, otherSinceMs, lowest, recent] = [best, null, null, []];
    return ruler;
  }

  function followTrunk(frame: PoseFrame): number | null {
    const length = findTrunk(frame)?.length ?? 0;
    const share = Math.min(1, (frame.capturedMs - lastMs) / trunkSettleMs);
    if (length > 0) trunk = trunk === null ? length : trunk + share * (length - trunk);
    return trunk;
  }

  function fromPicture(y: number, length: number, atMs: Millis): number {
    // Another ruler goes on from the height that the last one told.
    lowest ??= y + (height - low) * length;
    const older = recent.findLastIndex(({ tMs }) => atMs - tMs >= stillMs);
    recent = [...recent.slice(Math.max(0, older)), { tMs: atMs, y }];
    const ys = recent.map((one) => one.y);
    const still = older >= 0 && Math.max(...ys) - Math.min(...ys) <= stillTrunks * length;
    if (still) lowest = Math.max(lowest, findMiddle(ys) ?? y);
    return low + (lowest - y) / length;
  }

  return (frame) => {
    const length = followTrunk(frame);
    lastMs = frame.capturedMs;
    const chosen = chooseRuler(frame);
    if (chosen === null || length === null) return null;
    const quality = seeRuler(frame, chosen);
    if (chosen === 'knees') {
      const read = readKnees(frame, length);
      if (read === null) return null;
      height = read;
    } else {
      const y = toHeightInPicture(frame, chosen);
      if (y === null) return null;
      height = fromPicture(y, length, frame.capturedMs);
    }
    return { height, quality };
  };
}

function findRuler(frame: PoseFrame, range: number): Ruler | null {
  const order: readonly Ruler[] = range >= leastKneeRange ? ['knees', 'hips', 'shoulders', 'head'] : ['hips', 'shoulders', 'head'];
  return order.find((ruler) => isSeen(frame, ruler)) ?? null;
}

function isSeen(frame: PoseFrame, ruler: Ruler | null): boolean {
  return ruler !== null && seeRuler(frame, ruler) > 0;
}

function seeRuler(frame: PoseFrame, ruler: Ruler): Ratio {
  if (ruler !== 'knees') return seeJoints(frame, joints[ruler]);
  return Math.max(...sides.map((side) => Math.min(seeJoint(frame, `${side}_hip`), seeJoint(frame, `${side}_knee`))));
}

/** Hips above knees in trunk lengths, over the sides that are seen; measured in space where there are metres. */
function readKnees(frame: PoseFrame, length: number): number | null {
  const [shoulders, hips] = (['shoulder', 'hip'] as const).map((part) =>
    toMiddle(toWorldPoint(frame, `left_${part}`), toWorldPoint(frame, `right_${part}`)),
  );
  const metres = shoulders && hips ? Math.hypot(...toVector(hips, shoulders)) : 0;
  const heights = sides.flatMap((side) => {
    const find = (joint: `${typeof side}_${'hip' | 'knee'}`): Vec3 | null => (metres > 0 ? toWorldPoint(frame, joint) : toPoint(frame, joint));
    const [hip, knee] = [find(`${side}_hip`), find(`${side}_knee`)];
    return hip && knee ? [(knee[1] - hip[1]) / (metres > 0 ? metres : length)] : [];
  });
  return heights.length > 0 ? heights.reduce((sum, one) => sum + one, 0) / heights.length : null;
}

function toHeightInPicture(frame: PoseFrame, ruler: 'hips' | 'shoulders' | 'head'): number | null {
  const points = joints[ruler].map((joint) => toPoint(frame, joint));
  const ys = points.flatMap((point) => (point ? [point[1]] : []));
  return ys.length === points.length ? ys.reduce((sum, y) => sum + y, 0) / ys.length : null;
}
