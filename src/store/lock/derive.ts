import { fewestRounds, type SecretProof } from '../formats/lock';

/** Rounds of today's hashes; a stored one with fewer is made anew when its secret is next said. */
export const usualRounds = fewestRounds;

/** What a key is made for; keys of different purposes tell nothing of each other. A key that unlocks records would be another purpose. */
export type KeyPurpose = 'proof';

/** What hashing needs; `subtle` is undefined where the page is not secure (plain http). */
export interface Hashing {
  readonly subtle: SubtleCrypto | undefined;
  readonly randomBytes: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;
  readonly rounds: number;
}

/** A new proof of a secret, with a salt of its own. Rejects where the page is not secure. */
export async function makeProof({ subtle, randomBytes, rounds }: Hashing, secret: string): Promise<SecretProof> {
  const salt = new Uint8Array(16);
  salt.set(randomBytes(salt));
  return { kdf: 'PBKDF2-SHA-256', rounds, salt: toHex(salt), proof: toHex(await deriveKey(subtle, secret, salt, rounds, 'proof')) };
}

/** True when this is the secret of the proof. Rejects where the page is not secure. */
export async function isSecret(subtle: SubtleCrypto | undefined, secret: string, known: SecretProof): Promise<boolean> {
  const said = await deriveKey(subtle, secret, fromHex(known.salt), known.rounds, 'proof');
  return areSame(said, fromHex(known.proof));
}

/** True for the same bytes; takes the same time wherever they first differ. */
export function areSame(a: Uint8Array, b: Uint8Array): boolean {
  let different = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) different |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return different === 0;
}

/** 32 bytes that only the secret leads to: slow by PBKDF2 (RFC 8018), then set apart by purpose with HKDF (RFC 5869). */
async function deriveKey(
  subtle: SubtleCrypto | undefined,
  secret: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
  purpose: KeyPurpose,
): Promise<Uint8Array> {
  if (!subtle) throw new Error('this page cannot hash: it is not secure');
  const said = await subtle.importKey('raw', new TextEncoder().encode(secret), 'PBKDF2', false, ['deriveBits']);
  const root = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, said, 256);
  const parent = await subtle.importKey('raw', root, 'HKDF', false, ['deriveBits']);
  const info = new TextEncoder().encode(`pebble-bay ${purpose}`);
  return new Uint8Array(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, parent, 256));
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
