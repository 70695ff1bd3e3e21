import type { Rng } from '../core/rng';
import type { Help, Millis, Side } from '../core/units';
import type { Params, PlaySpace, SetSpec, TrialResult } from '../drills/types';
import type { Calibration, Frame, MovementRanges, MovementValue, SourceKind, SourceTrouble } from '../movement/types';
import type { SessionArm } from '../plan/alternation';
import type { GoalCheck } from '../plan/goals';
import type { Feeling, Incident, ReadyCheck } from '../plan/safety/records';
import type { Adjustment, Companion } from '../plan/types';

/** The frames of one set and everything needed to play it again. */
export interface Recording {
  readonly format: 1;
  readonly game: string;
  readonly drill: string;
  readonly drillVersion: number;
  readonly set: SetSpec;
  readonly seed: string;
  readonly calibration: Calibration;
  readonly frames: readonly Frame[];
  /** Session times at which a pause sent the running trial back to its start. */
  readonly cuts: readonly Millis[];
}

/** A recording without its frames: stored when a set starts. */
export type RecordingHead = Omit<Recording, 'frames' | 'cuts'>;

/** The part of a recording that belongs to one trial: frames known since the trial before ended. */
export interface RecordingPart {
  readonly frames: readonly Frame[];
  readonly cuts: readonly Millis[];
}

/** Why play rests: an adult or the child asked, the page is hidden, the child was not seen for a whole trial, a friend who plays along rests, movement has become slower or rougher, something looked like a fall, or the source did not start or is in trouble. */
export type PauseReason = 'asked' | 'hidden' | 'lost' | 'friend' | 'tired' | 'fall' | 'refused' | 'absent' | SourceTrouble;

/** Effort on the OMNI picture scale: 0 not tired at all, 10 very, very tired (clinical.md C4). */
export const omniSteps = [0, 2, 4, 6, 8, 10] as const;
export type Omni = (typeof omniSteps)[number];

/** Why a session ended. */
export type EndReason = 'finished' | 'stopped' | 'cap' | 'pain' | 'tired' | 'fall';

/** What a session hands over to be kept, in the order in which it happened. */
export type SessionRecord =
  | { readonly kind: 'session'; readonly session: string; readonly child: string }
  | {
      readonly kind: 'set';
      readonly session: string;
      readonly child: string;
      readonly set: string;
      readonly item: string;
      readonly level: string;
      readonly source: SourceKind;
      readonly head: RecordingHead;
      /** The way in which a single-case question has it played; absent: none asks. */
      readonly arm?: SessionArm;
    }
  | {
      readonly kind: 'trial';
      readonly session: string;
      readonly child: string;
      readonly set: string;
      readonly game: string;
      readonly level: string;
      readonly drill: string;
      readonly drillVersion: number;
      readonly source: SourceKind;
      readonly result: TrialResult;
      readonly part: RecordingPart;
    }
  /** What a range check found before play, of one source. */
  | { readonly kind: 'range'; readonly check: string; readonly child: string; readonly source: SourceKind; readonly ranges: MovementRanges }
  /** How hard the child says a session was, on the OMNI picture scale; said again, the last word counts. */
  | { readonly kind: 'effort'; readonly word: string; readonly session: string; readonly child: string; readonly omni: Omni }
  /** What an adult said before play, and what was decided (plan/safety). */
  | { readonly kind: 'check'; readonly check: string; readonly session: string; readonly child: string; readonly ready: ReadyCheck }
  /** How the child was after a session; said again, the last word counts. */
  | { readonly kind: 'feeling'; readonly word: string; readonly session: string; readonly child: string; readonly feeling: Feeling }
  /** An adverse event; `session` is null where it belongs to none. */
  /** A few words of the therapist on the session. */
  | { readonly kind: 'note'; readonly note: string; readonly session: string; readonly child: string; readonly words: string }
  | { readonly kind: 'incident'; readonly note: string; readonly session: string | null; readonly child: string; readonly incident: Incident }
  /** One answer of a weekly check of a goal. */
  | ({ readonly kind: 'goal-check'; readonly check: string; readonly child: string } & GoalCheck)
  /** What a round, or the child's word on effort, changes in the plan; `change` is null while it is less than a step. */
  | {
      readonly kind: 'adjustment';
      readonly adjustment: string;
      readonly session: string;
      readonly child: string;
      readonly item: string;
      readonly game: string;
      readonly change: Adjustment | null;
      readonly carry: number;
      readonly hits: number;
      readonly misses: number;
      readonly omni: Omni | null;
    }
  | { readonly kind: 'session-end'; readonly session: string; readonly child: string; readonly reason: EndReason; readonly activeMs: Millis };

/** Whether a record is durable; when not, why, in a word that the text files explain (`storage.problem.<word>`). */
export type SaveOutcome =
  | { readonly saved: true }
  /** `later` resolves when it is durable after all: the store goes on trying, in order. Absent: it does not. */
  | { readonly saved: false; readonly problem: StorageProblem; readonly later?: Promise<void> };

/** Why the tablet cannot keep results. */
export type StorageProblem = 'refused' | 'blocked' | 'full' | 'newer' | 'broken';

/** Keeps one record; resolves when it is durable or cannot be now. Records are kept in the order in which they are handed over. Never rejects. */
export type Save = (record: SessionRecord) => Promise<SaveOutcome>;

/** How play looks for this child. */
export interface Look {
  readonly companion: Companion;
  readonly simplePicture: boolean;
  readonly highContrast: boolean;
  readonly reducedMotion: boolean;
  readonly hand: Side;
  /** Which of the game's scenes is shown (time of day, weather), drawn from the session's seed. */
  readonly variation: number;
}

/** Phase of a session, shown by scenes and screens alike. */
export type SessionPhase = 'demo' | 'playing' | 'paused' | 'set-end' | 'resting' | 'ended';

/** All that a scene ever sees. */
export interface Stage<S> {
  readonly phase: SessionPhase;
  /** State of the running set; while `phase` is `demo`, of the companion's own play. */
  readonly state: Readonly<S>;
  /** Where the body is now, for drawing only: the state hears of it at its next tick. Empty while the companion shows. */
  readonly live: Partial<MovementValue>;
  /** Raised with each new state object (demo, set 1, set 2 …). */
  readonly run: number;
  readonly nowMs: Millis;
  /** Time of the running set (or demonstration), on which its state's times lie: beats are followed by it. */
  readonly runMs: Millis;
  /** Whether the running trial's end is celebrated in full; the others end quietly, and count the same (clinical.md C7). */
  readonly celebrated: boolean;
  readonly space: PlaySpace;
  readonly rng: Rng;
  readonly look: Look;
  text(key: string): string;
}

/** The whole pipeline for one set, headless: frames in, state and results out. */
export interface Runner<S> {
  readonly state: Readonly<S>;
  /** Takes a frame and returns it as it will be replayed (delivered no earlier than the next tick). */
  push(frame: Frame): Frame;
  advanceTo(nowMs: Millis): void;
  /** Plays what is known, then sends the running trial back to its start; returns the time of the cut, a tick. */
  cut(): Millis;
}

/** What screens re-read of a session. */
export interface SessionStatus {
  readonly session: string;
  readonly phase: SessionPhase;
  readonly game: string;
  readonly set: number;
  readonly sets: number;
  readonly trial: number;
  readonly trials: number;
  readonly restLeftS: number;
  /** Trials that ended in this session, and how many of them are not durable yet. */
  readonly trialsDone: number;
  /** Trials that ended well, with help or without. */
  readonly reached: number;
  readonly unsaved: number;
  readonly problem: StorageProblem | null;
  readonly ended: EndReason | null;
  /** Why play rests; null while it does not. */
  readonly pausedFor: PauseReason | null;
  /** The source that plays. */
  readonly source: SourceKind;
  /** The help that an adult gives now, as told by thumb. */
  readonly help: Help;
  /** Session time since the first set, and active time within sets, with those of earlier turns. */
  readonly elapsedMs: Millis;
  readonly activeMs: Millis;
}

/** One turn of a session of several plan items: they share its id and its time. */
export interface SessionTurn {
  readonly session: string;
  /** The first turn begins the session, the last one ends it. */
  readonly first: boolean;
  readonly last: boolean;
  /** Session time since the first set, and active time, of the turns before. */
  readonly elapsedMs: Millis;
  readonly activeMs: Millis;
}

/** What an adult can change in play. */
export interface SessionChange {
  readonly level: string;
  readonly params: Params;
  readonly side: Side | 'alternate' | 'either';
}

/** One sitting: plays the sets of one plan item in order and hands over what happened. */
export interface Session<S = unknown> {
  readonly status: SessionStatus;
  readonly stage: Stage<S>;
  push(frame: Frame): void;
  /** Once before each drawn frame. */
  tick(): void;
  /** A pause that is there already keeps its reason. */
  pause(reason?: PauseReason): void;
  resume(): void;
  /** Ends the demonstration; any touch of the child does so too. */
  skipDemo(): void;
  skipRest(): void;
  /** The play field has a new size, or another source plays on: a running set ends where it is and its other trials are played as a new one. */
  fit(space: PlaySpace, calibration: Calibration): void;
  /** An adult changes what is played: from the next trial on, as a new set with the trials that are left. Parameters are inside all limits already. */
  change(to: SessionChange): void;
  /** Ends play at once; the running trial is not scored. */
  end(reason: EndReason): void;
  /** Resolves when the store has answered on everything that was handed to it. */
  settled(): Promise<void>;
}
