import type * as Phaser from 'phaser';
import { queuePictures } from '../kit/pictures';
import type { Layout } from './layout';
import type { Mood } from './moods';

const urls = import.meta.glob<string>('../../../assets/fireflies/*.svg', { query: '?url', import: 'default', eager: true });

/** Width and height of the drawings, as in their viewBox. */
const sizes = {
  far: [1600, 300],
  quay: [640, 400],
  'quay-windows': [640, 400],
  lighthouse: [440, 520],
  'lighthouse-windows': [440, 520],
  jetty: [680, 340],
  reeds: [460, 300],
  cloud: [220, 110],
  boat: [380, 290],
} as const;

/** A drawing of the bay. */
export type Piece = keyof typeof sizes;

/** How large a drawing stands on this canvas: pixels for one unit of its viewBox. */
export function toPieceScale(piece: Piece, layout: Layout): number {
  const { unit } = layout;
  switch (piece) {
    case 'far':
      return Math.max(layout.width / 1600, unit * 0.72);
    case 'jetty':
      return layout.jettyScale;
    case 'lighthouse':
    case 'lighthouse-windows':
      return unit * 0.6;
    case 'quay':
    case 'quay-windows':
      return unit * 0.74;
    case 'reeds':
      return unit * 0.62;
    case 'cloud':
      return unit * 1.05;
    case 'boat':
      return unit * 0.62;
  }
}

const byMood: readonly Piece[] = ['far', 'quay', 'lighthouse', 'jetty', 'reeds', 'cloud'];
const shared: readonly Piece[] = ['quay-windows', 'lighthouse-windows', 'boat'];
const actors = [
  ...['firefly', 'firefly-left', 'firefly-right', 'wing', 'lantern-off', 'lantern-goal', 'lantern-on'],
  ...['moth', 'jellyfish', 'lily', 'lily-light'],
];

/** Queues the drawings of this mood at the size in which they are shown; without scenery, only what is played with. */
export function loadPictures(scene: Phaser.Scene, layout: Layout, mood: Mood, targetPx: number, scenery: boolean): void {
  const add = (key: string, file: string, width: number, height: number) => queuePictures(scene, urls, 'fireflies', [{ key, file, width, height }]);
  const addPiece = (piece: Piece, file: string) => {
    const scale = toPieceScale(piece, layout);
    add(piece, file, sizes[piece][0] * scale, sizes[piece][1] * scale);
  };
  if (scenery) {
    for (const piece of byMood) addPiece(piece, `${piece}-${mood.name}`);
    for (const piece of shared) addPiece(piece, piece);
  }
  const actorPx = Math.round(Math.min(420, Math.max(96, targetPx)));
  for (const key of actors)
    add(
      key,
      key,
      actorPx,
      key.startsWith('lantern') ? actorPx * 1.5 : key === 'wing' ? actorPx * 0.8 : key === 'lily-light' ? actorPx * 0.75 : actorPx,
    );
}
