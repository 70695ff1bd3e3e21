import { describe, expect, it } from 'vitest';
import { layPath } from '../../src/screens/family/path';

const top = 300;

describe('the pebble path', () => {
  it.each([
    [248, 1],
    [248, 40],
    [320, 17],
    [590, 21],
    [780, 8],
    [780, 10],
    [780, 21],
    [780, 22],
    [780, 40],
    [980, 40],
  ])('%i px wide holds %i pebbles, all on the sand and none on another', (width, count) => {
    const { places, height, pebble, end } = layPath(width, top, count);
    expect(places).toHaveLength(count);
    for (const [i, place] of places.entries()) {
      // A newest pebble is a little larger: 0.6 of its side.
      expect(place.x).toBeGreaterThan(pebble * 0.6);
      expect(place.x).toBeLessThan(width - pebble * 0.6);
      expect(place.y).toBeGreaterThan(top + pebble * 0.6);
      expect(place.y).toBeLessThan(height - pebble * 0.6);
      for (const other of places.slice(i + 1)) expect(Math.hypot(place.x - other.x, place.y - other.y)).toBeGreaterThan(pebble * 0.85);
    }
    expect(end.x - end.size / 2).toBeGreaterThanOrEqual(0);
    expect(end.x + end.size / 2).toBeLessThanOrEqual(width);
  });

  it('has the companion where it ends, also before the first pebble', () => {
    const { places, end, height } = layPath(780, top, 3);
    expect(end.x).toBeGreaterThan((places.at(-1)?.x ?? 0) + 70);
    expect(layPath(780, top, 0)).toMatchObject({ places: [], end: { size: end.size } });
    expect(layPath(780, top, 0).height).toBe(height);
  });

  it('winds up the sand, from the oldest pebble to the newest', () => {
    const { places } = layPath(780, top, 30);
    expect(places[29]?.y).toBeLessThan((places[0]?.y ?? 0) - 150);
  });

  it('a new pebble moves none of those that lie there', () => {
    const fromBelow = (count: number) => {
      const { places, height } = layPath(780, top, count);
      return places.map(({ x, y }) => [x, height - y].map((part) => part.toFixed(3)));
    };
    for (const count of [3, 8, 9, 20, 30]) expect(fromBelow(count + 1).slice(0, count)).toEqual(fromBelow(count));
  });
});
