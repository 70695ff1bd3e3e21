import type { WrappedKey } from '../formats/lock';
import { type SaidSecret, toWrappingKey } from '../lock/derive';
import { fromHex, toHex } from './bytes';

/** The curve of record keys; every browser of toolchain has it in WebCrypto. */
export const recordCurve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** The key pair of a tablet's records: whoever has the public half can seal, only the private half opens. */
export interface RecordKey {
  /** The public point, uncompressed: 65 bytes as hexadecimal digits. */
  readonly publicKey: string;
  /** In memory only, while the lock is open. */
  readonly privateKey: CryptoKey;
}

/** Bound to every wrapped key, so that nothing else that is stored is ever taken for one. */
const wrapped = new TextEncoder().encode('pebble-bay record key');

/** A new record key. */
export async function createRecordKey(subtle: SubtleCrypto): Promise<RecordKey> {
  // It can leave as bytes: a new PIN wraps the same key anew.
  const { publicKey, privateKey } = await subtle.generateKey(recordCurve, true, ['deriveBits']);
  return { publicKey: toHex(new Uint8Array(await subtle.exportKey('raw', publicKey))), privateKey };
}

/** The private half as it may be stored: nobody without the secret gets it back. */
export async function wrapRecordKey(
  subtle: SubtleCrypto,
  randomBytes: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array,
  privateKey: CryptoKey,
  secret: SaidSecret,
): Promise<WrappedKey> {
  const iv = new Uint8Array(12);
  iv.set(randomBytes(iv));
  const key = await toWrappingKey(subtle, secret);
  const bytes = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: wrapped }, key, await subtle.exportKey('pkcs8', privateKey));
  return { iv: toHex(iv), key: toHex(new Uint8Array(bytes)) };
}

/** The private half for the secret it was wrapped with; null for another secret or harmed bytes. */
export async function unwrapRecordKey(subtle: SubtleCrypto, { iv, key }: WrappedKey, secret: SaidSecret): Promise<CryptoKey | null> {
  try {
    const how = { name: 'AES-GCM', iv: fromHex(iv), additionalData: wrapped };
    const bytes = await subtle.decrypt(how, await toWrappingKey(subtle, secret), fromHex(key));
    return await subtle.importKey('pkcs8', bytes, recordCurve, true, ['deriveBits']);
  } catch {
    return null;
  }
}
