import type * as Phaser from 'phaser';
import type { Point } from '../kit/field';
import { paintOnce } from '../kit/glow';
import { besideDoorU, doorstepU, houseU, letterboxU, paintHouse, ridgeU, sillU, windowU } from './house';
import type { Layout } from './layout';
import { toMood } from './moods';
import { answers, folk } from './pictures';

/** The houses of the lane: shut until their letter comes, then open for good. */
export interface Houses {
  /** Houses that have their letter; `atOnce` without the opening. */
  open(index: number, atOnce: boolean): void;
  /** A new set: all wait for their letters. */
  close(atOnce: boolean): void;
  letterbox(index: number): Point;
  /** The bubble over the house that waits; null: none. `alone`: the other houses are not shown. */
  update(waits: number | null, alone: boolean, calmMs: number, deltaMs: number): void;
}

type Image = Phaser.GameObjects.Image;

interface House {
  readonly shut: Image;
  readonly wide: Image;
  readonly guest: Image;
  readonly answer: Image;
  readonly up: { value: number };
  seen: number;
}

const openMs = 900;
const fadeMs = 260;

/** Builds the houses of this look. */
export function createHouses(scene: Phaser.Scene, layout: Layout, variation: number, still: boolean): Houses {
  const { unit, houses: places, mirrored } = layout;
  const side = mirrored ? -1 : 1;
  const mood = toMood(variation);
  const pick = (list: readonly string[], i: number) => list[i % list.length] ?? '#EAF4F4';
  const { width, height, footY } = houseU;
  const spot = (index: number, at: Point): Point => {
    const place = places[index] ?? { x: 0, y: 0, scale: 1 };
    return { x: place.x + side * at.x * unit * place.scale, y: place.y + at.y * unit * place.scale };
  };

  const all = places.map((place, i): House => {
    const colours = {
      wall: pick(mood.walls, i),
      roof: pick(mood.roofs, i * 2 + 1),
      shutter: pick(mood.shutters, i),
      glass: mood.glass,
      lit: mood.lit,
    };
    const paint = (open: boolean) =>
      paintOnce(scene, `house-${i % 10}-${open}`, width * unit, height * unit, (pen) => paintHouse(pen, unit, colours, open));
    const depth = 10 + place.y / layout.height;
    const put = (key: string, at: Point, deeper: number) =>
      scene.add
        .image(spot(i, at).x, spot(i, at).y, key)
        .setFlipX(mirrored)
        .setDepth(depth + deeper);
    const foot = { x: 0, y: 0 };
    const shut = put(paint(false), foot, 0)
      .setOrigin(0.5, footY / height)
      .setScale(place.scale)
      .setName('house');
    const wide = put(paint(true), foot, 0.001)
      .setOrigin(0.5, footY / height)
      .setScale(place.scale)
      .setAlpha(0)
      .setName('open-house');
    const guest = put(folk[i % folk.length] ?? folk[0], windowU, 0.002)
      .setAlpha(0)
      .setName('guest');
    const kind = answers[i % answers.length] ?? answers[0];
    const at = { flag: ridgeU, pie: sillU, cat: doorstepU, flowers: besideDoorU }[kind.key];
    const answer = put(kind.key, at, 0.003)
      .setOrigin(kind.key === 'flag' ? (mirrored ? 0.81 : 0.19) : 0.5, 1)
      .setAlpha(0)
      .setName('answer');
    return { shut, wide, guest, answer, up: { value: 0 }, seen: 1 };
  });
  const bubble = scene.add.image(0, 0, 'bubble').setOrigin(0.5, 1).setDepth(38).setAlpha(0).setName('bubble');
  let bubbleAt = -1;

  return {
    open(index, atOnce) {
      const house = all[index];
      if (!house) return;
      if (atOnce) house.up.value = 1;
      else scene.tweens.add({ targets: house.up, value: 1, duration: openMs, delay: still ? 0 : 620, ease: 'Sine.easeInOut' });
    },
    close(atOnce) {
      for (const { up } of all) {
        scene.tweens.killTweensOf(up);
        if (atOnce) up.value = 0;
        else scene.tweens.add({ targets: up, value: 0, duration: openMs, ease: 'Sine.easeInOut' });
      }
    },
    letterbox: (index) => spot(index, letterboxU),
    update(waits, alone, calmMs, deltaMs) {
      for (const [i, house] of all.entries()) {
        const { shut, wide, guest, answer, up } = house;
        const wanted = !alone || i === waits ? 1 : 0;
        house.seen += (wanted - house.seen) * (1 - Math.exp(-deltaMs / fadeMs));
        if (Math.abs(wanted - house.seen) < 0.01) house.seen = wanted;
        const { seen } = house;
        const scale = places[i]?.scale ?? 1;
        shut.setAlpha(seen);
        wide.setAlpha(up.value * seen);
        const come = Math.max(0, up.value * 1.6 - 0.6);
        guest
          .setAlpha(come * seen)
          .setAngle(6 * Math.sin(calmMs / 620 + i * 1.7))
          .setScale(scale * (0.7 + 0.2 * come));
        answer.setAlpha(come * seen).setScale(scale * (0.7 + 0.3 * come));
        if (answer.texture.key === 'flag') answer.setAngle(3 * Math.sin(calmMs / 900 + i));
      }
      const near = waits !== null && waits === bubbleAt;
      bubble.setAlpha(Math.max(0, Math.min(1, bubble.alpha + (near ? 1 : -1) * (deltaMs / 420))));
      if (bubble.alpha === 0 && waits !== null) bubbleAt = waits;
      if (bubbleAt < 0) return;
      const at = spot(bubbleAt, { x: 8, y: -150 });
      bubble.setPosition(at.x, at.y + 5 * unit * Math.sin(calmMs / 800));
    },
  };
}
