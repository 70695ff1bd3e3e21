import type { Uuid } from '../../core/ids';
import { type BackupHeader, backupLimits, checkEnvelope, checkPartLine, type EventEnvelope } from '../formats/backup';
import { checkEvent, eventFormats } from '../formats/current';
import { toCurrent, toRecord } from '../formats/format';
import { type PackedPart, recordingFormat } from '../formats/recording';
import { fromBase64, fromHex, readSlice } from './bytes';
import { isWhole, readLayout, toCipher, toHash } from './file-layout';
import { LimitReached, toLines, unpack } from './lines';
import { deriveBackupKey } from './passphrase';
import type { BackupKey, BackupProblem, Layout, OpenedFile } from './types';

/** What a line of a backup holds. */
export type FileRecord = { readonly event: EventEnvelope; readonly damaged: boolean } | { readonly part: PackedPart };

/** Thrown by `readRecords` for what makes a whole file unfit. */
export class BackupFault extends Error {
  constructor(readonly problem: BackupProblem) {
    super(problem);
  }
}

/** How deep a damaged event may be nested, and how long it may be: it is kept as it is, so a database must be able to hold it. */
const deepest = 32;
const longestDamaged = 2 ** 16;

/** Looks at head, sum and passphrase, the cheap ones first; nothing is unpacked. */
export async function openFile(file: Blob, passphrase: string, subtle: SubtleCrypto): Promise<OpenedFile | BackupProblem> {
  const layout = await readLayout(file);
  if (typeof layout === 'string') return layout;
  if (!(await isWhole(subtle, file, layout))) return 'damaged';
  const key = await deriveBackupKey(subtle, passphrase, fromHex(layout.header.salt), layout.header.rounds);
  try {
    await decrypt(file, layout, key, subtle, await toHash(subtle, layout.head), 0);
  } catch {
    return 'passphrase';
  }
  return { layout, key };
}

/** Every record of a file, each checked; throws a BackupFault where the file as a whole is not to be trusted. */
export async function* readRecords(file: Blob, { layout, key }: OpenedFile, subtle: SubtleCrypto): AsyncGenerator<FileRecord> {
  const { header } = layout;
  const counts = { events: 0, recordings: 0, lines: 0 };
  const sets = new Set<Uuid>();
  try {
    const packed = decryptAll(file, layout, key, subtle);
    for await (const line of toLines(unpack(packed, header.unpackedBytes))) {
      counts.lines += 1;
      const data = toRecord(JSON.parse(line));
      if (counts.lines === 1) {
        if (data.lines !== 1) throw new BackupFault(typeof data.lines === 'number' && data.lines > 1 ? 'newer' : 'damaged');
        continue;
      }
      const record = 'event' in data ? toEvent(data.event, line) : await toPart(data.part);
      if ('event' in record) {
        counts.events += 1;
        if (counts.recordings > 0) throw new BackupFault('damaged');
        if (record.event.kind === 'set') sets.add(record.event.id);
      } else {
        counts.recordings += 1;
        if (!sets.has(record.part.set)) throw new BackupFault('damaged');
      }
      if (counts.events > header.events || counts.recordings > header.recordings) throw new BackupFault('damaged');
      yield record;
    }
  } catch (error) {
    if (error instanceof BackupFault) throw error;
    throw new BackupFault(error instanceof LimitReached ? 'too-large' : 'damaged');
  }
  if (counts.events !== header.events || counts.recordings !== header.recordings) throw new BackupFault('damaged');
}

async function* decryptAll(file: Blob, layout: Layout, key: BackupKey, subtle: SubtleCrypto): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const headHash = await toHash(subtle, layout.head);
  for (const piece of layout.pieces.keys()) yield await decrypt(file, layout, key, subtle, headHash, piece);
}

async function decrypt(
  file: Blob,
  { header, pieces }: { readonly header: BackupHeader; readonly pieces: Layout['pieces'] },
  { key }: BackupKey,
  subtle: SubtleCrypto,
  headHash: Uint8Array<ArrayBuffer>,
  piece: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const { from, to } = pieces[piece] ?? { from: 0, to: 0 };
  return new Uint8Array(await subtle.decrypt(toCipher(header, headHash, piece), key, await readSlice(file, from, to)));
}

/** An event as it was stored where it comes from. One of a newer app makes the file a newer one; one that is damaged stays so. */
function toEvent(data: unknown, line: string): FileRecord {
  const envelope = checkEnvelope(data);
  if (!envelope.ok) throw new BackupFault('damaged');
  const { kind, format } = envelope.value;
  const known = Object.entries(eventFormats).find(([name]) => name === kind)?.[1];
  if (!known || format > known.format) throw new BackupFault('newer');
  const damaged = !checkEvent(data).ok;
  if (damaged && (line.length > longestDamaged || toDepth(line) > deepest)) throw new BackupFault('damaged');
  return { event: envelope.value, damaged };
}

/** Frames still packed, after they were unpacked and checked once within a limit. */
async function toPart(data: unknown): Promise<FileRecord> {
  if (Number(toRecord(data).format) > recordingFormat.format) throw new BackupFault('newer');
  const checked = checkPartLine(data);
  const gzip = checked.ok ? fromBase64(checked.value.gzip) : null;
  if (!checked.ok || !gzip) throw new BackupFault('damaged');
  const pieces: string[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const whole = (async function* () {
    yield gzip;
  })();
  for await (const piece of unpack(whole, backupLimits.partUnpackedBytes)) pieces.push(decoder.decode(piece, { stream: true }));
  const part = toCurrent(recordingFormat, { ...toRecord(JSON.parse(pieces.join(''))), format: checked.value.format });
  if (!part.ok) throw new BackupFault('damaged');
  return { part: { ...checked.value, gzip } };
}

function toDepth(line: string): number {
  let depth = 0;
  let most = 0;
  for (const letter of line) {
    if (letter === '{' || letter === '[') most = Math.max(most, ++depth);
    else if (letter === '}' || letter === ']') depth--;
  }
  return most;
}
