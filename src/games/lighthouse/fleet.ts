import type * as Phaser from 'phaser';
import type { Look } from '../../session/types';
import type { Point } from '../kit/field';
import { paintOnce } from '../kit/glow';
import { disc } from '../kit/paper';
import { type Boat, paintMoored, rootBelowMiddle, toKind } from './boat';
import { type Layout, toBerths } from './layout';

/** The boats of a set at the quay: one berth for each trial, none of them ever leaves. */
export interface Fleet {
  /** Berths for a set, the first `home` of them taken; 0: no harbour is shown. */
  moor(count: number, home: number): void;
  /** A boat sails home on an arc around the rock; `arrived` is called when it lies at the quay. */
  sail(boat: Boat, from: Point, berth: number, reached: boolean, arrived: () => void): void;
  /** The lights go up between the masts, or come down for the next set. */
  hoist(up: boolean, atOnce: boolean): void;
  update(calmMs: number, deltaMs: number): void;
}

interface Voyage {
  readonly boat: Boat;
  readonly way: { at: number };
  readonly place: (at: number) => void;
}

const sailMs = { reached: 2600, byItself: 3400 } as const;
/** The crew waves before it casts off. */
const waveMs = 650;
const hoistMs = 2600;
/** With more boats than this one garland spans two of them. */
const mostGarlands = 20;
/** Shares of a boat's width: from its middle to the waterline and to the masthead. */
const toWaterline = 0.4;
const toMasthead = 0.49;

/** Makes an empty harbour. */
export function createFleet(scene: Phaser.Scene, layout: Layout, look: Look): Fleet {
  const { unit } = layout;
  let berths = toBerths(layout, 0);
  let moored: (Phaser.GameObjects.Image | null)[] = [];
  let bollards: Phaser.GameObjects.Image | null = null;
  let garlands: {
    readonly image: Phaser.GameObjects.Image;
    readonly topY: number;
    readonly order: number;
    readonly between: readonly [number, number];
  }[] = [];
  const voyages = new Set<Voyage>();
  const hoisted = { way: 0 };
  let hoisting: Phaser.Tweens.Tween | null = null;
  let set = 0;
  const still = look.reducedMotion || look.simplePicture;

  const lay = (berth: number, atOnce: boolean) => {
    const spot = berths.spots[berth];
    if (!spot || moored[berth]) return;
    const key = paintMoored(scene, toKind(berth));
    const image = scene.add
      .image(spot.x, spot.y - toWaterline * berths.widthPx, key)
      .setDepth(42)
      .setName('moored');
    image.setDisplaySize(berths.widthPx, berths.widthPx * 1.05);
    moored[berth] = image;
    if (atOnce) return;
    image.setAlpha(0);
    scene.tweens.add({ targets: image, alpha: 1, duration: 420, ease: 'Sine.easeInOut' });
  };
  const clear = () => {
    set += 1;
    for (const { boat, way } of voyages) {
      scene.tweens.killTweensOf(way);
      boat.root.destroy();
    }
    voyages.clear();
    for (const image of [...moored, bollards, ...garlands.map((garland) => garland.image)]) image?.destroy();
    moored = [];
    bollards = null;
    garlands = [];
  };

  return {
    moor(count, home) {
      clear();
      berths = toBerths(layout, count);
      if (count === 0) return;
      bollards = paintBollards(scene, layout, count, berths.spots);
      for (let berth = 0; berth < home; berth++) lay(berth, true);
      const span = Math.ceil(count / mostGarlands);
      for (let i = 0; i + span < count; i += span) {
        const [a, b] = [berths.spots[i], berths.spots[i + span]];
        if (!a || !b) continue;
        const image = scene.add
          .image((a.x + b.x) / 2, a.y, paintGarland(scene, b.x - a.x, unit))
          .setOrigin(0.5, 0)
          .setDepth(43)
          .setAlpha(0);
        garlands.push({
          image: image.setName('garland'),
          topY: layout.quayY - (toWaterline + toMasthead) * berths.widthPx,
          order: i / count,
          between: [i, i + span],
        });
      }
    },
    sail(boat, from, berth, reached, arrived) {
      const born = set;
      const spot = berths.spots[berth];
      boat.light();
      if (reached) boat.wave();
      const leave = () => {
        boat.root.destroy();
        if (born === set) arrived();
      };
      if (still || !spot) {
        if (spot && !look.simplePicture) lay(berth, false);
        scene.tweens.add({ targets: boat.root, alpha: 0, delay: 600, duration: 700, ease: 'Sine.easeInOut', onComplete: leave });
        const voyage = { boat, way: { at: 0 }, place: () => {} };
        voyages.add(voyage);
        boat.root.once('destroy', () => voyages.delete(voyage));
        return;
      }
      const to = { x: spot.x, y: spot.y + (rootBelowMiddle - toWaterline) * berths.widthPx };
      const small = berths.widthPx / boat.root.getData('widthPx');
      // Outwards first, so that the way home leads around the rock.
      const side = Math.abs(from.x - layout.centre.x) > 2 ? Math.sign(from.x - layout.centre.x) : Math.sign(to.x - layout.centre.x) || 1;
      const bend = { x: layout.centre.x + side * 1.3 * layout.limit.x, y: layout.centre.y + 0.45 * layout.limit.y };
      const voyage: Voyage = {
        boat,
        way: { at: 0 },
        place(at) {
          const [a, b, c] = [(1 - at) ** 2, 2 * at * (1 - at), at ** 2];
          boat.root.setPosition(a * from.x + b * bend.x + c * to.x, a * from.y + b * bend.y + c * to.y).setScale(1 + (small - 1) * at);
        },
      };
      voyages.add(voyage);
      scene.tweens.add({
        targets: voyage.way,
        at: 1,
        delay: waveMs,
        duration: reached ? sailMs.reached : sailMs.byItself,
        ease: 'Sine.easeInOut',
        onComplete() {
          if (born !== set) return;
          voyages.delete(voyage);
          lay(berth, true);
          leave();
        },
      });
    },
    hoist(up, atOnce) {
      hoisting?.stop();
      if (atOnce) hoisted.way = up ? 1 : 0;
      else hoisting = scene.tweens.add({ targets: hoisted, way: up ? 1 : 0, duration: up ? hoistMs : 900, ease: 'Sine.easeInOut' });
    },
    update(calmMs, deltaMs) {
      for (const { boat, way, place } of voyages) {
        place(way.at);
        boat.update(calmMs, deltaMs);
      }
      for (const [i, image] of moored.entries()) {
        if (!image) continue;
        const y = (berths.spots[i]?.y ?? 0) - toWaterline * berths.widthPx;
        image.setY(y + Math.sin(calmMs / 1300 + i * 1.7) * 1.2 * unit).setAngle(Math.sin(calmMs / 1700 + i * 2.1) * (0.9 + 1.6 * hoisted.way));
      }
      for (const { image, topY, order, between } of garlands) {
        // A set that ends early has berths without a boat.
        const isHeld = between.every((berth) => moored[berth]);
        const way = isHeld ? Math.min(1, Math.max(0, hoisted.way * 1.7 - order * 0.7)) : 0;
        const eased = way * way * (3 - 2 * way);
        image
          .setY(topY + (1 - eased) * 46 * unit)
          .setAlpha(eased)
          .setVisible(eased > 0.004);
      }
    },
  };
}

/** The berths' bollards on the quay's edge, as one picture. */
function paintBollards(scene: Phaser.Scene, layout: Layout, count: number, spots: readonly Point[]): Phaser.GameObjects.Image {
  const { unit, width, quayY } = layout;
  const key = paintOnce(scene, `bollards-${count}`, width, 30 * unit, (context) => {
    for (const { x } of spots) {
      context.fillStyle = 'rgba(6,18,34,.35)';
      disc(context, { x: x + 2 * unit, y: 21 * unit }, 6 * unit);
      context.fillStyle = '#2B3A4C';
      context.beginPath();
      context.roundRect(x - 5 * unit, 8 * unit, 10 * unit, 14 * unit, 4 * unit);
      context.fill();
      context.fillStyle = '#53677C';
      context.beginPath();
      context.ellipse(x, 9 * unit, 6.5 * unit, 3.6 * unit, 0, 0, 7);
      context.fill();
    }
  });
  return scene.add
    .image(0, quayY - 2 * unit, key)
    .setOrigin(0)
    .setDepth(12)
    .setName('berths');
}

/** A string of small lights between two masts. Returns its key. */
function paintGarland(scene: Phaser.Scene, widthPx: number, unit: number): string {
  const colours = ['#FFD77A', '#F08E74', '#8CC79A', '#FFE9B8'];
  return paintOnce(scene, `garland-${Math.round(widthPx)}`, widthPx + 12 * unit, 44 * unit, (context, w) => {
    const sag = (x: number) => 5 * unit + 18 * unit * 4 * (x / w) * (1 - x / w);
    context.strokeStyle = '#F3E3C3';
    context.globalAlpha = 0.8;
    context.lineWidth = 1.6 * unit;
    context.beginPath();
    for (let x = 0; x <= w; x += 2) context.lineTo(x, sag(x));
    context.stroke();
    context.globalAlpha = 1;
    const lights = Math.max(2, Math.round(widthPx / (20 * unit)));
    for (let i = 0; i < lights; i++) {
      const x = ((i + 0.5) / lights) * w;
      const y = sag(x) + 5 * unit;
      const glow = context.createRadialGradient(x, y, 0, x, y, 12 * unit);
      glow.addColorStop(0, 'rgba(255,220,150,.55)');
      glow.addColorStop(1, 'rgba(255,220,150,0)');
      context.fillStyle = glow;
      context.fillRect(x - 12 * unit, y - 12 * unit, 24 * unit, 24 * unit);
      context.fillStyle = colours[i % colours.length] ?? '';
      disc(context, { x, y }, 4.4 * unit);
    }
  });
}
