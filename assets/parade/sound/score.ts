// The score of Parade: air without a pulse, since the drill sets the tempo. The march itself is played note by note on the beat
// (src/games/parade/tune.ts). Rendered by `node src/tools/run.mjs render-sounds`.
import type { Part, Piece, Score } from '../../../src/tools/sounds/score';

// Lines of 7, 9 and 11 seconds never fall together into a metre.
const pad: Part = {
  voice: 'pad',
  stepS: 6,
  gainDb: -5,
  attackS: 2.6,
  lengthS: 9,
  line: 'D3+A3+D4 D3+A3+E4 B2+F#3+D4 B2+F#3+A3 A2+E3+D4 A2+E3+B3 E3+B3+D4 D3+A3+F#4 B2+F#3+E4 A2+E3+A3',
};

const air: Part = {
  voice: 'breath',
  stepS: 7.5,
  gainDb: -17,
  attackS: 1.6,
  lengthS: 4.5,
  startS: 3,
  line: 'A5 . D6 A5, . E5 F#5 .',
};

const far: Part = {
  voice: 'bowed',
  stepS: 5.5,
  gainDb: -15,
  attackS: 1,
  lengthS: 4.6,
  startS: 1.7,
  line: 'F#4 . A4 E4, . B4 A4, . D5 F#4',
};

const bells: Part = {
  voice: 'mallet',
  stepS: 3.7,
  gainDb: -24,
  attackS: 0.12,
  lengthS: 3,
  startS: 2.2,
  line: '. A5, . . D6, . . F#5, . . . B5, . . E5, .',
};

const music: Piece = { kind: 'music', moment: 'unannounced', lengthS: 60, levelDb: -21, room: 0.4, parts: [pad, air, far, bells] };

// 11 s against 60 s: water at the quay wall, and wind in the bunting.
const ambience: Piece = {
  kind: 'ambience',
  moment: 'unannounced',
  lengthS: 11,
  levelDb: -33,
  room: 0.15,
  parts: [
    { voice: 'lap', stepS: 1, gainDb: 0, attackS: 1.5, lengthS: 4.2, line: 'D4 . . . A4, . . E4 . . .' },
    { voice: 'breath', stepS: 5.5, gainDb: -12, attackS: 1.8, lengthS: 4.6, line: 'A5 D6,' },
  ],
};

const response = { kind: 'effect', moment: 'own-touch' } as const;
const news = { kind: 'effect', moment: 'unannounced' } as const;

// Ribbons that fly out of the instruments: two quick bars and the rustle of paper.
function ribbon(note: string, over: string): Piece {
  return {
    ...response,
    lengthS: 1,
    levelDb: -23,
    room: 0.3,
    parts: [
      { voice: 'mallet', stepS: 0.09, gainDb: 0, attackS: 0.06, lengthS: 0.7, line: `${note} ${over},` },
      { voice: 'breath', stepS: 1, gainDb: -6, attackS: 0.1, lengthS: 0.6, line: over },
    ],
  };
}

// A friend joins: three notes up on a soft horn, and its own bar on top.
function join(one: string, two: string, three: string): Piece {
  return {
    ...news,
    lengthS: 2.4,
    levelDb: -19.5,
    room: 0.35,
    parts: [
      { voice: 'bowed', stepS: 0.26, gainDb: 0, attackS: 0.34, lengthS: 1.3, line: `${one} ${two} ${three}` },
      { voice: 'pad', stepS: 1, gainDb: -7, attackS: 0.5, lengthS: 2.1, line: `${one}+${three}` },
      { voice: 'breath', stepS: 1, gainDb: -8, attackS: 0.4, lengthS: 1.4, line: three },
    ],
  };
}

// A walk is done and its kite rises.
function walk(low: string, high: string, top: string): Piece {
  return {
    ...news,
    lengthS: 3.2,
    levelDb: -18.5,
    room: 0.4,
    parts: [
      { voice: 'bowed', stepS: 0.3, gainDb: -1, attackS: 0.36, lengthS: 1.6, line: `${low} ${high} ${top}` },
      { voice: 'pad', stepS: 1, gainDb: -6, attackS: 0.8, lengthS: 3, line: `${low}+${high}` },
      { voice: 'breath', stepS: 1, gainDb: -5, attackS: 1.1, lengthS: 2.2, line: top },
    ],
  };
}

/** All sounds of Parade. */
export const score: Score = {
  music,
  ambience,
  appear: {
    ...news,
    lengthS: 2,
    levelDb: -22,
    room: 0.4,
    parts: [
      { voice: 'bowed', stepS: 0.3, gainDb: 0, attackS: 0.4, lengthS: 1.4, line: 'A4 D5,' },
      { voice: 'breath', stepS: 1, gainDb: -4, attackS: 0.45, lengthS: 1.3, line: 'D6' },
    ],
  },
  step: {
    ...response,
    lengthS: 0.6,
    levelDb: -26,
    room: 0.25,
    parts: [
      { voice: 'wood', stepS: 1, gainDb: 0, attackS: 0.06, lengthS: 0.4, line: 'D4' },
      { voice: 'breath', stepS: 1, gainDb: -4, attackS: 0.08, lengthS: 0.4, line: 'A4' },
    ],
  },
  'ribbon-1': ribbon('D5', 'A5'),
  'ribbon-2': ribbon('E5', 'B5'),
  'ribbon-3': ribbon('F#5', 'A5'),
  'ribbon-4': ribbon('A5', 'D6'),
  'ribbon-5': ribbon('B5', 'E6'),
  'join-1': join('D4', 'F#4', 'A4'),
  'join-2': join('E4', 'A4', 'B4'),
  'join-3': join('F#4', 'A4', 'D5'),
  'join-4': join('A4', 'B4', 'E5'),
  'join-5': join('B4', 'D5', 'F#5'),
  'walk-1': walk('D4', 'A4', 'D5'),
  'walk-2': walk('E4', 'B4', 'E5'),
  'walk-3': walk('F#4', 'A4', 'F#5'),
  'walk-4': walk('A4', 'D5', 'A5'),
  'walk-5': walk('B4', 'E5', 'B5'),
  help: {
    ...news,
    lengthS: 2.8,
    levelDb: -20,
    room: 0.35,
    parts: [
      { voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.4, lengthS: 1.7, line: 'D4, A4, F#4' },
      { voice: 'pad', stepS: 1, gainDb: -6, attackS: 0.6, lengthS: 2.5, line: 'D4+A4' },
    ],
  },
  'set-end': {
    ...news,
    lengthS: 6.4,
    levelDb: -18.5,
    room: 0.4,
    parts: [
      { voice: 'pad', stepS: 1.5, gainDb: -8, attackS: 0.8, lengthS: 3.6, line: 'D4+A4 B3+F#4+D5 D4+A4+F#5' },
      { voice: 'bowed', stepS: 0.36, gainDb: 0, attackS: 0.34, lengthS: 1.6, line: 'D4 F#4 A4 D5 . A4 B4 D5 F#5 . D5+A5' },
      { voice: 'mallet', stepS: 0.36, gainDb: -14, attackS: 0.1, lengthS: 1.6, line: '. . . . D5 . F#5 . A5 . D6' },
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
