import type * as Phaser from 'phaser';
import type { WayPlace } from '../../drills/path/state';
import { bowRatio } from '../../drills/path/ways';
import { paintOnce } from '../kit/glow';
import type { Layout } from './layout';

/** The rim of a path: cream paper, a little of the ground shines through. */
export const rim = { colour: '#F3E3C3', alpha: 0.96 } as const;
const dotEveryMm = 9;

/** The sheet of paper on which a path lies: as wide as the path, with its middle in dots. All paths are one bow, turned and mirrored. */
export function layCorridor(scene: Phaser.Scene, layout: Layout, place: WayPlace, widthMm: number, strong: boolean): Phaser.GameObjects.Image {
  const { pxPerMm } = layout;
  const [first, last] = [place.points[0] ?? { x: 0, y: 0 }, place.points.at(-1) ?? { x: 0, y: 0 }];
  const [dx, dy] = [last.x - first.x, last.y - first.y];
  const chord = Math.hypot(dx, dy) * pxPerMm;
  const wide = widthMm * pxPerMm;
  const pad = wide / 2 + 8;
  const [w, h] = [chord + 2 * pad, (chord * bowRatio) / 2 + 2 * pad];
  const baseY = h - pad;
  const key = paintOnce(scene, `corridor-${Math.round(chord)}-${Math.round(wide)}`, w, h, (context) => {
    const bow = () => {
      context.beginPath();
      context.moveTo(pad, baseY);
      context.quadraticCurveTo(w / 2, baseY - chord * bowRatio, w - pad, baseY);
    };
    const stroke = (colour: string, lineWidth: number) => {
      context.strokeStyle = colour;
      context.lineWidth = lineWidth;
      bow();
      context.stroke();
    };
    context.lineCap = 'round';
    stroke('rgba(8,16,34,.34)', wide + 8);
    stroke(strong ? '#FFFFFF' : `rgba(243,227,195,${rim.alpha})`, wide + (strong ? 6 : 3));
    context.globalCompositeOperation = 'destination-out';
    stroke('#000', wide - (strong ? 2 : 0.5));
    context.globalCompositeOperation = 'source-over';
    stroke(strong ? 'rgba(6,21,34,.8)' : 'rgba(16,26,58,.3)', wide - 0.5);
    context.setLineDash([0.1, dotEveryMm * pxPerMm]);
    stroke('rgba(243,227,195,.75)', Math.max(3, 1.1 * pxPerMm));
    context.setLineDash([]);
  });
  const rightwards = dx >= 0;
  return scene.add
    .image(((first.x + last.x) / 2) * pxPerMm, ((first.y + last.y) / 2) * pxPerMm, key)
    .setOrigin(0.5, (rightwards ? baseY : h - baseY) / h)
    .setFlipY(!rightwards)
    .setRotation(Math.atan2(dy, dx));
}
