import type { Draft } from '../drafts';
import { toRecord } from '../formats/format';
import type { PackedPart } from '../formats/recording';
import { editKinds } from '../rollups';
import type { Fields } from '../types';
import type { Stamp } from '../unsaved';
import type { Sealer } from './box';
import { toPartPlace } from './part-place';
import { sealEvent } from './seal-event';

/** A record closed before its transaction, which waits for no encryption. */
export interface SealedDraft {
  /** As it will be kept; number, device and base are given in the transaction. */
  readonly event: Readonly<Record<string, unknown>>;
  /** The fields of an edit as its fold holds them; null where they are as they were said. */
  readonly fields: Fields | null;
  readonly part: unknown;
}

/** A draft and its recording closed to one key. */
export async function sealDraft(sealer: Sealer, draft: Draft, part: PackedPart | null, stamp: Stamp): Promise<SealedDraft> {
  // Number and device stand for those that come: they stay outside of what is sealed.
  const whole = { ...draft, device: draft.id, n: 1, ...stamp, ...(editKinds.has(draft.kind) ? { base: [] } : {}) };
  const [event, closed] = await Promise.all([sealEvent(sealer, whole), part ? sealPart(sealer, part) : null]);
  const record = toRecord(event);
  return { event: record, fields: record.sealed === 'fields' ? (toRecord(record.body).fields as Fields) : null, part: closed };
}

/** A packed part of a recording, closed to one key. */
export async function sealPart(sealer: Sealer, part: PackedPart): Promise<PackedPart> {
  const sealed = { ...part, gzip: await sealer.seal(Uint8Array.from(part.gzip), toPartPlace({ ...part })), sealed: true };
  return sealed;
}
