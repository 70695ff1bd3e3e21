import type { Millis, Ratio } from '../../core/units';
import type { FrameOf, Interpreter, Movement, MovementSignal, MovementValue, SourceKind } from '../types';

/** A camera that gives no new frame for this long does not see the child. */
export const poseSilenceMs: Millis = 500;
/** A motion sensor that gives no new reading for this long has stopped. */
export const motionSilenceMs: Millis = 300;
/** How often silence is told again. */
const silentEveryMs: Millis = 100;

/** What one frame says: a value, how surely it was seen, and when it was so if not at the frame's own time. */
export interface Heard<M extends Movement> {
  readonly value: MovementValue[M];
  readonly quality: Ratio;
  readonly capturedMs?: Millis;
}

/** How the frames of one source become the values of one movement. */
export interface Listener<K extends SourceKind, M extends Movement> {
  readonly kind: K;
  /** Without a new frame for this long the values of `lose` are told with quality 0; null: this source speaks only when something changes. */
  readonly silenceMs: Millis | null;
  hear(frame: FrameOf<K>): readonly Heard<M>[];
  /** The values while nothing is heard. */
  lose?(): readonly MovementValue[M][];
}

/** An interpreter of one source. A frame whose time is not later than the one before is a repeat: a frozen picture is silence. */
export function listen<K extends SourceKind, M extends Movement>(listener: Listener<K, M>): Interpreter<M> {
  const { kind, silenceMs } = listener;
  const isOurs = (frame: { readonly kind: SourceKind }): frame is FrameOf<K> => frame.kind === kind;
  let heardMs: Millis | null = null;
  let toldMs = Number.NEGATIVE_INFINITY;
  let lastMs = Number.NEGATIVE_INFINITY;

  return (frames, nowMs) => {
    const out: MovementSignal<M>[] = [];
    heardMs ??= nowMs;
    for (const frame of frames) {
      if (!isOurs(frame) || frame.capturedMs <= lastMs) continue;
      lastMs = frame.capturedMs;
      heardMs = nowMs;
      for (const { value, quality, capturedMs } of listener.hear(frame))
        out.push({ capturedMs: capturedMs ?? frame.capturedMs, deliveredMs: frame.deliveredMs, value, quality });
    }
    if (silenceMs !== null && nowMs - heardMs >= silenceMs && nowMs - toldMs >= silentEveryMs) {
      toldMs = nowMs;
      for (const value of listener.lose?.() ?? []) out.push({ capturedMs: nowMs, deliveredMs: nowMs, value, quality: 0 });
    }
    return out;
  };
}
