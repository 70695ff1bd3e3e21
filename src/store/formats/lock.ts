import * as v from 'valibot';
import { type Checked, checkShape } from '../../core/check';
import { type Format, type Migration, toCurrent, toRecord } from './format';
import { count, wholeWithin } from './shapes';

/** Rounds that no stored hash may have fewer of (OWASP Password Storage Cheat Sheet, PBKDF2 with SHA-256: 600 000). */
export const fewestRounds = 600_000;

/** What is kept of a secret: enough to tell whether it is said again, too little to tell what it is. */
export interface SecretProof {
  readonly kdf: 'PBKDF2-SHA-256';
  readonly rounds: number;
  /** 16 bytes of chance as hexadecimal digits. */
  readonly salt: string;
  /** 32 bytes as hexadecimal digits (lock/derive.ts). */
  readonly proof: string;
}

/** The private key of sealed records, closed with AES-GCM by a key that one secret leads to. */
export interface WrappedKey {
  /** 12 bytes as hexadecimal digits. */
  readonly iv: string;
  readonly key: string;
}

/** The key that records are sealed to, and the two ways back to its private half. */
export interface LockedRecordKey {
  /** 65 bytes as hexadecimal digits. */
  readonly publicKey: string;
  readonly pin: WrappedKey;
  readonly code: WrappedKey;
}

/**
 * The lock of this tablet. It is no event: it belongs to one tablet alone and is never merged with another's, and the proof of a PIN
 * that was changed must not be kept.
 */
export interface LockRecord {
  readonly format: 2;
  readonly pin: SecretProof;
  readonly code: SecretProof;
  /** Wrong PINs since the last right one. */
  readonly wrong: number;
  /** null: the lock is from before records were sealed, until PIN and code are set anew. */
  readonly records: LockedRecordKey | null;
}

const hex = (bytes: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), `is not ${bytes} bytes`));
const secret = v.strictObject({
  kdf: v.literal('PBKDF2-SHA-256'),
  // A bound above too: a damaged number must not keep the tablet busy for hours.
  rounds: wholeWithin(fewestRounds, 100 * fewestRounds),
  salt: hex(16),
  proof: hex(32),
});
const wrapped = v.strictObject({ iv: hex(12), key: v.pipe(v.string(), v.regex(/^([0-9a-f]{2}){64,512}$/, 'is no wrapped key')) });
const records = v.strictObject({ publicKey: hex(65), pin: wrapped, code: wrapped });
const schema = v.strictObject({ format: v.literal(2), pin: secret, code: secret, wrong: count, records: v.nullable(records) });

/**
 * No key is made while the old lock is opened: whoever opens it says one of the two secrets only, and a key that has a single way back
 * would take the records with it when that way is forgotten.
 */
const toRecords: Migration = Object.freeze({
  to: 2,
  about: 'a lock holds the key that records are sealed to',
  up: (data: unknown) => ({ ...toRecord(data), records: null }),
});

const lockFormat: Format<LockRecord> = {
  kind: 'lock',
  format: 2,
  migrations: Object.freeze([toRecords]),
  check: (data) => checkShape(schema, data),
};

/** A stored lock in today's format; one that is damaged or newer is refused with its fields named. Never throws. */
export function checkLock(data: unknown): Checked<LockRecord> {
  return toCurrent(lockFormat, data);
}
