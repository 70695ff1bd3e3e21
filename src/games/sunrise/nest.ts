import type * as Phaser from 'phaser';
import type { Side } from '../../core/units';
import type { Look } from '../../session/types';
import { paintOnce } from '../kit/glow';
import { type Layout, toOrbY } from './layout';
import { near } from './near';
import { toNestScale } from './pictures';
import type { Place } from './places';

/** What the nest shows now. */
export interface NestView {
  /** The share of today's range that is asked for. */
  readonly goal: number;
  readonly side: Side | null;
  /** A raise is asked for now. */
  readonly asked: boolean;
  /** There is a nest at all. */
  readonly there: boolean;
}

/** The soft cloud at the height that is asked for, with a ring into which the orb fits; it wears the side's mark. */
export interface Nest {
  show(view: NestView): void;
  update(calmMs: number, deltaMs: number): void;
}

const fadeMs = 420;
const weak = 0.42;
/** A goal that comes down to the child does so in about this time. */
const comeMs = 700;

/** Hangs the cloud up. */
export function createNest(scene: Phaser.Scene, layout: Layout, place: Place, look: Look): Nest {
  const { x, radius } = layout.orb;
  const { hangs } = place.orb;
  const depth = hangs ? 30 : 10;
  const scale = toNestScale(layout, place);
  // Under a balloon the cloud carries the basket.
  const drop = hangs ? 2.02 * radius - 66 * scale : 0;
  const ring = scene.add.image(0, 0, paintRing(scene, radius, layout.unit, look.highContrast)).setName('goal');
  const parts = (['nest-back', 'nest-front'] as const).map((key) => {
    const image = scene.add.image(0, drop, key).setOrigin(0.5, 70 / 190);
    return image.setDisplaySize(360 * scale, 190 * scale);
  });
  const mark = scene.add
    .image(0, drop + 88 * scale, 'side-left')
    .setVisible(false)
    .setName('side');
  const back = scene.add
    .container(
      x,
      0,
      [parts[0], ring].filter((part) => part !== undefined),
    )
    .setDepth(depth - 0.5);
  const front = scene.add
    .container(
      x,
      0,
      [parts[1], mark].filter((part) => part !== undefined),
    )
    .setDepth(depth + 0.5);
  let goal = Number.NaN;
  let shownGoal = Number.NaN;
  let alphaGoal = 0;
  let alpha = Number.NaN;
  let shownSide: Side | null = null;

  return {
    show({ goal: next, side, asked, there }) {
      goal = next;
      if (Number.isNaN(shownGoal)) shownGoal = next;
      alphaGoal = there ? (asked ? 1 : weak) : 0;
      if (Number.isNaN(alpha)) alpha = alphaGoal;
      if (side !== shownSide) {
        shownSide = side;
        mark.setVisible(side !== null);
        if (side) mark.setTexture(`side-${side}`);
      }
    },
    update(calmMs, deltaMs) {
      shownGoal += (goal - shownGoal) * (1 - Math.exp((-3 * deltaMs) / comeMs));
      alpha = near(alpha, alphaGoal, deltaMs / fadeMs);
      const y = toOrbY(layout, shownGoal);
      back
        .setY(y)
        .setAlpha(alpha)
        .setVisible(alpha > 0);
      front
        .setY(y)
        .setAlpha(alpha)
        .setVisible(alpha > 0);
      const sway = Math.sin(calmMs / 2400) * 3 * layout.unit;
      for (const part of parts) part.setX(sway * (part === parts[0] ? -1 : 1));
      mark.setX(sway);
    },
  };
}

function paintRing(scene: Phaser.Scene, radius: number, unit: number, strong: boolean): string {
  const size = 2 * radius * 1.3;
  return paintOnce(scene, 'goal-ring', size, size, (context, w) => {
    const r = radius * 1.13;
    const dash = (2 * Math.PI * r) / 20;
    context.lineCap = 'round';
    for (const [colour, width] of [
      ['rgba(16,36,60,.6)', strong ? 10 : 8],
      ['#FFFFFF', strong ? 6 : 4.5],
    ] as const) {
      context.strokeStyle = colour;
      context.lineWidth = width * unit;
      context.setLineDash([dash * 0.5, dash * 0.5]);
      context.beginPath();
      context.arc(w / 2, w / 2, r, 0, 2 * Math.PI);
      context.stroke();
    }
  });
}
