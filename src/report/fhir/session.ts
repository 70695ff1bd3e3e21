import type { Extension, Observation, ObservationComponent } from 'fhir/r4';
import { median } from '../../measures/median';
import { headlineMetrics } from '../headlines';
import { toNoiseFloor } from '../noise-floor';
import { extensions, loinc, type OwnCode, toLoinc, toMetricCode, toOwnCode, toQuantity } from './codes';
import { type FhirEntry, toEntry, toIdentifier, toReference, toStableId } from './ids';
import { toNarrative } from './narrative';
import type { FhirDrill, FhirPart, FhirRecord, FhirSession, FhirWords } from './record';

const categorySystem = 'http://terminology.hl7.org/CodeSystem/observation-category';
const absentSystem = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
const outcomes = ['success', 'assisted', 'miss', 'lost'] as const;
const helps = [0, 1, 2, 3, 4] as const;

/** What all observations of a child have in common; `category` is a code of HL7's own list. */
export function toObservation(
  record: Pick<FhirRecord, 'child'>,
  words: FhirWords,
  id: string,
  said: readonly string[],
  rest: Pick<Observation, 'code' | 'effectiveDateTime' | 'effectivePeriod'> & Partial<Observation> & { readonly about: 'activity' | 'survey' },
): FhirEntry {
  const { about, ...own } = rest;
  const resource: Observation = {
    resourceType: 'Observation',
    text: toNarrative(words.text.language, said),
    identifier: [toIdentifier(id)],
    status: 'final',
    category: [{ coding: [{ system: categorySystem, code: about }] }],
    subject: toReference(record.child),
    ...own,
  };
  return toEntry(id, resource);
}

/** A session: one observation with everything measured, and one each for pain before, pain after and effort where they were said. */
export function toSessionEntries(record: FhirRecord, session: FhirSession, words: FhirWords): readonly FhirEntry[] {
  const { text } = words;
  const id = toStableId('session', session.session);
  const parts = session.parts.flatMap((part) => toPartComponents(record.drills, part, words));
  const component = [...toCounts(session, words), ...parts.map((part) => part.component)];
  const minutes = component[0]?.valueQuantity?.value ?? 0;
  const title = text('fhir.session', { count: session.trials, minutes });
  const whole = toObservation(record, words, id, [`${session.on}: ${title}`, ...parts.map((part) => part.said)], {
    about: 'activity',
    code: toLoinc(loinc.session, text('fhir.sessionName')),
    effectiveDateTime: session.at,
    component,
  });
  const said: readonly (readonly [OwnCode, number | null])[] = [
    ['pain-before', session.painBefore],
    ['pain-after', session.painAfter],
    ['effort-omni', session.effort],
  ];
  const survey = said.flatMap(([code, points]) => {
    if (points === null) return [];
    const concept = toOwnCode(words, code);
    return toObservation(record, words, toStableId('session', session.session, code), [`${session.on}: ${concept.text} ${points}`], {
      about: 'survey',
      code: concept,
      effectiveDateTime: session.at,
      valueInteger: points,
      derivedFrom: [toReference(id)],
    });
  });
  return [whole, ...survey];
}

/** Time, trials, outcomes and helps of a session, and what has a code of its own. */
function toCounts(session: FhirSession, words: FhirWords): readonly ObservationComponent[] {
  const { text } = words;
  const count = (code: OwnCode, value: number): ObservationComponent => ({ code: toOwnCode(words, code), valueQuantity: toQuantity(value, 'count') });
  const steps = session.parts.flatMap(({ values }) => values.steps ?? []);
  const minutes = Math.round(session.activeMs / 6000) / 10;
  return [
    {
      code: toLoinc(loinc.duration, text('fhir.duration')),
      valueQuantity: { value: minutes, unit: 'min', system: 'http://unitsofmeasure.org', code: 'min' },
    },
    count('trials', session.trials),
    ...outcomes.map((outcome) => count(`outcome-${outcome}`, session.outcomes[outcome])),
    ...helps.map((help) => count(`help-${help}`, session.helps[help] ?? 0)),
    ...(steps.length > 0
      ? [
          {
            code: toLoinc(loinc.steps, text('fhir.steps')),
            valueQuantity: toQuantity(
              steps.reduce((sum, one) => sum + one, 0),
              'steps',
            ),
          },
        ]
      : []),
    ...(session.heartBpm === null
      ? []
      : [{ code: toLoinc(loinc.heartRate, text('fhir.heart')), valueQuantity: toQuantity(session.heartBpm, 'bpm') }]),
  ];
}

/** The median of each measure of a part; the leading measures that this sensor cannot carry are there without a value, and say why. */
function toPartComponents(
  drills: readonly FhirDrill[],
  part: FhirPart,
  words: FhirWords,
): readonly { readonly component: ObservationComponent; readonly said: string }[] {
  const drill = drills.find(({ id }) => id === part.drill);
  if (!drill) return [];
  const { text } = words;
  const place = `${words.game(part.game)}, ${words.level(part.game, part.level)}, ${text(`therapist.sensor.${part.source}`)}`;
  const unable = (headlineMetrics[part.drill] ?? []).filter((name) => !drill.metrics[name]?.sources.some((source) => source === part.source));
  return [...Object.keys(part.values), ...unable.filter((name) => !part.values[name])].flatMap((name) => {
    const metric = drill.metrics[name];
    if (!metric) return [];
    const value = median(part.values[name] ?? []);
    const said = `${place}: ${words.metric(part.drill, name)}`;
    const noise = value === null ? null : toNoiseFloor(part.source, metric.unit);
    const component: ObservationComponent = {
      extension: [toMeasured(part, noise === null ? null : { value: noise, unit: metric.unit })],
      code: toMetricCode(words, part.drill, name, said),
      ...(value === null
        ? { dataAbsentReason: toAbsent('unsupported', text('review.call.sensor')) }
        : { valueQuantity: toQuantity(value, metric.unit) }),
    };
    const figure = value === null ? text('review.call.sensor') : words.value(part.drill, name, metric, value);
    return [{ component, said: `${said}: ${figure}` }];
  });
}

/** Why a value is not there, by HL7's code and in words. */
export function toAbsent(code: 'unsupported' | 'temp-unknown', text: string): NonNullable<Observation['dataAbsentReason']> {
  return { coding: [{ system: absentSystem, code }], text };
}

/** What a number was measured by: sensor, game, level, version of the drill, and the sensor's own noise (SD) where it is known. */
export function toMeasured(
  { source, game, level, drillVersion }: Pick<FhirPart, 'source' | 'game' | 'level' | 'drillVersion'>,
  noise: { readonly value: number; readonly unit: string } | null,
): Extension {
  return {
    url: extensions.measured,
    extension: [
      { url: 'sensor', valueCode: source },
      { url: 'game', valueCode: game },
      { url: 'level', valueString: level },
      { url: 'drillVersion', valueInteger: drillVersion },
      ...(noise === null ? [] : [{ url: 'noiseFloor', valueQuantity: toQuantity(noise.value, noise.unit) }]),
    ],
  };
}
