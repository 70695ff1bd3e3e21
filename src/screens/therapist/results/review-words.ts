import type { Text } from '../../../core/text';
import type { Level } from '../../../plan/types';
import { countMoves, type Headline } from '../../../report/headlines';
import type { WeekNote } from '../../../report/week';
import { formatMetric, formatNumber, formatValue, toMetricName } from '../words';
import type { Review } from './read-review';

/** One headline as words, for the screen and for paper. */
export interface HeadlineWords {
  readonly key: string;
  readonly game: string;
  readonly level: string;
  readonly measure: string;
  readonly sensor: string;
  readonly last: string;
  readonly mdc: string;
  readonly floor: string;
  readonly call: string;
  /** Baseline and review, where there is a call. */
  readonly figures: string;
  /** How often the plan changed meanwhile; empty where a change means nothing. */
  readonly moved: string;
  readonly tone: 'better' | 'worse' | 'other' | 'wait' | 'none';
}

/** A headline in words, with how often the values that it was measured with were changed. */
export function toHeadlineWords(
  text: Text,
  levels: readonly Level[],
  headline: Headline,
  { plan, revisions }: Pick<Review, 'plan' | 'revisions'>,
): HeadlineWords {
  const { game, drill, metric, metricIs, source, level, call, last, noiseFloor, firstAt } = headline;
  const show = (value: number): string => formatMetric(text, drill, metric, metricIs, value);
  const found = 'found' in call ? call.found : null;
  const items = plan.items.flatMap((item) => (item.game === game ? [item.id] : []));
  const moved = firstAt === null ? 0 : countMoves(revisions, items, firstAt);
  return {
    key: `${game}/${metric}`,
    game: text(`${game}.name`),
    level: levels.find((one) => one.game === game && one.id === level)?.name[text.language] ?? level,
    measure: toMetricName(text, drill, metric),
    sensor: text(`therapist.sensor.${source}`),
    last: last ? show(last.value) : text('review.noMdc'),
    mdc: found ? `± ${show(found.mdc)}` : text('review.noMdc'),
    floor: noiseFloor === null ? text('review.unknown') : formatValue(text, metricIs.unit, noiseFloor, noiseFloor < 1 ? 3 : 0),
    call: toCallWords(text, headline),
    figures: found ? text('review.from', { from: show(found.baseline), to: show(found.review) }) : '',
    moved: call.call === 'real-change' && moved > 0 ? text('review.moved', { count: moved }) : '',
    tone: call.call === 'real-change' ? call.direction : call.call === 'not-yet-distinguishable' ? 'wait' : 'none',
  };
}

/** What the review of a measure says, in words. */
export function toCallWords(text: Text, { call }: Headline): string {
  if (call.call === 'real-change') return text(`review.call.${call.direction}`);
  if (call.call === 'not-yet-distinguishable') return text('review.call.wait');
  if (call.reason === 'sensor') return text('review.call.sensor');
  if (call.reason === 'no-spread') return text('review.call.same');
  return text(call.reason === 'level-changed' ? 'review.call.level' : 'review.call.few', { count: call.missing });
}

/** A note of the week in words; ordinary pain and effort of the week are told apart from these. */
export function toNoteWords(text: Text, note: WeekNote): string {
  if ('points' in note) return text(`review.note.${note.kind}`, { points: note.points });
  if (note.kind === 'stop') return text('review.note.stop', { words: text(`therapist.ended.${note.words}`) });
  if (note.kind === 'note') return text('review.note.note', { words: note.words });
  const [kind = '', ...told] = note.words.split('\n');
  return text('review.note.incident', { words: [text(`after.incident.kind.${kind}`), told.join('\n')].filter((one) => one !== '').join(': ') });
}

/** What a therapist reads one by one, the gravest first, so that no words push an adverse event out of a short list. */
const gravest: readonly WeekNote['kind'][] = ['incident', 'stop', 'pain', 'note'];

/** Adverse events, ends, pain that was there, and words, each the newest first; the rest is in the sums. */
export function listTold(notes: readonly WeekNote[]): readonly WeekNote[] {
  return gravest.flatMap((kind) => notes.filter((note) => note.kind === kind && !(note.kind === 'pain' && note.points === 0)));
}

/** A done number of the dose: below ten, a tenth of a minute tells more than none. */
export function toDoneWords(text: Text, done: number): string {
  return formatNumber(text, done, Number.isInteger(done) || done >= 10 ? 0 : 1);
}

/** A share of a whole: `75 %`. */
export function toPercent(text: Text, share: number): string {
  return text('unit.pct.value', { value: formatNumber(text, 100 * share) });
}
