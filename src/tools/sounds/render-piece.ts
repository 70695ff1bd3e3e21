// From a piece of a score to samples: notes, room, level, limiter.
import { createRng } from '../../core/rng';
import { measureLoudestDb, measureMeanDb } from './meter';
import { addRoom } from './room';
import { type Piece, toNotes } from './score';
import { at, fadeEdges, playNote, SAMPLE_RATE, toSamples } from './voices';

/** No sample of any file lies above this, in dB below full scale. */
export const CEILING_DB = -3.5;

const LOOK_AHEAD_S = 0.006;
const END_FADE_S = 0.25;

/** Samples of one piece at its level (mono), the same for the same piece and name. A loop joins its own beginning without a seam. */
export function renderPiece(piece: Piece, name: string): Float32Array {
  const loop = piece.kind !== 'effect';
  const dry = playParts(piece, name, loop);
  const wet = addRoom(dry, loop);
  const placed = dry.map((sample, i) => sample * (1 - piece.room) + piece.room * at(wet, i));
  if (!loop) fadeEdges(placed, 0, END_FADE_S);
  const level = loop ? measureMeanDb(placed) : measureLoudestDb(placed);
  const gain = 10 ** ((piece.levelDb - level) / 20);
  return limitPeaks(placed.map((sample) => sample * gain));
}

function playParts(piece: Piece, name: string, loop: boolean): Float32Array {
  const out = new Float32Array(toSamples(piece.lengthS));
  piece.parts.forEach((part, index) => {
    const rng = createRng(`${name}/${index}`);
    for (const note of toNotes(part)) {
      // A player is never exactly on the beat nor twice as strong: 8 ms and 1.5 dB, too little to hear as a mistake.
      const from = toSamples(note.atS + (loop ? piece.lengthS + 0.008 * (rng.next() - 0.5) : 0));
      const gain = note.velocity * 10 ** ((part.gainDb + (loop ? 1.5 * (rng.next() - 0.5) : 0)) / 20);
      const samples = playNote(part.voice, note.hz, part.attackS, part.lengthS, rng);
      for (let i = 0; i < samples.length; i++) {
        const to = loop ? (from + i) % out.length : from + i;
        if (to >= out.length) break;
        out[to] = at(out, to) + gain * at(samples, i);
      }
    }
  });
  return out;
}

// Looks ahead round the end too, which is right for a loop and does nothing to an effect that ends in silence.
function limitPeaks(sound: Float32Array): Float32Array {
  const ceiling = 10 ** (CEILING_DB / 20);
  const length = sound.length;
  const reach = Math.round(LOOK_AHEAD_S * SAMPLE_RATE);
  const over = new Map<number, number>();
  for (let i = 0; i < length; i++) {
    const height = Math.abs(at(sound, i));
    if (height > ceiling) over.set(i, ceiling / height);
  }
  if (over.size === 0) return sound;
  const held = new Float32Array(length).fill(1);
  for (const [i, gain] of over) {
    for (let j = -reach; j <= reach; j++) {
      const to = (i + j + length) % length;
      held[to] = Math.min(at(held, to), gain);
    }
  }
  // The mean of a held minimum never exceeds it at the peak itself, so the ceiling holds exactly.
  const smooth = new Float32Array(length);
  let sum = 0;
  for (let j = -reach; j <= reach; j++) sum += at(held, (j + length) % length);
  for (let i = 0; i < length; i++) {
    smooth[i] = sum / (2 * reach + 1);
    sum += at(held, (i + reach + 1) % length) - at(held, (i - reach + length) % length);
  }
  return sound.map((sample, i) => sample * at(smooth, i));
}
