// The score of Island hop: a rocking barcarole in 6/8 on marimba, like a row of small boats, with breath over it and drops between the bars.
// Rendered by `node src/tools/run.mjs render-sounds`.
import type { Part, Piece, Score } from '../../../src/tools/sounds/score';

// 240 eighths of 0.25 s are 40 bars of six and 60 s.
const eighthS = 0.25;
const chords = ['D3 A3 D4', 'B2 F#3 D4', 'E3 B3 E4', 'A2 E3 B3', 'D3 A3 F#4', 'B2 F#3 B3', 'E3 B3 D4', 'A2 E3 A3'] as const;

const rocking: Part = {
  voice: 'mallet',
  stepS: eighthS,
  gainDb: -9,
  attackS: 0.08,
  line: Array.from({ length: 40 }, (_, bar) => {
    const [low = 'D3', mid = 'A3', high = 'D4'] = (chords[bar % chords.length] ?? chords[0]).split(' ');
    return bar % 2 === 0 ? `${low} . ${mid}, ${high}, . ${mid},` : `${low} . ${high}, ${mid}, . .`;
  }).join(' '),
};

// Five verses of eight bars; the third is hummed by the breath alone.
const verse = `D5 . . F#5 . E5, | D5 . B4 A4 . . | B4 . . D5 . E5, | F#5 . E5, E5 . .
  A5 . . F#5 . E5, | D5 . E5, F#5 . . | E5 . D5, B4 . E5, | D5 . . . . .`;
const answer = `F#5 . . A5 . B5, | A5 . F#5 D5 . . | E5 . . F#5 . E5, | B4 . D5, E5 . .
  F#5 . . D5 . B4, | A4 . B4, D5 . . | E5 . F#5, E5 . B4, | D5 . . . . .`;
const rest = Array(48).fill('.').join(' ');
const tune: Part = {
  voice: 'mallet',
  stepS: eighthS,
  gainDb: -4,
  attackS: 0.07,
  line: [verse, answer, rest, verse, answer].join(' | '),
};

const breath: Part = {
  voice: 'breath',
  stepS: eighthS * 6,
  gainDb: -10,
  attackS: 0.5,
  lengthS: 2.1,
  line: [
    '. . . F#5, . . . D5,',
    'D5, . B4, . A4, . E5, .',
    'D5 F#5 E5 B4 D5 B4 A4 D5',
    '. A5, . E5, . F#5, . D5,',
    'F#5, A5, E5, B4, D5, A4, E5, D5,',
  ].join(' '),
};

const drops: Part = {
  voice: 'water',
  stepS: eighthS * 3,
  gainDb: -19,
  line: Array.from({ length: 80 }, (_, i) => (i % 7 === 3 ? ['A5', 'D6', 'F#5', 'E5'][i % 4] : '.')).join(' '),
};

const music: Piece = { kind: 'music', moment: 'unannounced', lengthS: 60, levelDb: -21, room: 0.34, parts: [rocking, tune, breath, drops] };

// 14 s against 60 s: small waves between the islands, wind in a palm.
const ambience: Piece = {
  kind: 'ambience',
  moment: 'unannounced',
  lengthS: 14,
  levelDb: -33,
  room: 0.2,
  parts: [
    { voice: 'lap', stepS: 1, gainDb: 0, attackS: 1.5, lengthS: 4, line: 'D4 . . A4, . . . E4 . . B4, . . .' },
    { voice: 'breath', stepS: 7, gainDb: -8, attackS: 2.4, lengthS: 5.6, line: 'A5 D6,' },
  ],
};

const news = { kind: 'effect', moment: 'unannounced' } as const;

// Plank after plank lies down, then a lantern is lit.
function bridge(one: string, two: string, three: string): Piece {
  return {
    ...news,
    lengthS: 3,
    levelDb: -18.5,
    room: 0.36,
    parts: [
      { voice: 'bowed', stepS: 0.24, gainDb: 0, attackS: 0.34, lengthS: 1.3, line: `${one} . ${two} . ${three}` },
      { voice: 'pad', stepS: 1, gainDb: -6, attackS: 0.6, lengthS: 2.8, line: `${one}+${two}` },
      { voice: 'wood', stepS: 0.16, gainDb: -15, attackS: 0.05, lengthS: 0.3, startS: 0.5, line: 'D4, . E4, . F#4, . A4,' },
    ],
  };
}

/** All sounds of Island hop. */
export const score: Score = {
  music,
  ambience,
  appear: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.4,
    parts: [
      { voice: 'bowed', stepS: 0.36, gainDb: 0, attackS: 0.4, lengthS: 1.4, line: 'D4 A4,' },
      { voice: 'breath', stepS: 1, gainDb: -5, attackS: 0.5, lengthS: 1.5, line: 'D5' },
    ],
  },
  stay: {
    ...news,
    lengthS: 3.4,
    levelDb: -23,
    room: 0.4,
    parts: [
      { voice: 'pad', stepS: 1, gainDb: 0, attackS: 0.8, lengthS: 3.2, line: 'D4+A4' },
      { voice: 'breath', stepS: 1, gainDb: -5, attackS: 0.8, lengthS: 2.4, line: '. F#5' },
    ],
  },
  cross: {
    ...news,
    lengthS: 2.4,
    levelDb: -25,
    room: 0.3,
    parts: [
      { voice: 'pad', stepS: 1, gainDb: 0, attackS: 0.5, lengthS: 2.2, line: 'A3+D4' },
      { voice: 'wood', stepS: 0.28, gainDb: -10, attackS: 0.06, lengthS: 0.3, startS: 0.35, line: 'D4, A4, E4, A4, D4, A4,' },
    ],
  },
  'bridge-1': bridge('D4', 'F#4', 'A4'),
  'bridge-2': bridge('E4', 'A4', 'B4'),
  'bridge-3': bridge('F#4', 'B4', 'D5'),
  'bridge-4': bridge('A4', 'D5', 'E5'),
  'bridge-5': bridge('B4', 'D5', 'F#5'),
  'set-end': {
    ...news,
    lengthS: 6.4,
    levelDb: -18.5,
    room: 0.4,
    parts: [
      { voice: 'pad', stepS: 1.5, gainDb: -8, attackS: 0.8, lengthS: 3.6, line: 'D4+F#4 B3+D4 D4+A4+D5' },
      { voice: 'bowed', stepS: 0.38, gainDb: 0, attackS: 0.34, lengthS: 1.6, line: 'D4 . E4 F#4 . A4 B4 . D5 . F#5 A5' },
      { voice: 'breath', stepS: 1.14, gainDb: -8, attackS: 0.5, lengthS: 2.2, line: 'F#4 B4 D5 F#5 A5' },
    ],
  },
  pause: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.35,
    parts: [{ voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.4, lengthS: 1.6, line: 'D5 A4' }],
  },
  resume: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.35,
    parts: [{ voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.4, lengthS: 1.6, line: 'A4 D5' }],
  },
};
