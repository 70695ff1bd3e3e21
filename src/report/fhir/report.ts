import type { DiagnosticReport, ObservationComponent } from 'fhir/r4';
import type { Headline } from '../headlines';
import { loinc, toLoinc, toMetricCode, toOwnCode, toQuantity } from './codes';
import { type FhirEntry, toEntry, toIdentifier, toReference, toStableId } from './ids';
import { toNarrative } from './narrative';
import { toPlanId } from './plan';
import type { FhirRecord, FhirWords } from './record';
import { toAbsent, toMeasured, toObservation } from './session';

/** The report of a period: what each game's leading measure says of this child, and nothing of single trials. */
export function toReportEntries(record: FhirRecord, words: FhirWords): readonly FhirEntry[] {
  const { text } = words;
  const { child, period, sessions } = record;
  const readings = record.headlines.map((headline) => toReading(record, headline, words));
  const played = sessions.filter(({ trials }) => trials > 0);
  const minutes = Math.round(played.reduce((sum, { activeMs }) => sum + activeMs, 0) / 60_000);
  const done = text('fhir.done', { from: period.from, to: period.to, count: played.length, minutes });
  const id = toStableId('report', child, period.from, period.to);
  const resource: DiagnosticReport = {
    resourceType: 'DiagnosticReport',
    text: toNarrative(text.language, [done, ...readings.map(({ said }) => said), text('fhir.caution')]),
    identifier: [toIdentifier(id)],
    ...(record.plan.items.length > 0 ? { basedOn: [toReference(toPlanId(child))] } : {}),
    status: 'final',
    code: toLoinc(loinc.report, text('fhir.report')),
    subject: toReference(child),
    effectivePeriod: { start: period.from, end: period.to },
    issued: record.madeAt,
    ...(readings.length > 0 ? { result: readings.map(({ entry }) => ({ reference: entry.fullUrl })) } : {}),
    conclusion: [done, ...readings.map(({ said }) => said)].join('\n'),
  };
  return [...readings.map(({ entry }) => entry), toEntry(id, resource)];
}

/** One leading measure: its review beside its baseline, the child's own least change, and the call; or why there is none. */
function toReading(record: FhirRecord, headline: Headline, words: FhirWords): { readonly entry: FhirEntry; readonly said: string } {
  const { text } = words;
  const { game, drill, drillVersion, metric, metricIs, source, level, call, noiseFloor } = headline;
  const { period, child } = record;
  const id = toStableId('reading', child, period.from, period.to, game, metric);
  const name = `${words.game(game)}, ${words.level(game, level)}, ${text(`therapist.sensor.${source}`)}: ${words.metric(drill, metric)}`;
  const show = (value: number): string => words.value(drill, metric, metricIs, value);
  const verdict = words.call(headline);
  const said =
    'found' in call
      ? `${name}: ${verdict} (${text('review.from', { from: show(call.found.baseline), to: show(call.found.review) })}, ± ${show(call.found.mdc)})`
      : `${name}: ${verdict}`;
  const figure = (code: 'baseline' | 'difference' | 'least-change', value: number): ObservationComponent => ({
    code: toOwnCode(words, code),
    valueQuantity: toQuantity(value, metricIs.unit),
  });
  const entry = toObservation(record, words, id, [said], {
    about: 'activity',
    extension: [toMeasured({ source, game, level, drillVersion }, noiseFloor === null ? null : { value: noiseFloor, unit: metricIs.unit })],
    code: toMetricCode(words, drill, metric, name),
    effectivePeriod: { start: period.from, end: period.to },
    ...('found' in call
      ? {
          valueQuantity: toQuantity(call.found.review, metricIs.unit),
          interpretation: [{ ...toOwnCode(words, call.call), text: verdict }],
          component: [figure('baseline', call.found.baseline), figure('difference', call.found.difference), figure('least-change', call.found.mdc)],
        }
      : { dataAbsentReason: toAbsent(call.reason === 'sensor' ? 'unsupported' : 'temp-unknown', verdict) }),
  });
  return { entry, said };
}
