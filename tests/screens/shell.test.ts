import { describe, expect, it } from 'vitest';
import { parseRoute, type Route, toHash } from '../../src/screens/router';

const child = '0b6f0d52-6c7e-4f5e-9d63-1f0f5a1a7c11';
const routes: readonly (readonly [string, Route])[] = [
  ['#/', { screen: 'picker' }],
  [`#/play/${child}`, { screen: 'play', child }],
  ['#/therapist', { screen: 'therapist', child: null }],
  [`#/therapist/${child}`, { screen: 'therapist', child }],
  [`#/family/${child}`, { screen: 'family', child }],
];

describe('a route', () => {
  it.each(routes)('%s leads to its screen and back', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
    expect(toHash(route)).toBe(hash);
  });

  it.each(['', '#', '#/play', '#/family/', '#/shop', '#/play/a/b', '#/play/%E0%A4%A', '#therapists'])('%s is the picker', (hash) => {
    expect(parseRoute(hash)).toEqual({ screen: 'picker' });
  });

  it('keeps an id whole whatever is in it', () => {
    const odd: Route = { screen: 'family', child: 'a/b c?#d' };
    expect(parseRoute(toHash(odd))).toEqual(odd);
  });
});
