import { describe, expect, test } from 'vitest';
import type { Side } from '../../src/core/units';
import { toWalkFrame, type WalkContact } from '../../src/drills/synthetic-walk';
import { median } from '../../src/measures/median';
import { findBouts } from '../../src/measures/steps';
import { toWalkingSignals } from '../../src/measures/walking-signal';

const contactsAt = (count: number, stepMs: number, first: Side): WalkContact[] =>
  Array.from({ length: count }, (_, i) => ({ tMs: 3000 + i * stepMs, side: (i % 2 === 0) === (first === 'left') ? 'left' : 'right', stepMs }));

/** Standing, the contacts, standing again. */
function walk(contacts: readonly WalkContact[], endMs: number) {
  return Array.from({ length: endMs / 10 }, (_, i) => {
    const atMs = i * 10;
    const last = contacts.findLast(({ tMs }) => tMs <= atMs) ?? null;
    const next = contacts.find(({ tMs }) => tMs > atMs) ?? null;
    return toWalkFrame(atMs, last, next);
  });
}

const findSteps = (frames: ReturnType<typeof walk>) =>
  toWalkingSignals(frames.map(({ capturedMs, accelMps2, rotationDps }) => ({ tMs: capturedMs, accelMps2, rotationDps }))).flatMap((signal) =>
    findBouts(signal).flat(),
  );

describe('a synthetic walk', () => {
  test.each([400, 500, 650, 900])('has every step of %i ms where it was made, and no other', (stepMs) => {
    const contacts = contactsAt(16, stepMs, 'left');
    const found = findSteps(walk(contacts, 3000 + 16 * stepMs + 3000)).map((s) => s * 1000);
    expect(found).toHaveLength(16);
    const offsets = found.map((ms, i) => ms - (contacts[i]?.tMs ?? 0));
    const middle = median(offsets) ?? 0;
    expect(middle).toBeCloseTo(60, -1);
    for (const offset of offsets) expect(Math.abs(offset - middle)).toBeLessThan(60);
  });

  test('has no step while the child stands', () => {
    expect(findSteps(walk([], 20_000))).toEqual([]);
  });

  test('that begins with the other foot is its mirror image', () => {
    const left = walk(contactsAt(12, 500, 'left'), 12_000);
    const right = walk(contactsAt(12, 500, 'right'), 12_000);
    for (const [i, frame] of left.entries()) {
      const other = right[i];
      expect(other?.accelMps2[0]).toBeCloseTo(-frame.accelMps2[0], 12);
      expect(other?.accelMps2[1]).toBe(frame.accelMps2[1]);
      expect(other?.rotationDps?.[1]).toBeCloseTo(-(frame.rotationDps?.[1] ?? 0), 12);
    }
  });

  test('reads gravity alone at rest', () => {
    expect(toWalkFrame(500, null, null).accelMps2).toEqual([0, 9.81, 0]);
  });
});
