import type * as Phaser from 'phaser';
import type { Point } from '../kit/field';
import type { Layout } from './layout';
import type { Mood } from './moods';

/** Paper ribbons, lanterns and stars that fly up out of the instruments when a step meets the beat. */
export interface Flutter {
  fly(from: Point): void;
  update(deltaMs: number): void;
}

const most = 16;
const lifeMs = 1700;

/** Nothing in the air yet. */
export function createFlutter(scene: Phaser.Scene, layout: Layout, mood: Mood): Flutter {
  const { unit } = layout;
  const papers = Array.from({ length: most }, (_, i) => ({
    image: scene.add
      .image(0, 0, mood.flutter[i % mood.flutter.length] ?? '')
      .setDepth(34)
      .setVisible(false)
      .setName('ribbon'),
    from: { x: 0, y: 0 },
    ageMs: lifeMs,
  }));
  let next = 0;
  return {
    fly(from) {
      const paper = papers[next % most];
      next += 1;
      if (!paper) return;
      paper.from = { x: from.x, y: from.y };
      paper.ageMs = 0;
    },
    update(deltaMs) {
      for (const [i, paper] of papers.entries()) {
        if (paper.ageMs >= lifeMs) {
          paper.image.setVisible(false);
          continue;
        }
        paper.ageMs += deltaMs;
        const age = Math.min(1, paper.ageMs / lifeMs);
        const side = ((i * 7) % 5) - 2;
        const rise = 1 - (1 - age) ** 2;
        paper.image
          .setPosition(paper.from.x + (side * 26 * rise + 16 * Math.sin(age * 7 + i)) * unit, paper.from.y - 172 * rise * unit)
          .setAngle(Math.sin(age * 6 + i * 1.7) * 32)
          .setScale(0.55 + 0.5 * Math.min(1, age * 3))
          .setAlpha(Math.min(1, age / 0.16, (1 - age) / 0.4))
          .setVisible(true);
      }
    },
  };
}
