import type * as Phaser from 'phaser';
import type { Ratio } from '../../core/units';
import type { Look } from '../../session/types';
import { paintGlow } from '../kit/glow';
import type { Layout } from './layout';
import { near } from './near';
import { toOrbScale } from './pictures';
import type { Place } from './places';

/** What the child lifts: sun, balloon or moon, with a wreath of petals that opens while it is held. */
export interface Orb {
  readonly root: Phaser.GameObjects.Container;
  /** Puts its middle exactly there. */
  place(y: number): void;
  /** How far the wreath is open, and whether it is awake; both follow softly. */
  show(held: Ratio, awake: boolean): void;
  update(calmMs: number, deltaMs: number): void;
}

/** Above the shade of the demonstration: what is lifted is the brightest thing. The land before it is cut out instead. */
export const playDepth = 42;
/** Petals of the wreath: the hold is as long as it takes to open them all. */
export const petals = 12;
const openMs = 420;
const closeMs = 1300;
const wakeMs = 600;
const haloBreathMs = 5200;

/** Makes what the child lifts: it comes up from behind the land or, with a basket, before it. */
export function createOrb(scene: Phaser.Scene, layout: Layout, place: Place, look: Look): Orb {
  const { radius, x, lowY, landY } = layout.orb;
  const { size, middleY, halo, hangs } = place.orb;
  const glow = scene.add.image(
    0,
    0,
    paintGlow(scene, 'halo', 256, halo, [
      [0, 0.62],
      [0.36, 0.42],
      [0.62, 0.14],
      [1, 0],
    ]),
  );
  glow.setVisible(!look.simplePicture);
  const root = scene.add.container(x, lowY, [glow]).setDepth(playDepth).setName('orb');
  // Around a basket the wreath stays open below.
  const [from, turn] = hangs ? [-220, 260 / (petals - 1)] : [-90, 360 / petals];
  const wreath = Array.from({ length: petals }, (_, i) => {
    const rad = ((from + turn * i) * Math.PI) / 180;
    const petal = scene.add.image(Math.cos(rad) * radius * 1.34, Math.sin(rad) * radius * 1.34, 'petal').setName('petal');
    const full = petal.scale;
    petal.setRotation(place.name === 'winter' ? 0 : rad + Math.PI / 2).setAlpha(0);
    return { petal, full };
  });
  root.add(wreath.map(({ petal }) => petal));
  const picture = (key: string) => scene.add.image(0, 0, key).setOrigin(0.5, middleY / size[1]);
  const body = picture('orb');
  const awakeBody = picture('orb-awake').setAlpha(0);
  root.add([body, awakeBody]);
  const haloSize = radius * 5.2;
  const shown = { held: 0, awake: 0 };
  let heldGoal = 0;
  let awakeGoal = 0;
  // Their sizes are those of the drawings as loaded.
  body.setScale((toOrbScale(layout, place) * size[0]) / body.width);
  awakeBody.setScale(body.scale);

  return {
    root,
    place(y) {
      root.setY(y);
      if (hangs) return;
      const top = y - middleY * toOrbScale(layout, place);
      for (const image of [body, awakeBody]) image.setCrop(0, 0, image.width, Math.min(image.height, Math.max(0, landY - top) / image.scale));
    },
    show(held, awake) {
      heldGoal = held;
      awakeGoal = awake ? 1 : 0;
    },
    update(calmMs, deltaMs) {
      shown.held = near(shown.held, heldGoal, deltaMs / (heldGoal > shown.held ? openMs : closeMs));
      shown.awake = near(shown.awake, awakeGoal, deltaMs / wakeMs);
      awakeBody.setAlpha(shown.awake);
      wreath.forEach(({ petal, full }, i) => {
        const open = Math.min(1, Math.max(0, shown.held * petals - i));
        petal.setAlpha(open).setScale(full * (0.5 + 0.5 * open));
      });
      const breath = 1 + 0.02 * Math.sin((calmMs / haloBreathMs) * 2 * Math.PI);
      glow.setDisplaySize(haloSize * (1 + 0.22 * shown.held) * breath, haloSize * (1 + 0.22 * shown.held) * breath);
      glow.setAlpha(0.55 + 0.35 * shown.held);
    },
  };
}
