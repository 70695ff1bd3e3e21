import * as v from 'valibot';
import { type Checked, checkShape } from '../../core/check';
import { type Format, toCurrent } from './format';
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

/**
 * The lock of this tablet. It is no event: it belongs to one tablet alone and is never merged with another's, and the proof of a PIN
 * that was changed must not be kept.
 */
export interface LockRecord {
  readonly format: 1;
  readonly pin: SecretProof;
  readonly code: SecretProof;
  /** Wrong PINs since the last right one. */
  readonly wrong: number;
}

const hex = (bytes: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), `is not ${bytes} bytes`));
const secret = v.strictObject({
  kdf: v.literal('PBKDF2-SHA-256'),
  // A bound above too: a damaged number must not keep the tablet busy for hours.
  rounds: wholeWithin(fewestRounds, 100 * fewestRounds),
  salt: hex(16),
  proof: hex(32),
});
const schema = v.strictObject({ format: v.literal(1), pin: secret, code: secret, wrong: count });

const lockFormat: Format<LockRecord> = {
  kind: 'lock',
  format: 1,
  migrations: Object.freeze([]),
  check: (data) => checkShape(schema, data),
};

/** A stored lock in today's format; one that is damaged or newer is refused with its fields named. Never throws. */
export function checkLock(data: unknown): Checked<LockRecord> {
  return toCurrent(lockFormat, data);
}
