import { open } from 'node:fs/promises';
import type { MotionSample } from '../../measures/walking-signal';
import { type Column, readTable } from './read-table';

const accelNames = ['ax', 'ay', 'az'];
const rotationNames = ['gx', 'gy', 'gz'];
/** No sensor of a phone reads beyond 32 g and 4000 deg/s: such numbers are in another unit, or no readings. */
const mostMps2 = 320;
const mostDps = 4000;
/** Five hours at 100 Hz: more is no walk, and would not fit in memory. */
const mostRows = 1_800_000;
const firstLineBytes = 1000;

/** Reads a CSV with `t_ms,ax,ay,az[,gx,gy,gz]` in rising time; times may repeat. The problem names row and column. */
export async function readMotionTable(path: string): Promise<{ readonly rows: readonly MotionSample[] } | { readonly problem: string }> {
  const turns = await namesRotation(path);
  const columns: Column[] = [
    { name: 't_ms' },
    ...accelNames.map((name) => ({ name, check: (value: number) => checkSize(value, mostMps2, 'm/s2') })),
    ...(turns ? rotationNames.map((name) => ({ name, check: (value: number) => checkSize(value, mostDps, 'deg/s') })) : []),
  ];
  const rows: MotionSample[] = [];
  let lastMs = Number.NEGATIVE_INFINITY;
  const problem = await readTable(path, columns, (values, row) => {
    const [tMs = 0, ax = 0, ay = 0, az = 0, gx = 0, gy = 0, gz = 0] = values;
    if (tMs < lastMs) return `row ${row}, column t_ms: ${tMs} is earlier than ${lastMs} in the row before`;
    if (rows.length >= mostRows) return `row ${row}, column t_ms: more than ${mostRows} readings`;
    rows.push({ tMs, accelMps2: [ax, ay, az], rotationDps: turns ? [gx, gy, gz] : null });
    lastMs = tMs;
    return null;
  });
  if (problem) return { problem };
  return rows.length === 0 ? { problem: 'row 2, column t_ms: there are no readings' } : { rows };
}

function checkSize(value: number, most: number, unit: string): string | null {
  return Math.abs(value) <= most ? null : `${value} is beyond ${most} ${unit}`;
}

/** Whether the header names a rotation rate; false for a file that cannot be read, which the table reader refuses in its own words. */
async function namesRotation(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(firstLineBytes), 0, firstLineBytes, 0);
      const names = (buffer.toString('utf8', 0, bytesRead).split('\n')[0] ?? '').split(',').map((cell) =>
        cell
          .trim()
          .replace(/^"(.*)"$/, '$1')
          .trim(),
      );
      return rotationNames.some((name) => names.includes(name));
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}
