import { useEffect, useState } from 'preact/hooks';
import type { Millis } from '../../../core/units';

/** A moment that moves on by itself, and what changes it. */
export interface Playback {
  readonly atMs: Millis;
  readonly playing: boolean;
  /** Plays on; from the start when the end is reached. */
  play(): void;
  pause(): void;
  /** Goes to a moment and stays there. */
  seek(ms: Millis): void;
}

/** A page that was hidden goes on where it was. */
const longestStepMs: Millis = 100;

/** Plays from `fromMs` to `toMs` at `rate` times the speed of life; starts by itself unless the tablet asks for less motion. */
export function usePlayback(fromMs: Millis, toMs: Millis, rate: number): Playback {
  const [atMs, setAtMs] = useState(fromMs);
  const [playing, setPlaying] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
  useEffect(() => {
    if (!playing) return;
    let lastMs: number | null = null;
    let next = requestAnimationFrame(draw);
    function draw(nowMs: number): void {
      const stepMs = lastMs === null ? 0 : Math.min(nowMs - lastMs, longestStepMs);
      lastMs = nowMs;
      setAtMs((before) => Math.min(toMs, before + stepMs * rate));
      next = requestAnimationFrame(draw);
    }
    return () => cancelAnimationFrame(next);
  }, [playing, rate, toMs]);
  useEffect(() => {
    if (atMs >= toMs) setPlaying(false);
  }, [atMs, toMs]);
  return {
    atMs,
    playing,
    play() {
      if (atMs >= toMs) setAtMs(fromMs);
      setPlaying(true);
    },
    pause: () => setPlaying(false),
    seek(ms) {
      setPlaying(false);
      setAtMs(Math.min(toMs, Math.max(fromMs, ms)));
    },
  };
}
