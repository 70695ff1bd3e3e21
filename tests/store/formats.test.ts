import 'fake-indexeddb/auto';
import { writeFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { Checked } from '../../src/core/check';
import { allFormats, checkEvent } from '../../src/store/formats/current';
import { type Format, type Migration, toCurrent, toRecord } from '../../src/store/formats/format';
import { openStore } from '../../src/store/open';
import { createPretendDevice, playHistory } from './history';
import { dump, plant } from './raw';
import { checkSteps, listDumped, listDumps, readDump, toDumpPath, toDumpText } from './stored-dumps';

const name = 'bay';

/** A made-up kind that changed twice: metres became millimetres, then a name became a list. */
const steps: readonly Migration[] = Object.freeze([
  {
    to: 2,
    about: 'lengths are millimetres',
    up: (data) => ({ ...toRecord(data), reachMm: Number(toRecord(data).reachM) * 1000, reachM: undefined }),
  },
  {
    to: 3,
    about: 'several names',
    up(data) {
      const { name: single, ...rest } = toRecord(data);
      if (typeof single !== 'string') throw new TypeError('name is no text');
      return { ...rest, names: [single] };
    },
  },
]);
const planted: Format<unknown> = {
  kind: 'planted',
  format: 3,
  migrations: steps,
  check: (data): Checked<unknown> => (toRecord(data).format === 3 ? { ok: true, value: data } : { ok: false, problems: ['format: is not 3'] }),
};

test('data of every released format becomes what this version reads', () => {
  const today = { ok: true, value: { format: 3, reachMm: 200, names: ['Ada'] } };
  expect(toCurrent(planted, { format: 1, reachM: 0.2, name: 'Ada' })).toEqual(today);
  expect(toCurrent(planted, { format: 2, reachMm: 200, name: 'Ada' })).toEqual(today);
  expect(toCurrent(planted, { format: 3, reachMm: 200, names: ['Ada'] })).toEqual(today);
});

test('data of a newer format is refused and not touched', () => {
  const newer = Object.freeze({ format: 4, whole: Object.freeze({ new: 'world' }) });
  expect(toCurrent(planted, newer)).toEqual({ ok: false, problems: ['format: 4 is newer than 3, the newest that this version knows'] });
});

test('data that a step cannot read is refused with the step named', () => {
  expect(toCurrent(planted, { format: 1, reachM: 1 })).toEqual({
    ok: false,
    problems: ['whole: the step to format 3 does not fit it (name is no text)'],
  });
});

test.each([[undefined], ['1'], [0], [1.5], [Number.NaN]])('%s is no format', (format) => {
  expect(toCurrent(planted, { format })).toEqual({ ok: false, problems: ['format: is no format number'] });
});

test.each([[null], [undefined], [7], ['text'], [[]]])('%s is no event', (data) => {
  expect(checkEvent(data)).toEqual({ ok: false, problems: ['kind: is no text'] });
});

test('every step of every format has a dump, and steps lead from the first format to today', () => {
  const dumped = listDumps().flatMap((file) => listDumped(readDump(file)));
  expect(checkSteps(allFormats, dumped)).toEqual([]);
});

test('a step without a dump, a missing step and steps that can be changed are found', () => {
  const two = [1, 2].map((format) => ({ kind: 'planted', format }));
  expect(checkSteps([planted], [...two, { kind: 'planted', format: 3 }])).toEqual([]);
  expect(checkSteps([planted], two)).toEqual(['planted 3 is in no dump']);
  expect(checkSteps([{ ...planted, format: 2, migrations: Object.freeze([]) }], two)).toEqual([
    'the steps of planted do not lead from 1 to 2 one by one',
  ]);
  expect(checkSteps([{ ...planted, migrations: [...steps] }], [...two, { kind: 'planted', format: 3 }])).toEqual([
    'the steps of planted can be changed',
  ]);
});

// `PEBBLE_DUMP=format-2.json vitest run --project unit tests/store/formats` writes a dump of today's formats; a released one is never
// written again. Without it there is no such test, so that none is skipped.
const newDump = process.env.PEBBLE_DUMP;
/** The dumps in the order in which they were made; a later one holds all that an earlier one does. */
const inOrder = [
  'format-1.json',
  'range-1.json',
  'effort-1.json',
  'adjustment-1.json',
  'heart-1.json',
  'safety-1.json',
  'days-1.json',
  'note-1.json',
  'clinic-1.json',
  'goal-1.json',
  'clear-1.json',
];
const isSince = (file: string, first: string) => inOrder.indexOf(file) >= inOrder.indexOf(first);

if (newDump) {
  test('a dump of a small history is written', async () => {
    const indexedDB = new IDBFactory();
    const device = createPretendDevice('dump');
    const { store } = await openStore({ indexedDB, name, ...device });
    if (!store) throw new Error('no store');
    await playHistory(store, device);
    const text = toDumpText('Two pretend children: a plan, sessions that ended in every way.', await dump(indexedDB, name));
    writeFileSync(toDumpPath(newDump), text, { flag: 'wx' });
  });
}

test.each(listDumps())('the history of %s reads in full', async (file) => {
  const indexedDB = new IDBFactory();
  const { store } = await openStore({ indexedDB, name, ...createPretendDevice('reader') });
  if (!store) throw new Error('no store');
  const { events, recordings } = readDump(file);
  await plant(indexedDB, name, 'events', events);
  await plant(indexedDB, name, 'recordings', recordings);
  await store.rebuild();

  expect(await store.readDamaged()).toEqual([]);
  const [ada, second] = await store.readChildren();
  expect(ada).toMatchObject({ name: 'Ada', picture: 'whale', companion: { name: 'fox' }, touch: { holdMs: 200 }, reachMm: null, weeklyGoal: 3 });
  expect(second).toMatchObject({ picture: 'crab', play: { reducedMotion: true } });
  const plan = await store.readPlan(ada?.id ?? '');
  expect(plan.items).toMatchObject([{ game: 'fireflies', level: '01-calm', params: { targetWidthMm: 60 }, bounds: { targetWidthMm: { min: 40 } } }]);
  expect(await store.readTotals(ada?.id ?? '')).toEqual({
    sessions: 2,
    trials: 6,
    activeMs: 6040,
    firstOn: '2026-03-01',
    games: { fireflies: { sessions: 2, trials: 6 } },
  });
  const sessions = await store.readSessions(ada?.id ?? '', 9);
  expect(sessions.map(({ ended, trials }) => [ended, trials])).toEqual([
    ['stopped', 1],
    ['finished', 5],
  ]);
  const sets = await store.readSets(sessions[1]?.session ?? '');
  expect(sets.map((set) => set.trials.map((trial) => trial.outcome))).toEqual([
    ['success', 'miss', 'assisted'],
    ['success', 'lost'],
  ]);
  // The first dumps are from before there were range checks, and before the child was asked how hard it was.
  expect(sessions[1]?.effort).toBe(isSince(file, 'effort-1.json') ? 4 : null);
  expect(await store.readRangeChecks(ada?.id ?? '')).toMatchObject(
    file === 'format-1.json'
      ? []
      : [
          { source: 'pose', ranges: { lean: { left: 12 } } },
          { source: 'motion', ranges: { step: { left: 0.2 } } },
        ],
  );
  // From before play could change a plan.
  const isNewest = isSince(file, 'adjustment-1.json');
  expect(await store.readAdjustments(ada?.id ?? '')).toMatchObject(isNewest ? [{ change: { from: 110, to: 115 }, hits: 9 }] : []);
  expect(plan.items[0]?.params.distanceMm).toBe(isNewest ? 115 : undefined);
  // From before a strap was read against the child's own rates, and before a sensor's mounting and a camera's noise were kept.
  const hasHeart = isSince(file, 'heart-1.json');
  expect(ada?.heart).toEqual(hasHeart ? { restBpm: 78, maxBpm: 191 } : { restBpm: null, maxBpm: null });
  expect(sets.map(({ heart }) => heart)).toEqual(
    hasHeart
      ? [
          [],
          [
            [400, 96],
            [3400, 97],
          ],
        ]
      : [[], []],
  );
  // From before there were days off, goals in minutes and words to the family.
  const hasDays = isSince(file, 'days-1.json');
  const days = await store.readFamilyDays(ada?.id ?? '');
  expect({ rest: days.rest, notToday: days.notToday, grown: days.grown }).toEqual(
    hasDays ? { rest: ['2026-03-08'], notToday: { '2026-03-02': 'pain' }, grown: ['2026-02-23'] } : { rest: [], notToday: {}, grown: [] },
  );
  expect(days.weeks).toEqual({ '2026-02-23': { sessions: 2, activeMs: 6040 } });
  expect(days.firsts).toEqual({ fireflies: '2026-03-01', 'fireflies/01-calm': '2026-03-01', 'fireflies/02-near': '2026-03-01' });
  expect(days.goals.map(({ sessions: count }) => count)).toEqual([3]);
  expect(second?.weeklyMinutes).toBe(hasDays ? 45 : null);
  expect(plan.items[0]?.tip).toBe(hasDays ? 'A towel under the elbow.' : undefined);
  // From before anything was said of a child's body, of home or clinic, and of who changes a plan.
  const isTold = isSince(file, 'clinic-1.json');
  const told = {
    gmfcs: 'III',
    macs: 'II',
    fms50: 2,
    sides: 'left',
    support: 'pelvis',
    orthoses: { feet: true },
    fieldLoss: 'right',
    epilepsy: false,
  };
  expect(ada?.clinic).toEqual(isTold ? told : {});
  expect(plan.items[0]?.place).toBe(isTold ? 'home' : undefined);
  const { revisions } = await store.readPlanHistory(ada?.id ?? '');
  expect(revisions.map(({ by, author }) => [by, author])).toEqual([
    ['hand', null],
    ['hand', null],
    ...(isNewest ? [['success', null]] : []),
    ...(hasDays ? [['hand', null]] : []),
    ...(isTold ? [['hand', 'KM']] : []),
    ...(isSince(file, 'goal-1.json') ? [['hand', null]] : []),
  ]);
  const [last] = await store.readSessions(second?.id ?? '', 9);
  const [hung] = last ? await store.readSets(last.session) : [];
  expect(hung?.head.calibration.mounting?.kind).toBe(hasHeart ? 'pouch' : undefined);
  const [check] = await store.readRangeChecks(ada?.id ?? '');
  expect(check?.ranges.lean?.still).toEqual(hasHeart ? { rmsMm: 1.2, mmps: 9.5 } : undefined);
  // From before anything was said of a child's safety.
  const log = await store.readSafetyLog(ada?.id ?? '');
  const isSafe = isSince(file, 'safety-1.json');
  expect(ada?.safety?.locks.adduction).toBe(isSafe);
  expect(log).toMatchObject(
    isSafe
      ? {
          checks: [{ outcome: 'play', answers: { pain: 2 } }],
          feelings: [{ pain: 0, fun: 'good' }],
          incidents: [{ what: 'fall', done: 'Sat down.' }],
        }
      : { checks: [], feelings: [], incidents: [] },
  );
  expect(log.notes.map(({ words }) => words)).toEqual(isSince(file, 'note-1.json') ? ['Good day, tall in the chair.'] : []);
  // From before there were goals and single-case questions.
  const hasGoals = isSince(file, 'goal-1.json');
  const { goals, checks } = await store.readGoals(ada?.id ?? '');
  expect(goals.map(({ words, steps }) => [words, steps[0]])).toEqual(hasGoals ? [['Pulls up the zip alone.', 'With one hand held.']] : []);
  expect(checks.map(({ measure, value }) => [measure, value])).toEqual(hasGoals ? [['step', 0]] : []);
  expect(plan.items[0]?.question).toEqual(hasGoals ? { kind: 'feedback', seed: 'asked', from: '2026-03-01' } : undefined);
  expect(sessions[1]?.arms).toEqual(hasGoals ? { asked: { question: 'asked', place: 0, arm: 'b' } } : undefined);
  // From before a side of the screen could be left free. The settings of the tablet are those of the device that wrote them.
  expect(second?.play.clear).toEqual(isSince(file, 'clear-1.json') ? { side: 'left', pct: 25 } : undefined);
  const offset = (event: unknown) => (event as { body: { fields?: Record<string, unknown> } }).body.fields?.beatOffsetMsTouch;
  expect(events.map(offset).filter(Boolean)).toEqual(isSince(file, 'clear-1.json') ? [84] : []);
  const recording = await store.readRecording(sets[0]?.set ?? '');
  expect(recording?.frames).toHaveLength(90);
  expect(recording?.cuts).toEqual([3020]);
});
