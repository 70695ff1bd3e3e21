// The room all sounds stand in: a feedback delay network (Jot 1991), dark and short, so that no sound ends abruptly.
import { at, SAMPLE_RATE, toSamples } from './voices';

// Mutually prime lengths in samples (about 25 to 61 ms), so that echoes never pile up on one pitch.
const DELAYS = [1103, 1279, 1433, 1601, 1789, 2053, 2333, 2689];
const DECAY_S = 1.7;
const DAMPING = 0.42;
// In twice its decay the room has forgotten what was before, down to -120 dB.
const RUN_IN_S = 2 * DECAY_S;

/** The echo of a dry sound. A loop's end is heard once before its beginning, so that its tail runs on into it. */
export function addRoom(dry: Float32Array, loop: boolean): Float32Array {
  const length = dry.length;
  const echo = new Float32Array(length);
  const lines = DELAYS.map((size) => ({ buffer: new Float32Array(size), gain: 10 ** ((-3 * size) / (DECAY_S * SAMPLE_RATE)), dark: 0, at: 0 }));
  const outs = new Float64Array(lines.length);
  for (let moment = loop ? -toSamples(RUN_IN_S) : 0; moment < length; moment++) {
    const i = (moment + length) % length;
    let sum = 0;
    lines.forEach((line, k) => {
      line.dark += (1 - DAMPING) * (at(line.buffer, line.at) * line.gain - line.dark);
      outs[k] = line.dark;
      sum += line.dark;
    });
    // Householder mixing: loss-free, every line feeds every other.
    const mixed = (2 / lines.length) * sum;
    lines.forEach((line, k) => {
      line.buffer[line.at] = at(dry, i) + at(outs, k) - mixed;
      line.at = (line.at + 1) % line.buffer.length;
    });
    echo[i] = 0.35 * outs.reduce((total, out, k) => total + (k % 2 ? -out : out), 0);
  }
  return echo;
}
