import type * as Phaser from 'phaser';
import type { Side } from '../../core/units';
import type { Point } from '../kit/field';
import { paintGlow } from '../kit/glow';

/** A firefly on the stage: its glow, two wings and a body; its middle is the container's place. */
export interface Firefly {
  readonly root: Phaser.GameObjects.Container;
  readonly sizePx: number;
  /** Slow beat of the wings and breath of the glow; neither ever blinks. */
  update(calmMs: number): void;
}

const wingBeatMs = 2400;
const glowBreathMs = 4200;

/** Draws a firefly; left wears a circle, right a star, so that the side never depends on colour. */
export function createFirefly(scene: Phaser.Scene, sizePx: number, side: Side | null, glowing: boolean): Firefly {
  const glowKey = paintGlow(scene, 'glow-firefly', 256, '255,222,140', [
    [0, 0.42],
    [0.3, 0.27],
    [0.6, 0.1],
    [1, 0],
  ]);
  const glow = scene.add.image(0, 0, glowKey).setDisplaySize(sizePx * 2.1, sizePx * 2.1);
  const glowScale = glow.scaleX;
  const makeWing = (sign: number) =>
    scene.add
      .image(sign * sizePx * 0.13, -sizePx * 0.06, 'wing')
      .setOrigin(16 / 150, 96 / 120)
      .setDisplaySize(sizePx * 0.6, sizePx * 0.48);
  const [left, right] = [makeWing(-1), makeWing(1)];
  left.scaleX = -left.scaleX;
  const body = scene.add.image(0, 0, side ? `firefly-${side}` : 'firefly').setDisplaySize(sizePx, sizePx);
  const root = scene.add.container(0, 0, [...(glowing ? [glow] : []), left, right, body]);
  if (!glowing) glow.destroy();
  return {
    root,
    sizePx,
    update(calmMs) {
      const beat = Math.sin((calmMs / wingBeatMs) * 2 * Math.PI) * 7;
      left.setAngle(-beat);
      right.setAngle(beat);
      if (glowing) glow.setScale(glowScale * (1 + 0.035 * Math.sin((calmMs / glowBreathMs) * 2 * Math.PI)));
    },
  };
}

/** What a flight needs: where from, where to, how long, and what happens when it is there. */
export interface Flight {
  readonly from: Point;
  readonly to: Point;
  readonly toSizePx: number;
  readonly durationMs: number;
  onArrive(): void;
}

/** The firefly settles for a moment, then flies in a curve and goes out into the lantern's light. It is gone afterwards. */
export function fly(scene: Phaser.Scene, firefly: Firefly, flight: Flight): void {
  const { root, sizePx } = firefly;
  const { from, to } = flight;
  const bend = {
    x: (from.x + to.x) / 2 + (from.x < to.x ? 0.22 : -0.22) * Math.abs(from.y - to.y),
    y: Math.min(from.y, to.y) + 0.12 * Math.abs(from.y - to.y),
  };
  const way = { t: 0 };
  const place = (t: number) => {
    const u = 1 - t;
    root.setPosition(u * u * from.x + 2 * u * t * bend.x + t * t * to.x, u * u * from.y + 2 * u * t * bend.y + t * t * to.y);
    root.setScale(1 + (flight.toSizePx / sizePx - 1) * Math.sin((t * Math.PI) / 2));
  };
  scene.tweens.add({ targets: root, scale: 1.08, duration: 220, ease: 'Sine.easeInOut', yoyo: true });
  scene.tweens.add({
    targets: way,
    t: 1,
    delay: 260,
    duration: flight.durationMs,
    ease: 'Sine.easeInOut',
    onUpdate: () => place(way.t),
    onComplete: () => {
      flight.onArrive();
      scene.tweens.add({ targets: root, alpha: 0, duration: 500, ease: 'Sine.easeInOut', onComplete: () => root.destroy() });
    },
  });
}
