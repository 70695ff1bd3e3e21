import type * as Phaser from 'phaser';
import { paintGlow, paintOnce } from '../kit/glow';
import { type House, type Pane, paintHouse, toHouse } from './houses';
import { type Layout, toStart } from './layout';
import { type Mood, plain } from './moods';
import { cargos, owners } from './pictures';

const lightMs = 900;

/** The two houses at the river: each crossing lights a window, with what was brought and who waited for it. */
export interface Market {
  /** Builds houses for a set of this many crossings, the first `lit` of them done. */
  build(count: number, lit: number, atOnce: boolean): void;
  light(index: number): void;
  window(index: number): Pane | null;
  /** The end of a set: everybody looks out, and the windows glow wide. */
  feast(atOnce: boolean): void;
  update(calmMs: number): void;
}

interface Window {
  readonly pane: Pane;
  readonly lit: Phaser.GameObjects.Image;
  readonly glow: Phaser.GameObjects.Image;
  readonly goods: Phaser.GameObjects.Image;
  readonly owner: Phaser.GameObjects.Image;
  done: boolean;
}

/** Makes the banks; without a mood they are plain quays, and windows are seen only when they are lit. */
export function createMarket(scene: Phaser.Scene, layout: Layout, mood: Mood | null, dark: boolean): Market {
  const { unit, height, quayY, bankX, bankPx } = layout;
  const glowKey = paintGlow(scene, 'window-glow', 128, '255,205,110', [
    [0, 0.6],
    [0.4, 0.3],
    [1, 0],
  ]);
  if (!mood) {
    const { quay } = dark ? plain.highContrast : plain.normal;
    for (const x of bankX)
      scene.add
        .rectangle(x, quayY, bankPx, height - quayY, quay)
        .setOrigin(0)
        .setDepth(20);
  }
  let homes: Phaser.GameObjects.Image[] = [];
  let walls: Phaser.GameObjects.Rectangle[] = [];
  let windows: Window[] = [];
  const wide = { value: 0 };

  const showHouse = (house: House) => {
    if (!mood) {
      const top = Math.min(...house.panes.map((pane) => pane.y - pane.h / 2)) - 16 * unit;
      const { wall } = dark ? plain.highContrast : plain.normal;
      if (house.panes.length > 0)
        walls.push(
          scene.add
            .rectangle(bankX[house.bank], top, bankPx, quayY - top, wall)
            .setOrigin(0)
            .setDepth(19)
            .setName('wall'),
        );
      return;
    }
    const image = scene.add.image(bankX[house.bank] - 14 * unit, 0, paintHouse(scene, layout, mood, house));
    homes.push(image.setOrigin(0).setDepth(20).setName('scenery'));
    if (dark)
      homes.push(scene.add.image(image.x, 0, image.texture.key).setOrigin(0).setDepth(20).setTint(0x061522).setAlpha(0.55).setName('scenery'));
  };
  const makeWindow = (pane: Pane, index: number): Window => {
    const key = paintOnce(scene, `window-lit-${Math.round(pane.w)}`, pane.w, pane.h, paintLit);
    const hidden = (image: Phaser.GameObjects.Image, depth: number) => image.setDepth(depth).setAlpha(0).setVisible(false);
    const size = Math.min(pane.w, pane.h);
    const goods = hidden(scene.add.image(pane.x - pane.w * 0.08, pane.y + pane.h * 0.42, `cargo-${cargos[index % cargos.length]}`), 23);
    const owner = hidden(scene.add.image(pane.x + pane.w * 0.27, pane.y + pane.h * 0.46, `owner-${owners[(index + 1) % owners.length]}`), 24);
    return {
      pane,
      glow: hidden(scene.add.image(pane.x, pane.y, glowKey), 21).setDisplaySize(size * 2.4, size * 2.4),
      lit: hidden(scene.add.image(pane.x, pane.y, key), 22),
      goods: goods.setOrigin(0.5, 1).setDisplaySize(size * 0.74, size * 0.78),
      owner: owner.setOrigin(0.5, 1).setDisplaySize(size * 0.46, size * 0.46),
      done: false,
    };
  };
  const partsOf = ({ lit, glow, goods, owner }: Window) => [lit, glow, goods, owner];
  const show = (window: Window, alpha: number) => {
    for (const part of partsOf(window)) part.setVisible(alpha > 0).setAlpha(alpha);
  };
  const open = (window: Window, atOnce: boolean) => {
    if (window.done) return;
    window.done = true;
    window.lit.setName('window-lit');
    if (atOnce) return show(window, 1);
    const shown = { alpha: 0 };
    scene.tweens.add({ targets: shown, alpha: 1, duration: lightMs, ease: 'Sine.easeInOut', onUpdate: () => show(window, shown.alpha) });
  };

  return {
    build(count, lit, atOnce) {
      for (const home of homes) home.destroy();
      for (const wall of walls) wall.destroy();
      homes = [];
      walls = [];
      scene.tweens.killTweensOf(wide);
      wide.value = 0;
      for (const part of windows.flatMap(partsOf)) part.destroy();
      const houses = [toHouse(layout, 0, Math.floor(count / 2)), toHouse(layout, 1, Math.ceil(count / 2))] as const;
      for (const house of houses) showHouse(house);
      windows = Array.from({ length: count }, (_, i) => {
        const pane = houses[toStart(i + 1)].panes[Math.floor(i / 2)];
        if (!pane) throw new Error(`no window for the crossing ${i}`);
        return makeWindow(pane, i);
      });
      for (const window of windows.slice(0, lit)) open(window, atOnce);
    },
    light(index) {
      const window = windows[index];
      if (window) open(window, false);
    },
    window: (index) => windows[index]?.pane ?? null,
    feast(atOnce) {
      for (const window of windows) open(window, atOnce);
      if (atOnce) wide.value = 1;
      else scene.tweens.add({ targets: wide, value: 1, duration: 2400, ease: 'Sine.easeInOut' });
    },
    update(calmMs) {
      for (const [i, { done, glow, owner, pane }] of windows.entries()) {
        if (!done) continue;
        const size = Math.min(pane.w, pane.h) * (2 + 0.9 * wide.value) * (1 + 0.03 * Math.sin(calmMs / 800 + i));
        glow.setDisplaySize(size, size);
        owner.setY(pane.y + pane.h * 0.46 - wide.value * Math.abs(Math.sin(calmMs / 620 + i * 1.3)) * 4 * unit);
        owner.setAngle(Math.sin(calmMs / 1500 + i * 1.7) * (2 + 3 * wide.value));
      }
    },
  };
}

/** A window with a warm room behind it. */
function paintLit(context: CanvasRenderingContext2D, w: number, h: number): void {
  const round = [w * 0.3, w * 0.3, 4, 4];
  context.fillStyle = '#8A5C3C';
  context.beginPath();
  context.roundRect(0, 0, w, h, round);
  context.fill();
  const light = context.createLinearGradient(0, 0, 0, h);
  light.addColorStop(0, '#FFF0C2');
  light.addColorStop(1, '#F6C66A');
  context.fillStyle = light;
  const rim = Math.max(2, w * 0.05);
  context.beginPath();
  context.roundRect(rim, rim, w - 2 * rim, h - 2 * rim, round);
  context.fill();
}
