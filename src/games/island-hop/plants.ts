import type { Point } from '../kit/field';
import { disc } from '../kit/paper';
import type { Mood } from './moods';

type Pen = CanvasRenderingContext2D;

/** Paints what grows in this mood with its foot at a place; `tall` in canvas pixels. */
export function paintPlant(pen: Pen, mood: Mood, at: Point, tall: number, index: number): void {
  pen.save();
  pen.translate(at.x, at.y);
  pen.scale(tall / 100, tall / 100);
  const leaf = mood.leaves[index % mood.leaves.length] ?? '#4E8F5B';
  const blossom = mood.blossom[index % mood.blossom.length] ?? '#F7EAD0';
  if (index % 3 === 2) paintBush(pen, leaf, blossom);
  else if (mood.plants === 'palms') paintPalm(pen, leaf, mood.leaves[(index + 1) % mood.leaves.length] ?? leaf);
  else if (mood.plants === 'pines') paintPine(pen, leaf);
  else paintGlowStalk(pen, leaf, blossom);
  pen.restore();
}

function paintBush(pen: Pen, leaf: string, blossom: string): void {
  pen.fillStyle = leaf;
  for (const [x, y, r] of [
    [-26, -18, 24],
    [26, -20, 25],
    [0, -36, 30],
  ] as const)
    disc(pen, { x, y }, r);
  pen.fillStyle = 'rgba(255,255,255,.14)';
  disc(pen, { x: -10, y: -44 }, 17);
  pen.fillStyle = blossom;
  for (const [x, y] of [
    [-30, -24],
    [-6, -50],
    [16, -28],
    [34, -22],
    [-10, -18],
  ] as const)
    disc(pen, { x, y }, 6);
}

function paintPalm(pen: Pen, leaf: string, back: string): void {
  pen.strokeStyle = '#8A6A4A';
  pen.lineWidth = 9;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.moveTo(0, 0);
  pen.quadraticCurveTo(4, -46, 20, -86);
  pen.stroke();
  for (const [deg, long, colour] of [
    [200, 44, back],
    [-20, 46, back],
    [232, 40, leaf],
    [-56, 42, leaf],
    [160, 40, leaf],
    [18, 40, leaf],
  ] as const) {
    pen.save();
    pen.translate(20, -88);
    pen.rotate((deg * Math.PI) / 180);
    pen.fillStyle = colour;
    pen.beginPath();
    pen.moveTo(0, 0);
    const up = Math.cos((deg * Math.PI) / 180) > 0 ? -1 : 1;
    pen.quadraticCurveTo(long * 0.5, up * 20, long, up * -8);
    pen.quadraticCurveTo(long * 0.5, up * 2, 0, 0);
    pen.fill();
    pen.restore();
  }
}

function paintPine(pen: Pen, leaf: string): void {
  pen.fillStyle = '#6A5648';
  pen.fillRect(-4, -24, 8, 26);
  for (const [down, half] of [
    [14, 30],
    [40, 24],
    [64, 17],
  ] as const) {
    pen.fillStyle = leaf;
    pen.beginPath();
    pen.moveTo(-half, -down);
    pen.quadraticCurveTo(0, -down + 8, half, -down);
    pen.lineTo(0, -down - 38);
    pen.fill();
    pen.fillStyle = 'rgba(12,30,48,.14)';
    pen.beginPath();
    pen.moveTo(4, -down + 3);
    pen.lineTo(half, -down);
    pen.lineTo(0, -down - 38);
    pen.fill();
  }
}

function paintGlowStalk(pen: Pen, leaf: string, blossom: string): void {
  pen.strokeStyle = leaf;
  pen.lineWidth = 7;
  pen.lineCap = 'round';
  for (const [x, y] of [
    [-22, -52],
    [4, -84],
    [26, -60],
  ] as const) {
    pen.beginPath();
    pen.moveTo(0, 0);
    pen.quadraticCurveTo(x * 0.2, y * 0.6, x, y);
    pen.stroke();
    const glow = pen.createRadialGradient(x, y, 0, x, y, 26);
    glow.addColorStop(0, `${blossom}88`);
    glow.addColorStop(1, `${blossom}00`);
    pen.fillStyle = glow;
    disc(pen, { x, y }, 26);
    pen.fillStyle = blossom;
    disc(pen, { x, y }, 10);
  }
}
