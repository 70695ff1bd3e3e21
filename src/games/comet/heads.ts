import type * as Phaser from 'phaser';
import type { Point } from '../kit/field';
import { paintGlow } from '../kit/glow';
import type { Layout } from './layout';
import { sizesMm } from './pictures';

const dots = 9;
/** A spark is left behind at every so many millimetres. */
const stepMm = 5;
const haloMm = 34;
/** Sparks of a hand that rests go out over this long. */
const outMs = 700;

/** The comets in the hands: each head is exactly where its hand is, with a short tail behind it. */
export interface Heads {
  /** One comet at each place; the second is the adult's when `second`. */
  show(places: readonly Point[], second: boolean, deltaMs: number): void;
}

interface Head {
  readonly head: Phaser.GameObjects.Image;
  readonly halo: Phaser.GameObjects.Image;
  readonly sparks: readonly Phaser.GameObjects.Image[];
  places: Point[];
  bright: number;
}

/** Makes the comets of up to two hands. */
export function createHeads(scene: Phaser.Scene, layout: Layout): Heads {
  const { pxPerMm } = layout;
  const glows = (['255,214,130', '244,158,140'] as const).map((rgb, n) =>
    paintGlow(scene, `glow-head-${n}`, 128, rgb, [
      [0, 0.5],
      [0.35, 0.26],
      [0.7, 0.07],
      [1, 0],
    ]),
  );
  const heads: Head[] = [];
  const make = (): Head => {
    const image = (key: string, depth: number) => scene.add.image(0, 0, key).setDepth(depth).setVisible(false);
    const sparks = Array.from({ length: dots }, () => image(glows[0] ?? '', 78).setName('tail'));
    return { halo: image(glows[0] ?? '', 79), head: image('comet', 80).setName('comet-head'), sparks, places: [], bright: 0 };
  };
  return {
    show(shown, second, deltaMs) {
      for (let n = 0; n < Math.max(heads.length, shown.length); n++) {
        const one = heads[n] ?? make();
        heads[n] = one;
        const at = shown[n];
        const isSecond = second && n === 1;
        one.head.setVisible(at !== undefined);
        one.halo.setVisible(at !== undefined);
        if (at) {
          const size = sizesMm.comet * pxPerMm;
          one.head
            .setTexture(isSecond ? 'comet-second' : 'comet')
            .setPosition(at.x, at.y)
            .setDisplaySize(size, size);
          one.halo
            .setTexture(glows[isSecond ? 1 : 0] ?? '')
            .setPosition(at.x, at.y)
            .setDisplaySize(haloMm * pxPerMm, haloMm * pxPerMm);
          const last = one.places[0];
          if (!last || Math.hypot(last.x - at.x, last.y - at.y) >= stepMm * pxPerMm) {
            one.places = [at, ...one.places.slice(0, dots - 1)];
            one.bright = 1;
          }
        } else one.places = one.bright > 0 ? one.places : [];
        one.bright = Math.max(0, one.bright - deltaMs / outMs);
        for (const [i, spark] of one.sparks.entries()) {
          const place = one.places[i];
          const alpha = place ? 0.6 * one.bright * (1 - i / dots) : 0;
          spark.setVisible(alpha > 0.01);
          if (!place || alpha <= 0.01) continue;
          const size = (22 - 1.7 * i) * pxPerMm;
          spark
            .setTexture(glows[isSecond ? 1 : 0] ?? '')
            .setPosition(place.x, place.y)
            .setDisplaySize(size, size)
            .setAlpha(alpha);
        }
      }
    },
  };
}
