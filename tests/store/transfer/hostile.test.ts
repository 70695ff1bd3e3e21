import 'fake-indexeddb/auto';
import { beforeAll, expect, test } from 'vitest';
import { createRng, drawInteger } from '../../../src/core/rng';
import { type BackupHeader, backupLimits } from '../../../src/store/formats/backup';
import { fromHex } from '../../../src/store/transfer/bytes';
import { readLayout, toHead } from '../../../src/store/transfer/file-layout';
import { readBytes } from '../../../src/store/transfer/lines';
import { deriveBackupKey } from '../../../src/store/transfer/passphrase';
import { openFile, readRecords } from '../../../src/store/transfer/read-file';
import type { BackupKey } from '../../../src/store/transfer/types';
import { encrypt } from '../../../src/store/transfer/write-file';
import { toRecords } from '../history';
import { dump } from '../raw';
import { name, openTablet, quickSubtle, type Tablet } from './tablet';

const passphrase = 'seven pebbles';
const problems = ['no-backup', 'damaged', 'newer', 'too-large', 'passphrase'];
let tablet: Tablet;
let file: Uint8Array<ArrayBuffer>;
let header: BackupHeader;
let lines: string[];
let key: BackupKey | undefined;

beforeAll(async () => {
  tablet = await openTablet('clinic');
  const { store, device } = tablet;
  const child = device.newId();
  await store.editChild(child, { name: 'Ada', 'touch.holdMs': 200 });
  await store.editPlan(child, { [`items.${device.newId()}.game`]: 'fireflies' });
  const sets = [{ set: device.newId(), level: '01-calm', outcomes: ['success' as const] }];
  for (const record of toRecords({ session: device.newId(), child, sets, ended: 'finished' })) await store.save(record);
  const written = await tablet.transfer.write({ what: 'tablet', recordings: true }, passphrase);
  if (!written.ok) throw new Error(written.problem);
  file = new Uint8Array(await written.value.arrayBuffer());
  const opened = await openFile(written.value, passphrase, quickSubtle);
  if (typeof opened === 'string') throw new Error(opened);
  header = opened.layout.header;
  lines = [JSON.stringify({ lines: 1 })];
  for await (const record of readRecords(written.value, opened, quickSubtle)) {
    if ('event' in record) lines.push(JSON.stringify({ event: record.event }));
    else lines.push(JSON.stringify({ part: { ...record.part, gzip: btoa(String.fromCharCode(...record.part.gzip)) } }));
  }
});

async function gzip(bytes: Blob): Promise<Blob> {
  return new Response(bytes.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

/** A file that is sealed with the right passphrase and sum, whatever is in it. */
async function seal(body: Blob, changed: Partial<BackupHeader> = {}): Promise<Blob> {
  key ??= await deriveBackupKey(quickSubtle, passphrase, fromHex(header.salt), header.rounds);
  return encrypt({ ...header, bytes: body.size, ...changed }, body, key, quickSubtle);
}

async function sealText(text: string, changed: Partial<BackupHeader> = {}): Promise<Blob> {
  const bytes = new TextEncoder().encode(text);
  return seal(await gzip(new Blob([bytes])), { unpackedBytes: Math.max(1, bytes.length), ...changed });
}

async function expectRefused(hostile: Blob, among: readonly string[] = problems): Promise<void> {
  const checked = await tablet.transfer.check(hostile, passphrase);
  expect(checked.ok ? 'taken' : checked.problem).toBeOneOf([...among]);
}

test('nine and a half thousand files with changed, lost, doubled or foreign bytes are each refused, and nothing changes', async () => {
  const before = await dump(tablet.indexedDB, name);
  const rng = createRng('mutated');
  const told: Record<string, number> = {};
  for (let i = 0; i < 9500; i++) {
    // Every third change is in the head, where the readable fields are.
    const at = drawInteger(rng, 0, i % 3 === 0 ? 420 : file.length);
    const length = drawInteger(rng, 1, 9);
    const noise = Uint8Array.from({ length }, () => drawInteger(rng, 0, 256));
    const pieces = [
      [file.subarray(0, at), noise, file.subarray(Math.min(file.length, at + length))],
      [file.subarray(0, at)],
      [file.subarray(0, at), noise, file.subarray(at)],
      [file.subarray(0, at), file.subarray(Math.min(file.length, at + length))],
      [file, noise],
      [noise, file.subarray(length)],
    ][i % 6];
    const bytes = Buffer.concat(pieces ?? []);
    if (bytes.equals(file)) continue;
    const hostile = new Blob([bytes]);
    const checked = await tablet.transfer.check(hostile, passphrase);
    const said = checked.ok ? 'taken' : checked.problem;
    told[said] = (told[said] ?? 0) + 1;
  }
  expect(Object.keys(told).filter((said) => !problems.includes(said))).toEqual([]);
  expect(told.damaged).toBeGreaterThan(4000);
  expect(await dump(tablet.indexedDB, name)).toEqual(before);
}, 60_000);

test('five hundred files that are sealed rightly around changed records are refused, or hold damaged records that count nowhere', async () => {
  const before = await dump(tablet.indexedDB, name);
  const rng = createRng('sealed');
  const figures = before.rollups;
  let taken = 0;
  for (let i = 0; i < 500; i++) {
    const which = drawInteger(rng, 0, lines.length);
    const line = lines[which] ?? '';
    const at = drawInteger(rng, 0, line.length);
    const to = at + drawInteger(rng, 1, 6);
    const put = ['', '"', '}', '{', '-1', 'null', '\n', '[', '999999999999', '\u0000'][i % 10] ?? '';
    const hostile = await sealText(`${lines.with(which, line.slice(0, at) + put + line.slice(to)).join('\n')}\n`);
    const checked = await tablet.transfer.check(hostile, passphrase);
    if (!checked.ok) expect(problems).toContain(checked.problem);
    else {
      taken += 1;
      // A changed text or id inside a field is a fitting record still; all else of the record must be that of a damaged one.
      expect(checked.backup.header.events).toBe(header.events);
    }
  }
  expect(taken).toBeLessThan(450);
  expect(await dump(tablet.indexedDB, name)).toEqual({ ...before, rollups: figures });
}, 60_000);

test('a file that unpacks to a thousand times its size is left at its limit, with little in memory', async () => {
  const zeros = new Uint8Array(2 ** 20);
  let left = 2 ** 8;
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({ pull: (to) => (left-- > 0 ? to.enqueue(zeros) : to.close()) });
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of readBytes(endless.pipeThrough(new CompressionStream('gzip')))) pieces.push(new Uint8Array(piece));
  const body = new Blob(pieces);
  const memory = process.memoryUsage().rss;
  await expectRefused(await seal(body, { unpackedBytes: 2 ** 28 }), ['too-large']);
  await expectRefused(await seal(body, { unpackedBytes: 1000 }), ['too-large']);
  expect(process.memoryUsage().rss - memory).toBeLessThan(300 * 2 ** 20);
}, 60_000);

test('a file that says more than can be is refused by its head alone', async () => {
  const body = await gzip(new Blob([`${lines.join('\n')}\n`]));
  await expectRefused(await seal(body, { rounds: backupLimits.mostRounds + 1 }), ['damaged']);
  await expectRefused(await seal(body, { rounds: 1 }), ['damaged']);
  await expectRefused(await seal(body, { unpackedBytes: body.size * 2000 }), ['too-large']);
  await expectRefused(await seal(body, { format: 2 } as never), ['newer']);
  const huge = toHead({ ...header, bytes: backupLimits.fileBytes });
  await expectRefused(new Blob([huge, new Uint8Array(1000)]), ['damaged']);
  expect(await readLayout(new Blob([]))).toBe('no-backup');
  expect(await readLayout(new Blob(['PEBBLE2\n', new Uint8Array(99)]))).toBe('newer');
});

test('records of a newer app, deep or endless ones, frames that are a bomb, and counts that are not right refuse the whole file', async () => {
  const [first = '', event = '', ...rest] = lines;
  const whole = (changed: string) => `${[first, changed, ...rest].join('\n')}\n`;
  const parsed = JSON.parse(event);
  await expectRefused(await sealText(whole(JSON.stringify({ event: { ...parsed.event, format: 99 } }))), ['newer']);
  await expectRefused(await sealText(whole(JSON.stringify({ event: { ...parsed.event, kind: 'dream' } }))), ['newer']);
  await expectRefused(await sealText(`${JSON.stringify({ lines: 2 })}\n`), ['newer']);
  await expectRefused(await sealText(whole(`{"event":{"deep":${'['.repeat(50_000)}${']'.repeat(50_000)},${event.slice(10)}`)), ['damaged']);
  await expectRefused(await sealText(whole(`${event}\n${event}`)), ['damaged']);
  await expectRefused(await sealText(`${lines.slice(0, -1).join('\n')}\n`), ['damaged']);
  await expectRefused(await sealText(`${first}\n`.repeat(50)), ['damaged']);
  const bomb = new Uint8Array(await (await gzip(new Blob([new Uint8Array(2 ** 26)]))).arrayBuffer());
  const part = JSON.parse(lines.at(-1) ?? '');
  const large = JSON.stringify({ part: { ...part.part, gzip: Buffer.from(bomb).toString('base64') } });
  await expectRefused(await sealText(`${[...lines.slice(0, -1), large].join('\n')}\n`), ['too-large']);
});
