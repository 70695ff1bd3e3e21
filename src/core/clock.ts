import type { Millis } from './units';

/** Tells the time of one time base, in milliseconds. */
export interface Clock {
  nowMs(): Millis;
}

/** A clock that can be stopped: time spent paused does not exist on it. */
export interface SessionClock extends Clock {
  readonly paused: boolean;
  pause(): void;
  resume(): void;
  /** The session time of an instant of the underlying clock, such as the time stamp of a browser event. */
  toSession(baseMs: Millis): Millis;
}

/** A session clock over `base` (in the app: `performance.now`), starting at 0 and running. */
export function createSessionClock(base: Clock): SessionClock {
  let offsetMs = base.nowMs();
  let pausedAtMs: Millis | null = null;
  return {
    get paused() {
      return pausedAtMs !== null;
    },
    nowMs: () => (pausedAtMs ?? base.nowMs()) - offsetMs,
    pause() {
      pausedAtMs ??= base.nowMs();
    },
    resume() {
      if (pausedAtMs === null) return;
      offsetMs += base.nowMs() - pausedAtMs;
      pausedAtMs = null;
    },
    toSession: (baseMs) => Math.min(baseMs, pausedAtMs ?? baseMs) - offsetMs,
  };
}
