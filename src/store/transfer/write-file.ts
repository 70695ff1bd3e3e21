import type { LocalDate } from '../../core/dates';
import type { Uuid } from '../../core/ids';
import type { Database } from '../database';
import { type BackupHeader, backupLimits, type EventEnvelope } from '../formats/backup';
import { toRecord } from '../formats/format';
import { editKinds } from '../rollups';
import type { Opener } from '../seal/box';
import { join, readSlice, toBase64, toHex } from './bytes';
import { readAllEvents, readAllParts } from './events';
import { toCipher, toHash, toHead } from './file-layout';
import { LimitReached, packLines, readBytes } from './lines';
import type { BackupKey, BackupOf } from './types';

/** What writing a file needs beside the database. */
export interface FileTools {
  readonly subtle: SubtleCrypto;
  readonly randomBytes: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;
  readonly now: () => { readonly on: LocalDate; readonly at: string };
  /** What opens sealed records: a backup is whole, and closed with its own passphrase. */
  readonly opener: Opener | null;
}

/** Makes a backup file. The lines are packed first, because the head says how much there is; pieces wait in files of the browser, not in memory. */
export async function writeFile(db: Database, of: BackupOf, key: BackupKey, tools: FileTools): Promise<Blob> {
  const counts = { events: 0, recordings: 0 };
  const { packed, counted } = packLines(toFileLines(db, of, tools.opener, counts));
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of readBytes(packed)) pieces.push(new Uint8Array(piece));
  const body = new Blob(pieces);
  if (body.size > backupLimits.fileBytes || counted.bytes > backupLimits.unpackedBytes) throw new LimitReached('no tablet would take it in');
  const iv = new Uint8Array(8);
  iv.set(tools.randomBytes(iv));
  const header: BackupHeader = {
    format: 1,
    what: of.what,
    ...tools.now(),
    ...counts,
    kdf: 'PBKDF2-SHA-256',
    rounds: key.rounds,
    salt: toHex(key.salt),
    iv: toHex(iv),
    bytes: body.size,
    unpackedBytes: counted.bytes,
  };
  return encrypt(header, body, key, tools.subtle);
}

/** A file of packed lines and the head that tells of them. */
export async function encrypt(header: BackupHeader, body: Blob, { key }: BackupKey, subtle: SubtleCrypto): Promise<Blob> {
  const head = toHead(header);
  const hashes = [await toHash(subtle, head)];
  const [headHash = head] = hashes;
  const parts: BlobPart[] = [head];
  for (let at = 0, piece = 0; at < body.size; at += backupLimits.chunkBytes, piece++) {
    const plain = await readSlice(body, at, at + backupLimits.chunkBytes);
    const sealed = new Uint8Array(await subtle.encrypt(toCipher(header, headHash, piece), key, plain));
    hashes.push(await toHash(subtle, sealed));
    parts.push(sealed);
  }
  parts.push(await toHash(subtle, join(...hashes)));
  return new Blob(parts, { type: 'application/octet-stream' });
}

/** First a line with the format of the lines, then the events, then the recordings of their sets. */
async function* toFileLines(
  db: Database,
  of: BackupOf,
  opener: Opener | null,
  counts: { events: number; recordings: number },
): AsyncGenerator<string> {
  const sets = new Set<Uuid>();
  yield JSON.stringify({ lines: 1 });
  for await (const event of readEventsOf(db, of, opener)) {
    counts.events += 1;
    if (event.kind === 'set') sets.add(event.id);
    yield JSON.stringify({ event });
  }
  if (!('recordings' in of && of.recordings)) return;
  for await (const part of readAllParts(db, of.what === 'tablet' ? null : sets, opener)) {
    if (!sets.has(part.set)) continue;
    counts.recordings += 1;
    yield JSON.stringify({ part: { ...part, gzip: toBase64(part.gzip) } });
  }
}

async function* readEventsOf(db: Database, of: BackupOf, opener: Opener | null): AsyncGenerator<EventEnvelope> {
  if (of.what === 'session') {
    const events = await db.getAllFromIndex('events', 'session', of.session);
    const whose = toRecord(events[0]).child;
    for await (const event of readAllEvents(db, typeof whose === 'string' ? whose : null, opener)) {
      // The child itself goes along, so that the session has somebody to belong to.
      if (event.kind === 'child' || toRecord(event.body).session === of.session) yield event;
    }
    return;
  }
  for await (const event of readAllEvents(db, of.what === 'tablet' ? null : of.child, opener)) {
    if (of.what !== 'plan' || editKinds.has(event.kind)) yield event;
  }
}
