import type { SourceKind } from '../../../movement/types';
import type { Level, PlanItem } from '../../../plan/types';
import type { Fields, SessionSummary } from '../../../store/types';

/** A line of the plan as it is about to be played again. */
export interface AgainItem {
  readonly item: PlanItem;
  readonly source: SourceKind;
  /** The level's id: today's, which the therapist may still change. */
  readonly level: string;
  /** The level of the last session where it was another one. */
  readonly lastLevel: string | null;
  /** False: not part of the last session, because nothing of that is in the plan any more. */
  readonly wasPlayed: boolean;
}

/**
 * What the last session played, as the plan has it today: games and their order from the session, level and values from the plan, which
 * is newer and the therapist's own. A game that left the plan stays out. The whole plan where nothing is left, or nothing was played.
 */
export function toSameAgain(
  last: Pick<SessionSummary, 'parts'> | undefined,
  items: readonly PlanItem[],
  canPlay: (item: PlanItem, source: SourceKind) => boolean,
): readonly AgainItem[] {
  const again: AgainItem[] = [];
  for (const part of last?.parts ?? []) {
    const left = items.filter(({ id, game }) => game === part.game && !again.some((one) => one.item.id === id));
    const item = left.find(({ level }) => level === part.level) ?? left[0];
    // A level that was changed within the session is still one line of the plan.
    if (!item || (item.level !== part.level && again.some((one) => one.item.game === part.game))) continue;
    const source = canPlay(item, part.source) ? part.source : item.source;
    again.push({ item, source, level: item.level, lastLevel: item.level === part.level ? null : part.level, wasPlayed: true });
  }
  if (again.length > 0) return again;
  return items.map((item) => ({ item, source: item.source, level: item.level, lastLevel: null, wasPlayed: false }));
}

/** The edit of the plan that these levels ask for; a new level brings its own values, the therapist's limits stay. Empty: none. */
export function toLevelEdits(again: readonly AgainItem[]): Fields {
  return Object.fromEntries(
    again
      .filter(({ item, level }) => item.level !== level)
      .flatMap(({ item, level }) => [
        [`items.${item.id}.level`, level] as const,
        ...Object.keys(item.params).map((param) => [`items.${item.id}.params.${param}`, null] as const),
      ]),
  );
}

/** The levels of a game, from easy to hard. */
export function listLevels(levels: readonly Level[], game: string): readonly Level[] {
  return levels.filter((level) => level.game === game).sort((a, b) => a.order - b.order);
}
