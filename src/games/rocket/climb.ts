import type { Ratio } from '../../core/units';

/** A value that follows its goal softly; it waits, without a jerk, while it is held. */
export interface Follower {
  readonly value: number;
  /** Goes there at once. */
  put(value: number): void;
  /** One frame towards the goal. */
  follow(goal: number, deltaMs: number, held: boolean): void;
}

/** Time constants: two in a row, so that it neither starts nor ends with a jerk; and for coming to rest when held. */
const followMs = 420;
const holdMs = 160;

/** Makes a follower at 0. */
export function createFollower(): Follower {
  let [ahead, value, freedom] = [0, 0, 1];
  return {
    get value() {
      return value;
    },
    put(next) {
      ahead = next;
      value = next;
    },
    follow(goal, deltaMs, held) {
      freedom += ((held ? 0 : 1) - freedom) * (1 - Math.exp(-deltaMs / holdMs));
      const step = 1 - Math.exp((-deltaMs * freedom) / followMs);
      ahead += (goal - ahead) * step;
      value += (ahead - value) * step;
      if (Math.abs(goal - value) < 0.0004) value = goal;
    },
  };
}

/** How high the lamp is drawn for a body at this height, 0..1.06. */
export interface LampHeight {
  /** The height to draw in this frame. */
  next(height: number, deltaMs: number): Ratio;
}

/** A motion sensor tells only up or down: no body jumps, so a step this large is drawn as a way. */
const jump = 0.5;
const glideMs = 700;
const highest = 1.06;

/** Draws the body where it is; only what leaps from down to up is drawn on its way there. */
export function createLampHeight(): LampHeight {
  let last: number | null = null;
  let drawn = 0;
  let glide: { from: number; ms: number } | null = null;
  return {
    next(height, deltaMs) {
      const seen = Math.min(highest, Math.max(0, height));
      if (last !== null && Math.abs(seen - last) > jump) glide = { from: drawn, ms: 0 };
      last = seen;
      if (glide) glide.ms += deltaMs;
      if (!glide || glide.ms >= glideMs) {
        glide = null;
        drawn = seen;
      } else {
        const t = glide.ms / glideMs;
        drawn = glide.from + (seen - glide.from) * t * t * (3 - 2 * t);
      }
      return drawn;
    },
  };
}
