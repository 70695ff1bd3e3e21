import type { Rng } from '../../core/rng';
import { paper, pill, wave } from '../kit/paper';
import type { Mood } from './moods';

type Pen = CanvasRenderingContext2D;

/** Paints the beach with its line of foam; the top of the picture is the shore, give or take 30 units. */
export function paintBeach(pen: Pen, width: number, height: number, unit: number, mood: Mood, rng: Rng): void {
  const shore = (down: number, swell: number, shift: number) => {
    pen.beginPath();
    wave(pen, width, down * unit, swell * unit, 520 * unit, shift);
    pen.lineTo(width, height);
    pen.lineTo(0, height);
    pen.fill();
  };
  pen.fillStyle = mood.foam;
  pen.globalAlpha = 0.5;
  shore(20, 9, 1.1);
  pen.globalAlpha = 1;
  paper(pen, 8 * unit, 0.2, () => {
    pen.fillStyle = mood.sand[0];
    shore(30, 9, 1.1);
  });
  paper(pen, 12 * unit, 0.12, () => {
    pen.fillStyle = mood.sand[1];
    shore(86, 12, 2.4);
  });
  paper(pen, 14 * unit, 0.12, () => {
    pen.fillStyle = mood.sand[2];
    shore(214, 16, 4.2);
  });
  for (let i = 0; i < 34; i++) {
    const [x, y] = [rng.next() * width, (70 + rng.next() * 210) * unit];
    pen.fillStyle = rng.next() < 0.5 ? mood.rock.light : mood.rock.dark;
    pen.globalAlpha = 0.4;
    pill(pen, x, y, (4 + rng.next() * 6) * unit, (2.4 + rng.next() * 2) * unit);
  }
  pen.globalAlpha = 1;
  for (const [i, share] of [0.3, 0.7, 0.79, 0.93].entries())
    paintShell(pen, width * share, (228 + 22 * (i % 3)) * unit, unit * (1 - 0.14 * (i % 2)), mood, i);
  paintDriftwood(pen, width - 300 * unit, Math.max(262 * unit, height - 130 * unit), unit);
}

function paintShell(pen: Pen, x: number, y: number, unit: number, mood: Mood, turn: number): void {
  pen.save();
  pen.translate(x, y);
  pen.rotate(turn * 1.3 - 0.6);
  pen.fillStyle = mood.foam;
  pen.globalAlpha = 0.8;
  pen.beginPath();
  pen.moveTo(0, 9 * unit);
  pen.bezierCurveTo(-16 * unit, 4 * unit, -13 * unit, -11 * unit, 0, -11 * unit);
  pen.bezierCurveTo(13 * unit, -11 * unit, 16 * unit, 4 * unit, 0, 9 * unit);
  pen.fill();
  pen.strokeStyle = mood.sand[2];
  pen.lineWidth = 1.6 * unit;
  for (const dx of [-7, 0, 7]) {
    pen.beginPath();
    pen.moveTo(0, 7 * unit);
    pen.lineTo(dx * unit, -8 * unit);
    pen.stroke();
  }
  pen.restore();
}

/** Wood that the sea has bleached, the same in every light but for the shade of the arch. */
const driftwood = { light: '#B7A48F', base: '#94806F', dark: '#6B5A50', end: '#CDBBA4' } as const;

function paintDriftwood(pen: Pen, x: number, y: number, unit: number): void {
  const fill = (colour: string, path: () => void) => {
    pen.fillStyle = colour;
    pen.beginPath();
    path();
    pen.fill();
  };
  const log = (dy: number, high: number) => {
    pen.moveTo(x, y + dy * unit);
    pen.bezierCurveTo(x + 60 * unit, y + (dy - 10) * unit, x + 140 * unit, y + (dy + 6) * unit, x + 216 * unit, y + (dy - 6) * unit);
    pen.lineTo(x + 216 * unit, y + (dy - 6 + high) * unit);
    pen.bezierCurveTo(x + 140 * unit, y + (dy + 4 + high) * unit, x + 60 * unit, y + (dy - 6 + high) * unit, x, y + (dy + high) * unit);
  };
  fill('rgba(8,18,40,.3)', () => pen.ellipse(x + 108 * unit, y + 30 * unit, 122 * unit, 9 * unit, 0, 0, 7));
  pen.globalAlpha = 0.86;
  fill(driftwood.dark, () => {
    pen.moveTo(x + 120 * unit, y);
    pen.quadraticCurveTo(x + 138 * unit, y - 28 * unit, x + 168 * unit, y - 34 * unit);
    pen.quadraticCurveTo(x + 150 * unit, y - 20 * unit, x + 146 * unit, y + 4 * unit);
  });
  fill(driftwood.base, () => log(0, 30));
  fill(driftwood.dark, () => log(19, 11));
  fill(driftwood.light, () => log(3, 7));
  fill(driftwood.dark, () => pen.ellipse(x, y + 15 * unit, 10 * unit, 15 * unit, 0, 0, 7));
  fill(driftwood.end, () => pen.ellipse(x - 1 * unit, y + 15 * unit, 8 * unit, 12 * unit, 0, 0, 7));
  fill(driftwood.base, () => pen.ellipse(x - 1 * unit, y + 15 * unit, 3.4 * unit, 5 * unit, 0, 0, 7));
  pen.globalAlpha = 1;
}
