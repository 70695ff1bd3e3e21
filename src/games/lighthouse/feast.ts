import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import { paintGlow, paintOnce } from '../kit/glow';
import type { Layout } from './layout';

/** The harbour's thanks when all boats are home: paper lights rise over the quay, and the lamp turns once around the bay. */
export interface Feast {
  /** `way` 0 none of it, 1 all of it. */
  show(way: number, calmMs: number): void;
}

const lights = 16;
/** Both arms together stay narrow and faint: a light that sweeps over the picture must not be a flash (clinical.md C8). */
const armAlpha = 0.13;
const turnMs = 26_000;

/** Makes the feast, not begun. */
export function createFeast(scene: Phaser.Scene, layout: Layout, rng: Rng): Feast {
  const { width, height, unit, quayY, horizonY, tower, limit } = layout;
  const scenery = (image: Phaser.GameObjects.Image, depth: number) => image.setDepth(depth).setName('scenery').setAlpha(0).setVisible(false);
  const warmKey = paintGlow(scene, 'glow-feast', 256, '255,206,130', [
    [0, 0.5],
    [0.4, 0.22],
    [1, 0],
  ]);
  const { fromX, toX } = layout.berths;
  const warmth = scenery(scene.add.image((fromX + toX) / 2, quayY - 10 * unit, warmKey), 9).setDisplaySize(width * 1.1, 330 * unit);
  const armKey = paintOnce(scene, 'lamp-arm', 256, 96, (context, w, h) => {
    const along = context.createLinearGradient(0, 0, w, 0);
    along.addColorStop(0, 'rgba(255,236,190,1)');
    along.addColorStop(1, 'rgba(255,236,190,0)');
    context.fillStyle = along;
    for (const share of [1, 0.6]) {
      context.globalAlpha = 0.5;
      context.beginPath();
      context.moveTo(0, h * 0.47);
      context.lineTo(w, h * (0.5 - 0.5 * share));
      context.lineTo(w, h * (0.5 + 0.5 * share));
      context.lineTo(0, h * 0.53);
      context.fill();
    }
  });
  const arms = [0, Math.PI].map((turn) => {
    const image = scenery(scene.add.image(tower.x, tower.lampY, armKey).setOrigin(0, 0.5), 13);
    return { image: image.setDisplaySize(1.15 * limit.x, 110 * unit), turn };
  });
  const lightKey = paintOnce(scene, 'paper-light', 44 * unit, 52 * unit, (context, w, h) => {
    const glow = context.createRadialGradient(w / 2, h / 2, 0, w / 2, h / 2, w / 2);
    glow.addColorStop(0, 'rgba(255,214,140,.55)');
    glow.addColorStop(1, 'rgba(255,214,140,0)');
    context.fillStyle = glow;
    context.fillRect(0, 0, w, h);
    context.fillStyle = '#FFC978';
    context.beginPath();
    context.moveTo(w * 0.34, h * 0.34);
    context.quadraticCurveTo(w * 0.5, h * 0.22, w * 0.66, h * 0.34);
    context.lineTo(w * 0.6, h * 0.66);
    context.lineTo(w * 0.4, h * 0.66);
    context.fill();
    context.fillStyle = '#FFE9B4';
    context.beginPath();
    context.ellipse(w * 0.48, h * 0.52, w * 0.07, h * 0.11, 0, 0, 7);
    context.fill();
  });
  const rising = Array.from({ length: lights }, (_, i) => ({
    image: scenery(scene.add.image(0, 0, lightKey), 21).setScale(0.6 + 0.6 * rng.next()),
    x: fromX + ((i + 0.2 + 0.6 * rng.next()) / lights) * (toX - fromX),
    toY: horizonY * 0.4 + rng.next() * (height * 0.5),
    order: rng.next(),
    shift: rng.next() * 6.28,
  }));

  return {
    show(way, calmMs) {
      const on = way > 0.003;
      warmth.setAlpha(0.5 * way).setVisible(on);
      for (const { image, turn } of arms)
        image
          .setRotation(turn + 0.4 + (calmMs / turnMs) * 2 * Math.PI)
          .setAlpha(armAlpha * way)
          .setVisible(on);
      for (const { image, x, toY, order, shift } of rising) {
        const at = Math.min(1, Math.max(0, way * 1.6 - order * 0.6));
        const eased = at * at * (3 - 2 * at);
        image
          .setPosition(
            x + Math.sin(calmMs / 2600 + shift) * 9 * unit,
            quayY - 60 * unit + (toY - quayY + 60 * unit) * eased + Math.sin(calmMs / 2000 + shift) * 4 * unit,
          )
          .setAlpha(Math.min(1, at * 3) * 0.9)
          .setVisible(at > 0.003);
      }
    },
  };
}
