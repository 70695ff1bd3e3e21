// The score of Ferry: an unhurried crossing in four, a wooden drum that turns, a bowed tune over it. Rendered by `node src/tools/run.mjs render-sounds`.
import type { Part, Piece, Score } from '../../../src/tools/sounds/score';

/** 20 bars of four beats, 3 s a bar. */
const EIGHTH_S = 0.375;

const drum: Part = {
  voice: 'mallet',
  stepS: EIGHTH_S,
  gainDb: -9,
  attackS: 0.09,
  line: `
    D3 . A3, . D4, . A3, .  | D3 . A3, . E4, . A3, .  | B2 . F#3, . D4, . F#3, . | B2 . F#3, . A3, . F#3, .
    D3 . A3, . F#4, . A3, . | D3 . A3, . E4, . A3, .  | A2 . E3, . B3, . E3, .   | A2 . E3, . D4, . E3, .
    E3 . B3, . D4, . B3, .  | E3 . B3, . A3, . B3, .  | B2 . F#3, . B3, . F#3, . | B2 . F#3, . D4, . F#3, .
    F#3 . A3, . E4, . A3, . | F#3 . A3, . D4, . A3, . | E3 . B3, . E4, . B3, .   | A2 . E3, . A3, . E3, .
    D3 . A3, . D4, . A3, .  | B2 . F#3, . D4, . A3, . | A2 . E3, . B3, . E3, .   | D3 . A3, . D4, . . .`,
};

const tune: Part = {
  voice: 'bowed',
  stepS: 0.75,
  gainDb: -5,
  attackS: 0.28,
  lengthS: 1.9,
  line: `
    . . . .       | D4 . E4, F#4  | A4 . . F#4,  | E4 . D4, .
    . . . .       | F#4 . A4, B4  | A4 . . .     | E4, . F#4, .
    B4 . A4, F#4  | E4 . . .      | D4 . E4, F#4 | B3 . . .
    D5 . B4, A4   | F#4 . A4, .   | B4 . . A4,   | E4 . . .
    D4 . F#4, A4  | B4 . A4, F#4  | E4 . D4, B3  | D4 . . .`,
};

const answer: Part = {
  voice: 'mallet',
  stepS: EIGHTH_S,
  gainDb: -7,
  attackS: 0.07,
  line: `
    . . D5 . A4, . B4 .   | . . . . . . . .         | . . . . . . F#5, .   | . . . . D5, . E5 .
    F#5 . E5, . D5 . B4, . | . . . . . . . .         | . . . . E5 . D5, .   | . . . . . . A4, .
    . . . . . . . .       | . . A5 . F#5, . E5 .    | . . . . . . . .      | . . D5, . F#5 . A5, .
    . . . . . . . .       | . . . . . . E5 .        | . . . . D5 . . .     | . . E5 . B4, . A4 .
    . . . . . . . .       | . . . . . . . .         | . . . . . . . .      | . . A4, . D5 . . .`,
};

const pad: Part = {
  voice: 'pad',
  stepS: 6,
  gainDb: -12,
  attackS: 2.2,
  lengthS: 8.4,
  line: 'D3+A3+E4 B2+F#3+D4 D3+A3+F#4 A2+E3+B3 E3+B3+D4 B2+F#3+A3 F#3+A3+E4 A2+E3+B3 B2+F#3+D4 D3+A3+D4,',
};

// The cable over its rollers: two soft taps of wood in a bar, never on the first beat.
const rollers: Part = {
  voice: 'wood',
  stepS: EIGHTH_S,
  gainDb: -20,
  attackS: 0.05,
  lengthS: 0.35,
  line: Array.from({ length: 20 }, (_, bar) => (bar % 4 === 3 ? '. . A4, . . . . .' : '. . A4, . . . D5, .')).join(' | '),
};

const music: Piece = { kind: 'music', moment: 'unannounced', lengthS: 60, levelDb: -20, room: 0.28, parts: [drum, tune, answer, pad, rollers] };

// 11 s against 60 s: the two loops meet the same way again only after 11 minutes.
const ambience: Piece = {
  kind: 'ambience',
  moment: 'unannounced',
  lengthS: 11,
  levelDb: -32,
  room: 0.15,
  parts: [
    { voice: 'lap', stepS: 1, gainDb: 0, attackS: 1.5, lengthS: 4.4, line: 'D4 . . A4 . . . E4 . . .' },
    { voice: 'lap', stepS: 5.5, gainDb: -4, attackS: 3.4, lengthS: 7, line: 'D4 D4' },
  ],
};

const news = { kind: 'effect', moment: 'unannounced' } as const;

// The ferry touches the quay: two voices that meet, a bell of wood far under them.
function land(note: string, below: string, after: string): Piece {
  return {
    ...news,
    lengthS: 2.8,
    levelDb: -18.5,
    room: 0.32,
    parts: [
      { voice: 'bowed', stepS: 0.42, gainDb: 0, attackS: 0.36, lengthS: 1.9, line: `${below} ${note}` },
      { voice: 'pad', stepS: 1, gainDb: -7, attackS: 0.5, lengthS: 2.5, line: `${below}+${after}` },
      { voice: 'breath', stepS: 1, gainDb: -10, attackS: 0.5, lengthS: 1.8, startS: 0.3, line: after },
    ],
  };
}

/** All sounds of Ferry. */
export const score: Score = {
  music,
  ambience,
  appear: {
    ...news,
    lengthS: 2,
    levelDb: -22,
    room: 0.35,
    parts: [
      { voice: 'bowed', stepS: 0.3, gainDb: 0, attackS: 0.4, lengthS: 1.4, line: 'A4 D5,' },
      { voice: 'breath', stepS: 1, gainDb: -5, attackS: 0.4, lengthS: 1.3, line: 'D5' },
    ],
  },
  sail: {
    ...news,
    lengthS: 3,
    levelDb: -23,
    room: 0.35,
    parts: [
      { voice: 'lap', stepS: 1, gainDb: 0, attackS: 1, lengthS: 2.8, line: 'D4' },
      { voice: 'pad', stepS: 1, gainDb: -5, attackS: 1, lengthS: 2.8, line: 'D4+A4' },
    ],
  },
  guest: {
    ...news,
    lengthS: 1.8,
    levelDb: -25,
    room: 0.4,
    parts: [
      { voice: 'breath', stepS: 0.3, gainDb: 0, attackS: 0.4, lengthS: 1.1, line: 'F#5 A5,' },
      { voice: 'bowed', stepS: 1, gainDb: -6, attackS: 0.45, lengthS: 1.3, line: 'D5' },
    ],
  },
  'land-1': land('D5', 'D4', 'A4'),
  'land-2': land('E5', 'E4', 'B4'),
  'land-3': land('F#5', 'F#4', 'A4'),
  'land-4': land('A5', 'A4', 'E5'),
  'land-5': land('B5', 'B4', 'F#5'),
  help: {
    ...news,
    lengthS: 2.8,
    levelDb: -20,
    room: 0.35,
    parts: [
      { voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.4, lengthS: 1.7, line: 'A3, D4, F#4' },
      { voice: 'pad', stepS: 1, gainDb: -6, attackS: 0.6, lengthS: 2.5, line: 'D4+F#4' },
    ],
  },
  'set-end': {
    ...news,
    lengthS: 5.4,
    levelDb: -19,
    room: 0.35,
    parts: [
      { voice: 'pad', stepS: 1.5, gainDb: -10, attackS: 0.9, lengthS: 3.4, line: 'D4+A4+D5 B3+F#4+D5,' },
      { voice: 'bowed', stepS: 0.375, gainDb: -1, attackS: 0.36, lengthS: 1.6, line: 'D4, F#4, A4, B4 . A4, D5 . F#5' },
      { voice: 'breath', stepS: 0.75, gainDb: -12, attackS: 0.4, lengthS: 1.3, line: '. . D5 . F#5,' },
    ],
  },
  pause: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.35,
    parts: [{ voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.4, lengthS: 1.6, line: 'B4 D4' }],
  },
  resume: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.35,
    parts: [{ voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.4, lengthS: 1.6, line: 'D4 B4' }],
  },
};
