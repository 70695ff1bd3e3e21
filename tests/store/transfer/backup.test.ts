import 'fake-indexeddb/auto';
import { beforeAll, expect, test } from 'vitest';
import { playHistory, toRecords } from '../history';
import { dump, plant } from '../raw';
import { carry, name, openTablet, type Tablet } from './tablet';

const passphrase = 'seven pebbles';
let clinic: Tablet;
let played: Awaited<ReturnType<typeof playHistory>>;

beforeAll(async () => {
  clinic = await openTablet('clinic');
  played = await playHistory(clinic.store, clinic.device);
});

async function write(tablet: Tablet, of: Parameters<Tablet['transfer']['write']>[0]): Promise<Blob> {
  const file = await tablet.transfer.write(of, passphrase);
  if (!file.ok) throw new Error(file.problem);
  return file.value;
}

test('a tablet restored from its backup holds every event, recording and figure of the old one', async () => {
  const home = await openTablet('home');
  await carry(clinic, home);
  expect(await dump(home.indexedDB, name)).toEqual(await dump(clinic.indexedDB, name));
  const once = await dump(home.indexedDB, name);
  await carry(clinic, home);
  await carry(home, clinic);
  expect(await dump(home.indexedDB, name)).toEqual(once);
  expect(await dump(clinic.indexedDB, name)).toEqual(once);
});

test('a backup says when and how much, and nothing of a child in the clear', async () => {
  const file = await write(clinic, { what: 'tablet', recordings: true });
  const bytes = new TextDecoder('latin1').decode(await file.arrayBuffer());
  expect(bytes).toContain('"what":"tablet"');
  for (const secret of ['Ada', 'whale', ...played.children, ...played.sessions, clinic.store.device]) expect(bytes).not.toContain(secret);
  const again = new TextDecoder('latin1').decode(await (await write(clinic, { what: 'tablet', recordings: true })).arrayBuffer());
  expect(again).not.toBe(bytes);
});

test('one child goes alone: nothing of another child is in its file', async () => {
  const home = await openTablet('home');
  const [first, second] = played.children;
  const file = await write(clinic, { what: 'child', child: first, recordings: true });
  const checked = await home.transfer.check(file, passphrase);
  expect(checked).toMatchObject({ ok: true, backup: { children: [first], damaged: 0, erased: [] } });
  if (!checked.ok) return;
  expect(await home.transfer.merge(checked.backup, [])).toMatchObject({ ok: true, value: { events: checked.backup.fresh, recordings: 6 } });
  expect(await home.store.readTotals(first)).toEqual(await clinic.store.readTotals(first));
  expect(await home.store.readPlan(first)).toEqual(await clinic.store.readPlan(first));
  expect(await home.store.readChild(second)).toBeNull();
});

test('a plan travels without results, and a session without other sessions', async () => {
  const home = await openTablet('home');
  const [first] = played.children;
  const [session = ''] = played.sessions;
  for (const of of [{ what: 'plan', child: first } as const, { what: 'session', session } as const]) {
    const checked = await home.transfer.check(await write(clinic, of), passphrase);
    if (!checked.ok) throw new Error(checked.problem);
    expect(checked.backup.fresh).toBeGreaterThan(1);
    await home.transfer.merge(checked.backup, []);
    expect((await home.store.readTotals(first)).sessions).toBe(of.what === 'plan' ? 0 : 1);
    expect(await home.store.readPlan(first)).toEqual(await clinic.store.readPlan(first));
  }
  expect((await home.store.readSessions(first, 9)).map((one) => one.session)).toEqual([session]);
});

test('another passphrase opens nothing, and the same letters from another keyboard do', async () => {
  const file = await write(clinic, { what: 'plan', child: played.children[0] });
  expect(await clinic.transfer.check(file, 'seven pebble')).toEqual({ ok: false, problem: 'passphrase' });
  expect(await clinic.transfer.check(file, ' ｓeven pebbles ')).toMatchObject({ ok: true });
  const offered = clinic.transfer.createPassphrase();
  const made = await clinic.transfer.write({ what: 'plan', child: played.children[0] }, offered);
  if (!made.ok) throw new Error(made.problem);
  expect(await clinic.transfer.check(made.value, offered.toLowerCase().replaceAll('-', ' '))).toMatchObject({ ok: true });
});

test('an erased child leaves no trace but its id, the others stay, and an older backup brings it back only when asked', async () => {
  const home = await openTablet('home');
  await carry(clinic, home);
  const [first, second] = played.children;
  const before = await home.store.readSessions(second, 9);
  const file = await write(home, { what: 'tablet', recordings: true });
  expect(await home.transfer.erase(first)).toMatchObject({ ok: true });
  const left = await dump(home.indexedDB, name);
  expect(JSON.stringify([left.events, left.rollups])).not.toContain(first);
  expect(left.recordings).toEqual([]);
  expect(await home.store.readSessions(second, 9)).toEqual(before);
  await home.store.rebuild();
  expect((await dump(home.indexedDB, name)).rollups).toEqual(left.rollups);

  // It may still be playing in another window.
  expect(await home.store.save({ kind: 'session', session: home.device.newId(), child: first })).toEqual({ saved: true });
  expect(await home.store.editChild(first, { name: 'Mia' })).toEqual({ saved: true });
  expect(await dump(home.indexedDB, name)).toEqual(left);

  const checked = await home.transfer.check(file, passphrase);
  if (!checked.ok) throw new Error(checked.problem);
  expect(checked.backup.erased).toEqual([first]);
  await home.transfer.merge(checked.backup, []);
  expect(await home.store.readChild(first)).toBeNull();
  await home.transfer.merge(checked.backup, [first]);
  expect(await dump(home.indexedDB, name)).toEqual(await dump(clinic.indexedDB, name));
});

test('what came after the last backup is counted, in trials; a week later it is due', async () => {
  const home = await openTablet('home');
  const { device, store, transfer } = home;
  await playHistory(store, device);
  expect(await transfer.readStanding()).toMatchObject({ last: null, trials: 6, due: true, weekly: null });
  await write(home, { what: 'tablet', recordings: false });
  expect((await transfer.readStanding()).last).toBeNull();
  await transfer.markKept();
  expect(await transfer.readStanding()).toMatchObject({ trials: 0, events: 0, due: false });
  const plot = { session: device.newId(), child: device.newId(), sets: [{ set: device.newId(), level: '01-calm', outcomes: ['success', 'miss'] }] };
  for (const record of toRecords({ ...plot, ended: null } as never)) await store.save(record);
  expect(await transfer.readStanding()).toMatchObject({ trials: 2, isMore: false, due: false });
  // After years without one nobody needs the whole number, and it would take long to count.
  const [trial] = (await dump(home.indexedDB, name)).events.filter((event) => (event as { kind: string }).kind === 'trial');
  const many = Array.from({ length: 4000 }, (_, i) => ({ ...(trial as object), id: device.newId(), n: 1000 + i }));
  await plant(home.indexedDB, name, 'events', many);
  const { trials, isMore } = await transfer.readStanding();
  expect(isMore).toBe(true);
  expect(trials).toBeGreaterThan(2000);
  expect(trials).toBeLessThan(4000);
});

test('a tablet that takes back its own events goes on with numbers that nobody had', async () => {
  const home = await openTablet('home');
  await playHistory(home.store, home.device);
  const file = await write(home, { what: 'tablet', recordings: false });
  const { transfer, store } = home;
  const before = await dump(home.indexedDB, name);
  for (const child of await store.readChildren()) await transfer.erase(child.id);
  await home.use((db) => db.put('meta', 1, 'count'));
  const checked = await transfer.check(file, passphrase);
  if (!checked.ok) throw new Error(checked.problem);
  await transfer.merge(checked.backup, checked.backup.erased);
  await store.editDevice({ pxPerMm: 6 });
  const numbers = (await dump(home.indexedDB, name)).events.map((event) => (event as { n: number }).n);
  expect(numbers.length).toBe(before.events.length + 1);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('a field that two tablets changed apart shows both values, and is settled by keeping one', async () => {
  const [a, b] = [await openTablet('a'), await openTablet('b')];
  const child = a.device.newId();
  const item = a.device.newId();
  const path = `items.${item}.params.targetWidthMm`;
  await a.store.editChild(child, { name: 'Ada' });
  await a.store.editPlan(child, { [`items.${item}.game`]: 'fireflies', [`items.${item}.level`]: '01-calm', [path]: 50 });
  await carry(a, b);
  await a.store.editPlan(child, { [path]: 40 });
  await b.store.editPlan(child, { [path]: 60 });
  await carry(b, a);
  const [review] = await a.transfer.readReview(child);
  expect(review).toMatchObject({ path });
  expect([...(review?.values ?? [])].sort()).toEqual([40, 60]);
  await a.store.editPlan(child, { [path]: 60 });
  expect(await a.transfer.readReview(child)).toEqual([]);
  await carry(a, b);
  expect(await b.transfer.readReview(child)).toEqual([]);
  expect(await b.store.readPlan(child)).toEqual(await a.store.readPlan(child));
});
