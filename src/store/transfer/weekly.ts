import type { Database } from '../database';
import { toRecord } from '../formats/format';
import { openWeekly } from '../seal/seal-weekly';
import type { Seals } from '../seal/seals';
import type { BackupKey, WeeklyFile } from './types';

/** The file of the weekly backup with the key for it: the passphrase is not kept, and the key is sealed where a PIN is set (seal/seal-weekly.ts). */
export interface Weekly extends BackupKey {
  readonly file: WeeklyFile;
}

/** What was chosen for the weekly backup; null where nothing was, or where the browser gave it back unusable. */
export async function readWeekly(db: Database, seals: Pick<Seals, 'toOpener'>): Promise<Weekly | null> {
  const { file, key, salt, rounds } = toRecord(await openWeekly(await db.get('meta', 'weekly'), seals.toOpener()));
  if (typeof rounds !== 'number' || !(salt instanceof Uint8Array) || !(key instanceof CryptoKey)) return null;
  return isWeeklyFile(file) ? { file, key, salt: new Uint8Array(salt), rounds } : null;
}

/** The name of the file that was chosen, also while the lock is closed; null where none was. */
export async function readWeeklyName(db: Database): Promise<string | null> {
  const { file } = toRecord(await db.get('meta', 'weekly'));
  return isWeeklyFile(file) ? file.name : null;
}

/** Asks the browser whether the page may write the file; with `ask` it may ask the adult, which needs a tap. */
export async function mayWrite(file: WeeklyFile, ask: boolean): Promise<boolean> {
  const how = { mode: 'readwrite' } as const;
  if ((await file.queryPermission?.(how)) === 'granted') return true;
  return ask && (await file.requestPermission?.(how)) === 'granted';
}

/** Writes a file; the browser puts it in place of the old one only when it is whole. */
export async function writeWhole(file: WeeklyFile, data: Blob): Promise<void> {
  const writable = await file.createWritable();
  await writable.write(data);
  await writable.close();
}

function isWeeklyFile(file: unknown): file is WeeklyFile {
  return typeof file === 'object' && file !== null && 'createWritable' in file && 'name' in file;
}
