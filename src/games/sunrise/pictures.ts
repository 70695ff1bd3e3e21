import type * as Phaser from 'phaser';
import { paintOnce } from '../kit/glow';
import { queuePictures } from '../kit/pictures';
import type { Layout } from './layout';
import { mix, type Place } from './places';

const urls = import.meta.glob<string>('../../../assets/sunrise/*.svg', { query: '?url', import: 'default', eager: true });

/** Pixels for one unit of the orb's drawing, and of the cloud that waits for it. */
export function toOrbScale(layout: Layout, place: Place): number {
  return layout.orb.radius / place.orb.radius;
}

/** Queues the drawings of a place at the size in which they are shown; without scenery, only what is played with. */
export function loadPictures(scene: Phaser.Scene, layout: Layout, place: Place, scenery: boolean): void {
  const { unit, orb } = layout;
  const add = (key: string, file: string, width: number, height: number) => queuePictures(scene, urls, 'sunrise', [{ key, file, width, height }]);
  const scale = toOrbScale(layout, place);
  add('orb', place.orb.file, place.orb.size[0] * scale, place.orb.size[1] * scale);
  add('orb-awake', `${place.orb.file}-awake`, place.orb.size[0] * scale, place.orb.size[1] * scale);
  add('petal', place.orb.petal, orb.radius * 0.62, orb.radius * 0.62);
  const nest = toNestScale(layout, place);
  for (const part of ['nest-back', 'nest-front']) add(part, part, 360 * nest, 190 * nest);
  for (const side of ['left', 'right']) add(`side-${side}`, `side-${side}`, 40 * unit, 40 * unit);
  add('bird', 'bird', 92 * unit, 57 * unit);
  add('wing', 'wing', 64 * unit, 43 * unit);
  add('mist', 'mist', orb.radius * 4, orb.radius * 1.2);
  add('snail', 'snail', 150 * unit, 97 * unit);
  add('sign', 'sign', layout.sign.height * (190 / 230), layout.sign.height);
  if (!scenery) return;
  for (const { file, size, scale: grow } of place.spots) add(file, file, size[0] * grow * unit, size[1] * grow * unit);
  const mill = place.spots.find(({ lives }) => lives === 'turns');
  if (mill) add('sails', 'sails', 140 * mill.scale * unit, 140 * mill.scale * unit);
  add('tuft', place.tuft.file, place.tuft.size[0] * 0.8 * unit, place.tuft.size[1] * 0.8 * unit);
  add('bit', place.bit, 26 * unit, 26 * unit);
  add('cloud', 'cloud', 220 * unit, 90 * unit);
}

/** Pixels for one unit of the cloud's drawing: what is lifted fits into it. */
export function toNestScale(layout: Layout, place: Place): number {
  return layout.orb.radius / (place.orb.hangs ? 128 : 84);
}

/** The drawing as it is before it wakes: a dim silhouette in which it can just be known. Returns its key. */
export function paintAsleep(scene: Phaser.Scene, key: string, dusk: string, strong: boolean): string {
  const picture = scene.textures.get(key).getSourceImage() as HTMLImageElement;
  return paintOnce(scene, `${key}-asleep`, picture.width, picture.height, (context, width, height) => {
    context.drawImage(picture, 0, 0, width, height);
    context.globalCompositeOperation = 'source-atop';
    context.globalAlpha = strong ? 0.86 : 0.74;
    context.fillStyle = mix(dusk, '#3E5C86', 0.3);
    context.fillRect(0, 0, width, height);
  });
}
