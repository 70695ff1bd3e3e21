import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { Look } from '../../session/types';
import { paintGlow, paintOnce } from '../kit/glow';
import { paintIsle, paintPlainIsle, toIsleBox } from './isle-paint';
import type { Layout } from './layout';
import type { Move } from './loops';
import { type Mood, plainGround } from './moods';
import { props, sizeOf } from './pictures';

/** The islands in front: the one that is played on, its neighbours and the bridges between them. */
export interface Isles {
  /** Draws the string from a place on it: `at` islands from the first; `grown`: how much of the bridge ahead of `island` stands. */
  show(at: number, island: number, grown: number, count: number): void;
}

const pool = 4;
const planks = 7;
/** A plank takes this share of the bridge's growing to come up; the next begins before. */
const plankShare = 0.34;

/** Things of an island show from this share of a bridge on: what sweeps by with many edges would be a flash (clinical.md C8). */
const nearRatio = 0.32;

type Image = Phaser.GameObjects.Image;

interface Isle {
  readonly ground: Image;
  readonly things: readonly { readonly image: Image; readonly x: number }[];
  readonly home: Image;
  readonly lantern: Image;
  readonly glow: Image;
}

/** Makes the islands of one set. */
export function createIsles(scene: Phaser.Scene, layout: Layout, look: Look, mood: Mood, move: Move, rng: Rng): Isles {
  const { scale, side, middleX, groundY, stepPx, isleWide, width, unit } = layout;
  const box = toIsleBox(layout);
  const plain = look.simplePicture ? plainGround[look.highContrast ? 'highContrast' : 'normal'].isle : null;
  const parks = move !== 'wheel' && (look.companion.aid === 'wheelchair' || look.companion.aid === 'walker');
  const grounds = [0, 1].map((dress) =>
    paintOnce(scene, `isle-${dress}`, box.width, box.height, (pen) => {
      if (plain) paintPlainIsle(pen, layout, plain);
      else paintIsle(pen, layout, mood, dress, parks, rng.fork(`isle-${dress}`));
    }),
  );
  const glowKey = paintGlow(scene, 'lantern-glow', 160 * unit, '255,216,140', [
    [0, 0.7],
    [0.35, 0.32],
    [1, 0],
  ]);
  const lanternX = isleWide / 2 - 52 * unit;
  const named = <T extends Phaser.GameObjects.GameObject>(object: T): T => (plain ? object : (object.setName('scenery') as T));
  const isles = Array.from({ length: pool }, (_, i): Isle => {
    const ground = scene.add
      .image(0, groundY - box.groundY, grounds[i % 2] ?? '')
      .setOrigin(0.5, 0)
      .setDepth(10)
      .setFlipX(side < 0);
    const things = props[move].map(({ key, width: w, height: h, x, y, front }) => ({
      image: scene.add
        .image(0, groundY + y * scale, key)
        .setOrigin(0.5, 1)
        .setDisplaySize(w * scale, h * scale)
        .setDepth(front ? 47 : 43)
        .setFlipX(side < 0)
        .setName('thing'),
      x: x * scale * side,
    }));
    const home = scene.add
      .image(0, groundY + 12 * scale, 'home')
      .setOrigin(0.5, 1)
      .setDepth(42)
      .setFlipX(side < 0)
      .setName('home');
    const lantern = scene.add
      .image(0, groundY + 20 * unit, 'lantern')
      .setOrigin(0.5, 1)
      .setDepth(42)
      .setName('lantern');
    const glow = scene.add
      .image(0, groundY + 20 * unit - sizeOf('lantern').height * 0.7 * scale, glowKey)
      .setDepth(44)
      .setName('lantern-light');
    return { ground: named(ground), things, home, lantern, glow };
  });
  const plankKey = paintOnce(scene, 'plank', (stepPx - isleWide + 44 * unit) / planks, 38 * unit, (pen, w, h) => {
    pen.fillStyle = 'rgba(8,22,40,.28)';
    pen.beginPath();
    pen.roundRect(1, h * 0.3, w - 2, h * 0.68, 5 * unit);
    pen.fill();
    pen.fillStyle = '#F1DDB4';
    pen.beginPath();
    pen.roundRect(1.5, h * 0.06, w - 3, h * 0.62, 5 * unit);
    pen.fill();
    pen.fillStyle = '#C9A26C';
    pen.fillRect(1.5, h * 0.5, w - 3, h * 0.18);
  });
  const bridges = [0, 1].map(() => Array.from({ length: planks }, () => scene.add.image(0, 0, plankKey).setDepth(12).setName('plank')));
  const smooth = (t: number) => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));
  const showBridge = (index: number, from: number, at: number, grown: number) => {
    const gap = stepPx - isleWide + 44 * unit;
    for (const [i, plank] of (bridges[index] ?? []).entries()) {
      const up = smooth((grown - (i / (planks - 1)) * (1 - plankShare)) / plankShare);
      const share = (i + 0.5) / planks;
      const x = middleX + side * ((from - at) * stepPx + isleWide / 2 - 22 * unit + share * gap);
      plank.setPosition(x, groundY + (15 + 10 * Math.sin(Math.PI * share) + 26 * (1 - up)) * unit).setAlpha(up);
      plank.setVisible(up > 0 && x > -gap && x < width + gap);
    }
  };
  return {
    show(at, island, grown, count) {
      for (const [k, isle] of isles.entries()) {
        const first = Math.max(0, Math.round(at) - 1);
        const j = first + ((((k - first) % pool) + pool) % pool);
        const x = middleX + side * (j - at) * stepPx;
        const seen = j <= count && Math.abs(j - at) * stepPx < width / 2 + isleWide;
        const far = j === count;
        isle.ground.setX(x).setVisible(seen);
        const here = smooth(1 - (Math.abs(j - at) - 0.1) / nearRatio);
        for (const { image, x: dx } of isle.things)
          image
            .setX(x + dx)
            .setAlpha(here)
            .setVisible(seen && !far && here > 0);
        isle.home.setX(x + side * isleWide * 0.25).setVisible(seen && far);
        const lit = j < island ? 1 : j === island ? smooth((grown - 0.1) / 0.9) : 0;
        isle.lantern.setX(x + side * lanternX).setVisible(seen && !far);
        isle.lantern.setAlpha(0.75 + 0.25 * lit);
        isle.glow.setX(x + side * lanternX).setAlpha(lit);
        isle.glow.setVisible(seen && !far && lit > 0);
      }
      showBridge(0, island, at, grown);
      showBridge(1, island - 1, at, island > 0 ? 1 : 0);
    },
  };
}
