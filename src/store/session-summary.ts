import type { TrialResult } from '../drills/types';
import type { CurrentEvent } from './formats/current';
import type { TrialEvent } from './formats/trial';
import type { GameTotals, OutcomeCounts, SessionSummary, SummaryPart, Totals } from './types';

const noOutcomes: OutcomeCounts = { success: 0, assisted: 0, miss: 0, lost: 0 };

/** A session is known by the first of its events: should its start be damaged, its trials still show. */
export function startSummary(event: Extract<CurrentEvent, { readonly body: { readonly session: string } }>): SessionSummary {
  const { child, on, at, body } = event;
  return { session: body.session, child, on, at, trials: 0, outcomes: noOutcomes, helps: {}, activeMs: 0, ended: null, effort: null, parts: [] };
}

function addOutcome(counts: OutcomeCounts, { outcome }: TrialResult): OutcomeCounts {
  return { ...counts, [outcome]: counts[outcome] + 1 };
}

/** Whole milliseconds, so that a sum is the same in every order. */
function toActiveMs({ startMs, endMs }: TrialResult): number {
  return Math.round(endMs - startMs);
}

/** The summary with a trial more. */
export function addTrial(summary: SessionSummary, { body }: TrialEvent): SessionSummary {
  const { result } = body;
  const at = summary.parts.findIndex(
    (part) =>
      part.game === body.game &&
      part.level === body.level &&
      part.drill === body.drill &&
      part.drillVersion === body.drillVersion &&
      part.source === body.source,
  );
  const part = summary.parts[at] ?? startPart(body);
  const values: Record<string, readonly number[]> = { ...part.values };
  for (const [metric, value] of Object.entries(result.metrics)) {
    if (value !== undefined) values[metric] = [...(values[metric] ?? []), value];
  }
  const grown: SummaryPart = { ...part, trials: part.trials + 1, outcomes: addOutcome(part.outcomes, result), values };
  return {
    ...summary,
    trials: summary.trials + 1,
    outcomes: addOutcome(summary.outcomes, result),
    helps: result.outcome === 'lost' ? summary.helps : { ...summary.helps, [result.help]: (summary.helps[result.help] ?? 0) + 1 },
    activeMs: summary.activeMs + toActiveMs(result),
    parts: at < 0 ? [...summary.parts, grown] : summary.parts.map((each, i) => (i === at ? grown : each)),
  };
}

function startPart({ game, level, drill, drillVersion, source }: TrialEvent['body']): SummaryPart {
  return { game, level, drill, drillVersion, source, trials: 0, outcomes: noOutcomes, values: {} };
}

/** A child's totals with a trial more; `summary` is its session's as it was before. */
export function addToTotals(totals: Totals, { trials, on, parts }: SessionSummary, { game, result }: TrialEvent['body']): Totals {
  const before: GameTotals = totals.games[game] ?? { sessions: 0, trials: 0 };
  const isFirst = !parts.some((part) => part.game === game);
  return {
    sessions: totals.sessions + (trials === 0 ? 1 : 0),
    trials: totals.trials + 1,
    activeMs: totals.activeMs + toActiveMs(result),
    firstOn: totals.firstOn !== null && totals.firstOn < on ? totals.firstOn : on,
    games: { ...totals.games, [game]: { sessions: before.sessions + (isFirst ? 1 : 0), trials: before.trials + 1 } },
  };
}
