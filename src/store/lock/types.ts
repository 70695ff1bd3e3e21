import type { Millis } from '../../core/units';
import type { SaveOutcome } from '../../session/types';

/** How the lock stands: no PIN was set; closed; opened in this page; or there, but not readable, so that nothing opens it. */
export type LockStanding = 'none' | 'closed' | 'open' | 'damaged';

/** How the lock stands and how long the next try has to wait. */
export interface LockState {
  readonly standing: LockStanding;
  readonly waitMs: Millis;
}

/** What became of a try; `wait`: it was not looked at, because wrong ones came before; `waitMs`: until the next. */
export interface LockAnswer {
  readonly answer: 'open' | 'wrong' | 'wait' | 'unreadable';
  readonly waitMs: Millis;
}

/** The lock on the therapist's side of this tablet. */
export interface Lock {
  /** False where the page is not secure (plain http): no PIN can be set there. */
  readonly canSet: boolean;
  /** Whether a PIN is set, as far as this page knows. */
  readonly isSet: boolean;
  read(): Promise<LockState>;
  /** Opens with the PIN. Tries come one after the other. */
  tryPin(pin: string): Promise<LockAnswer>;
  /** Opens with the recovery code, in any case and with or without hyphens; never made to wait. */
  tryCode(written: string): Promise<LockAnswer>;
  /** A new recovery code to write down; it means nothing until it is set. */
  createCode(): string;
  /** Sets PIN and recovery code in place of the old ones. Rejects when a lock is there and closed, or for another form of PIN or code. */
  set(pin: string, code: string): Promise<SaveOutcome>;
  /** Opens all records and takes the lock away. `stuck`: some do not open, and nothing was changed. Rejects when it is closed. */
  remove(): Promise<SaveOutcome | { readonly saved: false; readonly problem: 'stuck' }>;
  /** Somebody is here: ten more minutes. */
  stay(): void;
  /** True for ten minutes after it was opened or somebody was here. */
  isOpen(): boolean;
  /** What records are sealed to, 65 bytes as hexadecimal digits; null: no PIN is set, or one from before records were sealed. */
  readonly publicKey: string | null;
  /** What opens sealed records; null while the lock is not open. */
  readPrivateKey(): CryptoKey | null;
  close(): void;
  /** Calls `listener` when the lock opens, closes or changes; what it returns ends that. */
  subscribe(listener: () => void): () => void;
}
