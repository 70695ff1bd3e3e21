import type * as Phaser from 'phaser';
import type { Look } from '../../session/types';
import { type CompanionView, createCompanion, loadCompanion } from '../kit/companion';
import type { Point } from '../kit/field';
import type { Layout } from './layout';
import { cargos, toppers } from './pictures';

/** How far the deck tilts at today's limit, and how much more each storey of the tower leans. */
const tiltRad = 0.1;
const storeyRad = [0.025, 0.06, 0.085] as const;
/** Beyond this lean the ferry tilts no more: nothing may look as if it fell. */
const mostLean = 1.25;
/** Units of the ferry's drawing, from its middle at the waterline. */
const deckY = -108;
const towerX = 44;
const captainHeight = 205;
const loadMs = 800;
const restMs = 260;
/** How high each cargo is for what stands on top of it. */
const heights: Readonly<Record<(typeof cargos)[number], number>> = {
  sheep: 102,
  cake: 112,
  clock: 138,
  teacups: 120,
  aquarium: 124,
  bees: 128,
  cello: 140,
  cactus: 138,
  books: 120,
  tuba: 132,
};
const crateHeight = 66;

/** The ferry with its captain and its cargo. */
export interface Ship {
  readonly root: Phaser.GameObjects.Container;
  readonly captain: CompanionView;
  /** The lean to draw: the body's own at once; where nobody is seen (null) the ferry comes to rest softly. */
  settle(lean: Point | null, deltaMs: number): Point;
  /** Puts the ferry to this middle and tilts it as the child leans; `lean` in shares of today's limit. */
  pose(x: number, lean: Point, bobPx: number): void;
  /** Loads the cargo of this crossing, softly or at once; null: an empty crate. */
  load(index: number | null, atOnce: boolean): void;
  /** Takes the cargo off and tells what it was and where it stood. */
  unload(): readonly { readonly key: string; readonly at: Point; readonly width: number; readonly height: number }[];
  /** Whether cargo is on board. */
  loaded(): boolean;
  /** Top of the tower, on the ferry's own axes. */
  top(): { readonly x: number; readonly y: number; readonly angle: number };
  showCaptain(there: boolean): void;
}

/** Queues the captain's drawings. */
export function loadCaptain(scene: Phaser.Scene, layout: Layout, look: Look): void {
  loadCompanion(scene, look, captainHeight * layout.ship);
}

/** Builds the ferry. */
export function createShip(scene: Phaser.Scene, layout: Layout, look: Look, light: number): Ship {
  const { ship: s, side, waterY, unit } = layout;
  const place = (key: string, x: number, y: number, originX: number, originY: number) =>
    scene.add.image(x * s, y * s, key).setOrigin(originX, originY);
  const rail = place('ferry-rail', 0, deckY + 4, 0.5, 106 / 120).setTint(light);
  const mast = place('mast', side * 236, deckY + 4, 0.5, 246 / 250)
    .setFlipX(side < 0)
    .setTint(light);
  const captain = createCompanion(scene, look, -side * 196 * s, (deckY + 3) * s, captainHeight * s, side < 0);
  const crate = place('crate', side * towerX, deckY, 0.5, 0.97);
  const goods = [place('cargo-sheep', 0, 0, 0.5, 162 / 166), place('top-hen', 0, 0, 0.5, 82 / 84)];
  const hull = place('ferry', 0, 0, 0.5, 206 / 250)
    .setTint(light)
    .setName('ferry');
  const root = scene.add.container(0, waterY, [mast, rail, captain.root, crate, ...goods, hull]).setDepth(50);
  const shown = { alpha: 0, lift: 0 };
  let cargo: (typeof cargos)[number] = 'sheep';
  const settled = { x: 0, y: 0 };
  let aboard = false;
  let topAt = { x: 0, y: 0, angle: 0 };

  return {
    root,
    captain,
    settle(lean, deltaMs) {
      const kept = Math.exp(-deltaMs / restMs);
      settled.x = lean ? lean.x : settled.x * kept;
      settled.y = lean ? lean.y : settled.y * kept;
      return settled;
    },
    pose(x, lean, bobPx) {
      const across = Math.min(mostLean, Math.max(-mostLean, lean.x));
      const along = Math.min(mostLean, Math.max(-mostLean, lean.y));
      root.setPosition(x, waterY + bobPx + along * 4 * unit);
      root.setRotation(across * tiltRad).setScale(1 + along * 0.018);
      let at = { x: side * towerX * s, y: deckY * s };
      let angle = 0;
      for (const [i, piece] of [crate, ...goods].entries()) {
        angle += across * (storeyRad[i] ?? 0);
        const lift = i === 0 ? 0 : shown.lift;
        piece.setPosition(at.x, at.y - lift).setRotation(angle);
        if (i > 0) piece.setAlpha(shown.alpha).setVisible(shown.alpha > 0);
        const height = (i === 0 ? crateHeight : i === 1 ? heights[cargo] : 70) * s;
        at = { x: at.x + Math.sin(angle) * height, y: at.y - Math.cos(angle) * height };
      }
      topAt = { ...at, angle };
    },
    load(index, atOnce) {
      scene.tweens.killTweensOf(shown);
      aboard = index !== null;
      shown.alpha = 0;
      if (index === null) return;
      cargo = cargos[index % cargos.length] ?? 'sheep';
      goods[0]?.setTexture(`cargo-${cargo}`).setName('cargo');
      goods[1]?.setTexture(`top-${toppers[index % toppers.length]}`);
      if (atOnce) {
        Object.assign(shown, { alpha: 1, lift: 0 });
        return;
      }
      shown.lift = look.reducedMotion ? 0 : 70 * unit;
      scene.tweens.add({ targets: shown, alpha: 1, duration: loadMs * 0.6, ease: 'Sine.easeInOut' });
      scene.tweens.add({ targets: shown, lift: 0, duration: loadMs, ease: 'Sine.easeInOut' });
    },
    unload() {
      aboard = false;
      scene.tweens.killTweensOf(shown);
      Object.assign(shown, { alpha: 0, lift: 0 });
      return goods.map((piece) => {
        const matrix = piece.getWorldTransformMatrix();
        return {
          key: piece.texture.key,
          at: { x: matrix.tx, y: matrix.ty - piece.displayHeight / 2 },
          width: piece.displayWidth,
          height: piece.displayHeight,
        };
      });
    },
    loaded: () => aboard,
    top: () => topAt,
    showCaptain(there) {
      captain.root.setVisible(there);
    },
  };
}
