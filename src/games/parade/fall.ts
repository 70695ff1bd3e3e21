import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { Ratio } from '../../core/units';
import { paintOnce } from '../kit/glow';
import type { Layout } from './layout';

/** Small papers that drift down through the air: petals, snow, garlands' scraps. */
export interface Fall {
  /** `share` is how much of it is to be seen. */
  update(calmMs: number, share: Ratio): void;
}

const scraps = ['#E4694E', '#F4B63F', '#5B9DBD', '#4E8F5B', '#9C84AC', '#F3E3C3'];

/** Papers of one colour, or of many where none is given; `fallU` is how fast they sink, in units a second. */
export function createFall(scene: Phaser.Scene, layout: Layout, name: string, colour: string, count: number, fallU: number, rng: Rng): Fall {
  const { width, height, unit } = layout;
  const size = 13 * unit;
  const keys = (colour ? [colour] : scraps).map((paint, i) =>
    paintOnce(scene, `${name}-${i}`, size, size, (pen, w) => {
      pen.fillStyle = paint;
      pen.beginPath();
      if (colour) pen.ellipse(w / 2, w / 2, w * 0.42, colour === '#FFFFFF' ? w * 0.42 : w * 0.26, 0.6, 0, 7);
      else pen.roundRect(w * 0.1, w * 0.28, w * 0.8, w * 0.44, w * 0.12);
      pen.fill();
    }),
  );
  const papers = Array.from({ length: count }, (_, i) => ({
    image: scene.add
      .image(0, 0, keys[i % keys.length] ?? '')
      .setDepth(colour ? 11 : 36)
      .setName('scenery')
      .setScale(0.6 + rng.next() * 0.7),
    x: rng.next() * width,
    y: rng.next() * height,
    shift: rng.next() * 6.28,
    speed: 0.7 + rng.next() * 0.6,
  }));
  const span = height * 0.9;
  return {
    update(calmMs, share) {
      for (const { image, x, y, shift, speed } of papers) {
        const fallen = (y + (calmMs / 1000) * fallU * speed * unit) % span;
        // They come and go softly at both ends of their way.
        const edge = Math.min(1, fallen / (60 * unit), (span - fallen) / (60 * unit));
        image.setPosition(x + Math.sin(calmMs / 1900 + shift) * 34 * unit, fallen).setAngle(Math.sin(calmMs / 1500 + shift) * 50);
        image.setAlpha(0.85 * edge * share).setVisible(share > 0.001);
      }
    },
  };
}
