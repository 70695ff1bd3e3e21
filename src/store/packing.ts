import type { Checked } from '../core/check';
import type { RecordingPart } from '../session/types';
import { toCurrent } from './formats/format';
import { checkPacked, type PackedPart, recordingFormat, type StoredPart } from './formats/recording';

/** A trial's frames as the database holds them: about an eighth of their size as JSON. Runs before a transaction opens, which would not wait. */
export async function packPart(set: string, trial: number, part: RecordingPart): Promise<PackedPart> {
  const gzip = await pipe(new Blob([JSON.stringify(part)]), new CompressionStream('gzip'));
  return { set, trial, format: recordingFormat.format, gzip: new Uint8Array(gzip) };
}

/** A stored part unpacked and checked. Never rejects. */
export async function unpackPart(data: unknown): Promise<Checked<StoredPart>> {
  const packed = checkPacked(data);
  if (!packed.ok) return packed;
  const { format, gzip } = packed.value;
  let unpacked: unknown;
  try {
    unpacked = JSON.parse(new TextDecoder().decode(await pipe(new Blob([gzip]), new DecompressionStream('gzip'))));
  } catch (error) {
    return { ok: false, problems: [`gzip: cannot be unpacked (${error instanceof Error ? error.message : String(error)})`] };
  }
  return toCurrent(recordingFormat, typeof unpacked === 'object' ? { ...unpacked, format } : unpacked);
}

function pipe(blob: Blob, through: CompressionStream | DecompressionStream): Promise<ArrayBuffer> {
  return new Response(blob.stream().pipeThrough(through)).arrayBuffer();
}
