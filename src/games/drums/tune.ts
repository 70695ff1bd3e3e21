import type { Millis } from '../../core/units';
import type { DrumHit } from '../../drills/drum/state';
import type { BeatNote, BeatPart, HeardBeat } from '../kit/beat';
import type { BeatVoice } from '../kit/beat-sounds';

/** One instrument's part: a line of thirds of a beat, each a rest `.` or a pitch of D major pentatonic, over and over. */
interface Line {
  readonly voice: BeatVoice;
  readonly gain: number;
  readonly thirds: readonly (number | null)[];
}

const semitones: Readonly<Record<string, number>> = { D: 2, E: 4, 'F#': 6, A: 9, B: 11 };

function toHz(pitch: string): number {
  const semitone = semitones[pitch.slice(0, -1)];
  if (semitone === undefined) throw new Error(`"${pitch}" is not a pitch of D major pentatonic`);
  return Math.round(44_000 * 2 ** ((semitone - 9) / 12 + Number(pitch.slice(-1)) - 4)) / 100;
}

function toLine(voice: BeatVoice, gain: number, line: string): Line {
  const steps = line.trim().split(/[\s|]+/);
  return { voice, gain, thirds: steps.map((step) => (step === '.' ? null : toHz(step))) };
}

/** What each friend plays, in the order in which they wake: a rolling six-eight of the sea. The child is the drum. */
const band: readonly Line[] = [
  toLine('click', 0.8, 'A6 . . . . E6 | A6 . . A6 . E6'),
  toLine('mallet', 0.5, 'D5 . . . . A4 | B4 . . . . . | F#4 . . . . A4 | D5 . . . . .'),
  toLine('bell', 0.6, '. . . F#6 . . | . . . A6 . . | . . . B6 . . | . . . A6 . E6'),
  toLine('flute', 0.55, 'F#5 . . . . . | E5 . . D5 . . | B4 . . . . . | D5 . . E5 . .'),
  toLine('bell', 0.7, 'D6 . . . . . | . . . . . . | . . . . . . | . . . B6 . D6'),
  toLine('reed', 0.7, 'B3 . . . . F#4 | B3 . . . . F#4 | E4 . . . . B4 | A3 . . . . E4'),
  toLine('flute', 0.6, '. . A5 B5 . . | . . . . . . | . . F#5 A5 . B5 | D6 . . . . .'),
  toLine('bass', 0.9, 'B2 . . . . . | F#2 . . . . . | E2 . . . . . | A2 . . . . .'),
];

/** The music of so many friends that are awake. The same number gives the same function. */
export const parts: readonly BeatPart[] = Array.from({ length: band.length + 1 }, (_, count) => {
  const playing = band.slice(0, count);
  return (beat: number): readonly BeatNote[] => playing.flatMap((line) => listNotes(line, beat));
});

function listNotes({ voice, gain, thirds }: Line, beat: number): BeatNote[] {
  return [0, 1, 2].flatMap((third): BeatNote[] => {
    const hz = thirds[(beat * 3 + third) % thirds.length];
    return hz ? [{ voice, hz, after: third / 3, gain }] : [];
  });
}

/** What the whole band plays at the end of a set: the child's own last hits, as it drummed them, with everybody around them. */
export interface Encore {
  readonly beat: HeardBeat;
  readonly part: BeatPart;
  /** When each of the child's hits sounds again, on the beat's clock. */
  readonly hitsMs: readonly Millis[];
  readonly endMs: Millis;
}

/** As long as the end of a set can hold, and time before it for the room to grow quiet. */
const encoreMs = 3600;
const encoreInMs = 700;
/** An encore's pulse is the child's own, within what is heard as one. */
const pulseMs = { least: 380, most: 900, usual: 600 } as const;

/** The encore of hits (in any order), from `nowMs` on; without hits the band plays a calm one. */
export function toEncore(hits: readonly Pick<DrumHit, 'tMs' | 'side'>[], awake: number, nowMs: Millis): Encore {
  const sorted = [...hits].sort((a, b) => a.tMs - b.tMs);
  const lastMs = sorted.at(-1)?.tMs ?? 0;
  const own = sorted.filter(({ tMs }) => tMs > lastMs - encoreMs);
  const gaps = own.slice(1).map(({ tMs }, i) => tMs - (own[i]?.tMs ?? tMs));
  const gapMs = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? pulseMs.usual;
  const periodMs = Math.min(pulseMs.most, Math.max(pulseMs.least, gapMs));
  const firstMs = nowMs + encoreInMs;
  const startMs = own[0]?.tMs ?? 0;
  const played = own.map(({ tMs, side }) => ({ afterMs: tMs - startMs, side }));
  const around = parts[awake] ?? parts[0];
  return {
    beat: { firstMs, periodMs, accent: null },
    hitsMs: played.map(({ afterMs }) => firstMs + afterMs),
    endMs: firstMs + encoreMs,
    part: (n) => {
      const drums = played.filter(({ afterMs }) => Math.floor(afterMs / periodMs) === n);
      // It grows out of the quiet: nobody is startled by it (clinical.md C8).
      const grows = Math.min(1, 0.25 + n * 0.2);
      return [
        ...drums.map(
          ({ afterMs, side }): BeatNote => ({
            voice: 'drum',
            hz: side === 'right' ? 146.83 : 110,
            after: afterMs / periodMs - n,
            gain: 0.7 * grows,
          }),
        ),
        ...(around?.(n) ?? []).map((note) => ({ ...note, gain: note.gain * grows })),
      ];
    },
  };
}
