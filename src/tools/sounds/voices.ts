// The instruments: each turns one note into samples. Pure: the same note and stream of random numbers give the same samples.
import type { Rng } from '../../core/rng';
import type { Voice } from './score';

/** Samples a second of everything that is rendered. */
export const SAMPLE_RATE = 44_100;

// Above this only the codec would hear anything.
const HIGHEST_HZ = 9000;

interface Tone {
  readonly hz: number;
  readonly attackS: number;
  readonly lengthS: number;
  readonly rng: Rng;
}

/** Samples of one note at full velocity; `attackS` and `lengthS` fall back to what suits the instrument. */
export function playNote(voice: Voice, hz: number, attackS: number | undefined, lengthS: number | undefined, rng: Rng): Float32Array {
  const { play, attack, length } = INSTRUMENTS[voice];
  return play({ hz, attackS: attackS ?? attack, lengthS: lengthS ?? length(hz), rng });
}

interface Instrument {
  readonly play: (tone: Tone) => Float32Array;
  readonly attack: number;
  readonly length: (hz: number) => number;
}

const INSTRUMENTS: Readonly<Record<Voice, Instrument>> = {
  mallet: { play: strikeBar, attack: 0.05, length: (hz) => 3.4 * (220 / hz) ** 0.5 },
  bowed: { play: bow, attack: 0.3, length: () => 2 },
  pad: { play: swellPad, attack: 2, length: () => 8 },
  breath: { play: breathe, attack: 0.3, length: () => 1.2 },
  water: { play: drip, attack: 0.05, length: () => 0.5 },
  lap: { play: lapShore, attack: 1.6, length: () => 4.5 },
  wood: { play: knock, attack: 0.045, length: () => 0.3 },
};

// Marimba bars are tuned so that the second mode lies two octaves up; soft mallets hardly wake the third.
// The second line is the resonator tube under the bar, which sings on when the bar itself has died.
function strikeBar(tone: Tone): Float32Array {
  const brightness = Math.min(1, 330 / tone.hz);
  return sumModes(tone, [
    [1, 0.7, 0.6],
    [1.0008, 0.5, 1.7],
    [3.98, 0.16 * brightness, 0.3],
    [9.6, 0.03 * brightness, 0.12],
  ]);
}

function knock(tone: Tone): Float32Array {
  return sumModes(tone, [
    [1, 1, 1],
    [2.57, 0.35, 0.5],
    [4.95, 0.12, 0.3],
  ]);
}

// Each mode: [ratio to the pitch, amplitude, share of the time to die away by 60 dB].
function sumModes(tone: Tone, modes: readonly (readonly [ratio: number, amplitude: number, decay: number])[]): Float32Array {
  const out = new Float32Array(toSamples(tone.attackS + tone.lengthS));
  // One phase for all: a bar and its tube that began apart would all but cancel in some notes and not in others.
  const phase = tone.rng.next();
  for (const [ratio, amplitude, decay] of modes) {
    if (tone.hz * ratio > HIGHEST_HZ) continue;
    addSine(out, tone.hz * ratio, amplitude, phase, tone.lengthS * decay);
  }
  return fadeEdges(out, tone.attackS, 0.04);
}

// A rotating phasor: a minute of music in a second, where a sine a sample takes ten. `phase` is a share of a turn.
function addSine(out: Float32Array, hz: number, amplitude: number, phase: number, dieS = Number.POSITIVE_INFINITY): void {
  const turn = (2 * Math.PI * hz) / SAMPLE_RATE;
  const keep = Math.exp(-Math.log(1000) / (dieS * SAMPLE_RATE));
  const [cos, sin] = [keep * Math.cos(turn), keep * Math.sin(turn)];
  let x = amplitude * Math.cos(2 * Math.PI * phase);
  let y = amplitude * Math.sin(2 * Math.PI * phase);
  for (let i = 0; i < out.length; i++) {
    out[i] = at(out, i) + y;
    const next = x * cos - y * sin;
    y = x * sin + y * cos;
    x = next;
  }
}

function bow(tone: Tone): Float32Array {
  const out = new Float32Array(toSamples(tone.lengthS));
  const partials = [1, 0.24, 0.08, 0.025];
  const fall = Math.log(60) / (tone.lengthS * SAMPLE_RATE);
  for (let i = 0; i < out.length; i++) {
    const phase = (2 * Math.PI * tone.hz * i) / SAMPLE_RATE + 0.12 * Math.sin((2 * Math.PI * 4.3 * i) / SAMPLE_RATE);
    let sum = 0;
    for (let k = 0; k < partials.length; k++) sum += at(partials, k) * Math.sin((k + 1) * phase);
    out[i] = sum * Math.exp(-fall * i);
  }
  return fadeEdges(out, tone.attackS, tone.lengthS * 0.45);
}

// Three slightly different sines to a note, as breath through a pipe is never one frequency, and a little air.
function swellPad(tone: Tone): Float32Array {
  const out = new Float32Array(toSamples(tone.lengthS));
  for (const [ratio, amplitude] of [
    [1, 0.45],
    [1.0021, 0.25],
    [0.9983, 0.25],
    [2.001, 0.1],
    [3, 0.03],
  ] as const)
    addSine(out, tone.hz * ratio, amplitude, tone.rng.next());
  const air = filterBand(drawNoise(out.length, tone.rng), tone.hz * 2, 9);
  for (let i = 0; i < out.length; i++) out[i] = at(out, i) + 0.22 * at(air, i);
  return fadeEdges(out, tone.attackS, tone.lengthS * 0.35);
}

function breathe(tone: Tone): Float32Array {
  const noise = drawNoise(toSamples(tone.lengthS), tone.rng);
  return fadeEdges(filterBand(filterBand(noise, tone.hz, 5), tone.hz, 5), tone.attackS, tone.lengthS * 0.5);
}

// A drop sounds by the air bubble under it: the pitch rises to its note as the bubble closes.
function drip(tone: Tone): Float32Array {
  const out = new Float32Array(toSamples(tone.attackS + tone.lengthS));
  const fall = Math.log(1000) / (tone.lengthS * SAMPLE_RATE);
  let phase = 0;
  for (let i = 0; i < out.length; i++) {
    phase += (2 * Math.PI * tone.hz * (1 - 0.12 * Math.exp(-i / (0.04 * SAMPLE_RATE)))) / SAMPLE_RATE;
    out[i] = Math.sin(phase) * Math.exp(-fall * i);
  }
  return fadeEdges(out, tone.attackS, 0.04);
}

function lapShore(tone: Tone): Float32Array {
  const noise = drawNoise(toSamples(tone.lengthS), tone.rng);
  const low = filterBand(noise, tone.hz, 0.9);
  const wash = filterBand(filterBand(noise, tone.hz * 3, 1.2), tone.hz * 3, 1.2);
  for (let i = 0; i < low.length; i++) low[i] = at(low, i) + 0.35 * at(wash, i);
  return fadeEdges(low, tone.attackS, tone.lengthS - tone.attackS);
}

/** The same samples rising from nothing over `inS` and falling to nothing over the last `outS` seconds, both without a corner. */
export function fadeEdges(samples: Float32Array, inS: number, outS: number): Float32Array {
  const rise = Math.min(samples.length, toSamples(inS));
  const fall = Math.min(samples.length, toSamples(outS));
  for (let i = 0; i < rise; i++) samples[i] = at(samples, i) * (0.5 - 0.5 * Math.cos((Math.PI * i) / rise));
  for (let i = 0; i < fall; i++) {
    const from = samples.length - 1 - i;
    samples[from] = at(samples, from) * (0.5 - 0.5 * Math.cos((Math.PI * i) / fall));
  }
  return samples;
}

/** Whole samples in a time in seconds. */
export function toSamples(seconds: number): number {
  return Math.round(seconds * SAMPLE_RATE);
}

/** The sample at a place known to be inside; 0 outside. */
export function at(samples: ArrayLike<number>, index: number): number {
  return samples[index] ?? 0;
}

// Even noise of power 1; once filtered it sounds as normal noise does, for a third of the time.
function drawNoise(length: number, rng: Rng): Float32Array {
  return Float32Array.from({ length }, () => Math.sqrt(3) * (2 * rng.next() - 1));
}

// Band-pass with 0 dB at its centre (Bristow-Johnson, Audio EQ Cookbook).
function filterBand(samples: Float32Array, hz: number, q: number): Float32Array {
  const w = (2 * Math.PI * Math.min(hz, 16_000)) / SAMPLE_RATE;
  const alpha = Math.sin(w) / (2 * q);
  const b0 = alpha / (1 + alpha);
  const a1 = (-2 * Math.cos(w)) / (1 + alpha);
  const a2 = (1 - alpha) / (1 + alpha);
  const out = new Float32Array(samples.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let i = 0; i < samples.length; i++) {
    const x = at(samples, i);
    const y = b0 * (x - x2) - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    out[i] = y;
  }
  return out;
}
