import type { Rng } from '../../core/rng';
import type { Point } from '../kit/field';
import { disc, lens, paper } from '../kit/paper';
import type { Layout } from './layout';
import type { Mood } from './moods';
import { paintPlants } from './plants';

type Pen = CanvasRenderingContext2D;

/** Outline of the island as shares of the canvas: the mainland with its headland for the lighthouse. */
const island = [
  [-0.06, 0.36],
  [0.06, 0.315],
  [0.2, 0.335],
  [0.36, 0.295],
  [0.52, 0.325],
  [0.66, 0.3],
  [0.76, 0.27],
  [0.82, 0.205],
  [0.9, 0.19],
  [0.955, 0.25],
  [0.97, 0.34],
  [1.06, 0.4],
  [1.06, 1.1],
  [-0.06, 1.1],
] as const;

/** Paints the whole map: sea, island, gardens, lanes and what grows beside them. */
export function paintGround(pen: Pen, layout: Layout, mood: Mood, rng: Rng): void {
  const { width, height, unit, mirrored } = layout;
  const toPoint = ([x, y]: readonly [number, number]): Point => ({ x: (mirrored ? 1 - x : x) * width, y: y * height });
  const sky = pen.createLinearGradient(0, 0, 0, height * 0.4);
  sky.addColorStop(0, mood.sea[0]);
  sky.addColorStop(1, mood.sea[1]);
  pen.fillStyle = sky;
  pen.fillRect(0, 0, width, height);
  paintSea(pen, layout, mood, rng.fork('sea'));
  const outline = island.map(toPoint);
  const sheet = (colour: string, rise: number, blur: number) =>
    paper(pen, blur * unit, 0.3, () => {
      pen.fillStyle = colour;
      blob(
        pen,
        outline.map(({ x, y }) => ({ x, y: y - rise * unit })),
      );
    });
  sheet(mood.sea[2], 30, 6);
  sheet(mood.foam, 16, 4);
  sheet(mood.shore, 10, 8);
  sheet(mood.land, -6, 10);
  pen.save();
  pen.beginPath();
  trace(
    pen,
    outline.map(({ x, y }) => ({ x, y: y + 8 * unit })),
  );
  pen.clip();
  paintFields(pen, layout, mood);
  if (!layout.round) paintInlet(pen, layout, mood);
  pen.restore();
  if (layout.round) paintSquare(pen, layout, mood);
  paintLane(pen, layout, mood.lane[0], mood.lane[1], mood.lane[2]);
  paintPlants(pen, layout, mood, rng.fork('plants'), 'behind');
  paintPlants(pen, layout, mood, rng.fork('front'), 'front');
  // The folds of the paper map.
  pen.save();
  for (const x of [1 / 3, 2 / 3]) {
    const fold = pen.createLinearGradient(width * x - 26 * unit, 0, width * x + 26 * unit, 0);
    fold.addColorStop(0, 'rgba(8,20,40,0)');
    fold.addColorStop(0.49, 'rgba(8,20,40,.06)');
    fold.addColorStop(0.51, 'rgba(255,255,255,.045)');
    fold.addColorStop(1, 'rgba(255,255,255,0)');
    pen.fillStyle = fold;
    pen.fillRect(width * x - 26 * unit, 0, 52 * unit, height);
  }
  pen.restore();
}

/** The lane as a strip of paper with a few stones on it. */
export function paintLane(pen: Pen, layout: Layout, edge: string, top: string, cobble: string | null): void {
  const { lane, laneWide, unit } = layout;
  pen.save();
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  const line = (colour: string, wide: number, down = 0) => {
    pen.strokeStyle = colour;
    pen.lineWidth = wide;
    pen.beginPath();
    for (const { x, y } of lane) pen.lineTo(x, y + down);
    pen.stroke();
  };
  line('rgba(10,24,40,.16)', laneWide + 10 * unit, 5 * unit);
  line(edge, laneWide + 6 * unit, 2 * unit);
  line(top, laneWide);
  if (cobble) {
    pen.fillStyle = cobble;
    for (const [i, { x, y }] of lane.entries()) {
      if (i % 4 !== 0) continue;
      lens(pen, x + ((i * 37) % 17) * unit, y + (((i * 53) % 34) - 17) * unit, 9 * unit, 3.4 * unit);
    }
  }
  pen.restore();
}

function trace(pen: Pen, points: readonly Point[]): void {
  const last = points.at(-1);
  const first = points[0];
  if (!last || !first) return;
  pen.moveTo((last.x + first.x) / 2, (last.y + first.y) / 2);
  for (const [i, point] of points.entries()) {
    const next = points[(i + 1) % points.length] ?? point;
    pen.quadraticCurveTo(point.x, point.y, (point.x + next.x) / 2, (point.y + next.y) / 2);
  }
}

function blob(pen: Pen, points: readonly Point[]): void {
  pen.beginPath();
  trace(pen, points);
  pen.fill();
}

function paintSea(pen: Pen, { width, height, unit }: Layout, mood: Mood, rng: Rng): void {
  pen.fillStyle = mood.foam;
  pen.globalAlpha = 0.3;
  for (let i = 0; i < 34; i++) lens(pen, rng.next() * width, rng.next() * height * 0.3, (14 + rng.next() * 26) * unit, 1.8 * unit);
  pen.globalAlpha = 1;
  // Two small islets far out.
  for (const [x, y, half] of [
    [0.16, 0.11, 86],
    [0.5, 0.07, 58],
  ] as const) {
    for (const [colour, more, down] of [
      [mood.sea[2], 22, 10],
      [mood.shore, 6, 5],
      [mood.fields[0] ?? mood.land, 0, 0],
    ] as const)
      paper(pen, 4 * unit, 0.2, () => {
        pen.fillStyle = colour;
        pen.beginPath();
        pen.ellipse(width * x, height * y + down * unit, (half + more) * unit, (half * 0.26 + more * 0.4) * unit, 0, 0, 7);
        pen.fill();
      });
  }
}

/** Gardens: soft patches, some with furrows. */
function paintFields(pen: Pen, { width, height, unit, mirrored }: Layout, mood: Mood): void {
  const patches = [
    [0.1, 0.44, 150, 44],
    [0.34, 0.4, 170, 50],
    [0.62, 0.42, 190, 52],
    [0.87, 0.44, 130, 56],
    [0.28, 0.72, 190, 56],
    [0.66, 0.74, 170, 48],
    [0.06, 0.74, 130, 60],
    [0.5, 0.99, 300, 46],
    [0.96, 0.96, 160, 60],
  ] as const;
  for (const [i, [x, y, half, thick]] of patches.entries()) {
    const at = { x: (mirrored ? 1 - x : x) * width, y: y * height };
    pen.save();
    paper(pen, 5 * unit, 0.14, () => {
      pen.fillStyle = mood.fields[i % mood.fields.length] ?? mood.land;
      pen.beginPath();
      pen.ellipse(at.x, at.y, half * unit, thick * unit, -0.06, 0, 7);
      pen.fill();
    });
    if (i % 3 !== 2) {
      pen.clip();
      pen.strokeStyle = mood.furrow;
      pen.globalAlpha = 0.4;
      pen.lineWidth = 3 * unit;
      for (let k = -6; k <= 6; k++) {
        pen.beginPath();
        pen.moveTo(at.x + (k * 32 - 60) * unit, at.y + 70 * unit);
        pen.quadraticCurveTo(at.x + (k * 32 - 10) * unit, at.y, at.x + (k * 32 + 60) * unit, at.y - 70 * unit);
        pen.stroke();
      }
    }
    pen.restore();
  }
}

/** Water between the lanes: a pond in spring, the harbour at dusk, ice in the snow. */
function paintInlet(pen: Pen, { width, height, unit, mirrored }: Layout, mood: Mood): void {
  const x = (share: number) => (mirrored ? 1 - share : share) * width;
  const shape = (grow: number): Point[] => [
    { x: x(-0.04), y: height * 0.655 - grow },
    { x: x(0.06), y: height * 0.66 - grow },
    { x: x(0.13), y: height * 0.69 - grow },
    { x: x(0.15), y: height * 0.74 },
    { x: x(0.1), y: height * 0.785 + grow },
    { x: x(-0.04), y: height * 0.79 + grow },
  ];
  for (const [colour, grow] of [
    [mood.shore, 12],
    [mood.sea[2], 3],
    [mood.sea[1], -8],
  ] as const) {
    pen.fillStyle = colour;
    paper(pen, 4 * unit, 0.2, () => blob(pen, shape(grow * unit)));
  }
  pen.fillStyle = mood.foam;
  pen.globalAlpha = 0.5;
  for (const [lx, ly] of [
    [0.03, 0.71],
    [0.08, 0.735],
    [0.04, 0.76],
  ] as const)
    lens(pen, x(lx), height * ly, 20 * unit, 1.6 * unit);
  pen.globalAlpha = 1;
}

/** The market square inside of the round lane, with its ring of stones. */
function paintSquare(pen: Pen, { market, unit }: Layout, mood: Mood): void {
  pen.save();
  pen.fillStyle = mood.square;
  pen.beginPath();
  pen.ellipse(market.x, market.y, market.rx, market.ry, 0, 0, 7);
  pen.fill();
  pen.strokeStyle = mood.lane[0];
  pen.globalAlpha = 0.45;
  pen.lineWidth = 3 * unit;
  for (const share of [0.3, 0.55, 0.78]) {
    pen.beginPath();
    pen.ellipse(market.x, market.y, market.rx * share, market.ry * share, 0, 0, 7);
    pen.stroke();
  }
  pen.fillStyle = mood.lane[2];
  disc(pen, market, 20 * unit);
  pen.restore();
}
