import type * as Phaser from 'phaser';
import type { WeightShiftState } from '../../drills/weight-shift/state';
import type { Look } from '../../session/types';
import type { Point } from '../kit/field';
import { paintOnce } from '../kit/glow';
import { type Boat, createBoat, toBoatPx } from './boat';
import { type Layout, toWater } from './layout';
import { rimColour } from './moods';

const appearMs = 360;
const goMs = 450;
const stepsToBoat = 5;

/** The boat that waits at the target's place, its ring on the water exactly as wide as the target, and the way there. */
export interface Waiting {
  update(state: Readonly<WeightShiftState>, run: number, calmMs: number, deltaMs: number): void;
  /** Play is over or rests: no boat waits. */
  rest(deltaMs: number): void;
  /** Hands over the boat of the decided trial, so that it can sail; its ring goes. */
  release(): { readonly boat: Boat; readonly at: Point } | null;
}

interface View {
  readonly key: string;
  readonly root: Phaser.GameObjects.Container;
  readonly ring: Phaser.GameObjects.Image;
  readonly boat: Boat;
  kept: number;
}

/** Makes the place of the waiting boat, empty. */
export function createWaiting(scene: Phaser.Scene, layout: Layout, look: Look): Waiting {
  let view: View | null = null;
  let released = '';
  const stepKey = paintOnce(scene, 'step', 13 * layout.unit, 10 * layout.unit, (context, w, h) => {
    context.fillStyle = rimColour;
    context.beginPath();
    context.ellipse(w / 2, h / 2, w / 2, h / 2, 0, 0, 7);
    context.fill();
  });
  const steps = look.simplePicture
    ? []
    : Array.from({ length: stepsToBoat }, () => scene.add.image(0, 0, stepKey).setDepth(54).setAlpha(0).setName('step'));

  const show = (state: Readonly<WeightShiftState>, key: string, radius: number): View => {
    const root = scene.add.container(0, 0).setDepth(58).setName('target').setAlpha(0);
    const ring = scene.add.image(0, 0, paintRing(scene, layout, radius, look.highContrast)).setName('ring');
    const boat = createBoat(scene, state.trial, toBoatPx(layout, radius), state.side, look.highContrast);
    root.add([ring, boat.root]);
    scene.tweens.add({ targets: root, alpha: 1, duration: appearMs, ease: 'Sine.easeInOut' });
    return { key, root, ring, boat, kept: 0 };
  };
  const drop = ({ root }: View) => {
    scene.tweens.killTweensOf(root);
    scene.tweens.add({ targets: root, alpha: 0, duration: goMs, ease: 'Sine.easeInOut', onComplete: () => root.destroy() });
  };

  return {
    update(state, run, calmMs, deltaMs) {
      const { target } = state;
      const key = `${run}/${state.trial}`;
      if (view && (!target || view.key !== key)) {
        drop(view);
        view = null;
      }
      if (target && !view && released !== key && state.phase === 'cue') view = show(state, key, target.radius);
      showSteps(view ? target : null, deltaMs);
      if (!view || !target) return;
      const { x, y } = toWater(layout, target);
      view.root.setPosition(x, y);
      const held = state.set.params.holdMs > 0 || target.hit ? target.held : 0;
      view.kept = Math.max(view.kept, held);
      view.boat.kindle(held, view.kept);
      view.boat.update(calmMs, deltaMs);
    },
    rest(deltaMs) {
      if (view) drop(view);
      view = null;
      showSteps(null, deltaMs);
    },
    release() {
      if (!view) return null;
      const { root, boat, ring, key } = view;
      const at = { x: root.x, y: root.y };
      released = key;
      view = null;
      root.remove(boat.root);
      scene.add.existing(boat.root);
      boat.root.setPosition(at.x, at.y).setDepth(52).setAlpha(root.alpha);
      scene.tweens.killTweensOf(root);
      scene.tweens.add({ targets: ring, alpha: 0, duration: goMs, ease: 'Sine.easeInOut', onComplete: () => root.destroy() });
      return { boat, at };
    },
  };

  function showSteps(target: WeightShiftState['target'], deltaMs: number): void {
    for (const [i, step] of steps.entries()) {
      const goal = target ? 0.3 + 0.08 * i : 0;
      step.setAlpha(step.alpha + (goal - step.alpha) * (1 - Math.exp(-deltaMs / 220)));
      step.setVisible(step.alpha > 0.01);
      if (target) placeStep(step, target, (i + 0.8) / stepsToBoat);
    }
  }

  /** From the pier's edge to the target's. */
  function placeStep(step: Phaser.GameObjects.Image, target: NonNullable<WeightShiftState['target']>, along: number): void {
    const away = Math.hypot(target.x, target.y);
    const from = layout.pier.x / layout.limit.x;
    const to = away - target.radius;
    const share = away > 0 ? (from + (to - from) * along) / away : 0;
    const at = toWater(layout, { x: target.x * share, y: target.y * share });
    step.setPosition(at.x, at.y).setVisible(to > from && step.alpha > 0.01);
  }
}

/** A ring on the water: light on a dark bed, and a breath of mist within. Returns its key. */
function paintRing(scene: Phaser.Scene, layout: Layout, radius: number, strong: boolean): string {
  const [rx, ry] = [radius * layout.limit.x, radius * layout.limit.y];
  const line = Math.max(3, 3.4 * layout.unit) * (strong ? 1.6 : 1);
  return paintOnce(scene, `ring-${Math.round(radius * 1000)}`, 2 * (rx + 2 * line), 2 * (ry + 2 * line), (context, w, h) => {
    const oval = (grow: number) => {
      context.beginPath();
      context.ellipse(w / 2, h / 2, Math.max(1, rx + grow), Math.max(1, ry + grow), 0, 0, 7);
    };
    oval(0);
    const mist = context.createRadialGradient(w / 2, h / 2, 0, w / 2, h / 2, rx);
    mist.addColorStop(0, 'rgba(234,244,244,.05)');
    mist.addColorStop(1, 'rgba(234,244,244,.2)');
    context.fillStyle = strong ? 'rgba(6,21,34,.4)' : mist;
    context.fill();
    oval(-line / 2);
    context.lineWidth = line + 3;
    context.strokeStyle = 'rgba(6,21,34,.55)';
    context.stroke();
    context.lineWidth = line;
    context.strokeStyle = strong ? '#FFFFFF' : rimColour;
    context.stroke();
  });
}
