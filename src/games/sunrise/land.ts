import { lens, paper, wave } from '../kit/paper';
import type { Layout } from './layout';

/** Turns a colour of the bright morning into the one of this light. */
export type Tone = (colour: string) => string;
type Context = CanvasRenderingContext2D;
type Place = readonly [x: number, y: number];

/** A valley between mountains: a river, fields, a hill in front. */
export function paintValleyLand(context: Context, layout: Layout, tone: Tone): void {
  const { width, height, unit, horizonY } = layout;
  mountains(context, layout, tone('#8095B5'), tone('#A3B4CD'), [
    [-0.08, 0.46],
    [0.07, 0.33],
    [0.19, 0.45],
    [0.27, 0.4],
    [0.43, 0.61],
    [0.63, 0.61],
    [0.78, 0.38],
    [0.86, 0.44],
    [0.96, 0.3],
    [1.1, 0.46],
  ]);
  mountains(context, layout, tone('#62819B'), tone('#7F9DB2'), [
    [-0.08, 0.5],
    [0.02, 0.45],
    [0.14, 0.54],
    [0.22, 0.5],
    [0.36, 0.615],
    [0.72, 0.615],
    [0.84, 0.52],
    [0.91, 0.55],
    [1.04, 0.44],
    [1.1, 0.5],
  ]);
  hill(context, layout, 0.607, 0, 0.5, 0.4, tone('#A9C78E'));
  hill(context, layout, 0.648, 13, 0.62, 3.9, tone('#8BB97C'));
  field(context, layout, [0.6, 0.7], 0.16, 0.05, tone('#E3C06C'), tone('#CFA651'));
  field(context, layout, [0.16, 0.715], 0.13, 0.05, tone('#A48BBD'), tone('#8B70A8'));
  hill(context, layout, 0.722, 16, 0.74, 1.4, tone('#6FAA6A'));
  river(context, layout, tone('#7FB8CF'), tone('#B4D9E4'));
  field(context, layout, [0.74, 0.78], 0.17, 0.05, tone('#8CC47C'), tone('#6DA863'));
  context.save();
  hill(context, layout, 0.885, 20, 0.9, 2.6, tone('#4E8F5B'));
  context.restore();
  grass(context, layout, 0.9, tone('#3F7C4E'));
  context.fillStyle = tone('#44844F');
  lens(context, width * 0.52, height * 1.02, width * 0.6, 30 * unit);
  void horizonY;
}

/** Open water with far islands, and a sandy shore in front. */
export function paintBayLand(context: Context, layout: Layout, tone: Tone): void {
  const { width, height, unit, horizonY } = layout;
  for (const [x, y, half, colour] of [
    [0.06, 0.52, 0.2, '#7C9DB0'],
    [0.95, 0.5, 0.17, '#7C9DB0'],
    [0.2, 0.56, 0.14, '#65909F'],
    [0.8, 0.555, 0.12, '#65909F'],
  ] as const)
    paper(context, 10 * unit, 0.2, () => {
      context.fillStyle = tone(colour);
      context.beginPath();
      context.moveTo((x - half) * width, horizonY + 4);
      context.bezierCurveTo((x - half * 0.6) * width, y * height, (x - half * 0.2) * width, y * height - 10 * unit, x * width, y * height);
      context.bezierCurveTo((x + half * 0.3) * width, (y + 0.02) * height, (x + half * 0.5) * width, y * height, (x + half) * width, horizonY + 4);
      context.fill();
    });
  const sea = ['#6FB0C4', '#5BA2BB', '#4993B0', '#3A85A5', '#2F7798', '#276A8A'];
  sea.forEach((colour, i) => {
    const y = 0.6 + (i === 0 ? 0 : 0.015 + 0.058 * i);
    hill(context, layout, y, i === 0 ? 0 : 3 + 2 * i, 0.16 + 0.07 * i, i * 2.3, tone(colour));
    context.strokeStyle = tone('#A9D6E0');
    context.globalAlpha = 0.4;
    context.lineWidth = 2 * unit;
    context.beginPath();
    wave(context, width, y * height + unit, (i === 0 ? 0 : 3 + 2 * i) * unit, (0.16 + 0.07 * i) * width, i * 2.3);
    context.stroke();
    context.globalAlpha = 1;
  });
  raft(context, layout, tone);
  hill(context, layout, 0.955, 16, 0.8, 3.4, tone('#EBD7AA'));
  hill(context, layout, 0.985, 10, 0.6, 1.2, tone('#DDC38E'));
}

/** Snow between fir woods, and a frozen stream. */
export function paintWinterLand(context: Context, layout: Layout, tone: Tone): void {
  const { width, height, unit } = layout;
  mountains(context, layout, tone('#8EA4C8'), tone('#C4D2E6'), [
    [-0.08, 0.42],
    [0.1, 0.36],
    [0.2, 0.5],
    [0.31, 0.47],
    [0.44, 0.61],
    [0.64, 0.61],
    [0.74, 0.46],
    [0.83, 0.5],
    [0.93, 0.37],
    [1.1, 0.5],
  ]);
  hill(context, layout, 0.607, 0, 0.5, 0.9, tone('#C3D1E4'));
  woods(context, layout, 0.615, [0, 0.42], 26, tone('#5E8496'));
  woods(context, layout, 0.615, [0.66, 1], 26, tone('#5E8496'));
  hill(context, layout, 0.645, 12, 0.66, 3.2, tone('#CFDBEA'));
  woods(context, layout, 0.672, [0, 0.2], 44, tone('#47707F'));
  woods(context, layout, 0.672, [0.84, 1.02], 44, tone('#47707F'));
  hill(context, layout, 0.715, 14, 0.72, 0.6, tone('#DAE4EF'));
  river(context, layout, tone('#9DBFD6'), tone('#D3E4EE'));
  hill(context, layout, 0.89, 20, 0.9, 2.6, tone('#E6EDF4'));
  context.fillStyle = tone('#D3DFEB');
  lens(context, width * 0.5, height * 1.02, width * 0.6, 30 * unit);
}

function hill(context: Context, layout: Layout, y: number, swell: number, length: number, shift: number, colour: string): void {
  const { width, height, unit } = layout;
  paper(context, 12 * unit, 0.22, () => {
    context.fillStyle = colour;
    context.beginPath();
    wave(context, width, y * height, swell * unit, length * width, shift);
    context.lineTo(width, height);
    context.lineTo(0, height);
    context.fill();
  });
}

/** A ridge of folded paper: its left faces see the light. */
function mountains(context: Context, { width, height, unit }: Layout, colour: string, light: string, ridge: readonly Place[]): void {
  const footY = 0.64 * height;
  paper(context, 14 * unit, 0.22, () => {
    context.fillStyle = colour;
    context.strokeStyle = colour;
    context.lineJoin = 'round';
    context.lineWidth = 8 * unit;
    context.beginPath();
    context.moveTo(-0.1 * width, footY);
    for (const [x, y] of ridge) context.lineTo(x * width, y * height);
    context.lineTo(1.12 * width, footY);
    context.closePath();
    context.fill();
  });
  context.fillStyle = light;
  ridge.forEach(([x, y], i) => {
    const before = ridge[i - 1];
    const after = ridge[i + 1];
    if (!before || !after || before[1] <= y || after[1] <= y) return;
    const [px, py] = [x * width, y * height];
    const deep = Math.min(0.62 * height - py, (before[1] - y) * height * 1.5 + 46 * unit);
    context.beginPath();
    context.moveTo(px, py);
    context.lineTo(px + (before[0] * width - px) * 0.72, py + (before[1] * height - py) * 0.72);
    context.lineTo(px - 34 * unit, py + deep * 0.62);
    context.lineTo(px - 10 * unit, py + deep * 0.44);
    context.lineTo(px + 8 * unit, py + deep * 0.74);
    context.closePath();
    context.fill();
  });
}

function river(context: Context, { width, height, unit }: Layout, colour: string, light: string): void {
  const bank = (grow: number, fill: string) => {
    context.fillStyle = fill;
    context.beginPath();
    context.moveTo(width * 0.532, height * 0.607);
    context.bezierCurveTo(
      width * (0.58 + 0.01 * grow),
      height * 0.66,
      width * (0.46 - 0.006 * grow),
      height * 0.68,
      width * (0.475 - 0.012 * grow),
      height * 0.74,
    );
    context.bezierCurveTo(
      width * (0.5 - 0.03 * grow),
      height * 0.8,
      width * (0.56 - 0.03 * grow),
      height * 0.82,
      width * (0.53 - 0.05 * grow),
      height * 0.91,
    );
    context.lineTo(width * (0.53 + 0.06 * grow), height * 0.91);
    context.bezierCurveTo(
      width * (0.58 + 0.035 * grow),
      height * 0.82,
      width * (0.52 + 0.03 * grow),
      height * 0.79,
      width * (0.505 + 0.012 * grow),
      height * 0.74,
    );
    context.bezierCurveTo(width * (0.49 + 0.01 * grow), height * 0.69, width * (0.595 + 0.01 * grow), height * 0.66, width * 0.54, height * 0.607);
    context.fill();
  };
  paper(context, 8 * unit, 0.16, () => bank(1, colour));
  context.globalAlpha = 0.7;
  bank(0.35, light);
  context.globalAlpha = 1;
}

/** A tilled field lies on the slope like a patch of paper. */
function field(context: Context, { width, height, unit }: Layout, at: Place, wide: number, deep: number, colour: string, furrow: string): void {
  const [x, y] = [at[0] * width, at[1] * height];
  const [w, d] = [wide * width, deep * height];
  const outline = () => {
    context.beginPath();
    context.moveTo(x + 0.12 * w, y - d * 0.5);
    context.quadraticCurveTo(x + 0.5 * w, y - d * 0.75, x + w * 0.86, y - d * 0.45);
    context.lineTo(x + w, y + d * 0.4);
    context.quadraticCurveTo(x + 0.5 * w, y + d * 0.2, x, y + d * 0.5);
    context.closePath();
  };
  paper(context, 5 * unit, 0.2, () => {
    context.fillStyle = colour;
    outline();
    context.fill();
  });
  context.save();
  outline();
  context.clip();
  context.strokeStyle = furrow;
  context.lineWidth = 2.4 * unit;
  context.beginPath();
  for (let i = 1; i < 8; i++) {
    context.moveTo(x + (0.12 + 0.093 * i) * w, y - d * 0.8);
    context.lineTo(x + 0.125 * i * w, y + d * 0.7);
  }
  context.stroke();
  context.restore();
}

function grass(context: Context, { width, height, unit }: Layout, y: number, colour: string): void {
  context.fillStyle = colour;
  for (let i = 0; i < 26; i++) {
    const x = ((i * 0.0393 + 0.013 * Math.sin(i * 7)) % 1) * width;
    const foot = (y + 0.03 + 0.06 * ((i * 0.37) % 1)) * height;
    context.beginPath();
    for (const dx of [-7, 0, 7]) {
      context.moveTo(x + (dx - 2.5) * unit, foot);
      context.quadraticCurveTo(x + dx * unit, foot - 12 * unit, x + dx * 1.7 * unit, foot - 17 * unit);
      context.quadraticCurveTo(x + (dx + 3) * unit, foot - 9 * unit, x + (dx + 2.5) * unit, foot);
    }
    context.fill();
  }
}

function woods(context: Context, { width, height, unit }: Layout, y: number, from: Place, tall: number, colour: string): void {
  paper(context, 6 * unit, 0.18, () => {
    context.fillStyle = colour;
    context.beginPath();
    const step = tall * 0.62 * unit;
    const count = Math.ceil(((from[1] - from[0]) * width) / step);
    for (let i = 0; i < count; i++) {
      const x = from[0] * width + i * step;
      const h = tall * unit * (0.8 + 0.4 * Math.abs(Math.sin(i * 2.7)));
      const foot = y * height + 14 * unit;
      context.moveTo(x, foot - h - 8 * unit);
      context.quadraticCurveTo(x + h * 0.18, foot - h * 0.4, x + h * 0.42, foot);
      context.lineTo(x - h * 0.42, foot);
      context.quadraticCurveTo(x - h * 0.18, foot - h * 0.4, x, foot - h - 8 * unit);
    }
    context.fill();
  });
}

/** The raft from which the balloon goes up. */
function raft(context: Context, { width, height, unit }: Layout, tone: Tone): void {
  const [x, y] = [width * 0.53, height * 0.716];
  paper(context, 8 * unit, 0.3, () => {
    context.fillStyle = tone('#A5754E');
    context.beginPath();
    context.roundRect(x - 78 * unit, y - 9 * unit, 156 * unit, 17 * unit, 8 * unit);
    context.fill();
  });
  context.fillStyle = tone('#7A5138');
  for (let i = -2; i <= 2; i++) context.fillRect(x + i * 30 * unit - unit, y - 9 * unit, 2.5 * unit, 16 * unit);
}
