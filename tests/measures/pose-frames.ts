import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JointName, jointNames } from '../../src/core/joints';
import { createRng } from '../../src/core/rng';
import type { BodyFrame, JointPoint } from '../../src/measures/joint-angles';
import { unmirror } from '../../src/measures/joint-angles';

// Marker recordings of adults (PDDL) and camera recordings (BSD-2-Clause), see the folder's SOURCES.md; they lie beside the project.
const folder = join(import.meta.dirname, '../../../shared/data/pose');
/** Whether the reference recordings are there. */
export const present = existsSync(join(folder, 'expected.json'));
if (!present) console.info('skipped: no reference recordings');

export interface ReferenceFile {
  readonly main_angle: string;
  readonly per_rep: readonly { readonly start_s: number; readonly end_s: number; readonly peak: number; readonly peak_t_s: number }[];
  readonly rom: Readonly<Record<string, { readonly min: number; readonly max: number; readonly range: number }>>;
  readonly agreement: Readonly<Record<string, { readonly blazepose_2d: { readonly min: number; readonly max: number } }>>;
}
export const reference: Readonly<Record<string, ReferenceFile>> = present
  ? JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')).files
  : {};

/** The movement of each marker recording. */
export const recorded = ['uiprmd_m01', 'uiprmd_m02', 'uiprmd_m05', 'uiprmd_m07'].flatMap((name, i) =>
  ['s01', 's03'].map((person) => ({
    name: `${name}_${person}.csv`,
    movement: (['squat', 'hurdle-step', 'sit-to-stand', 'shoulder-raise'] as const)[i] ?? 'squat',
  })),
);

/** The frames of a recording in its own coordinates. */
export function readFrames(name: string): BodyFrame[] {
  const [header = '', ...rows] = readFileSync(join(folder, name), 'utf8').trim().split('\n');
  const columns = header.split(',');
  const places = jointNames.map((joint) => ({ joint, at: columns.indexOf(`${joint}_x`) })).filter(({ at }) => at > 0);
  return rows.map((row) => {
    const cells = row.split(',').map(Number);
    const joints = places.map(({ joint, at }) => [joint, [cells[at], cells[at + 1], cells[at + 2]]]);
    return { tMs: cells[0] ?? Number.NaN, joints: Object.fromEntries(joints) };
  });
}

/** Every coordinate changed. */
export function mapPoints(frames: readonly BodyFrame[], change: (point: JointPoint, joint: string) => JointPoint | null): BodyFrame[] {
  return frames.map(({ tMs, joints }) => ({
    tMs,
    joints: Object.fromEntries(
      Object.entries(joints).flatMap(([joint, point]) => {
        const changed = change(point, joint);
        return changed ? [[joint as JointName, changed]] : [];
      }),
    ),
  }));
}

/** White noise of a standard deviation on each coordinate (Box-Muller). */
export function addNoise(frames: readonly BodyFrame[], sd: number, seed: string): BodyFrame[] {
  const rng = createRng(seed);
  const draw = () => sd * Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
  return mapPoints(frames, ([x, y, z]) => [x + draw(), y + draw(), z + draw()]);
}

/** Ways in which a camera's recording is worse than the reference, none of which may change a count. */
export const worsened: readonly (readonly [string, (frames: readonly BodyFrame[]) => readonly BodyFrame[]])[] = [
  ['every third frame dropped', (frames) => frames.filter((_, i) => i % 3 !== 1)],
  ['5 mm of noise', (frames) => addNoise(frames, 0.005, 'noise')],
  ['5 mm of noise and every third frame dropped', (frames) => addNoise(frames, 0.005, 'both').filter((_, i) => i % 3 !== 0)],
  ['repeated timestamps', (frames) => frames.flatMap((frame, i) => (i % 4 === 0 ? [frame, frame] : [frame]))],
  [
    'a repeated timestamp in place of the next',
    (frames) => frames.map((frame, i) => (i % 7 === 3 ? { ...frame, tMs: frames[i - 1]?.tMs ?? 0 } : frame)),
  ],
  ['gaps of a fifth of a second', (frames) => frames.map((frame, i) => (i % 45 < 6 ? { ...frame, joints: {} } : frame))],
  [
    'single wild frames',
    (frames) => frames.map((frame, i) => (i % 31 === 5 ? (mapPoints([frame], ([x, y, z]) => [x + 0.4, y - 0.5, z])[0] ?? frame) : frame)),
  ],
  ['mirrored left and right', (frames) => frames.map((frame) => unmirror(frame, 0))],
  ['seen by a camera, without depth', (frames) => mapPoints(frames, ([x, y, z]) => [(0.82 * 4 * x) / (3 * z), (1.094 * y) / z, 0])],
  ['seen from the side', (frames) => mapPoints(frames, ([x, y, z]) => [(0.82 * 4 * (3 - z)) / (3 * (3 + x)), (1.094 * y) / (3 + x), 0])],
];
