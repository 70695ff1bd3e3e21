import type * as Phaser from 'phaser';
import type { PathWay, Rhythm, WayPlace } from '../../drills/path/state';
import { pointAlong } from '../../drills/path/ways';
import type { Point } from '../kit/field';
import { paintGlow } from '../kit/glow';
import { type Bow, createBow } from './bow';
import { layCorridor } from './corridor';
import type { Layout } from './layout';
import { sizesMm, toStarKey } from './pictures';

const appearMs = 420;
const goMs = 900;
/** The comet flies the rest by itself: what is nearly done soon, a whole path in its own time. */
const flightMs = { least: 320, whole: 1500 } as const;
const starsOnBow = 4;
const bowStarMm = 9;

/** What the view of a path must know of it. */
export interface PathLook {
  readonly rhythm: Rhythm | null;
  readonly corridorMm: number;
  readonly hasSide: boolean;
  readonly strong: boolean;
  /** A star stays where the comet passed: the sound of it. */
  readonly onStar: () => void;
}

/** One path in the sky: its paper, its ends, the light on it and the stars that stay. */
export interface PathView {
  /** The way as it is now; `carried`: the comet flies it by itself; `invites`: the guide shows it to an adult. */
  update(way: Pick<PathWay, 'along' | 'guide' | 'begun'>, carried: boolean, invites: boolean, calmMs: number, deltaMs: number): void;
  /** The trial is decided: the comet goes on to the end by itself, then all of it goes and hands over where its stars were; null: it only goes. */
  leave(onStars: ((places: readonly Point[]) => void) | null): void;
  /** Whether nothing of it is left. */
  readonly gone: boolean;
  destroy(): void;
}

/** Makes the view of a path; it comes softly. */
export function createPathView(scene: Phaser.Scene, layout: Layout, place: WayPlace, star: number, look: PathLook, only?: 'shape'): PathView {
  const { pxPerMm } = layout;
  const toPx = (share: number): Point => {
    const { x, y } = pointAlong(place, share);
    return { x: x * pxPerMm, y: y * pxPerMm };
  };
  const [from, to] = [toPx(0), toPx(1)];
  const waits = look.rhythm === 'alone' || look.rhythm === 'together';
  const glowKey = paintGlow(scene, 'glow-star', 128, '255,232,180', [
    [0, 0.5],
    [0.3, 0.26],
    [0.65, 0.08],
    [1, 0],
  ]);
  const corridor = layCorridor(scene, layout, place, look.corridorMm, look.strong).setDepth(50).setName('path');
  const start = scene.add
    .image(from.x, from.y, look.hasSide ? `start-${place.side}` : 'start')
    .setDisplaySize(sizesMm.start * pxPerMm, sizesMm.start * pxPerMm)
    .setDepth(51)
    .setName('start');
  const glow = scene.add.image(to.x, to.y, glowKey).setDepth(53);
  const end = scene.add.image(to.x, to.y, toStarKey(star)).setDepth(54).setName('end-star');
  const endPx = sizesMm.star * pxPerMm;
  const bow: Bow | null = only
    ? null
    : createBow(scene, layout, place, look.rhythm === 'together' ? ['own', 'second'] : [look.rhythm === 'watch' ? 'second' : 'own']);
  const guide = scene.add
    .image(from.x, from.y, look.rhythm === 'watch' ? 'comet-second' : 'comet')
    .setDepth(58)
    .setAlpha(0)
    .setName('guide');
  const stars = only
    ? []
    : Array.from({ length: starsOnBow }, (_, i) => ({ share: (i + 0.75) / (starsOnBow + 0.6), image: null as Phaser.GameObjects.Image | null }));
  const fixed = [corridor, start, glow, end];
  const seen = { value: 0 };
  scene.tweens.add({ targets: seen, value: 1, duration: appearMs, ease: 'Sine.easeInOut' });
  const flight = { along: 0, going: false };
  /** The end's star has left for the picture. */
  const taken = { value: 0 };
  let along = 0;
  let gone = false;

  const placeStars = () => {
    for (const one of stars) {
      if (one.image || along < one.share) continue;
      const at = toPx(one.share);
      one.image = scene.add
        .image(at.x, at.y, toStarKey(star))
        .setDisplaySize(bowStarMm * pxPerMm, bowStarMm * pxPerMm)
        .setDepth(56)
        .setAlpha(0)
        .setName('bow-star');
      scene.tweens.add({ targets: one.image, alpha: 1, duration: 340, ease: 'Sine.easeInOut' });
      look.onStar();
    }
  };

  const destroy = () => {
    scene.tweens.killTweensOf([seen, flight, taken]);
    for (const image of [...fixed, guide, ...stars.flatMap(({ image: one }) => one ?? [])]) {
      scene.tweens.killTweensOf(image);
      image.destroy();
    }
    bow?.destroy();
    gone = true;
  };

  return {
    get gone() {
      return gone;
    },
    update(way, carried, invites, calmMs, deltaMs) {
      if (gone) return;
      along = flight.going ? Math.max(along, flight.along) : Math.max(way.along, 0);
      placeStars();
      bow?.update(along, seen.value, deltaMs);
      const breath = Math.sin(calmMs / 1100);
      for (const one of fixed) one.setAlpha(seen.value);
      const asks = waits && !way.begun && !flight.going;
      start.setAlpha(seen.value * (asks ? 1 : 0.45)).setVisible(waits || only !== undefined);
      const startPx = sizesMm.start * pxPerMm * (asks ? 1 + 0.05 * breath : 1);
      start.setDisplaySize(startPx, startPx);
      end.setDisplaySize(endPx * (1 + 0.03 * breath), endPx * (1 + 0.03 * breath)).setAlpha(seen.value * (1 - taken.value));
      glow.setDisplaySize(endPx * 2.6, endPx * 2.6).setAlpha(seen.value * 0.7);
      const flies = carried || flight.going;
      const ahead = !carried && !flight.going && way.begun && way.guide > 0 && way.guide < 1;
      const share = flies ? along : way.guide;
      const at = toPx(share);
      const isSeen = only ? 0 : flies ? 1 : ahead || invites ? 0.72 : 0;
      guide.setPosition(at.x, at.y).setAlpha(guide.alpha + (isSeen * seen.value - guide.alpha) * (1 - Math.exp(-deltaMs / 140)));
      const size = sizesMm.comet * pxPerMm * (flies ? 1 : 0.68);
      guide.setDisplaySize(size, size).setRotation(calmMs / 2600);
    },
    leave(onStars) {
      if (flight.going || gone) return;
      flight.going = true;
      flight.along = along;
      const fade = () => {
        const places = stars.flatMap(({ image }) => (image ? [{ x: image.x, y: image.y }] : []));
        if (onStars) {
          onStars([to, ...places.reverse()]);
          scene.tweens.add({ targets: taken, value: 1, duration: 300, ease: 'Sine.easeInOut' });
        }
        for (const { image } of stars) if (image) scene.tweens.add({ targets: image, alpha: 0, duration: 300, ease: 'Sine.easeInOut' });
        scene.tweens.add({ targets: seen, value: 0, duration: goMs, ease: 'Sine.easeInOut', onComplete: destroy });
      };
      const left = 1 - along;
      if (!onStars) fade();
      else
        scene.tweens.add({ targets: flight, along: 1, duration: flightMs.least + flightMs.whole * left, ease: 'Sine.easeInOut', onComplete: fade });
    },
    destroy,
  };
}
