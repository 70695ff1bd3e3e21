import type * as Phaser from 'phaser';
import type { WayPlace } from '../../drills/path/state';
import { pointAlong } from '../../drills/path/ways';
import type { Point } from '../kit/field';
import { paintOnce } from '../kit/glow';
import type { Layout } from './layout';

const pieceCount = 24;
/** Light comes and goes over about half a second: nothing here may flash. */
const lightMs = 170;
/** Two strands begin this far apart, and join at the end. */
const strandMm = 9;
const tailMm = 17;

/** Whose light: the child's is gold, the adult's beside it rose. */
export type Strand = 'own' | 'second';

/** The light that stays where the comet passed, from the start of a path up to where it is. */
export interface Bow {
  /** `along`: how far it is drawn; `shown`: 0 lets it go softly. */
  update(along: number, shown: number, deltaMs: number): void;
  destroy(): void;
}

/** Makes the bow of a path, in one strand or in two that join. */
export function createBow(scene: Phaser.Scene, layout: Layout, place: WayPlace, strands: readonly Strand[]): Bow {
  const { pxPerMm } = layout;
  const long = (place.lengthMm / pieceCount) * pxPerMm * 2.3;
  const pieces = strands.flatMap((strand, n) =>
    Array.from({ length: pieceCount }, (_, i) => {
      const share = (i + 0.5) / pieceCount;
      const at = toStrandPlace(place, share, strands.length === 2 ? (n === 0 ? 1 : -1) : 0);
      const next = toStrandPlace(place, share + 0.02, strands.length === 2 ? (n === 0 ? 1 : -1) : 0);
      const image = scene.add
        .image(at.x * pxPerMm, at.y * pxPerMm, paintLight(scene, strand))
        .setRotation(Math.atan2(next.y - at.y, next.x - at.x))
        .setDepth(52)
        .setAlpha(0)
        .setVisible(false)
        .setName('bow');
      return { image, share };
    }),
  );
  return {
    update(along, shown, deltaMs) {
      const near = 1 - Math.exp(-deltaMs / lightMs);
      for (const { image, share } of pieces) {
        const fresh = along > 0 ? Math.min(1, share / along) : 0;
        const goal = share <= along ? (0.34 + 0.62 * fresh ** 1.2) * shown : 0;
        if (goal === 0 && image.alpha < 0.004) {
          image.setVisible(false);
          continue;
        }
        image.setVisible(true).setAlpha(image.alpha + (goal - image.alpha) * near);
        image.setDisplaySize(long, tailMm * pxPerMm * (0.3 + 0.7 * fresh ** 1.3) * (strands.length === 2 ? 0.7 : 1));
      }
    },
    destroy() {
      for (const { image } of pieces) image.destroy();
    },
  };
}

function toStrandPlace(place: WayPlace, share: number, sign: number): Point {
  const at = pointAlong(place, share);
  if (sign === 0) return at;
  const [before, after] = [pointAlong(place, share - 0.03), pointAlong(place, share + 0.03)];
  const mm = Math.hypot(after.x - before.x, after.y - before.y) || 1;
  const off = sign * strandMm * Math.cos((Math.PI / 2) * Math.min(1, share)) ** 0.8;
  return { x: at.x + ((after.y - before.y) / mm) * off, y: at.y - ((after.x - before.x) / mm) * off };
}

function paintLight(scene: Phaser.Scene, strand: Strand): string {
  const rgb = strand === 'own' ? '255,214,130' : '244,158,140';
  return paintOnce(scene, `bow-${strand}`, 96, 32, (context, w, h) => {
    context.translate(w / 2, h / 2);
    context.scale(w / h, 1);
    const gradient = context.createRadialGradient(0, 0, 0, 0, 0, h / 2);
    gradient.addColorStop(0, `rgba(${strand === 'own' ? '255,246,220' : '255,226,216'},.9)`);
    gradient.addColorStop(0.34, `rgba(${rgb},.72)`);
    gradient.addColorStop(0.7, `rgba(${rgb},.22)`);
    gradient.addColorStop(1, `rgba(${rgb},0)`);
    context.fillStyle = gradient;
    context.fillRect(-h / 2, -h / 2, h, h);
  });
}
