import type * as Phaser from 'phaser';
import type { Millis } from '../../core/units';
import type { Stage } from '../../session/types';
import type { Game } from './game';
import type { Sound } from './sound';

/** What a host needs: where to draw, which game, what it sees and what happens before each frame. */
export interface HostOptions<S> {
  /** Fills it; it must have a size. */
  readonly parent: HTMLElement;
  readonly game: Game<S>;
  readonly stage: Stage<S>;
  readonly sound: Sound;
  /** Called in each frame right before the scene looks at the stage: the session's tick. */
  beforeStep(): void;
  /** No loop of its own: frames come from `stepBy` (tests, benches). */
  readonly manual?: boolean;
}

/** A running game on the screen. */
export interface Host {
  /** The Phaser game of this moment; a lost picture is replaced by a new one. Its `prestep` and `postrender` events frame the work of a frame. */
  phaser(): Phaser.Game;
  /** Draws one frame, `ms` after the last; only with `manual`. */
  stepBy(ms: Millis): void;
  /** Takes the game off the screen at once and leaves nothing behind. */
  destroy(): void;
}

type PhaserModule = typeof Phaser;

/** One game pixel is one device pixel up to this; beyond it nobody sees a difference and every frame costs more. */
const maxPixelRatio = 2;
/** A window that is being dragged is drawn stretched until it rests. */
const resizeRestMs = 150;
/** A tablet that loses its WebGL picture this often draws without it. */
const maxLostPictures = 2;
const frameMs = 1000 / 60;

/** Puts a game on the screen. Resolves when its first frame can be drawn; rejects when its pictures cannot be loaded. */
export async function createHost<S>(options: HostOptions<S>): Promise<Host> {
  const [phaser, Scene] = await Promise.all([import('phaser'), options.game.scene()]);
  tieTweensToLoop(phaser);
  const manual = options.manual === true;
  let lost = 0;
  let destroyed = false;
  let inFrame = false;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const open = (type: number) => {
    const size = measure(options.parent);
    const releases: (() => void)[] = [];
    const game = new phaser.Game({
      type,
      parent: options.parent,
      width: size.width,
      height: size.height,
      backgroundColor: '#12324A',
      banner: false,
      audio: { noAudio: true },
      input: { mouse: false, touch: false, keyboard: false, gamepad: false },
      autoFocus: false,
      fps: { smoothStep: false },
      // One texture a batch: with many, rotated pictures lose corners on graphics drivers in software. Phaser does the same on phones.
      render: { maxTextures: 1 },
      scale: { mode: phaser.Scale.NONE, zoom: 1 / size.ratio },
      callbacks: {
        postBoot(booted) {
          if (manual) holdLoop(booted);
          releases.push(noteGlobalListeners());
        },
      },
    });
    const beforeStep = () => {
      inFrame = true;
      options.beforeStep();
    };
    const afterFrame = () => {
      inFrame = false;
      // Phaser is through with the frame only after this event.
      if (destroyed) queueMicrotask(close);
    };
    const onLost = (event: Event) => {
      event.preventDefault();
      lost += 1;
      close();
      current = open(lost > maxLostPictures ? phaser.CANVAS : phaser.AUTO);
      current.ready.then(first.resolve, first.reject);
    };
    const ready = new Promise<void>((resolve, reject) => {
      game.events.once('ready', () => {
        game.canvas.style.display = 'block';
        game.canvas.style.touchAction = 'none';
        game.canvas.setAttribute('aria-hidden', 'true');
        game.canvas.addEventListener('webglcontextlost', onLost);
        releases.push(() => game.canvas.removeEventListener('webglcontextlost', onLost));
        game.events.on('prestep', beforeStep);
        game.events.on('postrender', afterFrame);
        const scene = game.scene.add(options.game.id, new Scene(options.stage, options.sound), true);
        scene?.events.once('create', () => resolve());
        scene?.load.once('loaderror', (file: { key: string }) =>
          reject(new Error(`the picture "${file.key}" of ${options.game.id} cannot be loaded`)),
        );
      });
    });
    return { game, ready, releases };
  };
  const close = () => {
    for (const release of current.releases) release();
    removeGame(current.game);
  };

  const first = toDeferred();
  let current = open(phaser.AUTO);
  current.ready.then(first.resolve, first.reject);
  const onResize = () => {
    clearTimeout(resting);
    const { game } = current;
    const size = measure(options.parent);
    if (game.scale.width === size.width && game.scale.height === size.height) return;
    game.canvas.style.width = '100%';
    game.canvas.style.height = '100%';
    resting = setTimeout(() => {
      game.scale.setZoom(1 / size.ratio);
      game.scale.resize(size.width, size.height);
      game.scene.getScene(options.game.id)?.scene.restart();
    }, resizeRestMs);
  };
  const watch = new ResizeObserver(onResize);
  watch.observe(options.parent);

  const host: Host = {
    phaser: () => current.game,
    stepBy(ms) {
      if (!destroyed) stepLoop(current.game, ms);
    },
    destroy() {
      if (destroyed) return;
      destroyed = true;
      clearTimeout(resting);
      watch.disconnect();
      if (!inFrame) close();
    },
  };
  try {
    await (manual ? stepUntil(first.promise, () => stepLoop(current.game, frameMs)) : first.promise);
  } catch (problem) {
    host.destroy();
    throw problem;
  }
  return host;
}

function toDeferred(): { promise: Promise<void>; resolve: () => void; reject: (problem: unknown) => void } {
  let resolve = () => {};
  let reject: (problem: unknown) => void = () => {};
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

function measure(parent: HTMLElement): { width: number; height: number; ratio: number } {
  // Less than 1 where the page is drawn smaller than it is laid out: more pixels than the screen shows are work for nothing.
  const ratio = Math.min(maxPixelRatio, Math.max(0.25, window.devicePixelRatio));
  return {
    width: Math.max(1, Math.round(parent.clientWidth * ratio)),
    height: Math.max(1, Math.round(parent.clientHeight * ratio)),
    ratio,
  };
}

/** Phaser's tweens read the wall clock; with the loop's delta a stepped game and a slow tablet show the same movements. */
function tieTweensToLoop(phaser: PhaserModule): void {
  const prototype = phaser.Tweens.TweenManager.prototype as unknown as { getDelta(): number };
  prototype.getDelta = function (this: Phaser.Tweens.TweenManager) {
    return this.scene.sys.game.loop.delta;
  };
}

function holdLoop(game: Phaser.Game): void {
  game.loop.start = (callback) => {
    Object.assign(game.loop, { callback, started: true, running: true, now: 0 });
    return game.loop;
  };
}

function stepLoop(game: Phaser.Game, ms: Millis): void {
  if (!game.isRunning) return;
  const { loop } = game;
  const now = loop.now + ms;
  Object.assign(loop, { now, time: now, lastTime: now, delta: ms, rawDelta: ms, frame: loop.frame + 1 });
  loop.callback(now, ms);
}

/** Loading goes on between frames, so frames are drawn until it is done. */
async function stepUntil(ready: Promise<void>, step: () => void): Promise<void> {
  let waiting = true;
  const settled = ready.finally(() => {
    waiting = false;
  });
  while (waiting) {
    step();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await settled;
}

/** Phaser never takes its visibility and focus listeners away; those that it sets while it starts are noted, and removed by the returned function. */
function noteGlobalListeners(): () => void {
  const { onblur, onfocus } = window;
  const added: [string, EventListenerOrEventListenerObject][] = [];
  const original = document.addEventListener;
  document.addEventListener = (type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions) => {
    added.push([type, listener]);
    original.call(document, type, listener, options);
  };
  // Phaser sets them in the same turn, right after this.
  queueMicrotask(() => {
    document.addEventListener = original;
  });
  return () => {
    for (const [type, listener] of added) document.removeEventListener(type, listener);
    window.onblur = onblur;
    window.onfocus = onfocus;
  };
}

/** Phaser destroys at its next frame; that frame is drawn here, so that nothing of the game outlives the call. */
function removeGame(game: Phaser.Game): void {
  const gl = 'gl' in game.renderer ? (game.renderer.gl as WebGLRenderingContext | null) : null;
  game.destroy(true);
  if (game.isRunning) game.loop.callback(game.loop.now, 0);
  else game.events.once('ready', () => game.loop.callback(game.loop.now, 0));
  // Browsers keep about 16 pictures of this kind; a given-back one cannot push out a running one.
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
}
