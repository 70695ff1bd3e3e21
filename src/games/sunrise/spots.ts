import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { Ratio } from '../../core/units';
import type { Look } from '../../session/types';
import type { Point } from '../kit/field';
import type { Layout } from './layout';
import { near } from './near';
import { paintAsleep } from './pictures';
import type { Place, Spot } from './places';

/** What sleeps in the land, and wakes for good. */
export interface Spots {
  /** Goes to sleep for a new set of this many trials, the first `awake` of them done already. */
  begin(trials: number, awake: number, atOnce: boolean): void;
  /** The land that trial `index` wakes begins to stir; it never falls back. */
  stir(index: number, share: Ratio): void;
  wake(index: number): void;
  wakeAll(atOnce: boolean): void;
  /** Where trial `index` brings light. */
  spot(index: number): Point;
  update(calmMs: number, deltaMs: number): void;
}

const wakeMs = 1500;
const sleepMs = 2400;
/** So much of a place shows while it is being woken. */
const stirring = 0.6;
/** The sails of a mill go round once in this time. */
const turnMs = 16_000;

interface View {
  readonly lives: Spot['lives'];
  readonly at: Point;
  readonly asleep: Phaser.GameObjects.Image | null;
  readonly awake: Phaser.GameObjects.Image;
  readonly sails: readonly Phaser.GameObjects.Image[];
  /** Middle of the drawing, where light arrives. */
  readonly middle: Point;
  value: number;
  goal: number;
  woken: boolean;
}

/** Makes the sleeping places of the land. */
export function createSpots(scene: Phaser.Scene, layout: Layout, place: Place, look: Look, rng: Rng): Spots {
  const { width, height, unit, mirrored } = layout;
  const toX = (x: number) => (mirrored ? width - x * width : x * width);

  const put = (key: string, at: Point, depth: number, sleeps: boolean): Pick<View, 'asleep' | 'awake'> => {
    const add = (texture: string) => scene.add.image(at.x, at.y, texture).setOrigin(0.5, 1).setFlipX(mirrored).setDepth(depth).setName('scenery');
    return { asleep: sleeps ? add(paintAsleep(scene, key, place.dusk, look.highContrast)) : null, awake: add(key).setAlpha(0) };
  };
  const makeView = ({ file, at, lives }: Spot): View => {
    const foot = { x: toX(at[0]), y: at[1] * height };
    const depth = 16 + at[1] * 8;
    const { asleep, awake } = put(file, foot, depth, true);
    const hub = { x: foot.x, y: foot.y - awake.displayHeight * (122 / 170) };
    const sails =
      lives === 'turns'
        ? [paintAsleep(scene, 'sails', place.dusk, look.highContrast), 'sails'].map((key) =>
            scene.add.image(hub.x, hub.y, key).setDepth(depth).setName('scenery'),
          )
        : [];
    return { lives, at: foot, asleep, awake, sails, middle: { x: foot.x, y: foot.y - awake.displayHeight * 0.5 }, value: 0, goal: 0, woken: false };
  };
  const views = place.spots.map(makeView);
  let tufts: View[] = [];
  let order: View[] = [];

  const makeTuft = (bed: Rng): View => {
    const foot = { x: toX(0.25 + 0.56 * bed.next()), y: height * (place.tuft.from + (place.tuft.to - place.tuft.from) * bed.next()) };
    const { asleep, awake } = put('tuft', foot, 16 + (foot.y / height) * 8, false);
    return {
      lives: 'sways',
      at: foot,
      asleep,
      awake,
      sails: [],
      middle: { x: foot.x, y: foot.y - awake.displayHeight / 2 },
      value: 0,
      goal: 0,
      woken: false,
    };
  };
  const wakeView = (view: View | undefined) => {
    if (!view) return;
    view.goal = 1;
    view.woken = true;
    view.awake.setName('awake');
  };

  return {
    begin(trials, awake, atOnce) {
      for (const { awake: picture } of tufts) picture.destroy();
      const bed = rng.fork('tufts');
      tufts = Array.from({ length: Math.max(0, trials - views.length) }, () => makeTuft(bed));
      order = toOrder(trials, views, tufts);
      for (const view of views) {
        view.goal = 0;
        view.woken = false;
        view.awake.setName('scenery');
        if (atOnce) view.value = 0;
      }
      for (const view of order.slice(0, awake)) {
        wakeView(view);
        if (atOnce) view.value = 1;
      }
    },
    stir(index, share) {
      const view = order[index];
      if (view && !view.woken) view.goal = Math.max(view.goal, share * stirring);
    },
    wake: (index) => wakeView(order[index]),
    wakeAll(atOnce) {
      for (const view of [...views, ...tufts]) {
        wakeView(view);
        if (atOnce) view.value = 1;
      }
    },
    spot: (index) => order[Math.min(index, order.length - 1)]?.middle ?? { x: width / 2, y: height * 0.8 },
    update(calmMs, deltaMs) {
      for (const [i, view] of [...views, ...tufts].entries()) {
        view.value = near(view.value, view.goal, deltaMs / (view.goal > view.value ? wakeMs : sleepMs));
        const { awake, asleep, value, at } = view;
        const eased = value * value * (3 - 2 * value);
        awake.setAlpha(eased).setVisible(value > 0);
        const phase = calmMs / 1700 + i * 1.9;
        const x = at.x + (view.lives === 'drifts' ? Math.sin(phase * 0.5) * 26 * unit * eased : 0);
        const y = at.y + (view.lives === 'bobs' || view.lives === 'drifts' ? Math.sin(phase) * 2.6 * unit * eased : 0);
        for (const picture of [awake, asleep]) {
          if (!picture) continue;
          picture.setPosition(x, y);
          if (view.lives === 'sways') picture.setAngle(Math.sin(phase * 0.8) * 1.1 * eased);
        }
        for (const [k, sail] of view.sails.entries()) sail.setAlpha(k === 0 ? 1 : eased).setAngle((calmMs / turnMs) * 360 * (mirrored ? -1 : 1));
      }
    },
  };
}

/** Which place each trial wakes: the large ones spread evenly over the set, small gifts between them. */
function toOrder(trials: number, views: readonly View[], tufts: readonly View[]): View[] {
  const count = views.length;
  let small = 0;
  return Array.from({ length: trials }, (_, i) => {
    const large = Math.floor((i * count) / trials);
    const isLarge = trials <= count || Math.floor(((i - 1) * count) / trials) < large || i === 0;
    const view = isLarge ? views[large] : tufts[small++];
    if (!view) throw new Error('a trial has no place to wake');
    return view;
  });
}
