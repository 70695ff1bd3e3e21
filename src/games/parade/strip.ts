import type * as Phaser from 'phaser';
import { paintOnce } from '../kit/glow';

/** A strip of scenery without beginning or end. */
export interface Strip {
  /** Shows it moved to the left by so many canvas pixels. */
  moveTo(px: number): void;
}

/** A strip whose drawing joins its own beginning; `width` at least the canvas's. */
export function createStrip(
  scene: Phaser.Scene,
  key: string,
  width: number,
  at: { readonly y: number; readonly height: number; readonly depth: number },
  paint: (pen: CanvasRenderingContext2D, width: number) => void,
): Strip {
  const whole = Math.round(width);
  const texture = paintOnce(scene, key, whole, at.height, (pen, w) => paint(pen, w));
  const [one, two] = [0, whole].map((x) => scene.add.image(x, at.y, texture).setOrigin(0).setDepth(at.depth).setName('scenery'));
  return {
    moveTo(px) {
      const x = -(((px % whole) + whole) % whole);
      one?.setX(x);
      two?.setX(x + whole - 0.5);
    },
  };
}
