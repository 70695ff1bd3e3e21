import { disc, paper, wave } from '../kit/paper';
import type { Layout } from './layout';
import type { Mood } from './moods';

/** Half of the rock, as shares of the child's limit sideways. */
const rockRatio = 0.3;

/** The round rock in the middle, in three steps of paper, with foam around it. */
export function paintRock(context: CanvasRenderingContext2D, layout: Layout, mood: Mood): void {
  const { unit, centre, limit, tower } = layout;
  const flat = limit.y / limit.x;
  const middleY = (centre.y + tower.footY) / 2 + 4 * unit;
  const blob = (radius: number, y: number, shift: number) => {
    context.beginPath();
    for (let step = 0; step <= 72; step++) {
      const angle = (step / 72) * 2 * Math.PI;
      const rough = 1 + 0.05 * Math.sin(angle * 3 + shift) + 0.03 * Math.sin(angle * 7 + shift * 2);
      context.lineTo(centre.x + Math.cos(angle) * radius * rough, y + Math.sin(angle) * radius * rough * flat);
    }
    context.fill();
  };
  const radius = rockRatio * limit.x;
  for (const [grow, alpha] of [
    [1.2, 0.1],
    [1.1, 0.18],
  ] as const) {
    context.globalAlpha = alpha;
    context.fillStyle = '#EAF4F4';
    blob(radius * grow, middleY + 3 * unit, 0.6);
  }
  context.globalAlpha = 1;
  const steps = [
    [1, 0],
    [0.87, -9],
    [0.7, -17],
  ] as const;
  for (const [i, [grow, up]] of steps.entries())
    paper(context, 9 * unit, 0.3, () => {
      context.fillStyle = mood.rock[i] ?? mood.rock[0];
      blob(radius * grow, middleY + up * unit, 0.6 + i * 0.5);
    });
}

/** The round pier before the tower's door: the middle, exactly as wide as the drill's. */
export function paintPier(context: CanvasRenderingContext2D, layout: Layout, mood: Mood): void {
  const { unit, centre, pier } = layout;
  const oval = (dy: number, grow: number) => {
    context.beginPath();
    context.ellipse(centre.x, centre.y + dy, pier.x + grow, pier.y + grow, 0, 0, 7);
  };
  paper(context, 10 * unit, 0.35, () => {
    context.fillStyle = mood.quay.line;
    oval(8 * unit, 0);
    context.fill();
  });
  context.save();
  context.fillStyle = mood.quay.top;
  oval(0, 0);
  context.fill();
  context.clip();
  context.fillStyle = mood.quay.light;
  const plank = pier.y / 3.4;
  for (let i = -4; i < 5; i += 2) context.fillRect(centre.x - pier.x, centre.y + i * plank, 2 * pier.x, plank);
  context.restore();
  context.strokeStyle = mood.quay.line;
  context.lineWidth = 2.4 * unit;
  oval(0, -1.2 * unit);
  context.stroke();
}

/** The harbour's quay along the lower edge: wall, deck and two lamp posts' feet. */
export function paintQuay(context: CanvasRenderingContext2D, layout: Layout, mood: Mood): void {
  const { width, height, unit, quayY } = layout;
  const edge = (y: number) => {
    context.beginPath();
    wave(context, width, y, 2.4 * unit, width * 0.9, 0.8);
    context.lineTo(width, height);
    context.lineTo(0, height);
    context.fill();
  };
  context.fillStyle = 'rgba(234,244,244,.14)';
  edge(quayY + 1 * unit);
  paper(context, 18 * unit, 0.4, () => {
    context.fillStyle = mood.quay.wall;
    edge(quayY + 6 * unit);
  });
  context.fillStyle = mood.quay.light;
  edge(quayY + 9 * unit);
  context.fillStyle = mood.quay.top;
  edge(quayY + 16 * unit);
  context.strokeStyle = mood.quay.line;
  context.globalAlpha = 0.45;
  context.lineWidth = 1.6 * unit;
  for (let row = 0; row < 3; row++) {
    const y = quayY + (29 + row * 15) * unit;
    context.beginPath();
    context.moveTo(0, y);
    context.lineTo(width, y);
    context.stroke();
    for (let x = (row % 2) * 46 * unit; x < width; x += 92 * unit) {
      context.fillStyle = mood.quay.line;
      disc(context, { x: x + 12 * unit, y: y + 6 * unit }, 1.6 * unit);
    }
  }
  context.globalAlpha = 1;
}
