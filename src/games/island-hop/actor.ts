import type * as Phaser from 'phaser';
import type { Look } from '../../session/types';
import type { Layout } from './layout';
import { loops, type Move, poseAt } from './loops';
import { sizeOf } from './pictures';
import { crossingPose, gladPose, joints, type Pose, restingPose } from './poses';
import { createPuppet } from './puppet';

/** What the companion does now: shows the move, stays in it, goes over a bridge, waits for the next one, or is glad and rests beside its guest. */
export type Doing = 'move' | 'stay' | 'cross' | 'wait' | 'glad' | 'rest';

/** The companion on the islands. */
export interface Actor {
  readonly root: Phaser.GameObjects.Container;
  /** Where the middle of its body is, in canvas pixels. */
  middle(): { readonly x: number; readonly y: number };
  /** One frame; `atOnce` without easing, where a scene starts in the middle. */
  update(doing: Doing, calmMs: number, deltaMs: number, atOnce: boolean): void;
}

/** Joints that are shares; all others are degrees or units, of which a quarter is not seen. */
const shares: ReadonlySet<keyof Pose> = new Set(['seated', 'turn', 'seen']);
const easeMs = 110;
const calmEaseMs = 280;
/** It goes no faster than this over the ground, in units a second: paper edges that sweep by would be a flash (clinical.md C8). */
const mostUps = { move: 150, else: 84 } as const;
/** Where it stands with a guest. */
const besideGuestU = -84;
const rollMs = 5200;
const rollRestMs = 900;
const turnMs = 1300;

/** Makes the companion with its own aid, for one move. */
export function createActor(scene: Phaser.Scene, layout: Layout, look: Look, move: Move): Actor {
  const { scale, side, middleX, groundY } = layout;
  const { aid } = look.companion;
  const puppet = createPuppet(scene, look, scale);
  const image = (key: string, x: number, y: number) => scene.add.image(x, y, key).setVisible(scene.textures.exists(key));
  const rides = move === 'wheel' || aid === 'wheelchair';
  const crossAid = move === 'wheel' ? 'wheelchair' : aid;
  const chair = rides ? image('chair', 0, 0).setOrigin(106 / 280, 0.987) : null;
  const wheel = rides ? image('chair-wheel', 0, -88 * scale) : null;
  const walker = aid === 'walker' && move !== 'wheel' ? image('walker', 26 * scale, 4 * scale).setOrigin(0.75, 0.975) : null;
  const behind = [chair, walker].filter((one) => one !== null);
  const figure = scene.add.container(0, 0, [...behind, puppet.root, ...(wheel ? [wheel] : [])]);
  const lying = move === 'roll' ? { front: image('lie-front', 0, 0), back: image('lie-back', 0, 0) } : null;
  const roller = scene.add.container(0, 0, lying ? [lying.back, lying.front] : []);
  const root = scene.add.container(middleX, groundY, [roller, figure]).setDepth(45).setName('companion');
  root.setScale(side, 1);
  // An aid that is not in use is parked at the near end of the island.
  const parked =
    aid === 'wheelchair' && move !== 'wheel'
      ? scene.add.container(0, 0, [image('chair', 0, 0).setOrigin(106 / 280, 0.987), image('chair-wheel', -2 * scale, -88 * scale)])
      : aid === 'walker' && move !== 'wheel'
        ? scene.add.container(0, 0, [image('walker', 0, 0).setOrigin(0.5, 0.975)])
        : null;
  parked?.setPosition(middleX - side * (layout.isleWide / 2 - sizeOf('chair').width * 0.3 * scale), groundY - 16 * scale);
  parked
    ?.setScale(side * 0.72, 0.72)
    .setDepth(42)
    .setAlpha(0)
    .setName('aid');

  const start = move === 'roll' ? 0 : (loops[move].keys[0]?.pose.x ?? 0);
  const goOnMs = move === 'roll' ? null : loops[move].goOnMs;
  const done: Pose = move === 'roll' ? { ...restingPose(aid), x: 0 } : loops[move].done;
  const drawn: Record<keyof Pose, number> = { ...restingPose(aid), x: start };
  let doing: Doing | null = null;
  let sinceMs = 0;
  let crossMs = 0;
  let rolls = 0;
  let apart = 0;

  const wantedPose = (now: Doing): Pose => {
    if (now === 'cross') return { ...crossingPose(crossAid, crossMs), x: goOnMs ? drawn.x : start };
    if (now === 'glad') return { ...gladPose(crossAid), x: besideGuestU };
    if (now === 'rest') return { ...restingPose(crossAid), x: besideGuestU };
    if (now === 'wait') return { ...restingPose(crossAid), x: goOnMs ? drawn.x : start };
    if (move === 'roll') return { ...done, x: 0 };
    if (now === 'stay') return goOnMs ? { ...done, x: drawn.x } : done;
    return look.reducedMotion ? loops[move].tells : poseAt(loops[move], sinceMs);
  };
  const near = (from: number, to: number, ms: number, deltaMs: number, there = 0.004) => {
    const next = from + (to - from) * (1 - Math.exp(-deltaMs / ms));
    return Math.abs(to - next) < there ? to : next;
  };
  const showRoll = (deltaMs: number, atOnce: boolean, now: Doing) => {
    if (!lying) return;
    const lies = now === 'move' || now === 'stay' ? 1 : 0;
    rolls = atOnce ? lies : near(rolls, lies, 160, deltaMs);
    roller.setVisible(rolls > 0.01);
    const rests = look.reducedMotion || now === 'stay';
    const atMs = sinceMs % (rollMs + rollRestMs);
    const down = rests ? 0.68 : 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, atMs / rollMs));
    const face = rests ? 1 : Math.cos(down * Math.PI * 2 * (rollMs / turnMs / 2));
    const fades = rests ? 1 : Math.min(1, (rollMs + rollRestMs - atMs) / 400, atMs / 300 + 0.02);
    roller.setPosition((-24 + 44 * down) * scale, (-206 + 150 * down) * scale);
    roller.setScale(0.7 + 0.3 * down, (0.7 + 0.3 * down) * Math.max(0.42, Math.abs(face)));
    lying.front.setVisible(face >= 0);
    lying.back.setVisible(face < 0);
    roller.setAlpha(rolls * fades).setAngle(-7 + 5 * down);
  };
  return {
    root,
    middle: () => ({ x: root.x + side * drawn.x * scale * (drawn.seen > 0 ? 1 : 0), y: groundY - layout.companion.height * 0.45 }),
    update(now, calmMs, deltaMs, atOnce) {
      if (now !== doing) sinceMs = now === 'move' && goOnMs && doing !== null ? goOnMs(drawn.x) : 0;
      const moved = now !== doing || deltaMs > 0;
      doing = now;
      if (!look.reducedMotion) sinceMs += deltaMs;
      if (now === 'cross' && !look.reducedMotion) crossMs += deltaMs;
      const goal = wantedPose(now);
      if (moved)
        for (const joint of joints) {
          // Nobody slides over the ground unseen at a loop's end.
          const once = atOnce || (joint === 'x' && goal.seen < 0.2 && drawn.seen < 0.25);
          const next = near(drawn[joint], goal[joint], now === 'move' ? easeMs : calmEaseMs, deltaMs, shares.has(joint) ? 0.004 : 0.25);
          const most = joint === 'x' ? ((now === 'move' ? mostUps.move : mostUps.else) * deltaMs) / 1000 : Number.POSITIVE_INFINITY;
          drawn[joint] = once ? goal[joint] : drawn[joint] + Math.min(most, Math.max(-most, next - drawn[joint]));
        }
      puppet.show(drawn);
      showRoll(deltaMs, atOnce, now);
      const breath = Math.sin(calmMs / 780);
      puppet.root.setScale(1, 1 + 0.006 * breath);
      const turned = Math.sign(drawn.turn || 1) * Math.max(0.35, Math.abs(drawn.turn));
      figure.setPosition(drawn.x * scale, 0).setScale(turned, 1);
      figure.setAlpha(Math.min(1, Math.max(0, drawn.seen)) * (1 - rolls)).setVisible(figure.alpha > 0.01);
      const inUse = move !== 'wheel' && (now === 'move' || now === 'stay') ? 1 : 0;
      apart = atOnce ? inUse : near(apart, inUse, 200, deltaMs);
      for (const one of [chair, wheel, walker]) one?.setAlpha(1 - apart);
      parked?.setAlpha(apart);
      wheel?.setAngle((drawn.x * 180) / (Math.PI * 88) + crossMs * 0.08);
    },
  };
}
