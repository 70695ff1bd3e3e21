import type * as Phaser from 'phaser';
import { queuePictures } from '../kit/pictures';
import type { Layout } from './layout';

const urls = import.meta.glob<string>('../../../assets/postman/*.svg', { query: '?url', import: 'default', eager: true });

/** Who lives in the houses, and how the houses answer; sizes in units. */
export const folk = ['folk-1', 'folk-2', 'folk-3', 'folk-4'] as const;
export const answers = [
  { key: 'flag', width: 52, height: 62 },
  { key: 'pie', width: 42, height: 32 },
  { key: 'cat', width: 42, height: 47 },
  { key: 'flowers', width: 40, height: 42 },
] as const;
/** Size of the letter that the lighthouse sends. */
export const answerLetterU = { width: 190, height: 136 } as const;

/** Queues what this look shows, each at its size. */
export function loadPictures(scene: Phaser.Scene, layout: Layout, scenery: boolean): void {
  const { unit, companion, lighthouse } = layout;
  const size = (key: string, width: number, height: number) => ({ key, file: key, width, height });
  const big = { key: 'letter-big', file: 'letter-sealed', width: answerLetterU.width * unit, height: answerLetterU.height * unit };
  queuePictures(scene, urls, 'postman', [
    size('letter', 56 * unit, 40 * unit),
    size('bubble', 92 * unit, 98 * unit),
    size('bag', companion.height * 0.3, companion.height * 0.3),
    big,
    ...folk.map((key) => size(key, 54 * unit, 58 * unit)),
    ...answers.map(({ key, width, height }) => size(key, width * unit, height * unit)),
  ]);
  if (!scenery) return;
  queuePictures(scene, urls, 'postman', [
    size('lighthouse', lighthouse.height * 0.62, lighthouse.height),
    size('boat', 74 * unit, 66 * unit),
    size('stall', 108 * unit, 96 * unit),
  ]);
}
