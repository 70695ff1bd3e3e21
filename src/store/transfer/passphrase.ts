import { usualRounds } from '../lock/derive';
import { createRecoveryCode, toPlainCode } from '../lock/recovery-code';
import type { BackupKey } from './types';

/** Letters that a passphrase must have at least; what is offered has 80 bits of chance. */
export const fewestLetters = 8;

/** A passphrase to write down, such as `7QFM-2XKD-90RA-HJ5T`. */
export const createPassphrase = createRecoveryCode;

/** The key that a passphrase leads to, slow by PBKDF2; the same letters lead to it however a keyboard makes them. Rejects where the page is not secure. */
export async function deriveBackupKey(
  subtle: SubtleCrypto,
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds = usualRounds,
): Promise<BackupKey> {
  // One that was offered is typed in any case, with or without hyphens.
  const said = new TextEncoder().encode(toPlainCode(passphrase) ?? passphrase.normalize('NFKC').trim());
  const secret = await subtle.importKey('raw', said, 'PBKDF2', false, ['deriveBits']);
  const bits = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, secret, 256);
  // It can leave as bytes: one that is kept for the weekly file is sealed where a PIN is set (seal-weekly.ts).
  return { key: await subtle.importKey('raw', bits, 'AES-GCM', true, ['encrypt', 'decrypt']), salt, rounds };
}
