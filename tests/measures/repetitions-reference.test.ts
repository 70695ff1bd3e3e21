import { describe, expect, test } from 'vitest';
import { measurePoseRepetitions } from '../../src/measures/repetitions-from-pose';
import { present, readFrames, recorded, reference, worsened } from './pose-frames';

describe.skipIf(!present)('repetitions of the marker recordings', () => {
  describe.each(recorded)('$movement, $name', ({ name, movement }) => {
    test('are exactly ten, each starting and ending within half a second of the reference', () => {
      const { repetitions, confidence } = measurePoseRepetitions(movement, readFrames(name)) ?? expect.fail('not measured');
      expect(repetitions).toHaveLength(10);
      expect(confidence).toBeGreaterThan(0.8);
      for (const [i, { start_s, end_s }] of (reference[name]?.per_rep ?? []).entries()) {
        expect(Math.abs((repetitions[i]?.startMs ?? Number.NaN) / 1000 - start_s), `start of ${i + 1}`).toBeLessThanOrEqual(0.5);
        expect(Math.abs((repetitions[i]?.endMs ?? Number.NaN) / 1000 - end_s), `end of ${i + 1}`).toBeLessThanOrEqual(0.5);
      }
    });

    test.each(worsened)('are still ten within half a second with %s', (_, worsen) => {
      const found = measurePoseRepetitions(movement, worsen(readFrames(name)))?.repetitions ?? [];
      expect(found).toHaveLength(10);
      for (const [i, { start_s, end_s }] of (reference[name]?.per_rep ?? []).entries()) {
        expect(Math.abs((found[i]?.startMs ?? Number.NaN) / 1000 - start_s), `start of ${i + 1}`).toBeLessThanOrEqual(0.5);
        expect(Math.abs((found[i]?.endMs ?? Number.NaN) / 1000 - end_s), `end of ${i + 1}`).toBeLessThanOrEqual(0.5);
      }
    });

    test('are still ten when the child leaves the picture for ten seconds, at rest or in the middle of one', () => {
      const reps = reference[name]?.per_rep ?? [];
      const leaveAt = [reps[4]?.end_s, reps[4]?.peak_t_s];
      for (const leaveS of leaveAt) {
        const away = readFrames(name).map((frame) => ({ ...frame, tMs: frame.tMs + (frame.tMs / 1000 > (leaveS ?? 0) ? 10_000 : 0) }));
        const { repetitions, confidence } = measurePoseRepetitions(movement, away) ?? expect.fail('not measured');
        expect(repetitions).toHaveLength(10);
        expect(repetitions.every(({ startMs, endMs }) => endMs - startMs < 7000)).toBe(true);
        expect(confidence).toBeLessThan(0.85);
      }
    });
  });
});
