import type * as Phaser from 'phaser';
import { createRng } from '../../src/core/rng';
import type { Side } from '../../src/core/units';
import type { Abilities, DrillState, Params, SetSpec } from '../../src/drills/types';
import { createHost, type Host } from '../../src/games/kit/host';
import type { Sound } from '../../src/games/kit/sound';
import { findGame } from '../../src/games/registry';
import { createInterpreter } from '../../src/movement/interpret/interpreters';
import type { Calibration, Frame, Limb } from '../../src/movement/types';
import type { Level } from '../../src/plan/types';
import { createRunner } from '../../src/session/runner';
import { calmAbilities } from '../../src/session/simulate';
import type { Look, Recording, SessionPhase, Stage } from '../../src/session/types';

const levels = import.meta.glob<Omit<Level, 'id'>>('../../levels/*/*.json', { import: 'default', eager: true });

/** What differs from a calm set of three trials, left and right in turn, at 256 x 160 pixels. */
export interface GameRigOptions {
  /** Order of the level whose parameters are played; 4 unless told. */
  readonly level?: number;
  readonly params?: Readonly<Record<string, number | string>>;
  readonly look?: Partial<Look>;
  readonly abilities?: Partial<Abilities>;
  readonly trials?: number;
  readonly sides?: readonly (Side | null)[];
  readonly size?: { readonly width: number; readonly height: number };
  readonly byAdult?: true;
  /** Plays a stored recording in place of a synthetic child's set. */
  readonly recording?: Recording;
  readonly manual?: boolean;
}

/** A game with a synthetic child before it, in the real host. */
export interface GameRig<S = DrillState> {
  readonly host: Host;
  readonly parent: HTMLElement;
  readonly state: Readonly<S>;
  /** Names of the effects that were asked for, in order. */
  readonly played: string[];
  canvas(): HTMLCanvasElement;
  /** Everything that the scene has drawn under this name, containers opened. */
  find(name: string): readonly Phaser.GameObjects.GameObject[];
  /** Everything that the scene has drawn, containers opened. */
  all(): readonly Phaser.GameObjects.GameObject[];
  setPhase(phase: SessionPhase): void;
  /** What the source saw since the drill's last tick; until it is set, what the synthetic child did. */
  setLive(live: Stage<S>['live']): void;
  /** A frame from elsewhere, such as an adult's tap. */
  push(frame: Frame): void;
  readonly nowMs: number;
  /** Draws frames, 30 a second or as many as asked for; the child plays on where the phase lets it. `seen` is called after each. */
  run(ms: number, seen?: () => void, frameMs?: number): void;
  destroy(): void;
}

/** A tablet's width, whatever the number of pixels. */
export const fieldWidthMm = 256;

/** The parameters of a game's level by its order. */
export function paramsOf(game: string, order: number): Params {
  const level = Object.values(levels).find((one) => one.game === game && one.order === order);
  if (!level) throw new Error(`${game} has no level ${order}`);
  return level.params;
}

/** Starts a game for a test; its picture is loaded when this resolves. */
export async function startGameRig<S extends DrillState = DrillState>(id: string, options: GameRigOptions = {}): Promise<GameRig<S>> {
  const game = findGame(id);
  if (!game) throw new Error(`the game ${id} is not in the registry`);
  const { drill } = game;
  const size = options.size ?? { width: 256, height: 160 };
  const pxPerMm = size.width / fieldWidthMm;
  const parent = document.createElement('div');
  Object.assign(parent.style, { position: 'fixed', left: '0', top: '0', width: `${size.width}px`, height: `${size.height}px` });
  document.body.append(parent);
  const heightMm = size.height / pxPerMm;
  const space = { widthMm: fieldWidthMm, heightMm, originXMm: fieldWidthMm / 2, originYMm: heightMm - 25, reachMm: 300 };
  const trials = options.trials ?? 3;
  const params: Params = { ...paramsOf(id, options.level ?? 4), trials, ...options.params };
  const inTurn = Array.from({ length: trials }, (_, i): Side => (i % 2 === 0 ? 'left' : 'right'));
  const ownSet: SetSpec = { params, space, lockoutMs: 500, sides: options.sides ?? inTurn, ...(options.byAdult ? { byAdult: true as const } : {}) };
  const set = options.recording?.set ?? ownSet;
  const limb = params.limb as Limb | undefined;
  const ownCalibration: Calibration = {
    source: options.byAdult ? 'adult' : drill.childSource,
    fieldMm: { width: space.widthMm, height: space.heightMm },
    touch: { accept: 'contact', holdMs: 0, mergeMs: 100, edgeRestMm: 0, palmMm: 40 },
    ...(limb ? { limb } : {}),
  };
  const calibration = options.recording?.calibration ?? ownCalibration;
  const runner = createRunner<S>({ drill, set, seed: options.recording?.seed ?? 'rig', calibration });
  const frames = [...(options.recording?.frames ?? [])];
  const child = drill.createSyntheticChild(set, { ...calmAbilities, ...options.abilities }, createRng('rig/child'));
  const interpretLive = createInterpreter(drill.movement, calibration);
  const clock = { nowMs: 0, step: 0 };
  const held: { phase: SessionPhase; seen: Stage<S>['live']; told: Stage<S>['live'] | null } = { phase: 'playing', seen: {}, told: null };
  const stage: Stage<S> = {
    get phase() {
      return held.phase;
    },
    state: runner.state,
    get live() {
      return held.phase === 'playing' ? (held.told ?? held.seen) : {};
    },
    run: 1,
    get nowMs() {
      return clock.nowMs;
    },
    get runMs() {
      return clock.nowMs;
    },
    celebrated: true,
    space: set.space,
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
  const silent: Sound = { play: (name) => played.push(name), startMusic() {}, followBeat() {}, setVolumes() {}, pause() {}, resume() {}, stop() {} };
  // What a game's own sound can do beyond this is silent here.
  const sound = new Proxy(silent, { get: (target, name) => Reflect.get(target, name) ?? (() => {}) });
  const host = await createHost<S>({
    parent,
    game,
    stage,
    sound,
    manual: options.manual ?? true,
    beforeStep() {
      const untilMs = clock.nowMs + clock.step;
      for (; clock.nowMs < untilMs; clock.nowMs += 10) {
        if (options.recording) for (; frames[0] && frames[0].deliveredMs <= clock.nowMs + 10; frames.shift()) push(frames[0]);
        else if (!options.byAdult) for (const frame of child(runner.state, clock.nowMs)) push(frame);
        runner.advanceTo(clock.nowMs + 10);
      }
    },
  });
  function push(frame: Frame): void {
    runner.push(frame);
    const signal = interpretLive([frame], frame.deliveredMs).at(-1);
    if (signal) held.seen = { [drill.movement]: signal.value };
  }

  const open = (object: Phaser.GameObjects.GameObject): readonly Phaser.GameObjects.GameObject[] =>
    'list' in object ? [object, ...(object.list as Phaser.GameObjects.GameObject[]).flatMap(open)] : [object];
  const all = () => (host.phaser().scene.getScene(id)?.children.list ?? []).flatMap(open);
  return {
    host,
    parent,
    state: runner.state,
    played,
    all,
    push,
    get nowMs() {
      return clock.nowMs;
    },
    canvas() {
      const canvas = parent.querySelector('canvas');
      if (!canvas) throw new Error('nothing is drawn');
      return canvas;
    },
    find: (name) => all().filter((object) => object.name === name),
    setPhase(phase) {
      held.phase = phase;
    },
    setLive(live) {
      held.told = live;
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
