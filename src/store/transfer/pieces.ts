import { fromBase64, toBase64 } from './bytes';

/** Bytes of one picture: a QR code of about 100 by 100 cells, which a tablet's camera still reads from another tablet's screen. */
export const pieceBytes = 540;

/** More pictures than this are slower and surer as a file: at two and a half a second a round takes over a minute. */
export const mostPieces = 180;

const form = /^PB1\.([0-9a-f]{8})\.(\d{1,3})\.(\d{1,3})\.([A-Za-z0-9+/]+={0,2})$/;

/** A file as texts for pictures, each with the file's mark, its own number and how many there are; null where they would be too many. */
export function cutPieces(file: Uint8Array): readonly string[] | null {
  const count = Math.ceil(file.length / pieceBytes);
  if (count === 0 || count > mostPieces) return null;
  const mark = toMark(file);
  return Array.from({ length: count }, (_, i) => {
    const piece = file.subarray(i * pieceBytes, (i + 1) * pieceBytes);
    return `PB1.${mark}.${i + 1}.${count}.${toBase64(piece)}`;
  });
}

/** What was seen of a run of pictures. */
export interface Collected {
  readonly mark: string;
  readonly count: number;
  /** By number from 1. */
  readonly pieces: ReadonlyMap<number, Uint8Array<ArrayBuffer>>;
}

/** What was seen with one picture more, in any order; one of another file begins anew, what is no picture of ours changes nothing. */
export function collectPiece(before: Collected | null, text: string): Collected | null {
  const [, mark = '', k = '', n = '', data = ''] = form.exec(text) ?? [];
  const [number, count] = [Number(k), Number(n)];
  const bytes = fromBase64(data);
  if (!bytes || count < 1 || count > mostPieces || number < 1 || number > count || bytes.length > pieceBytes) return before;
  const known = before?.mark === mark && before.count === count ? before : { mark, count, pieces: new Map<number, Uint8Array<ArrayBuffer>>() };
  if (known === before && known.pieces.has(number)) return before;
  return { ...known, pieces: new Map([...known.pieces, [number, bytes]]) };
}

/** The file once every picture was seen and they are of one file; null before. */
export function joinPieces({ mark, count, pieces }: Collected): Uint8Array<ArrayBuffer> | null {
  if (pieces.size < count) return null;
  const list = Array.from({ length: count }, (_, i) => pieces.get(i + 1) ?? new Uint8Array());
  const whole = new Uint8Array(list.reduce((sum, piece) => sum + piece.length, 0));
  list.reduce((at, piece) => {
    whole.set(piece, at);
    return at + piece.length;
  }, 0);
  return toMark(whole) === mark ? whole : null;
}

/** FNV-1a of 32 bits: tells one run of pictures from another; the file's own sum tells whether it is whole. */
function toMark(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
