import type { Ratio } from '../../../core/units';
import type { Params } from '../../../drills/types';
import { findGame } from '../../../games/registry';
import { playableSources } from '../../../movement/interpret/interpreters';
import type { SourceKind } from '../../../movement/types';
import { fixedAdaptation } from '../../../plan/adaptation';
import { toItemParams, toLimits } from '../../../plan/limits';
import { type PlayedOutcomes, type SharedDrill, toFriendSources, toPairParams } from '../../../plan/together';
import type { ChildProfile, Level, PlanItem } from '../../../plan/types';
import type { SessionSummary } from '../../../store/types';
import { toFunItem } from '../just-for-fun';

/** One of two children at one tablet. */
export interface Player {
  readonly child: ChildProfile;
  readonly item: PlanItem;
  /** false: a guest, of whom nothing is stored. */
  readonly keep: boolean;
  /** Its own usual share of trials that succeed. */
  readonly baseline: Ratio;
}

export type Pair = readonly [Player, Player];

/** How a guest without a plan plays: levels of the game from the first to the last. */
export const guestSizes = ['easy', 'middle', 'hard'] as const;
export type GuestSize = (typeof guestSizes)[number];
const guestPlace: Readonly<Record<GuestSize, Ratio>> = { easy: 0.15, middle: 0.45, hard: 0.8 };

/** Sources that an adult sets up before play; a second one at once would be too much for one pair of hands. */
export const needsSetUp: readonly SourceKind[] = ['pose', 'motion'];

/** Outcomes of one game in each session in which it was played, newest first, for the baseline. */
export function listOutcomes(newest: readonly SessionSummary[], game: string): readonly PlayedOutcomes[] {
  return newest.flatMap(({ parts }) => parts.filter((part) => part.game === game).map(({ outcomes }) => outcomes));
}

/** What a friend plays: its own line of the plan for this game, else a level that an adult chooses by size. null: the game has no levels. */
export function toFriendItem(levels: readonly Level[], game: string, items: readonly PlanItem[], size: GuestSize): PlanItem | null {
  const planned = items.find((item) => item.game === game && levels.some((level) => level.game === game && level.id === item.level));
  if (planned) return planned;
  const ofGame = levels.filter((level) => level.game === game);
  const level = ofGame[Math.round(guestPlace[size] * (ofGame.length - 1))];
  return level ? toFunItem(level) : null;
}

/** A guest has no beat of its own that is known: the child's holds for both. */
function toGuestParams(drill: SharedDrill, [own, guest]: readonly [Params, Params]): readonly [Params, Params] {
  const beat = drill.toCommonBeat?.(own, own) ?? {};
  return [
    { ...own, ...beat },
    { ...guest, ...beat },
  ];
}

/**
 * Both as they play together: each at its own level, as many sets as the first child's dose, one beat where there is one, parameters fixed
 * for as long as they play. null: no beat suits both, or the friend has no source left.
 */
export function toPair(levels: readonly Level[], first: Player, friend: Player): Pair | null {
  const game = findGame(first.item.game);
  const own = [first.item, friend.item].map((item) => levels.find((level) => level.game === item.game && level.id === item.level));
  const [level, friendLevel] = own;
  if (!game || !level || !friendLevel) return null;
  const { drill } = game;
  const params = [toItemParams(drill.params, level, first.item), toItemParams(drill.params, friendLevel, friend.item)] as const;
  const limits = [toLimits(drill.params, level.bounds, first.item.bounds), toLimits(drill.params, friendLevel.bounds, friend.item.bounds)] as const;
  const played = friend.keep ? toPairParams(drill, params, limits) : toGuestParams(drill, params);
  const sources = toFriendSources(playableSources(drill.movement), first.item.source).filter((source) => !needsSetUp.includes(source));
  const source = sources.includes(friend.item.source) ? friend.item.source : sources[0];
  if (!played || !source) return null;
  const { sets, restS, sessionsPerWeek } = first.item.dose;
  const fixed = { adapt: fixedAdaptation, dose: { sets, restS, sessionsPerWeek } };
  return [
    { ...first, item: { ...first.item, ...fixed, params: { ...first.item.params, ...played[0] } } },
    { ...friend, item: { ...friend.item, ...fixed, source, params: { ...friend.item.params, ...played[1] } } },
  ];
}
