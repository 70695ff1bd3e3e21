import type { Database } from '../database';
import { createOpener, createSealer, type Opener, type Sealer } from './box';

/** What closes and opens the records of this page. */
export interface Seals {
  /** The key that the roll-ups are sealed to, as far as this page knows; null: they are open. */
  readKey(db: Database): Promise<string | null>;
  /** Says that the key is another one than this page knew. */
  note(publicKey: string | null): void;
  /** A sealer is made once a page. Throws where the page is not secure. */
  toSealer(publicKey: string): Sealer;
  /** null while the lock is closed, and where there is none. */
  toOpener(): Opener | null;
}

/** What seals need of their page. */
export interface SealOptions {
  /** undefined where the page is not secure. */
  readonly subtle: SubtleCrypto | undefined;
  readonly randomBytes: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;
  /** The private half of the record key; null while the lock is closed. */
  readonly readPrivateKey: () => CryptoKey | null;
}

/** The seals of a page. */
export function createSeals({ subtle, randomBytes, readPrivateKey }: SealOptions): Seals {
  const sealers = new Map<string, Sealer>();
  let opener: { readonly key: CryptoKey; readonly opener: Opener } | null = null;
  let known: string | null | undefined;
  return {
    async readKey(db) {
      known ??= toKey(await db.get('meta', 'sealed'));
      return known;
    },
    note(publicKey) {
      known = publicKey;
    },
    toSealer(publicKey) {
      const made = sealers.get(publicKey) ?? createSealer(needSubtle(subtle), randomBytes, publicKey);
      sealers.set(publicKey, made);
      return made;
    },
    toOpener() {
      const key = readPrivateKey();
      // What was derived for an open lock does not outlive it.
      if (!key) opener = null;
      else if (opener?.key !== key) opener = { key, opener: createOpener(needSubtle(subtle), key) };
      return opener?.opener ?? null;
    },
  };
}

function toKey(stored: unknown): string | null {
  return stored === undefined ? null : String(stored);
}

function needSubtle(subtle: SubtleCrypto | undefined): SubtleCrypto {
  if (!subtle) throw new Error('this page cannot seal: it is not secure');
  return subtle;
}
