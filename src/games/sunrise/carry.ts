import type * as Phaser from 'phaser';
import type { Ratio } from '../../core/units';

/** The orb's own way where no body lifts it: carried up after a trial, or standing in the morning. */
export interface Carry {
  /** The height it is carried to, and how far it is carried there from where the body is. */
  readonly to: number;
  readonly share: Ratio;
  /** Two birds do the carrying. */
  readonly birds: boolean;
  /** Up to a height and back to the body. */
  lift(to: number, birds: boolean): void;
  /** Up to a height, and stay. */
  keep(to: number, atOnce: boolean): void;
  release(atOnce: boolean): void;
}

// It fits between the end of a trial and the next cue (1.8 s; 0.8 s at the start of a set): from the cue on, the orb is where the body is.
const upMs = 800;
const topMs = 200;
const downMs = 750;
const keepMs = 3200;
const releaseMs = 760;

/** Makes the way; nothing is carried. */
export function createCarry(scene: Phaser.Scene): Carry {
  const way = { share: 0, to: 0 };
  let birds = false;
  const go = (share: number, to: number, duration: number, delay: number, onComplete?: () => void) =>
    scene.tweens.add({ targets: way, share, to, duration, delay, ease: 'Sine.easeInOut', ...(onComplete ? { onComplete } : {}) });
  const stop = () => scene.tweens.killTweensOf(way);
  return {
    get to() {
      return way.to;
    },
    get share() {
      return way.share;
    },
    get birds() {
      return birds;
    },
    lift(height, withBirds) {
      stop();
      if (way.share === 0) way.to = height;
      birds = withBirds;
      go(1, height, upMs, 0, () => {
        go(0, height, downMs, topMs);
        birds = false;
      });
    },
    keep(height, atOnce) {
      if (way.share === 1 && way.to === height) return;
      stop();
      birds = false;
      // From where it is carried to now it goes on without a jump.
      if (way.share === 0 || atOnce) way.to = height;
      if (atOnce) way.share = 1;
      else go(1, height, keepMs, 0);
    },
    release(atOnce) {
      stop();
      birds = false;
      if (atOnce) way.share = 0;
      else go(0, way.to, releaseMs, 0);
    },
  };
}
