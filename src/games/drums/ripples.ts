import type * as Phaser from 'phaser';
import { paintOnce } from '../kit/glow';

/** Rings of sound that run out from a drum over the sand. */
export interface Ripples {
  start(x: number, y: number, scale: number): void;
  update(deltaMs: number): void;
}

const lastsMs = 900;
const most = 8;

/** Makes them; `still`: they come and go where they are. */
export function createRipples(scene: Phaser.Scene, px: number, still: boolean): Ripples {
  const key = paintOnce(scene, 'drum-ripple', px * 1.1, px * 0.5, (pen, w, h) => {
    for (const [line, alpha] of [
      [14, 0.22],
      [5, 0.7],
    ] as const) {
      pen.strokeStyle = `rgba(255,240,206,${alpha})`;
      pen.lineWidth = (line * px) / 350;
      pen.beginPath();
      pen.ellipse(w / 2, h / 2, w * 0.46, h * 0.44, 0, 0, 7);
      pen.stroke();
    }
  });
  const rings = Array.from({ length: most }, () => ({
    image: scene.add.image(0, 0, key).setDepth(50).setVisible(false).setName('ripple'),
    scale: 1,
    sinceMs: lastsMs,
  }));
  let next = 0;
  return {
    start(x, y, scale) {
      const ring = rings[next++ % most];
      if (!ring) return;
      ring.image.setPosition(x, y);
      Object.assign(ring, { scale, sinceMs: 0 });
    },
    update(deltaMs) {
      for (const ring of rings) {
        ring.sinceMs = Math.min(lastsMs, ring.sinceMs + deltaMs);
        const share = ring.sinceMs / lastsMs;
        ring.image.setVisible(share < 1);
        if (share >= 1) continue;
        const out = still ? 0.16 : 1 - (1 - share) ** 2;
        ring.image.setScale(ring.scale * (1 + 0.75 * out)).setAlpha(0.48 * Math.sin(Math.PI * share ** 0.6));
      }
    },
  };
}
