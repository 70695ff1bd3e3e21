import type * as Phaser from 'phaser';
import { paintGlow } from '../kit/glow';
import type { Layout } from './layout';

/** The glass hose from the bell to the rocket, and the light in it. */
export interface Hose {
  readonly parts: readonly Phaser.GameObjects.GameObject[];
  /** Hangs from a bell whose middle is at this height. */
  hang(bellY: number): void;
  /** A row of lights goes through it once. */
  pour(): void;
  flowing(): boolean;
}

const drops = 7;
const dropMs = 900;
const betweenMs = 95;
/** The time from the first drop until the light has arrived. */
export const pourMs = dropMs * 0.8;
const bends = 22;

/** Makes the hose. */
export function createHose(scene: Phaser.Scene, layout: Layout): Hose {
  const { scale, lamp, inlet, mirrored } = layout;
  const side = mirrored ? -1 : 1;
  const tube = scene.add.graphics();
  const dropKey = paintGlow(scene, 'glow-drop', 64, '255,236,176', [
    [0, 1],
    [0.22, 0.95],
    [0.4, 0.35],
    [1, 0],
  ]);
  const lights = Array.from({ length: drops }, () => ({ image: scene.add.image(0, 0, dropKey).setVisible(false), way: { t: 0 } }));
  let hungY = Number.NaN;
  let from = { x: 0, y: 0 };
  let flows = 0;

  const toPoint = (t: number) => {
    const u = 1 - t;
    const [bx, by] = [from.x + side * 46 * scale, from.y - 4 * scale];
    const [cx, cy] = [inlet.x - side * 74 * scale, inlet.y + (from.y < inlet.y ? -14 : 10) * scale];
    return {
      x: u ** 3 * from.x + 3 * u * u * t * bx + 3 * u * t * t * cx + t ** 3 * inlet.x,
      y: u ** 3 * from.y + 3 * u * u * t * by + 3 * u * t * t * cy + t ** 3 * inlet.y,
    };
  };
  const stroke = (width: number, colour: number, alpha: number) => {
    tube.lineStyle(width * scale, colour, alpha).beginPath();
    tube.moveTo(from.x, from.y);
    for (let i = 1; i <= bends; i++) {
      const { x, y } = toPoint(i / bends);
      tube.lineTo(x, y);
    }
    tube.strokePath();
  };

  return {
    parts: [tube, ...lights.map(({ image }) => image)],
    hang(bellY) {
      if (Math.abs(bellY - hungY) < 0.3) return;
      hungY = bellY;
      from = { x: lamp.x + side * 60 * scale, y: bellY + 40 * scale };
      tube.clear();
      stroke(20, 0x0d2a3e, 1);
      stroke(13, 0x5f97ad, 1);
      stroke(5, 0xbfe3ec, 0.8);
    },
    pour() {
      for (const [i, { image, way }] of lights.entries()) {
        scene.tweens.killTweensOf(way);
        way.t = 0;
        flows = i === 0 ? drops : flows;
        scene.tweens.add({
          targets: way,
          t: 1,
          delay: i * betweenMs,
          duration: dropMs,
          ease: 'Sine.easeInOut',
          onUpdate() {
            const { x, y } = toPoint(way.t);
            const size = 44 * scale * Math.sin(Math.PI * (0.12 + 0.8 * way.t));
            image.setPosition(x, y).setDisplaySize(size, size).setVisible(true);
          },
          onComplete() {
            image.setVisible(false);
            flows -= 1;
          },
        });
      }
    },
    flowing: () => flows > 0,
  };
}
