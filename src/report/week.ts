import type { LocalDate } from '../core/dates';
import type { ChangeCall } from './change';
import type { WeekDose } from './dose';

/** A drill's most telling metric with its call, as it stands at the week's end. */
export interface WeekHeadline {
  readonly game: string;
  readonly drill: string;
  readonly metric: string;
  readonly source: string;
  readonly call: ChangeCall;
}

/** Something a therapist must see of a day; pain in points of 0 to 10, effort in points of OMNI 0 to 10. */
export type WeekNote =
  | { readonly kind: 'pain' | 'effort'; readonly on: LocalDate; readonly points: number }
  | { readonly kind: 'stop' | 'incident' | 'note'; readonly on: LocalDate; readonly words: string };

/** What a therapist reads in ten seconds of one week, `from` <= day < `to`. */
export interface WeekReading {
  readonly dose: WeekDose;
  /** What got worse first, then what got better, then the rest. */
  readonly headlines: readonly WeekHeadline[];
  /** The highest of the week; null where nobody said. */
  readonly pain: number | null;
  readonly effort: number | null;
  readonly stops: number;
  readonly incidents: number;
  /** The week's notes, the newest first. */
  readonly notes: readonly WeekNote[];
}

/** One week's reading from what its parts found; notes of other days stay out. */
export function toWeekReading(
  week: { readonly from: LocalDate; readonly to: LocalDate },
  dose: WeekDose,
  headlines: readonly WeekHeadline[],
  all: readonly WeekNote[],
): WeekReading {
  const notes = all.filter(({ on }) => on >= week.from && on < week.to).sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  const toHighest = (kind: 'pain' | 'effort'): number | null =>
    notes.reduce<number | null>((most, note) => (note.kind === kind && 'points' in note ? Math.max(most ?? 0, note.points) : most), null);
  return {
    dose,
    headlines: [...headlines].sort((a, b) => toRank(a.call) - toRank(b.call)),
    pain: toHighest('pain'),
    effort: toHighest('effort'),
    stops: notes.filter(({ kind }) => kind === 'stop').length,
    incidents: notes.filter(({ kind }) => kind === 'incident').length,
    notes,
  };
}

function toRank(call: ChangeCall): number {
  if (call.call === 'not-measurable') return 4;
  if (call.call === 'not-yet-distinguishable') return 3;
  return { worse: 0, better: 1, other: 2 }[call.direction];
}
