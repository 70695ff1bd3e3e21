import type { Rng } from '../../core/rng';
import { disc, lens, paper } from '../kit/paper';
import type { Layout } from './layout';
import type { Mood } from './moods';
import { paintPlant } from './plants';

type Pen = CanvasRenderingContext2D;

/** Size of an island's picture and where its ground line is in it, in canvas pixels. */
export function toIsleBox({ isleWide, unit, height, groundY }: Layout): {
  readonly width: number;
  readonly height: number;
  readonly groundY: number;
} {
  const above = 150 * unit;
  return { width: isleWide + 60 * unit, height: above + (height - groundY), groundY: above };
}

/** Paints one island of the string: a shore, a green top and, to the sides of the play, what grows there; `parks`: the near end is kept free for an aid. */
export function paintIsle(pen: Pen, layout: Layout, mood: Mood, dress: number, parks: boolean, rng: Rng): void {
  const { unit, isleWide } = layout;
  const box = toIsleBox(layout);
  const at = { x: box.width / 2, y: box.groundY + 30 * unit };
  const half = isleWide / 2;
  pen.fillStyle = mood.foam;
  pen.globalAlpha = 0.3;
  slab(pen, at.x, at.y + 30 * unit, half + 26 * unit, 58 * unit, 0.3);
  pen.globalAlpha = 1;
  for (const [colour, less, down, thick] of [
    [mood.shore[1], 0, 24, 52],
    [mood.shore[0], 4, 10, 50],
    [mood.tops[dress % 2] ?? mood.tops[0], 26, -4, 42],
  ] as const)
    paper(pen, 9 * unit, 0.24, () => {
      pen.fillStyle = colour;
      slab(pen, at.x, at.y + down * unit, half - less * unit, thick * unit, dress);
    });
  pen.fillStyle = 'rgba(255,255,255,.1)';
  lens(pen, at.x - half * 0.2, at.y - 20 * unit, half * 0.62, 9 * unit);
  for (const [x, tall, y] of [
    [-0.44, 118, -16],
    [-0.385, 62, 8],
    [0.4, 74, -20],
    [-0.47, 40, 20],
  ] as const)
    if (!parks || x > 0 || tall < 60)
      paintPlant(pen, mood, { x: at.x + x * isleWide, y: at.y + y * unit }, tall * unit, dress + Math.round(tall / 10));
  for (let i = 0; i < 16; i++) {
    const x = at.x + (rng.next() - 0.5) * isleWide * 0.84;
    const y = at.y + (14 + 18 * rng.next()) * unit;
    pen.fillStyle = mood.blossom[i % mood.blossom.length] ?? mood.foam;
    disc(pen, { x, y }, (2.6 + 2 * rng.next()) * unit);
  }
}

/** A flat lying sheet with uneven ends. */
function slab(pen: Pen, x: number, y: number, half: number, thick: number, dress: number): void {
  const bend = thick * (0.1 + 0.06 * dress);
  pen.beginPath();
  pen.moveTo(x - half, y);
  pen.bezierCurveTo(x - half * 0.98, y - thick * 0.9, x - half * 0.72, y - thick - bend, x - half * 0.3, y - thick);
  pen.bezierCurveTo(x, y - thick + bend, x + half * 0.4, y - thick - bend, x + half * 0.66, y - thick * 0.96);
  pen.bezierCurveTo(x + half * 0.94, y - thick * 0.86, x + half, y - thick * 0.3, x + half, y);
  pen.bezierCurveTo(x + half * 0.96, y + thick * 0.8, x + half * 0.5, y + thick, x, y + thick * 0.96);
  pen.bezierCurveTo(x - half * 0.5, y + thick * 1.04, x - half * 0.98, y + thick * 0.8, x - half, y);
  pen.fill();
}

/** Paints the plain island of the simple picture. */
export function paintPlainIsle(pen: Pen, layout: Layout, colour: string): void {
  const box = toIsleBox(layout);
  pen.fillStyle = colour;
  pen.beginPath();
  pen.roundRect(box.width / 2 - layout.isleWide / 2, box.groundY - 14 * layout.unit, layout.isleWide, 80 * layout.unit, 40 * layout.unit);
  pen.fill();
}
