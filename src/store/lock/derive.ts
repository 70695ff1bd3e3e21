import { fewestRounds, type SecretProof } from '../formats/lock';
import { fromHex, toHex } from '../seal/bytes';

/** Rounds of today's hashes; a stored one with fewer is made anew when its secret is next said. */
export const usualRounds = fewestRounds;

/** What a key is made for; keys of different purposes tell nothing of each other. `records`: it wraps the key that opens sealed records. */
export type KeyPurpose = 'proof' | 'records';

/** What hashing needs; `subtle` is undefined where the page is not secure (plain http). */
export interface Hashing {
  readonly subtle: SubtleCrypto | undefined;
  readonly randomBytes: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;
  readonly rounds: number;
}

/** What a secret that was said leads to; its keys are derived from it without another slow hash. */
export interface SaidSecret {
  readonly proof: SecretProof;
  readonly root: CryptoKey;
}

/** A new proof of a secret, with a salt of its own. Rejects where the page is not secure. */
export async function makeProof({ subtle, randomBytes, rounds }: Hashing, secret: string): Promise<SaidSecret> {
  const salt = new Uint8Array(16);
  salt.set(randomBytes(salt));
  const root = await deriveRoot(subtle, secret, salt, rounds);
  const proof = toHex(await deriveKey(toSubtle(subtle), root, salt, 'proof'));
  return { proof: { kdf: 'PBKDF2-SHA-256', rounds, salt: toHex(salt), proof }, root };
}

/** What the secret leads to when it is the one of the proof, else null. Rejects where the page is not secure. */
export async function sayAgain(subtle: SubtleCrypto | undefined, secret: string, known: SecretProof): Promise<SaidSecret | null> {
  const salt = fromHex(known.salt);
  const root = await deriveRoot(subtle, secret, salt, known.rounds);
  return areSame(await deriveKey(toSubtle(subtle), root, salt, 'proof'), fromHex(known.proof)) ? { proof: known, root } : null;
}

/** The AES key that wraps the records' key for this secret. */
export async function toWrappingKey(subtle: SubtleCrypto, { proof, root }: SaidSecret): Promise<CryptoKey> {
  const bytes = await deriveKey(subtle, root, fromHex(proof.salt), 'records');
  return subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** True for the same bytes; takes the same time wherever they first differ. */
export function areSame(a: Uint8Array, b: Uint8Array): boolean {
  let different = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) different |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return different === 0;
}

/** What only the secret leads to: slow by PBKDF2 (RFC 8018). */
async function deriveRoot(subtle: SubtleCrypto | undefined, secret: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const safe = toSubtle(subtle);
  const said = await safe.importKey('raw', new TextEncoder().encode(secret), 'PBKDF2', false, ['deriveBits']);
  const root = await safe.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, said, 256);
  return safe.importKey('raw', root, 'HKDF', false, ['deriveBits']);
}

/** 32 bytes set apart by purpose with HKDF (RFC 5869). */
async function deriveKey(
  subtle: SubtleCrypto,
  root: CryptoKey,
  salt: Uint8Array<ArrayBuffer>,
  purpose: KeyPurpose,
): Promise<Uint8Array<ArrayBuffer>> {
  const info = new TextEncoder().encode(`pebble-bay ${purpose}`);
  return new Uint8Array(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, root, 256));
}

function toSubtle(subtle: SubtleCrypto | undefined): SubtleCrypto {
  if (!subtle) throw new Error('this page cannot hash: it is not secure');
  return subtle;
}
