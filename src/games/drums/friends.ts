import type * as Phaser from 'phaser';
import type { Millis } from '../../core/units';
import type { Point } from '../kit/field';
import { paintOnce } from '../kit/glow';
import { paintRock } from './backdrop';
import type { Layout } from './layout';
import type { Mood } from './moods';
import { friends, paintAsleep } from './pictures';
import { depths } from './scenery';

/** How the band moves in this frame. */
export interface BandMoves {
  /** So many are awake; the part behind the point is how far the next one has come. */
  readonly waking: number;
  /** Time since the last hit, and between it and the one before. */
  readonly sinceMs: Millis;
  readonly gapMs: Millis;
  readonly hits: number;
  readonly calmMs: number;
  readonly still: boolean;
  /** Everybody is seen; in the simple picture only when the drums are silent. */
  readonly shown: boolean;
  /** Height of the wave's crest: the whale rides it. */
  readonly crestY: number;
}

/** The friends around the drums, who wake one by one. */
export interface Band {
  /** How many have opened their eyes so far. */
  readonly awake: number;
  /** Where the friend is that is waking now. */
  spot(): Point;
  /** Another set: everybody is as told, without the way. */
  set(waking: number): void;
  update(moves: BandMoves, deltaMs: number): void;
}

/** A friend that is awake stands this high behind its rock. */
const standsU = 34;
const rockU = { width: 158, height: 84 } as const;
/** Rising takes about this long, however quickly the hits come. */
const riseMs = 420;
const hopMs = 380;
const hopU = 11;
/** At quick hits all hop lower: many friends that jump five times a second would flicker (clinical.md C8). */
const fullHopMs = 620;

interface Friend {
  readonly image: Phaser.GameObjects.Image;
  readonly asleep: Phaser.GameObjects.Image;
  readonly rock: Phaser.GameObjects.Image | null;
  readonly isWhale: boolean;
  tilt: number;
  hop: number;
  risen: number;
  seen: number;
}

/** Makes the friends, all asleep; without a mood there are no rocks. */
export function createBand(scene: Phaser.Scene, layout: Layout, mood: Mood | null, sleepColour: string): Band {
  const { unit, seats, mirrored, height } = layout;
  const rockKey = mood ? paintOnce(scene, 'drums-rock', rockU.width * unit, rockU.height * unit, (pen, w, h) => paintRock(pen, w, h, mood)) : null;
  let shownWaking = 0;
  const all = friends.map(({ key }, i): Friend => {
    const seat = seats[i] ?? { x: 0, y: 0, scale: 1 };
    const isWhale = key === 'whale';
    const depth = isWhale ? depths.whale : depths.friends + (seat.y / height) * 4;
    const put = (texture: string, above: number) =>
      scene.add
        .image(seat.x, seat.y, texture)
        .setOrigin(0.5, 1)
        .setDepth(depth + above)
        .setFlipX(mirrored);
    const rock = rockKey && !isWhale ? put(rockKey, 0.02).setScale(seat.scale).setName('scenery') : null;
    rock?.setFlipX(i % 2 === 0 ? mirrored : !mirrored).setY(seat.y + 12 * unit);
    return {
      image: put(key, 0).setName('friend'),
      asleep: put(paintAsleep(scene, key, sleepColour), 0.01),
      rock,
      isWhale,
      tilt: 0,
      hop: 0,
      risen: 0,
      seen: 1,
    };
  });

  return {
    get awake() {
      return Math.floor(shownWaking + 0.02);
    },
    spot() {
      const friend = all[Math.min(all.length - 1, Math.floor(shownWaking))];
      return friend ? { x: friend.image.x, y: friend.image.y - friend.image.displayHeight * 0.6 } : { x: 0, y: 0 };
    },
    set(waking) {
      shownWaking = waking;
      for (const [i, friend] of all.entries()) friend.risen = Math.min(1, Math.max(0, waking - i));
    },
    update({ waking, sinceMs, gapMs, hits, calmMs, still, shown, crestY }, deltaMs) {
      // Nobody falls asleep again.
      const step = deltaMs / riseMs;
      if (waking > shownWaking) shownWaking = Math.min(waking, shownWaking + step);
      const calm = Math.min(1, gapMs / fullHopMs) ** 2;
      for (const [i, friend] of all.entries()) {
        const seat = seats[i];
        if (!seat) continue;
        const goal = Math.min(1, Math.max(0, shownWaking - i));
        friend.risen += (goal - friend.risen) * (1 - Math.exp(-deltaMs / 130));
        if (Math.abs(goal - friend.risen) < 0.004) friend.risen = goal;
        friend.seen += Math.sign((shown ? 1 : 0) - friend.seen) * Math.min(Math.abs((shown ? 1 : 0) - friend.seen), deltaMs / 700);
        const awake = goal === 1;
        const ownMs = sinceMs - i * 30;
        const hop = awake && !still && ownMs > 0 && ownMs < hopMs ? hopU * calm * Math.sin((Math.PI * ownMs) / hopMs) : 0;
        // A hit that comes before a hop is over takes it up where it is.
        friend.hop += (hop - friend.hop) * (1 - Math.exp(-deltaMs / 50));
        const sways = awake && !still ? Math.sin(calmMs / 1300 + i * 1.7) : 0;
        const lean = awake && !still ? ((hits + i) % 2 === 0 ? 3.4 : -3.4) * calm + sways * 1.2 : 0;
        friend.tilt += (lean - friend.tilt) * (1 - Math.exp(-deltaMs / 170));
        // The whale lies in the wave, the others stand behind their rocks; without rocks all stand on the ground.
        const low = friend.isWhale ? -110 : friend.rock ? -4 : standsU;
        const high = friend.isWhale ? -16 : standsU;
        const risen = still ? 1 : friend.risen;
        const footY = friend.isWhale ? crestY : seat.y;
        const y = footY - (low + (high - low) * risen + friend.hop + sways * 1.5) * unit * seat.scale;
        const opens = Math.min(1, Math.max(0, (friend.risen - 0.55) / 0.45));
        const seen = friend.isWhale ? friend.seen * Math.min(1, friend.risen * 2.4) : friend.seen;
        friend.image.setY(y).setAngle(friend.tilt).setAlpha(seen);
        friend.asleep
          .setY(y)
          .setAngle(friend.tilt)
          .setAlpha(friend.seen === 1 ? (1 - opens) * Math.min(1, seen) : 0)
          .setVisible(opens < 1);
        // Without the sea there is no whale.
        friend.image.setVisible(seen > 0.002 && (rockKey !== null || (awake && !friend.isWhale)));
        if (!friend.image.visible) friend.asleep.setVisible(false);
      }
    },
  };
}
