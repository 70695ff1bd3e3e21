import type * as Phaser from 'phaser';
import type { Side } from '../../core/units';
import type { Look } from '../../session/types';
import { paintOnce } from '../kit/glow';
import { type Layout, toOrbY } from './layout';
import { near } from './near';
import { playDepth } from './orb';
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
  /** `height` is the orb's: only one that has nearly arrived sinks into the cloud, any other stays before it. */
  update(height: number, calmMs: number, deltaMs: number): void;
}

const fadeMs = 420;
const weak = 0.42;
/** The orb sinks into the cloud between this far below the goal and so much nearer. */
const sinks = { from: 0.13, over: 0.1 } as const;
/** A goal that comes down to the child does so in about this time. */
const comeMs = 700;

/** Hangs the cloud up. */
export function createNest(scene: Phaser.Scene, layout: Layout, place: Place, look: Look): Nest {
  const { x, radius } = layout.orb;
  const { hangs } = place.orb;
  const scale = toNestScale(layout, place);
  // Under a balloon the cloud carries the basket.
  const drop = hangs ? 2.02 * radius - 66 * scale : 0;
  const ring = scene.add.image(0, 0, paintRing(scene, radius, layout.unit, look.highContrast)).setName('goal');
  const cloud = (key: string) =>
    scene.add
      .image(0, drop, key)
      .setOrigin(0.5, 70 / 190)
      .setDisplaySize(360 * scale, 190 * scale);
  const [behind, before, over] = [cloud('nest-back'), cloud('nest-front'), cloud('nest-front')];
  const addMark = () => scene.add.image(0, drop + 88 * scale, 'side-left').setVisible(false);
  // One lies on the cloud, the other on the part of it that the orb sinks into.
  const marks = [addMark().setName('side'), addMark()] as const;
  const back = scene.add.container(x, 0, [behind, ring, before, marks[0]]).setDepth(playDepth - 0.1);
  const front = scene.add.container(x, 0, [over, marks[1]]).setDepth(playDepth + 0.1);
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
        for (const mark of marks) {
          mark.setVisible(side !== null);
          if (side) mark.setTexture(`side-${side}`);
        }
      }
    },
    update(height, calmMs, deltaMs) {
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
      behind.setX(-sway);
      before.setX(sway);
      over.setX(sway).setAlpha(Math.min(1, Math.max(0, (height - shownGoal + sinks.from) / sinks.over)));
      marks[0].setX(sway);
      marks[1].setX(sway).setAlpha(over.alpha);
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
