import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { Look } from '../../session/types';
import { paintSea, paintSky, seaRise, skyHeights, toHorizonY } from './backdrop';
import type { Layout } from './layout';
import { type Mood, plainGround } from './moods';
import { toPieceSize } from './pictures';

/** The world around the tower; it sinks as the rocket climbs. Nothing in it moves faster than slowly. */
export interface World {
  /** A tower to climb by this many storeys, each as high as suits a whole set of so many. */
  build(storeys: number, ofWholeSet: number): void;
  /** `climbed`: share of the set's storeys, 0..1; `up`: how far the rocket has flown after that, 0..1. */
  show(climbed: number, up: number): void;
  update(calmMs: number): void;
}

/** Share of the whole sky that the storeys climb; the flight takes the rest. */
const skyOfClimb = 0.5;

/** A plain ground: nothing but the play is on it. */
export function createPlainWorld(scene: Phaser.Scene, look: Look): World {
  scene.cameras.main.setBackgroundColor(look.highContrast ? plainGround.highContrast : plainGround.normal);
  return { build() {}, show() {}, update() {} };
}

/** Sky, sea, land, the tower's lower storeys and what drifts by. */
export function createWorld(scene: Phaser.Scene, layout: Layout, mood: Mood, look: Look, rng: Rng): World {
  const { width, height, scale, mirrored, deck } = layout;
  const toX = (x: number) => (mirrored ? width - x : x);
  const scenery = (image: Phaser.GameObjects.Image, depth: number) => image.setDepth(depth).setName('scenery');
  const skyHeight = height * skyHeights;
  const sky = scenery(scene.add.image(0, 0, paintSky(scene, layout, mood, rng.fork('stars'))).setOrigin(0), 0).setDisplaySize(width, skyHeight);
  const sea = scenery(scene.add.image(0, 0, paintSea(scene, layout, mood)).setOrigin(0), 8);
  const land = scenery(
    scene.add
      .image(width / 2, 0, 'site')
      .setOrigin(0.5, 1)
      .setFlipX(mirrored),
    20,
  );
  const drifters = mood.drifters.map(({ picture, at, x, size }, i) => {
    const image = scenery(scene.add.image(0, 0, picture), picture === 'cloud' ? 4 : 6).setFlipX((i % 2 === 1) !== mirrored);
    if (picture === 'cloud') image.setTint(mood.cloud).setAlpha(0.5);
    const shown = toPieceSize(picture, layout);
    image.setDisplaySize(shown.width * size, shown.height * size);
    return { image, at, alpha: image.alpha, x: toX(x * width), pace: picture === 'cloud' ? 0.95 : 1.15, shift: i * 1.7, sways: picture !== 'cloud' };
  });
  if (look.highContrast) scene.add.rectangle(0, 0, width, height, 0x061522, 0.62).setOrigin(0).setDepth(26).setName('scenery');

  let storeys: Phaser.GameObjects.Image[] = [];
  let storeyPx = 0;
  let count = 0;
  let shown = { climbed: 0, up: 0 };
  const below = Math.ceil((height - deck.y) / (60 * scale)) + 1;

  const showStoreys = (sunk: number, flownPx: number, here: number) => {
    const upperY = deck.y + 12 * scale + flownPx;
    for (const [n, storey] of storeys.entries()) {
      const top = deck.y + 26 * scale + sunk + flownPx - (n - below) * storeyPx;
      const hidden = Math.max(0, upperY - top) / storey.displayHeight;
      storey
        .setY(top)
        .setAlpha(here)
        .setVisible(here > 0 && hidden < 1 && top < height);
      if (!storey.visible) continue;
      const { width: w, height: h } = storey.frame;
      storey.setCrop(0, h * hidden, w, h * (1 - hidden));
    }
  };

  return {
    build(next, ofWholeSet) {
      count = next;
      storeyPx = Math.min(110, Math.max(60, 1000 / Math.max(1, ofWholeSet))) * scale;
      for (const storey of storeys) storey.destroy();
      const size = toPieceSize('storey', layout);
      storeys = Array.from({ length: count + below + 1 }, (_, n) =>
        scenery(scene.add.image(deck.x, 0, n % 2 === 0 ? 'storey-1' : 'storey-2').setOrigin(0.5, 0), 18).setDisplaySize(size.width, storeyPx * 1.1),
      );
      this.show(shown.climbed, shown.up);
    },
    show(climbed, up) {
      shown = { climbed, up };
      const sunk = climbed * count * storeyPx;
      const flownPx = up * height * 0.8;
      const here = toHere(up);
      sky.setY(-(skyHeight - height) * (1 - up) * (1 - climbed * skyOfClimb));
      sea
        .setY(toHorizonY(layout) - seaRise * layout.unit + sunk * 0.6 + flownPx * 0.7)
        .setAlpha(here)
        .setVisible(here > 0 && sea.y < height);
      land
        .setY(height + 12 * scale + sunk + flownPx)
        .setAlpha(here)
        .setVisible(here > 0 && land.y - land.displayHeight < height);
      showStoreys(sunk, flownPx, here);
    },
    update(calmMs) {
      const passed = shown.climbed + shown.up * 0.6;
      const here = toHere(shown.up);
      for (const { image, at, alpha, x, pace, shift, sways } of drifters) {
        const sway = Math.sin(calmMs / 3100 + shift);
        image.setPosition(
          x + sway * (sways ? 9 : 14) * scale,
          height * (0.36 + (passed - at) * pace) + (sways ? Math.sin(calmMs / 2300 + shift) * 5 * scale : 0),
        );
        if (sways) image.setAngle(sway * 3);
        image.setAlpha(alpha * here);
        image.setVisible(here > 0 && image.y > -image.displayHeight && image.y < height + image.displayHeight);
      }
    },
  };
}

/** The world fades as it is left: bright land and clouds that swept by would be a row of light and dark. */
function toHere(up: number): number {
  return Math.min(1, Math.max(0, 1.12 - up * 1.9));
}
