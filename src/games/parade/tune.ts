import type { BeatNote, BeatPart } from '../kit/beat';
import type { BeatVoice } from '../kit/beat-sounds';

/** One instrument's part: a line of half beats, each a rest `.` or a pitch of D major pentatonic, over and over. */
interface Line {
  readonly voice: BeatVoice;
  readonly gain: number;
  readonly halves: readonly (number | null)[];
}

const semitones: Readonly<Record<string, number>> = { D: 2, E: 4, 'F#': 6, A: 9, B: 11 };

function toHz(pitch: string): number {
  const semitone = semitones[pitch.slice(0, -1)];
  if (semitone === undefined) throw new Error(`"${pitch}" is not a pitch of D major pentatonic`);
  return Math.round(44_000 * 2 ** ((semitone - 9) / 12 + Number(pitch.slice(-1)) - 4)) / 100;
}

function toLine(voice: BeatVoice, gain: number, line: string): Line {
  const steps = line.trim().split(/[\s|]+/);
  return { voice, gain, halves: steps.map((step) => (step === '.' ? null : toHz(step))) };
}

/** The march: a tune of sixteen beats and its answer, for the companion alone. */
const tune = toLine(
  'mallet',
  0.9,
  `D5 . F#5 . A5 . F#5 . | B5 . A5 . F#5 . . . | E5 . F#5 . A5 . E5 . | D5 . . . A4 . . .
   D5 . F#5 . A5 . B5 . | D6 . B5 . A5 . . . | F#5 . A5 . E5 . F#5 . | D5 . . . . . . .`,
);

/** What each friend plays, in the order in which they join. */
const friends: readonly Line[] = [
  toLine('drum', 0.34, '. . . D4 . . . . | . . . D4 . . D4 D4'),
  toLine('bass', 0.9, 'D2 . . . A2 . . . | D2 . . . A2 . . . | E2 . . . B2 . . . | D2 . . . A2 . A2 .'),
  toLine('click', 0.9, '. A6 . A6 . A6 . A6 | . A6 . A6 . A6 E6 A6'),
  toLine('bell', 0.7, 'E7 . . . . . . . | E7 . . . . . E7 .'),
  toLine('bell', 0.9, '. . . D6 . . . A6 | . . . B6 . . F#6 .'),
  toLine('reed', 0.8, '. F#4 . F#4 . F#4 . F#4 | . F#4 . F#4 . A4 . A4 | . B4 . B4 . B4 . B4 | . A4 . A4 . F#4 . F#4'),
  toLine(
    'flute',
    0.9,
    `F#5 . . . D5 . . . | . . F#5 . A5 . . . | B5 . . . A5 . . . | F#5 . E5 . . . . .
     A5 . . . F#5 . . . | B5 . . . D6 . . . | A5 . . . B5 . A5 . | F#5 . . . D5 . . .`,
  ),
  toLine('mallet', 0.6, '. D6 . A5 . D6 . A5 | . D6 . B5 . D6 . A5 | . B5 . E5 . B5 . E5 | . A5 . F#5 . A5 . D6'),
];

/** The music of a parade with so many friends. The same number gives the same function. */
export const parts: readonly BeatPart[] = Array.from({ length: friends.length + 1 }, (_, count) => {
  const playing = [tune, ...friends.slice(0, count)];
  return (beat: number): readonly BeatNote[] =>
    playing.flatMap(({ voice, gain, halves }) =>
      [0, 1].flatMap((half): BeatNote[] => {
        const hz = halves[(beat * 2 + half) % halves.length];
        return hz ? [{ voice, hz, after: half / 2, gain }] : [];
      }),
    );
});
