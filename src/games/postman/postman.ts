import type * as Phaser from 'phaser';
import type { Look, Stage } from '../../session/types';
import type { CompanionView } from '../kit/companion';
import type { Point } from '../kit/field';
import type { Layout } from './layout';

/** The companion on its round. */
export interface Postman {
  /** Its place on the way: walks done, or rounds. */
  readonly way: number;
  /** Sets off to a place: with a step, calmly to a door, or at once. */
  go(way: number, how: 'step' | 'door' | 'once'): void;
  stepped(): void;
  /** Where its bag is. */
  bag(): Point;
  update(goal: Point | null, foot: Stage<unknown>['live']['step'] | null, calmMs: number, deltaMs: number): void;
}

const stepMs = 110;
const doorMs = 420;
const hopMs = 320;

/** Makes the companion the postman: with its bag, its aid rolling along. */
export function createPostman(scene: Phaser.Scene, companion: CompanionView, layout: Layout, look: Look): Postman {
  const { unit, companion: home, at, height } = layout;
  const rolls = look.companion.aid === 'wheelchair';
  const bag = scene.add.image(-home.height * 0.02, -home.height * (rolls ? 0.36 : 0.3), 'bag');
  companion.root.add(bag);
  let [way, drawn, glideMs, sinceMs, lift, tilt, steps] = [0, 0, stepMs, 9999, 0, 0, 0];
  let facing = at(0).ahead as number;
  return {
    get way() {
      return way;
    },
    go(to, how) {
      way = to;
      if (how === 'once') {
        drawn = to;
        facing = at(to).ahead;
      }
      glideMs = how === 'door' ? doorMs : stepMs;
    },
    stepped() {
      sinceMs = 0;
      steps += 1;
    },
    bag: () => ({ x: companion.root.x, y: companion.root.y - home.height * 0.34 }),
    update(goal, foot, calmMs, deltaMs) {
      const { root } = companion;
      sinceMs += deltaMs;
      drawn += (way - drawn) * (1 - Math.exp(-deltaMs / glideMs));
      if (Math.abs(way - drawn) < 0.0004) drawn = way;
      const place = at(drawn);
      // The arm is told where in the picture to point; turned round, it points in a mirror.
      const turned = facing < 0 !== layout.mirrored;
      if (goal) companion.pointAt(turned ? 2 * companion.root.x - goal.x : goal.x, goal.y);
      else companion.rest();
      companion.update(calmMs, deltaMs);
      const turn = look.reducedMotion ? 1 : 1 - Math.exp(-deltaMs / 130);
      facing += (place.ahead - facing) * turn;
      if (Math.abs(place.ahead - facing) < 0.02) facing = place.ahead;
      const near = look.simplePicture ? 1 : 0.84 + (0.16 * (place.y / height - 0.5)) / 0.38;
      // What turns round is never thinner than this: it must not vanish.
      const wide = Math.sign(facing || 1) * Math.max(0.35, Math.abs(facing));
      root.setScale(wide * near, near);
      const hop = rolls || look.reducedMotion || sinceMs > hopMs ? 0 : 10 * Math.sin((Math.PI * sinceMs) / hopMs);
      lift += (hop - lift) * (1 - Math.exp(-deltaMs / 40));
      const lean = look.reducedMotion || sinceMs > 700 ? 0 : rolls ? 2 * place.ahead : steps % 2 === 0 ? 2 : -2;
      tilt += (lean - tilt) * (1 - Math.exp(-deltaMs / 120));
      if (Math.abs(tilt) < 0.01 && lean === 0) tilt = 0;
      // A foot that a camera sees in the air lifts the postman with it, as high as the foot is now.
      const foothold = foot?.phase === 'lift' ? Math.min(1.2, foot.height) : 0;
      root.x = place.x;
      root.y += place.y - home.footY - (lift + 14 * foothold) * unit;
      root.angle += tilt;
      bag.setAngle(look.reducedMotion ? 0 : 3 * Math.sin(calmMs / 1100));
    },
  };
}
