// The startle meter: how fast a sound rises and how loud it is beside the music (clinical rule C8, startle).
import { at, SAMPLE_RATE } from './voices';

const ENVELOPE_WINDOW_S = 0.01;
const LOUD_WINDOW_S = 0.1;

/** Highest sample in dB below full scale. */
export function measurePeakDb(sound: Float32Array): number {
  let peak = 0;
  for (const sample of sound) peak = Math.max(peak, Math.abs(sample));
  return 20 * Math.log10(peak);
}

/** Shortest time in ms in which the sound rises by 80 % of its peak (its 10 to 90 % attack), wherever in it that happens. */
export function measureRiseMs(sound: Float32Array): number {
  const envelope = followEnvelope(sound);
  let peak = 0;
  for (const value of envelope) peak = Math.max(peak, value);
  let shortest = Number.POSITIVE_INFINITY;
  for (let end = 1; end < envelope.length; end++) {
    if (at(envelope, end) < 0.8 * peak) continue;
    for (let i = end - 1; i >= Math.max(0, end - shortest); i--) {
      if (at(envelope, end) - at(envelope, i) < 0.8 * peak) continue;
      shortest = Math.min(shortest, end - i);
      break;
    }
  }
  return shortest;
}

// Root mean square over 10 ms, one value a millisecond; silence is put before the sound, as the child hears it.
function followEnvelope(sound: Float32Array): Float32Array {
  const window = Math.round(ENVELOPE_WINDOW_S * SAMPLE_RATE);
  const hop = SAMPLE_RATE / 1000;
  const sums = accumulatePower(sound);
  const length = Math.floor(sound.length / hop);
  return Float32Array.from({ length }, (_, ms) => {
    const end = Math.round(ms * hop);
    return Math.sqrt(Math.max(0, at(sums, end) - at(sums, Math.max(0, end - window))) / window);
  });
}

/** K-weighted level in dB (ITU-R BS.1770-4) of the whole sound. */
export function measureMeanDb(sound: Float32Array): number {
  const sums = accumulatePower(weightK(sound));
  return toLoudness(at(sums, sums.length - 1) / sound.length);
}

/** K-weighted level in dB of the loudest tenth of a second. */
export function measureLoudestDb(sound: Float32Array): number {
  const sums = accumulatePower(weightK(sound));
  const window = Math.round(LOUD_WINDOW_S * SAMPLE_RATE);
  let loudest = 0;
  for (let end = window; end < sums.length; end += 441) loudest = Math.max(loudest, at(sums, end) - at(sums, end - window));
  return toLoudness(loudest / window);
}

function toLoudness(power: number): number {
  return -0.691 + 10 * Math.log10(power);
}

function accumulatePower(samples: Float32Array): Float64Array {
  const sums = new Float64Array(samples.length + 1);
  samples.forEach((sample, i) => {
    sums[i + 1] = at(sums, i) + sample * sample;
  });
  return sums;
}

// The two filters of BS.1770-4 (head shelf, low cut), their published 48 kHz curves carried to 44.1 kHz.
function weightK(samples: Float32Array): Float32Array {
  const shelf = Math.tan((Math.PI * 1681.974450955533) / SAMPLE_RATE);
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const q = 0.7071752369554196;
  const norm = 1 + shelf / q + shelf * shelf;
  const shelved = filter(
    samples,
    [(high + (band * shelf) / q + shelf * shelf) / norm, (2 * (shelf * shelf - high)) / norm, (high - (band * shelf) / q + shelf * shelf) / norm],
    [(2 * (shelf * shelf - 1)) / norm, (1 - shelf / q + shelf * shelf) / norm],
  );
  const cut = Math.tan((Math.PI * 38.13547087602444) / SAMPLE_RATE);
  const cutQ = 0.5003270373238773;
  const cutNorm = 1 + cut / cutQ + cut * cut;
  return filter(shelved, [1, -2, 1], [(2 * (cut * cut - 1)) / cutNorm, (1 - cut / cutQ + cut * cut) / cutNorm]);
}

function filter(samples: Float32Array, [b0, b1, b2]: readonly [number, number, number], [a1, a2]: readonly [number, number]): Float32Array {
  const out = new Float32Array(samples.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let i = 0; i < samples.length; i++) {
    const x = at(samples, i);
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    out[i] = y;
  }
  return out;
}
