import type * as Phaser from 'phaser';
import { paintOnce } from '../kit/glow';
import { queuePictures } from '../kit/pictures';
import type { Layout } from './layout';

const urls = import.meta.glob<string>('../../../assets/drums/*.svg', { query: '?url', import: 'default', eager: true });

/** The friends in the order in which they wake, with the size of their drawings in units. */
export const friends = [
  { key: 'octopus', widthU: 142, heightU: 142 },
  { key: 'clam', widthU: 132, heightU: 132 },
  { key: 'starfish', widthU: 142, heightU: 142 },
  { key: 'seahorse', widthU: 142, heightU: 142 },
  { key: 'jellyfish', widthU: 138, heightU: 138 },
  { key: 'pufferfish', widthU: 138, heightU: 138 },
  { key: 'eel', widthU: 142, heightU: 142 },
  { key: 'whale', widthU: 218, heightU: 132 },
] as const;

/** The drum's drawing: where the middle of its skin is, and how wide the skin is. */
export const drumPicture = { width: 320, height: 260, skinX: 160, skinY: 72, skinWidth: 292, skinHeight: 116 } as const;

/** Queues the drawings of the drums and, in the full picture, of the friends. */
export function loadPictures(scene: Phaser.Scene, layout: Layout): void {
  const { unit, drums } = layout;
  const scale = drums.alonePx / drumPicture.width;
  queuePictures(scene, urls, 'drums', [
    { key: 'drum', file: 'drum', width: drumPicture.width * scale, height: drumPicture.height * scale },
    ...(['any', 'left', 'right'] as const).map((side) => ({
      key: `skin-${side}`,
      file: `skin-${side}`,
      width: drumPicture.skinWidth * scale,
      height: drumPicture.skinHeight * scale,
    })),
    ...friends.map(({ key, widthU, heightU }, i) => {
      const grow = layout.seats[i]?.scale ?? 1;
      return { key, file: key, width: widthU * grow * unit, height: heightU * grow * unit };
    }),
    { key: 'small-drum', file: 'small-drum', width: 92 * unit, height: 89 * unit },
    { key: 'pearl', file: 'pearl', width: 24 * unit, height: 24 * unit },
    { key: 'shell-on', file: 'shell-on', width: 46 * unit, height: 46 * unit },
    { key: 'shell-off', file: 'shell-off', width: 46 * unit, height: 46 * unit },
  ]);
}

/** A friend as it sleeps: a dim shape in which it can just be known. Returns its key. */
export function paintAsleep(scene: Phaser.Scene, key: string, colour: string): string {
  const picture = scene.textures.get(key).getSourceImage() as HTMLImageElement;
  return paintOnce(scene, `${key}-asleep`, picture.width, picture.height, (pen, width, height) => {
    pen.drawImage(picture, 0, 0, width, height);
    pen.globalCompositeOperation = 'source-atop';
    pen.globalAlpha = 0.88;
    pen.fillStyle = colour;
    pen.fillRect(0, 0, width, height);
  });
}
