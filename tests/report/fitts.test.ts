import { describe, expect, it } from 'vitest';
import { toFittsBits, toFittsWord } from '../../src/report/fitts';

describe("Fitts' index", () => {
  it('is log2 of twice the distance over the width: 150 mm and 75 mm make 2 bits', () => {
    expect(toFittsBits(150, 75)).toBe(2);
  });

  it('is never below zero, and absent without a distance', () => {
    expect(toFittsBits(20, 80)).toBe(0);
    expect(toFittsBits(0, 80)).toBeNull();
  });

  it.each([
    [2, 'easy'],
    [2.01, 'aim'],
    [3, 'aim'],
    [3.01, 'hard'],
  ])('of %d bits is said as %s', (bits, word) => {
    expect(toFittsWord(bits)).toBe(word);
  });
});
