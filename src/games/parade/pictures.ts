import type * as Phaser from 'phaser';
import { queuePictures } from '../kit/pictures';
import type { Layout } from './layout';
import type { Mood } from './moods';

const urls = import.meta.glob<string>('../../../assets/parade/*.svg', { query: '?url', import: 'default', eager: true });

/** The friends in the order in which they join, with the size of their drawings, how tall they stand and where their feet are in it. */
export const friends = [
  { key: 'hedgehog', width: 300, height: 340, tallU: 190 },
  { key: 'walrus', width: 360, height: 430, tallU: 286 },
  { key: 'crab', width: 300, height: 340, tallU: 198 },
  { key: 'heron', width: 300, height: 440, tallU: 300 },
  { key: 'mouse', width: 300, height: 340, tallU: 186 },
  { key: 'seal', width: 320, height: 370, tallU: 250 },
  { key: 'gull', width: 300, height: 340, tallU: 200 },
  { key: 'snail', width: 420, height: 400, tallU: 272 },
] as const;

/** Size of the bandstand's drawing and, of its height, where its ground is. */
export const bandstand = { width: 720, height: 620, ground: 598 } as const;

/** Queues what this look shows, each at its size; without scenery only the kites that fly as a set ends. */
export function loadPictures(scene: Phaser.Scene, layout: Layout, mood: Mood, scenery: boolean): void {
  const { unit } = layout;
  const kite = scenery ? 132 : 200;
  queuePictures(
    scene,
    urls,
    'parade',
    [1, 2, 3, 4].map((n) => ({ key: `kite-${n}`, file: `kite-${n}`, width: kite * unit, height: (kite / 2) * unit })),
  );
  if (!scenery) return;
  const flutters = [...new Set(mood.flutter)];
  queuePictures(scene, urls, 'parade', [
    ...friends.map(({ key, width, height, tallU }) => ({ key, file: key, width: ((tallU * unit) / height) * width, height: tallU * unit })),
    ...flutters.map((key) => ({
      key,
      file: key,
      width: (key === 'lantern' ? 40 : key === 'paper-star' ? 42 : 28) * unit,
      height: (key === 'lantern' ? 57 : key === 'paper-star' ? 42 : 51) * unit,
    })),
    ...['bandstand', 'bandstand-lights'].map((key) => ({
      key,
      file: key,
      width: toBandstandPx(layout),
      height: (toBandstandPx(layout) / bandstand.width) * bandstand.height,
    })),
    { key: 'ferry', file: 'ferry', width: 118 * unit, height: 68 * unit },
  ]);
}

/** Width of the bandstand on this canvas. */
export function toBandstandPx(layout: Layout): number {
  return Math.min(layout.width * 0.72, 600 * layout.unit);
}
