// Two formats, because no single one is played by every browser we support: Ogg Vorbis, and MP3 for Safari before 18.4.
import { createMp3Encoder, createOggEncoder } from 'wasm-media-encoders';
import { at, toSamples } from './voices';

/** Seconds of a loop that its file repeats at either end: codecs add silence at the ends, so the player loops a window inside. */
export const LOOP_MARGIN_S = 0.2;

/** A loop with its own end before it and its own beginning after it, so that any window of one period is the whole loop. */
export function wrapLoop(sound: Float32Array): Float32Array {
  const margin = toSamples(LOOP_MARGIN_S);
  return Float32Array.from({ length: sound.length + 2 * margin }, (_, i) => at(sound, (i - margin + sound.length) % sound.length));
}

/** Samples a second in the files. */
export const CODED_RATE = 22_050;

/** How finely a sound is coded: Vorbis quality -1..10, MP3 kbit/s. */
export interface Coding {
  readonly vorbisQuality: number;
  readonly mp3Kbps: 16 | 24 | 32;
}

/** The bytes of a sound in both formats, the same for the same samples. */
export async function encodeSound(sound: Float32Array, coding: Coding): Promise<{ ogg: Uint8Array; mp3: Uint8Array }> {
  const samples = halveRate(sound);
  const common = { channels: 1, sampleRate: CODED_RATE } as const;
  const ogg = await createOggEncoder();
  ogg.configure({ ...common, vbrQuality: coding.vorbisQuality, oggSerialNo: 1 });
  const mp3 = await createMp3Encoder();
  mp3.configure({ ...common, bitrate: coding.mp3Kbps, outputSampleRate: CODED_RATE });
  return { ogg: collect(ogg, samples), mp3: collect(mp3, samples) };
}

// No voice sounds above 9 kHz, and half the rate lets so few bits a second sound clean.
function halveRate(samples: Float32Array): Float32Array {
  return Float32Array.from({ length: Math.floor(samples.length / 2) }, (_, i) => (at(samples, 2 * i) + at(samples, 2 * i + 1)) / 2);
}

interface Encoder {
  encode(samples: readonly Float32Array[]): Uint8Array;
  finalize(): Uint8Array;
}

// The encoder hands out its own memory, so each part is copied before the next call.
function collect(encoder: Encoder, samples: Float32Array): Uint8Array {
  const parts = [encoder.encode([samples]).slice(), encoder.finalize().slice()];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
