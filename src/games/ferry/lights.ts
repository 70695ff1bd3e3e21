import type * as Phaser from 'phaser';
import type { Point } from '../kit/field';
import { paintOnce } from '../kit/glow';
import { type Layout, toStart } from './layout';

/** How many water lights lie along the way. */
const count = 9;
const lightMs = 700;
const flightMs = 1200;

/** Small lights on the water before the ferry: they come on as the hold grows, and fly to the window at its end. */
export interface WaterLights {
  /** How much of this crossing is done, 0..1. */
  show(trial: number, done: number, atOnce: boolean): void;
  /** The lights of this crossing go to its window; all of them, however far it was. */
  give(to: Point | null): void;
  update(calmMs: number, deltaMs: number): void;
}

/** Lays the lights. */
export function createWaterLights(scene: Phaser.Scene, layout: Layout, reducedMotion: boolean): WaterLights {
  const { dock, waterY, unit, height } = layout;
  const y = waterY + Math.min(92 * unit, (height - waterY) * 0.42);
  const size = 30 * unit;
  const dim = paintOnce(scene, 'water-dim', size, size, (context, w) => {
    context.strokeStyle = 'rgba(234,244,244,.75)';
    context.fillStyle = 'rgba(18,50,74,.35)';
    context.lineWidth = Math.max(1.5, w * 0.08);
    context.beginPath();
    context.arc(w / 2, w / 2, w * 0.3, 0, 7);
    context.fill();
    context.stroke();
  });
  const bright = paintOnce(scene, 'water-bright', size * 2, size * 2, (context, w) => {
    const light = context.createRadialGradient(w / 2, w / 2, 0, w / 2, w / 2, w / 2);
    light.addColorStop(0, 'rgba(255,224,150,.8)');
    light.addColorStop(0.4, 'rgba(255,205,110,.35)');
    light.addColorStop(1, 'rgba(255,205,110,0)');
    context.fillStyle = light;
    context.fillRect(0, 0, w, w);
    context.fillStyle = '#F8D27A';
    context.strokeStyle = '#8A5A10';
    context.lineWidth = Math.max(1.5, w * 0.03);
    context.beginPath();
    context.arc(w / 2, w / 2, w * 0.17, 0, 7);
    context.fill();
    context.stroke();
    context.fillStyle = '#FFF6DA';
    context.beginPath();
    context.arc(w * 0.46, w * 0.45, w * 0.06, 0, 7);
    context.fill();
  });
  const pairs = Array.from({ length: count }, (_, i) => {
    const x = dock[0] + ((dock[1] - dock[0]) * (i + 0.5)) / count;
    return {
      x,
      off: scene.add.image(x, y, dim).setDepth(54).setAlpha(0.75),
      on: scene.add.image(x, y, bright).setDepth(57).setAlpha(0).setName('water-light'),
      wanted: 0,
    };
  });
  return {
    show(trial, done, atOnce) {
      const back = toStart(trial) === 1;
      for (const [i, pair] of pairs.entries()) {
        const order = back ? count - 1 - i : i;
        pair.wanted = done >= (order + 1) / count - 1e-6 ? 1 : 0;
        if (atOnce) pair.on.setAlpha(pair.wanted);
      }
    },
    give(to) {
      for (const [i, pair] of pairs.entries()) {
        pair.wanted = 0;
        if (!to || reducedMotion) continue;
        const spark = scene.add.image(pair.x, y, bright).setDepth(61).setName('spark').setAlpha(pair.on.alpha);
        pair.on.setAlpha(0);
        const way = { at: 0 };
        const from = { x: pair.x, y };
        scene.tweens.add({
          targets: way,
          at: 1,
          delay: 60 * i,
          duration: flightMs,
          ease: 'Sine.easeInOut',
          onUpdate() {
            const arc = Math.sin(way.at * Math.PI) * 90 * unit;
            spark.setPosition(from.x + (to.x - from.x) * way.at, from.y + (to.y - from.y) * way.at - arc);
            spark.setAlpha(Math.min(1, way.at * 5) * Math.min(1, (1 - way.at) * 4)).setScale(1 - way.at * 0.5);
          },
          onComplete: () => spark.destroy(),
        });
      }
    },
    update(calmMs, deltaMs) {
      const step = deltaMs / lightMs;
      for (const [i, { on, off, wanted }] of pairs.entries()) {
        on.setAlpha(wanted > on.alpha ? Math.min(wanted, on.alpha + step) : Math.max(wanted, on.alpha - step));
        const bob = Math.sin(calmMs / 1100 + i * 0.9) * 2.4 * unit;
        on.setY(y + bob);
        off.setY(y + bob);
      }
    },
  };
}
