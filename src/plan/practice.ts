import { drawInteger, type Rng } from '../core/rng';
import type { Ratio } from '../core/units';
import type { Params } from '../drills/types';
import { clampParam, type DrillParams, type Limits } from './limits';

/** Level name under which warm-up trials are kept, apart from those of the level itself. */
export const warmUpLevel = 'warm-up';

/** Trials of a warm-up (D). */
export const warmUpTrials = 3;

/** A warm-up goes this far back towards the easiest on every axis (D). */
const warmUpEase = 0.25;

/** The parameters of a warm-up: every axis a quarter of its room easier, inside the same limits. */
export function toWarmUp(drill: DrillParams, limits: Limits, values: Params): Params {
  const eased: Record<string, number | string> = { ...values, trials: clampParam(drill.params, limits, 'trials', warmUpTrials) };
  for (const name of drill.harderAxes(values)) {
    const param = drill.params[name];
    const limit = limits[name];
    const value = values[name];
    if (name === 'trials' || param?.kind !== 'number' || param.harder === 'neither' || !limit || !('min' in limit) || typeof value !== 'number')
      continue;
    const back = (limit.max - limit.min) * warmUpEase * (param.harder === 'up' ? -1 : 1);
    eased[name] = clampParam(drill.params, limits, name, value + back);
  }
  return eased;
}

/** Sessions of the first week, at three a week. */
const fullFeedbackSessions = 3;
const feedbackFade = 0.1;
const leastFeedback = 0.55;

/**
 * Share of trials whose end is celebrated in full: all in the first week, then fewer from session to session, down to 55 %
 * (clinical.md C7: 100 % in week 1, fading to 50-60 %, D). The other trials end quietly, and count the same.
 */
export function toFeedbackRatio(sessionsBefore: number): Ratio {
  return Math.max(leastFeedback, 1 - feedbackFade * Math.max(0, sessionsBefore - fullFeedbackSessions + 1));
}

/** Whether each of `count` trials is celebrated: as many as the share asks for, the first always, the rest drawn by chance. */
export function drawFeedback(count: number, ratio: Ratio, rng: Rng): readonly boolean[] {
  const full = Math.round(count * ratio);
  const rest = shuffle(
    Array.from({ length: Math.max(0, count - 1) }, (_, i) => i + 1 < full),
    rng,
  );
  return [true, ...rest].slice(0, count);
}

/** Sessions that are played game by game, until each is understood. */
const blockedSessions = 2;

/** So many sets of a plan item in a row; `first`: it is the item's first turn today. */
export interface Turn {
  readonly item: string;
  readonly sets: number;
  readonly first: boolean;
}

/**
 * The order of a session's sets. The first two sessions go item by item; later ones are mixed, since only random practice gave transfer
 * in CP (clinical.md C7, RAND17). Mixed, no item comes twice in a row while another has sets left.
 */
export function toTurns(items: readonly { readonly id: string; readonly sets: number }[], sessionsBefore: number, rng: Rng): readonly Turn[] {
  if (sessionsBefore < blockedSessions || items.length < 2) return items.map(({ id, sets }) => ({ item: id, sets, first: true }));
  const left = new Map(items.map(({ id, sets }) => [id, sets]));
  const order: string[] = [];
  for (let n = items.reduce((sum, { sets }) => sum + sets, 0); n > 0; n--) {
    const most = Math.max(...[...left].filter(([id]) => id !== order.at(-1)).map(([, sets]) => sets));
    // Whoever has more than half of what is left must come now, or it would have to come twice in a row later.
    const open = [...left].filter(([id, sets]) => sets > 0 && id !== order.at(-1) && (most * 2 <= n || sets === most));
    const choice = open.length > 0 ? open : [...left].filter(([, sets]) => sets > 0);
    const [id = '', sets = 0] = choice[drawInteger(rng, 0, choice.length)] ?? [];
    left.set(id, sets - 1);
    order.push(id);
  }
  const turns: Turn[] = [];
  for (const item of order) {
    const last = turns.at(-1);
    if (last?.item === item) turns[turns.length - 1] = { ...last, sets: last.sets + 1 };
    else turns.push({ item, sets: 1, first: !turns.some((turn) => turn.item === item) });
  }
  return turns;
}

function shuffle<T>(list: readonly T[], rng: Rng): T[] {
  const shuffled = [...list];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = drawInteger(rng, 0, i + 1);
    const [a, b] = [shuffled[i], shuffled[j]];
    if (a === undefined || b === undefined) continue;
    shuffled[i] = b;
    shuffled[j] = a;
  }
  return shuffled;
}
