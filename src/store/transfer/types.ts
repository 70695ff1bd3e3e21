import type { LocalDate } from '../../core/dates';
import type { Uuid } from '../../core/ids';
import type { StorageProblem } from '../../session/types';
import type { BackupHeader, BackupMark } from '../formats/backup';

/** What a backup is made of. `recordings`: the frames too, which are most of its size. */
export type BackupOf =
  | { readonly what: 'tablet'; readonly recordings: boolean }
  | { readonly what: 'child'; readonly child: Uuid; readonly recordings: boolean }
  | { readonly what: 'plan'; readonly child: Uuid }
  | { readonly what: 'session'; readonly session: Uuid };

/**
 * Why a file is not taken in, of which nothing is then changed: it is no backup; it is not whole or was altered; it was made by a newer
 * app; it, or what it unpacks to, is beyond the limits; the passphrase is another one.
 */
export type BackupProblem = 'no-backup' | 'damaged' | 'newer' | 'too-large' | 'passphrase';

/** Where everything of a backup file lies. */
export interface Layout {
  readonly header: BackupHeader;
  /** All bytes before the first piece. */
  readonly head: Uint8Array<ArrayBuffer>;
  readonly pieces: readonly { readonly from: number; readonly to: number }[];
}

/** The key of a backup with what leads to it again. */
export interface BackupKey {
  readonly key: CryptoKey;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly rounds: number;
}

/** A file whose head, sum and passphrase are right; what is in it is read line by line. */
export interface OpenedFile {
  readonly layout: Layout;
  readonly key: BackupKey;
}

/** A file that was read through and found right, ready to be taken in. */
export interface CheckedBackup {
  readonly header: BackupHeader;
  readonly file: Blob;
  readonly opened: OpenedFile;
  /** Events that this tablet does not have yet. */
  readonly fresh: number;
  /** Events that do not fit their format: they travel as they are, and count nowhere. */
  readonly damaged: number;
  /** Children of the file; those whose record was erased here. */
  readonly children: readonly Uuid[];
  readonly erased: readonly Uuid[];
}

/** A checked file, or why it is none. */
export type BackupCheck = { readonly ok: true; readonly backup: CheckedBackup } | { readonly ok: false; readonly problem: BackupProblem };

/** What a merge came to. */
export interface Merged {
  readonly events: number;
  readonly recordings: number;
}

/** What this tablet has that no backup of the whole tablet holds. */
export interface BackupStanding {
  readonly last: BackupMark | null;
  readonly trials: number;
  readonly events: number;
  /** There are more than were counted. */
  readonly isMore: boolean;
  /** A week or more since the last backup, and something to back up. */
  readonly due: boolean;
  /** The name of the file that is written again every week; null: none was chosen. */
  readonly weekly: string | null;
}

/** A field of a plan that two tablets changed apart: the value that play uses meanwhile, and all that were said. */
export interface PlanReview {
  readonly path: string;
  readonly kept: string | number | boolean | null;
  readonly values: readonly (string | number | boolean | null)[];
}

/** The work came to its end, or storage could not do it. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: StorageProblem };

/** A file that the browser lets the page write again. */
export interface WeeklyFile {
  readonly name: string;
  queryPermission?(how: { mode: 'readwrite' }): Promise<string>;
  requestPermission?(how: { mode: 'readwrite' }): Promise<string>;
  createWritable(): Promise<{ write(data: Blob): Promise<void>; close(): Promise<void> }>;
}

/** Backups, merging and erasing. */
export interface Transfer {
  /** False where the page is not secure: nothing can be encrypted there. */
  readonly canSeal: boolean;
  createPassphrase(): string;
  /** Makes a backup; its bytes are never all in memory as text. `too-large`: no tablet would take it in. */
  write(of: BackupOf, passphrase: string): Promise<Outcome<Blob> | { readonly ok: false; readonly problem: 'too-large' }>;
  /** Says that a backup of the whole tablet is in the adult's hands. */
  markKept(): Promise<void>;
  /** Reads a file through without changing anything. */
  check(file: Blob, passphrase: string): Promise<BackupCheck>;
  /** Takes in what is new, as a union; erased children only where `bringBack` names them. Resumes where it was cut off when done again. */
  merge(backup: CheckedBackup, bringBack: readonly Uuid[]): Promise<Outcome<Merged>>;
  /** Destroys everything of a child on this tablet and remembers its id alone. */
  erase(child: Uuid): Promise<Outcome<number>>;
  readStanding(): Promise<BackupStanding>;
  readReview(child: Uuid): Promise<readonly PlanReview[]>;
  /** The newest session of a child with the day it was played; null: none. */
  readNewestSession(child: Uuid): Promise<{ readonly session: Uuid; readonly on: LocalDate } | null>;
  /** Keeps a file and the passphrase's key for a weekly backup; null ends it. */
  setWeekly(file: WeeklyFile | null, passphrase: string): Promise<Outcome<null>>;
  /** Writes the weekly file when it is due or `now`; `ask`: permission may be asked for, within a tap. */
  writeWeekly(how: { readonly now: boolean; readonly ask: boolean }): Promise<'written' | 'not-due' | 'ask' | 'none' | 'refused'>;
}
