// The way from Howler to the loudspeaker: one audio context with a limiter at its end, woken by the first touch.
import { Howler } from 'howler';

declare module 'howler' {
  interface HowlerGlobal {
    /** What Howler believes of its context; true only if we tell it, since we unlock the context ourselves. */
    state: string;
  }
}

// DynamicsCompressor adds make-up gain of its own, (1 / its gain at full scale) ^ 0.6 (Web Audio API 1.1, section 1.19.4); TRIM takes it back.
const THRESHOLD_DB = -6;
const RATIO = 20;
const TRIM = 10 ** ((0.6 * (THRESHOLD_DB - THRESHOLD_DB / RATIO)) / 20);

const limited = new WeakSet<BaseAudioContext>();

/** The context that all sound goes through, its limiter in place; null where there is no Web Audio (and so no limiter: we stay silent). */
export function openOutput(): AudioContext | null {
  try {
    // Howler's own unlocking would replace the context, limiter and all, and play at once whatever was asked for while it was locked.
    Howler.autoUnlock = false;
    // After half a minute without a sound of a file Howler would put the context to sleep, and beats and music of our own with it.
    Howler.autoSuspend = false;
    Howler.volume(1);
  } catch {
    return null;
  }
  const context: AudioContext | null = Howler.usingWebAudio ? Howler.ctx : null;
  if (!context) return null;
  if (!limited.has(context)) {
    limited.add(context);
    Howler.masterGain.disconnect();
    connectLimiter(context, Howler.masterGain);
  }
  return context;
}

/** Leads a node to the context's end through the limiter: soft sound passes unchanged, nothing comes out above about -5 dBFS for long. */
export function connectLimiter(context: BaseAudioContext, from: AudioNode): void {
  const limiter = new DynamicsCompressorNode(context, { threshold: THRESHOLD_DB, ratio: RATIO, knee: 0, attack: 0.001, release: 0.15 });
  const trim = new GainNode(context, { gain: TRIM });
  from.connect(limiter).connect(trim).connect(context.destination);
}

/** Asks a sleeping context to run; whether it does now. Before any touch it does not even ask, as browsers log each refusal. */
export async function wake(context: AudioContext): Promise<boolean> {
  if (context.state !== 'running') {
    if (navigator.userActivation?.hasBeenActive === false) return false;
    await context.resume().catch(() => {});
  }
  return tellHowler(context);
}

/** Tells Howler whether its context runs, and returns it. */
export function tellHowler(context: AudioContext): boolean {
  const running = context.state === 'running';
  Howler.state = running ? 'running' : 'suspended';
  return running;
}
