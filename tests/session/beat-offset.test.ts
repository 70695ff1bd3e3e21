import { describe, expect, test } from 'vitest';
import { gaitDrill } from '../../src/drills/gait/drill';
import { toBeatOffset } from '../../src/measures/beat-offset';
import type { SourceKind } from '../../src/movement/types';
import { parseRecording, toLines } from '../../src/session/recording';
import { toSetSpec } from '../../src/session/set-spec';
import type { Recording } from '../../src/session/types';
import { deviceFormat } from '../../src/store/formats/device';
import { checkHead } from '../../src/tools/analyse/recording-limits';
import { calmWalk, createGaitSet, even, walkByFoot } from '../drills/gait-set';

const lateMs = 120;
const beats = Array.from({ length: 16 }, (_, n) => 1500 + 1000 * n);

/** Steps that the tablet hears so much after the beat. */
function walkLate(beatOffsetMs: number | null) {
  const play = walkByFoot(createGaitSet({}, beatOffsetMs === null ? {} : { beatOffsetMs }));
  play.waitForCue();
  const firstMs = play.state.beat?.firstMs ?? 0;
  for (const [n] of even(12).entries()) play.stepAt(firstMs + n * 500 + lateMs);
  return play.waitForResult(1).metrics;
}

describe("a child exactly on the beat, heard 120 ms late by the tablet's own delay", () => {
  test('has no beat error once an adult has tapped along on the tablet', () => {
    const kept = toBeatOffset(
      beats.map((beat) => beat + lateMs),
      beats,
    );
    if (typeof kept === 'string') throw new Error(kept);
    expect(walkLate(kept.offsetMs).beatErrorMs).toBeCloseTo(0, 9);
  });

  test('has one of 120 ms as long as nobody has', () => {
    expect(walkLate(null).beatErrorMs).toBeCloseTo(lateMs, 9);
    expect(walkLate(0).beatErrorMs).toBeCloseTo(lateMs, 9);
  });

  test('has the same spread and cadence either way', () => {
    const { beatErrorMs: _, ...before } = walkLate(null);
    const { beatErrorMs: __, ...after } = walkLate(lateMs);
    expect(after).toEqual(before);
  });
});

const space = createGaitSet().space;
const specFor = (source: SourceKind, beatOffsets?: { touch?: number; switch?: number }) =>
  toSetSpec({ lockoutMs: 500, ...(beatOffsets ? { beatOffsets } : {}) }, { params: calmWalk, sides: [null], space, source });

describe('a set', () => {
  test.each([
    ['touch', 85],
    ['gamepad', 40],
    ['pose', undefined],
    ['motion', undefined],
    ['adult', undefined],
  ] as const)('played by %s carries the delay of that input: %s', (source, wanted) => {
    expect(specFor(source, { touch: 85, switch: 40 }).beatOffsetMs).toBe(wanted);
  });

  test('says nothing of a delay that is none or was not measured', () => {
    expect('beatOffsetMs' in specFor('touch')).toBe(false);
    expect('beatOffsetMs' in specFor('touch', { touch: 0 })).toBe(false);
    expect('beatOffsetMs' in specFor('gamepad', { touch: 85 })).toBe(false);
  });
});

describe('a recording', () => {
  const toRecording = (beatOffsetMs: number): Recording => ({
    format: 1,
    game: 'parade',
    drill: gaitDrill.id,
    drillVersion: gaitDrill.version,
    set: createGaitSet({}, { beatOffsetMs }),
    seed: 'feet',
    calibration: {
      source: 'motion',
      fieldMm: { width: 260, height: 170 },
      touch: { holdMs: 0, mergeMs: 120, edgeRestMm: 8, palmMm: 30 },
      switches: { mergeMs: 120, holdMs: 0, scanMs: 1500 },
    } as unknown as Recording['calibration'],
    frames: [],
    cuts: [],
  });

  test('carries the delay with its set', () => {
    const [head] = toLines(toRecording(85)).split('\n');
    expect(JSON.parse(head ?? '').set.beatOffsetMs).toBe(85);
  });

  test.each([0, 400])('of %d ms can have come from the app', (ms) => {
    expect(checkHead(toRecording(ms), gaitDrill)).toBeNull();
  });

  test.each([-1, 401])('of %d ms cannot', (ms) => {
    expect(checkHead(toRecording(ms), gaitDrill)).toContain('set.beatOffsetMs');
  });

  test('with a delay in words is refused', () => {
    const lines = toLines(toRecording(85)).replace('"beatOffsetMs":85', '"beatOffsetMs":"85"');
    const parsed = parseRecording(lines);
    expect(parsed.ok ? [] : parsed.problems.filter((problem) => problem.includes('beatOffsetMs'))).toHaveLength(1);
  });
});

describe('the tablet keeps', () => {
  const edit = (fields: Readonly<Record<string, unknown>>) =>
    deviceFormat.check({
      id: '00000000-0000-4000-8000-000000000001',
      kind: 'device',
      format: 1,
      device: '00000000-0000-4000-8000-000000000002',
      n: 1,
      on: '2026-03-26',
      at: '2026-03-26T09:00:00.000Z',
      child: null,
      base: [],
      body: { fields },
    }).ok;

  test.each(['beatOffsetMsTouch', 'beatOffsetMsSwitch'])('a delay of 0 to 400 ms and its forgetting (%s)', (field) => {
    expect([0, 400, null].map((ms) => edit({ [field]: ms }))).toEqual([true, true, true]);
    expect([-1, 401, '85'].map((ms) => edit({ [field]: ms }))).toEqual([false, false, false]);
  });

  test('no delay of an input that there is not', () => {
    expect(edit({ beatOffsetMsEye: 100 })).toBe(false);
  });
});
