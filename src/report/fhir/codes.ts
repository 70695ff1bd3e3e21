import type { CodeableConcept, CodeSystem, CodeSystemConcept, Coding, Quantity } from 'fhir/r4';
import { type FhirEntry, toEntry, toIdentifier, toStableId, toUrn } from './ids';
import { toNarrative } from './narrative';
import type { FhirRecord, FhirWords } from './record';

const loincUrl = 'http://loinc.org';

/** The codes of others that this product uses. */
export const loinc = {
  session: '73985-4',
  duration: '55411-3',
  steps: '55423-8',
  heartRate: '8867-4',
  report: '34824-3',
} as const;

/** Exercise therapy, in SNOMED CT. */
export const therapyCoding: Coding = { system: 'http://snomed.info/sct', code: '229065009' };

/** Address of our own codes, for what has no code elsewhere: the same in every file. */
export const ownCodes = toUrn(toStableId('code-system'));

/** Addresses of what a measure or a plan's line says beside its value. */
export const extensions = {
  measured: toUrn(toStableId('extension/measured')),
  parameter: toUrn(toStableId('extension/parameter')),
} as const;

/** Our own codes beside measures and parameters, with the line of the text files that says them. */
const ownLines = {
  trials: 'fhir.code.trials',
  'outcome-success': 'therapist.outcome.success',
  'outcome-assisted': 'therapist.outcome.assisted',
  'outcome-miss': 'therapist.outcome.miss',
  'outcome-lost': 'therapist.outcome.lost',
  'help-0': 'fhir.code.help0',
  'help-1': 'fhir.code.help1',
  'help-2': 'fhir.code.help2',
  'help-3': 'fhir.code.help3',
  'help-4': 'fhir.code.help4',
  'pain-before': 'fhir.code.painBefore',
  'pain-after': 'fhir.code.painAfter',
  'effort-omni': 'fhir.code.effort',
  'goal-step': 'fhir.code.goalStep',
  'goal-performance': 'fhir.code.goalPerformance',
  'goal-satisfaction': 'fhir.code.goalSatisfaction',
  baseline: 'fhir.code.baseline',
  difference: 'fhir.code.difference',
  'least-change': 'fhir.code.leastChange',
  'real-change': 'fhir.code.realChange',
  'not-yet-distinguishable': 'review.call.wait',
} as const;

/** Name of one of our own codes that is no measure. */
export type OwnCode = keyof typeof ownLines;

/** UCUM for each unit of the text files. */
const ucum: Readonly<Record<string, string>> = {
  ms: 'ms',
  s: 's',
  mm: 'mm',
  mm2: 'mm2',
  m: 'm',
  mps: 'm/s',
  mmps: 'mm/s',
  'mm/s': 'mm/s',
  deg: 'deg',
  dps: 'deg/s',
  pct: '%',
  '%': '%',
  hz: 'Hz',
  bpm: '/min',
  perMin: '/min',
  spm: '{steps}/min',
  steps: '{steps}',
  count: '{count}',
  widths: '{widths}',
  ratio: '1',
  none: '1',
};

/** A number with its unit in UCUM, to six digits. RangeError for a unit that has none: a number without one must not leave the tablet. */
export function toQuantity(value: number, unit: string): Quantity {
  const code = ucum[unit];
  if (code === undefined) throw new RangeError(`no UCUM code for the unit ${unit}`);
  return { value: Number(value.toPrecision(6)), unit: code, system: 'http://unitsofmeasure.org', code };
}

/** A LOINC code, with words of ours. */
export function toLoinc(code: string, text: string): CodeableConcept {
  return { coding: [{ system: loincUrl, code }], text };
}

/** One of our own codes with its words. */
export function toOwnCode(words: FhirWords, code: OwnCode): CodeableConcept {
  const display = words.text(ownLines[code]);
  return { coding: [{ system: ownCodes, code, display }], text: display };
}

/** A measure of a drill as a code of ours. */
export function toMetricCode(words: FhirWords, drill: string, metric: string, said?: string): CodeableConcept {
  const display = words.metric(drill, metric);
  return { coding: [{ system: ownCodes, code: `${drill}.${metric}`, display }], text: said ?? display };
}

/** A drill as a code of ours. */
export function toDrillCoding(words: FhirWords, drill: string): Coding {
  return { system: ownCodes, code: drill, display: words.drill(drill) };
}

/** Our own codes as a resource that goes with each file: every measure and parameter of the product, played or not. */
export function toCodeSystem({ drills, madeAt }: FhirRecord, words: FhirWords): FhirEntry {
  const { text } = words;
  const own = (Object.keys(ownLines) as OwnCode[]).map((code): CodeSystemConcept => ({ code, display: text(ownLines[code]) }));
  const moves = drills.map(({ id }): CodeSystemConcept => ({ code: id, display: words.drill(id) }));
  const measures = drills.flatMap(({ id, metrics }) =>
    Object.entries(metrics).map(
      ([name, { evidence }]): CodeSystemConcept => ({ code: `${id}.${name}`, display: words.metric(id, name), definition: evidence }),
    ),
  );
  const params = drills.flatMap(({ id, params }) =>
    Object.entries(params).map(([name, { label }]): CodeSystemConcept => ({ code: `${id}.param.${name}`, display: words.param(label) })),
  );
  const concept = [...own, ...moves, ...measures, ...params];
  const id = toStableId('code-system');
  const resource: CodeSystem = {
    resourceType: 'CodeSystem',
    text: toNarrative(text.language, [text('fhir.codes', { count: concept.length })]),
    url: ownCodes,
    identifier: [toIdentifier(id)],
    name: 'PebbleBay',
    title: 'Pebble Bay',
    status: 'active',
    date: madeAt,
    caseSensitive: true,
    content: 'complete',
    count: concept.length,
    concept,
  };
  return toEntry(id, resource, `CodeSystem?url=${encodeURIComponent(ownCodes)}`);
}
