// What a score says. A score is data that lies beside the sounds it becomes: assets/<game>/sound/score.ts.

/** An instrument of the one sound world: soft mallets, bowed bars, breath, water, wood. */
export type Voice = 'mallet' | 'bowed' | 'pad' | 'breath' | 'water' | 'lap' | 'wood';

/** Who starts the sound: the child's own finger, or the game (then it may never startle). */
export type Moment = 'own-touch' | 'unannounced';

/** One part: a line of steps, each a rest `.`, a pitch `F#5` or a chord `D3+A3`; a trailing `,` plays it softer. */
export interface Part {
  readonly voice: Voice;
  readonly stepS: number;
  readonly line: string;
  /** Loudness of the part beside the others of its piece, in dB. */
  readonly gainDb: number;
  /** Seconds before the first step. */
  readonly startS?: number;
  /** Seconds that one note takes to rise. */
  readonly attackS?: number;
  /** Seconds that one note lasts (swell and fade included), or in which a struck note dies away. */
  readonly lengthS?: number;
}

/** One sound: its parts, its length and how loud its loudest tenth of a second is (a loop: its mean). */
export interface Piece {
  readonly kind: 'music' | 'ambience' | 'effect';
  readonly moment: Moment;
  readonly lengthS: number;
  /** K-weighted level (ITU-R BS.1770-4) of the file in dB; the player turns it down further. */
  readonly levelDb: number;
  /** Share of the room in the sound, 0..1. */
  readonly room: number;
  readonly parts: readonly Part[];
}

/** All sounds of one game (or the shared ones) by file name. */
export type Score = Readonly<Record<string, Piece>>;

/** One note of a part, ready to be played. `velocity` 0..1. */
export interface Note {
  readonly atS: number;
  readonly hz: number;
  readonly velocity: number;
}

const SEMITONES: Readonly<Record<string, number>> = { D: 2, E: 4, 'F#': 6, A: 9, B: 11 };
const SOFTER = 0.6;

/** Frequency in Hz of a pitch such as `F#4` (A4 = 440 Hz). Throws for a pitch outside D major pentatonic. */
export function toHz(pitch: string): number {
  const [, name = '', octave = ''] = /^([A-G]#?)(\d)$/.exec(pitch) ?? [];
  const semitone = SEMITONES[name];
  if (semitone === undefined) throw new Error(`"${pitch}" is not a pitch of D major pentatonic`);
  return 440 * 2 ** ((semitone - 9) / 12 + Number(octave) - 4);
}

/** The notes of a part in order of time. Throws for a step that cannot be read. */
export function toNotes(part: Part): Note[] {
  const steps = part.line.trim().split(/[\s|]+/);
  return steps.flatMap((step, index) => {
    if (step === '.') return [];
    const atS = (part.startS ?? 0) + index * part.stepS;
    const velocity = step.endsWith(',') ? SOFTER : 1;
    return step
      .replace(/,$/, '')
      .split('+')
      .map((pitch) => ({ atS, hz: toHz(pitch), velocity }));
  });
}
