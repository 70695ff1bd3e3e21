/** Seeded random numbers; the same seed gives the same numbers for ever, because stored recordings depend on it. */
export interface Rng {
  /** The next number, 0 <= n < 1. */
  next(): number;
  /** An independent stream that depends on the seed and the name only, not on how many numbers were drawn. */
  fork(stream: string): Rng;
}

/** Random numbers from a seed of any text (sfc32, seeded by a 128-bit hash of the text). */
export function createRng(seed: string): Rng {
  let [a, b, c, d] = hash(seed);
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return { next, fork: (stream) => createRng(`${seed}/${stream}`) };
}

/** A whole number, min <= n < max. */
export function drawInteger(rng: Rng, min: number, max: number): number {
  return min + Math.floor(rng.next() * (max - min));
}

/** A normally distributed number with mean 0 and standard deviation 1 (Box-Muller). */
export function drawNormal(rng: Rng): number {
  const radius = Math.sqrt(-2 * Math.log(1 - rng.next()));
  return radius * Math.cos(2 * Math.PI * rng.next());
}

function hash(text: string): [number, number, number, number] {
  let h1 = 1779033703;
  let h2 = 3144134277;
  let h3 = 1013904242;
  let h4 = 2773480762;
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    h1 = h2 ^ Math.imul(h1 ^ k, 597399067);
    h2 = h3 ^ Math.imul(h2 ^ k, 2869860233);
    h3 = h4 ^ Math.imul(h3 ^ k, 951274213);
    h4 = h1 ^ Math.imul(h4 ^ k, 2716044179);
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
  return [h1 ^ h2 ^ h3 ^ h4, h2 ^ h1, h3 ^ h1, h4 ^ h1];
}
