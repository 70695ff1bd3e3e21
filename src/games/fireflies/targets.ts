import type * as Phaser from 'phaser';
import type { Side } from '../../core/units';
import type { ReachState, ReachTarget } from '../../drills/reach/state';
import type { Look } from '../../session/types';
import type { Point } from '../kit/field';
import { type AreaStyle, paintArea } from './area';
import { createFirefly, type Firefly } from './firefly';
import type { Layout } from './layout';
import { createTrail, type Trail } from './trail';

const appearMs = 320;
const goMs = 500;
/** The firefly's size within its target area: large enough to be seen well, never a wall of light. */
const fireflyMm = { most: 37, least: 15 };
const distractorPictures = ['moth', 'jellyfish', 'lily'] as const;

/** Fireflies, the lantern of "drag" and what is not a firefly, drawn where the state says they are. */
export interface Targets {
  update(state: Readonly<ReachState>, run: number, calmMs: number): void;
  /** Hands over the fireflies of the decided trial, so that they can fly; their areas go. */
  release(): readonly { readonly firefly: Firefly; readonly at: Point }[];
}

interface View {
  readonly root: Phaser.GameObjects.Container;
  readonly firefly: Firefly | null;
  readonly goal: Phaser.GameObjects.Image | null;
  readonly ring: Phaser.GameObjects.Graphics;
  readonly radiusPx: number;
  shownHeld: number;
}

/** Makes the views of a set's targets. */
export function createTargets(scene: Phaser.Scene, layout: Layout, look: Look): Targets {
  const { pxPerMm } = layout;
  const trail: Trail = createTrail(scene, pxPerMm, look.reducedMotion);
  const views = new Map<string, View>();
  let released = '';
  let shownTrial = '';

  const toSizePx = (widthMm: number) => Math.min(fireflyMm.most, Math.max(widthMm * 0.62, Math.min(widthMm * 0.9, fireflyMm.least))) * pxPerMm;

  const makeView = (style: AreaStyle, widthMm: number, side: Side | null, picture: string | null, hasFirefly: boolean): View => {
    const root = scene.add.container(0, 0).setDepth(style === 'none' ? 58 : 60);
    if (style !== 'none') root.add(scene.add.image(0, 0, paintArea(scene, widthMm * pxPerMm, style, look.highContrast)).setName('area'));
    const sizePx = toSizePx(widthMm);
    const still = picture ? scene.add.image(0, 0, picture) : null;
    if (still) {
      const isLantern = picture === 'lantern-goal';
      still.setDisplaySize(sizePx * (isLantern ? 0.86 : 1), sizePx * (isLantern ? 1.29 : 1));
      root.add(still);
    }
    const firefly = hasFirefly ? createFirefly(scene, sizePx, side, !look.simplePicture) : null;
    if (firefly) root.add(firefly.root);
    const ring = scene.add.graphics();
    root.add(ring);
    root.setAlpha(0);
    scene.tweens.add({ targets: root, alpha: 1, duration: appearMs, ease: 'Sine.easeInOut' });
    return { root, firefly, goal: picture === 'lantern-goal' ? still : null, ring, radiusPx: (widthMm / 2) * pxPerMm, shownHeld: 0 };
  };

  const viewOf = (state: Readonly<ReachState>, target: ReachTarget, trialKey: string): View => {
    const key = `${trialKey}/${target.id}`;
    const known = views.get(key);
    if (known) return known;
    const { mode } = state.set.params;
    const made =
      target.role === 'distractor'
        ? makeView('none', target.widthMm, null, distractorPictures[target.id % distractorPictures.length] ?? 'moth', false)
        : makeView(
            mode === 'anywhere' ? 'none' : 'area',
            target.widthMm,
            toTargetSide(state, target),
            state.carried ? 'lantern-goal' : null,
            state.carried === null,
          );
    if (target.role === 'target') made.root.setDepth(60).setName('target');
    else made.root.setAlpha(0).setName('distractor');
    views.set(key, made);
    return made;
  };

  const drop = (key: string, view: View) => {
    views.delete(key);
    scene.tweens.killTweensOf(view.root);
    scene.tweens.add({ targets: view.root, alpha: 0, duration: goMs, ease: 'Sine.easeInOut', onComplete: () => view.root.destroy() });
  };

  return {
    update(state, run, calmMs) {
      const trialKey = `${run}/${state.trial}`;
      if (trialKey !== shownTrial) {
        shownTrial = trialKey;
        trail.clear();
      }
      const wanted = new Set<string>();
      if (released !== trialKey) {
        for (const target of state.targets) {
          if (target.role === 'distractor' && look.simplePicture) continue;
          const view = viewOf(state, target, trialKey);
          wanted.add(`${trialKey}/${target.id}`);
          view.root.setPosition(target.xMm * pxPerMm, target.yMm * pxPerMm);
          showHeld(view, target, state.set.params.holdMs, look.highContrast);
          view.firefly?.update(calmMs + target.id * 900);
        }
        if (state.carried) {
          const key = `${trialKey}/carried`;
          const view = views.get(key) ?? makeView('area', state.carried.widthMm, state.side, null, true);
          views.set(key, view);
          wanted.add(key);
          view.root.setDepth(64).setPosition(state.carried.xMm * pxPerMm, state.carried.yMm * pxPerMm);
          view.firefly?.update(calmMs);
        }
      }
      for (const [key, view] of views) if (!wanted.has(key)) drop(key, view);
      const comes = state.assisted && state.phase === 'cue' ? state.targets.find((target) => target.role === 'target') : undefined;
      trail.update(comes && released !== trialKey ? { x: comes.xMm * pxPerMm, y: comes.yMm * pxPerMm } : null, calmMs);
    },
    release() {
      released = shownTrial;
      const free: { firefly: Firefly; at: Point }[] = [];
      for (const view of views.values()) {
        if (!view.firefly) continue;
        const at = { x: view.root.x, y: view.root.y };
        view.root.remove(view.firefly.root);
        scene.add.existing(view.firefly.root);
        view.firefly.root.setPosition(at.x, at.y).setDepth(52);
        free.push({ firefly: view.firefly, at });
      }
      return free;
    },
  };
}

/** With both hands the outer sides tell whose target it is. */
function toTargetSide(state: Readonly<ReachState>, target: ReachTarget): Side | null {
  if (state.set.params.mode !== 'two-hands') return state.side;
  const others = state.targets.filter((other) => other.role === 'target' && other.id !== target.id);
  return others.every((other) => target.xMm <= other.xMm) ? 'left' : 'right';
}

function showHeld(view: View, target: ReachTarget, holdMs: number, strong: boolean): void {
  const held = holdMs > 0 ? target.held : 0;
  if (Math.abs(held - view.shownHeld) < 0.004) return;
  view.shownHeld = held;
  view.ring.clear();
  if (held <= 0) return;
  const width = Math.max(5, view.radiusPx * 0.07);
  const radius = view.radiusPx - width * 1.1;
  view.ring
    .lineStyle(width + 3, 0x12324a, 0.6)
    .beginPath()
    .arc(0, 0, radius, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * held)
    .strokePath();
  view.ring
    .lineStyle(width, strong ? 0xffffff : 0xfff3cf, 1)
    .beginPath()
    .arc(0, 0, radius, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * held)
    .strokePath();
}
