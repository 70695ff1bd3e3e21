import type * as Phaser from 'phaser';
import type { Look } from '../../session/types';
import { paintGlow, paintOnce } from '../kit/glow';
import { pill } from '../kit/paper';
import { paintBackdrop, paintChain } from './backdrop';
import type { Layout } from './layout';
import { type Mood, plainGround } from './moods';

/** The whole string of islands far out in the bay: what is done is lit and bridged, and stays so. */
export interface Chain {
  /** `done` islands are lit; the companion is on its way at `at`; `all`: the far island shines too. */
  show(done: number, at: number, all: boolean, seen: boolean, calmMs: number, deltaMs: number, atOnce: boolean): void;
}

const lightMs = 420;
/** At the end light runs along the whole string in this time. */
const waveMs = 1500;

/** Paints the bay and hangs the lights of the string. */
export function createChain(scene: Phaser.Scene, layout: Layout, look: Look, mood: Mood, rng: Parameters<typeof paintBackdrop>[3]): Chain {
  const { width, height, unit, chain, isletPx } = layout;
  const plain = look.simplePicture ? plainGround[look.highContrast ? 'highContrast' : 'normal'] : null;
  const key = paintOnce(scene, 'bay', width, height, (pen, w, h) => {
    if (plain) {
      pen.fillStyle = plain.sea;
      pen.fillRect(0, 0, w, h);
      return;
    }
    paintBackdrop(pen, layout, mood, rng);
    paintChain(pen, layout, mood);
  });
  scene.add
    .image(0, 0, key)
    .setOrigin(0)
    .setDepth(0)
    .setName(plain ? 'ground' : 'scenery');
  const lightKey = paintGlow(scene, 'islet-light', 128, '255,222,150', [
    [0, 1],
    [0.12, 0.95],
    [0.2, 0.5],
    [0.55, 0.16],
    [1, 0],
  ]);
  const links = chain.slice(1).map((to, i) => {
    const from = chain[i] ?? to;
    const long = Math.max(8 * unit, Math.hypot(to.x - from.x, to.y - from.y) - isletPx * 0.86);
    const stones = Math.max(2, Math.round(long / (17 * unit)));
    const linkKey = paintOnce(scene, `islet-link-${i}`, long, 8 * unit, (pen, w, h) => {
      pen.fillStyle = '#F1DDB4';
      for (let k = 0; k < stones; k++) pill(pen, (w * (k + 0.5)) / stones, h / 2, Math.min(6 * unit, (w / stones) * 0.36), h * 0.36);
    });
    return scene.add
      .image((from.x + to.x) / 2, (from.y + to.y) / 2 + isletPx * 0.06, linkKey)
      .setRotation(Math.atan2(to.y - from.y, to.x - from.x))
      .setDepth(3)
      .setAlpha(0)
      .setName('islet-link');
  });
  const lights = chain.map(({ x, y }) =>
    scene.add
      .image(x, y - isletPx * 0.16, lightKey)
      .setDisplaySize(isletPx * 1.5, isletPx * 1.5)
      .setDepth(4)
      .setAlpha(0)
      .setName('islet-light'),
  );
  const home = chain.at(-1) ?? { x: 0, y: 0 };
  const homeImage = scene.add.image(home.x, home.y, 'home').setOrigin(0.5, 0.96).setDepth(2).setName('far-home');
  homeImage.setDisplaySize(isletPx * 0.62, isletPx * 0.59);
  const marker = scene.add.image(0, 0, 'marker').setDepth(5).setName('marker');
  let there = 1;
  let wave = 0;
  const near = (from: number, to: number, deltaMs: number) => {
    const step = deltaMs / lightMs;
    return Math.abs(to - from) <= step ? to : from + Math.sign(to - from) * step;
  };
  return {
    show(done, at, all, seen, calmMs, deltaMs, atOnce) {
      wave = all ? (atOnce ? 1 : Math.min(1, wave + deltaMs / waveMs)) : 0;
      there = atOnce ? (seen ? 1 : 0) : near(there, seen ? 1 : 0, deltaMs);
      for (const [i, light] of lights.entries()) {
        const wanted = i < done || wave >= (i + 1) / lights.length ? there : 0;
        light.setAlpha(atOnce ? wanted : near(light.alpha, wanted, deltaMs)).setVisible(light.alpha > 0.001);
      }
      for (const [i, link] of links.entries()) {
        const wanted = i < done ? there : 0;
        link.setAlpha(atOnce ? wanted : near(link.alpha, wanted, deltaMs)).setVisible(link.alpha > 0.001);
      }
      const [from, to] = [chain[Math.floor(at)], chain[Math.ceil(at)]];
      if (!from || !to) return;
      const share = at - Math.floor(at);
      const x = from.x + (to.x - from.x) * share;
      const y = from.y + (to.y - from.y) * share - 46 * unit - isletPx * 0.3;
      marker.setPosition(x, y + 3 * unit * Math.sin(calmMs / 900)).setAlpha(there);
      homeImage.setAlpha(there);
    },
  };
}
