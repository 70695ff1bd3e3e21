import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { Point } from '../kit/field';
import { paintOnce } from '../kit/glow';
import { disc, lens, paper, wave } from '../kit/paper';
import { paintPier, paintQuay, paintRock } from './ground';
import type { Layout } from './layout';
import type { Mood } from './moods';

/** Paints all that never moves on one texture: sky, far land, the water's rings, the rock with its pier, the quay. Returns its key. */
export function paintBay(scene: Phaser.Scene, layout: Layout, mood: Mood, rng: Rng): string {
  const { width, height } = layout;
  return paintOnce(scene, 'bay', width, height, (context) => {
    context.save();
    if (layout.mirrored) {
      context.translate(width, 0);
      context.scale(-1, 1);
    }
    paintSky(context, layout, mood, rng.fork('stars'));
    paintFar(context, layout, mood, rng.fork('far'));
    context.restore();
    paintSea(context, layout, mood, rng.fork('sea'));
    paintRock(context, layout, mood);
    paintPier(context, layout, mood);
    paintQuay(context, layout, mood);
  });
}

/** Where the moon or the sun stands, on an unmirrored canvas. */
function toOrb(layout: Layout, mood: Mood): Point | null {
  return mood.orb && { x: layout.width * mood.orb.xRatio, y: layout.horizonY * (1 - mood.orb.upRatio) };
}

function paintSky(context: CanvasRenderingContext2D, layout: Layout, mood: Mood, rng: Rng): void {
  const { width, height, horizonY, unit } = layout;
  context.fillStyle = mood.sky[0] ?? '';
  context.fillRect(0, 0, width, height);
  mood.sky.slice(1).forEach((colour, i) => {
    paper(context, 16 * unit, 0.14, () => {
      context.fillStyle = colour;
      context.beginPath();
      wave(context, width, horizonY * (0.14 + 0.2 * i), 9 * unit, width * (0.46 + 0.15 * i), i * 2.3);
      context.lineTo(width, height);
      context.lineTo(0, height);
      context.fill();
    });
  });
  for (let i = 0; i < mood.stars; i++) {
    const [x, y, size] = [rng.next() * width, rng.next() * horizonY * 0.86, 0.8 + rng.next() * 1.5];
    context.fillStyle = `rgba(234,244,244,${0.25 + rng.next() * 0.4})`;
    disc(context, { x, y }, size * unit);
  }
  const at = toOrb(layout, mood);
  if (!at || !mood.orb) return;
  for (const [grow, alpha] of [
    [2.8, 0.1],
    [2, 0.16],
    [1.4, 0.26],
  ] as const) {
    context.globalAlpha = alpha;
    context.fillStyle = mood.orb.halo;
    disc(context, at, mood.orb.sizeU * grow * unit);
  }
  context.globalAlpha = 1;
  const { colour, sizeU } = mood.orb;
  paper(context, 16 * unit, 0.2, () => {
    context.fillStyle = colour;
    disc(context, at, sizeU * unit);
  });
  if (mood.name !== 'dusk') return;
  context.fillStyle = 'rgba(40,78,104,.2)';
  for (const [dx, dy, r] of [
    [-0.3, -0.25, 0.24],
    [0.32, 0.2, 0.3],
    [-0.2, 0.44, 0.15],
  ] as const)
    disc(context, { x: at.x + dx * sizeU * unit, y: at.y + dy * sizeU * unit }, r * sizeU * unit);
}

/** Land on the horizon: hills, ice, wooded skerries or atolls, in two layers of paper. */
function paintFar(context: CanvasRenderingContext2D, layout: Layout, mood: Mood, rng: Rng): void {
  const { width, horizonY, unit } = layout;
  mood.far.forEach((colour, layer) => {
    const high = (layer === 0 ? 46 : 30) * unit;
    const count = layer === 0 ? 4 : 5;
    paper(context, 8 * unit, 0.16, () => {
      context.fillStyle = colour;
      for (let i = 0; i < count; i++) {
        const x = ((i + 0.15 + 0.7 * rng.next()) / count) * width;
        const half = (0.07 + 0.07 * rng.next()) * width * (layer === 0 ? 1.25 : 0.8);
        paintLand(context, mood.place, x, horizonY + 2 * unit, half, high * (0.55 + 0.45 * rng.next()), rng);
      }
    });
  });
}

function paintLand(context: CanvasRenderingContext2D, place: Mood['place'], x: number, y: number, half: number, high: number, rng: Rng): void {
  context.beginPath();
  context.moveTo(x - half, y);
  if (place === 'ice') {
    const peaks = 5;
    for (let i = 0; i <= peaks; i++) {
      const along = i / peaks;
      context.lineTo(x - half + 2 * half * along, y - high * (i % 2 === 0 ? 0.4 : 0.75 + 0.4 * rng.next()) * Math.sin(Math.PI * along) ** 0.6);
    }
  } else if (place === 'pines') {
    const trees = Math.round(half / 9);
    for (let i = 0; i <= trees; i++) {
      const along = i / trees;
      const ground = high * 0.45 * Math.sin(Math.PI * along);
      const at = x - half + 2 * half * along;
      context.lineTo(at, y - ground);
      context.lineTo(at + half / trees, y - ground - high * (0.2 + 0.4 * rng.next()) * Math.sin(Math.PI * Math.min(0.95, along + 0.05)));
    }
  } else {
    const round = place === 'palms' ? 0.45 : 0.8;
    context.bezierCurveTo(x - half * 0.6, y - high * round, x - half * 0.3, y - high, x, y - high * 0.94);
    context.bezierCurveTo(x + half * 0.35, y - high * 0.85, x + half * 0.6, y - high * round * 0.6, x + half, y);
  }
  context.lineTo(x + half, y);
  context.lineTo(x + half, y + 6);
  context.lineTo(x - half, y + 6);
  context.fill();
}

/** Sheets of open water: where each begins, and what it takes some of. */
const openWater = [
  { at: 0, to: 'far', share: 0.55 },
  { at: 0.045, to: 'far', share: 0.38 },
  { at: 0.12, to: 'far', share: 0.24 },
  { at: 0.25, to: 'far', share: 0.11 },
  { at: 0.45, to: 'deep', share: 0.04 },
  { at: 0.7, to: 'deep', share: 0.18 },
] as const;

/** Open water, and a ring of paper for each quarter of the child's limit, lighter towards the shallows. */
function paintSea(context: CanvasRenderingContext2D, layout: Layout, mood: Mood, rng: Rng): void {
  const { width, height, horizonY, unit, centre, limit } = layout;
  context.fillStyle = mix(mood.sea[0], mood.far[1], openWater[0].share);
  context.fillRect(0, horizonY, width, height - horizonY);
  context.fillStyle = mood.seaRim;
  context.globalAlpha = 0.3;
  context.fillRect(0, horizonY, width, 1.6 * unit);
  context.globalAlpha = 1;
  // Open water lies in sheets of paper, from the light on the horizon to the deep before the quay.
  const depth = height - horizonY;
  for (const [i, { at, to, share }] of openWater.entries())
    paper(context, (5 + 4 * i) * unit, i === 0 ? 0 : 0.16, () => {
      context.fillStyle = mix(mood.sea[0], to === 'far' ? mood.far[1] : '#061522', share);
      context.beginPath();
      wave(context, width, horizonY + depth * at, (1.4 + 1.7 * i) * unit, (170 + 80 * i) * unit, i * 2.1);
      context.lineTo(width, height);
      context.lineTo(0, height);
      context.fill();
    });
  for (let i = 0; i < 34; i++) {
    const deep = rng.next();
    const y = horizonY + (0.03 + 0.95 * deep) * depth;
    context.globalAlpha = 0.05 + 0.07 * rng.next();
    context.fillStyle = mood.seaRim;
    lens(context, rng.next() * width, y, (26 + 60 * deep) * unit, (1.2 + 2 * deep) * unit);
  }
  context.globalAlpha = 1;
  const rings = [1, 0.75, 0.5, 0.25] as const;
  rings.forEach((share, i) => {
    const shift = rng.next() * 6.28;
    const waves = 16 + 12 * Math.round(3 * share);
    const path = (grow: number) => {
      context.beginPath();
      for (let step = 0; step <= 360; step++) {
        const angle = (step / 360) * 2 * Math.PI;
        const swell = 1 + 0.007 * Math.sin(angle * waves) + 0.004 * Math.sin(angle * 5 + shift);
        context.lineTo(centre.x + Math.cos(angle) * (limit.x * share * swell + grow), centre.y + Math.sin(angle) * (limit.y * share * swell + grow));
      }
    };
    context.save();
    context.beginPath();
    context.rect(0, horizonY, width, height);
    context.clip();
    paper(context, 13 * unit, 0.2, () => {
      context.fillStyle = mood.sea[i + 1] ?? mood.sea[4];
      path(0);
      context.fill();
    });
    context.strokeStyle = mood.seaRim;
    context.globalAlpha = 0.22;
    context.lineWidth = 1.6 * unit;
    path(-1.5 * unit);
    context.stroke();
    context.restore();
    context.globalAlpha = 1;
  });
}

/** The colour between two of `#RRGGBB`. */
function mix(from: string, to: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return `rgb(${[1, 3, 5].map((at) => Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * share)).join(',')})`;
}
