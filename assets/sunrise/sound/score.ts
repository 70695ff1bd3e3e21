// The score of Sunrise: a slow 5/4 that breathes, three beats in and two out, from low wood and breath up to bright bars.
// Rendered by `node src/tools/run.mjs render-sounds`.
import type { Part, Piece, Score } from '../../../src/tools/sounds/score';

/** Twelve bars of five quarters make the minute. */
const QUARTER_S = 1;

const ground: Part = {
  voice: 'pad',
  stepS: 5 * QUARTER_S,
  gainDb: -8,
  attackS: 2.6,
  lengthS: 8,
  line: 'D3+A3 B2+F#3+B4 D3+A3+E4 E3+A3+E4+B4 B2+A3+A4 E3+B3+E4 D3+A3+F#4 B2+F#3+B4, D3+A3+E4 E3+B3+E4 B2+A3+D4+A4 D3+A3',
};

const steps: Part = {
  voice: 'mallet',
  stepS: QUARTER_S / 2,
  gainDb: -10,
  attackS: 0.1,
  line: `
    D3 . A3, . D4 . . . A3, . | B2 . F#3, . A3 . . . F#3, . | D3 . A3, . E4 . . . A3, . | A2 . E3, . B3 . . . E3, .
    B2 . F#3, . D4 . . . A3, . | E3 . B3, . D4 . . . B3, . | D3 . A3, . F#4 . . . A3, . | B2 . F#3, . D4 . F#4, . D4, .
    F#3 . A3, . E4 . . . A3, . | A2 . E3, . D4 . . . E3, . | B2 . F#3, . A3 . D4, . A3, . | A2 . E3, . A3 . . . . .`,
};

const tune: Part = {
  voice: 'bowed',
  stepS: QUARTER_S,
  gainDb: -9,
  attackS: 0.6,
  lengthS: 2.6,
  line: `
    . . . . .  | . . . . A4,   | D5 . E5, . F#5 | . . E5, . .
    . . . . D5, | E5 . B4, . A4 | . . . . .     | . . . F#4, A4
    B4 . D5, . E5 | . F#5 . E5, . | D5 . . B4, . | A4 . . . .`,
};

const morning: Part = {
  voice: 'mallet',
  stepS: QUARTER_S / 2,
  gainDb: -13,
  attackS: 0.09,
  line: `
    . . . . . . . . . . | . . . . . . . . . . | . . . . . . A5, . . . | . . . . E5, . F#5, . . .
    . . . . . . . . . . | . . . . . . . . D5, . | . . A5 . F#5, . E5, . D5 . | . . . . . . . . . .
    . . . . . . B5, . A5, . | . . . . . . E5, . F#5, . | A5 . . . F#5, . . . D5, . | . . . . . . . . . .`,
};

const breaths: Part = { voice: 'breath', stepS: 5 * QUARTER_S, gainDb: -15, attackS: 1.7, lengthS: 4.6, line: 'A5 . D5 . F#5 . A5 . E5 . D5 .' };

const taps: Part = {
  voice: 'wood',
  stepS: QUARTER_S,
  gainDb: -22,
  attackS: 0.05,
  line: '. . . . . | . . . . . | D5 . . A4, . | . . . . . | . . . D5, . | . . . . . | D5 . . A4, . | . . . E5, . | D5 . . A4, . | . . . . . | D5 . . A4, . | . . . . .',
};

const music: Piece = {
  kind: 'music',
  moment: 'unannounced',
  lengthS: 60,
  levelDb: -20,
  room: 0.36,
  parts: [ground, steps, tune, morning, breaths, taps],
};

// 17 s against 60 s: a little wind over grass, and far drops of dew.
const ambience: Piece = {
  kind: 'ambience',
  moment: 'unannounced',
  lengthS: 17,
  levelDb: -32,
  room: 0.3,
  parts: [
    { voice: 'breath', stepS: 4.25, gainDb: -4, attackS: 2, lengthS: 5.5, line: 'D5 A4, E5, A4' },
    { voice: 'lap', stepS: 8.5, gainDb: -6, attackS: 4, lengthS: 8, line: 'A4 D5,' },
    { voice: 'water', stepS: 1.7, gainDb: -22, attackS: 0.1, lengthS: 0.6, line: '. . . B5, . . . . E6, .' },
  ],
};

const news = { kind: 'effect', moment: 'unannounced' } as const;

// A place wakes: its own note, swelling like light, with two soft bars that answer above it.
function wake(note: string, first: string, second: string): Piece {
  return {
    ...news,
    lengthS: 2.8,
    levelDb: -18.5,
    room: 0.36,
    parts: [
      { voice: 'bowed', stepS: 1, gainDb: 0, attackS: 0.4, lengthS: 2.2, line: note },
      { voice: 'pad', stepS: 1, gainDb: -7, attackS: 0.7, lengthS: 2.4, line: note },
      { voice: 'mallet', stepS: 0.28, gainDb: -11, attackS: 0.1, lengthS: 1.3, startS: 0.5, line: `${first} ${second},` },
    ],
  };
}

/** All sounds of Sunrise. */
export const score: Score = {
  music,
  ambience,
  appear: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.42,
    parts: [
      { voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.5, lengthS: 1.4, line: 'A4 D5,' },
      { voice: 'breath', stepS: 1, gainDb: -4, attackS: 0.5, lengthS: 1.6, line: 'D6' },
    ],
  },
  'wake-1': wake('D4', 'D5', 'A5'),
  'wake-2': wake('E4', 'E5', 'B5'),
  'wake-3': wake('F#4', 'F#5', 'A5'),
  'wake-4': wake('A4', 'A5', 'D6'),
  'wake-5': wake('B4', 'B5', 'F#6'),
  // The hold is one long breath in.
  hold: {
    ...news,
    lengthS: 3.4,
    levelDb: -22,
    room: 0.4,
    parts: [
      { voice: 'breath', stepS: 1, gainDb: 0, attackS: 1.4, lengthS: 3.1, line: 'D5' },
      { voice: 'pad', stepS: 1, gainDb: -3, attackS: 1.5, lengthS: 3.1, line: 'A3+E4+A4' },
    ],
  },
  // The snail: low wood and a slow step down, without hurry or blame.
  slow: {
    ...news,
    lengthS: 2.6,
    levelDb: -22.5,
    room: 0.35,
    parts: [
      { voice: 'bowed', stepS: 0.6, gainDb: 0, attackS: 0.5, lengthS: 1.8, line: 'B3 A3,' },
      { voice: 'breath', stepS: 1, gainDb: -5, attackS: 0.6, lengthS: 2, line: 'A4' },
    ],
  },
  // Two birds come and carry.
  help: {
    ...news,
    lengthS: 3,
    levelDb: -20.5,
    room: 0.38,
    parts: [
      { voice: 'breath', stepS: 0.45, gainDb: 0, attackS: 0.35, lengthS: 1.2, line: 'D5 F#5, A5' },
      { voice: 'bowed', stepS: 0.45, gainDb: -3, attackS: 0.4, lengthS: 1.7, line: 'F#4 A4, D5' },
    ],
  },
  // The sun goes up by itself after an adult's tap.
  lift: {
    ...news,
    lengthS: 2.6,
    levelDb: -20.5,
    room: 0.36,
    parts: [
      { voice: 'bowed', stepS: 0.24, gainDb: 0, attackS: 0.4, lengthS: 1.3, line: 'D4, E4, F#4 A4' },
      { voice: 'pad', stepS: 1, gainDb: -6, attackS: 0.8, lengthS: 2.3, line: 'D4+A4' },
    ],
  },
  'set-end': {
    ...news,
    lengthS: 6,
    levelDb: -19,
    room: 0.4,
    parts: [
      { voice: 'pad', stepS: 1.5, gainDb: -8, attackS: 1.2, lengthS: 3.8, line: 'D3+A3+F#4 D4+A4+F#5,' },
      { voice: 'bowed', stepS: 0.5, gainDb: -1, attackS: 0.45, lengthS: 2, line: 'D4, A4 . B4, D5 . E5 F#5' },
      { voice: 'mallet', stepS: 0.25, gainDb: -15, attackS: 0.12, lengthS: 1.2, startS: 3, line: 'A5, . D6, . F#6, . A6,' },
    ],
  },
  pause: {
    ...news,
    lengthS: 2.3,
    levelDb: -22,
    room: 0.36,
    parts: [{ voice: 'bowed', stepS: 0.45, gainDb: 0, attackS: 0.45, lengthS: 1.6, line: 'E4 D4' }],
  },
  resume: {
    ...news,
    lengthS: 2.3,
    levelDb: -22,
    room: 0.36,
    parts: [{ voice: 'bowed', stepS: 0.45, gainDb: 0, attackS: 0.45, lengthS: 1.6, line: 'D4 E4' }],
  },
};
