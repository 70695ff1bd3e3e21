import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { Layout } from './layout';
import { guests, toPieceSize } from './pictures';
import type { Ship } from './ship';

type Guest = (typeof guests)[number];

const comeMs = 1300;

/** Who quietly joins during a hold; they want nothing. */
export interface Guests {
  /** A new crossing: those who were there go softly, others will come in another order. */
  invite(rng: Rng): void;
  /** This many are there. */
  show(count: number, atOnce: boolean): void;
  update(calmMs: number, deltaMs: number): void;
}

/** Prepares the guests; nobody is there yet. */
export function createGuests(scene: Phaser.Scene, layout: Layout, ship: Ship, reducedMotion: boolean): Guests {
  const { ship: s, unit, width, height, waterY, side, dock } = layout;
  const nearDepth = height - waterY;
  const image = (name: Guest) => {
    const size = toPieceSize(name, layout);
    return scene.add.image(0, 0, name).setDisplaySize(size.width, size.height).setAlpha(0).setVisible(false).setName('guest');
  };
  const views = new Map(guests.map((name) => [name, { image: image(name), there: 0, wanted: 0 }]));
  const onBoard = (name: Guest, x: number, y: number, originY: number, behind: boolean) => {
    const guest = views
      .get(name)
      ?.image.setOrigin(0.5, originY)
      .setPosition(x * s, y * s);
    if (!guest) return;
    if (behind) ship.root.addAt(guest, 1);
    else ship.root.add(guest);
  };
  onBoard('gull', -side * 84, -170, 0.95, false);
  onBoard('crab', side * 176, -106, 0.98, false);
  onBoard('balloon', side * 228, -190, 0.98, true);
  onBoard('umbrella', 0, 0, 0.86, true);
  const inWater = (name: Guest, x: number, y: number) =>
    views
      .get(name)
      ?.image.setPosition(x, y)
      .setDepth(56)
      .setFlipX(side < 0);
  const middle = (dock[0] + dock[1]) / 2;
  inWater('whale', middle + side * (layout.wide ? 0.25 : 0.2) * width, waterY + nearDepth * (layout.wide ? 0.56 : 0.62));
  inWater('ducks', middle - side * (layout.wide ? 0.2 : 0.1) * width, waterY + nearDepth * (layout.wide ? 0.72 : 0.86));
  for (const name of ['gull', 'crab', 'umbrella'] as const) views.get(name)?.image.setFlipX(side < 0);
  const homes = new Map(guests.map((name) => [name, { x: views.get(name)?.image.x ?? 0, y: views.get(name)?.image.y ?? 0 }]));
  let order: readonly Guest[] = guests;

  return {
    invite(rng) {
      order = [...guests]
        .map((name) => ({ name, at: rng.next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ name }) => name);
      for (const view of views.values()) view.wanted = 0;
    },
    show(count, atOnce) {
      for (const [i, name] of order.entries()) {
        const view = views.get(name);
        if (!view) continue;
        view.wanted = i < count ? 1 : 0;
        if (atOnce) view.there = view.wanted;
      }
    },
    update(calmMs, deltaMs) {
      for (const [name, view] of views) {
        const step = deltaMs / comeMs;
        view.there = view.wanted > view.there ? Math.min(view.wanted, view.there + step) : Math.max(view.wanted, view.there - step);
        view.image.setVisible(view.there > 0);
        if (view.there <= 0) continue;
        const eased = view.there * view.there * (3 - 2 * view.there);
        const away = reducedMotion ? 0 : 1 - eased;
        const home = homes.get(name) ?? { x: 0, y: 0 };
        const sway = Math.sin(calmMs / 1700 + home.x);
        view.image.setAlpha(eased);
        if (name === 'umbrella') {
          const top = ship.top();
          view.image.setPosition(top.x, top.y + 10 * s - away * 60 * unit).setRotation(top.angle);
        } else if (name === 'whale' || name === 'ducks')
          view.image.setPosition(home.x - side * away * 120 * unit + sway * 10 * unit, home.y + Math.sin(calmMs / 1300) * 3 * unit);
        else view.image.setPosition(home.x, home.y - away * 70 * unit * (name === 'crab' ? 0.3 : 1)).setAngle(name === 'balloon' ? sway * 3 : 0);
      }
    },
  };
}
