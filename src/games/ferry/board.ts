import type * as Phaser from 'phaser';
import type { Side } from '../../core/units';
import type { HoldState } from '../../drills/hold/state';
import type { Layout } from './layout';
import { toPieceSize } from './pictures';

/** The board on the pier: how the child sits or stands, with its feet as seen from above. */
export interface Board {
  /** Shows the leg that stands, where the stance has one. */
  show(side: Side | null): void;
  hang(there: boolean, atOnce: boolean): void;
}

/** Puts the board up. */
export function createBoard(scene: Phaser.Scene, layout: Layout, state: Readonly<HoldState>): Board {
  const { board, unit } = layout;
  const { stance } = state.set.params;
  const size = toPieceSize('board', layout);
  const picture = toPieceSize('stance', layout);
  const paper = scene.add.image(0, 0, 'board').setOrigin(0.5, 1);
  const middleY = -size.height * (1 - 102 / 300);
  const figure = scene.add.image(0, middleY, `stance-${stance}`).setDisplaySize(picture.width, picture.height);
  const mark = scene.add.image(0, middleY + 54 * unit, 'mark-left').setVisible(false);
  const root = scene.add.container(board.x, board.y, [paper, figure, mark]).setDepth(62).setName('board');
  return {
    show(side) {
      const tells = stance === 'single' && side !== null;
      const flips = tells && side === 'right';
      figure.setFlipX(flips).setName(tells ? `stance-${side}` : 'stance');
      mark.setVisible(tells);
      if (!tells) return;
      mark.setTexture(`mark-${side}`).setX((flips ? -1 : 1) * picture.width * 0.308);
    },
    hang(there, atOnce) {
      scene.tweens.killTweensOf(root);
      const alpha = there ? 1 : 0;
      if (atOnce) root.setAlpha(alpha);
      else scene.tweens.add({ targets: root, alpha, duration: 600, ease: 'Sine.easeInOut' });
    },
  };
}
