// The score of Rocket: a workshop morning in a slow swinging 3/4: low wood walks round, marimba climbs a step higher in each of its phrases.
// Rendered by `node src/tools/run.mjs render-sounds`.
import type { Part, Piece, Score } from '../../../src/tools/sounds/score';

const BEAT_S = 0.625;

// Eight phrases of four bars: each climbs where the one before ended, and comes home at the end.
const melody: Part = {
  voice: 'mallet',
  stepS: BEAT_S / 2,
  gainDb: -4,
  attackS: 0.07,
  line: `
    D4 . . . A4, . | B4 . . . A4, . | F#4 . A4 . . . | . . . . . .
    E4 . . . B4, . | D5 . . . B4, . | A4 . E5 . . .  | . . . . B4, .
    F#4 . . . D5, . | E5 . . . D5, . | B4 . F#5 . . . | . . E5, . D5, .
    A4 . . . E5, . | F#5 . . . A5, . | F#5 . E5 . D5, . | B4 . . . . .
    D5 . . . A5, . | B5 . . . A5, . | F#5 . A5 . . . | . . . . F#5, .
    E5 . . . B4, . | D5 . . . F#5, . | A5 . F#5 . E5, . | D5 . . . . .
    B4 . D5, . F#5 . | . . E5, . D5 . | A4 . B4, . E5 . | . . D5, . B4 .
    A4 . . . F#4, . | E4 . . . A4, . | D4 . . . . . | . . . . . .`,
};

// The step of the workshop: low wood on one, mallets on two and three.
const step: Part = {
  voice: 'mallet',
  stepS: BEAT_S,
  gainDb: -11,
  attackS: 0.1,
  line: `
    D3 A3+F#4, A3, | D3 A3+F#4, A3, | B2 F#3+D4, F#3, | B2 F#3+D4, .
    E3 B3+E4, B3, | E3 B3+D4, B3, | A2 E3+B3, E3, | A2 E3+D4, .
    F#3 D4+A4, A3, | F#3 D4+A4, A3, | B2 F#3+D4, F#3, | B2 F#3+E4, .
    A2 E3+B3, E3, | A2 E3+D4, E3, | B2 F#3+D4, F#3, | E3 B3+D4, .
    D3 A3+F#4, A3, | D3 A3+E4, A3, | F#3 A3+D4, A3, | F#3 A3+D4, .
    E3 B3+D4, B3, | B2 F#3+D4, F#3, | A2 E3+D4, E3, | D3 A3+F#4, .
    B2 F#3+D4, F#3, | E3 B3+D4, B3, | A2 E3+B3, E3, | E3 B3+D4, .
    A2 E3+D4, E3, | A2 E3+B3, E3, | D3 A3+F#4, A3, | D3 A3, .`,
};

const tools: Part = {
  voice: 'wood',
  stepS: BEAT_S,
  gainDb: -23,
  attackS: 0.06,
  line: `
    . . . | . A4, . | . . . | . . D5,  . . . | . A4, . | . . . | . E5, .
    . . . | . B4, . | . . . | . . D5,  . . . | . A4, . | . . . | . . .
    . . . | . A4, . | . . . | . . D5,  . . . | . B4, . | . . . | . A4, .
    . . . | . D5, . | . . . | . . E5,  . . . | . A4, . | . . . | . . .`,
};

const air: Part = {
  voice: 'breath',
  stepS: BEAT_S * 12,
  gainDb: -13,
  attackS: 2.2,
  lengthS: 6.5,
  line: 'D5 E5 F#5 A5 D5 E5 B4 A4',
};

const pad: Part = {
  voice: 'pad',
  stepS: BEAT_S * 6,
  gainDb: -12,
  attackS: 1.8,
  lengthS: 6,
  line: 'D4+A4 B3+F#4, E4+B4 A3+E4, F#4+A4 B3+D4, A3+E4 B3+F#4, D4+A4 F#4+A4, E4+B4 A3+D4, B3+F#4 A3+E4, A3+E4 D4+A4,',
};

const music: Piece = { kind: 'music', moment: 'unannounced', lengthS: 60, levelDb: -20, room: 0.28, parts: [melody, step, tools, air, pad] };

const ambience: Piece = {
  kind: 'ambience',
  moment: 'unannounced',
  lengthS: 14,
  levelDb: -32,
  room: 0.15,
  parts: [
    { voice: 'lap', stepS: 7, gainDb: 0, attackS: 3, lengthS: 7, line: 'A4 E4' },
    { voice: 'breath', stepS: 3.5, gainDb: -7, attackS: 1.6, lengthS: 4.5, line: 'A4 . D5 .' },
  ],
};

const response = { kind: 'effect', moment: 'own-touch' } as const;
const news = { kind: 'effect', moment: 'unannounced' } as const;

// Light pours in: drops run down to a struck bar, and a fifth stays lit over it.
function fill(note: string, below: string, above: string): Piece {
  return {
    ...response,
    lengthS: 2.4,
    levelDb: -17.5,
    room: 0.3,
    parts: [
      { voice: 'water', stepS: 0.13, gainDb: -11, attackS: 0.06, lengthS: 0.5, line: `${above}, ${note}` },
      { voice: 'mallet', stepS: 0.26, gainDb: 0, attackS: 0.06, lengthS: 1.6, line: `. ${note}` },
      { voice: 'mallet', stepS: 0.26, gainDb: -7, attackS: 0.08, lengthS: 1.8, line: `. ${below}` },
      { voice: 'pad', stepS: 1, gainDb: -9, attackS: 0.5, lengthS: 1.9, startS: 0.3, line: above },
    ],
  };
}

/** All sounds of Rocket. */
export const score: Score = {
  music,
  ambience,
  appear: {
    ...news,
    lengthS: 2,
    levelDb: -22,
    room: 0.35,
    parts: [
      { voice: 'bowed', stepS: 0.3, gainDb: 0, attackS: 0.42, lengthS: 1.4, line: 'A4 D5,' },
      { voice: 'breath', stepS: 1, gainDb: -4, attackS: 0.5, lengthS: 1.4, line: 'D6' },
    ],
  },
  rise: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.3,
    parts: [
      { voice: 'bowed', stepS: 0.24, gainDb: 0, attackS: 0.4, lengthS: 1.2, line: 'D4, E4, F#4, A4' },
      { voice: 'breath', stepS: 1, gainDb: -4, attackS: 0.8, lengthS: 1.9, line: 'A5' },
    ],
  },
  'fill-1': fill('D5', 'D4', 'A5'),
  'fill-2': fill('E5', 'E4', 'B5'),
  'fill-3': fill('F#5', 'F#4', 'D6'),
  'fill-4': fill('A5', 'A4', 'E6'),
  'fill-5': fill('B5', 'B4', 'F#6'),
  help: {
    ...news,
    lengthS: 2.8,
    levelDb: -20,
    room: 0.35,
    parts: [
      { voice: 'bowed', stepS: 0.36, gainDb: 0, attackS: 0.4, lengthS: 1.7, line: 'D4, F#4, A4' },
      { voice: 'pad', stepS: 1, gainDb: -6, attackS: 0.6, lengthS: 2.5, line: 'D4+A4' },
    ],
  },
  hold: {
    ...news,
    lengthS: 3.2,
    levelDb: -22,
    room: 0.35,
    parts: [
      { voice: 'pad', stepS: 1, gainDb: 0, attackS: 1.2, lengthS: 3, line: 'D4+F#4+A4,' },
      { voice: 'bowed', stepS: 0.5, gainDb: -7, attackS: 0.4, lengthS: 1.4, line: 'D5, E5, F#5,' },
    ],
  },
  'set-end': {
    ...news,
    lengthS: 6,
    levelDb: -19,
    room: 0.38,
    parts: [
      { voice: 'pad', stepS: 1.8, gainDb: -8, attackS: 1.1, lengthS: 4, line: 'D4+A4 F#4+D5+A4,' },
      { voice: 'bowed', stepS: 0.42, gainDb: -2, attackS: 0.4, lengthS: 1.9, line: '. D4, E4, F#4, A4, B4 D5 . F#5 . A5,' },
      { voice: 'breath', stepS: 1, gainDb: -7, attackS: 2.4, lengthS: 5, line: 'A5' },
    ],
  },
  pause: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.35,
    parts: [{ voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.4, lengthS: 1.6, line: 'F#4 D4' }],
  },
  resume: {
    ...news,
    lengthS: 2.2,
    levelDb: -22,
    room: 0.35,
    parts: [{ voice: 'bowed', stepS: 0.4, gainDb: 0, attackS: 0.4, lengthS: 1.6, line: 'D4 F#4' }],
  },
};
