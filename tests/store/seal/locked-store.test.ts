import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { toRecord } from '../../../src/store/formats/format';
import { isLockedError } from '../../../src/store/seal/locked';
import { isSealed } from '../../../src/store/seal/seal-event';
import { answer } from '../raw';
import { createTablet, pin, play, playClosed, playMore, readEverything, secrets, toSecrets, waitUntilClosed } from './locked-tablet';

it('a PIN on a tablet with a history closes it, play goes on closed, and whoever opens it by PIN or code reads all as without a lock', async () => {
  const tablet = createTablet('whole');
  const first = await tablet.open();
  const played = await play(first, tablet);
  const before = await readEverything(first, played);
  expect(toSecrets(await tablet.readKept())).toEqual(secrets);

  const code = first.lock.createCode();
  expect(await first.lock.set(pin, code)).toEqual({ saved: true });
  expect(await readEverything(first, played)).toEqual(before);
  await playMore(first, tablet, played);
  const open = await readEverything(first, played);
  first.lock.close();
  await playMore(first, tablet, played);
  first.close();

  const second = await tablet.open();
  await waitUntilClosed(tablet);
  await playMore(second, tablet, played);
  const kept = await tablet.readKept();
  expect(toSecrets(kept)).toEqual([]);
  expect(open.children[0]?.sessions).toHaveLength(3);

  expect((await second.lock.tryPin(pin)).answer).toBe('open');
  const byPin = await readEverything(second, played);
  expect(byPin.damaged).toEqual([]);
  expect(byPin.children[0]?.sessions.slice(-3)).toEqual(open.children[0]?.sessions);
  expect(
    byPin.children[0]?.sessions.every(
      ({ outcomes, trials, sealed }) => !sealed && outcomes.success + outcomes.miss + outcomes.lost + outcomes.assisted === trials,
    ),
  ).toBe(true);
  second.close();

  const third = await tablet.open();
  expect((await third.lock.tryCode(code)).answer).toBe('open');
  expect(await readEverything(third, played)).toEqual(byPin);
  // Without a lock the open events and the usual rebuild tell the same.
  expect(await third.lock.remove()).toEqual({ saved: true });
  expect(await readEverything(third, played)).toEqual(byPin);
  await third.rebuild();
  expect(await readEverything(third, played)).toEqual(byPin);
  const { events, rollups, meta } = await tablet.readKept();
  expect(events.some(isSealed)).toBe(false);
  expect(rollups.some((one) => 'box' in toRecord(one) || 'pending' in toRecord(one))).toBe(false);
  expect(JSON.stringify(meta)).not.toContain('publicKey');
  third.close();
});

it('while the lock is closed play reads all it needs, and what is sealed is refused, never shown as nothing', async () => {
  const tablet = createTablet('closed');
  const store = await tablet.open();
  const played = await play(store, tablet);
  const [child, other] = played.children;
  const [session = ''] = played.sessions;
  const before = await readEverything(store, played);
  await store.lock.set(pin, store.lock.createCode());
  await waitUntilClosed(tablet);
  store.lock.close();

  const open = before.children[0];
  const { clinic: _clinic, ...ofPlay } = open?.child ?? {};
  expect(await store.readChild(child)).toMatchObject({ ...ofPlay, name: '' });
  expect((await store.readChildren()).map(({ id, picture, name: shown }) => [id, picture, shown])).toEqual([
    [child, 'whale', ''],
    [other, 'crab', ''],
  ]);
  const toPlayed = (plan: { items: readonly object[] } | undefined) => plan?.items.map((item) => ({ ...item, tip: null }));
  expect(toPlayed(await store.readPlan(child))).toEqual(toPlayed(open?.plan));
  expect(await store.readTotals(child)).toEqual(open?.totals);
  expect(await store.readRangeChecks(child)).toEqual(open?.ranges);
  expect(await store.readFamilyDays(child)).toEqual({ ...open?.days, notToday: { '2026-03-02': 'sealed' } });
  expect(await store.readPlayedItems(session)).toEqual(['item-1']);
  const shown = await store.readSessions(child, 10);
  expect(shown.map(({ on, trials, activeMs, arms }) => ({ on, trials, activeMs, arms }))).toEqual(
    open?.sessions.map(({ on, trials, activeMs, arms }) => ({ on, trials, activeMs, arms })),
  );
  expect(shown.every(({ sealed }) => sealed)).toBe(true);
  expect(await store.readDamaged()).toEqual([]);
  const refused = [
    store.readPlanHistory(child),
    store.readAdjustments(child),
    store.readSafetyLog(child),
    store.readSafetyOf(session),
    store.readGoals(child),
    store.readCourses(child, '2026-01-01'),
    store.readSets(session),
    store.readRecording(before.sessions[0]?.sets[0]?.set ?? ''),
  ];
  for (const one of await Promise.allSettled(refused)) expect(one.status === 'rejected' && isLockedError(one.reason)).toBe(true);
  // The rule for pain in play knows what was said on this page, and takes any pain as new where it does not.
  const answers = { lines: {}, pain: 2, painAt: null, seizure: 'none', adult: true } as const;
  const ready = { answers, outcome: 'play', because: [], changed: [], tookMs: 1000 } as const;
  const said = tablet.device.newId();
  await store.save({ kind: 'check', check: tablet.device.newId(), session: said, child, ready });
  expect(await store.readPainBefore(said)).toBe(2);
  store.close();
  const again = await tablet.open();
  expect(await again.readPainBefore(said)).toBe(null);
  await again.lock.tryPin(pin);
  expect(await again.readPainBefore(said)).toBe(2);
  again.close();
});

it('a new PIN wraps the same key anew: nothing that was sealed is touched', async () => {
  const { tablet, store, played } = await playClosed('change');
  const before = await tablet.readKept();
  const shown = await readEverything(store, played);
  await store.lock.set('2580', store.lock.createCode());
  const after = await tablet.readKept();
  expect([after.events, after.recordings, after.rollups]).toEqual([before.events, before.recordings, before.rollups]);
  store.close();
  const again = await tablet.open();
  expect([(await again.lock.tryPin(pin)).answer, (await again.lock.tryPin('2580')).answer]).toEqual(['wrong', 'open']);
  expect(await readEverything(again, played)).toEqual(shown);
  again.close();
});

it('records that wait while the PIN is set or taken away are sealed, or open, as the tablet then is', async () => {
  const tablet = createTablet('race');
  const store = await tablet.open();
  const played = await play(store, tablet);
  const code = store.lock.createCode();
  await Promise.all([store.lock.set(pin, code), playMore(store, tablet, played), playMore(store, tablet, played)]);
  await waitUntilClosed(tablet);
  expect(toSecrets(await tablet.readKept())).toEqual([]);
  const open = await readEverything(store, played);
  const more = playMore(store, tablet, played);
  expect(await store.lock.remove()).toEqual({ saved: true });
  await more;
  expect((await tablet.readKept()).events.some(isSealed)).toBe(false);
  const without = await readEverything(store, played);
  expect(without.children[0]?.sessions.slice(1)).toEqual(open.children[0]?.sessions);
  await store.rebuild();
  expect(await readEverything(store, played)).toEqual(without);
  store.close();
});

it('roll-ups of other rules stay shown while the lock is closed, play goes on, and they are made anew when it opens', async () => {
  const { tablet, store, played } = await playClosed('rules');
  store.close();
  await tablet.raw((db) => answer(db.transaction('meta', 'readwrite').objectStore('meta').put('7, trial 0', 'rollups')));
  const locked = await tablet.open();
  expect(locked.overview.isCurrent).toBe(false);
  await playMore(locked, tablet, played);
  expect(await locked.readTotals(played.children[0])).toMatchObject({ sessions: 3 });
  await expect(locked.rebuild()).resolves.toBeUndefined();
  expect(locked.overview.isCurrent).toBe(false);
  const made = new Promise<void>((resolve) => locked.overview.subscribe(() => resolve()));
  await locked.lock.tryPin(pin);
  await made;
  const shown = await readEverything(locked, played);
  expect(toSecrets(await tablet.readKept())).toEqual([]);
  await locked.lock.remove();
  await locked.rebuild();
  expect(await readEverything(locked, played)).toEqual(shown);
  locked.close();
});

it('a roll-up that was harmed is made anew from the events; an event that was harmed keeps the lock where it is', async () => {
  const { tablet, store, played } = await playClosed('harmed');
  store.lock.close();
  await playMore(store, tablet, played);
  const [child] = played.children;
  await tablet.raw(async (db) => {
    const rollups = db.transaction('rollups', 'readwrite').objectStore('rollups');
    await answer(rollups.put({ key: `sealed/safety/${child}`, child, box: new Uint8Array(200) }));
  });
  await store.lock.tryPin(pin);
  expect((await store.readSafetyLog(child)).notes.map(({ words }) => words)).toEqual(['Good day, tall in the chair.', 'Good day again.']);
  const id = await tablet.raw(async (db) => {
    const events = db.transaction('events', 'readwrite').objectStore('events');
    const note = (await answer(events.getAll())).find(({ kind }) => kind === 'note');
    await answer(events.put({ ...note, sealed: new Uint8Array(200) }));
    return String(note.id);
  });
  const shown = await store.readSessions(child, 10);
  await tablet.raw(async (db) => {
    const rollups = db.transaction('rollups', 'readwrite').objectStore('rollups');
    await answer(rollups.put({ key: `sealed/goal-checks/${child}`, child, box: new Uint8Array(200) }));
  });
  expect(await store.lock.remove()).toEqual({ saved: false, problem: 'stuck' });
  expect(store.lock.isSet).toBe(true);
  expect(await store.readSessions(child, 10)).toEqual(shown);
  expect((await store.readDamaged()).map((one) => one.id)).toEqual([id]);
  await waitUntilClosed(tablet);
  expect(toSecrets(await tablet.readKept())).toEqual([]);
  store.close();
});

it('a backup is made with the lock open alone and is whole; what is merged is sealed; erasing needs no key', async () => {
  const { store, played } = await playClosed('from');
  const shown = await readEverything(store, played);
  const transfer = await store.openTransfer();
  store.lock.close();
  expect((await transfer.write({ what: 'tablet', recordings: true }, 'a long passphrase')).ok).toBe(false);
  await store.lock.tryPin(pin);
  const file = await transfer.write({ what: 'tablet', recordings: true }, 'a long passphrase');
  if (!file.ok) throw new Error(file.problem);

  const other = createTablet('to');
  const to = await other.open();
  await to.lock.set('2580', to.lock.createCode());
  const taking = await to.openTransfer();
  const checked = await taking.check(file.value, 'a long passphrase');
  if (!checked.ok) throw new Error(checked.problem);
  expect(await taking.merge(checked.backup, [])).toMatchObject({ ok: true });
  await waitUntilClosed(other);
  expect(toSecrets(await other.readKept())).toEqual([]);
  const { all: _names, ...rest } = shown;
  expect(await readEverything(to, played)).toMatchObject(rest);
  to.lock.close();
  const [child] = played.children;
  expect(await taking.erase(child)).toMatchObject({ ok: true });
  expect(JSON.stringify([(await other.readKept()).events, (await other.readKept()).rollups])).not.toContain(child);
  store.close();
  to.close();
});

it('a PIN from before records were sealed leaves them open as they were, until PIN and code are set anew', async () => {
  const other = createTablet('proofs');
  const lender = await other.open();
  await lender.lock.set(pin, lender.lock.createCode());
  lender.close();
  const lock = await other.raw((db) => answer(db.transaction('meta').objectStore('meta').get('lock')));
  const tablet = createTablet('older');
  const first = await tablet.open();
  const played = await play(first, tablet);
  first.close();
  const { records: _key, ...older } = lock;
  await tablet.raw((db) =>
    answer(
      db
        .transaction('meta', 'readwrite')
        .objectStore('meta')
        .put({ ...older, format: 1 }, 'lock'),
    ),
  );

  const store = await tablet.open();
  expect([store.lock.isSet, store.lock.publicKey]).toEqual([true, null]);
  const shown = await readEverything(store, played);
  expect((await store.lock.tryPin(pin)).answer).toBe('open');
  expect(await readEverything(store, played)).toEqual(shown);
  expect(toSecrets(await tablet.readKept())).toEqual(secrets);
  await store.lock.set('2580', store.lock.createCode());
  await waitUntilClosed(tablet);
  expect(toSecrets(await tablet.readKept())).toEqual([]);
  expect(await readEverything(store, played)).toEqual(shown);
  store.close();
});
