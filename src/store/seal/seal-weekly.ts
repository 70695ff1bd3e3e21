import { toRecord } from '../formats/format';
import type { Opener, Sealer } from './box';

/** Where the sealed key of the weekly file belongs. */
const place = 'weekly';

/** What is kept for the weekly file with its key closed; undefined: its key is from an app that let none out, and the file is to be chosen anew. */
export async function sealWeekly(sealer: Sealer, stored: unknown): Promise<unknown> {
  const { key, ...weekly } = toRecord(stored);
  if (!(key instanceof CryptoKey)) return stored;
  if (!key.extractable) return undefined;
  return { ...weekly, box: await sealer.seal(new Uint8Array(await crypto.subtle.exportKey('raw', key)), place) };
}

/** The same with its key opened; what is not sealed, as it is; undefined: this opener does not open it. */
export async function openWeekly(stored: unknown, opener: Opener | null): Promise<unknown> {
  const { box, ...weekly } = toRecord(stored);
  if (!(box instanceof Uint8Array)) return stored;
  const bytes = await opener?.open(Uint8Array.from(box), place);
  if (!bytes) return undefined;
  return { ...weekly, key: await crypto.subtle.importKey('raw', bytes, 'AES-GCM', true, ['encrypt', 'decrypt']) };
}
