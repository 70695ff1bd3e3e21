import { type JointName, jointNames } from '../../core/joints';
import { type BodyFrame, type BodyView, type JointPoint, toMiddle, unmirror } from '../../measures/joint-angles';
import { median } from '../../measures/median';
import type { PoseTable } from './pose-table';

/** Points in metres from the camera, metres from the hips, or shares of an image (z, if any, in image widths). */
export type PoseSpace = 'camera' | 'hips' | 'image';

/** How to look at a table: whether the picture was mirrored, from where, and the image's width over its height; null when not said. */
export interface Look {
  readonly mirrored: boolean;
  readonly view: BodyView | null;
  readonly aspect: number | null;
}

/** Frames ready to be measured, in metres or image heights, and the view they come from, or why no view's angles can be trusted. */
export interface Posed {
  readonly frames: readonly BodyFrame[];
  readonly view: BodyView | { readonly noView: string };
  readonly space: PoseSpace;
}

/** Nobody whose whole body is in the picture stands nearer to the camera, in m; depth from the hips is far below it. */
const nearestM = 0.7;
/** Depth from the hips: mid-hip is its zero, up to rounding. */
const hipsAreZero = 0.02;
/** Farther outside the image than this share of it, a joint was guessed by the tracker. */
const outside = 0.02;
/** Width of the shoulders over length of the trunk: about 0.7 from the front, below 0.3 from the side; between them is oblique. */
const [sideRatio, frontRatio] = [0.3, 0.45];
/** The reference camera: share of the image's width and height for a metre at a metre's distance (4:3), and 3 m to the child. */
const [focalX, focalY, distanceM] = [0.82, 1.094, 3];
const cameraAspect = 4 / 3;
/** Depth beside image shares is the tracker's own output on a video, and most of those are wide. */
const videoAspect = 16 / 9;

/**
 * Finds out what a table's numbers are and prepares them. Space is told by depth: metres from the camera are all well above zero, an
 * image has no depth or one around the hips within its 0..1. A view asked of points in space is what a camera there would have seen.
 */
export function toPosed({ frames: read, hasDepth }: PoseTable, { mirrored, view, aspect }: Look): Posed | { readonly problem: string } {
  const space = findSpace(read, hasDepth);
  if (space === null) return { problem: 'row 2, column 2: neither metres from a camera nor shares (0 to 1) of an image' };
  const frames = mirrored ? read.map((frame) => unmirror(frame, space === 'image' ? 0.5 : 0)) : read;
  if (space === 'image') {
    const width = aspect ?? (hasDepth ? videoAspect : cameraAspect);
    const inside = frames.map((frame) => mapJoints(frame, (point) => (isInside(point) ? [point[0] * width, point[1], point[2] * width] : null)));
    if (view === '3d') return { space, frames: inside, view: hasDepth ? '3d' : { noView: 'not measurable without depth' } };
    const flat = flatten(inside);
    return { space, frames: flat, view: view ?? guessView(flat) ?? { noView: 'not measurable with this view: neither front nor side' } };
  }
  if (view === null || view === '3d') return { space, frames, view: '3d' };
  // A body that already stands side-on to the camera is seen from the side as it is.
  const turned = view === 'side' && !isSideOn(frames) ? frames.map((frame) => mapJoints(frame, (point) => turn(point, space))) : frames;
  return { space, view, frames: turned.map((frame) => mapJoints(frame, (point) => project(point, space))) };
}

function findSpace(frames: readonly BodyFrame[], hasDepth: boolean): PoseSpace | null {
  const points = frames.flatMap(({ joints }) => Object.values(joints));
  const middle = (axis: 0 | 1 | 2) => median(points.map((point) => Math.abs(point[axis]))) ?? 0;
  if (points.length === 0) return 'image';
  if (hasDepth && middle(2) >= nearestM) return 'camera';
  const hips = frames.flatMap(({ joints: { left_hip, right_hip } }) => (left_hip && right_hip ? [toMiddle(left_hip, right_hip)] : []));
  const hipsOff = median(hips.map(([x, y]) => Math.hypot(x, y)));
  if (hasDepth && hipsOff !== null && hipsOff < hipsAreZero) return 'hips';
  const shares = points.filter(([x, y]) => x >= -0.5 && x <= 1.5 && y >= -0.5 && y <= 1.5).length;
  return shares * 2 > points.length ? 'image' : null;
}

function mapJoints(frame: BodyFrame, change: (point: JointPoint) => JointPoint | null): BodyFrame {
  const joints: Partial<Record<JointName, JointPoint>> = {};
  for (const name of jointNames) {
    const point = frame.joints[name];
    const changed = point && change(point);
    if (changed) joints[name] = changed;
  }
  return { tMs: frame.tMs, joints };
}

function flatten(frames: readonly BodyFrame[]): BodyFrame[] {
  return frames.map((frame) => mapJoints(frame, ([x, y]) => [x, y, 0]));
}

function isInside([x, y]: JointPoint): boolean {
  return x >= -outside && x <= 1 + outside && y >= -outside && y <= 1 + outside;
}

/** As a camera at the child's right would have it. */
function turn([x, y, z]: JointPoint, space: PoseSpace): JointPoint {
  return space === 'hips' ? [-z, y, x] : [distanceM - z, y, distanceM + x];
}

/** Onto the image, in image heights; points from the hips have no distance to the camera, so they are seen from afar. */
function project([x, y, z]: JointPoint, space: PoseSpace): JointPoint | null {
  if (space === 'hips') return [x, y, 0];
  return z > 0 ? [(focalX * cameraAspect * x) / z, (focalY * y) / z, 0] : null;
}

function isSideOn(frames: readonly BodyFrame[]): boolean {
  const lines = frames.flatMap(({ joints: { left_shoulder, right_shoulder } }) =>
    left_shoulder && right_shoulder ? [[left_shoulder[0] - right_shoulder[0], left_shoulder[2] - right_shoulder[2]] as const] : [],
  );
  const across = median(lines.map(([x]) => Math.abs(x))) ?? 0;
  const away = median(lines.map(([, z]) => Math.abs(z))) ?? 0;
  return away > across;
}

/** Front or side by how wide the shoulders are for the trunk; null when oblique or not seen. */
function guessView(frames: readonly BodyFrame[]): BodyView | null {
  const ratios = frames.flatMap(({ joints: { left_shoulder, right_shoulder, left_hip, right_hip } }) => {
    if (!left_shoulder || !right_shoulder || !left_hip || !right_hip) return [];
    const [shoulders, hips] = [toMiddle(left_shoulder, right_shoulder), toMiddle(left_hip, right_hip)];
    const trunk = Math.hypot(shoulders[0] - hips[0], shoulders[1] - hips[1]);
    return trunk > 0 ? [Math.abs(left_shoulder[0] - right_shoulder[0]) / trunk] : [];
  });
  const ratio = median(ratios);
  if (ratio === null || (ratio > sideRatio && ratio < frontRatio)) return null;
  return ratio >= frontRatio ? 'front' : 'side';
}
