import type * as Phaser from 'phaser';
import type { SessionPhase } from '../../session/types';
import type { Point } from './field';
import { paintGlow, paintOnce } from './glow';

/** Light and shade over the whole picture: who is at play now, and when all rests. */
export interface Shades {
  meet(phase: SessionPhase, atOnce: boolean): void;
  /** A ray from the companion's fingertip to its light; null: none. */
  beam(from: Point | null, to: Point | null): void;
  update(deltaMs: number): void;
}

/** What the shades lie over, in canvas pixels. */
export interface ShadedField {
  readonly width: number;
  readonly height: number;
  readonly unit: number;
  readonly companion: { readonly x: number; readonly footY: number; readonly height: number };
}

/** Opacity of the shade behind the companion and over everything, and of the spotlight, for each phase. */
const wanted: Readonly<Record<SessionPhase, { readonly behind: number; readonly over: number; readonly spot: number }>> = {
  demo: { behind: 0.45, over: 0, spot: 1 },
  playing: { behind: 0, over: 0, spot: 0 },
  paused: { behind: 0, over: 0.5, spot: 0 },
  'set-end': { behind: 0, over: 0, spot: 0 },
  resting: { behind: 0.3, over: 0, spot: 0.45 },
  ended: { behind: 0.5, over: 0.12, spot: 0.7 },
};
const shadeMs = 420;

/** Makes the shades, all of them open. */
export function createShades(scene: Phaser.Scene, layout: ShadedField): Shades {
  const { width, height, companion } = layout;
  const cover = (depth: number) => scene.add.rectangle(0, 0, width, height, 0x081c2e).setOrigin(0).setDepth(depth).setAlpha(0);
  const behind = cover(40);
  const over = cover(88);
  const spotKey = paintGlow(scene, 'spot', 256, '255,226,168', [
    [0, 0.5],
    [0.35, 0.3],
    [0.7, 0.08],
    [1, 0],
  ]);
  const spot = scene.add
    .image(companion.x, companion.footY - companion.height * 0.5, spotKey)
    .setDepth(41)
    .setAlpha(0);
  spot.setDisplaySize(companion.height * 2, companion.height * 2);
  const beamKey = paintOnce(scene, 'beam', 256, 24, (context, w, h) => {
    const gradient = context.createLinearGradient(0, 0, w, 0);
    gradient.addColorStop(0, 'rgba(255,226,168,.7)');
    gradient.addColorStop(1, 'rgba(255,226,168,.18)');
    context.fillStyle = gradient;
    context.beginPath();
    context.moveTo(0, h * 0.38);
    context.lineTo(w, 0);
    context.lineTo(w, h);
    context.lineTo(0, h * 0.62);
    context.fill();
  });
  const ray = scene.add.image(0, 0, beamKey).setOrigin(0, 0.5).setDepth(57).setAlpha(0);
  let goal = wanted.playing;
  let rayGoal = 0;

  const near = (value: number, to: number, deltaMs: number, ms: number) => {
    const step = deltaMs / ms;
    return Math.abs(to - value) <= step ? to : value + Math.sign(to - value) * step;
  };
  return {
    meet(phase, atOnce) {
      goal = wanted[phase];
      if (!atOnce) return;
      behind.setAlpha(goal.behind);
      over.setAlpha(goal.over);
      spot.setAlpha(goal.spot);
    },
    beam(from, to) {
      rayGoal = from && to ? 0.5 : 0;
      if (!from || !to) return;
      ray.setPosition(from.x, from.y).setRotation(Math.atan2(to.y - from.y, to.x - from.x));
      ray.setDisplaySize(Math.max(1, Math.hypot(to.x - from.x, to.y - from.y)), 20 * layout.unit);
    },
    update(deltaMs) {
      behind.setAlpha(near(behind.alpha, goal.behind, deltaMs, shadeMs * 2));
      over.setAlpha(near(over.alpha, goal.over, deltaMs, shadeMs * 1.4));
      spot.setAlpha(near(spot.alpha, goal.spot, deltaMs, shadeMs * 1.4));
      ray.setAlpha(near(ray.alpha, rayGoal, deltaMs, shadeMs * 2));
      for (const part of [behind, over, spot, ray]) part.setVisible(part.alpha > 0.001);
    },
  };
}
