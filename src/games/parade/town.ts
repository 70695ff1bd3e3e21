import type { Rng } from '../../core/rng';
import { disc, paper, pill } from '../kit/paper';
import type { Mood } from './moods';

type Pen = CanvasRenderingContext2D;

/** Room above the wall's top on its strip, in units. */
export const wallRise = 16;

/** Paints the row of houses, stalls and trees, on a strip that joins its own beginning; feet at `footY`, all sizes in canvas pixels. */
export function paintTown(pen: Pen, width: number, footY: number, unit: number, mood: Mood, rng: Rng): void {
  const drawn = rng.fork(mood.name);
  // Gaps let the sea be seen; nothing crosses the seam.
  let x = 26 * unit;
  for (let i = 0; ; i++) {
    const kind = i % 6;
    const w = (kind === 1 ? 176 : kind === 3 ? 96 : kind === 5 ? 150 : 128 + drawn.next() * 44) * unit;
    if (x + w > width - 20 * unit) break;
    if (kind === 1) paintStall(pen, x, footY, w, unit, mood, mood.awnings[Math.floor(drawn.next() * 3)] ?? ['#fff', '#fff']);
    else if (kind === 3) paintTree(pen, x + w / 2, footY, unit * (0.9 + drawn.next() * 0.25), mood);
    else if (kind === 5) x += 40 * unit;
    else paintHouse(pen, x, footY, w, (138 + drawn.next() * 74) * unit, unit, mood, Math.floor(drawn.next() * 5), drawn.next());
    x += w + (kind === 5 ? 30 : 6 + drawn.next() * 22) * unit;
  }
  paintGarland(pen, width, footY, unit, mood);
}

function paintHouse(pen: Pen, x: number, footY: number, w: number, h: number, unit: number, mood: Mood, tone: number, at: number): void {
  const top = footY - h;
  const roof = (46 + at * 26) * unit;
  const gable = at > 0.45;
  paper(pen, 9 * unit, 0.16, () => {
    pen.fillStyle = mood.walls[tone] ?? '';
    pen.fillRect(x, top, w, h);
  });
  pen.fillStyle = 'rgba(18,50,74,.07)';
  pen.fillRect(x + w * 0.74, top, w * 0.26, h);
  paper(pen, 8 * unit, 0.16, () => {
    pen.fillStyle = mood.roofs[tone] ?? '';
    pen.beginPath();
    pen.moveTo(x - 10 * unit, top + 6 * unit);
    if (gable) pen.lineTo(x + w / 2, top - roof);
    else {
      pen.lineTo(x + w * 0.14, top - roof * 0.62);
      pen.lineTo(x + w * 0.86, top - roof * 0.62);
    }
    pen.lineTo(x + w + 10 * unit, top + 6 * unit);
    pen.fill();
  });
  const columns = w > 140 * unit ? 3 : 2;
  const rows = h > 178 * unit ? 3 : 2;
  const [ww, wh] = [(w / columns) * 0.42, 26 * unit];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const wx = x + (w * (column + 0.5)) / columns - ww / 2;
      const wy = top + (20 + row * 46) * unit;
      if (wy + wh > footY - 44 * unit) continue;
      pen.fillStyle = (row * 3 + column * 2 + tone) % 5 === 4 && mood.lamp ? mood.door : mood.window;
      pen.beginPath();
      pen.roundRect(wx, wy, ww, wh, 4 * unit);
      pen.fill();
      pen.fillStyle = mood.snowy ? '#F3F6F6' : 'rgba(255,255,255,.28)';
      pen.fillRect(wx - 3 * unit, wy + wh, ww + 6 * unit, 4 * unit);
    }
  }
  pen.fillStyle = mood.door;
  pen.beginPath();
  pen.roundRect(x + w * (0.2 + at * 0.4), footY - 42 * unit, 26 * unit, 46 * unit, [12 * unit, 12 * unit, 0, 0]);
  pen.fill();
}

function paintStall(pen: Pen, x: number, footY: number, w: number, unit: number, mood: Mood, [base, pale]: readonly [string, string]): void {
  const top = footY - 118 * unit;
  pen.fillStyle = mood.trunk;
  for (const at of [0.07, 0.93]) pen.fillRect(x + w * at - 3 * unit, top, 6 * unit, 118 * unit);
  paper(pen, 8 * unit, 0.14, () => {
    pen.fillStyle = mood.wallTop;
    pen.fillRect(x + w * 0.03, footY - 46 * unit, w * 0.94, 48 * unit);
  });
  const goods = mood.lamp ? ['#C99A72', '#A9788A', '#8C8AA8'] : ['#E9A27E', '#EBC777', '#93BE8E'];
  for (let i = 0; i < 9; i++) {
    pen.fillStyle = goods[i % 3] ?? '';
    disc(pen, { x: x + w * (0.12 + i * 0.095), y: footY - (50 + (i % 2) * 3) * unit }, 9 * unit);
  }
  paper(pen, 9 * unit, 0.16, () => {
    pen.fillStyle = base;
    pen.beginPath();
    pen.moveTo(x + w * 0.08, top - 26 * unit);
    pen.lineTo(x + w * 0.92, top - 26 * unit);
    pen.lineTo(x + w, top + 12 * unit);
    pen.lineTo(x, top + 12 * unit);
    pen.fill();
  });
  const tabs = 6;
  for (let i = 0; i < tabs; i++) {
    pen.fillStyle = i % 2 ? base : pale;
    pen.beginPath();
    pen.roundRect(x + (w * i) / tabs, top + 10 * unit, w / tabs, 18 * unit, [0, 0, 10 * unit, 10 * unit]);
    pen.fill();
  }
  if (!mood.snowy) return;
  pen.fillStyle = '#F3F6F6';
  pill(pen, x + w / 2, top - 26 * unit, w * 0.44, 7 * unit);
}

function paintTree(pen: Pen, x: number, footY: number, k: number, mood: Mood): void {
  pen.fillStyle = mood.trunk;
  pen.fillRect(x - 6 * k, footY - 76 * k, 12 * k, 80 * k);
  const [light, base] = mood.leaves;
  if (mood.snowy) {
    for (let i = 0; i < 3; i++) {
      const y = footY - (38 + i * 44) * k;
      for (const [colour, half, rise] of [
        [base, 54 - i * 12, 62],
        [light, 40 - i * 10, 60],
      ] as const) {
        pen.fillStyle = colour;
        pen.beginPath();
        pen.moveTo(x - half * k, y);
        pen.quadraticCurveTo(x - 4 * k, y - 20 * k, x, y - rise * k);
        pen.quadraticCurveTo(x + 4 * k, y - 20 * k, x + half * k * (colour === light ? 0.4 : 1), y);
        pen.fill();
      }
    }
    return;
  }
  paper(pen, 8 * k, 0.14, () => {
    pen.fillStyle = base;
    for (const [dx, dy, r] of [
      [0, -128, 46],
      [-36, -98, 34],
      [36, -100, 35],
    ] as const)
      disc(pen, { x: x + dx * k, y: footY + dy * k }, r * k);
  });
  pen.fillStyle = light;
  for (const [dx, dy, r] of [
    [-12, -138, 30],
    [-42, -104, 20],
    [28, -108, 20],
  ] as const)
    disc(pen, { x: x + dx * k, y: footY + dy * k }, r * k);
}

/** Paints lamp posts with the garland between them on a strip that joins its own beginning; feet at `footY`. */
function paintGarland(pen: Pen, width: number, footY: number, unit: number, mood: Mood): void {
  const posts = Math.max(2, Math.round(width / (430 * unit)));
  const gap = width / posts;
  const flags = ['#5B9DBD', '#F4B63F', '#E4694E', '#4E8F5B', '#9C84AC'];
  const lampY = footY - 202 * unit;
  for (let i = 0; i < posts; i++) {
    const x = gap * (i + 0.5);
    pen.strokeStyle = mood.post;
    pen.lineWidth = 8 * unit;
    pen.lineCap = 'round';
    pen.beginPath();
    pen.moveTo(x, lampY);
    pen.lineTo(x, footY);
    pen.stroke();
    pen.fillStyle = mood.post;
    pill(pen, x, lampY - 2 * unit, 15 * unit, 5 * unit);
    pen.fillStyle = mood.lamp ?? '#EAF4F4';
    disc(pen, { x, y: lampY - 20 * unit }, 15 * unit);
    if (mood.lamp) {
      pen.globalAlpha = 0.16;
      disc(pen, { x, y: lampY - 20 * unit }, 34 * unit);
      pen.globalAlpha = 1;
    }
  }
  // The garland runs from post to post, over the seam too.
  for (let i = -1; i < posts; i++) {
    const from = gap * (i + 0.5);
    const toY = (at: number) => lampY + 12 * unit + 62 * unit * 4 * at * (1 - at);
    pen.strokeStyle = mood.post;
    pen.lineWidth = 2.4 * unit;
    pen.beginPath();
    for (let at = 0; at <= 1.001; at += 0.05) pen.lineTo(from + gap * at, toY(at));
    pen.stroke();
    for (let k = 1; k < 11; k++) {
      const at = k / 11;
      pen.globalAlpha = mood.lamp && !mood.snowy ? 0.9 : 0.72;
      if (mood.lamp && k % 2) {
        pen.fillStyle = mood.lamp;
        disc(pen, { x: from + gap * at, y: toY(at) + 9 * unit }, 8 * unit);
      } else {
        pen.fillStyle = flags[(k + i + 5) % 5] ?? '';
        pen.beginPath();
        pen.moveTo(from + gap * at - 10 * unit, toY(at));
        pen.lineTo(from + gap * at + 10 * unit, toY(at));
        pen.lineTo(from + gap * at, toY(at) + 22 * unit);
        pen.fill();
      }
      pen.globalAlpha = 1;
    }
  }
}

/** Paints the wall and the path on a strip that joins its own beginning; `height` is the strip's, the wall's top a little below its upper edge. */
export function paintPath(pen: Pen, width: number, height: number, unit: number, mood: Mood): void {
  const topY = wallRise * unit;
  const wallHigh = 34 * unit;
  paper(pen, 10 * unit, 0.2, () => {
    pen.fillStyle = mood.wall;
    pen.fillRect(-20, topY, width + 40, height);
  });
  pen.fillStyle = mood.wallTop;
  pen.fillRect(0, topY - 4 * unit, width, 11 * unit);
  const blocks = Math.round(width / (74 * unit));
  pen.fillStyle = 'rgba(18,50,74,.1)';
  for (let i = 0; i < blocks; i++) pen.fillRect((width * i) / blocks, topY + 8 * unit, 3 * unit, wallHigh);
  const pathY = topY + wallHigh;
  mood.path.forEach((colour, i) => {
    const y = pathY + (i === 0 ? 0 : 22 + 74 * (i - 1)) * unit;
    pen.fillStyle = colour;
    pen.fillRect(0, y, width, height);
  });
  const slabs = Math.round(width / (118 * unit));
  pen.strokeStyle = mood.joint;
  pen.lineWidth = 2.5 * unit;
  for (let i = 0; i < slabs; i++) {
    const x = (width * (i + 0.5)) / slabs;
    pen.beginPath();
    pen.moveTo(x, pathY + 24 * unit);
    pen.lineTo(x, pathY + 96 * unit);
    pen.moveTo((x + 40 * unit) % width, pathY + 98 * unit);
    pen.lineTo((x + 40 * unit) % width, height);
    pen.stroke();
  }
  pen.fillStyle = 'rgba(18,50,74,.08)';
  pen.fillRect(0, pathY, width, 9 * unit);
}
