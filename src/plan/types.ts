import type { LocalDate } from '../core/dates';
import type { Language } from '../core/text';
import type { Ratio, Side } from '../core/units';
import type { ParamSpec, Params } from '../drills/types';
import type { SourceKind, SwitchSettings, TouchSettings } from '../movement/types';
import type { Question } from './alternation';
import type { Clinic } from './clinic';
import type { ChildSafety } from './safety/child-safety';

/** Tighter limits for a number, or fewer allowed choices; a parameter without an entry keeps its drill's limits. */
export type Bounds = Readonly<Record<string, { readonly min: number; readonly max: number } | { readonly allowed: readonly string[] }>>;

/** One file of parameters and bounds: `levels/<game>/<nn>-<name>.json`. */
export interface Level<P extends ParamSpec = ParamSpec> {
  readonly format: 1;
  readonly game: string;
  /** The file's name without its ending; the level's id in plans and results. */
  readonly id: string;
  readonly order: number;
  readonly name: Readonly<Record<Language, string>>;
  /** What the level is for, in words. */
  readonly objective: Readonly<Record<Language, string>>;
  readonly params: Params<P>;
  readonly bounds: Bounds;
}

/** How much was prescribed; trials a set are a parameter of the drill. */
export interface Dose {
  readonly sets: number;
  readonly restS: number;
  readonly sessionsPerWeek: number;
  /** A short easy round before the first set of a session that begins with this item. */
  readonly warmUp?: boolean;
}

/** Who changes a plan item between rounds: nobody, the success loop or the dose loop (clinical.md C6; equal success is not equal effort). */
export const adaptLeads = ['fixed', 'success', 'dose'] as const;
export type AdaptLead = (typeof adaptLeads)[number];

/** How a plan item follows the child. The therapist owns every number of it. */
export interface Adaptation {
  readonly lead: AdaptLead;
  /** Share of trials that should succeed. */
  readonly target: Ratio;
  /** What one success adds, as a share of an axis. */
  readonly step: Ratio;
  /** Parameters that are freed, each with its place in the order in which they are made harder; all others are pinned. Empty: the drill's own. */
  readonly axes: Readonly<Record<string, number>>;
  /** What earlier rounds earned and was too little for a whole step of a parameter: a share of an axis, below 0 towards easier. */
  readonly carry: number;
}

/** Where a plan item is played; the family's page shows what is for home. */
export const itemPlaces = ['both', 'home', 'clinic'] as const;
export type ItemPlace = (typeof itemPlaces)[number];

/** True when a line of the plan is for where this tablet is; one that is nowhere in particular plays them all. */
export function isPlayedAt({ place = 'both' }: Pick<PlanItem, 'place'>, tablet: 'home' | 'clinic' | undefined): boolean {
  return place === 'both' || tablet === undefined || place === tablet;
}

/** One line of a plan: a game at a level, with the therapist's own values and tighter bounds. */
export interface PlanItem {
  readonly id: string;
  readonly game: string;
  readonly level: string;
  readonly source: SourceKind;
  readonly side: Side | 'alternate' | 'either';
  readonly dose: Dose;
  /** Values that differ from the level's. */
  readonly params: Readonly<Record<string, number | string>>;
  readonly bounds: Bounds;
  readonly adapt: Adaptation;
  /** Where it is played; absent: at home and in the clinic. */
  readonly place?: ItemPlace;
  /** A single-case question that is being asked; absent: none. */
  readonly question?: Question;
  /** The therapist's own words to the family on this game. */
  readonly tip?: string;
}

/** What the therapist prescribed for one child. */
export interface Plan {
  readonly child: string;
  /** Number of edits so far. */
  readonly revision: number;
  readonly from: LocalDate | null;
  readonly items: readonly PlanItem[];
}

/** The companions of the bay and what they use. */
export const companionNames = ['otter', 'puffin', 'fox', 'turtle'] as const;
export const companionAids = ['none', 'walker', 'wheelchair', 'splints'] as const;

/** The child's companion. */
export interface Companion {
  readonly name: (typeof companionNames)[number];
  readonly aid: (typeof companionAids)[number];
}

/** Share of the screen's width that may be left free at one side, in per cent. */
export const clearPct = { min: 10, max: 40, step: 5, usual: 25 } as const;

/** How play looks and sounds for this child. */
export interface PlayPreferences {
  /** One target on a plain ground, no scenery (cortical visual impairment). */
  readonly simplePicture: boolean;
  readonly highContrast: boolean;
  readonly reducedMotion: boolean;
  /** Which side of the screen the pause and stop buttons are on: away from the working hand. */
  readonly hand: Side;
  /** A side of the screen that play leaves free, for a child who does not see or does not heed it, and how much of the width; absent: none. */
  readonly clear?: { readonly side: 'none' | Side; readonly pct: number };
  readonly volumes: { readonly music: number; readonly effects: number; readonly voice: number };
}

/** A child's resting and largest heart rate in beats a minute, as the therapist measured them or chose them. */
export interface HeartLimits {
  readonly restBpm: number | null;
  readonly maxBpm: number | null;
}

/** What is known of a child: chosen, not required, but for the picture. */
export interface ChildProfile {
  readonly id: string;
  /** May be empty: a picture is enough. */
  readonly name: string;
  readonly picture: string;
  readonly companion: Companion;
  readonly touch: TouchSettings;
  readonly switches: SwitchSettings;
  /** 0.5 s by default: touches are ignored for this long after a hit. */
  readonly lockoutMs: number;
  /** Comfortable reach on the glass; null: the whole play field. */
  readonly reachMm: number | null;
  readonly play: PlayPreferences;
  /** What a heart-rate strap is read against; a number that nobody set is null. */
  readonly heart?: HeartLimits;
  /** Locks, dates and own safety rules; absent: none, and the usual ones. */
  readonly safety?: ChildSafety;
  /** What the therapist said of this child; absent: nothing. */
  readonly clinic?: Clinic;
  /** The family's own goal: sessions a week; null until the family sets one. */
  readonly weeklyGoal: number | null;
  /** The same in active minutes a week; a family has the one or the other. */
  readonly weeklyMinutes?: number | null;
}

/** Why a day is not for play, as a family says it (clinical.md C9). */
export const notTodayReasons = ['ill', 'hospital', 'school', 'pain', 'rest'] as const;
export type NotTodayReason = (typeof notTodayReasons)[number];

/** A change of one parameter between two sets, with its reason as a key of the text files. */
export interface Adjustment {
  readonly param: string;
  readonly from: number | string;
  readonly to: number | string;
  readonly because: string;
}
