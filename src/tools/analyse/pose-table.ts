import { open } from 'node:fs/promises';
import { type JointName, jointNames } from '../../core/joints';
import type { BodyFrame, JointPoint } from '../../measures/joint-angles';
import { type Column, readTable } from './read-table';

/** A pose table as read: frames in the file's own coordinates, and whether it has depth. Repeated times are left out. */
export interface PoseTable {
  readonly frames: readonly BodyFrame[];
  readonly hasDepth: boolean;
}

/** The 33 landmarks of MediaPipe Pose; measures read some of them, a table may have any. */
const landmarks: readonly string[] = [
  'nose',
  ...['left', 'right'].flatMap((side) =>
    [
      ...['eye_inner', 'eye', 'eye_outer', 'ear', 'shoulder', 'elbow', 'wrist', 'pinky', 'index', 'thumb', 'hip', 'knee', 'ankle', 'heel'],
      'foot_index',
    ].map((part) => `${side}_${part}`),
  ),
  'mouth_left',
  'mouth_right',
];
const axes = ['x', 'y', 'z', 'v'] as const;

/** From this visibility on a landmark counts as seen: MediaPipe's own default. */
const leastVisibility = 0.5;
/** A whole day at 4 frames a second, an hour at 100: more is no recording of a child, and would not fit in memory. */
const mostFrames = 360_000;
const firstLineBytes = 10_000;

/** Reads a CSV with `t_ms,<landmark>_x,_y[,_z][,_v]` by MediaPipe's names; the problem names row and column. */
export async function readPoseTable(path: string): Promise<PoseTable | { readonly problem: string }> {
  const header = toHeader(await readFirstLine(path));
  if ('problem' in header) return header;
  const { columns, joints, hasDepth } = header;
  const frames: BodyFrame[] = [];
  let lastMs = Number.NEGATIVE_INFINITY;
  const problem = await readTable(path, columns, (values, row) => {
    const tMs = values[0] ?? 0;
    if (tMs < lastMs) return `row ${row}, column t_ms: ${tMs} is earlier than ${lastMs} in the row before`;
    if (frames.length >= mostFrames) return `row ${row}, column t_ms: more than ${mostFrames} frames`;
    if (tMs > lastMs) frames.push({ tMs, joints: toJoints(values, joints) });
    lastMs = tMs;
    return null;
  });
  if (problem) return { problem };
  return frames.length === 0 ? { problem: 'row 2, column t_ms: there are no frames' } : { frames, hasDepth };
}

/** Where a joint's numbers stand in a row. */
interface JointColumns {
  readonly joint: JointName;
  readonly x: number;
  readonly y: number;
  readonly z: number | null;
  readonly v: number | null;
}

type Header = { readonly columns: readonly Column[]; readonly joints: readonly JointColumns[]; readonly hasDepth: boolean };

function toHeader(line: string): Header | { readonly problem: string } {
  const timeOnly: Header = { columns: [{ name: 't_ms' }], joints: [], hasDepth: false };
  const names = line.split(',').map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
  // A file that cannot be read, is empty or is no text is refused by the table reader, in its own words.
  if (names[0] !== 't_ms' || /[\0\ufffd]/.test(line)) return timeOnly;
  const foreign = names.findIndex((name, i) => i > 0 && !isLandmarkColumn(name));
  if (foreign > 0)
    return { problem: `row 1, column ${foreign + 1}: ${JSON.stringify((names[foreign] ?? '').slice(0, 40))} is no landmark's x, y, z or v` };
  const found = [...new Set(names.slice(1).map((name) => name.slice(0, -2)))];
  if (found.length === 0) return { problem: 'row 1, column 2: no landmark is in the header' };
  const used = axes.filter((axis) => axis === 'x' || axis === 'y' || names.slice(1).some((name) => name.endsWith(`_${axis}`)));
  const columns: Column[] = [
    { name: 't_ms' },
    ...found.flatMap((landmark) => used.map((axis) => ({ name: `${landmark}_${axis}`, ...(axis === 'v' ? { check: checkVisibility } : {}) }))),
  ];
  const place = (name: string) => columns.findIndex((column) => column.name === name);
  const placeOrNull = (name: string) => (place(name) > 0 ? place(name) : null);
  const joints = jointNames
    .filter((joint) => found.includes(joint))
    .map((joint) => ({ joint, x: place(`${joint}_x`), y: place(`${joint}_y`), z: placeOrNull(`${joint}_z`), v: placeOrNull(`${joint}_v`) }));
  if (joints.length === 0) return { problem: 'row 1, column 2: shoulders, elbows, wrists, hips, knees and ankles are all missing' };
  return { columns, joints, hasDepth: used.includes('z') };
}

function isLandmarkColumn(name: string): boolean {
  return axes.some((axis) => name.endsWith(`_${axis}`)) && landmarks.includes(name.slice(0, -2));
}

function checkVisibility(value: number): string | null {
  return value >= 0 && value <= 1 ? null : `${value} is not within 0 and 1`;
}

function toJoints(values: readonly number[], columns: readonly JointColumns[]): BodyFrame['joints'] {
  const joints: Partial<Record<JointName, JointPoint>> = {};
  for (const { joint, x, y, z, v } of columns) {
    if (v !== null && (values[v] ?? 0) < leastVisibility) continue;
    joints[joint] = [values[x] ?? 0, values[y] ?? 0, z === null ? 0 : (values[z] ?? 0)];
  }
  return joints;
}

/** The first line of a file; empty when there is none or it cannot be read. */
async function readFirstLine(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(firstLineBytes), 0, firstLineBytes, 0);
      return (buffer.toString('utf8', 0, bytesRead).split('\n')[0] ?? '').replace(/\r$/, '');
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}
