import type * as Phaser from 'phaser';
import type { Layout } from './layout';
import { near } from './near';

/** Two birds that help the orb up; they come and go softly. */
export interface Birds {
  show(there: boolean): void;
  /** Flies beside the orb, whose middle is at `y`. */
  update(y: number, calmMs: number, deltaMs: number): void;
}

const comeMs = 520;
const beatMs = 1300;

/** Makes the birds; they are not there yet. */
export function createBirds(scene: Phaser.Scene, layout: Layout, depth: number): Birds {
  const { unit, orb } = layout;
  const birds = [-1, 1].map((side) => {
    const wing = scene.add.image(-4 * unit, -4 * unit, 'wing').setOrigin(76 / 90, 46 / 60);
    const body = scene.add.image(0, 0, 'bird');
    const root = scene.add.container(0, 0, [body, wing]).setDepth(depth).setScale(-side, 1).setVisible(false).setName('bird');
    return { root, wing, side };
  });
  let goal = 0;
  let way = 0;
  return {
    show(there) {
      goal = there ? 1 : 0;
    },
    update(y, calmMs, deltaMs) {
      way = near(way, goal, deltaMs / comeMs);
      const eased = way * way * (3 - 2 * way);
      for (const { root, wing, side } of birds) {
        root.setVisible(way > 0).setAlpha(eased);
        const far = 1 - eased;
        root.setPosition(
          orb.x + side * (orb.radius * 2.02 + far * 120 * unit),
          y - orb.radius * 0.3 - far * 70 * unit + Math.sin(calmMs / 900 + side) * 3 * unit,
        );
        wing.setAngle(Math.sin((calmMs / beatMs) * 2 * Math.PI + side) * 16);
      }
    },
  };
}
