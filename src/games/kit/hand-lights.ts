import type * as Phaser from 'phaser';
import type { Point } from './field';
import { paintOnce } from './glow';

/** A light under each hand, exactly where the hand is now. */
export interface HandLights {
  /** Draws one light at each place; `companion`: they are the companion's, not the child's. */
  show(places: readonly Point[], companion: boolean): void;
}

// The light itself stays faint: a strong one that sweeps over the picture with a quick hand would be a flash (clinical.md C8).
/** Ring of the light: wider than a fingertip, so that it is seen around it. */
const ringMm = 24;
const lightMm = 46;

/** Makes the lights; strong ones for high contrast. */
export function createHandLights(scene: Phaser.Scene, pxPerMm: number, strong: boolean): HandLights {
  const size = lightMm * pxPerMm;
  const ring = (ringMm / 2) * pxPerMm;
  const line = Math.max(2.5, 0.7 * pxPerMm) * (strong ? 1.5 : 1);
  const own = paintOnce(scene, 'hand-light', size, size, (context, w) => {
    paintHalo(context, w, '214,240,244', ring);
    strokeRing(context, w, ring, 'rgba(6,21,34,.55)', line + 3, []);
    strokeRing(context, w, ring, '#EAF4F4', line, []);
  });
  // Dashes and a warm colour: the companion's hand is another one, by shape too.
  const companions = paintOnce(scene, 'companion-light', size, size, (context, w) => {
    paintHalo(context, w, '255,214,140', ring);
    const dash = (2 * Math.PI * ring) / 16;
    strokeRing(context, w, ring, '#F3E3C3', line, [dash * 0.55, dash * 0.45]);
  });
  const lights: Phaser.GameObjects.Image[] = [];
  return {
    show(places, companion) {
      for (const [i, at] of places.entries()) {
        const light = lights[i] ?? scene.add.image(0, 0, own).setDepth(80).setName('hand-light');
        lights[i] = light;
        light
          .setTexture(companion ? companions : own)
          .setPosition(at.x, at.y)
          .setVisible(true);
      }
      for (const light of lights.slice(places.length)) light.setVisible(false);
    },
  };
}

function paintHalo(context: CanvasRenderingContext2D, size: number, rgb: string, ring: number): void {
  const gradient = context.createRadialGradient(size / 2, size / 2, ring * 0.2, size / 2, size / 2, size / 2);
  gradient.addColorStop(0, `rgba(${rgb},.2)`);
  gradient.addColorStop(0.5, `rgba(${rgb},.15)`);
  gradient.addColorStop(1, `rgba(${rgb},0)`);
  context.fillStyle = gradient;
  context.fillRect(0, 0, size, size);
}

function strokeRing(context: CanvasRenderingContext2D, size: number, radius: number, colour: string, width: number, dash: number[]): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = 'round';
  context.setLineDash(dash);
  context.beginPath();
  context.arc(size / 2, size / 2, radius, 0, 2 * Math.PI);
  context.stroke();
}
