/** Sessions of each game that was played. */
export interface PlayedGames {
  readonly games: Readonly<Record<string, { readonly sessions: number }>>;
}

/** A place of the bay with what its child has collected there: one keepsake a session, never fewer. */
export interface BayPlace {
  readonly game: string;
  readonly keepsakes: number;
}

/** Every place of the bay in the order of `games`; those that were played have keepsakes. A game that this version lacks is left out. */
export function toBayPlaces(totals: PlayedGames, games: readonly string[]): readonly BayPlace[] {
  return games.map((game) => ({ game, keepsakes: totals.games[game]?.sessions ?? 0 }));
}

/** Days without play after which the bay says that it is good to see the child again; nothing is ever counted against it. */
const longAwayDays = 8;

/** True after a while away; false before the first session. */
export function isBack(daysSinceLast: number | null): boolean {
  return daysSinceLast !== null && daysSinceLast >= longAwayDays;
}
