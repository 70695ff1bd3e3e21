import type * as Phaser from 'phaser';
import type { HoldState } from '../../drills/hold/state';
import type { Point } from '../kit/field';
import { type Layout, toStart } from './layout';

/** The drawn way follows the hold with this time constant, and is never quicker than this share of the river a second. */
const followMs = 320;
const mostPerS = 0.62;
const near = 0.05;

/** Where on the river the ferry is. */
export interface Voyage {
  /** 0 the home bank, 1 the far one. */
  readonly at: number;
  /** Whether the ferry moves on by itself now. */
  readonly moving: boolean;
  put(trial: number, done: number): void;
  follow(trial: number, done: number, deltaMs: number): void;
  /** Whether the ferry is where this crossing begins, or is under way on it. */
  starts(trial: number): boolean;
  /** Whether the ferry has come to the end of this crossing. */
  landed(trial: number): boolean;
}

/** Starts at the home bank. */
export function createVoyage(): Voyage {
  let at = 0;
  let goal = 0;
  let moving = false;
  const toGoal = (trial: number, done: number) => (toStart(trial) === 0 ? done : 1 - done);
  return {
    get at() {
      return at;
    },
    get moving() {
      return moving;
    },
    put(trial, done) {
      goal = toGoal(trial, done);
      at = goal;
      moving = false;
    },
    follow(trial, done, deltaMs) {
      goal = toGoal(trial, done);
      const left = goal - at;
      const most = (mostPerS * deltaMs) / 1000;
      const step = Math.min(most, Math.max(-most, left * (1 - Math.exp(-deltaMs / followMs))));
      moving = Math.abs(left) > 0.0005;
      at = moving ? at + step : goal;
    },
    starts: (trial) => Math.abs(at - toGoal(trial, 0)) < near * 2 || Math.abs(at - goal) < near * 2,
    landed: (trial) => Math.abs(at - toGoal(trial, 1)) < near,
  };
}

/** Flies what was brought from the deck to its window, in one calm arc. */
export function flyHome(
  scene: Phaser.Scene,
  layout: Layout,
  goods: readonly { readonly key: string; readonly at: Point; readonly width: number; readonly height: number }[],
  to: Point & { readonly w: number },
): void {
  for (const [i, { key, at, width, height }] of goods.entries()) {
    const image = scene.add.image(at.x, at.y, key).setDisplaySize(width, height).setDepth(60).setName('flying');
    const way = { at: 0 };
    const [scaleX, scaleY] = [image.scaleX, image.scaleY];
    const small = Math.min(1, (to.w * 0.7) / width);
    scene.tweens.add({
      targets: way,
      at: 1,
      delay: i * 160,
      duration: 1100,
      ease: 'Sine.easeInOut',
      onUpdate() {
        const arc = Math.sin(way.at * Math.PI) * 110 * layout.unit;
        image.setPosition(at.x + (to.x - at.x) * way.at, at.y + (to.y - at.y) * way.at - arc);
        const size = 1 + (small - 1) * way.at;
        image.setScale(scaleX * size, scaleY * size).setAlpha(Math.min(1, (1 - way.at) * 5));
      },
      onComplete: () => image.destroy(),
    });
  }
}

/** Crossings that are decided: each lights its window. */
export function toDone(state: Readonly<HoldState>): number {
  return Math.max(state.results.length, state.phase === 'after' && state.outcome !== null ? state.trial + 1 : 0);
}
