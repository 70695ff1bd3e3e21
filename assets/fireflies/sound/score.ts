// The score of Fireflies: a calm harbour evening in 6/8, as a boat rocks. Rendered by `node src/tools/run.mjs render-sounds`.
import type { Part, Piece, Score } from '../../../src/tools/sounds/score';

const EIGHTH_S = 0.5;

const melody: Part = {
  voice: 'mallet',
  stepS: EIGHTH_S,
  gainDb: -4,
  attackS: 0.08,
  line: `
    F#5 . E5, D5 . .  | . . A4, D5 . E5,  | F#5 . A5 F#5, . . | . . . . . .
    E5 . D5, B4 . .   | . . D5, E5 . A4,  | B4 . . . . .      | . . . A4, . B4,
    D5 . E5, F#5 . .  | . . A5, B5 . A5,  | F#5 . . D5, . .   | . . . . . .
    A5 . F#5, E5 . .  | . . F#5, A5 . .   | E5 . . B4, . D5,  | . . E5 . . .
    D5 . B4, A4 . .   | . . B4, D5 . E5,  | D5 . . . . .      | . . . A4, . D5,`,
};

const rocking: Part = {
  voice: 'mallet',
  stepS: EIGHTH_S,
  gainDb: -11,
  attackS: 0.1,
  line: `
    D3 . A3, D4 . A3, | D3 . A3, F#4, . .  | B2 . F#3, B3 . F#3, | B2 . F#3, D4, . .
    A2 . E3, A3 . E3, | A2 . E3, D4, . .   | E3 . B3, E4 . B3,   | E3 . B3, A3, . .
    D3 . A3, D4 . A3, | D3 . A3, F#4, . A3, | B2 . F#3, B3 . F#3, | B2 . . D4, . .
    F#3 . A3, E4 . A3, | F#3 . A3, E4, . . | A2 . E3, B3 . E3,   | A2 . E3, A3, . .
    B2 . F#3, A3 . F#3, | E3 . B3, D4, . . | D3 . A3, E4 . A3,   | D3 . A3, . . .`,
};

const pad: Part = {
  voice: 'pad',
  stepS: 6,
  gainDb: -11,
  attackS: 2.4,
  lengthS: 9,
  line: 'D3+A3+F#4 B2+F#3+A3+D4 A2+E3+D4 E3+B3+A4, D3+A3+E4 B2+F#3+D4 F#3+A3+E4 A2+E3+B3 B2+F#3+D4 D3+A3+F#4',
};

const answers: Part = {
  voice: 'bowed',
  stepS: 1.5,
  gainDb: -13,
  attackS: 0.7,
  lengthS: 3.5,
  line: '. . . . . . A4 F#4 | . . . . B4 . A4, . | . . . . . . B4 A4 | . . . . . . . D5, | . . . . F#4 . E4, .',
};

const drops: Part = {
  voice: 'water',
  stepS: EIGHTH_S,
  gainDb: -17,
  attackS: 0.06,
  lengthS: 0.8,
  line: `
    . . . . . . | . . . . . . | . . . . . . | . . D6 . A5, .
    . . . . . . | . . . . . . | . . . . . . | . E6 . . . .
    . . . . . . | . . . . . . | . . . . . . | . . F#6, . . D6
    . . . . . . | . . . . . . | . . . . . . | . . . A5 . .
    . . . . . . | . . . . . . | . . . E6, . . | . . . . . .`,
};

const music: Piece = { kind: 'music', moment: 'unannounced', lengthS: 60, levelDb: -20, room: 0.3, parts: [melody, rocking, pad, answers, drops] };

// 13 s against 60 s: the two loops meet the same way again only after 13 minutes.
const ambience: Piece = {
  kind: 'ambience',
  moment: 'unannounced',
  lengthS: 13,
  levelDb: -32,
  room: 0.15,
  parts: [
    { voice: 'lap', stepS: 1, gainDb: 0, attackS: 1.7, lengthS: 4.8, line: 'A4 . . . D4 . . . A4, . . E4 .' },
    { voice: 'lap', stepS: 6.5, gainDb: -4, attackS: 4, lengthS: 8, line: 'D4 D4' },
  ],
};

const response = { kind: 'effect', moment: 'own-touch' } as const;
const news = { kind: 'effect', moment: 'unannounced' } as const;

// A firefly settles: a struck bar with its octave below, and a bowed fifth that stays lit after it.
function settle(note: string, below: string, glow: string): Piece {
  return {
    ...response,
    lengthS: 2.2,
    levelDb: -17.5,
    room: 0.3,
    parts: [
      { voice: 'mallet', stepS: 1, gainDb: 0, attackS: 0.06, lengthS: 1.6, line: note },
      { voice: 'mallet', stepS: 1, gainDb: -8, attackS: 0.08, lengthS: 1.8, line: below },
      { voice: 'bowed', stepS: 1, gainDb: -9, attackS: 0.35, lengthS: 1.8, startS: 0.05, line: glow },
    ],
  };
}

/** All sounds of Fireflies. */
export const score: Score = {
  music,
  ambience,
  appear: {
    ...news,
    lengthS: 2,
    levelDb: -22,
    room: 0.4,
    parts: [
      { voice: 'bowed', stepS: 0.25, gainDb: 0, attackS: 0.45, lengthS: 1.4, line: 'E5 B5,' },
      { voice: 'breath', stepS: 1, gainDb: -3, attackS: 0.45, lengthS: 1.3, line: 'E6' },
    ],
  },
  touch: {
    ...response,
    lengthS: 0.9,
    levelDb: -23,
    room: 0.3,
    parts: [
      { voice: 'water', stepS: 0.11, gainDb: 0, attackS: 0.06, lengthS: 0.45, line: 'A5 D6,' },
      { voice: 'breath', stepS: 1, gainDb: -4, attackS: 0.08, lengthS: 0.5, line: 'A5' },
    ],
  },
  'catch-1': settle('D5', 'D4', 'A4'),
  'catch-2': settle('E5', 'E4', 'B4'),
  'catch-3': settle('F#5', 'F#4', 'D5'),
  'catch-4': settle('A5', 'A4', 'E5'),
  'catch-5': settle('B5', 'B4', 'F#5'),
  help: {
    ...news,
    lengthS: 2.8,
    levelDb: -20,
    room: 0.35,
    parts: [
      { voice: 'bowed', stepS: 0.35, gainDb: 0, attackS: 0.4, lengthS: 1.7, line: 'F#4, A4, D5' },
      { voice: 'pad', stepS: 1, gainDb: -6, attackS: 0.6, lengthS: 2.5, line: 'D4+A4' },
    ],
  },
  hold: {
    ...news,
    lengthS: 3,
    levelDb: -22,
    room: 0.35,
    parts: [
      { voice: 'pad', stepS: 1, gainDb: 0, attackS: 1.2, lengthS: 2.8, line: 'D4+A4+E5,' },
      { voice: 'breath', stepS: 1, gainDb: -5, attackS: 1.2, lengthS: 2.6, line: 'A5' },
    ],
  },
  'set-end': {
    ...news,
    lengthS: 5.6,
    levelDb: -19,
    room: 0.35,
    parts: [
      { voice: 'pad', stepS: 1.6, gainDb: -11, attackS: 0.9, lengthS: 3.6, line: 'B3+F#4+A4 D4+A4+F#5,' },
      { voice: 'bowed', stepS: 0.4, gainDb: -1, attackS: 0.4, lengthS: 1.8, line: '. A4, B4, D5, E5, . F#5 . D5,' },
      { voice: 'water', stepS: 0.4, gainDb: -16, attackS: 0.08, lengthS: 0.8, line: '. . . . . . . . . A6, . F#6,' },
    ],
  },
  grow: {
    ...news,
    lengthS: 4.6,
    levelDb: -19,
    room: 0.4,
    parts: [
      { voice: 'pad', stepS: 1, gainDb: -6, attackS: 1.6, lengthS: 4.2, line: 'D4+A4' },
      { voice: 'bowed', stepS: 0.3, gainDb: -2, attackS: 0.4, lengthS: 1.6, line: 'D4, E4, F#4, A4, B4 D5 . A5' },
      { voice: 'breath', stepS: 1, gainDb: -8, attackS: 1.8, lengthS: 3.4, line: 'D6' },
    ],
  },
  pause: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.35,
    parts: [{ voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.4, lengthS: 1.6, line: 'A4 D4' }],
  },
  resume: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.35,
    parts: [{ voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.4, lengthS: 1.6, line: 'D4 A4' }],
  },
};
