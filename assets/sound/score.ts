// The sounds that every screen of Pebble Bay shares. Rendered by `node src/tools/run.mjs render-sounds`.
import type { Score } from '../../src/tools/sounds/score';

/** All shared sounds. */
export const score: Score = {
  tap: {
    kind: 'effect',
    moment: 'own-touch',
    lengthS: 0.5,
    levelDb: -24,
    room: 0.2,
    parts: [
      { voice: 'wood', stepS: 1, gainDb: 0, attackS: 0.06, lengthS: 0.35, line: 'A4' },
      { voice: 'mallet', stepS: 1, gainDb: -8, attackS: 0.06, lengthS: 0.5, line: 'A5' },
    ],
  },
  choose: {
    kind: 'effect',
    moment: 'own-touch',
    lengthS: 1.4,
    levelDb: -21,
    room: 0.3,
    parts: [
      { voice: 'mallet', stepS: 0.16, gainDb: 0, attackS: 0.06, lengthS: 0.9, line: 'D5, A5' },
      { voice: 'bowed', stepS: 1, gainDb: -9, attackS: 0.3, lengthS: 1.2, line: 'D5' },
    ],
  },
  // The stone slides in before it comes to rest, so that even its knock cannot startle.
  pebble: {
    kind: 'effect',
    moment: 'unannounced',
    lengthS: 2.4,
    levelDb: -20,
    room: 0.3,
    parts: [
      { voice: 'breath', stepS: 1, gainDb: 8, attackS: 0.35, lengthS: 1, line: 'A4' },
      { voice: 'bowed', stepS: 1, gainDb: -1, attackS: 0.45, lengthS: 2, line: 'D4+A4' },
      { voice: 'wood', stepS: 1, gainDb: -6, attackS: 0.06, startS: 0.42, lengthS: 0.35, line: 'D4' },
    ],
  },
};
