import type * as Phaser from 'phaser';
import { paintOnce } from '../kit/glow';

/** `area`: a target's whole area with its rim; `none`: no area is drawn. */
export type AreaStyle = 'area' | 'none';

/** Rim in a deeper hue than the light inside; at least 3:1 on every ground of moods.ts (art.md). */
export const rimColour = '#FFCB5E';

/** Draws a target's area, exactly `diameterPx` across the outer edge of its rim; returns the texture's key. */
export function paintArea(scene: Phaser.Scene, diameterPx: number, style: AreaStyle, strong: boolean): string {
  const halo = Math.max(10, diameterPx * 0.09);
  const size = Math.ceil(diameterPx + 2 * halo);
  return paintOnce(scene, `area-${style}-${Math.round(diameterPx * 10)}`, size, size, (context, w) => {
    const [middle, radius] = [w / 2, diameterPx / 2];
    const line = strong ? 6 : Math.min(4, Math.max(2.5, diameterPx * 0.016));
    const round = (r: number) => {
      context.beginPath();
      context.arc(middle, middle, r, 0, 2 * Math.PI);
    };
    // A dark breath around the rim keeps its contrast where something pale lies behind.
    const dark = context.createRadialGradient(middle, middle, radius * 0.9, middle, middle, radius + halo);
    dark.addColorStop(0, 'rgba(8,24,40,.5)');
    dark.addColorStop(1, 'rgba(8,24,40,0)');
    context.fillStyle = dark;
    context.fillRect(0, 0, w, w);
    round(radius - line);
    context.globalCompositeOperation = 'destination-out';
    context.fill();
    context.globalCompositeOperation = 'source-over';
    // Faint, because the whole area comes and goes with each trial: less than a tenth of the largest luminance is no flash (clinical.md C8).
    const light = context.createRadialGradient(middle, middle, 0, middle, middle, radius);
    light.addColorStop(0, strong ? 'rgba(6,21,34,.3)' : 'rgba(255,226,150,.18)');
    light.addColorStop(0.55, strong ? 'rgba(6,21,34,.4)' : 'rgba(255,212,120,.11)');
    light.addColorStop(1, strong ? 'rgba(6,21,34,.5)' : 'rgba(255,203,94,.09)');
    context.fillStyle = light;
    round(radius - line / 2);
    context.fill();
    context.strokeStyle = strong ? '#FFF3CF' : rimColour;
    context.lineWidth = line;
    round(radius - line / 2);
    context.stroke();
  });
}
