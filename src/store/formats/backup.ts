import * as v from 'valibot';
import { type Checked, checkShape } from '../../core/check';
import { fewestRounds } from './lock';
import { recordingFormat } from './recording';
import { count, uuid, wholeWithin } from './shapes';

/** What a backup file may hold: a whole tablet, one child, one child's plan and profile, or one session. */
export const backupScopes = ['tablet', 'child', 'plan', 'session'] as const;

/** Limits of a backup file, in bytes and pieces: what goes beyond them is refused before it takes memory. */
export const backupLimits = {
  fileBytes: 2 ** 30,
  unpackedBytes: 2 ** 32,
  /** Gzip packs nothing tighter than this (RFC 1951: 258 bytes in two bits). */
  packedTighterThan: 1100,
  lineBytes: 2 ** 22,
  partUnpackedBytes: 2 ** 25,
  mostRounds: 5_000_000,
  headerBytes: 2048,
  chunkBytes: 2 ** 18,
} as const;

const hex = (bytes: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), 'is no hexadecimal text of its length'));

const header = v.strictObject({
  format: v.literal(1),
  what: v.picklist(backupScopes),
  on: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  at: v.pipe(v.string(), v.maxLength(30)),
  events: count,
  recordings: count,
  kdf: v.literal('PBKDF2-SHA-256'),
  rounds: wholeWithin(fewestRounds, backupLimits.mostRounds),
  salt: hex(16),
  iv: hex(8),
  /** Of the packed lines before encryption, and of the lines. */
  bytes: wholeWithin(1, backupLimits.fileBytes),
  unpackedBytes: wholeWithin(1, backupLimits.unpackedBytes),
});

/** What stands unencrypted at the head of a backup: when, what and how much, never whose. */
export type BackupHeader = v.InferOutput<typeof header>;

/** Checks the head of a backup of today's format. */
export const checkBackupHeader = (data: unknown): Checked<BackupHeader> => checkShape(header, data);

const envelope = v.looseObject({
  id: uuid,
  kind: v.pipe(v.string(), v.maxLength(40)),
  format: wholeWithin(1, 1_000_000),
  device: uuid,
  n: wholeWithin(1, 2 ** 40),
  child: v.nullable(uuid),
});

/** What every event has, damaged in its body or not: without it two copies cannot be told to be the same. */
export type EventEnvelope = v.InferOutput<typeof envelope>;

/** Checks what a merge needs of an event. */
export const checkEnvelope = (data: unknown): Checked<EventEnvelope> => checkShape(envelope, data);

const partLine = v.strictObject({
  set: uuid,
  trial: count,
  format: wholeWithin(1, recordingFormat.format),
  gzip: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'is no base64')),
});

/** Checks one trial's frames as a line of a backup holds them; the bytes are base64 there. */
export const checkPartLine = (data: unknown) => checkShape(partLine, data);

const standing = v.strictObject({ on: v.string(), at: v.string(), n: count });

/** The last backup of the whole tablet: when, and the number of the tablet's newest event in it. */
export type BackupMark = v.InferOutput<typeof standing>;

/** Checks what is kept of the last backup. */
export const checkBackupMark = (data: unknown) => checkShape(standing, data);

/** Checks the list of children whose record was erased on this tablet. */
export const checkErased = (data: unknown) => checkShape(v.array(uuid), data);
