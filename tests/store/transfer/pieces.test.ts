import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Collected, collectPiece, cutPieces, joinPieces, mostPieces, pieceBytes } from '../../../src/store/transfer/pieces';

test('pictures that are seen in any order, doubled and among foreign ones, come to the same file', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 4000 }), fc.infiniteStream(fc.nat()), fc.array(fc.string()), (bytes, chance, foreign) => {
      const pieces = cutPieces(bytes) ?? [];
      const seen = [...pieces, ...pieces, ...foreign]
        .map((text) => ({ text, place: chance.next().value ?? 0 }))
        .sort((a, b) => a.place - b.place)
        .map(({ text }) => text);
      let collected: Collected | null = null;
      for (const text of seen) collected = collectPiece(collected, text);
      expect(collected && joinPieces(collected)).toEqual(new Uint8Array(bytes));
    }),
    { numRuns: 200 },
  );
});

test('a run that misses one picture is no file yet, and one of another file begins anew', () => {
  const [first = '', ...rest] = cutPieces(new Uint8Array(3 * pieceBytes).fill(7)) ?? [];
  const some = rest.reduce<Collected | null>(collectPiece, null);
  expect(some && joinPieces(some)).toBeNull();
  const [other = ''] = cutPieces(new Uint8Array(3 * pieceBytes).fill(8)) ?? [];
  expect(collectPiece(some, other)?.pieces.size).toBe(1);
  expect(collectPiece(some, first)?.pieces.size).toBe(3);
  for (const wrong of ['', 'https://example.org', first.replace('.1.3.', '.4.3.'), first.replace('.1.3.', '.1.999.')]) {
    expect(collectPiece(some, wrong)).toBe(some);
  }
});

test('what would take too many pictures is for a file', () => {
  expect(cutPieces(new Uint8Array(mostPieces * pieceBytes))?.length).toBe(mostPieces);
  expect(cutPieces(new Uint8Array(mostPieces * pieceBytes + 1))).toBeNull();
});
