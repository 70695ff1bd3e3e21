import type * as Phaser from 'phaser';
import type { Point } from '../kit/field';
import { paintGlow } from '../kit/glow';

const dots = 9;
/** A dot is left behind at every so many millimetres. */
const stepMm = 9;

/** The warm trail of a firefly that comes to the child. */
export interface Trail {
  /** Where the firefly is now; null lets the trail go. */
  update(at: Point | null, calmMs: number): void;
  clear(): void;
}

/** Makes a trail; with reduced motion it is drawn all the same, because it only follows the firefly. */
export function createTrail(scene: Phaser.Scene, pxPerMm: number, still: boolean): Trail {
  const key = paintGlow(scene, 'glow-firefly', 256, '255,222,140', [
    [0, 0.42],
    [0.3, 0.27],
    [0.6, 0.1],
    [1, 0],
  ]);
  const images: Phaser.GameObjects.Image[] = [];
  const places: Point[] = [];
  const strength = { value: 0 };
  let going = false;
  const make = () => scene.add.image(0, 0, key).setDepth(55).setAlpha(0);
  const clear = () => {
    places.length = 0;
    strength.value = 0;
    going = false;
    for (const image of images) image.setAlpha(0);
  };
  return {
    update(at, calmMs) {
      if (at) {
        const last = places[0];
        if (!last || Math.hypot(last.x - at.x, last.y - at.y) >= stepMm * pxPerMm) places.unshift(at);
        if (places.length > dots) places.pop();
        strength.value = Math.min(1, strength.value + 0.04);
        going = true;
      } else if (going) {
        strength.value = Math.max(0, strength.value - 0.04);
        if (strength.value === 0) clear();
      } else return;
      for (const [i, place] of places.entries()) {
        const image = images[i] ?? make();
        images[i] = image;
        const size = pxPerMm * (30 - 2 * i) * (still ? 1 : 1 + 0.04 * Math.sin(calmMs / 700 + i));
        image
          .setPosition(place.x, place.y)
          .setDisplaySize(size, size)
          .setAlpha(strength.value * 0.75 * (1 - i / dots));
      }
    },
    clear,
  };
}
