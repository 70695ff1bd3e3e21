import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldEdits } from '../../../src/store/fold';
import { eventFormats } from '../../../src/store/formats/current';
import { toRecord } from '../../../src/store/formats/format';
import { toProfile } from '../../../src/store/profile';
import { openParts } from '../../../src/store/seal/open-parts';
import { isSealed, isSealedField, openEvent, openField, sealEvent } from '../../../src/store/seal/seal-event';
import { sealHistory, unsealHistory } from '../../../src/store/seal/seal-history';
import type { Fields } from '../../../src/store/types';
import { playHistory } from '../history';
import { createSeals, openTablet, toLegible } from './sealed-tablet';

/** What must not be found: name, profile, words, feelings, measures and how trials went, as the history of the tests has them. */
const privateThings = [
  'Ada',
  'III',
  'pelvis',
  'Pulls up the zip',
  'With one hand held',
  'towel under the elbow',
  'Good day, tall',
  'Slid off the seat',
  'Sat down.',
  'movementMs',
  'endErrorMm',
  'success',
  'assisted',
  'so-so',
  'painAt',
  'finished',
  'targetWidthMm":40',
];

describe('what lies on a tablet with a PIN', () => {
  /** One history for all: each rule leaves it open, as it was, but the last. */
  let tablet: Awaited<ReturnType<typeof openTablet>>;
  let children: readonly string[] = [];
  beforeAll(async () => {
    tablet = await openTablet('whole');
    ({ children } = await playHistory(tablet.store, tablet.device));
  });
  afterAll(() => tablet.store.close());

  it('tells nobody of a child what play does not need; and all of it comes back to whoever opens the lock', async () => {
    const { use, readKept } = tablet;
    const before = await readKept();
    const { sealer, opener } = await createSeals();
    const legibleBefore = toLegible(before);
    // A search that finds nothing in the open would find nothing at all.
    for (const word of privateThings.slice(0, -1)) expect(legibleBefore, word).toContain(word);
    const walked = await use((db) => sealHistory(db, sealer));
    expect(walked.changed).toBeGreaterThan(30);
    expect(walked.stuck).toEqual([]);
    const sealed = await readKept();
    const legible = toLegible(sealed);
    for (const word of privateThings) expect(legible, word).not.toContain(word);
    // What play needs is still there: the picture, a lock, the level, a parameter, the range.
    for (const word of ['whale', 'safety.locks.adduction', '01-calm', 'params.targetWidthMm', 'ranges']) expect(legible, word).toContain(word);
    expect(await use((db) => unsealHistory(db, opener))).toEqual({ changed: walked.changed, stuck: [] });
    expect(await readKept()).toEqual(before);
  });

  it('is sealed once: a second walk finds nothing to do', async () => {
    const { use, readKept } = tablet;
    const { sealer, opener } = await createSeals();
    await use((db) => sealHistory(db, sealer));
    const sealed = await readKept();
    expect((await use((db) => sealHistory(db, sealer))).changed).toBe(0);
    expect(await readKept()).toEqual(sealed);
    await use((db) => unsealHistory(db, opener));
  });

  it('opens with no other key, and stays as it is when one is tried', async () => {
    const { use, readKept } = tablet;
    const { sealer, opener } = await createSeals();
    const { changed } = await use((db) => sealHistory(db, sealer));
    const sealed = await readKept();
    const other = await createSeals();
    const walked = await use((db) => unsealHistory(db, other.opener));
    expect([walked.changed, walked.stuck.length]).toEqual([0, changed]);
    expect(await readKept()).toEqual(sealed);
    await use((db) => unsealHistory(db, opener));
  });

  it('loses nothing wherever the sealing or the opening is killed, and is taken up again', async () => {
    const { use, readKept } = tablet;
    const before = await readKept();
    const { sealer, opener } = await createSeals();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ seal: fc.boolean(), batches: fc.integer({ min: 0, max: 12 }) }), { maxLength: 4 }), async (walks) => {
        for (const { seal, batches } of walks) {
          let left = batches;
          const mayGoOn = () => left-- > 0;
          await use((db) => (seal ? sealHistory(db, sealer, mayGoOn, 7) : unsealHistory(db, opener, mayGoOn, 7)));
          const kept = await readKept();
          const opened = await Promise.all(kept.events.map((event) => openEvent(opener, event)));
          expect(opened).toEqual(before.events.map((value) => ({ ok: true, value })));
          expect(kept.recordings).toHaveLength(before.recordings.length);
        }
        await use((db) => unsealHistory(db, opener));
        expect(await readKept()).toEqual(before);
      }),
      { numRuns: 4, seed: 6 },
    );
  });

  it('of an erased child does not come back by a walk that had read it', async () => {
    const { use, readKept } = tablet;
    const { sealer } = await createSeals();
    const slow = {
      seal: async (plain: Uint8Array<ArrayBuffer>, bound: string) => {
        await use((db) => db.clear('events'));
        await use((db) => db.clear('recordings'));
        return sealer.seal(plain, bound);
      },
    };
    expect((await use((db) => sealHistory(db, slow))).changed).toBe(0);
    expect(toLegible(await readKept())).not.toContain(children[0]);
  });
});

describe('a sealed event', () => {
  it('whatever it is, damaged or newer, is the same once it is opened', async () => {
    const { sealer, opener } = await createSeals();
    const kind = fc.constantFrom(...Object.keys(eventFormats), 'from-the-future');
    // As JSON holds it: no record that a format lets in tells 0 from -0.
    const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    const event = fc.record({
      id: fc.uuid(),
      kind,
      format: fc.nat(9),
      device: fc.uuid(),
      n: fc.nat(99),
      child: fc.option(fc.uuid()),
      on: fc.constant('2026-03-26'),
      at: fc.constant('2026-03-26T10:00:00.000Z'),
      body: fc.oneof(
        json,
        fc.record({ fields: fc.dictionary(fc.constantFrom('name', 'picture', 'clinic.gmfcs', '2026-03-01', 'Ada Lovelace'), json) }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(event, async (one) => {
        const sealed = await sealEvent(sealer, one);
        expect(toLegible(sealed)).not.toContain('Ada Lovelace');
        expect(await openEvent(opener, sealed)).toEqual({ ok: true, value: one });
      }),
      { numRuns: 100, seed: 6 },
    );
  });

  it('opens only in its own place: a note cannot be moved to another child or day', async () => {
    const { sealer, opener } = await createSeals();
    const note = { id: 'a', kind: 'note', child: 'c', body: { session: 's', words: 'tall' } };
    const sealed = toRecord(await sealEvent(sealer, note));
    expect(isSealed(sealed)).toBe(true);
    expect(await openEvent(opener, { ...sealed, id: 'b' })).toEqual({ ok: false, problem: 'locked' });
    const box = sealed.sealed;
    if (!(box instanceof Uint8Array)) throw new Error('no box');
    for (const at of [0, 1, 40, 66, 78, box.length - 1]) {
      const harmed = box.slice();
      harmed[at] = (harmed[at] ?? 0) ^ 1;
      expect(await openEvent(opener, { ...sealed, sealed: harmed })).toEqual({ ok: false, problem: 'locked' });
    }
    expect(await openEvent(opener, { ...sealed, sealed: box.slice(0, 30) })).toEqual({ ok: false, problem: 'locked' });
  });

  it('hides how long a name is', async () => {
    const { sealer } = await createSeals();
    const lengths = await Promise.all(
      ['Bo', 'Maximiliane-Theresa'].map(async (name) => {
        const sealed = toRecord(await sealEvent(sealer, { id: 'a', kind: 'child', child: 'c', body: { fields: { name } } }));
        return String(toRecord(toRecord(sealed.body).fields).name).length;
      }),
    );
    expect(lengths[0]).toBe(lengths[1]);
  });
});

describe('edits whose values are sealed', () => {
  it('fold unopened: play has its settings, and the name comes back with the key', async () => {
    const { sealer, opener } = await createSeals();
    const of = '00000000-0000-4000-8000-00000000000';
    const when = { on: '2026-03-26', at: '2026-03-26T10:00:00.000Z' };
    const toEdit = (n: number, fields: Fields) => ({
      id: `${of}${n}`,
      kind: 'child',
      format: 1,
      child: `${of}8`,
      device: `${of}9`,
      n,
      ...when,
      base: [],
      body: { fields },
    });
    const edits = [
      toEdit(1, { name: 'Ada', picture: 'whale', 'clinic.gmfcs': 'III' }),
      toEdit(2, { name: 'Bea', 'touch.holdMs': 200, 'clinic.gmfcs': null }),
    ];
    const sealed = await Promise.all(edits.map((edit) => sealEvent(sealer, edit)));
    const fold = foldEdits(sealed.map((edit) => ({ ...(edit as (typeof edits)[number]), fields: (edit as (typeof edits)[number]).body.fields })));
    const locked = toProfile('c', fold);
    expect([locked.picture, locked.touch.holdMs, locked.clinic?.gmfcs]).toEqual(['whale', 200, undefined]);
    expect(isSealedField(locked.name)).toBe(true);
    const [live] = fold.live.name ?? [];
    expect(await openField(opener, live?.id ?? '', 'name', live?.value ?? null)).toEqual({ ok: true, value: 'Bea' });
    expect(await openField(opener, `${of}1`, 'name', live?.value ?? null)).toEqual({ ok: false, problem: 'locked' });
  });
});

it('the table of what stays open names every kind of event with a reason', () => {
  expect(Object.keys(openParts).sort()).toEqual(Object.keys(eventFormats).sort());
  for (const [kind, { because }] of Object.entries(openParts)) expect(because.length, kind).toBeGreaterThan(10);
});
