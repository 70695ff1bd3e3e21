import type * as Phaser from 'phaser';
import type { Point } from '../kit/field';
import { paintOnce } from '../kit/glow';
import { disc, paper } from '../kit/paper';
import type { Bank, Layout } from './layout';
import type { Mood } from './moods';

type Context = CanvasRenderingContext2D;

/** A window of a house: its middle and its size in canvas pixels. */
export interface Pane extends Point {
  readonly w: number;
  readonly h: number;
}

/** How the windows of one bank's house are arranged. */
export interface House {
  readonly bank: Bank;
  readonly rows: number;
  readonly columns: number;
  /** From the ground up, as many as there are crossings to this bank. */
  readonly panes: readonly Pane[];
}

const leastRows = 3;

/** The house of a bank that awaits this many crossings. */
export function toHouse(layout: Layout, bank: Bank, count: number): House {
  const { bankPx, unit, quayY, bankX, wide } = layout;
  const columns = count <= 3 || (!wide && count <= 7) ? 1 : 2;
  const rows = Math.max(leastRows, Math.ceil(count / columns));
  const floor = Math.min(112 * unit, (quayY - 120 * unit) / (rows + 0.2));
  const w = Math.min(floor * 1.02, (bankPx - 20 * unit) / columns - 10 * unit);
  const h = Math.min(floor - 14 * unit, w * 1.04);
  const step = (bankPx - 16 * unit) / columns;
  const panes = Array.from({ length: count }, (_, i) => ({
    x: bankX[bank] + bankPx / 2 + ((i % columns) - (columns - 1) / 2) * step,
    y: quayY - 16 * unit - (Math.floor(i / columns) + 0.5) * floor,
    w,
    h,
  }));
  return { bank, rows, columns, panes };
}

/** Paints a house with its quay, as wide as the bank, from the top of the canvas to its bottom. Returns its key. */
export function paintHouse(scene: Phaser.Scene, layout: Layout, mood: Mood, house: House): string {
  const { bankPx, height, unit, quayY, bankX } = layout;
  const { bank } = house;
  const [wall, shade] = mood.walls[bank];
  const isLeft = bankX[bank] === 0;
  const pad = 14 * unit;
  return paintOnce(scene, `house-${bank}-${house.rows}-${house.columns}-${house.panes.length}`, bankPx + 2 * pad, height, (context) => {
    context.translate(pad, 0);
    const topPane = Math.min(...house.panes.map((pane) => pane.y - pane.h / 2), quayY - 250 * unit);
    const eaves = Math.max(96 * unit, topPane - 20 * unit);
    const [x0, x1] = isLeft ? [-pad * 2, bankPx - 8 * unit] : [8 * unit, bankPx + pad * 2];
    paintGable(context, mood, { x0, x1, eaves, quayY, unit, isLeft, wall, shade });
    for (const pane of house.panes) paintPane(context, mood, { ...pane, x: pane.x - bankX[bank] }, unit);
    paintQuay(context, layout, mood, isLeft);
  });
}

interface Gable {
  readonly x0: number;
  readonly x1: number;
  readonly eaves: number;
  readonly quayY: number;
  readonly unit: number;
  readonly isLeft: boolean;
  readonly wall: string;
  readonly shade: string;
}

function paintGable(context: Context, mood: Mood, { x0, x1, eaves, quayY, unit, isLeft, wall, shade }: Gable): void {
  const middle = isLeft ? (x1 - 8 * unit) / 2 : (x0 + x1) / 2 - 8 * unit;
  const half = x1 - x0;
  const peak = eaves - 78 * unit;
  const trace = (lift: number, out: number) => {
    context.beginPath();
    context.moveTo(x0 - out, eaves + lift);
    for (const [at, up] of [
      [0.28, 0],
      [0.28, 0.36],
      [0.16, 0.36],
      [0.16, 0.72],
      [0.07, 0.72],
      [0.07, 1],
    ] as const)
      context.lineTo(middle - at * half - out, eaves + (peak - eaves) * up + lift - out);
    for (const [at, up] of [
      [0.07, 1],
      [0.07, 0.72],
      [0.16, 0.72],
      [0.16, 0.36],
      [0.28, 0.36],
      [0.28, 0],
    ] as const)
      context.lineTo(middle + at * half + out, eaves + (peak - eaves) * up + lift - out);
    context.lineTo(x1 + out, eaves + lift - out);
    context.lineTo(x1 + out, quayY);
    context.lineTo(x0 - out, quayY);
    context.closePath();
  };
  paper(context, 16 * unit, 0.35, () => {
    context.fillStyle = mood.roof[0];
    trace(0, 5 * unit);
    context.fill();
  });
  context.fillStyle = wall;
  trace(7 * unit, -3 * unit);
  context.fill();
  context.save();
  trace(7 * unit, -3 * unit);
  context.clip();
  context.fillStyle = shade;
  context.fillRect(x1 - half * 0.2, 0, half, quayY);
  context.globalAlpha = 0.35;
  for (let y = eaves + 24 * unit, row = 0; y < quayY; y += 34 * unit, row++)
    for (let x = x0 + (row % 2) * 30 * unit; x < x1; x += 74 * unit) context.fillRect(x, y, 16 * unit, 5 * unit);
  context.restore();
  context.fillStyle = mood.frame;
  disc(context, { x: middle, y: eaves - 16 * unit }, 11 * unit);
  context.fillStyle = mood.pane;
  disc(context, { x: middle, y: eaves - 16 * unit }, 7 * unit);
}

function paintPane(context: Context, mood: Mood, { x, y, w, h }: Pane, unit: number): void {
  paper(context, 5 * unit, 0.3, () => {
    context.fillStyle = mood.frame;
    context.beginPath();
    context.roundRect(x - w / 2, y - h / 2, w, h, [w * 0.3, w * 0.3, 4 * unit, 4 * unit]);
    context.fill();
  });
  context.fillStyle = mood.pane;
  const rim = Math.max(3, 5 * unit);
  context.beginPath();
  context.roundRect(x - w / 2 + rim, y - h / 2 + rim, w - 2 * rim, h - 2 * rim, [w * 0.26, w * 0.26, 2, 2]);
  context.fill();
  context.strokeStyle = mood.frame;
  context.globalAlpha = 0.55;
  context.lineWidth = Math.max(1.5, 2.4 * unit);
  context.beginPath();
  context.moveTo(x, y - h / 2 + rim);
  context.lineTo(x, y + h / 2);
  context.moveTo(x - w / 2 + rim, y);
  context.lineTo(x + w / 2 - rim, y);
  context.stroke();
  context.globalAlpha = 1;
  paper(context, 3 * unit, 0.3, () => {
    context.fillStyle = mood.snow ? mood.roof[0] : mood.frame;
    context.beginPath();
    context.roundRect(x - w / 2 - 5 * unit, y + h / 2 - 3 * unit, w + 10 * unit, 7 * unit, 3 * unit);
    context.fill();
  });
}

function paintQuay(context: Context, layout: Layout, mood: Mood, isLeft: boolean): void {
  const { bankPx, height, unit, quayY } = layout;
  const [x0, x1] = isLeft ? [-40 * unit, bankPx] : [0, bankPx + 40 * unit];
  paper(context, 12 * unit, 0.35, () => {
    context.fillStyle = mood.stone[1];
    context.fillRect(x0, quayY, x1 - x0, height - quayY);
  });
  context.fillStyle = mood.stone[2];
  for (let y = quayY + 26 * unit, row = 0; y < height; y += 30 * unit, row++)
    for (let x = x0 + (row % 2) * 34 * unit; x < x1; x += 68 * unit) {
      const end = Math.min(x + 60 * unit, x1 - 5 * unit);
      if (end - x < 18 * unit) continue;
      context.globalAlpha = 0.5;
      context.beginPath();
      context.roundRect(x + 4 * unit, y, end - x - 4 * unit, 22 * unit, 6 * unit);
      context.fill();
    }
  context.globalAlpha = 1;
  context.fillStyle = mood.snow ? '#EEF3F4' : mood.stone[0];
  context.beginPath();
  context.roundRect(x0, quayY - 4 * unit, x1 - x0, 18 * unit, 6 * unit);
  context.fill();
}
