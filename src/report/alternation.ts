import type { Rng } from '../core/rng';
import type { Metric } from '../drills/types';
import type { Arm } from '../plan/alternation';

/** What a single-case question found: b less a in the metric's unit, the interval that 95 % of the test leaves, and its p. */
export type AlternationAnswer =
  | { readonly answer: 'too-few-sessions'; readonly done: number; readonly needed: number }
  | {
      readonly answer: 'helps' | 'hinders' | 'cannot-tell';
      readonly effect: number;
      readonly low: number;
      readonly high: number;
      readonly p: number;
    };

/** Whole blocks below which no order could reach 5 %: 2 of 2⁶ orders are 3.1 %. */
export const leastBlocks = 6;

const exactBlocks = 10;
const sampledOrders = 999;

/**
 * Whether b is better than a, by a two-sided randomisation test over the orders that could have been drawn: all of them up to
 * ten blocks, 999 drawn ones above. `values` has a session's value by its place in the order, null where none was measured;
 * blocks that lack one are left out. The interval holds every constant effect that the same test would not refuse.
 */
export function answerAlternation(
  order: readonly Arm[],
  values: readonly (number | null)[],
  better: Exclude<Metric['better'], 'neither'>,
  rng: Rng,
): AlternationAnswer {
  const differences: number[] = [];
  for (let i = 0; i + 1 < order.length; i += 2) {
    const first = values[i] ?? null;
    const second = values[i + 1] ?? null;
    if (first !== null && second !== null) differences.push(order[i] === 'b' ? first - second : second - first);
  }
  if (differences.length < leastBlocks) return { answer: 'too-few-sessions', done: differences.length * 2, needed: leastBlocks * 2 };
  const signs = toSigns(differences.length, rng);
  const effect = toMean(differences);
  const p = testShift(differences, signs, 0);
  const low = findEdge(differences, signs, effect, -1);
  const high = findEdge(differences, signs, effect, 1);
  if (p > 0.05) return { answer: 'cannot-tell', effect, low, high, p };
  return { answer: effect > 0 === (better === 'higher') ? 'helps' : 'hinders', effect, low, high, p };
}

function toSigns(blocks: number, rng: Rng): readonly (readonly number[])[] {
  const places = Array.from({ length: blocks }, (_, i) => i);
  if (blocks <= exactBlocks) return Array.from({ length: 2 ** blocks }, (_, order) => places.map((i) => ((order >> i) & 1 ? -1 : 1)));
  // The order that was drawn counts as one of them, so that p is never 0.
  return [places.map(() => 1), ...Array.from({ length: sampledOrders }, () => places.map(() => (rng.next() < 0.5 ? -1 : 1)))];
}

function testShift(differences: readonly number[], signs: readonly (readonly number[])[], shift: number): number {
  const rest = differences.map((difference) => difference - shift);
  const found = Math.abs(toMean(rest)) * (1 - 1e-9);
  return signs.filter((order) => Math.abs(toMean(rest.map((value, i) => value * (order[i] ?? 1)))) >= found).length / signs.length;
}

function findEdge(differences: readonly number[], signs: readonly (readonly number[])[], effect: number, way: 1 | -1): number {
  let inside = 0;
  let outside = 2 * Math.max(...differences.map((value) => Math.abs(value - effect)));
  for (let i = 0; i < 24; i++) {
    const middle = (inside + outside) / 2;
    if (testShift(differences, signs, effect + way * middle) > 0.05) inside = middle;
    else outside = middle;
  }
  return effect + way * outside;
}

function toMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
