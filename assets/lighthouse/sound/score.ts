// The score of Lighthouse: a slow 5/4, two long swells and three short ones, as the sea goes round a rock. Rendered by `node src/tools/run.mjs render-sounds`.
import type { Part, Piece, Score } from '../../../src/tools/sounds/score';

const QUARTER_S = 0.75;

// Sixteen bars of five quarters: a minute.
const turning: Part = {
  voice: 'mallet',
  stepS: QUARTER_S,
  gainDb: -7,
  attackS: 0.1,
  line: `
    B2 . F#3 . D4,  | B2 . F#3 A3, .  | D3 . A3 . E4,  | D3 . A3 B3, .
    E3 . B3 . D4,   | E3 . B3 A3, .   | A2 . E3 . B3,  | A2 . E3 F#3, .
    B2 . F#3 . D4,  | B2 . F#3 A3, .  | F#3 . A3 . E4, | F#3 . A3 D4, .
    E3 . B3 . F#4,  | D3 . A3 E4, .   | A2 . E3 . D4,  | D3 . A3 . .`,
};

const calling: Part = {
  voice: 'mallet',
  stepS: QUARTER_S,
  gainDb: -5,
  attackS: 0.09,
  line: `
    . . . . .       | . . F#5 . E5,   | D5 . . . .     | . . . A4, B4,
    D5 . . E5 .     | B4 . . . .      | . . . . .      | . . E5 . F#5,
    F#5 . . . .     | . . A5 . F#5,   | E5 . . . .     | . . D5, . E5,
    F#5 . D5 . B4,  | A4 . . . .      | . . . . B4,    | A4 . . . .`,
};

const answer: Part = {
  voice: 'breath',
  stepS: QUARTER_S,
  gainDb: -9,
  attackS: 0.5,
  lengthS: 2.6,
  line: `
    . . . . .  | . . . . .  | . . . D5 .  | . . . . .
    . . . . .  | . . . A4 . | . . B4 . .  | . . . . .
    . . . . .  | . . . . .  | . . . A5, . | . . . . .
    . . . . .  | . . . E5 . | . . D5, . . | . . . . .`,
};

const horizon: Part = {
  voice: 'pad',
  stepS: 7.5,
  gainDb: -10,
  attackS: 3,
  lengthS: 11,
  line: 'B2+F#3+D4 D3+A3+E4 E3+B3+D4 A2+E3+B3 B2+F#3+A3 F#3+A3+E4 E3+B3+F#4 D3+A3+D4',
};

const buoy: Part = {
  voice: 'bowed',
  stepS: 3.75,
  gainDb: -15,
  attackS: 1,
  lengthS: 4.5,
  line: '. F#5 . . | . B4, . . | . A5, . . | . E5 . .',
};

const hull: Part = {
  voice: 'wood',
  stepS: QUARTER_S,
  gainDb: -20,
  attackS: 0.06,
  line: `
    . . . . .  | . . . . D4, | . . . . .  | . . . . A3,
    . . . . .  | . . . . B3, | . . . . .  | . . . A3 D4,
    . . . . .  | . . . . D4, | . . . . .  | . . . . B3,
    . . . . .  | . . . . A3, | . . . . .  | . . . . .`,
};

const music: Piece = {
  kind: 'music',
  moment: 'unannounced',
  lengthS: 60,
  levelDb: -20,
  room: 0.38,
  parts: [turning, calling, answer, horizon, buoy, hull],
};

// 17 s against 60 s: the two loops meet the same way again only after 17 minutes. Surf round a rock, deeper than a harbour's.
const ambience: Piece = {
  kind: 'ambience',
  moment: 'unannounced',
  lengthS: 17,
  levelDb: -32,
  room: 0.2,
  parts: [
    { voice: 'lap', stepS: 1, gainDb: 0, attackS: 2.4, lengthS: 6.5, line: 'D4 . . . . A3 . . . . . E4, . . . . .' },
    { voice: 'lap', stepS: 8.5, gainDb: -5, attackS: 4.5, lengthS: 10, line: 'D3 A3' },
  ],
};

const response = { kind: 'effect', moment: 'own-touch' } as const;
const news = { kind: 'effect', moment: 'unannounced' } as const;

// A boat is found: its lanterns as a struck bar, its crew's answer as two breaths, and a bowed note that goes with it on its way.
function home(note: string, under: string, glow: string): Piece {
  return {
    ...response,
    lengthS: 2.4,
    levelDb: -17.8,
    room: 0.36,
    parts: [
      { voice: 'mallet', stepS: 0.18, gainDb: 0, attackS: 0.06, lengthS: 1.7, line: `${note} . ${glow},` },
      { voice: 'mallet', stepS: 1, gainDb: -7, attackS: 0.08, lengthS: 1.8, line: under },
      { voice: 'breath', stepS: 0.36, gainDb: -8, attackS: 0.16, lengthS: 1, startS: 0.12, line: `${note} ${glow}` },
      { voice: 'bowed', stepS: 1, gainDb: -11, attackS: 0.4, lengthS: 1.9, startS: 0.1, line: glow },
    ],
  };
}

/** All sounds of Lighthouse. */
export const score: Score = {
  music,
  ambience,
  appear: {
    ...news,
    lengthS: 2.4,
    levelDb: -22,
    room: 0.45,
    parts: [
      { voice: 'breath', stepS: 0.5, gainDb: 0, attackS: 0.4, lengthS: 1.4, line: 'A4 D5' },
      { voice: 'bowed', stepS: 1, gainDb: -8, attackS: 0.6, lengthS: 1.8, line: 'A5' },
    ],
  },
  kindle: {
    ...news,
    lengthS: 3.2,
    levelDb: -22,
    room: 0.35,
    parts: [
      { voice: 'pad', stepS: 1, gainDb: 0, attackS: 1, lengthS: 3, line: 'D4+F#4+B4' },
      { voice: 'bowed', stepS: 0.4, gainDb: -8, attackS: 0.5, lengthS: 1.6, line: 'B4, D5, F#5,' },
    ],
  },
  'home-1': home('D5', 'D4', 'A5'),
  'home-2': home('E5', 'E4', 'B5'),
  'home-3': home('F#5', 'F#4', 'D6'),
  'home-4': home('A5', 'A4', 'E6'),
  'home-5': home('B5', 'B4', 'F#6'),
  moor: {
    ...news,
    lengthS: 1.8,
    levelDb: -25,
    room: 0.3,
    parts: [
      { voice: 'breath', stepS: 1, gainDb: 0, attackS: 0.4, lengthS: 1.1, line: 'D4' },
      { voice: 'pad', stepS: 1, gainDb: -2, attackS: 0.5, lengthS: 1.6, line: 'D3+A3' },
    ],
  },
  middle: {
    ...response,
    lengthS: 1.2,
    levelDb: -25,
    room: 0.3,
    parts: [
      { voice: 'wood', stepS: 0.16, gainDb: 0, attackS: 0.06, lengthS: 0.5, line: 'D4 A3,' },
      { voice: 'breath', stepS: 1, gainDb: -2, attackS: 0.12, lengthS: 0.8, line: 'D4' },
    ],
  },
  help: {
    ...news,
    lengthS: 3,
    levelDb: -20,
    room: 0.4,
    parts: [
      { voice: 'breath', stepS: 0.45, gainDb: 0, attackS: 0.4, lengthS: 1.5, line: 'D5 B4 A4' },
      { voice: 'pad', stepS: 1, gainDb: -5, attackS: 0.7, lengthS: 2.7, line: 'D4+F#4' },
    ],
  },
  'set-end': {
    ...news,
    lengthS: 6,
    levelDb: -19,
    room: 0.4,
    parts: [
      { voice: 'pad', stepS: 2, gainDb: -5, attackS: 0.8, lengthS: 3.8, line: 'D3+A3+D4+F#4 D3+A3+E4+B4,' },
      { voice: 'breath', stepS: 1, gainDb: -2, attackS: 0.5, lengthS: 2.2, line: 'D4+A4 . F#4+D5' },
      { voice: 'bowed', stepS: 0.5, gainDb: -6, attackS: 0.4, lengthS: 1.8, line: '. . A4, B4, D5 . F#5 A5, .' },
      { voice: 'water', stepS: 0.5, gainDb: -18, attackS: 0.1, lengthS: 0.7, line: '. . . . . . . . A5, D6,' },
    ],
  },
  pause: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.35,
    parts: [{ voice: 'bowed', stepS: 0.45, gainDb: 0, attackS: 0.5, lengthS: 1.6, line: 'B4 F#4' }],
  },
  resume: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.35,
    parts: [{ voice: 'bowed', stepS: 0.45, gainDb: 0, attackS: 0.5, lengthS: 1.6, line: 'F#4 B4' }],
  },
};
