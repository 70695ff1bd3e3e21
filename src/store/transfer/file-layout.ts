import { type BackupHeader, backupLimits, checkBackupHeader } from '../formats/backup';
import { toRecord } from '../formats/format';
import { fromHex, join, readSlice } from './bytes';
import type { BackupProblem, Layout } from './types';

/**
 * A backup file: 8 letters that name it, the length of its head (32 bits, the highest first), the head as JSON, the packed lines in
 * pieces of 256 KiB that are each encrypted (AES-GCM, 16 bytes longer), and a SHA-256 over the hashes of head and pieces. The pieces are
 * bound to the head and to their place by what is authenticated with them, as in STREAM (Hoang et al. 2015).
 */
export const magic = new TextEncoder().encode('PEBBLE1\n');

const lengthBytes = 4;
const tagBytes = 16;
const hashBytes = 32;

/** The bytes before the first piece. */
export function toHead(header: BackupHeader): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(lengthBytes);
  new DataView(length.buffer).setUint32(0, json.length);
  return join(magic, length, json);
}

/** Finds the parts of a file by its head; nothing is decrypted, and the size must be exactly what the head says. */
export async function readLayout(file: Blob): Promise<Layout | BackupProblem> {
  if (file.size > backupLimits.fileBytes + 2 ** 20) return 'too-large';
  const start = await readSlice(file, 0, magic.length + lengthBytes);
  if (start.length < magic.length + lengthBytes || magic.some((byte, i) => i !== 6 && start[i] !== byte)) return 'no-backup';
  if (start[6] !== magic[6]) return 'newer';
  const length = new DataView(start.buffer).getUint32(magic.length);
  if (length > backupLimits.headerBytes) return 'damaged';
  const head = await readSlice(file, 0, start.length + length);
  const header = parseHeader(head.subarray(start.length));
  if (typeof header === 'string') return header;
  if (header.unpackedBytes > header.bytes * backupLimits.packedTighterThan) return 'too-large';
  const pieces: { from: number; to: number }[] = [];
  let at = head.length;
  for (let left = header.bytes; left > 0; left -= backupLimits.chunkBytes) {
    const to = at + Math.min(left, backupLimits.chunkBytes) + tagBytes;
    pieces.push({ from: at, to });
    at = to;
  }
  return at + hashBytes === file.size ? { header, head, pieces } : 'damaged';
}

/** What a piece is encrypted by: its number never comes twice with one random start. */
export function toCipher(header: BackupHeader, headHash: Uint8Array<ArrayBuffer>, piece: number): AesGcmParams {
  const iv = new Uint8Array(12);
  iv.set(fromHex(header.iv));
  new DataView(iv.buffer).setUint32(8, piece);
  return { name: 'AES-GCM', iv, additionalData: headHash, tagLength: tagBytes * 8 };
}

/** SHA-256 of bytes. */
export async function toHash(subtle: SubtleCrypto, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await subtle.digest('SHA-256', bytes));
}

/** True where the sum at the end of a file is that of its parts; one part is in memory at a time. */
export async function isWhole(subtle: SubtleCrypto, file: Blob, { head, pieces }: Layout): Promise<boolean> {
  const hashes = [await toHash(subtle, head)];
  for (const { from, to } of pieces) hashes.push(await toHash(subtle, await readSlice(file, from, to)));
  const sum = await toHash(subtle, join(...hashes));
  const said = await readSlice(file, file.size - hashBytes, file.size);
  return said.length === sum.length && sum.every((byte, i) => byte === said[i]);
}

function parseHeader(bytes: Uint8Array): BackupHeader | BackupProblem {
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return 'damaged';
  }
  const { format } = toRecord(data);
  if (typeof format === 'number' && Number.isInteger(format) && format > 1) return 'newer';
  const checked = checkBackupHeader(data);
  return checked.ok ? checked.value : 'damaged';
}
