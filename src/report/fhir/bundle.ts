import type { Bundle, Patient } from 'fhir/r4';
import { toCodeSystem } from './codes';
import { toEntry, toIdentifier } from './ids';
import { toNarrative, toPlainWords } from './narrative';
import { toCarePlan, toGoalEntries } from './plan';
import type { FhirRecord, FhirWords } from './record';
import { toReportEntries } from './report';
import { toSessionEntries } from './session';

/**
 * A child's period as one FHIR R4 transaction (hl7.org/fhir/R4) that a hospital's record takes in as a whole: every resource replaces the
 * one with its identifier, so sending twice leaves what sending once did. The same record gives the same bytes.
 */
export function toFhirBundle(record: FhirRecord, words: FhirWords): Bundle {
  const plan = toCarePlan(record, words);
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    timestamp: record.madeAt,
    entry: [
      toEntry(record.child, toPerson(record, words)),
      toCodeSystem(record, words),
      ...toGoalEntries(record, words),
      ...(plan ? [plan] : []),
      ...record.sessions.filter(({ trials }) => trials > 0).flatMap((session) => toSessionEntries(record, session, words)),
      ...toReportEntries(record, words),
    ],
  };
}

/** The bundle as a file, with lines that a person can read. */
export function toFhirFile(bundle: Bundle): string {
  return `${JSON.stringify(bundle, null, 1)}\n`;
}

/** File name of the record: what it is and the day, never who played. */
export function toFhirFileName(on: string): string {
  return `pebble-bay-fhir-${on}.json`;
}

/** The child: an identifier of ours, and the name only where the adult wants it sent. */
function toPerson({ child, name }: FhirRecord, { text }: FhirWords): Patient {
  const plain = name === null ? null : toPlainWords(name);
  return {
    resourceType: 'Patient',
    text: toNarrative(text.language, [plain ?? text('fhir.nameless')]),
    identifier: [toIdentifier(child)],
    ...(plain === null ? {} : { name: [{ text: plain }] }),
  };
}
