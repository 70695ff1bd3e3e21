import { addDays, type LocalDate } from '../../../core/dates';
import type { Text } from '../../../core/text';
import { findGame, games } from '../../../games/registry';
import { toItemParams } from '../../../plan/limits';
import type { ChildProfile, Level, PlanItem } from '../../../plan/types';
import type { FhirItem, FhirRecord, FhirSession, FhirWords } from '../../../report/fhir/record';
import { toHeadlines } from '../../../report/headlines';
import type { SessionSummary, Store } from '../../../store/types';
import { formatMetric, formatParam, toMetricName } from '../words';
import { readAllSessions } from './read-all-sessions';
import { toCallWords } from './review-words';

/** What of a child a hospital's record is to get. */
export interface FhirWish {
  readonly child: Pick<ChildProfile, 'id' | 'name'>;
  readonly withName: boolean;
  /** Days back from today, today included; null: everything. */
  readonly days: number | null;
  readonly today: LocalDate;
  /** The instant of making, ISO 8601 in UTC. */
  readonly madeAt: string;
}

/** Reads what is sent; the cost is that of the period. Rejects when the database cannot be read. */
export async function readFhirRecord(store: Store, wish: FhirWish, levels: readonly Level[]): Promise<FhirRecord> {
  const { child, today } = wish;
  const end = addDays(today, 1);
  const summaries =
    wish.days === null ? await readAllSessions(store, child.id) : await store.readSessionsBetween(child.id, addDays(end, -wish.days), end);
  const from = wish.days === null ? (summaries[0]?.on ?? today) : addDays(end, -wish.days);
  const [plan, { goals, checks }, courses] = await Promise.all([
    store.readPlan(child.id),
    store.readGoals(child.id),
    store.readCourses(child.id, from),
  ]);
  const sessions: FhirSession[] = [];
  for (const summary of summaries) sessions.push(await readSession(store, summary));
  const drills = new Map(games.map(({ drill }) => [drill.id, { id: drill.id, metrics: drill.metrics, params: drill.params }]));
  return {
    child: child.id,
    name: wish.withName ? child.name : null,
    period: { from, to: today },
    madeAt: wish.madeAt,
    plan: { from: plan.from, items: plan.items.flatMap((item) => toItem(item, levels)) },
    sessions,
    goals,
    checks: checks.filter(({ on }) => on >= from && on <= today),
    headlines: toHeadlines(courses, (game) => findGame(game)?.drill.metrics ?? null, from),
    drills: [...drills.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

async function readSession(store: Store, summary: SessionSummary): Promise<FhirSession> {
  const [{ checks, feelings }, sets] = await Promise.all([store.readSafetyOf(summary.session), store.readSets(summary.session)]);
  const beats = sets.flatMap(({ heart }) => heart.map(([, bpm]) => bpm));
  return {
    ...summary,
    painBefore: checks.at(-1)?.answers.pain ?? null,
    painAfter: feelings.at(-1)?.pain ?? null,
    heartBpm: beats.length > 0 ? beats.reduce((sum, bpm) => sum + bpm, 0) / beats.length : null,
  };
}

/** A line of the plan that this version knows; one of a newer version has no drill to say what its values mean. */
function toItem(item: PlanItem, levels: readonly Level[]): readonly FhirItem[] {
  const drill = findGame(item.game)?.drill;
  const level = levels.find((one) => one.game === item.game && one.id === item.level);
  if (!drill || !level) return [];
  const { id, game, source, side, dose } = item;
  return [{ id, game, drill: drill.id, level: item.level, source, side, dose, params: toItemParams(drill.params, level, item) }];
}

/** How the file speaks, in the adult's language. */
export function toFhirWords(text: Text, levels: readonly Level[]): FhirWords {
  return {
    text,
    game: (game) => text(`${game}.name`),
    level: (game, level) => levels.find((one) => one.game === game && one.id === level)?.name[text.language] ?? level,
    drill: (drill) => text(`${drill}.name`),
    metric: (drill, metric) => toMetricName(text, drill, metric),
    value: (drill, name, metric, value) => formatMetric(text, drill, name, metric, value),
    call: (headline) => toCallWords(text, headline),
    param: (label) => text(label),
    paramValue: (param, value) => (param.kind === 'number' ? formatParam(text, param, Number(value)) : text(`${param.label}.${value}`)),
  };
}
