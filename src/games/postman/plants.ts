import type { Rng } from '../../core/rng';
import type { Point } from '../kit/field';
import { disc } from '../kit/paper';
import type { Layout } from './layout';
import type { Mood } from './moods';

type Pen = CanvasRenderingContext2D;

/** Trees, bushes and lamps where neither lane nor house is; `front`: only along the lower edge, small. */
export function paintPlants(pen: Pen, layout: Layout, mood: Mood, rng: Rng, where: 'behind' | 'front'): void {
  const { width, height, unit } = layout;
  const front = where === 'front';
  const trees: (Point & { readonly size: number })[] = [];
  for (let i = 0; i < 900 && trees.length < (front ? 16 : 60); i++) {
    const y = height * (front ? 0.965 + 0.045 * rng.next() : 0.37 + 0.55 * rng.next());
    const tree = { x: rng.next() * width, y, size: (front ? 22 : 17 + 16 * (y / height)) * unit * (0.8 + 0.45 * rng.next()) };
    if (isFree(layout, tree, trees)) trees.push(tree);
  }
  trees.sort((a, b) => a.y - b.y);
  for (const [i, tree] of trees.entries()) {
    const leaf = mood.leaves[i % mood.leaves.length] ?? mood.land;
    if (mood.pines || i % 7 === 0) paintPine(pen, tree, leaf, mood);
    else paintTree(pen, tree, leaf, mood, i);
  }
  if (mood.lamps && where === 'front') paintLamps(pen, layout, mood);
}

function isFree(layout: Layout, tree: Point & { readonly size: number }, trees: readonly (Point & { readonly size: number })[]): boolean {
  const { lane, laneWide, unit, houses, lighthouse, market, round, mirrored, width, height } = layout;
  const own = mirrored ? width - tree.x : tree.x;
  if (!round && own < width * 0.2 && tree.y > height * 0.62 && tree.y < height * 0.87) return false;
  if (Math.abs(tree.x - lighthouse.x) < 90 * unit && tree.y < lighthouse.footY + 60 * unit) return false;
  if (round && ((tree.x - market.x) / (market.rx + 50 * unit)) ** 2 + ((tree.y - market.y) / (market.ry + 50 * unit)) ** 2 < 1) return false;
  // What grows below a lane must not reach up over it.
  for (const { x, y } of lane) {
    const [dx, dy] = [Math.abs(x - tree.x), tree.y - y];
    const up = laneWide * 0.55 + tree.size * 2.5;
    if (dx < laneWide * 0.6 + tree.size && dy > -laneWide * 0.62 && dy < up) return false;
  }
  for (const house of houses) {
    const half = 96 * unit * house.scale;
    if (Math.abs(house.x - tree.x) < half && tree.y > house.y - 185 * unit * house.scale && tree.y < house.y + 70 * unit) return false;
  }
  return trees.every((other) => Math.hypot(other.x - tree.x, (other.y - tree.y) * 1.6) > (other.size + tree.size) * 1.05);
}

function paintShade(pen: Pen, { x, y, size }: Point & { readonly size: number }): void {
  pen.fillStyle = 'rgba(10,24,40,.16)';
  pen.beginPath();
  pen.ellipse(x + size * 0.3, y, size * 1.05, size * 0.3, 0, 0, 7);
  pen.fill();
}

function paintTree(pen: Pen, tree: Point & { readonly size: number }, leaf: string, mood: Mood, index: number): void {
  const { x, y, size } = tree;
  paintShade(pen, tree);
  pen.fillStyle = mood.trunk;
  pen.fillRect(x - size * 0.12, y - size * 0.9, size * 0.24, size * 0.95);
  const blossoms = mood.blossom !== null && index % 3 === 0;
  pen.fillStyle = blossoms && mood.blossom ? mood.blossom : leaf;
  for (const [dx, dy, r] of [
    [-0.45, -1.1, 0.62],
    [0.45, -1.12, 0.62],
    [0, -1.6, 0.78],
  ] as const)
    disc(pen, { x: x + dx * size, y: y + dy * size }, r * size);
  pen.fillStyle = 'rgba(14,36,60,.13)';
  disc(pen, { x: x + 0.42 * size, y: y - 1.05 * size }, 0.56 * size);
  pen.fillStyle = 'rgba(255,255,255,.17)';
  disc(pen, { x: x - 0.22 * size, y: y - 1.8 * size }, 0.42 * size);
}

function paintPine(pen: Pen, tree: Point & { readonly size: number }, leaf: string, mood: Mood): void {
  const { x, y, size } = tree;
  paintShade(pen, tree);
  pen.fillStyle = mood.trunk;
  pen.fillRect(x - size * 0.1, y - size * 0.5, size * 0.2, size * 0.55);
  for (const [down, half] of [
    [0.35, 0.85],
    [0.95, 0.68],
    [1.5, 0.5],
  ] as const) {
    const foot = y - size * down;
    const triangle = (colour: string, share: number) => {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.moveTo(x - half * size * share, foot - (1 - share) * size * 0.7);
      pen.quadraticCurveTo(x, foot + size * 0.16 * share - (1 - share) * size * 0.7, x + half * size * share, foot - (1 - share) * size * 0.7);
      pen.lineTo(x, foot - size * 0.95);
      pen.fill();
    };
    triangle(leaf, 1);
    if (mood.pines && mood.blossom) triangle(mood.blossom, 0.5);
  }
}

function paintLamps(pen: Pen, { lane, laneWide, unit, round }: Layout, mood: Mood): void {
  for (const [i, { x, y }] of lane.entries()) {
    if (i % 22 !== 11 || round) continue;
    const foot = y + laneWide * 0.5 + 12 * unit;
    const head = { x, y: foot - 58 * unit };
    const glow = pen.createRadialGradient(head.x, head.y, 0, head.x, head.y, 60 * unit);
    glow.addColorStop(0, 'rgba(255,216,140,.5)');
    glow.addColorStop(1, 'rgba(255,216,140,0)');
    pen.fillStyle = glow;
    disc(pen, head, 60 * unit);
    pen.fillStyle = mood.trunk;
    pen.fillRect(x - 2.5 * unit, foot - 52 * unit, 5 * unit, 54 * unit);
    pen.fillStyle = mood.lit;
    disc(pen, head, 8 * unit);
  }
}
