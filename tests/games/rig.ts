import type * as Phaser from 'phaser';
import { createRng } from '../../src/core/rng';
import { reachDrill } from '../../src/drills/reach/drill';
import type { ReachParams } from '../../src/drills/reach/params';
import type { ReachState } from '../../src/drills/reach/state';
import type { Abilities, Params, SetSpec } from '../../src/drills/types';
import { createHost, type Host } from '../../src/games/kit/host';
import type { Sound } from '../../src/games/kit/sound';
import { findGame } from '../../src/games/registry';
import type { Calibration } from '../../src/movement/types';
import { createRunner } from '../../src/session/runner';
import { calmAbilities } from '../../src/session/simulate';
import type { Look, SessionPhase, Stage } from '../../src/session/types';

/** What differs from a calm set of touches at 640 x 400 pixels. */
export interface RigOptions {
  readonly params?: Partial<Params<ReachParams>>;
  readonly look?: Partial<Look>;
  readonly abilities?: Partial<Abilities>;
  readonly trials?: number;
  readonly size?: { readonly width: number; readonly height: number };
  readonly manual?: boolean;
}

/** Fireflies with a simulated child before it, in the real host. */
export interface Rig {
  readonly host: Host;
  readonly parent: HTMLElement;
  readonly state: Readonly<ReachState>;
  readonly played: string[];
  canvas(): HTMLCanvasElement;
  /** Everything that the scene has drawn under this name, containers opened. */
  find(name: string): readonly Phaser.GameObjects.GameObject[];
  setPhase(phase: SessionPhase): void;
  /** What the source saw since the drill's last tick. */
  setLive(live: Stage<ReachState>['live']): void;
  /** Draws frames, 30 a second or as many as asked for; the child plays on where the phase lets it. `seen` is called after each. */
  run(ms: number, seen?: () => void, frameMs?: number): void;
  destroy(): void;
}

/** A tablet's width, whatever the number of pixels. */
const fieldWidthMm = 256;

/** Starts Fireflies for a test; its picture is loaded when this resolves. */
export async function startRig(options: RigOptions = {}): Promise<Rig> {
  const size = options.size ?? { width: 640, height: 400 };
  const pxPerMm = size.width / fieldWidthMm;
  const parent = document.createElement('div');
  Object.assign(parent.style, { position: 'fixed', left: '0', top: '0', width: `${size.width}px`, height: `${size.height}px` });
  document.body.append(parent);
  const space = {
    widthMm: fieldWidthMm,
    heightMm: size.height / pxPerMm,
    originXMm: fieldWidthMm / 2,
    originYMm: size.height / pxPerMm - 25,
    reachMm: 300,
  };
  const set: SetSpec<ReachParams> = {
    params: {
      mode: 'touch',
      trials: options.trials ?? 3,
      directions: 'eight',
      distanceMm: 80,
      distanceReachPct: 0,
      targetWidthMm: 40,
      holdMs: 0,
      windowMs: 8000,
      speedMmps: 20,
      distractors: 0,
      spacingWidths: 1,
      ...options.params,
    },
    space,
    lockoutMs: 500,
    sides: Array.from({ length: options.trials ?? 3 }, (_, i) => (i % 2 === 0 ? 'left' : 'right')),
  };
  const calibration: Calibration = {
    source: 'touch',
    fieldMm: { width: space.widthMm, height: space.heightMm },
    touch: { accept: 'contact', holdMs: 0, mergeMs: 100, edgeRestMm: 0, palmMm: 40 },
  };
  const runner = createRunner<ReachState>({ drill: reachDrill, set, seed: 'rig', calibration });
  const child = reachDrill.createSyntheticChild(set, { ...calmAbilities, ...options.abilities }, createRng('rig/child'));
  const clock = { nowMs: 0, step: 0 };
  const held: { phase: SessionPhase; live: Stage<ReachState>['live'] } = { phase: 'playing', live: {} };
  const stage: Stage<ReachState> = {
    get phase() {
      return held.phase;
    },
    state: runner.state,
    get live() {
      return held.live;
    },
    run: 1,
    get nowMs() {
      return clock.nowMs;
    },
    space,
    rng: createRng('rig/stage'),
    look: {
      companion: { name: 'otter', aid: 'wheelchair' },
      simplePicture: false,
      highContrast: false,
      reducedMotion: false,
      hand: 'right',
      variation: 0,
      ...options.look,
    },
    text: (key) => key,
  };
  const played: string[] = [];
  const sound: Sound = { play: (name) => played.push(name), startMusic() {}, setVolumes() {}, pause() {}, resume() {}, stop() {} };
  const game = findGame('fireflies');
  if (!game) throw new Error('the game Fireflies is not in the registry');
  const host = await createHost<ReachState>({
    parent,
    game,
    stage,
    sound,
    manual: options.manual ?? true,
    beforeStep() {
      const untilMs = clock.nowMs + clock.step;
      for (; clock.nowMs < untilMs; clock.nowMs += 10) {
        for (const frame of child(runner.state, clock.nowMs)) runner.push(frame);
        runner.advanceTo(clock.nowMs + 10);
      }
    },
  });

  const open = (object: Phaser.GameObjects.GameObject): readonly Phaser.GameObjects.GameObject[] =>
    'list' in object ? [object, ...(object.list as Phaser.GameObjects.GameObject[]).flatMap(open)] : [object];
  return {
    host,
    parent,
    state: runner.state,
    played,
    canvas() {
      const canvas = parent.querySelector('canvas');
      if (!canvas) throw new Error('nothing is drawn');
      return canvas;
    },
    find: (name) => (host.phaser().scene.getScene('fireflies')?.children.list ?? []).flatMap(open).filter((object) => object.name === name),
    setPhase(phase) {
      held.phase = phase;
    },
    setLive(live) {
      held.live = live;
    },
    run(ms, seen, frameMs = 33) {
      for (let t = 0; t < ms; t += frameMs) {
        clock.step = held.phase === 'playing' || held.phase === 'demo' ? frameMs : 0;
        host.stepBy(frameMs);
        seen?.();
      }
      clock.step = 0;
    },
    destroy() {
      host.destroy();
      parent.remove();
    },
  };
}
