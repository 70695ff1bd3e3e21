import type * as Phaser from 'phaser';
import type { Look } from '../../session/types';
import { type CompanionView, createCompanion, loadCompanion } from '../kit/companion';
import { paintGlow, paintOnce } from '../kit/glow';
import { type Layout, rocketSize } from './layout';
import { bandColours } from './moods';

/** The belly's glass in the rocket's drawing. */
const belly = { width: 136, top: 384, bottom: 508 } as const;
/** The companion in the cabin, in the drawing's units: how tall, where its feet are when the body is down, and how far it comes up. */
const cabin = { height: 178, footY: 404, wayUp: 60 } as const;
const fillMs = 900;
const shutMs = 500;

/** The home-made rocket: its belly keeps the light, its cabin the companion. */
export interface Rocket {
  readonly root: Phaser.GameObjects.Container;
  readonly companion: CompanionView;
  /** An empty belly for this many bands, the first `filled` of them full. */
  prepare(bands: number, filled: number): void;
  /** The band's light rises softly to this share of it, after a while; it never sinks. */
  fill(band: number, share: number, afterMs: number): void;
  /** How full a band is by now. */
  share(band: number): number;
  /** The companion in its cabin, 0 low and 1 high. */
  seat(height: number): void;
  /** The window's shutter, for a picture with nothing but the play; it closes softly, or `atOnce`. */
  close(shut: boolean, atOnce: boolean): void;
  /** Soft light below the nozzle, 0..1. */
  burn(strength: number): void;
  update(calmMs: number, deltaMs: number): void;
}

interface Band {
  readonly image: Phaser.GameObjects.Image;
  readonly fullPx: number;
  readonly level: { share: number };
  goal: number;
}

/** Queues the companion at the size of the cabin. */
export function loadCrew(scene: Phaser.Scene, layout: Layout, look: Look): void {
  loadCompanion(scene, look, cabin.height * layout.rocket.scale);
}

/** Puts the rocket on its deck. */
export function createRocket(scene: Phaser.Scene, layout: Layout, look: Look): Rocket {
  const { scale, x, y } = layout.rocket;
  const toLocal = (drawnY: number) => (drawnY - rocketSize.baseY) * scale;
  const part = (key: string) =>
    scene.add
      .image(0, 0, key)
      .setOrigin(0.5, rocketSize.baseY / rocketSize.height)
      .setFlipX(layout.mirrored);
  const hull = part('rocket-hull').setName('rocket');
  const shutter = part('shutter').setAlpha(0);
  const flame = scene.add
    .image(0, -14 * scale, 'flame')
    .setOrigin(0.5, 0.06)
    .setAlpha(0);
  const warmKey = paintGlow(scene, 'glow-warm', 256, '255,214,130', [
    [0, 0.7],
    [0.3, 0.36],
    [0.6, 0.12],
    [1, 0],
  ]);
  const warm = scene.add
    .image(0, 60 * scale, warmKey)
    .setDisplaySize(420 * scale, 420 * scale)
    .setAlpha(0);
  const shine = scene.add
    .image(0, toLocal((belly.top + belly.bottom) / 2), warmKey)
    .setDisplaySize(330 * scale, 330 * scale)
    .setAlpha(0);
  const companion = createCompanion(scene, look, 0, toLocal(cabin.footY), cabin.height * scale, layout.mirrored);
  const seat = scene.add.container(0, 0, [companion.root]);
  const bandLayer = scene.add.container(0, 0);
  const root = scene.add
    .container(x, y, [warm, flame, part('rocket-cabin'), seat, shutter, part('rocket-belly'), bandLayer, hull, shine])
    .setDepth(46);
  const bandKey = paintOnce(scene, 'band', (belly.width + 12) * scale, 96, paintBand);
  const notches = scene.add.container(0, 0).setAlpha(0.34);
  root.addAt(notches, root.getIndex(hull));
  let bands: Band[] = [];

  const draw = (band: Band) =>
    band.image.setDisplaySize((belly.width + 12) * scale, Math.max(0.01, band.fullPx * band.level.share)).setVisible(band.level.share > 0.004);

  return {
    root,
    companion,
    prepare(count, filled) {
      const old = bands.map(({ image }) => image);
      if (old.length > 0)
        scene.tweens.add({
          targets: old,
          alpha: 0,
          duration: 700,
          ease: 'Sine.easeInOut',
          onComplete: () => old.forEach((image) => void image.destroy()),
        });
      const each = ((belly.bottom - belly.top) * scale) / Math.max(1, count);
      bands = Array.from({ length: count }, (_, i): Band => {
        const image = scene.add
          .image(0, toLocal(belly.bottom) - each * i + 1, bandKey)
          .setOrigin(0.5, 1)
          .setTint(bandColours[i % bandColours.length] ?? 0xffffff);
        const full = i < filled ? 1 : 0;
        const band = { image: image.setName(full ? 'band-full' : 'band'), fullPx: each * 1.28 + 4 * scale, level: { share: full }, goal: full };
        draw(band);
        return band;
      });
      notches.removeAll(true);
      for (let i = 1; i < count; i++)
        notches.add(
          scene.add
            .rectangle(-0.5 * belly.width * scale + 5 * scale, toLocal(belly.bottom) - each * i, 18 * scale, 3 * scale, 0xeaf4f4)
            .setOrigin(0, 0.5),
        );
      // The lower bands lie before the upper ones, so that each wave is seen.
      bandLayer.add(bands.map(({ image }) => image).reverse());
    },
    fill(index, share, afterMs) {
      const band = bands[index];
      if (!band || share <= band.goal) return;
      band.goal = share;
      if (share >= 1) band.image.setName('band-full');
      if (afterMs === 0 && share < 1) {
        band.level.share = Math.max(band.level.share, share);
        draw(band);
        return;
      }
      scene.tweens.add({ targets: band.level, share, delay: afterMs, duration: fillMs, ease: 'Sine.easeInOut', onUpdate: () => draw(band) });
    },
    share: (index) => bands[index]?.level.share ?? 0,
    seat(height) {
      seat.y = -Math.min(1, Math.max(0, height)) * cabin.wayUp * scale;
    },
    close(shut, atOnce) {
      scene.tweens.killTweensOf(shutter);
      if (atOnce) shutter.setAlpha(shut ? 1 : 0);
      else scene.tweens.add({ targets: shutter, alpha: shut ? 1 : 0, duration: shutMs, ease: 'Sine.easeInOut' });
    },
    burn(strength) {
      warm.setAlpha(strength * 0.8).setVisible(strength > 0);
      flame.setAlpha(Math.min(1, strength * 1.5)).setVisible(strength > 0);
    },
    update(calmMs, deltaMs) {
      companion.update(calmMs, deltaMs);
      const full = bands.length === 0 ? 0 : bands.reduce((sum, band) => sum + band.level.share, 0) / bands.length;
      shine.setAlpha(look.simplePicture ? 0 : full * (0.16 + 0.012 * Math.sin(calmMs / 900)));
      flame.setScale(flame.scaleX, (1 + 0.04 * Math.sin(calmMs / 420)) * Math.abs(flame.scaleX));
    },
  };
}

/** A strip of paper light with a wave as its upper edge. */
function paintBand(context: CanvasRenderingContext2D, width: number, height: number): void {
  const crest = (dy: number) => {
    context.beginPath();
    context.moveTo(0, 14 + dy);
    context.bezierCurveTo(width * 0.25, -6 + dy, width * 0.35, 26 + dy, width * 0.6, 10 + dy);
    context.bezierCurveTo(width * 0.75, 2 + dy, width * 0.9, 18 + dy, width, 8 + dy);
    context.lineTo(width, height);
    context.lineTo(0, height);
    context.fill();
  };
  context.fillStyle = '#FFFFFF';
  crest(0);
  context.fillStyle = 'rgba(90,50,40,.16)';
  crest(44);
}
