import type { Rng } from '../../core/rng';
import { disc, lens, paper, wave } from '../kit/paper';
import type { Layout } from './layout';
import type { Mood } from './moods';

type Pen = CanvasRenderingContext2D;

/** Paints sky, sun or moon, islands and the far sea over the whole canvas. */
export function paintFar(pen: Pen, layout: Layout, mood: Mood, rng: Rng): void {
  const { width, height, horizonY, unit, mirrored } = layout;
  if (mirrored) {
    pen.translate(width, 0);
    pen.scale(-1, 1);
  }
  pen.fillStyle = mood.sky[0] ?? '';
  pen.fillRect(0, 0, width, height);
  const { orb } = mood;
  const at = { x: width * orb.x, y: horizonY * (1 - orb.up) };
  mood.sky.slice(1).forEach((band, i) => {
    paper(pen, 18 * unit, 0.08, () => {
      pen.fillStyle = band;
      pen.beginPath();
      wave(pen, width, horizonY * (0.26 + 0.18 * i), 14 * unit, width * (0.62 - 0.09 * i), i * 1.7 + 2);
      pen.lineTo(width, height);
      pen.lineTo(0, height);
      pen.fill();
    });
    if (i !== orb.after) return;
    for (const [grow, alpha] of [
      [2.5, 0.1],
      [1.8, 0.15],
      [1.32, 0.26],
    ] as const) {
      pen.globalAlpha = alpha;
      pen.fillStyle = orb.halo;
      disc(pen, at, orb.sizeU * grow * unit);
    }
    pen.globalAlpha = 1;
    pen.fillStyle = orb.colour;
    disc(pen, at, orb.sizeU * unit);
    if (mood.name !== 'moon') return;
    pen.fillStyle = 'rgba(207,205,190,.55)';
    for (const [x, y, r] of [
      [0.32, 0.1, 0.17],
      [-0.1, 0.42, 0.12],
      [-0.3, -0.16, 0.09],
    ] as const)
      disc(pen, { x: at.x + x * orb.sizeU * unit, y: at.y + y * orb.sizeU * unit }, r * orb.sizeU * unit);
  });
  for (let i = 0; i < mood.stars; i++) {
    pen.fillStyle = `rgba(243,236,215,${0.25 + rng.next() * 0.45})`;
    disc(pen, { x: rng.next() * width, y: rng.next() * horizonY * 0.8 }, (0.9 + rng.next() * 1.5) * unit);
  }
  mood.islands.forEach((colour, i) => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.moveTo(0, horizonY + 3 * unit);
    for (let x = 0; x <= width + 8; x += 8) {
      const hill = Math.max(0, Math.sin((x / width) * (5 + 2 * i) + 3.6 + i * 1.4));
      pen.lineTo(x, horizonY + 3 * unit - (44 - 14 * i) * hill * unit);
    }
    pen.lineTo(width, horizonY + 3 * unit);
    pen.fill();
  });
  const depth = layout.nearSeaY - horizonY;
  mood.sea.forEach((colour, i) => {
    const top = horizonY + (depth * i) / mood.sea.length;
    paper(pen, 6 * unit, i === 0 ? 0 : 0.1, () => {
      pen.fillStyle = colour;
      pen.beginPath();
      wave(pen, width, top, (i === 0 ? 0 : 2.4) * unit, (150 + 50 * i) * unit, i * 2.1);
      pen.lineTo(width, height);
      pen.lineTo(0, height);
      pen.fill();
    });
  });
  pen.fillStyle = mood.glint;
  for (let i = 0; i < 15; i++) {
    const down = (i + 0.6) / 15;
    pen.globalAlpha = 0.5 * (1 - down * 0.6);
    lens(pen, at.x + (rng.next() - 0.5) * (40 + 120 * down) * unit, horizonY + depth * down, (16 + 24 * rng.next()) * unit, 1.5 * unit);
  }
  pen.globalAlpha = 1;
}

/** Paints a sheet of water with a crest of foam; its upper edge is `riseU` below the top. */
export function paintWater(pen: Pen, width: number, height: number, unit: number, colours: readonly string[], crest: string, riseU: number): void {
  colours.forEach((colour, i) => {
    const top = (riseU + i * 26) * unit;
    const [swell, length] = [(10 - i * 2) * unit, (330 + i * 90) * unit];
    const edge = () => {
      pen.beginPath();
      wave(pen, width, top, swell, length, i * 2.2);
    };
    paper(pen, 14 * unit, 0.16, () => {
      edge();
      pen.lineTo(width, height);
      pen.lineTo(0, height);
      pen.fillStyle = colour;
      pen.fill();
    });
    pen.strokeStyle = crest;
    pen.globalAlpha = i === 0 ? 0.75 : 0.4;
    pen.lineWidth = (i === 0 ? 5 : 3) * unit;
    pen.lineJoin = 'round';
    edge();
    pen.stroke();
    pen.globalAlpha = 1;
  });
}

/** Paints a rock behind which a friend sits. */
export function paintRock(pen: Pen, width: number, height: number, { rock }: Mood): void {
  pen.fillStyle = 'rgba(8,18,40,.28)';
  pen.beginPath();
  pen.ellipse(width * 0.52, height * 0.9, width * 0.48, height * 0.1, 0, 0, 7);
  pen.fill();
  const outline = () => {
    pen.beginPath();
    pen.moveTo(width * 0.03, height * 0.8);
    pen.bezierCurveTo(width * 0.02, height * 0.42, width * 0.14, height * 0.2, width * 0.34, height * 0.2);
    pen.bezierCurveTo(width * 0.46, height * 0.27, width * 0.58, height * 0.24, width * 0.7, height * 0.14);
    pen.bezierCurveTo(width * 0.9, height * 0.14, width * 0.99, height * 0.5, width * 0.97, height * 0.8);
    pen.bezierCurveTo(width * 0.92, height * 0.97, width * 0.68, height * 0.94, width * 0.5, height * 0.94);
    pen.bezierCurveTo(width * 0.3, height * 0.94, width * 0.08, height * 0.97, width * 0.03, height * 0.8);
    pen.closePath();
  };
  pen.fillStyle = rock.base;
  outline();
  pen.fill();
  pen.save();
  outline();
  pen.clip();
  pen.fillStyle = rock.light;
  pen.beginPath();
  pen.moveTo(0, 0);
  pen.lineTo(width * 0.52, 0);
  pen.bezierCurveTo(width * 0.3, height * 0.44, width * 0.16, height * 0.5, width * 0.1, height);
  pen.lineTo(0, height);
  pen.fill();
  pen.fillStyle = rock.dark;
  pen.beginPath();
  pen.moveTo(width * 0.74, 0);
  pen.bezierCurveTo(width * 0.88, height * 0.5, width * 0.7, height * 0.72, width * 0.5, height);
  pen.lineTo(width, height);
  pen.lineTo(width, 0);
  pen.fill();
  pen.restore();
}

/** Paints the arch of rock through which the cove is seen, with sea glass hung from it. */
export function paintArch(pen: Pen, layout: Layout, mood: Mood, rng: Rng): void {
  const { width, height, unit, upright } = layout;
  const side = (upright ? 34 : 58) * unit;
  const top = (upright ? 96 : 78) * unit;
  mood.arch.forEach((colour, i) => {
    const inset = 1 - i * 0.3;
    const [x, y] = [side * inset, top * inset];
    paper(pen, 16 * unit, 0.3, () => {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.rect(-60, -60, width + 120, height + 120);
      pen.moveTo(x * 1.3, height + 60);
      pen.bezierCurveTo(x * 0.5, height * 0.7, x * 1.9, height * 0.5, x * 0.9, height * 0.34);
      pen.bezierCurveTo(x * 1.2, height * 0.16, width * 0.1, y * 1.3, width * 0.22, y * 0.9);
      pen.bezierCurveTo(width * 0.34, y * 1.5, width * 0.44, y * 0.5, width * 0.56, y * 0.8);
      pen.bezierCurveTo(width * 0.7, y * 1.5, width * 0.82, y * 0.7, width * 0.9, y * 1.5);
      pen.bezierCurveTo(width - x * 0.9, height * 0.2, width - x * 1.4, height * 0.3, width - x, height * 0.46);
      pen.bezierCurveTo(width - x * 0.4, height * 0.62, width - x * 1.8, height * 0.78, width - x * 1.2, height + 60);
      pen.closePath();
      pen.fill('evenodd');
    });
  });
  for (const [i, share] of [0.16, 0.3, 0.72, 0.83].entries()) {
    const x = width * share;
    const long = (70 + 46 * rng.next()) * unit;
    const from = top * 0.6;
    pen.strokeStyle = 'rgba(240,232,214,.5)';
    pen.lineWidth = 1.6 * unit;
    pen.beginPath();
    pen.moveTo(x, from);
    pen.lineTo(x, from + long);
    pen.stroke();
    for (let k = 0; k < 3; k++) {
      pen.fillStyle = mood.glass[(i + k) % mood.glass.length] ?? '';
      const y = from + long * (0.45 + 0.275 * k);
      pen.beginPath();
      pen.moveTo(x, y - 10 * unit);
      pen.lineTo(x + 7 * unit, y);
      pen.lineTo(x + 1 * unit, y + 11 * unit);
      pen.lineTo(x - 7 * unit, y + 1 * unit);
      pen.fill();
    }
  }
}
