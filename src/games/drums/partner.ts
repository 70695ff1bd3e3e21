import type * as Phaser from 'phaser';
import type { Look } from '../../session/types';
import { createCompanion, loadCompanion } from '../kit/companion';
import type { Layout } from './layout';

/** The companion with its own small drum: it shows the movement, and does it with the child. */
export interface Partner {
  drum(): void;
  cheer(): void;
  show(shown: boolean): void;
  update(calmMs: number, deltaMs: number): void;
}

/** The arm stays down for so long; it moves there and back in the companion's own calm time. */
const downMs = 200;
/** Without a hit for so long the arm sinks. */
const readyMs = 2600;

/** Queues the companion's drawings. */
export function loadPartner(scene: Phaser.Scene, look: Look, layout: Layout): void {
  loadCompanion(scene, look, layout.companion.height);
}

/** Puts the companion beside the drums. */
export function createPartner(scene: Phaser.Scene, look: Look, layout: Layout): Partner {
  const { companion: place, smallDrum, mirrored, unit } = layout;
  const companion = createCompanion(scene, look, place.x, place.footY, place.height, mirrored);
  companion.root.setDepth(55).setName('companion');
  const drum = scene.add.image(smallDrum.x, smallDrum.y, 'small-drum').setOrigin(0.5, 1).setDepth(56).setFlipX(mirrored);
  const [width, tall] = [drum.scaleX, drum.scaleY];
  let sinceMs = Number.POSITIVE_INFINITY;
  let pressed = 0;
  return {
    drum() {
      sinceMs = 0;
    },
    cheer: () => companion.cheer(),
    show(shown) {
      companion.root.setVisible(shown);
      drum.setVisible(shown);
    },
    update(calmMs, deltaMs) {
      sinceMs += deltaMs;
      const skinY = smallDrum.y - drum.displayHeight * 0.72;
      if (sinceMs < downMs) companion.pointAt(smallDrum.x, skinY + 26 * unit);
      else if (sinceMs < readyMs) companion.pointAt(smallDrum.x + (mirrored ? -30 : 30) * unit, skinY - 96 * unit);
      else companion.rest();
      const goal = sinceMs < downMs ? 1 : 0;
      pressed += (goal - pressed) * (1 - Math.exp(-deltaMs / 70));
      drum.setScale(width * (1 + 0.03 * pressed), tall * (1 - 0.05 * pressed));
      companion.update(calmMs, deltaMs);
    },
  };
}
