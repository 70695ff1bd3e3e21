import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/tools/analyse';

const data = join(import.meta.dirname, '../../../shared/data/pose');
const present = existsSync(join(data, 'expected.json'));
if (!present) console.info('skipped: no reference recordings');
const expected = present ? JSON.parse(readFileSync(join(data, 'expected.json'), 'utf8')).files : {};

async function analyse(...args: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const status = await main(['pose', ...args], { line: (text) => lines.push(text), error: (text) => errors.push(text) });
  return { status, lines, errors, results: lines.map((line) => JSON.parse(line)) };
}

describe.skipIf(!present)('the reference recordings', () => {
  test.each([
    ['squat', 'm01'],
    ['hurdle-step', 'm02'],
    ['sit-to-stand', 'm05'],
    ['shoulder-raise', 'm07'],
  ])('%s: ten repetitions, and angles as in the reference', async (movement, code) => {
    const names = [`uiprmd_${code}_s01.csv`, `uiprmd_${code}_s03.csv`];
    const { status, results } = await analyse('--task', movement, ...names.map((name) => join(data, name)));
    expect(status).toBe(0);
    for (const [i, name] of names.entries()) {
      const { per_rep, rom } = expected[name];
      expect(results[i].reps).toHaveLength(10);
      for (const [k, { start_s, end_s }] of per_rep.entries()) {
        expect(Math.abs(results[i].reps[k].start_s - start_s)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(results[i].reps[k].end_s - end_s)).toBeLessThanOrEqual(0.5);
      }
      for (const [angle, { min, max, range }] of Object.entries<{ min: number; max: number; range: number }>(rom)) {
        expect(Math.abs(results[i].angles[angle].min_deg - min), angle).toBeLessThan(0.1);
        expect(Math.abs(results[i].angles[angle].max_deg - max), angle).toBeLessThan(0.1);
        expect(Math.abs(results[i].angles[angle].rom_deg - range), angle).toBeLessThan(0.2);
      }
    }
  });

  test('seen from the side, the largest knee angle is that of the reference’s side view; from the front it is refused', async () => {
    for (const [movement, code] of [
      ['squat', 'm01'],
      ['hurdle-step', 'm02'],
      ['sit-to-stand', 'm05'],
    ] as const) {
      const name = `uiprmd_${code}_s03.csv`;
      const peak = Math.max(...expected[name].per_rep.map((rep: { peak_side_view_2d: number }) => rep.peak_side_view_2d));
      const [side] = (await analyse('--task', movement, '--view', 'side', join(data, name))).results;
      const [front] = (await analyse('--task', movement, '--view', 'front', join(data, name))).results;
      expect(Math.abs(side.angles.knee_flexion_right.max_deg - peak), name).toBeLessThan(0.1);
      expect(front.not_measured).toContainEqual({ measure: 'knee_flexion_right', why: 'not measurable with this view' });
      expect([side.reps.length, front.reps.length]).toEqual([10, 10]);
    }
  });

  test('mirrored ELK: left and right are those of the reference exchanged', async () => {
    const name = 'keraal_ELK_blazepose.csv';
    const [result] = (await analyse('--task', 'shoulder-raise', '--mirrored', '--image', '960x544', join(data, name))).results;
    for (const [side, other] of [
      ['left', 'right'],
      ['right', 'left'],
    ]) {
      const { min, max } = expected[name].agreement[`shoulder_elevation_${other}`].blazepose_2d;
      expect(Math.abs(result.angles[`shoulder_elevation_${side}`].min_deg - min)).toBeLessThan(0.1);
      expect(Math.abs(result.angles[`shoulder_elevation_${side}`].max_deg - max)).toBeLessThan(0.1);
    }
    expect(result.reps).toHaveLength(2);
    expect(result.not_measured).toContainEqual({ measure: 'elbow_flexion_left', why: 'not measurable with this view' });
  });

  test('a table of angles has no key points and is refused', async () => {
    const { status, errors } = await analyse('--task', 'squat', join(data, 'cp_child_gait_angles.csv'));
    expect(status).toBe(2);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('row 1, column 2');
  });
});
