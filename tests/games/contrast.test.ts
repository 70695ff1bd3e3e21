import { expect, test } from 'vitest';
import { rimColour } from '../../src/games/fireflies/area';
import { moods, plainGround } from '../../src/games/fireflies/moods';
import { toLuminance } from './flash-meter';

const luminanceOf = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return toLuminance(r, g, b);
};
const contrast = (a: string, b: string) => {
  const [dark = 0, light = 0] = [luminanceOf(a), luminanceOf(b)].sort((p, q) => p - q);
  return (light + 0.05) / (dark + 0.05);
};

for (const mood of moods) {
  test(`a target's rim has 3:1 on every ground of the ${mood.name}`, () => {
    for (const ground of [...mood.sky, ...mood.sea]) expect(contrast(rimColour, ground), ground).toBeGreaterThanOrEqual(3);
  });
}

test("a target's rim has 7:1 on the plain grounds", () => {
  for (const ground of Object.values(plainGround)) expect(contrast(rimColour, ground), ground).toBeGreaterThanOrEqual(7);
});
