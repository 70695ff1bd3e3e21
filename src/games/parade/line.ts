import type * as Phaser from 'phaser';
import type { Millis, Ratio } from '../../core/units';
import type { Point } from '../kit/field';
import type { Layout } from './layout';
import { friends } from './pictures';

/** How the parade moves in this frame. */
export interface March {
  /** Where between two beats it is; null without a beat. */
  readonly phase: Ratio | null;
  /** Time from beat to beat. */
  readonly periodMs: Millis;
  readonly paces: number;
  /** Time since the last pace. */
  readonly sinceMs: number;
  readonly calmMs: number;
  /** All are at the bandstand and play. */
  readonly plays: boolean;
  readonly still: boolean;
}

/** The friends behind the companion. */
export interface Line {
  readonly count: number;
  /** So many friends walk along now; who is there stays. */
  join(count: number, atOnce: boolean): void;
  /** A new set: the friends stay at the bandstand. */
  clear(atOnce: boolean): void;
  /** Where a friend's instrument is. */
  spot(index: number): Point;
  update(march: March, deltaMs: number): void;
}

const joinMs = 1100;
const hopMs = 420;
const hopU = 13;
/** At a quick beat all hop lower: many friends that jump three times a second would flicker (clinical.md C8). */
const fullHopPeriodMs = 650;
/** A pace runs down the line from friend to friend. */
const behindMs = 42;

/** An empty line; `shown` false: who joins is heard, not seen. */
export function createLine(scene: Phaser.Scene, layout: Layout, shown: boolean): Line {
  const { unit, ahead, slots } = layout;
  let walkers: { readonly image: Phaser.GameObjects.Image; readonly near: { value: number }; readonly tallPx: number; tilt: number; hop: number }[] =
    [];
  let count = 0;

  function add(index: number, atOnce: boolean): void {
    const friend = friends[index];
    const slot = slots[index];
    if (!friend || !slot || !shown) return;
    const image = scene.add
      .image(slot.x, slot.y, friend.key)
      .setOrigin(0.5, 1 - 14 / friend.height)
      .setFlipX(ahead < 0)
      .setScale(slot.scale)
      .setDepth(20 + slot.y / layout.height)
      .setName('friend');
    const near = { value: atOnce ? 1 : 0 };
    if (!atOnce) scene.tweens.add({ targets: near, value: 1, duration: joinMs, ease: 'Sine.easeOut' });
    walkers.push({ image, near, tallPx: friend.tallU * unit * slot.scale, tilt: 0, hop: 0 });
  }

  return {
    get count() {
      return count;
    },
    join(wanted, atOnce) {
      for (; count < Math.min(wanted, friends.length); count++) add(count, atOnce);
    },
    clear(atOnce) {
      for (const { image } of walkers) {
        if (atOnce) image.destroy();
        else scene.tweens.add({ targets: image, alpha: 0, duration: 900, ease: 'Sine.easeInOut', onComplete: () => image.destroy() });
      }
      walkers = [];
      count = 0;
    },
    spot(index) {
      const walker = walkers[index];
      if (!walker) return { x: layout.companion.x, y: layout.companion.footY - layout.companion.height * 0.7 };
      return { x: walker.image.x + ahead * walker.image.displayWidth * 0.22, y: walker.image.y - walker.tallPx * 0.7 };
    },
    update({ phase, periodMs, paces, sinceMs, calmMs, plays, still }, deltaMs) {
      const calm = Math.min(1, periodMs / fullHopPeriodMs);
      for (const [i, walker] of walkers.entries()) {
        const slot = slots[i];
        if (!slot) continue;
        const sinceOwnMs = sinceMs - i * behindMs;
        const hop = sinceOwnMs > 0 && sinceOwnMs < hopMs ? hopU * calm ** 2 * Math.sin((Math.PI * sinceOwnMs) / hopMs) : 0;
        // A step that comes before a hop is over takes it up where it is.
        walker.hop += (hop - walker.hop) * (1 - Math.exp(-deltaMs / 45));
        const onSpot = still || phase === null ? 0 : 3.5 * calm ** 2 * Math.abs(Math.sin(Math.PI * phase + i * 0.3));
        const plays5 = plays && !still ? 5 * Math.abs(Math.sin(calmMs / 420 + i * 0.8)) : 0;
        const lean = still ? 0 : plays ? 2.6 * Math.sin(calmMs / 840 + i) : ((paces + i) % 2 === 0 ? 2.4 : -2.4) * calm ** 2;
        walker.tilt += (lean - walker.tilt) * (1 - Math.exp(-deltaMs / 160));
        const { value } = walker.near;
        const coming = still ? 0 : (1 - value) * 230 * unit;
        const skip = value < 1 && !still ? 9 * Math.abs(Math.sin(value * Math.PI * 3)) : 0;
        walker.image
          .setPosition(slot.x - ahead * coming, slot.y - ((still ? 0 : walker.hop) + onSpot + plays5 + skip) * unit)
          .setAngle(walker.tilt)
          .setAlpha(Math.min(1, value * 2));
      }
    },
  };
}
