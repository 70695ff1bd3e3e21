import type * as Phaser from 'phaser';
import { queuePictures } from '../kit/pictures';
import type { Layout } from './layout';
import type { Mood } from './moods';

const urls = import.meta.glob<string>('../../../assets/lighthouse/*.svg', { query: '?url', import: 'default', eager: true });

/** How many kinds of boats there are, each with its own crew. */
export const boatKinds = 4;
/** Width and height of the drawings, as in their viewBox. */
export const sizes = {
  boat: { width: 200, height: 210 },
  crew: { width: 64, height: 76 },
  arm: { width: 44, height: 24 },
  mark: { width: 40, height: 40 },
  lantern: { width: 40, height: 52 },
  tower: { width: 200, height: 300 },
  islet: { width: 340, height: 230 },
  things: { width: 190, height: 150 },
  mist: { width: 640, height: 90 },
} as const;

/** Queues the drawings at the size in which they are shown; without scenery, only what is played with. */
export function loadPictures(scene: Phaser.Scene, layout: Layout, mood: Mood, boatPx: number, scenery: boolean): void {
  const add = (key: string, { width, height }: { readonly width: number; readonly height: number }, scale: number, file = key) =>
    queuePictures(scene, urls, 'lighthouse', [{ key, file, width: width * scale, height: height * scale }]);
  const boat = boatPx / sizes.boat.width;
  for (let kind = 1; kind <= boatKinds; kind++) {
    add(`boat-${kind}`, sizes.boat, boat);
    add(`crew-${kind}`, sizes.crew, boat);
    add(`crew-${kind}-arm`, sizes.arm, boat);
  }
  add('mark-left', sizes.mark, boat);
  add('mark-right', sizes.mark, boat);
  add('lantern', sizes.lantern, boat * 0.5);
  if (!scenery) return;
  add('tower', sizes.tower, layout.tower.scale);
  add('islet', sizes.islet, 0.72 * layout.unit, `islet-${mood.place}`);
  add('quay-things', sizes.things, 0.8 * layout.unit);
  add('mist', sizes.mist, layout.unit);
}
