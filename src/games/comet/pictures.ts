import type * as Phaser from 'phaser';
import { starKinds } from '../../drills/path/place';
import { queuePictures } from '../kit/pictures';
import { animalSize } from './animals';
import type { Layout } from './layout';

const urls = import.meta.glob<string>('../../../assets/comet/*.svg', { query: '?url', import: 'default', eager: true });

/** How wide the comet, its stars and the marks at a path's start are, in millimetres. */
export const sizesMm = { comet: 15, star: 22, start: 24 } as const;

/** The drawing of a star of this kind. */
export function toStarKey(kind: number): string {
  return `star-${(kind % starKinds) + 1}`;
}

/** The drawing of an animal of the sky. */
export function toAnimalKey(name: string): string {
  return `animal-${name}`;
}

/** Queues the drawings at the size in which they are shown; without scenery, only what is played with. */
export function loadPictures(scene: Phaser.Scene, layout: Layout, animals: readonly string[], scenery: boolean): void {
  const { pxPerMm, unit, whole, things, card } = layout;
  const add = (key: string, width: number, height = width) => queuePictures(scene, urls, 'comet', [{ key, file: key, width, height }]);
  for (let kind = 0; kind < starKinds; kind++) add(toStarKey(kind), Math.min(220, sizesMm.star * pxPerMm * 1.3));
  for (const key of ['start', 'start-left', 'start-right']) add(key, sizesMm.start * pxPerMm);
  for (const key of ['comet', 'comet-second']) add(key, sizesMm.comet * pxPerMm);
  add('card', (card.height * 150) / 170, card.height);
  for (const name of animals) add(toAnimalKey(name), whole.width, (whole.width * animalSize.height) / animalSize.width);
  if (!scenery) return;
  add('things', 300 * things.scale, 224 * things.scale);
  add('lighthouse', 55 * unit, 118 * unit);
  add('pine', 72 * unit, 120 * unit);
}
