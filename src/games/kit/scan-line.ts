import type * as Phaser from 'phaser';
import type { Field, Point } from './field';
import { paintOnce } from './glow';

/** The light line of a scan: it shows where a switch would choose. */
export interface ScanLine {
  /** Draws the line from edge to edge through `at`; null: nothing scans. */
  show(line: 'upright' | 'level' | null, at: Point | null): void;
}

// It sweeps over the whole picture, as fast as once a second: a wider or stronger light would be a flash (clinical.md C8).
const bandMm = 16;
const looks = {
  usual: { lineMm: 0.8, rimMm: 0.5, light: 'rgba(234,244,244,.72)', rim: 'rgba(6,21,34,.3)', glow: 0.08 },
  strong: { lineMm: 1.6, rimMm: 1, light: '#FFFFFF', rim: '#061522', glow: 0 },
} as const;

/** Makes the line; a broad one with dark rims for high contrast. It moves with the scan alone, so reduced motion needs no other. */
export function createScanLine(scene: Phaser.Scene, field: Field, strong: boolean): ScanLine {
  const { width, height, pxPerMm } = field;
  const look = strong ? looks.strong : looks.usual;
  const line = Math.max(2, look.lineMm * pxPerMm);
  const rim = Math.max(1, look.rimMm * pxPerMm);
  const key = paintOnce(scene, 'scan-line', 4, bandMm * pxPerMm, (context, w, h) => {
    const band = context.createLinearGradient(0, 0, 0, h);
    band.addColorStop(0, 'rgba(214,240,244,0)');
    band.addColorStop(0.5, `rgba(214,240,244,${look.glow})`);
    band.addColorStop(1, 'rgba(214,240,244,0)');
    context.fillStyle = band;
    context.fillRect(0, 0, w, h);
    // Dark on both sides, so that it is seen on the bright sky too.
    context.fillStyle = look.rim;
    context.fillRect(0, h / 2 - line / 2 - rim, w, rim);
    context.fillRect(0, h / 2 + line / 2, w, rim);
    context.fillStyle = look.light;
    context.fillRect(0, h / 2 - line / 2, w, line);
  });
  const image = scene.add.image(0, 0, key).setDepth(79).setName('scan-line').setVisible(false);
  return {
    show(line, at) {
      image.setVisible(line !== null && at !== null);
      if (!line || !at) return;
      const upright = line === 'upright';
      image
        .setDisplaySize(upright ? height : width, bandMm * pxPerMm)
        .setRotation(upright ? Math.PI / 2 : 0)
        .setPosition(upright ? at.x : width / 2, upright ? height / 2 : at.y);
    },
  };
}
