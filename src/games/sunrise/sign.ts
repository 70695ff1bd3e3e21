import type * as Phaser from 'phaser';
import type { Side } from '../../core/units';
import type { Layout } from './layout';
import type { Limb } from './limb';
import { paintDoll, paintLimb, toTurns } from './limb';
import { near } from './near';

/** The board by the way that shows which joint moves, and how far it is now. */
export interface Sign {
  /** `raised`: 0 at rest, 1 at the whole of today's range. */
  show(raised: number, side: Side | null, there: boolean): void;
  update(deltaMs: number): void;
}

const fadeMs = 500;

/** Puts the board up. */
export function createSign(scene: Phaser.Scene, layout: Layout, limb: Limb): Sign {
  const { sign } = layout;
  const scale = sign.height / 230;
  const board = scene.add.image(0, 0, 'sign').setOrigin(0.5, 1);
  const doll = scene.add.container(0, -139 * scale);
  const { pivot, turns, length } = toTurns(limb);
  doll.add(scene.add.image(0, 0, paintDoll(scene, limb, scale)));
  const part = (at: { x: number; y: number }) =>
    scene.add.image(at.x * scale, at.y * scale, paintLimb(scene, length, scale)).setOrigin(0.5, 9 / (length + 18));
  const upper = part(pivot);
  const lower = limb === 'hip_flexion' ? part(pivot) : null;
  doll.add(lower ? [lower, upper] : [upper]);
  const mark = scene.add
    // Beside the feet, or above those that come up there.
    .image(52 * scale, (limb === 'shoulder_elevation' ? 44 : -44) * scale, 'side-left')
    .setDisplaySize(30 * scale, 30 * scale)
    .setVisible(false);
  const markScale = mark.scale;
  const root = scene.add.container(sign.x, sign.footY, [board, doll]).setDepth(45.5).setName('sign').setAlpha(0);
  root.add(mark.setY(mark.y - 139 * scale));
  let goal = 0;
  let fresh = true;
  return {
    show(raised, side, there) {
      const share = Math.min(1.1, Math.max(0, raised));
      const deg = turns[0] + (turns[1] - turns[0]) * share;
      // Angles grow clockwise on the canvas; the limb hangs down at 0 and rises to the right.
      upper.setAngle(-deg);
      if (lower) {
        const rad = (deg * Math.PI) / 180;
        lower.setPosition((pivot.x + Math.sin(rad) * length) * scale, (pivot.y + Math.cos(rad) * length) * scale).setAngle(-4);
      }
      doll.setScale(side === 'left' ? -1 : 1, 1);
      mark.setVisible(side !== null).setX((side === 'left' ? -52 : 52) * scale);
      if (side) mark.setTexture(`side-${side}`).setScale(markScale);
      goal = there ? 1 : 0;
      if (fresh) root.setAlpha(goal);
      fresh = false;
    },
    update(deltaMs) {
      root.setAlpha(near(root.alpha, goal, deltaMs / fadeMs)).setVisible(root.alpha > 0);
    },
  };
}
