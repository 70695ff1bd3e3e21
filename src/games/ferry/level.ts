import type * as Phaser from 'phaser';
import type { HoldState } from '../../drills/hold/state';
import type { Look } from '../../session/types';
import type { Point } from '../kit/field';
import { paintOnce } from '../kit/glow';
import type { Layout } from './layout';

/** Size of the glass and of its bubble, in units of the ferry's drawing. */
const glassUnits = 74;
const bubbleUnits = 13;
const showMs = 260;

/** The ferry's level: a bubble under a round glass, where the trunk is, and the drill's own zone around the middle. */
export interface LevelGlass {
  /** Draws bubble and zone; `asked`: a hold is on, and the zone is exactly where the drill has it; `warm`: the trunk is in it. */
  show(at: Point, lean: Point, zone: HoldState['zone'], asked: boolean, warm: boolean, deltaMs: number, breath: number): void;
}

/** How much of today's limit the glass shows: a small zone is seen through a finer level, as sailors do it. */
function toSpan(zone: HoldState['zone']): number {
  return Math.max(Math.min(1.1, Math.max(0.42, zone.radius * 2.1)), Math.hypot(zone.x, zone.y) + zone.radius * 1.05);
}

/** Makes the level. */
export function createLevelGlass(scene: Phaser.Scene, layout: Layout, look: Look): LevelGlass {
  const s = layout.ship;
  const radius = glassUnits * s;
  const face = scene.add.image(0, 0, paintFace(scene, radius));
  const lit = scene.add.image(0, 0, paintZone(scene, 'zone-lit', '#F8D27A', '#8A5A10', look.highContrast)).setName('zone-lit');
  const calm = scene.add.image(0, 0, paintZone(scene, 'zone', '#BBDCC9', '#2B6B4A', look.highContrast)).setName('zone');
  const bubble = scene.add.image(0, 0, paintBubble(scene, bubbleUnits * s)).setName('bubble');
  const rim = scene.add.image(0, 0, paintRim(scene, radius));
  const root = scene.add.container(0, 0, [face, calm, lit, bubble, rim]).setDepth(58).setName('level');
  let warmth = 0;
  const seen = { x: 0, y: 0 };
  return {
    show(at, lean, drills, asked, warm, deltaMs, breath) {
      // Between two holds it goes back to the middle without a jump.
      const share = asked ? 1 : 1 - Math.exp(-deltaMs / showMs);
      seen.x += (drills.x - seen.x) * share;
      seen.y += (drills.y - seen.y) * share;
      const zone = { ...seen, radius: drills.radius };
      root.setPosition(at.x, at.y);
      const step = deltaMs / showMs;
      warmth = warm ? Math.min(1, warmth + step) : Math.max(0, warmth - step);
      const scale = (radius * 0.95) / toSpan(zone);
      const size = 2 * zone.radius * scale * breath;
      for (const ring of [calm, lit]) ring.setPosition(zone.x * scale, -zone.y * scale).setDisplaySize(size, size);
      lit.setAlpha(warmth);
      const far = Math.hypot(lean.x, lean.y) * scale;
      const most = radius * 0.86;
      const kept = far > most ? most / far : 1;
      bubble.setPosition(lean.x * scale * kept, -lean.y * scale * kept);
    },
  };
}

function paintFace(scene: Phaser.Scene, radius: number): string {
  return paintOnce(scene, 'level-face', radius * 2, radius * 2, (context, w) => {
    const light = context.createRadialGradient(w * 0.36, w * 0.3, 0, w / 2, w / 2, w / 2);
    light.addColorStop(0, '#FFFFFF');
    light.addColorStop(1, '#DCE9E6');
    context.fillStyle = light;
    context.beginPath();
    context.arc(w / 2, w / 2, w / 2 - 1, 0, 7);
    context.fill();
  });
}

/** Drawn large, shown at the size of the zone: its outer edge is the zone's edge. */
function paintZone(scene: Phaser.Scene, key: string, fill: string, edge: string, strong: boolean): string {
  return paintOnce(scene, key, 256, 256, (context, w) => {
    const line = strong ? 18 : 12;
    context.fillStyle = fill;
    context.strokeStyle = edge;
    context.lineWidth = line;
    context.beginPath();
    context.arc(w / 2, w / 2, w / 2 - line / 2, 0, 7);
    context.fill();
    context.stroke();
  });
}

function paintBubble(scene: Phaser.Scene, radius: number): string {
  return paintOnce(scene, 'bubble', radius * 2 + 4, radius * 2 + 4, (context, w) => {
    const r = w / 2 - 2;
    context.fillStyle = '#2B6C8F';
    context.strokeStyle = '#12324A';
    context.lineWidth = Math.max(2, r * 0.2);
    context.beginPath();
    context.arc(w / 2, w / 2, r - context.lineWidth / 2, 0, 7);
    context.fill();
    context.stroke();
    context.fillStyle = '#EAF4F4';
    context.beginPath();
    context.ellipse(w / 2 - r * 0.28, w / 2 - r * 0.32, r * 0.26, r * 0.18, -0.7, 0, 7);
    context.fill();
  });
}

function paintRim(scene: Phaser.Scene, radius: number): string {
  return paintOnce(scene, 'level-rim', radius * 2.3, radius * 2.3, (context, w) => {
    const middle = w / 2;
    const ring = (r: number, line: number, colour: string) => {
      context.strokeStyle = colour;
      context.lineWidth = line;
      context.beginPath();
      context.arc(middle, middle, r, 0, 7);
      context.stroke();
    };
    ring(radius * 1.03, radius * 0.17, '#12324A');
    ring(radius * 1.03, radius * 0.11, '#D9A94A');
    context.globalAlpha = 0.7;
    context.strokeStyle = '#F8E0A0';
    context.lineWidth = radius * 0.05;
    context.beginPath();
    context.arc(middle, middle, radius * 1.05, Math.PI * 1.05, Math.PI * 1.6);
    context.stroke();
    context.globalAlpha = 1;
    context.fillStyle = '#8A5A10';
    for (let i = 0; i < 4; i++) {
      const a = Math.PI / 4 + (i * Math.PI) / 2;
      context.beginPath();
      context.arc(middle + Math.cos(a) * radius * 1.03, middle + Math.sin(a) * radius * 1.03, radius * 0.03, 0, 7);
      context.fill();
    }
  });
}
