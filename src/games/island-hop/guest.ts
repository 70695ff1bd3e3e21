import type * as Phaser from 'phaser';
import type { Look } from '../../session/types';
import type { Layout } from './layout';
import { visitorCount } from './pictures';

/** Who lived on the far island and comes to visit at the end of a set. */
export interface Guest {
  /** Comes out and nearer, or is there; each `visit` brings another. */
  come(visit: number, atOnce: boolean): void;
  /** Goes home, out of sight. */
  leave(): void;
  /** One frame; it waits in its house until the companion has `arrived`. */
  update(arrived: boolean, calmMs: number, deltaMs: number): void;
}

const comeMs = 1700;
const leaveMs = 500;
const waitMs = 200;

/** Makes the guests of this look. */
export function createGuest(scene: Phaser.Scene, layout: Layout, look: Look): Guest {
  const { scale, side, middleX, groundY, isleWide } = layout;
  const first = ((Math.trunc(look.variation) % visitorCount) + visitorCount) % visitorCount;
  const image = scene.add
    .image(0, groundY, `visitor-${first + 1}`)
    .setOrigin(0.5, 0.96)
    .setDepth(46)
    .setAlpha(0)
    .setName('visitor');
  image.setFlipX(side > 0);
  const from = isleWide * 0.27;
  const to = Math.min(isleWide * 0.2, 160 * scale);
  let goal = 0;
  let near = 0;
  let waits = 0;
  const draw = (calmMs: number) => {
    const t = near * near * (3 - 2 * near);
    const hop = look.reducedMotion ? 0 : Math.abs(Math.sin(near * Math.PI * 4)) * 12 * scale * (1 - near);
    image.setPosition(middleX + side * (look.reducedMotion ? to : from + (to - from) * t), groundY + (8 + 22 * t) * scale - hop);
    image.setScale(look.reducedMotion ? 1 : 0.42 + 0.58 * t).setAngle(near === 1 ? 3 * Math.sin(calmMs / 640) : 0);
    image.setAlpha(Math.min(1, near * 3)).setVisible(near > 0);
  };
  return {
    come(visit, atOnce) {
      // A session that is stopped in the demonstration ends before its first set.
      const visits = Math.max(0, visit);
      image.setTexture(`visitor-${((first + visits * 2 + (visits % 2)) % visitorCount) + 1}`);
      goal = 1;
      waits = atOnce ? 0 : waitMs;
      if (atOnce) near = 1;
    },
    leave() {
      goal = 0;
    },
    update(arrived, calmMs, deltaMs) {
      if (arrived) waits = Math.max(0, waits - deltaMs);
      if (goal === 0 || (arrived && waits === 0)) near = goal === 1 ? Math.min(1, near + deltaMs / comeMs) : Math.max(0, near - deltaMs / leaveMs);
      draw(calmMs);
    },
  };
}
