// The score of Comet: a wide 3/2 under the evening sky; bars rise and fall in long bows, as the comet does.
// Rendered by `node src/tools/run.mjs render-sounds`.
import type { Part, Piece, Score } from '../../../src/tools/sounds/score';

/** Six quarters make a bar, sixteen bars the minute. */
const QUARTER_S = 0.625;
const BAR_S = 6 * QUARTER_S;

const sky: Part = {
  voice: 'pad',
  stepS: 2 * BAR_S,
  gainDb: -8,
  attackS: 3,
  lengthS: 10,
  line: 'D3+A3+E4 B2+F#3+D4+A4, A2+E3+B3+D4 E3+B3+F#4, D3+A3+F#4 F#3+A3+E4 B2+F#3+D4 A2+E3+A3',
};

// Each bow climbs for a bar and a half and comes home.
const bows: Part = {
  voice: 'mallet',
  stepS: QUARTER_S,
  gainDb: -9,
  attackS: 0.09,
  line: `
    D4 . A4, . D5 E5,   | A5 . F#5, . D5, .  | B3 . F#4, . B4 D5, | F#5 . E5, . . .
    A3 . E4, . A4 D5,   | E5 . D5, . A4, .   | E4 . B4, . E5 F#5, | B5 . A5, . . .
    D4 . A4, . D5 F#5,  | A5 . . E5, . D5,   | F#4 . A4, . E5 F#5, | A5 . E5, . . .
    B3 . D4, . F#4 B4,  | D5 . . A4, . F#4,  | A3 . E4, . A4 B4,  | E5 . D5, . . .`,
};

const far: Part = {
  voice: 'bowed',
  stepS: 3 * QUARTER_S,
  gainDb: -11,
  attackS: 0.9,
  lengthS: 3.6,
  line: '. . | . F#5 | . . | E5, D5 | . . | . . | . B4 | D5 . | . . | A5, F#5 | . . | . E5, | D5 . | . . | . B4, | A4 .',
};

const stars: Part = {
  voice: 'water',
  stepS: QUARTER_S,
  gainDb: -19,
  attackS: 0.08,
  lengthS: 0.9,
  line: `
    . . . . . .  | . . . . . A6, | . . . . . . | . . . D6, . F#6,
    . . . . . .  | . . . . B5, . | . . . . . . | . . . . E6, A6,
    . . . . . .  | . . . . . .   | . . . . . . | . . . F#6, . D6,
    . . . . . .  | . . . . A5, . | . . . . . . | . . . . . D6,`,
};

const night: Part = { voice: 'breath', stepS: 2 * BAR_S, gainDb: -15, attackS: 2.6, lengthS: 7, line: 'D5 . A4 . F#5 . E5 .' };

const music: Piece = { kind: 'music', moment: 'unannounced', lengthS: 60, levelDb: -20, room: 0.46, parts: [sky, bows, far, stars, night] };

// 19 s against 60 s: wind on a hill, and water far below.
const ambience: Piece = {
  kind: 'ambience',
  moment: 'unannounced',
  lengthS: 19,
  levelDb: -33,
  room: 0.4,
  parts: [
    { voice: 'breath', stepS: 4.75, gainDb: -4, attackS: 2.2, lengthS: 6, line: 'A4 D5, A4, E5,' },
    { voice: 'lap', stepS: 9.5, gainDb: -9, attackS: 4, lengthS: 9, line: 'D4 A4,' },
  ],
};

const news = { kind: 'effect', moment: 'unannounced' } as const;

/** The bow is whole and its stars rise into the picture: three of them answer the comet's own note. */
function bow(note: string, answers: string): Piece {
  return {
    ...news,
    lengthS: 3,
    levelDb: -18.5,
    room: 0.46,
    parts: [
      { voice: 'bowed', stepS: 1, gainDb: 0, attackS: 0.4, lengthS: 2.3, line: note },
      { voice: 'mallet', stepS: 0.2, gainDb: -8, attackS: 0.1, lengthS: 1.4, startS: 0.35, line: answers },
      { voice: 'breath', stepS: 1, gainDb: -10, attackS: 0.7, lengthS: 2.4, line: note },
    ],
  };
}

/** All sounds of Comet. */
export const score: Score = {
  music,
  ambience,
  appear: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.48,
    parts: [
      { voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.45, lengthS: 1.5, line: 'D5 A5,' },
      { voice: 'breath', stepS: 1, gainDb: -4, attackS: 0.5, lengthS: 1.7, line: 'A5' },
    ],
  },
  // The hand has the comet: a wind gathers under it.
  begin: {
    ...news,
    lengthS: 2.4,
    levelDb: -23,
    room: 0.45,
    parts: [
      { voice: 'breath', stepS: 0.5, gainDb: 0, attackS: 0.6, lengthS: 1.7, line: 'D5 A5,' },
      { voice: 'pad', stepS: 1, gainDb: -5, attackS: 0.8, lengthS: 2.2, line: 'D4+A4' },
    ],
  },
  // A star stays where the comet passed.
  star: {
    ...news,
    lengthS: 1.6,
    levelDb: -25,
    room: 0.5,
    parts: [{ voice: 'bowed', stepS: 1, gainDb: 0, attackS: 0.4, lengthS: 1.3, line: 'A5' }],
  },
  'bow-1': bow('D4', 'D5 F#5, A5,'),
  'bow-2': bow('E4', 'E5 A5, B5,'),
  'bow-3': bow('F#4', 'F#5 A5, D6,'),
  'bow-4': bow('A4', 'A5 B5, E6,'),
  'bow-5': bow('B4', 'B5 D6, F#6,'),
  // The comet flies the path by itself.
  fly: {
    ...news,
    lengthS: 2.8,
    levelDb: -21,
    room: 0.46,
    parts: [
      { voice: 'breath', stepS: 0.4, gainDb: 0, attackS: 0.5, lengthS: 1.5, line: 'D5, F#5, A5' },
      { voice: 'bowed', stepS: 0.4, gainDb: -4, attackS: 0.4, lengthS: 1.7, line: 'A4, D5, F#5' },
    ],
  },
  help: {
    ...news,
    lengthS: 2.8,
    levelDb: -20.5,
    room: 0.44,
    parts: [
      { voice: 'bowed', stepS: 0.5, gainDb: 0, attackS: 0.45, lengthS: 1.7, line: 'F#4 A4, D5' },
      { voice: 'pad', stepS: 1, gainDb: -6, attackS: 0.8, lengthS: 2.5, line: 'D4+F#4' },
    ],
  },
  'set-end': {
    ...news,
    lengthS: 6.4,
    levelDb: -19,
    room: 0.5,
    parts: [
      { voice: 'pad', stepS: 1.6, gainDb: -8, attackS: 1.3, lengthS: 4.2, line: 'D3+A3+F#4 D4+A4+E5,' },
      { voice: 'bowed', stepS: 0.5, gainDb: -2, attackS: 0.45, lengthS: 2.1, line: 'D4, A4 D5, E5 . F#5 . A5' },
      { voice: 'mallet', stepS: 0.25, gainDb: -14, attackS: 0.12, lengthS: 1.3, startS: 2.6, line: 'D6, . A5, . E6, . F#6, . D6, . A6,' },
    ],
  },
  pause: {
    ...news,
    lengthS: 2.3,
    levelDb: -22,
    room: 0.4,
    parts: [{ voice: 'bowed', stepS: 0.45, gainDb: 0, attackS: 0.45, lengthS: 1.6, line: 'A4 D4' }],
  },
  resume: {
    ...news,
    lengthS: 2.3,
    levelDb: -22,
    room: 0.4,
    parts: [{ voice: 'bowed', stepS: 0.45, gainDb: 0, attackS: 0.45, lengthS: 1.6, line: 'D4 A4' }],
  },
};
