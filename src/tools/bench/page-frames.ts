import * as Phaser from 'phaser';

/** Script time of drawn frames in ms, in order, and the time between their starts. */
export interface FrameTimes {
  readonly scriptMs: number[];
  readonly everyMs: number[];
}

/** Called around the work of each frame of every Phaser game: right before its `prestep` event and right after its `postrender`. */
export interface FrameWatch {
  before?(game: Phaser.Game): void;
  after(game: Phaser.Game, startMs: number, endMs: number): void;
}

/** Watches all frames that Phaser draws from now on; games must be made later. Returns its undo. */
export function watchFrames(watch: FrameWatch): () => void {
  const { prototype } = Phaser.Game;
  const { step } = prototype;
  let watching = true;
  prototype.step = function (this: Phaser.Game, time: number, delta: number) {
    // A game keeps the step that it was made with.
    if (!watching) return step.call(this, time, delta);
    watch.before?.(this);
    const startMs = performance.now();
    step.call(this, time, delta);
    watch.after(this, startMs, performance.now());
  };
  return () => {
    watching = false;
    prototype.step = step;
  };
}

/**
 * Draws everything into a corner of 16 x 16 pixels from now on, by the same calls; returns its undo. Without a graphics card the
 * drawing is done by the processors that the script is measured on, and frames come so seldom that each has the work of ten.
 */
export function drawSmall(): () => void {
  const prototypes: Pick<WebGLRenderingContext, 'viewport'>[] = [WebGLRenderingContext.prototype, WebGL2RenderingContext.prototype];
  const originals = prototypes.map((one) => one.viewport);
  for (const [i, one] of prototypes.entries()) {
    one.viewport = function () {
      originals[i]?.call(this, 0, 0, 16, 16);
    };
  }
  return () => {
    for (const [i, one] of prototypes.entries()) one.viewport = originals[i] ?? one.viewport;
  };
}

/** Collects the times of frames; the first `skipped` are left out, because code is compiled and pictures are made in them. */
export function createFrameTimes(skipped: number): FrameTimes & { add(startMs: number, endMs: number): void } {
  const scriptMs: number[] = [];
  const everyMs: number[] = [];
  let seen = 0;
  let lastMs = 0;
  return {
    scriptMs,
    everyMs,
    add(startMs, endMs) {
      seen += 1;
      if (seen > skipped) {
        scriptMs.push(endMs - startMs);
        everyMs.push(startMs - lastMs);
      }
      lastMs = startMs;
    },
  };
}

/** Throws where the game is not drawn by WebGL: the figures would be those of another renderer. */
export function requireWebGl(game: Phaser.Game): void {
  if (game.renderer.type !== Phaser.WEBGL) throw new Error('there is no WebGL in this browser');
}
