import type * as Phaser from 'phaser';
import type { Point } from '../kit/field';
import { paintOnce } from '../kit/glow';
import type { Layout } from './layout';

/** The market's pole with its lines of bunting: one line more for each round; none ever comes down while a set lasts. */
export interface Bunting {
  readonly count: number;
  hang(count: number, atOnce: boolean): void;
  clear(): void;
  update(calmMs: number): void;
}

/** Lines that the pole can hold. */
export const mostLines = 8;
const colours = ['#E4694E', '#F4B63F', '#EAF4F4', '#4E8F5B', '#6A4C7D', '#2B6C8F'];
const hangMs = 1200;

/** A bare pole on the square; `pole` false: the lines alone are enough to see. */
export function createBunting(scene: Phaser.Scene, layout: Layout): Bunting {
  const { market, unit } = layout;
  const top = { x: market.x, y: market.y - 158 * unit };
  let lines: Phaser.GameObjects.Image[] = [];
  const pole = paintOnce(scene, 'market-pole', 30 * unit, 178 * unit, (pen, w, h) => {
    pen.fillStyle = '#6B4F3E';
    pen.fillRect(w * 0.36, h * 0.06, w * 0.28, h * 0.93);
    pen.fillStyle = '#8E6F59';
    pen.fillRect(w * 0.36, h * 0.06, w * 0.11, h * 0.93);
    pen.fillStyle = '#F4B63F';
    pen.beginPath();
    pen.arc(w / 2, h * 0.055, w * 0.36, 0, 7);
    pen.fill();
  });
  scene.add
    .image(market.x, market.y + 10 * unit, pole)
    .setOrigin(0.5, 1)
    .setDepth(14)
    .setName('pole');

  function add(index: number, atOnce: boolean): void {
    // The front lines come first: they are seen best.
    const turns = [0.12, 0.88, 0.34, 0.66, 0.02, 0.98, 0.24, 0.76];
    const turn = (turns[index % turns.length] ?? 0) * Math.PI;
    const end = { x: market.x + market.rx * 0.78 * Math.cos(turn), y: market.y + market.ry * (0.5 * Math.sin(turn) - 0.28) };
    const key = paintLine(scene, `bunting-${index % mostLines}`, top, end, unit, index);
    const image = scene.add
      .image(Math.min(top.x, end.x) - 20 * unit, top.y - 10 * unit, key)
      .setOrigin(0)
      .setDepth(15)
      .setAlpha(atOnce ? 1 : 0)
      .setName('bunting');
    if (!atOnce) scene.tweens.add({ targets: image, alpha: 1, duration: hangMs, ease: 'Sine.easeInOut' });
    lines.push(image);
  }

  return {
    get count() {
      return lines.length;
    },
    hang(count, atOnce) {
      while (lines.length < Math.min(count, mostLines)) add(lines.length, atOnce);
    },
    clear() {
      for (const line of lines)
        scene.tweens.add({ targets: line, alpha: 0, duration: 900, ease: 'Sine.easeInOut', onComplete: () => line.destroy() });
      lines = [];
    },
    update(calmMs) {
      for (const [i, line] of lines.entries()) line.y = top.y + (-10 + 2 * Math.sin(calmMs / 1300 + i)) * unit;
    },
  };
}

function paintLine(scene: Phaser.Scene, key: string, top: Point, end: Point, unit: number, index: number): string {
  const left = Math.min(top.x, end.x) - 20 * unit;
  const [wide, high] = [Math.abs(end.x - top.x) + 40 * unit, Math.abs(end.y - top.y) + 80 * unit];
  return paintOnce(scene, key, wide, high, (pen) => {
    const at = (t: number): Point => ({
      x: top.x + (end.x - top.x) * t - left,
      y: (end.y - top.y) * t + 10 * unit + Math.sin(Math.PI * t) * 34 * unit,
    });
    pen.strokeStyle = '#5A4A52';
    pen.lineWidth = 2.5 * unit;
    pen.beginPath();
    for (let k = 0; k <= 20; k++) pen.lineTo(at(k / 20).x, at(k / 20).y);
    pen.stroke();
    for (let k = 1; k < 10; k++) {
      const { x, y } = at(k / 10);
      pen.fillStyle = colours[(k + index) % colours.length] ?? '#F4B63F';
      pen.beginPath();
      pen.moveTo(x - 11 * unit, y);
      pen.lineTo(x + 11 * unit, y);
      pen.lineTo(x, y + 26 * unit);
      pen.fill();
    }
  });
}
