import type { BeatInput } from '../../../core/beat-offset';
import type { Ratio } from '../../../core/units';
import type { Sound } from '../../../games/kit/sound';
import { type BeatOffset, type BeatOffsetRefusal, toBeatOffset } from '../../../measures/beat-offset';
import { createGamepadSource } from '../../../movement/sources/gamepad';
import { createTouchSource } from '../../../movement/sources/touch';
import type { Frame } from '../../../movement/types';

/** Beats of a run; the first two find the beat. */
export const beatsAlong = 16;
/** Slow enough that a tap 400 ms late is still nearest to its own beat. */
const periodMs = 1000;
/** Time to put a finger on the glass. */
const leadMs = 1500;
/** A late tap of the last beat is waited for. */
const afterMs = 600;
/** The light comes and goes within this time of a beat: eased, once a second, so it is no flash (clinical.md C8). */
const glowMs = 400;

/** What a run is made with. */
export interface TapAlongSetup {
  readonly input: BeatInput;
  /** Taps are read on it. */
  readonly pad: HTMLElement;
  readonly pxPerMm: number;
  /** The beat is heard through it, as in the games, on the audio clock. */
  readonly sound: Pick<Sound, 'followBeat' | 'stop'>;
  /** Once a frame: how bright the beat's light is, beats begun, and taps so far. */
  onBeat(glow: Ratio, beats: number, taps: number): void;
  onEnd(outcome: BeatOffset | BeatOffsetRefusal): void;
}

/** Plays the beats and hears the taps, by the sources of play, so that their delays are in it; what it returns ends it without a result. */
export function startTapAlong({ input, pad, pxPerMm, sound, onBeat, onEnd }: TapAlongSetup): () => void {
  const startMs = performance.now();
  const nowMs = () => performance.now() - startMs;
  const times = { nowMs, toSession: (ms: number) => ms - startMs };
  const beatsMs = Array.from({ length: beatsAlong }, (_, n) => leadMs + n * periodMs);
  const endMs = leadMs + (beatsAlong - 1) * periodMs + afterMs;
  const tapsMs: number[] = [];
  const isTap = createTapFinder();
  const source = input === 'touch' ? createTouchSource(pad, times, pxPerMm) : createGamepadSource(window, times);
  let frame = 0;
  void source.start((seen) => {
    if (isTap(seen)) tapsMs.push(seen.capturedMs);
  });

  function draw(): void {
    const now = nowMs();
    if (now >= endMs) {
      stop();
      onEnd(toBeatOffset(tapsMs, beatsMs));
      return;
    }
    // Notes are put ahead of time: after the last beat those of the next ones are taken back.
    sound.followBeat(now < endMs - afterMs / 2 ? { firstMs: leadMs, periodMs, accent: null } : null, now);
    const nearest = Math.min(beatsAlong - 1, Math.max(0, Math.round((now - leadMs) / periodMs)));
    const offMs = Math.abs(now - (beatsMs[nearest] ?? 0));
    const begun = Math.min(beatsAlong, Math.max(0, Math.floor((now - leadMs) / periodMs) + 1));
    onBeat(offMs < glowMs ? 0.5 + 0.5 * Math.cos((Math.PI * offMs) / glowMs) : 0, begun, tapsMs.length);
    frame = requestAnimationFrame(draw);
  }

  function stop(): void {
    cancelAnimationFrame(frame);
    source.stop();
    sound.stop();
  }

  draw();
  return stop;
}

/** True for a frame in which a finger came down, or a button. */
function createTapFinder(): (frame: Frame) => boolean {
  let down: ReadonlySet<number> = new Set();
  return (frame) => {
    const before = down;
    if (frame.kind === 'touch') down = new Set(frame.contacts.map(({ id }) => id));
    else if (frame.kind === 'gamepad') down = new Set(frame.buttons.flatMap((pressed, i) => (pressed ? [i] : [])));
    return [...down].some((id) => !before.has(id));
  };
}
