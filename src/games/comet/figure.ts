import type * as Phaser from 'phaser';
import type { Point } from '../kit/field';
import { paintGlow, paintOnce } from '../kit/glow';
import { type Animal, animalSize } from './animals';
import type { FigurePlace, Layout } from './layout';
import { toAnimalKey, toStarKey } from './pictures';

const flyMs = 1200;
const starSize = 46;
/** What is whole shines through the shade of the rest, behind the companion. */
const depth = { growing: 30, whole: 43 } as const;
const wholeMs = 2000;

/** The picture in the stars: each trial adds its stars, none goes, and at the end of the set it is an animal. */
export interface Figure {
  /** Begins a new picture for so many trials, the first `done` of them in place; `whole`: the picture of a set that is over. */
  begin(animal: Animal, trials: number, done: number, whole: boolean): void;
  /** The stars of a trial fly to their places; from nowhere they only come. */
  add(trial: number, kind: number, from: readonly Point[]): void;
  /** The set is over: all stars are there, the animal is seen, large in the middle of the sky. */
  complete(atOnce: boolean): void;
  /** How many stars of the picture shine. */
  count(): number;
  update(calmMs: number): void;
}

/** Makes the picture; `shown` false keeps it away until it is whole. */
export function createFigure(scene: Phaser.Scene, layout: Layout, shown: boolean, still: boolean): Figure {
  const makeRoot = () => scene.add.container(0, 0).setDepth(depth.growing).setName('figure');
  let root = makeRoot();
  const at = { ...layout.growing, whole: 0, seen: 0 };
  const glowKey = paintGlow(scene, 'glow-figure', 256, '255,226,170', [
    [0, 0.42],
    [0.4, 0.2],
    [0.75, 0.05],
    [1, 0],
  ]);
  let spots: readonly Point[] = [];
  let lit: (Phaser.GameObjects.Image | null)[] = [];
  let perTrial = 1;
  let body: Phaser.GameObjects.Image | null = null;
  let lines: Phaser.GameObjects.Image | null = null;
  let halo: Phaser.GameObjects.Image | null = null;

  const light = (i: number, kind: number, atOnce: boolean) => {
    const spot = spots[i];
    if (!spot || lit[i]) return;
    const image = scene.add.image(spot.x, spot.y, toStarKey(kind)).setDisplaySize(starSize, starSize).setName('figure-star');
    lit[i] = image;
    root.add(image);
    if (atOnce) return;
    image.setAlpha(0);
    scene.tweens.add({ targets: image, alpha: 1, duration: 420, ease: 'Sine.easeInOut' });
  };
  const put = (place: FigurePlace) => Object.assign(at, { x: place.x, y: place.y, width: place.width });
  const draw = (calmMs: number) => {
    const scale = at.width / animalSize.width;
    root
      .setScale(scale)
      .setPosition(at.x, at.y + at.whole * 5 * layout.unit * Math.sin(calmMs / 1700))
      .setAlpha(at.seen)
      .setDepth(at.whole > 0.5 ? depth.whole : depth.growing);
    body?.setAlpha(at.whole);
    lines?.setAlpha(0.3 + 0.45 * at.whole);
    halo?.setAlpha(0.75 * at.whole);
  };

  return {
    begin(animal, trials, done, whole) {
      scene.tweens.killTweensOf(at);
      const old = root.setName('');
      scene.tweens.add({ targets: old, alpha: 0, duration: 700, ease: 'Sine.easeInOut', onComplete: () => old.destroy() });
      root = makeRoot();
      perTrial = trials <= 3 ? 4 : trials <= 5 ? 3 : trials <= 9 ? 2 : 1;
      spots = toSpots(animal.corners, perTrial * trials);
      lit = spots.map(() => null);
      halo = scene.add.image(0, 0, glowKey).setDisplaySize(animalSize.width * 1.7, animalSize.height * 1.8);
      lines = scene.add.image(0, 0, paintLines(scene, animal)).setDisplaySize(animalSize.width, animalSize.height);
      body = scene.add.image(0, 0, toAnimalKey(animal.name)).setDisplaySize(animalSize.width, animalSize.height);
      root.add([halo, body, lines]);
      for (let i = 0; i < (whole ? trials : done) * perTrial; i++) light(i, i % 5, true);
      put(whole ? layout.whole : layout.growing);
      Object.assign(at, { whole: whole ? 1 : 0, seen: whole || still ? Number(shown || whole) : 0 });
      if (shown && !whole && !still) scene.tweens.add({ targets: at, seen: 1, duration: 900, ease: 'Sine.easeInOut' });
      draw(0);
    },
    add(trial, kind, from) {
      for (let n = 0; n < perTrial; n++) {
        const i = trial * perTrial + n;
        const spot = spots[i];
        if (!spot || lit[i]) continue;
        const start = from[n % Math.max(1, from.length)];
        if (!start || still || !shown) {
          light(i, kind, false);
          continue;
        }
        const scale = at.width / animalSize.width;
        const star = scene.add.image(start.x, start.y, toStarKey(kind)).setDepth(57).setName('flying-star');
        const big = (n === 0 ? 20 : 9) * layout.pxPerMm;
        star.setDisplaySize(big, big);
        const size = { px: big };
        const ease = 'Sine.easeInOut';
        const delay = n * 130;
        scene.tweens.add({ targets: star, x: at.x + spot.x * scale, duration: flyMs, delay, ease });
        scene.tweens.add({
          targets: size,
          px: starSize * scale,
          duration: flyMs,
          delay,
          ease,
          onUpdate: () => star.setDisplaySize(size.px, size.px),
        });
        scene.tweens.add({
          targets: star,
          y: at.y + spot.y * scale,
          duration: flyMs,
          delay,
          ease: 'Sine.easeOut',
          onComplete: () => {
            light(i, kind, true);
            star.destroy();
          },
        });
      }
    },
    complete(atOnce) {
      for (let i = 0; i < spots.length; i++) light(i, i % 5, atOnce);
      scene.tweens.killTweensOf(at);
      if (atOnce || still) {
        put(layout.whole);
        Object.assign(at, { whole: 1, seen: atOnce ? 1 : 0 });
        if (!atOnce) scene.tweens.add({ targets: at, seen: 1, duration: 900, ease: 'Sine.easeInOut' });
        return;
      }
      if (!shown) put(layout.whole);
      scene.tweens.add({ targets: at, ...layout.whole, seen: 1, duration: wholeMs, ease: 'Sine.easeInOut' });
      scene.tweens.add({ targets: at, whole: 1, duration: 1500, delay: 900, ease: 'Sine.easeInOut' });
    },
    count: () => lit.filter((one) => one !== null).length,
    update: draw,
  };
}

/** Places around the outline, from the middle of the drawing: its corners first, with more of them all along. */
function toSpots(corners: readonly Point[], count: number): readonly Point[] {
  const toMiddle = ({ x, y }: Point) => ({ x: x - animalSize.width / 2, y: y - animalSize.height / 2 });
  if (count <= corners.length)
    return Array.from({ length: count }, (_, i) => toMiddle(corners[Math.floor((i * corners.length) / count)] ?? { x: 0, y: 0 }));
  return Array.from({ length: count }, (_, i) => {
    const along = (i * corners.length) / count;
    const [a, b] = [corners[Math.floor(along) % corners.length], corners[(Math.floor(along) + 1) % corners.length]];
    const part = along - Math.floor(along);
    return toMiddle({ x: (a?.x ?? 0) + ((b?.x ?? 0) - (a?.x ?? 0)) * part, y: (a?.y ?? 0) + ((b?.y ?? 0) - (a?.y ?? 0)) * part });
  });
}

/** The outline in fine dots, with a small star at each corner: the promise of the picture. */
function paintLines(scene: Phaser.Scene, { name, corners }: Animal): string {
  const { width, height } = animalSize;
  return paintOnce(scene, `lines-${name}`, width, height, (context) => {
    context.strokeStyle = '#FFF3CF';
    context.lineWidth = 4;
    context.lineCap = 'round';
    context.setLineDash([0.1, 13]);
    context.beginPath();
    for (const { x, y } of corners) context.lineTo(x, y);
    context.closePath();
    context.stroke();
    context.fillStyle = '#FFF3CF';
    for (const { x, y } of corners) {
      context.beginPath();
      context.arc(x, y, 6, 0, 7);
      context.fill();
    }
  });
}
