import 'fake-indexeddb/auto';
import fc from 'fast-check';
import type { Bundle, CodeSystem, DiagnosticReport, Observation, Resource } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { createText, type Language, type TextTable } from '../../../src/core/text';
import { toFhirBundle, toFhirFile } from '../../../src/report/fhir/bundle';
import { toQuantity } from '../../../src/report/fhir/codes';
import { toNarrative } from '../../../src/report/fhir/narrative';
import type { FhirRecord } from '../../../src/report/fhir/record';
import { readFhirRecord, toFhirWords } from '../../../src/screens/therapist/results/read-fhir';
import { openStore } from '../../../src/store/open';
import { createPretendDevice, playHistory } from '../../store/history';
import { levels, records } from './record-plot';
import { findFaults } from './validator';

const files = import.meta.glob<TextTable>('../../../src/**/text.*.json', { eager: true, import: 'default' });
const toWords = (language: Language) => {
  const tables = Object.entries(files).flatMap(([path, table]) => (path.endsWith(`/text.${language}.json`) ? [table] : []));
  return toFhirWords(createText(language, tables), levels);
};
const english = toWords('en');
const [record] = fc.sample(
  records.filter(({ sessions, plan, goals, name }) => sessions.length > 9 && plan.items.length > 0 && goals.length > 1 && name !== null),
  { numRuns: 1, seed: 7 },
);
const whole = record as FhirRecord;

const resourcesOf = ({ entry = [] }: Bundle): readonly Resource[] => entry.flatMap(({ resource }) => resource ?? []);
const listFaults = (bundle: Bundle) => [...findFaults({ ...bundle, entry: [] } as Bundle), ...resourcesOf(bundle).flatMap(findFaults)];
const observationsOf = (bundle: Bundle) => resourcesOf(bundle).filter((one): one is Observation => one.resourceType === 'Observation');

/** Every pointer of a file, wherever it stands. */
function listReferences(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(listReferences);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'reference' && typeof inner === 'string' ? [inner] : listReferences(inner)));
}

describe('a record for a hospital', () => {
  it('is valid FHIR R4 for any child, in both languages, whatever words were typed', { timeout: 60_000 }, () => {
    const both = [english, toWords('zh-CN')];
    fc.assert(
      fc.property(records, fc.constantFrom(...both), (any, words) => {
        expect(listFaults(toFhirBundle(any, words))).toEqual([]);
      }),
      { numRuns: 8, seed: 1 },
    );
  });

  it.each<[string, (bundle: Bundle) => void]>([
    ['an outcome without a status', (bundle) => delete (observationsOf(bundle)[0] as Partial<Observation>).status],
    [
      'a value and a reason for having none',
      (bundle) => Object.assign(observationsOf(bundle)[0] ?? {}, { valueInteger: 1, dataAbsentReason: { text: 'x' } }),
    ],
    ['a field that FHIR has not', (bundle) => Object.assign(observationsOf(bundle)[0] ?? {}, { streak: 3 })],
    ['a day that is none', (bundle) => Object.assign(observationsOf(bundle)[0] ?? {}, { effectiveDateTime: 'yesterday' })],
    ['a status that FHIR has not', (bundle) => Object.assign(observationsOf(bundle)[0] ?? {}, { status: 7 })],
  ])('is judged by a validator that finds %s', (_, harm) => {
    const bundle = structuredClone(toFhirBundle(whole, english));
    harm(bundle);
    expect(listFaults(bundle)).not.toEqual([]);
  });

  it('is judged by the rules of the definitions too', () => {
    const bundle = toFhirBundle(whole, english);
    const [one] = observationsOf(bundle);
    expect(findFaults({ ...one, valueInteger: 1, dataAbsentReason: { text: 'x' } } as Observation).join()).toContain('obs-6');
  });

  it('points to nothing that is not in it, and says each thing once', () => {
    fc.assert(
      fc.property(records, (any) => {
        const { entry = [] } = toFhirBundle(any, english);
        const names = entry.map(({ fullUrl }) => fullUrl);
        expect(new Set(names).size).toBe(names.length);
        expect(listReferences(entry).filter((name) => !names.includes(name))).toEqual([]);
        expect(new Set(entry.map(({ request }) => request?.url)).size).toBe(entry.length);
        expect(entry.every(({ request }) => request?.method === 'PUT')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same, byte for byte, when it is made again', () => {
    expect(toFhirFile(toFhirBundle(structuredClone(whole), english))).toBe(toFhirFile(toFhirBundle(whole, english)));
  });

  it('made later with more sessions keeps the identity of what was sent before', () => {
    const urlsOf = (of: FhirRecord) => (toFhirBundle(of, english).entry ?? []).map(({ request }) => request?.url);
    const before = urlsOf({ ...whole, sessions: whole.sessions.slice(0, 5) });
    const after = urlsOf({ ...whole, madeAt: '2026-12-01T08:00:00.000Z' });
    expect(before.filter((url) => !after.includes(url))).toEqual([]);
  });

  it('keeps the name on the tablet unless the adult wants it sent', () => {
    const named = { ...whole, name: 'Ada Example', goals: [] };
    expect(toFhirFile(toFhirBundle(named, english))).toContain('Ada Example');
    expect(toFhirFile(toFhirBundle({ ...named, name: null }, english))).not.toContain('Ada');
  });

  it('says why a leading measure has no value: this sensor cannot carry it', () => {
    const part = { game: 'rocket', level: '01', drill: 'rise', drillVersion: 1, source: 'adult', values: {} };
    const [session] = whole.sessions;
    if (!session) throw new Error('no session');
    const bundle = toFhirBundle({ ...whole, sessions: [{ ...session, trials: 5, parts: [part] }] }, english);
    const [own] = observationsOf(bundle).filter(({ code }) => code.coding?.[0]?.code === '73985-4');
    const absent = own?.component?.filter(({ dataAbsentReason }) => dataAbsentReason) ?? [];
    expect(absent.map(({ code }) => code.coding?.[0]?.code).sort()).toEqual(['rise.cycleS', 'rise.riseS']);
    expect(absent[0]?.dataAbsentReason?.text).toBe('Not measurable with this sensor');
  });

  it('sums steps and carries time, trials and heart rate by the codes of LOINC with units of UCUM', () => {
    const part = { game: 'postman', level: '01', drill: 'walk', drillVersion: 1, source: 'motion', values: { steps: [20, 31] } };
    const [session] = whole.sessions;
    if (!session) throw new Error('no session');
    const one = { ...session, trials: 2, activeMs: 90_000, heartBpm: 121.25, parts: [part] };
    const [own] = observationsOf(toFhirBundle({ ...whole, sessions: [one] }, english)).filter(({ code }) => code.coding?.[0]?.code === '73985-4');
    const quantityOf = (code: string) => own?.component?.find((each) => each.code.coding?.[0]?.code === code)?.valueQuantity;
    expect(quantityOf('55411-3')).toMatchObject({ value: 1.5, code: 'min' });
    expect(quantityOf('55423-8')).toMatchObject({ value: 51, code: '{steps}' });
    expect(quantityOf('8867-4')).toMatchObject({ value: 121.25, code: '/min' });
    expect(quantityOf('walk.steps')).toMatchObject({ value: 25.5 });
  });

  it('reports the period by a few readings, and never by single trials', () => {
    const bundle = toFhirBundle(whole, english);
    const report = resourcesOf(bundle).find((one): one is DiagnosticReport => one.resourceType === 'DiagnosticReport');
    expect(report?.code.coding?.[0]).toEqual({ system: 'http://loinc.org', code: '34824-3' });
    expect(report?.result).toHaveLength(whole.headlines.length);
    for (const { call } of whole.headlines) if ('found' in call) expect(report?.conclusion).toMatch(/Real change|Not yet distinguishable/);
  });

  it('has words for each of its own codes, each code once', () => {
    const system = resourcesOf(toFhirBundle(whole, english)).find((one): one is CodeSystem => one.resourceType === 'CodeSystem');
    const codes = system?.concept ?? [];
    expect(codes.length).toBeGreaterThan(100);
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
    expect(codes.filter(({ display = '' }) => display === '' || /^[\w-]+\.[\w.-]+$/.test(display))).toEqual([]);
  });

  it('refuses a number whose unit has no code', () => {
    expect(() => toQuantity(3, 'pebbles')).toThrow('no UCUM code');
  });

  it('has a unit of UCUM for every measure and parameter of the product', () => {
    const units = whole.drills.flatMap(({ metrics, params }) => [
      ...Object.values(metrics).map(({ unit }) => unit),
      ...Object.values(params).flatMap((param) => (param.kind === 'number' ? [param.unit] : [])),
    ]);
    for (const unit of new Set(units)) expect(toQuantity(1, unit).code).not.toBe('');
  });
});

describe('what a person reads of a resource', () => {
  it('holds every sign that was typed as text', () => {
    expect(toNarrative('en', ['<script>x</script> & "y"\u0007', ' ']).div).toBe(
      '<div xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en"><p>&lt;script&gt;x&lt;/script&gt; &amp; &quot;y&quot;</p></div>',
    );
  });
});

describe('the record of a stored history', () => {
  it('is read through the store and is valid, with pain, effort and goal in it', async () => {
    const device = createPretendDevice('fhir');
    const { store } = await openStore({ indexedDB: new IDBFactory(), name: 'bay', ...device });
    if (!store) throw new Error('no store');
    const { children } = await playHistory(store, device);
    const wish = { child: { id: children[0], name: 'Ada' }, withName: true, days: null, today: '2026-03-28', madeAt: '2026-03-28T12:00:00.000Z' };
    const read = await readFhirRecord(store, wish, levels);
    expect(read.sessions).toHaveLength(2);
    const bundle = toFhirBundle(read, english);
    expect(listFaults(bundle)).toEqual([]);
    const points = observationsOf(bundle).flatMap(({ code, valueInteger }) =>
      valueInteger === undefined ? [] : [[code.coding?.[0]?.code, valueInteger]],
    );
    expect(points).toEqual(
      expect.arrayContaining([
        ['pain-before', 2],
        ['pain-after', 0],
        ['effort-omni', 4],
        ['goal-step', 0],
      ]),
    );
    expect((await readFhirRecord(store, { ...wish, days: 1, today: '2026-06-01' }, levels)).sessions).toEqual([]);
    store.close();
  });
});
