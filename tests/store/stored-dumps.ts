import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Format } from '../../src/store/formats/format';
import type { Dump } from './raw';

const folder = new URL('../stores/', import.meta.url);

/** A dump as a file: bytes as base64, roll-ups left out because they are derived. */
interface DumpFile {
  readonly about: string;
  readonly events: readonly unknown[];
  readonly recordings: readonly { readonly set: string; readonly trial: number; readonly format: number; readonly gzip: string }[];
}

/** A record of a dump: its kind and the number of its format. */
export interface Dumped {
  readonly kind: string;
  readonly format: number;
}

/** The names of the stored dumps. */
export function listDumps(): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json'));
}

/** Where a dump is or will be. */
export function toDumpPath(name: string): string {
  return fileURLToPath(new URL(name, folder));
}

/** A stored dump, ready to be planted into a database. */
export function readDump(name: string): Pick<Dump, 'events' | 'recordings'> {
  const { events, recordings } = JSON.parse(readFileSync(toDumpPath(name), 'utf8')) as DumpFile;
  return { events, recordings: recordings.map((part) => ({ ...part, gzip: new Uint8Array(Buffer.from(part.gzip, 'base64')) })) };
}

/** A dump as the text of its file. */
export function toDumpText(about: string, { events, recordings }: Dump): string {
  const parts = (recordings as { set: string; trial: number; format: number; gzip: Uint8Array }[]).map(({ gzip, ...part }) => ({
    ...part,
    gzip: Buffer.from(gzip).toString('base64'),
  }));
  return `${JSON.stringify({ about, events, recordings: parts } satisfies DumpFile, null, 1)}\n`;
}

/** Kinds and formats in a dump. */
export function listDumped({ events, recordings }: Pick<Dump, 'events' | 'recordings'>): readonly Dumped[] {
  return [...(events as Dumped[]), ...(recordings as { format: number }[]).map(({ format }) => ({ kind: 'recording', format }))];
}

/** Released formats without a dump, and steps that are not one after the other. Empty when all is well. */
export function checkSteps(formats: readonly Format<unknown>[], dumped: readonly Dumped[]): readonly string[] {
  return formats.flatMap(({ kind, format, migrations }) => [
    ...Array.from({ length: format }, (_, i) => i + 1)
      .filter((released) => !dumped.some((each) => each.kind === kind && each.format === released))
      .map((released) => `${kind} ${released} is in no dump`),
    ...(migrations.map(({ to }) => to).join() === Array.from({ length: format - 1 }, (_, i) => i + 2).join()
      ? []
      : [`the steps of ${kind} do not lead from 1 to ${format} one by one`]),
    ...(Object.isFrozen(migrations) ? [] : [`the steps of ${kind} can be changed`]),
  ]);
}
