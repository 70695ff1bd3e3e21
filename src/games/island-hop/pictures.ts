import type * as Phaser from 'phaser';
import type { Look } from '../../session/types';
import { queuePictures } from '../kit/pictures';
import type { Layout } from './layout';
import type { Move } from './loops';

const urls = import.meta.glob<string>('../../../assets/island-hop/*.svg', { query: '?url', import: 'default', eager: true });

/** Width and height of the drawings in units of the companion. */
const pieces = {
  chair: [280, 300],
  'chair-wheel': [180, 180],
  walker: [240, 220],
  home: [396, 374],
  lantern: [62, 115],
  badge: [104, 104],
} as const;

/** What stands on an island for one move: drawing, where its foot is, and whether the companion is behind it. */
export interface Prop {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  readonly front?: true;
}

/** Things of each move, in units of the companion from the middle of its ground. */
export const props: Readonly<Record<Move, readonly Prop[]>> = {
  roll: [{ key: 'hill', width: 780, height: 330, x: 0, y: 34 }],
  crawl: [
    { key: 'tunnel-back', width: 620, height: 320, x: 0, y: 6 },
    { key: 'tunnel-front', width: 620, height: 320, x: 0, y: 22, front: true },
  ],
  kneel: [{ key: 'bench', width: 200, height: 137, x: 132, y: 12 }],
  'stand-up': [{ key: 'palm', width: 520, height: 610, x: 150, y: 14 }],
  transfer: [
    { key: 'rock', width: 190, height: 133, x: -140, y: 10 },
    { key: 'rock', width: 190, height: 133, x: 140, y: 10 },
  ],
  wheel: [
    { key: 'post', width: 56, height: 140, x: -330, y: 2 },
    { key: 'boardwalk', width: 780, height: 82, x: 0, y: 56 },
    { key: 'post', width: 56, height: 140, x: 250, y: 2 },
  ],
};

/** How many friends may come to visit. */
export const visitorCount = 6;

/** Size in units of the picture of a piece. */
export const sizeOf = (piece: keyof typeof pieces): { readonly width: number; readonly height: number } => {
  const [width, height] = pieces[piece];
  return { width, height };
};

/** Queues what this set shows, each at its size. */
export function loadPictures(scene: Phaser.Scene, layout: Layout, look: Look, move: Move): void {
  const { scale, unit } = layout;
  const { name, aid } = look.companion;
  const queue = (key: string, file: string, width: number, height: number) =>
    queuePictures(scene, urls, 'island-hop', [{ key, file, width: width * scale, height: height * scale }]);
  queue('head', `head-${name}`, 188, 161);
  queuePictures(scene, urls, 'island-hop', [{ key: 'marker', file: `head-${name}`, width: 62 * unit, height: 53 * unit }]);
  // The same thing may stand on an island twice.
  for (const { key, width, height } of new Map(props[move].map((prop) => [prop.key, prop])).values()) queue(key, key, width, height);
  if (move === 'roll') for (const way of ['front', 'back']) queue(`lie-${way}`, `lie-${name}-${way}`, 520, 373);
  if (move === 'wheel' || aid === 'wheelchair') for (const key of ['chair', 'chair-wheel'] as const) queue(key, key, pieces[key][0], pieces[key][1]);
  if (aid === 'walker') queue('walker', 'walker', pieces.walker[0], pieces.walker[1]);
  for (const key of ['home', 'lantern'] as const) queue(key, key, pieces[key][0], pieces[key][1]);
  for (const key of ['badge-left', 'badge-right']) queue(key, key, pieces.badge[0], pieces.badge[1]);
  for (let i = 1; i <= visitorCount; i++) queue(`visitor-${i}`, `visitor-${i}`, 236, 256);
}
