import type * as Phaser from 'phaser';
import type { Layout } from './layout';
import { toPieceSize } from './pictures';

/** The card that hangs in the sky: which movement it is, down and up. */
export interface Card {
  /** Shows the pose that the body should be in more strongly; `height` 0 down, 1 up. */
  show(height: number): void;
  /** Takes the card up out of the picture or lets it down, softly. */
  hang(there: boolean, atOnce: boolean): void;
}

const weak = 0.38;

/** Hangs the card up. */
export function createCard(scene: Phaser.Scene, layout: Layout): Card {
  const { scale, card } = layout;
  const size = toPieceSize('card', layout);
  const pose = toPieceSize('pose', layout);
  const side = layout.mirrored ? -1 : 1;
  const threads = [-0.36, 0.36].map((x) =>
    scene.add.rectangle(x * size.width, -size.height / 2 + 6 * scale, 3 * scale, 400 * scale, 0xd9c093).setOrigin(0.5, 1),
  );
  const paper = scene.add.image(0, 0, 'card');
  const place = (x: number, key: string) =>
    scene.add
      .image(x * size.width * 0.3 * side, 0, key)
      .setDisplaySize(pose.width, pose.height)
      .setFlipX(layout.mirrored);
  const [down, up] = [place(-1, 'pose-down'), place(1, 'pose-up')];
  const root = scene.add
    .container(card.x, card.y, [...threads, paper, down, up])
    .setDepth(51)
    .setName('card');
  return {
    show(height) {
      const high = Math.min(1, Math.max(0, height));
      up.setAlpha(weak + (1 - weak) * Math.max(0.55, high));
      down.setAlpha(weak + (1 - weak) * (1 - high) * 0.9);
    },
    hang(there, atOnce) {
      scene.tweens.killTweensOf(root);
      const alpha = there ? 1 : 0;
      if (atOnce) root.setAlpha(alpha);
      else scene.tweens.add({ targets: root, alpha, duration: 600, ease: 'Sine.easeInOut' });
    },
  };
}
