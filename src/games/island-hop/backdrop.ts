import type { Rng } from '../../core/rng';
import { disc, lens, paper, wave } from '../kit/paper';
import type { Layout } from './layout';
import type { Mood } from './moods';
import { paintPlant } from './plants';

type Pen = CanvasRenderingContext2D;

/** Paints sky, far hills and the sea in sheets of paper, with the whole string of islands lying in it. */
export function paintBackdrop(pen: Pen, layout: Layout, mood: Mood, rng: Rng): void {
  const { width, height, unit, horizonY, mirrored } = layout;
  const sky = pen.createLinearGradient(0, 0, 0, horizonY);
  sky.addColorStop(0, mood.sky[0]);
  sky.addColorStop(1, mood.sky[1]);
  pen.fillStyle = sky;
  pen.fillRect(0, 0, width, horizonY + 4);
  if (mood.stars) {
    const stars = rng.fork('stars');
    pen.fillStyle = '#F3E8C8';
    for (let i = 0; i < 60; i++) {
      pen.globalAlpha = 0.35 + 0.5 * stars.next();
      disc(pen, { x: stars.next() * width, y: stars.next() * horizonY * 0.9 }, (0.9 + 1.5 * stars.next()) * unit);
    }
    pen.globalAlpha = 1;
  }
  const { light } = mood;
  const sun = { x: (mirrored ? 1 - light.x : light.x) * width, y: light.y * height };
  const radius = light.r * 800 * unit;
  const glow = pen.createRadialGradient(sun.x, sun.y, 0, sun.x, sun.y, radius * 2.6);
  glow.addColorStop(0, `rgba(${light.colour},.7)`);
  glow.addColorStop(0.35, `rgba(${light.colour},.25)`);
  glow.addColorStop(1, `rgba(${light.colour},0)`);
  pen.fillStyle = glow;
  pen.fillRect(0, 0, width, horizonY + 4);
  pen.fillStyle = `rgb(${light.colour})`;
  disc(pen, sun, radius * 0.5);
  for (const [i, colour] of mood.hills.entries()) {
    paper(pen, 6 * unit, 0.16, () => {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.moveTo(0, horizonY + 10);
      wave(pen, width, horizonY - (30 - 20 * i) * unit, (20 - 7 * i) * unit, (420 - 110 * i) * unit, 1.3 + i * 2.4);
      pen.lineTo(width + 8, horizonY + 10);
      pen.fill();
    });
  }
  paintSea(pen, layout, mood, rng.fork('sea'));
}

function paintSea(pen: Pen, { width, height, unit, horizonY, groundY }: Layout, mood: Mood, rng: Rng): void {
  const sheets = [
    [horizonY, mood.sea[0], 0],
    [horizonY + (groundY - horizonY) * 0.16, null, 3],
    [horizonY + (groundY - horizonY) * 0.36, mood.sea[1], 4],
    [horizonY + (groundY - horizonY) * 0.72, null, 5],
    [groundY + 14 * unit, mood.sea[2], 6],
  ] as const;
  for (const [i, [y, colour, swell]] of sheets.entries()) {
    paper(pen, (i === 0 ? 0 : 10) * unit, 0.2, () => {
      pen.fillStyle = colour ?? mix(sheets[i - 1]?.[1] ?? mood.sea[0], sheets[i + 1]?.[1] ?? mood.sea[2]);
      pen.beginPath();
      pen.moveTo(0, height);
      wave(pen, width, y, swell * unit, (150 + 60 * i) * unit, i * 1.9);
      pen.lineTo(width + 8, height);
      pen.fill();
    });
  }
  pen.fillStyle = mood.foam;
  for (let i = 0; i < 46; i++) {
    const y = horizonY + 8 * unit + rng.next() ** 1.3 * (height - horizonY) * 0.94;
    const far = (y - horizonY) / (height - horizonY);
    pen.globalAlpha = 0.14 + 0.14 * (1 - far);
    lens(pen, rng.next() * width, y, (8 + 26 * far + rng.next() * 14) * unit, (1 + 1.4 * far) * unit);
  }
  pen.globalAlpha = 1;
}

/** The colour half-way between two. */
function mix(a: string, b: string): string {
  const part = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return `rgb(${[1, 3, 5].map((at) => Math.round((part(a, at) + part(b, at)) / 2)).join(',')})`;
}

/** Paints the string of islands far out, each with something that grows on it. */
export function paintChain(pen: Pen, layout: Layout, mood: Mood): void {
  const { chain, isletPx } = layout;
  for (const [i, { x, y }] of chain.entries()) {
    const last = i === chain.length - 1;
    const half = (isletPx / 2) * (last ? 1.12 : 0.9 + 0.14 * ((i * 7) % 3) * 0.5);
    pen.fillStyle = mood.foam;
    pen.globalAlpha = 0.35;
    pen.beginPath();
    pen.ellipse(x, y + half * 0.1, half * 1.14, half * 0.3, 0, 0, 7);
    pen.fill();
    pen.globalAlpha = 1;
    for (const [colour, wide, up] of [
      [mood.shore[1], 1, 0.1],
      [mood.shore[0], 1, 0],
      [mood.tops[i % 2] ?? mood.tops[0], 0.84, -0.08],
    ] as const)
      paper(pen, half * 0.1, 0.2, () => {
        pen.fillStyle = colour;
        pen.beginPath();
        pen.ellipse(x, y + up * half, half * wide, half * 0.26 * wide, 0, 0, 7);
        pen.fill();
      });
    if (last) continue;
    paintPlant(pen, mood, { x: x - half * 0.34, y: y - half * 0.08 }, half * 0.95, i);
    paintPlant(pen, mood, { x: x + half * 0.4, y: y }, half * 0.5, i + 2);
  }
}
