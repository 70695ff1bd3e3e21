import type * as Phaser from 'phaser';
import { paintOnce } from '../kit/glow';
import type { Layout } from './layout';
import { toPieceSize } from './pictures';

const colours = [0xe58a72, 0xf4c463, 0x6fb3a0, 0x5f93ae, 0x9a7bb0] as const;
const riseMs = 4600;

/** The end of a set: a market day. Bunting goes up from bank to bank, paper lanterns rise from the river. */
export interface Feast {
  begin(atOnce: boolean): void;
  clear(): void;
  update(calmMs: number): void;
}

/** Prepares the feast. */
export function createFeast(scene: Phaser.Scene, layout: Layout, few: boolean, reducedMotion: boolean): Feast {
  const { width, height, unit, bankPx, waterY, dock } = layout;
  const [x0, x1] = [bankPx * 0.86, width - bankPx * 0.86];
  const lines = few
    ? []
    : [
        { y: 30, sag: 210 },
        { y: 104, sag: 300 },
      ];
  const flag = toPieceSize('pennant', layout);
  const flags = lines.flatMap(({ y, sag }, line) => {
    const count = Math.max(7, Math.round((x1 - x0) / (66 * unit)));
    return Array.from({ length: count }, (_, i) => {
      const at = (i + 0.5) / count;
      const image = scene.add
        .image(x0 + (x1 - x0) * at, (y + sag * at * (1 - at)) * unit, 'pennant')
        .setOrigin(0.5, 0.02)
        .setDisplaySize(flag.width, flag.height);
      image
        .setTint(colours[(i + line * 2) % colours.length] ?? 0xffffff)

        .setDepth(15)
        .setName('feast');
      return { image, at: 0.15 + 0.5 * at + 0.2 * line, shift: i };
    });
  });
  const cordKey = paintOnce(scene, 'bunting', width, 200 * unit, (context) => {
    context.strokeStyle = '#6B4A3C';
    context.lineWidth = 2.6 * unit;
    for (const { y, sag } of lines) {
      context.beginPath();
      for (let i = 0; i <= 40; i++) context.lineTo(x0 + ((x1 - x0) * i) / 40, (y + (sag * i * (40 - i)) / 1600) * unit);
      context.stroke();
    }
  });
  const cord = scene.add.image(0, 0, cordKey).setOrigin(0).setDepth(14).setName('feast');
  const size = toPieceSize('lantern', layout);
  const lanterns = Array.from({ length: few ? 3 : 7 }, (_, i, all = few ? 3 : 7) => {
    const x = dock[0] + ((dock[1] - dock[0]) * (i - (all - 1) / 2)) / all + (dock[1] - dock[0]) / 2;
    const image = scene.add
      .image(width / 2 + (x - width / 2) * 1.7, 0, 'lantern')
      .setDisplaySize(size.width * 1.15, size.height * 1.15)
      .setDepth(48)
      .setName('feast');
    return { image, x: image.x, late: ((i * 3) % 7) / 7, high: 0.24 + 0.2 * (((i * 5) % 7) / 7) };
  });
  const way = { value: 0 };
  let drawn = -1;
  const draw = (calmMs: number) => {
    const { value } = way;
    if (value === 0 && drawn === 0) return;
    drawn = value;
    const ease = (t: number) => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));
    cord.setAlpha(ease(value * 3)).setVisible(value > 0);
    for (const { image, at, shift } of flags) {
      image.setAlpha(ease((value - at * 0.6) * 5)).setVisible(value > 0);
      image.setAngle(Math.sin(calmMs / 1400 + shift * 0.8) * 5);
    }
    for (const { image, x, late, high } of lanterns) {
      const up = ease((value - late * 0.35) / 0.65);
      const far = reducedMotion ? 1 : up;
      image.setAlpha(ease((value - late * 0.35) * 6)).setVisible(value > 0);
      image.setPosition(x + Math.sin(calmMs / 2300 + late * 9) * 10 * unit, waterY - 60 * unit + (height * high - waterY + 60 * unit) * far);
    }
  };
  draw(0);
  return {
    begin(atOnce) {
      scene.tweens.killTweensOf(way);
      if (atOnce) way.value = 1;
      else scene.tweens.add({ targets: way, value: 1, duration: riseMs, ease: 'Linear' });
    },
    clear() {
      scene.tweens.killTweensOf(way);
      if (way.value > 0) scene.tweens.add({ targets: way, value: 0, duration: 1400, ease: 'Sine.easeInOut' });
    },
    update: draw,
  };
}
