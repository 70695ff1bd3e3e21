// The score of Drums: a cave by the sea that hums without a pulse, since the child's own hands give it. The band plays note by note on the
// beat (src/games/drums/tune.ts). Rendered by `node src/tools/run.mjs render-sounds`.
import type { Part, Piece, Score } from '../../../src/tools/sounds/score';

// Lines of 5, 7 and 11 seconds never fall together into a metre.
const hum: Part = {
  voice: 'pad',
  stepS: 7,
  gainDb: -4,
  attackS: 3,
  lengthS: 10,
  line: 'B2+F#3+B3 E3+B3+D4 A2+E3+A3 D3+A3+F#4 B2+F#3+D4 E3+A3+B3 D3+A3+D4 A2+E3+B3',
};

const conch: Part = {
  voice: 'bowed',
  stepS: 5,
  gainDb: -13,
  attackS: 1.4,
  lengthS: 4.8,
  startS: 2.5,
  line: '. F#4 . . E4, . B3 . . D4, . A3',
};

const glass: Part = {
  voice: 'mallet',
  stepS: 2.75,
  gainDb: -21,
  attackS: 0.14,
  lengthS: 3.4,
  startS: 1.3,
  line: 'B5 . . F#5, . . E6, . . . D6 . A5, . . B5, . . F#6, . .',
};

const drops: Part = {
  voice: 'water',
  stepS: 1.7,
  gainDb: -25,
  attackS: 0.06,
  lengthS: 0.5,
  startS: 0.6,
  line: '. . D6 . . . . A5, . . . . . E6, . . . B5 . . . . . . D6, . . . . A5 . . . .',
};

const music: Piece = { kind: 'music', moment: 'unannounced', lengthS: 60, levelDb: -21, room: 0.45, parts: [hum, conch, glass, drops] };

// 13 s against 60 s: long waves that run out on the sand before the cave.
const ambience: Piece = {
  kind: 'ambience',
  moment: 'unannounced',
  lengthS: 13,
  levelDb: -32,
  room: 0.2,
  parts: [
    { voice: 'lap', stepS: 6.5, gainDb: 0, attackS: 2.2, lengthS: 6.2, line: 'D4 A3,' },
    { voice: 'lap', stepS: 6.5, gainDb: -5, attackS: 1.6, lengthS: 4.4, startS: 2.6, line: 'A4 E4,' },
  ],
};

const response = { kind: 'effect', moment: 'own-touch' } as const;
const news = { kind: 'effect', moment: 'unannounced' } as const;

// The child's drum: a deep hollow log, and the note of the tune that this hit plays.
function hit(low: string, note: string): Piece {
  return {
    ...response,
    lengthS: 0.75,
    levelDb: -25,
    room: 0.22,
    parts: [
      { voice: 'wood', stepS: 1, gainDb: 0, attackS: 0.04, lengthS: 0.42, line: low },
      { voice: 'mallet', stepS: 1, gainDb: -5, attackS: 0.045, lengthS: 0.6, line: note },
    ],
  };
}

// The same drum with friends in it: a fifth above and a breath of reeds.
function band(low: string, note: string, over: string): Piece {
  return {
    ...response,
    lengthS: 0.85,
    levelDb: -24.5,
    room: 0.28,
    parts: [
      { voice: 'wood', stepS: 1, gainDb: 0, attackS: 0.04, lengthS: 0.42, line: low },
      { voice: 'mallet', stepS: 1, gainDb: -4, attackS: 0.045, lengthS: 0.65, line: `${note}+${over}` },
      { voice: 'breath', stepS: 1, gainDb: -9, attackS: 0.07, lengthS: 0.6, line: over },
    ],
  };
}

// A friend wakes: it yawns upwards, and tries its instrument.
function wake(one: string, two: string, three: string): Piece {
  return {
    ...news,
    lengthS: 2.4,
    levelDb: -20,
    room: 0.4,
    parts: [
      { voice: 'breath', stepS: 1, gainDb: -3, attackS: 0.45, lengthS: 1.5, line: two },
      { voice: 'bowed', stepS: 0.34, gainDb: 0, attackS: 0.36, lengthS: 1.4, line: `${one} ${two} ${three}` },
      { voice: 'water', stepS: 0.3, gainDb: -16, attackS: 0.09, lengthS: 0.5, startS: 0.7, line: `${two} ${three},` },
    ],
  };
}

// A bout is over: the wave runs up the beach under three rising notes.
function bout(low: string, high: string, top: string): Piece {
  return {
    ...news,
    lengthS: 3.4,
    levelDb: -18.5,
    room: 0.42,
    parts: [
      { voice: 'pad', stepS: 1, gainDb: -4, attackS: 0.8, lengthS: 3.2, line: `${low}+${high}` },
      { voice: 'bowed', stepS: 0.32, gainDb: -1, attackS: 0.36, lengthS: 1.7, line: `${low} ${high} ${top}` },
      { voice: 'lap', stepS: 1, gainDb: -9, attackS: 1, lengthS: 3, line: 'D4' },
    ],
  };
}

/** All sounds of Drums. */
export const score: Score = {
  music,
  ambience,
  appear: {
    ...news,
    lengthS: 2,
    levelDb: -22,
    room: 0.4,
    parts: [
      { voice: 'bowed', stepS: 0.36, gainDb: 0, attackS: 0.42, lengthS: 1.3, line: 'B3 D4,' },
      { voice: 'breath', stepS: 1, gainDb: -5, attackS: 0.5, lengthS: 1.3, line: 'F#5' },
    ],
  },
  'hit-1': hit('D3', 'D4'),
  'hit-2': hit('A3', 'F#4'),
  'hit-3': hit('D3', 'A4'),
  'hit-4': hit('A3', 'B4'),
  'hit-5': hit('E3', 'A4'),
  'hit-6': hit('B3', 'F#4'),
  'hit-7': hit('D3', 'E4'),
  'hit-8': hit('A3', 'D4'),
  'band-1': band('D3', 'D4', 'A4'),
  'band-2': band('A3', 'F#4', 'D5'),
  'band-3': band('D3', 'A4', 'F#5'),
  'band-4': band('A3', 'B4', 'F#5'),
  'band-5': band('E3', 'A4', 'E5'),
  'band-6': band('B3', 'F#4', 'B4'),
  'band-7': band('D3', 'E4', 'B4'),
  'band-8': band('A3', 'D4', 'F#4'),
  'wake-1': wake('D4', 'F#4', 'B4'),
  'wake-2': wake('E4', 'A4', 'D5'),
  'wake-3': wake('F#4', 'B4', 'E5'),
  'wake-4': wake('A4', 'D5', 'F#5'),
  'wake-5': wake('B4', 'E5', 'A5'),
  'bout-1': bout('D4', 'A4', 'D5'),
  'bout-2': bout('E4', 'B4', 'E5'),
  'bout-3': bout('F#4', 'B4', 'F#5'),
  'bout-4': bout('A4', 'E5', 'A5'),
  'bout-5': bout('B4', 'F#5', 'B5'),
  help: {
    ...news,
    lengthS: 2.8,
    levelDb: -20,
    room: 0.4,
    parts: [
      { voice: 'bowed', stepS: 0.42, gainDb: 0, attackS: 0.4, lengthS: 1.7, line: 'B3, E4, D4' },
      { voice: 'pad', stepS: 1, gainDb: -6, attackS: 0.6, lengthS: 2.5, line: 'B3+E4' },
    ],
  },
  'set-end': {
    ...news,
    lengthS: 6,
    levelDb: -19,
    room: 0.45,
    parts: [
      { voice: 'pad', stepS: 1.5, gainDb: -5, attackS: 0.9, lengthS: 3.4, line: 'B3+F#4 E4+B4 D4+A4+F#5' },
      { voice: 'bowed', stepS: 0.5, gainDb: -2, attackS: 0.4, lengthS: 1.7, line: 'B3 D4 F#4 B4 . A4 . D5+F#5' },
      { voice: 'lap', stepS: 1, gainDb: -8, attackS: 1.6, lengthS: 5, line: 'D4' },
    ],
  },
  pause: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.4,
    parts: [{ voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.4, lengthS: 1.6, line: 'D5 B4' }],
  },
  resume: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.4,
    parts: [{ voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.4, lengthS: 1.6, line: 'B4 D5' }],
  },
};
