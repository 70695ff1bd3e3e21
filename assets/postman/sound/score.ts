// The score of Postman: a strolling waltz on bowed bars and breath, with a wooden heel on the first of three. Rendered by
// `node src/tools/run.mjs render-sounds`.
import type { Part, Piece, Score } from '../../../src/tools/sounds/score';

// 96 beats of 0.625 s are 32 bars of three and 60 s.
const beatS = 0.625;

const low: Part = {
  voice: 'pad',
  stepS: beatS * 3,
  gainDb: -9,
  attackS: 0.25,
  lengthS: 2,
  line: 'D3 A2 D3 A2 B2 F#3 B2 F#3 E3 B2 E3 A2 D3 A2 D3 D3 B2 F#3 E3 B2 D3 A2 B2 F#3 E3 A2 E3 A2 D3 A2 D3 D3',
};

const chords: Part = {
  voice: 'bowed',
  stepS: beatS,
  gainDb: -15,
  attackS: 0.09,
  lengthS: 0.55,
  line: Array.from({ length: 32 }, (_, bar) => {
    const chord = ['F#4+A4', 'F#4+A4', 'D4+A4', 'D4+F#4', 'D4+F#4', 'D4+B4', 'E4+B4', 'E4+A4'][bar % 8];
    return `. ${chord},  ${chord},`;
  }).join(' '),
};

const tune: Part = {
  voice: 'bowed',
  stepS: beatS,
  gainDb: -3,
  attackS: 0.16,
  lengthS: 1.15,
  line: `A4 . B4 | D5 . . | F#5 . E5 | D5 . A4, | B4 . D5 | E5 . F#5, | A5 . F#5 | E5 . .
    | D5 . E5 | F#5 . . | A5 . B5, | A5 . F#5 | E5 . D5 | B4 . E5, | D5 . . | . . A4,
    | B4 . D5 | B4 . A4, | F#5 . E5 | D5 . . | E5 . F#5 | A5 . F#5, | E5 . D5 | E5 . .
    | A4 . B4 | D5 . F#5, | A5 . . | F#5 . E5, | D5 . B4 | A4 . E5, | D5 . . | . . .`,
};

const breath: Part = {
  voice: 'breath',
  stepS: beatS * 6,
  gainDb: -15,
  attackS: 0.7,
  lengthS: 3,
  line: 'D5 F#5, A5 E5, F#5 B5, D5 A5, B5 F#5, E5 D5, A5 F#5, E5 D5,',
};

const heel: Part = { voice: 'wood', stepS: beatS * 3, gainDb: -20, attackS: 0.03, lengthS: 0.3, line: Array(8).fill('D4, A4, D4, D4,').join(' ') };

const music: Piece = { kind: 'music', moment: 'unannounced', lengthS: 60, levelDb: -21, room: 0.32, parts: [low, chords, tune, breath, heel] };

// 13 s against 60 s: wind over the roofs, and the sea far off.
const ambience: Piece = {
  kind: 'ambience',
  moment: 'unannounced',
  lengthS: 13,
  levelDb: -34,
  room: 0.2,
  parts: [
    { voice: 'lap', stepS: 1, gainDb: -3, attackS: 1.6, lengthS: 4.4, line: 'D4 . . . . A4, . . . E4 . . .' },
    { voice: 'breath', stepS: 6.5, gainDb: -6, attackS: 2, lengthS: 5.4, line: 'D6 A5,' },
  ],
};

const news = { kind: 'effect', moment: 'unannounced' } as const;

// A letter falls in, shutters open, somebody says thank you in two notes.
function post(low: string, high: string, top: string): Piece {
  return {
    ...news,
    lengthS: 3,
    levelDb: -18.5,
    room: 0.35,
    parts: [
      { voice: 'bowed', stepS: 0.34, gainDb: 0, attackS: 0.34, lengthS: 1.4, line: `. ${low} ${high} ${top}` },
      { voice: 'pad', stepS: 1, gainDb: -6, attackS: 0.6, lengthS: 2.8, line: `${low}+${high}` },
      { voice: 'breath', stepS: 0.3, gainDb: -7, attackS: 0.35, lengthS: 1.2, line: `${high} . . ${top}` },
    ],
  };
}

// A line of bunting goes up.
function lap(one: string, two: string): Piece {
  return {
    ...news,
    lengthS: 2,
    levelDb: -20.5,
    room: 0.35,
    parts: [
      { voice: 'bowed', stepS: 0.22, gainDb: 0, attackS: 0.3, lengthS: 1.1, line: `${one} ${two}` },
      { voice: 'breath', stepS: 1, gainDb: -6, attackS: 0.4, lengthS: 1.4, line: two },
    ],
  };
}

/** All sounds of Postman. */
export const score: Score = {
  music,
  ambience,
  appear: {
    ...news,
    lengthS: 2,
    levelDb: -22,
    room: 0.4,
    parts: [
      { voice: 'bowed', stepS: 0.32, gainDb: 0, attackS: 0.4, lengthS: 1.3, line: 'F#4 A4,' },
      { voice: 'breath', stepS: 1, gainDb: -5, attackS: 0.45, lengthS: 1.3, line: 'A5' },
    ],
  },
  step: {
    kind: 'effect',
    moment: 'own-touch',
    lengthS: 0.6,
    levelDb: -27,
    room: 0.25,
    parts: [
      { voice: 'wood', stepS: 1, gainDb: 0, attackS: 0.06, lengthS: 0.4, line: 'A4' },
      { voice: 'breath', stepS: 1, gainDb: -3, attackS: 0.08, lengthS: 0.4, line: 'D5' },
    ],
  },
  'post-1': post('D4', 'A4', 'D5'),
  'post-2': post('E4', 'B4', 'E5'),
  'post-3': post('F#4', 'A4', 'F#5'),
  'post-4': post('A4', 'D5', 'A5'),
  'post-5': post('B4', 'E5', 'B5'),
  'lap-1': lap('D5', 'F#5'),
  'lap-2': lap('E5', 'A5'),
  'lap-3': lap('F#5', 'B5'),
  'lap-4': lap('A5', 'D6'),
  'lap-5': lap('B5', 'E6'),
  help: {
    ...news,
    lengthS: 2.8,
    levelDb: -20,
    room: 0.35,
    parts: [
      { voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.4, lengthS: 1.7, line: 'A4, F#4, A4' },
      { voice: 'pad', stepS: 1, gainDb: -6, attackS: 0.6, lengthS: 2.5, line: 'D4+F#4' },
    ],
  },
  'set-end': {
    ...news,
    lengthS: 6.4,
    levelDb: -18.5,
    room: 0.4,
    parts: [
      { voice: 'pad', stepS: 1.5, gainDb: -8, attackS: 0.8, lengthS: 3.6, line: 'D4+A4 B3+F#4 D4+A4+F#5' },
      { voice: 'bowed', stepS: 0.42, gainDb: 0, attackS: 0.34, lengthS: 1.6, line: 'D4 . F#4 A4 . B4 D5 . F#5 A5' },
      { voice: 'breath', stepS: 1.26, gainDb: -8, attackS: 0.5, lengthS: 2.2, line: 'A4 D5 F#5 A5' },
    ],
  },
  pause: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.35,
    parts: [{ voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.4, lengthS: 1.6, line: 'E5 A4' }],
  },
  resume: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.35,
    parts: [{ voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.4, lengthS: 1.6, line: 'A4 E5' }],
  },
};
