import type { CurrentEvent } from '../formats/current';

/** What of one kind of event stays readable while the tablet is locked, and why play needs it. */
export type OpenParts =
  /** All of it. */
  | { readonly open: 'all'; readonly because: string }
  /** Fields of an edit that are called so, or whose path begins so where it ends with a dot; the values of all others are sealed. */
  | { readonly open: 'fields'; readonly starts: readonly string[]; readonly because: string }
  /** These places of the body; the whole event is sealed beside them. */
  | { readonly open: 'places'; readonly places: readonly string[]; readonly because: string };

const ofSession = ['session'];

/**
 * The one table of what a locked tablet can still read. What is not named here is sealed: a new field is private until somebody says why
 * play cannot do without it.
 */
export const openParts: Readonly<Record<CurrentEvent['kind'], OpenParts>> = {
  child: {
    open: 'fields',
    starts: [
      'picture',
      'companion.',
      'touch.',
      'switches.',
      'lockoutMs',
      'reachMm',
      'play.',
      'safety.',
      'heart.',
      'weeklyGoal',
      'weeklyMinutes',
      'grown.',
    ],
    because: 'the chosen picture finds the child; input, looks, rules and locks keep play right and safe; the goal grows the path',
  },
  plan: {
    open: 'fields',
    starts: ['items.'],
    because: 'games, levels, parameters and bounds are what is played; words to the family and initials are sealed (sealedFields)',
  },
  adjustment: {
    open: 'places',
    places: ['session', 'item', 'game', 'change.param', 'change.from', 'change.to', 'carry'],
    because: 'it is a change of the plan that the next session plays; how the round went, and why, is sealed',
  },
  device: { open: 'all', because: 'settings of the tablet; nothing of a child' },
  'rest-day': { open: 'all', because: 'planned days off, so that they never count against anybody' },
  'not-today': { open: 'fields', starts: [], because: 'that a day was off counts for the path (its path is the day); why it was is sealed' },
  range: { open: 'all', because: 'today’s comfortable range: without it play would ask too much' },
  effort: { open: 'places', places: ofSession, because: 'which session it belongs to' },
  check: { open: 'places', places: ofSession, because: 'which session it belongs to' },
  feeling: { open: 'places', places: ofSession, because: 'which session it belongs to' },
  incident: { open: 'places', places: ofSession, because: 'which session it belongs to' },
  note: { open: 'places', places: ofSession, because: 'which session it belongs to' },
  goal: { open: 'fields', starts: [], because: 'nothing: play never reads goals' },
  'goal-check': { open: 'places', places: [], because: 'nothing: play never reads goals' },
  session: { open: 'all', because: 'that a session was: the bay grows from it' },
  set: {
    open: 'places',
    places: ['session', 'set', 'item', 'level', 'source', 'arm'],
    because: 'the arm that the next session of a question is drawn after; what was recorded is sealed',
  },
  trial: {
    open: 'places',
    places: ['session', 'set', 'game', 'level', 'drill', 'drillVersion', 'source', 'result.trial', 'result.startMs', 'result.endMs'],
    because: 'counts and time of play, from which bay and path grow; outcome, side, help, measures and heart are sealed',
  },
  'session-end': { open: 'places', places: ofSession, because: 'which session it belongs to; why it ended is sealed' },
};

/** Fields that are sealed although their path begins like an open one. */
const sealedFields = [/^items\.[^.]+\.tip$/];

/** True when the value of this field of an edit stays readable. */
export function isOpenField(kind: CurrentEvent['kind'], path: string): boolean {
  const parts = openParts[kind];
  if (parts.open !== 'fields') return parts.open === 'all';
  if (sealedFields.some((sealed) => sealed.test(path))) return false;
  return parts.starts.some((start) => path === start || (start.endsWith('.') && path.startsWith(start)));
}
