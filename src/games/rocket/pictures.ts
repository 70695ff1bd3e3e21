import type * as Phaser from 'phaser';
import { queuePictures } from '../kit/pictures';
import { type Layout, rocketSize } from './layout';
import { type Mood, planets } from './moods';

const urls = import.meta.glob<string>('../../../assets/rocket/*.svg', { query: '?url', import: 'default', eager: true });

/** Width and height of the drawings, as in their viewBox, and how large one unit of them is on a tower of scale 1. */
const pieces = {
  tower: [260, 624, 0.93],
  deck: [640, 120, 0.93],
  tray: [180, 60, 0.8],
  lamp: [140, 176, 0.64],
  bell: [200, 216, 0.72],
  card: [360, 204, 0.64],
  pose: [150, 190, 0.58],
  storey: [420, 120, 0.93],
  puff: [200, 140, 1],
  flame: [200, 320, 0.62],
  gull: [140, 80, 0.62],
  kite: [160, 260, 0.7],
  balloon: [220, 320, 0.74],
  lantern: [120, 170, 0.6],
  cloud: [420, 180, 0.9],
} as const;

/** A drawing of the launch place. */
export type Piece = keyof typeof pieces;

/** Canvas pixels of a drawing of this kind. */
export function toPieceSize(piece: Piece, layout: Layout): { readonly width: number; readonly height: number } {
  const [width, height, grow] = pieces[piece];
  return { width: width * grow * layout.scale, height: height * grow * layout.scale };
}

/** Pixels of one unit of the land's drawing, 1600 units wide. */
export function toSiteScale(layout: Layout): number {
  return Math.max(layout.width / 1600, layout.scale * 0.66);
}

/** Size of the land's drawing. */
export const siteSize = { width: 1600, height: 620 } as const;

/** Queues the drawings of this place; without scenery only what is played with. */
export function loadPictures(scene: Phaser.Scene, layout: Layout, mood: Mood, kind: string, scenery: boolean): void {
  const add = (piece: Piece, key: string) => queuePictures(scene, urls, 'rocket', [{ key, file: key, ...toPieceSize(piece, layout) }]);
  for (const piece of ['tower', 'tray', 'lamp', 'bell', 'card', 'flame', 'puff'] as const) add(piece, piece);
  for (const key of ['lamp-left', 'lamp-right']) add('lamp', key);
  for (const way of ['down', 'up']) {
    const size = toPieceSize('pose', layout);
    queuePictures(scene, urls, 'rocket', [{ key: `pose-${way}`, file: `pose-${kind}-${way}`, ...size }]);
  }
  const size = { width: rocketSize.width * layout.rocket.scale, height: rocketSize.height * layout.rocket.scale };
  for (const key of ['rocket-hull', 'rocket-cabin', 'rocket-belly', 'shutter']) queuePictures(scene, urls, 'rocket', [{ key, file: key, ...size }]);
  const { sizePx } = layout.planet;
  for (const planet of planets) {
    const key = `planet-${planet}`;
    queuePictures(scene, urls, 'rocket', [{ key, file: key, width: sizePx, height: sizePx }]);
  }
  if (!scenery) return;
  for (const piece of ['deck', 'gull', 'kite', 'balloon', 'lantern', 'cloud'] as const) add(piece, piece);
  for (const key of ['storey-1', 'storey-2']) add('storey', key);
  const land = toSiteScale(layout);
  queuePictures(scene, urls, 'rocket', [{ key: 'site', file: `site-${mood.name}`, width: siteSize.width * land, height: siteSize.height * land }]);
}
