import { backupLimits } from '../formats/backup';

/** Why a stream of lines was left. */
export class LimitReached extends Error {}

/** The bytes of a stream one after the other; it is let go when the reader stops. */
export async function* readBytes(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    // What is left is not wanted, and it may end in an error that nobody waits for.
    await reader.cancel().catch(() => {});
  }
}

/** Packed pieces as they unpack; throws `LimitReached` beyond `most` bytes, and what the browser throws for what is no gzip. */
export async function* unpack(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>, most: number): AsyncGenerator<Uint8Array> {
  const source = pieces[Symbol.asyncIterator]();
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const next = await source.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
    },
    { highWaterMark: 0 },
  );
  let bytes = 0;
  for await (const piece of readBytes(packed.pipeThrough(new DecompressionStream('gzip')))) {
    bytes += piece.length;
    if (bytes > most) throw new LimitReached('unpacks to more than it says');
    yield piece;
  }
}

/** Text line by line; throws `LimitReached` for a line that no record is as long as, a TypeError for what is no text. */
export async function* toLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let pieces: string[] = [];
  let length = 0;
  for await (const piece of bytes) {
    const [first = '', ...rest] = decoder.decode(piece, { stream: true }).split('\n');
    pieces.push(first);
    length += first.length;
    for (const line of rest) {
      if (length > backupLimits.lineBytes) break;
      yield pieces.join('');
      pieces = [line];
      length = line.length;
    }
    if (length > backupLimits.lineBytes) throw new LimitReached('a line is longer than any record');
  }
  if (length > 0 || decoder.decode() !== '') throw new TypeError('the last line has no end');
}

/** Lines as packed pieces, with the number of bytes before packing once all is read. */
export function packLines(lines: AsyncIterable<string>): { readonly packed: ReadableStream<Uint8Array>; readonly counted: { bytes: number } } {
  const counted = { bytes: 0 };
  const source = lines[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const text = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        // Some lines at a time: a stream's step costs more than a line.
        const batch: string[] = [];
        for (let i = 0; i < 200; i++) {
          const next = await source.next();
          if (next.done) break;
          batch.push(`${next.value}\n`);
        }
        if (batch.length === 0) return controller.close();
        const bytes = encoder.encode(batch.join(''));
        counted.bytes += bytes.length;
        controller.enqueue(bytes);
      },
    },
    { highWaterMark: 0 },
  );
  return { packed: text.pipeThrough(new CompressionStream('gzip')), counted };
}
