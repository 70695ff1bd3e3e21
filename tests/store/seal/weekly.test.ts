import { expect, it } from 'vitest';
import { openWeekly, sealWeekly } from '../../../src/store/seal/seal-weekly';
import { deriveBackupKey } from '../../../src/store/transfer/passphrase';
import { quickHashing } from '../quick-hashing';
import { createSeals } from './sealed-tablet';

it('the key of the weekly file is closed with the PIN, and writes the same file once the lock is open', async () => {
  const { sealer, opener } = await createSeals();
  const weekly = { ...(await deriveBackupKey(quickHashing, 'a long passphrase', new Uint8Array(16), 600_000)), file: { name: 'bay.pebble' } };
  const sealed = (await sealWeekly(sealer, weekly)) as Record<string, unknown>;
  expect(Object.values(sealed).some((value) => value instanceof CryptoKey)).toBe(false);
  expect(await openWeekly(sealed, null)).toBeUndefined();
  const opened = (await openWeekly(sealed, opener)) as typeof weekly;
  const toHex = async (key: CryptoKey) => Buffer.from(await crypto.subtle.exportKey('raw', key)).toString('hex');
  expect(await toHex(opened.key)).toBe(await toHex(weekly.key));
  const kept = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  // From an app that let no key out: it cannot be closed, so it is not kept.
  expect(await sealWeekly(sealer, { ...weekly, key: kept })).toBeUndefined();
});
