import type { Help } from '../core/units';

/** One trial's or bout's work of a week. */
export interface DonePart {
  readonly activeMs: number;
  readonly repetitions: number;
  /** Repetitions by help 0 to 4. */
  readonly byHelp: Readonly<Partial<Record<Help, number>>>;
}

/** A week's dose; `planned` is null where the plan says no number, `share` is done by planned and may pass 1. */
export interface WeekDose {
  readonly sessions: DoseLine;
  readonly activeMinutes: DoseLine;
  readonly repetitions: DoseLine;
  /** Shares of the repetitions whose help is known, by help 0 to 4; null where none is. */
  readonly help: Readonly<Record<Help, number>> | null;
}

/** One number of the dose beside the plan's. */
export interface DoseLine {
  readonly done: number;
  readonly planned: number | null;
  readonly share: number | null;
}

/** What the plan asks of a week. */
export interface PlannedDose {
  readonly sessions: number | null;
  readonly activeMinutes: number | null;
  readonly repetitions: number | null;
}

/** A week's sessions, active minutes, repetitions and help beside the plan; each session is its parts. */
export function toWeekDose(sessions: readonly (readonly DonePart[])[], planned: PlannedDose): WeekDose {
  const parts = sessions.flat();
  const sum = (of: (part: DonePart) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const levels = { 0: helped(0), 1: helped(1), 2: helped(2), 3: helped(3), 4: helped(4) };
  const known = Object.values(levels).reduce((total, count) => total + count, 0);
  const share = (count: number): number => count / known;
  return {
    sessions: toLine(sessions.length, planned.sessions),
    activeMinutes: toLine(sum(({ activeMs }) => activeMs) / 60_000, planned.activeMinutes),
    repetitions: toLine(
      sum(({ repetitions }) => repetitions),
      planned.repetitions,
    ),
    help: known === 0 ? null : { 0: share(levels[0]), 1: share(levels[1]), 2: share(levels[2]), 3: share(levels[3]), 4: share(levels[4]) },
  };

  function helped(help: Help): number {
    return sum(({ byHelp }) => byHelp[help] ?? 0);
  }
}

function toLine(done: number, planned: number | null): DoseLine {
  return { done, planned, share: planned !== null && planned > 0 ? done / planned : null };
}
