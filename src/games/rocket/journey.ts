import type * as Phaser from 'phaser';
import type { Look } from '../../session/types';
import { paintOnce } from '../kit/glow';
import type { Layout } from './layout';
import { toPlanet } from './moods';

/** The flight at the end of a set, the planet it reaches, and the way back to the launch place. */
export interface Journey {
  /** How far the world has been left below, 0..1. */
  readonly up: number;
  /** How far the tower has been left below, and how much of it is seen. */
  readonly tower: { readonly up: number; readonly alpha: number };
  /** Light below the nozzle, and how far the rocket hangs free, both 0..1. */
  readonly burn: number;
  readonly free: number;
  /** Lifts off for the planet of this set, from 0; `atOnce`: is there. */
  fly(set: number, atOnce: boolean): void;
  /** Back at the launch place, with this many planets visited; `onHidden`: nobody sees the world now, or it has not left. */
  land(visited: number, atOnce: boolean, onHidden: () => void): void;
  update(calmMs: number): void;
}

const flightMs = 4300;
const veilMs = 650;
const hangMs = 900;

/** Makes the journey; it stands at the launch place. With reduced motion and in the simple picture the picture changes softly instead of moving. */
export function createJourney(scene: Phaser.Scene, layout: Layout, look: Look): Journey {
  const { width, height, scale, rocket, shelf } = layout;
  const moves = !look.reducedMotion && !look.simplePicture;
  const place = { up: 0, towerUp: 0, towerAlpha: 1, burn: 0, free: 0, near: 0, veil: 0, away: 0 };
  const veil = scene.add.rectangle(0, 0, width, height, 0x16243f).setOrigin(0).setDepth(30).setAlpha(0).setVisible(false);
  const size = layout.planet.sizePx;
  const planet = scene.add.image(0, 0, 'planet-garden').setDisplaySize(size, size).setDepth(42).setName('planet').setVisible(false);
  const puffs = look.simplePicture
    ? []
    : [-1.3, -0.8, -0.3, 0.25, 0.75, 1.25].map((x, i) => ({
        image: scene.add
          .image(0, 0, 'puff')
          .setDepth(i % 2 === 0 ? 45 : 49)
          .setVisible(false),
        x,
        grow: 0.7 + 0.22 * (i % 3),
      }));
  const sparkles = look.simplePicture ? [] : createSparkles(scene, layout);
  let hung: Phaser.GameObjects.GameObject[] = [];

  const tween = (values: Partial<typeof place>, duration: number, delay = 0, onComplete: () => void = () => {}) =>
    scene.tweens.add({ targets: place, ...values, duration, delay, ease: 'Sine.easeInOut', onComplete });
  const stop = () => scene.tweens.killTweensOf(place);

  const hang = (visited: number, atOnce: boolean) => {
    for (const part of hung) part.destroy();
    hung = [];
    if (look.simplePicture) return;
    const threadKey = paintOnce(scene, 'thread', 3, 8, (context, w, h) => {
      context.fillStyle = 'rgba(243,227,195,.75)';
      context.fillRect(0, 0, w, h);
    });
    const first = Math.max(0, visited - shelf.length);
    for (const [i, at] of shelf.slice(0, Math.min(visited, shelf.length)).entries()) {
      const thread = scene.add
        .image(at.x, 0, threadKey)
        .setOrigin(0.5, 0)
        .setDisplaySize(2 * scale, at.y - 26 * scale);
      const ball = scene.add.image(at.x, at.y, `planet-${toPlanet(first + i, look.variation)}`).setDisplaySize(78 * scale, 78 * scale);
      hung.push(thread.setDepth(27).setName('scenery'), ball.setDepth(28).setName('scenery'));
    }
    if (atOnce || hung.length === 0) return;
    for (const part of hung) (part as Phaser.GameObjects.Image).setAlpha(0);
    scene.tweens.add({ targets: hung, alpha: 1, duration: hangMs, ease: 'Sine.easeInOut' });
  };

  const draw = (calmMs: number) => {
    veil.setAlpha(place.veil).setVisible(place.veil > 0.001);
    const { near } = place;
    // It comes out of the dark more than it comes from afar: its bright parts may not sweep over the picture.
    const from = moves ? -0.14 * height * (1 - near) : 0;
    planet.setVisible(near > 0.001).setAlpha(near);
    planet.setPosition(layout.planet.x, layout.planet.y + from + Math.sin(calmMs / 2600) * 5 * scale).setAngle(Math.sin(calmMs / 3400) * 2);
    for (const [i, sparkle] of sparkles.entries()) {
      // Each comes a little later than the one before, and breathes slowly.
      const seen = Math.min(1, Math.max(0, near * 2.4 - 1 - i * 0.04));
      sparkle.setVisible(seen > 0).setAlpha(seen * (0.8 + 0.2 * Math.sin(calmMs / 1300 + i * 1.9)));
      sparkle.setAngle(8 * Math.sin(calmMs / 2100 + i));
    }
    for (const [i, { image, x, grow }] of puffs.entries()) {
      const seen = Math.min(1, place.away * 3) * Math.min(1, (1 - place.away) * 2);
      const wide = (0.5 + place.away * 1.1) * grow * scale;
      image
        .setVisible(seen > 0.01)
        .setAlpha(seen * 0.95)
        .setScale((wide / scale) * (i % 2 === 0 ? 1 : -1), wide / scale);
      image.setPosition(rocket.x + x * (80 + 170 * place.away) * scale, layout.deck.y + (16 + 26 * (i % 2) + 110 * place.away) * scale);
    }
  };
  draw(0);

  return {
    get up() {
      return place.up;
    },
    get tower() {
      return { up: place.towerUp, alpha: place.towerAlpha };
    },
    get burn() {
      return place.burn;
    },
    get free() {
      return place.free;
    },
    fly(set, atOnce) {
      stop();
      planet.setTexture(`planet-${toPlanet(set, look.variation)}`);
      if (atOnce) {
        Object.assign(place, { up: 1, towerUp: 1, towerAlpha: 0, burn: 0.6, free: moves ? 1 : 0, near: 1, veil: 0, away: 1 });
      } else if (moves) {
        place.away = 0;
        tween({ burn: 1 }, 900);
        tween({ away: 1 }, 4000, 250);
        tween({ up: 1, towerUp: 1, free: 1 }, flightMs, 500);
        // It fades as it sinks: a tower that swept through the picture would be a row of light and dark.
        tween({ towerAlpha: 0 }, 1900, 600);
        tween({ near: 1 }, 2400, 2400);
        tween({ burn: 0.6 }, 1500, 3400);
      } else {
        tween({ towerAlpha: 0 }, 900);
        tween({ burn: 0.6, near: 1 }, 1200, 1500);
        if (look.simplePicture) return;
        tween({ veil: 1 }, 1200, 0, () => {
          place.up = 1;
          tween({ veil: 0 }, 1200);
        });
      }
    },
    land(visited, atOnce, onHidden) {
      stop();
      const start = { towerUp: 0, burn: 0, free: 0, away: 0 };
      if (atOnce || (place.up === 0 && place.near === 0)) {
        Object.assign(place, start, { up: 0, near: 0, veil: 0, towerAlpha: 1 });
        hang(visited, atOnce);
        onHidden();
        return;
      }
      Object.assign(place, { towerUp: 0, towerAlpha: place.towerUp > 0 ? 0 : place.towerAlpha, away: 0 });
      tween({ towerAlpha: 1 }, 500);
      tween({ near: 0, burn: 0, free: 0 }, veilMs * 1.5);
      const back = () => {
        place.up = 0;
        onHidden();
        hang(visited, false);
        tween({ veil: 0 }, veilMs);
      };
      if (look.simplePicture) back();
      else tween({ veil: 1 }, veilMs, 0, back);
    },
    update: draw,
  };
}

/** Paper stars around the planet, each at its own place and size. */
function createSparkles(scene: Phaser.Scene, layout: Layout): readonly Phaser.GameObjects.Image[] {
  const { scale, planet } = layout;
  const size = 46 * scale;
  const key = paintOnce(scene, 'sparkle', size, size, (context, w) => {
    context.fillStyle = '#FBE3A6';
    context.beginPath();
    for (let i = 0; i < 8; i++) {
      const radius = (i % 2 === 0 ? 0.48 : 0.17) * w;
      context.lineTo(w / 2 + radius * Math.sin((i * Math.PI) / 4), w / 2 - radius * Math.cos((i * Math.PI) / 4));
    }
    context.closePath();
    context.fill();
  });
  return Array.from({ length: 11 }, (_, i) => {
    const turn = (i / 11) * 2 * Math.PI + 0.4;
    const far = planet.sizePx * (0.5 + 0.09 * ((i * 3) % 4));
    return scene.add
      .image(planet.x + Math.cos(turn) * far, planet.y + Math.sin(turn) * far * 0.9, key)
      .setDepth(41)
      .setScale(0.4 + 0.2 * ((i * 2) % 4))
      .setVisible(false)
      .setName('scenery');
  });
}
