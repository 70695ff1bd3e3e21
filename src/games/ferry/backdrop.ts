import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import { paintOnce } from '../kit/glow';
import { disc, lens, paper, wave } from '../kit/paper';
import type { Layout } from './layout';
import type { Mood } from './moods';

type Context = CanvasRenderingContext2D;

/** Paints all that never moves behind the ferry on one texture: sky, orb, far shore, water. Returns its key. */
export function paintRiver(scene: Phaser.Scene, layout: Layout, mood: Mood, rng: Rng): string {
  const { width, height } = layout;
  return paintOnce(scene, 'river', width, height, (context) => {
    if (layout.mirrored) {
      context.translate(width, 0);
      context.scale(-1, 1);
    }
    paintSky(context, layout, mood);
    paintShore(context, layout, mood, rng.fork('shore'));
    paintWater(context, layout, mood);
  });
}

function fillBelow(context: Context, layout: Layout, colour: string, y: number, swell: number, length: number, shift: number): void {
  context.fillStyle = colour;
  context.beginPath();
  wave(context, layout.width, y, swell, length, shift);
  context.lineTo(layout.width, layout.height);
  context.lineTo(0, layout.height);
  context.fill();
}

function paintSky(context: Context, layout: Layout, mood: Mood): void {
  const { width, height, horizonY, unit } = layout;
  context.fillStyle = mood.sky[0] ?? '';
  context.fillRect(0, 0, width, height);
  mood.sky.slice(1).forEach((colour, i) => {
    const y = horizonY * (0.16 + 0.2 * i);
    paper(context, 20 * unit, 0.1, () => fillBelow(context, layout, colour, y, 15 * unit, width * (0.5 + 0.14 * i), i * 2.1));
  });
  if (!mood.orb) return;
  const { colour, halo, x, y, sizeU } = mood.orb;
  const at = { x: x * width, y: y * horizonY };
  context.fillStyle = halo;
  for (const [grow, alpha] of [
    [2.4, 0.14],
    [1.8, 0.2],
    [1.35, 0.3],
  ] as const) {
    context.globalAlpha = alpha;
    disc(context, at, sizeU * grow * unit);
  }
  context.globalAlpha = 1;
  paper(context, 20 * unit, 0.14, () => {
    context.fillStyle = colour;
    disc(context, at, sizeU * unit);
  });
}

/** Hills, then a row of small houses and trees on the far shore. */
function paintShore(context: Context, layout: Layout, mood: Mood, rng: Rng): void {
  const { width, horizonY, unit } = layout;
  mood.hills.forEach((colour, i) => {
    const y = horizonY - (104 - 42 * i) * unit;
    paper(context, 14 * unit, 0.14, () => fillBelow(context, layout, colour, y, (34 - 9 * i) * unit, width * (0.42 + 0.11 * i), 1.2 + i * 2.4));
  });
  const baseY = horizonY + 3 * unit;
  for (let x = layout.bankPx * 0.8; x < width - layout.bankPx * 0.8; ) {
    const w = (26 + rng.next() * 22) * unit;
    const kind = rng.next();
    if (kind < 0.5) {
      const h = (24 + rng.next() * 24) * unit;
      const wall = mood.farHouse[Math.floor(rng.next() * mood.farHouse.length)] ?? '';
      paper(context, 6 * unit, 0.2, () => paintSmallHouse(context, mood, x, baseY, w, h, wall));
    } else if (kind < 0.86) paintTree(context, mood, x + w / 2, baseY, w * 0.42);
    x += w * (kind < 0.5 ? 0.98 : kind < 0.86 ? 0.8 : 1.3);
  }
}

function paintSmallHouse(context: Context, mood: Mood, x: number, baseY: number, w: number, h: number, wall: string): void {
  context.fillStyle = wall;
  context.fillRect(x, baseY - h, w, h);
  context.fillStyle = mood.roof[0];
  context.beginPath();
  context.moveTo(x - w * 0.08, baseY - h);
  context.lineTo(x + w / 2, baseY - h - w * 0.52);
  context.lineTo(x + w * 1.08, baseY - h);
  context.fill();
  context.fillStyle = mood.lanterns ? '#F8CF7A' : mood.pane;
  context.globalAlpha = mood.lanterns ? 0.85 : 0.4;
  context.fillRect(x + w * 0.2, baseY - h * 0.78, w * 0.2, h * 0.24);
  context.fillRect(x + w * 0.6, baseY - h * 0.78, w * 0.2, h * 0.24);
  context.globalAlpha = 1;
}

function paintTree(context: Context, mood: Mood, x: number, baseY: number, r: number): void {
  context.fillStyle = mood.roof[1];
  context.fillRect(x - r * 0.09, baseY - r, r * 0.18, r);
  context.fillStyle = mood.tree[0];
  disc(context, { x, y: baseY - r * 1.5 }, r);
  context.fillStyle = mood.tree[1];
  disc(context, { x: x + r * (mood.snow ? -0.1 : 0.28), y: baseY - r * (mood.snow ? 1.85 : 1.34) }, r * 0.62);
}

/** Edges of the water bands behind the ferry and before it, as shares of their depth. */
const seaSteps = [0, 0.1, 0.27, 0.5, 0.76];
const nearSteps = [0, 0.2, 0.48, 0.76];

function paintWater(context: Context, layout: Layout, mood: Mood): void {
  const { width, horizonY, waterY, unit } = layout;
  const depth = waterY - horizonY;
  mood.sea.forEach((colour, i) => {
    const y = horizonY + depth * (seaSteps[i] ?? 0);
    paper(context, (5 + 3 * i) * unit, i === 0 ? 0 : 0.12, () =>
      fillBelow(context, layout, colour, y, (i === 0 ? 0 : 1.5 + i) * unit, (150 + 60 * i) * unit, i * 2.3),
    );
  });
  paintCable(context, layout);
  if (!mood.orb) return;
  context.fillStyle = mood.orb.halo;
  for (let i = 0; i < 9; i++) {
    const along = i / 9;
    context.globalAlpha = 0.42 * (1 - along) + 0.06;
    const x = mood.orb.x * width + Math.sin(i * 2.1) * 18 * unit * along;
    lens(context, x, horizonY + depth * (0.04 + 0.9 * along ** 1.2), (14 + 52 * along + (i % 3) * 10) * unit, (2 + 2.6 * along) * unit);
  }
  context.globalAlpha = 1;
}

/** The cable on which the ferry goes, from quay to quay behind it. */
function paintCable(context: Context, { width, waterY, bankPx, ship }: Layout): void {
  const y = waterY - 46 * ship;
  context.strokeStyle = '#4A3A44';
  context.lineWidth = 4 * ship;
  context.beginPath();
  context.moveTo(bankPx * 0.7, y);
  context.quadraticCurveTo(width / 2, y + 34 * ship, width - bankPx * 0.7, y);
  context.stroke();
}

/** Paints the water before the ferry, from a little above its waterline to the bottom of the canvas. Returns its key. */
export function paintNearWater(scene: Phaser.Scene, layout: Layout, mood: Mood): string {
  const { width, height, unit } = layout;
  const top = toNearTop(layout);
  const depth = height - top;
  return paintOnce(scene, 'near-water', width, depth, (context) => {
    mood.near.forEach((colour, i) => {
      const y = (8 + (nearSteps[i] ?? 0) * (depth / unit)) * unit;
      const swell = (3 + 1.6 * i) * unit;
      const length = (190 + 70 * i) * unit;
      paper(context, (8 + 3 * i) * unit, 0.16, () => {
        context.fillStyle = colour;
        context.beginPath();
        wave(context, width, y, swell, length, i * 1.9);
        context.lineTo(width, depth);
        context.lineTo(0, depth);
        context.fill();
      });
      context.strokeStyle = mood.foam;
      context.globalAlpha = i === 0 ? 0.5 : 0.22;
      context.lineWidth = 2.4 * unit;
      context.beginPath();
      wave(context, width, y + 1.4 * unit, swell, length, i * 1.9);
      context.stroke();
      context.globalAlpha = 1;
    });
  });
}

/** Upper edge of the water before the ferry. */
export function toNearTop(layout: Layout): number {
  return layout.waterY - 10 * layout.unit;
}
