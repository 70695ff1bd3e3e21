import type { Millis } from '../../core/units';
import { measureRhythm } from '../../measures/rhythm';
import { listAsked, toOwnMs } from './beat';
import type { DrumMetric } from './metrics';
import type { DrumHit, DrumState } from './state';

/** A child that has not hit for so long is not drumming now. */
export const activeMs: Millis = 2000;
/** Fewest hits of known hands that an alternation is made of, as for a rhythm. */
const leastHits = 10;

/** The metrics of the bout that is over; what its hits or its source cannot carry is absent. */
export function scoreDrum(state: DrumState): Partial<Record<DrumMetric, number>> {
  const { memory, set, assisted, beat, outcome } = state;
  // An adult's tap says that the child drummed, not how often.
  if (set.byAdult) return {};
  const hits = [...state.hits].sort((a, b) => a.tMs - b.tMs);
  const times = hits.map(({ tMs }) => tMs);
  const lastsMs = memory.decidedMs - (beat?.firstMs ?? memory.cueMs);
  const scores: Partial<Record<DrumMetric, number>> = { hits: hits.length, activeS: toActiveMs(times, memory.decidedMs) / 1000 };
  // A bout that was cut short by the sensor, or ended by a tap at once, is too short for a rate.
  if (lastsMs >= 1000 && outcome !== 'lost') scores.hitsPerMin = (hits.length * 60_000) / lastsMs;
  const alternation = set.params.hands === 'alternate' ? toAlternationPct(hits) : null;
  if (alternation !== null) scores.alternationPct = alternation;
  // By the mercy rule the beat came from the child's own first hit: keeping to it says nothing.
  if (!beat || assisted) return scores;
  const asked = listAsked(set.params)
    .map((n) => ({ n, atMs: beat.firstMs + n * beat.periodMs }))
    .filter(({ atMs }) => atMs < memory.decidedMs);
  if (asked.length > 0 && outcome !== 'lost') scores.answeredPct = (asked.filter(({ n }) => memory.answered.has(n)).length / asked.length) * 100;
  const rhythm = measureRhythm(
    times.map((tMs) => toOwnMs(set, tMs)),
    asked.map(({ atMs }) => atMs),
  );
  if ('notMeasurable' in rhythm) return scores;
  return { ...scores, asynchronyMs: rhythm.meanMs, asynchronySdMs: rhythm.sdMs };
}

function toActiveMs(times: readonly Millis[], endMs: Millis): Millis {
  return times.reduce((sum, tMs, i) => sum + Math.min(activeMs, Math.max(0, (times[i + 1] ?? endMs) - tMs)), 0);
}

function toAlternationPct(hits: readonly DrumHit[]): number | null {
  const known = hits.filter(({ side }) => side !== null);
  if (known.length < leastHits) return null;
  const changes = known.slice(1).filter(({ side }, i) => side !== known[i]?.side).length;
  return (changes / (known.length - 1)) * 100;
}
