import { addDays, countDays, type LocalDate, toWeekStart } from '../core/dates';

/** What the news needs of a stored session. */
export interface NewsSession {
  readonly on: LocalDate;
  readonly parts: readonly {
    readonly game: string;
    readonly level: string;
    readonly drill: string;
    readonly source: string;
    readonly outcomes: { readonly success: number; readonly assisted: number };
    readonly values: Readonly<Record<string, readonly number[]>>;
  }[];
}

/** Something that grew this week, and is sure. */
export type News =
  | { readonly kind: 'place'; readonly game: string }
  | { readonly kind: 'level'; readonly game: string; readonly level: string }
  | { readonly kind: 'longer'; readonly game: string; readonly seconds: number }
  | { readonly kind: 'more'; readonly game: string; readonly count: number };

/** What the news is read from; `orderOf` is a level's place in its game, undefined where this version does not know it. */
export interface NewsInput {
  readonly today: LocalDate;
  /** Sessions of this week and of the four before it; others are passed over. */
  readonly sessions: readonly NewsSession[];
  /** First days by game, and by game and level. */
  readonly firsts: Readonly<Record<string, LocalDate>>;
  orderOf(game: string, level: string): number | undefined;
}

/** Weeks before this one that it is looked at beside (D). */
const weeksBefore = 4;
/** A hold is called longer from a whole second on: less is within what a camera's picture and a tick leave open (D). */
const longerS = 1;
/** A hold is looked at beside at least so many sessions before (D). */
const sessionsBefore = 2;
/** Reaches are called more from so many on, and by a fifth: less is chance (D). */
const moreLeast = 5;
const moreShare = 1.2;

/** How long something was held, by drill; in seconds where `perS` is 1. */
const holds: Readonly<Record<string, { readonly metric: string; readonly perS: number }>> = {
  raise: { metric: 'holdS', perS: 1 },
  hold: { metric: 'longestHoldS', perS: 1 },
  'weight-shift': { metric: 'holdMs', perS: 1000 },
};

/** The one thing to say of what changed this week, the rarest first; null where nothing is sure. What became less is never said. */
export function findNews(input: NewsInput): News | null {
  const monday = toWeekStart(input.today);
  const start = addDays(monday, -7 * weeksBefore);
  const now = input.sessions.filter(({ on }) => on >= monday && on <= input.today);
  const before = input.sessions.filter(({ on }) => on >= start && on < monday);
  return findPlace(now, input, monday) ?? findLevel(now, input, monday) ?? findLonger(now, before) ?? findMore(now, before, monday);
}

function findPlace(now: readonly NewsSession[], { firsts }: NewsInput, monday: LocalDate): News | null {
  if (!Object.values(firsts).some((on) => on < monday)) return null;
  const game = listDone(now).find(([, , one]) => (firsts[one] ?? '') >= monday)?.[2];
  return game === undefined ? null : { kind: 'place', game };
}

/** A level counts as new when it is higher than every one that its game was played at before, and something went well in it. */
function findLevel(now: readonly NewsSession[], { firsts, orderOf }: NewsInput, monday: LocalDate): News | null {
  const news = listDone(now).flatMap(([, level, game]) => {
    const order = orderOf(game, level);
    const earlier = Object.entries(firsts).flatMap(([what, on]) => (what.startsWith(`${game}/`) && on < monday ? [what.slice(game.length + 1)] : []));
    const orders = earlier.map((one) => orderOf(game, one));
    const isNew =
      order !== undefined &&
      (firsts[`${game}/${level}`] ?? '') >= monday &&
      orders.length > 0 &&
      orders.every((one) => one !== undefined && one < order);
    return isNew ? [{ kind: 'level' as const, game, level, order }] : [];
  });
  const highest = news.sort((a, b) => b.order - a.order)[0];
  return highest ? { kind: 'level', game: highest.game, level: highest.level } : null;
}

/** Beside the same level and source only: a longer hold of another stance is another thing. */
function findLonger(now: readonly NewsSession[], before: readonly NewsSession[]): News | null {
  for (const part of now.flatMap(({ parts }) => parts)) {
    const hold = holds[part.drill];
    if (!hold) continue;
    const same = (sessions: readonly NewsSession[]) =>
      sessions
        .map(({ parts }) =>
          parts
            .filter((one) => one.game === part.game && one.level === part.level && one.source === part.source)
            .flatMap((one) => one.values[hold.metric] ?? []),
        )
        .filter((values) => values.length > 0);
    const earlier = same(before);
    const seconds = Math.floor(Math.max(0, ...same(now).flat()) / hold.perS);
    if (earlier.length >= sessionsBefore && seconds >= Math.max(...earlier.flat()) / hold.perS + longerS)
      return { kind: 'longer', game: part.game, seconds };
  }
  return null;
}

/** More than in any one of the weeks before, of which at least one had play. */
function findMore(now: readonly NewsSession[], before: readonly NewsSession[], monday: LocalDate): News | null {
  const sum = (sessions: readonly NewsSession[], game: string) =>
    listDone(sessions).reduce((total, [count, , one]) => total + (one === game ? count : 0), 0);
  for (const game of new Set(listDone(now).map(([, , one]) => one))) {
    const count = sum(now, game);
    const weeks = Array.from({ length: weeksBefore }, (_, i) =>
      sum(
        before.filter(({ on }) => Math.ceil(countDays(on, monday) / 7) === i + 1),
        game,
      ),
    );
    const most = Math.max(...weeks);
    if (most > 0 && count >= most + moreLeast && count >= most * moreShare) return { kind: 'more', game, count };
  }
  return null;
}

/** What went well, with or without help, by level and game. */
function listDone(sessions: readonly NewsSession[]): readonly (readonly [count: number, level: string, game: string])[] {
  return sessions.flatMap(({ parts }) =>
    parts.flatMap(({ game, level, outcomes }) => {
      const count = outcomes.success + outcomes.assisted;
      return count > 0 ? [[count, level, game] as const] : [];
    }),
  );
}
