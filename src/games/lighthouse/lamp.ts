import type * as Phaser from 'phaser';
import type { Look } from '../../session/types';
import type { Point } from '../kit/field';
import { paintOnce } from '../kit/glow';
import type { Layout } from './layout';

/** The pool of lamplight on the water, and the beam from the lamp to it. */
export interface Lamp {
  /** Puts the light exactly at `at`; `companion`: it is the companion's, not the child's; null: no light. */
  show(at: Point | null, companion: boolean): void;
  /** The pier asks for the light to come back to it, or not. */
  ask(home: boolean): void;
  update(deltaMs: number): void;
}

/** Half of the light's rim and of its glow, as shares of the child's limit sideways: small enough never to be a flash (clinical.md C8). */
const rimRatio = 0.085;
const glowRatio = 0.2;
const fadeMs = 240;
const beamAlpha = 0.42;

/** Makes the light, dark. */
export function createLamp(scene: Phaser.Scene, layout: Layout, look: Look): Lamp {
  const { limit, tower, pier, centre, width, height } = layout;
  const own = paintPool(scene, layout, 'pool', '255,236,190', look.highContrast ? '#FFFFFF' : '#FFF6DC', []);
  const companions = paintPool(scene, layout, 'pool-companion', '255,206,130', '#F3E3C3', [0.55, 0.45]);
  const pool = scene.add.image(centre.x, centre.y, own).setDepth(80).setName('light').setAlpha(0);
  const beamKey = paintOnce(scene, 'lamp-beam', 256, 64, (context, w, h) => {
    const along = context.createLinearGradient(0, 0, w, 0);
    along.addColorStop(0, 'rgba(255,232,176,.95)');
    along.addColorStop(0.5, 'rgba(255,232,176,.55)');
    along.addColorStop(1, 'rgba(255,232,176,.3)');
    for (const share of [1, 0.72, 0.44]) {
      context.globalAlpha = 0.34;
      context.fillStyle = along;
      context.beginPath();
      context.moveTo(0, h * (0.5 - 0.07 * share));
      context.lineTo(w, h * (0.5 - 0.5 * share));
      context.lineTo(w, h * (0.5 + 0.5 * share));
      context.lineTo(0, h * (0.5 + 0.07 * share));
      context.fill();
    }
  });
  const beam = look.simplePicture ? null : scene.add.image(tower.x, tower.lampY, beamKey).setOrigin(0, 0.5).setDepth(53).setAlpha(0).setName('beam');
  const askKey = paintOnce(scene, 'pier-ask', 2 * (pier.x + 8 * layout.unit), 2 * (pier.y + 8 * layout.unit), (context, w, h) => {
    for (const [line, colour] of [
      [7, 'rgba(6,21,34,.5)'],
      [4, '#FFE0A0'],
    ] as const) {
      context.lineWidth = line * layout.unit;
      context.strokeStyle = colour;
      context.beginPath();
      context.ellipse(w / 2, h / 2, pier.x, pier.y, 0, 0, 7);
      context.stroke();
    }
  });
  const home = scene.add.image(centre.x, centre.y, askKey).setDepth(55).setAlpha(0).setName('pier-ask');
  let seen = 0;
  let asks = 0;

  return {
    show(at, companion) {
      seen = at ? 1 : 0;
      if (!at) return;
      const x = Math.min(width, Math.max(0, at.x));
      const y = Math.min(height, Math.max(0, at.y));
      pool.setTexture(companion ? companions : own).setPosition(x, y);
      if (!beam) return;
      beam.setRotation(Math.atan2(y - tower.lampY, x - tower.x));
      beam.setDisplaySize(Math.max(1, Math.hypot(x - tower.x, y - tower.lampY)), 2 * rimRatio * limit.x * 0.86);
    },
    ask(wanted) {
      asks = wanted ? 1 : 0;
    },
    update(deltaMs) {
      const near = 1 - Math.exp(-deltaMs / fadeMs);
      pool.setAlpha(pool.alpha + (seen - pool.alpha) * near).setVisible(pool.alpha > 0.004);
      beam?.setAlpha(beam.alpha + (seen * beamAlpha - beam.alpha) * near).setVisible(beam.alpha > 0.004);
      home.setAlpha(home.alpha + (asks - home.alpha) * near * 0.7).setVisible(home.alpha > 0.004);
    },
  };
}

function paintPool(scene: Phaser.Scene, layout: Layout, key: string, rgb: string, rim: string, dash: readonly number[]): string {
  const glow = glowRatio * layout.limit.x;
  const radius = rimRatio * layout.limit.x;
  const flat = layout.limit.y / layout.limit.x;
  return paintOnce(scene, key, 2 * glow, 2 * glow, (context, w, h) => {
    context.translate(w / 2, h / 2);
    context.scale(1, flat);
    const light = context.createRadialGradient(0, 0, 0, 0, 0, glow);
    light.addColorStop(0, `rgba(${rgb},.4)`);
    light.addColorStop(0.42, `rgba(${rgb},.26)`);
    light.addColorStop(1, `rgba(${rgb},0)`);
    context.fillStyle = light;
    context.fillRect(-glow, -glow, 2 * glow, 2 * glow);
    const around = (2 * Math.PI * radius) / 12;
    context.lineCap = 'round';
    for (const [line, colour] of [
      [8, 'rgba(6,21,34,.5)'],
      [4.4, rim],
    ] as const) {
      context.lineWidth = line * layout.unit;
      context.strokeStyle = colour;
      context.setLineDash(dash.map((share) => share * around));
      context.beginPath();
      context.arc(0, 0, radius, 0, 7);
      context.stroke();
    }
  });
}
