import type { Database } from '../database';
import { toRecord } from '../formats/format';
import type { BackupKey, WeeklyFile } from './types';

/** The file of the weekly backup with the key for it: the passphrase is not kept, and the key cannot be read out of the browser. */
export interface Weekly extends BackupKey {
  readonly file: WeeklyFile;
}

/** What was chosen for the weekly backup; null where nothing was, or where the browser gave it back unusable. */
export async function readWeekly(db: Database): Promise<Weekly | null> {
  const { file, key, salt, rounds } = toRecord(await db.get('meta', 'weekly'));
  if (typeof rounds !== 'number' || !(salt instanceof Uint8Array) || !(key instanceof CryptoKey)) return null;
  return isWeeklyFile(file) ? { file, key, salt: new Uint8Array(salt), rounds } : null;
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
