// The instruments that play on the beat: a few dying sines each, made when first needed, so that every one starts at its first sample.

/** An instrument on the beat: `wood` and `drum` carry it, the others play along. */
export type BeatVoice = 'wood' | 'drum' | 'mallet' | 'bass' | 'flute' | 'bell' | 'reed' | 'click';

interface Instrument {
  /** Time of the rise: fast enough to step to, soft enough not to startle (art.md: the beat is the one exception). */
  readonly riseS: number;
  /** Time in which the first mode dies away by 60 dB. */
  readonly dieS: number;
  /** Height of the highest sample. */
  readonly peak: number;
  /** Each mode: ratio to the pitch, amplitude, share of `dieS`. */
  readonly modes: readonly (readonly [ratio: number, amplitude: number, decay: number])[];
  /** The pitch falls to its own from this much higher, as a drum's skin does. */
  readonly fallRatio?: number;
}

const instruments: Readonly<Record<BeatVoice, Instrument>> = {
  wood: {
    riseS: 0.005,
    dieS: 0.22,
    peak: 0.42,
    modes: [
      [1, 1, 1],
      [2.57, 0.32, 0.5],
      [4.95, 0.1, 0.3],
    ],
  },
  drum: {
    riseS: 0.006,
    dieS: 0.6,
    peak: 0.43,
    fallRatio: 0.5,
    modes: [
      [1, 1, 1],
      [2, 0.55, 0.7],
      [3.16, 0.3, 0.4],
      [5.2, 0.12, 0.2],
    ],
  },
  mallet: {
    riseS: 0.007,
    dieS: 1.1,
    peak: 0.24,
    modes: [
      [1, 0.8, 0.9],
      [3.98, 0.13, 0.3],
      [9.6, 0.02, 0.12],
    ],
  },
  bass: {
    riseS: 0.03,
    dieS: 1.3,
    peak: 0.3,
    modes: [
      [1, 1, 1],
      [2, 0.6, 0.9],
      [3, 0.34, 0.8],
      [4, 0.14, 0.7],
    ],
  },
  flute: {
    riseS: 0.045,
    dieS: 1.8,
    peak: 0.14,
    modes: [
      [1, 1, 1],
      [2, 0.22, 0.8],
      [3, 0.06, 0.6],
    ],
  },
  bell: {
    riseS: 0.012,
    dieS: 1.9,
    peak: 0.1,
    modes: [
      [1, 1, 1],
      [2.76, 0.3, 0.5],
      [5.4, 0.08, 0.3],
    ],
  },
  reed: {
    riseS: 0.04,
    dieS: 1.1,
    peak: 0.13,
    modes: [
      [1, 1, 1],
      [2.003, 0.5, 1],
      [3, 0.3, 0.9],
      [4.01, 0.14, 0.8],
    ],
  },
  click: {
    riseS: 0.004,
    dieS: 0.09,
    peak: 0.13,
    modes: [
      [1, 1, 1],
      [1.83, 0.6, 0.8],
      [3.4, 0.2, 0.6],
    ],
  },
};

/** Samples of one note of an instrument at `hz`, the same each time. */
export function renderBeatSound(voice: BeatVoice, hz: number, sampleRate: number): Float32Array<ArrayBuffer> {
  const { riseS, dieS, peak, modes, fallRatio } = instruments[voice];
  const out = new Float32Array(Math.round((riseS + dieS) * sampleRate));
  for (const [ratio, amplitude, decay] of modes) {
    if (hz * ratio > 0.4 * sampleRate) continue;
    addMode(out, {
      turn: (2 * Math.PI * hz * ratio) / sampleRate,
      amplitude,
      dieSamples: dieS * decay * sampleRate,
      fallRatio: fallRatio ?? 0,
      sampleRate,
    });
  }
  const rise = Math.round(riseS * sampleRate);
  for (let i = 0; i < rise; i++) out[i] = (out[i] ?? 0) * (0.5 - 0.5 * Math.cos((Math.PI * i) / rise));
  const end = Math.round(0.02 * sampleRate);
  for (let i = 0; i < end; i++) out[out.length - 1 - i] = (out[out.length - 1 - i] ?? 0) * (i / end);
  let highest = 0;
  for (const sample of out) highest = Math.max(highest, Math.abs(sample));
  const level = peak / highest;
  for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) * level;
  return out;
}

/** A drum's pitch falls within this time constant. */
const pitchFallS = 0.03;

/** A dying sine; a rotating phasor, since a note must be made within a frame: a sine a sample takes twenty times as long. */
function addMode(
  out: Float32Array,
  mode: { readonly turn: number; readonly amplitude: number; readonly dieSamples: number; readonly fallRatio: number; readonly sampleRate: number },
): void {
  const keep = Math.exp(-Math.log(1000) / mode.dieSamples);
  const [cos, sin] = [keep * Math.cos(mode.turn), keep * Math.sin(mode.turn)];
  // The falling part turns the phasor further, less and less, until nothing is left of it.
  const falling = mode.fallRatio > 0 ? Math.round(6 * pitchFallS * mode.sampleRate) : 0;
  let x = mode.amplitude;
  let y = 0;
  for (let i = 0; i < out.length; i++) {
    out[i] = (out[i] ?? 0) + y;
    let next = x * cos - y * sin;
    y = x * sin + y * cos;
    x = next;
    if (i >= falling) continue;
    const more = mode.turn * mode.fallRatio * Math.exp(-i / (pitchFallS * mode.sampleRate));
    next = x * Math.cos(more) - y * Math.sin(more);
    y = x * Math.sin(more) + y * Math.cos(more);
    x = next;
  }
}
