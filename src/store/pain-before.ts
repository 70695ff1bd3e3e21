import type { Uuid } from '../core/ids';
import type { PainFace } from '../plan/safety/faces';
import type { Save } from '../session/types';
import { isLockedError } from './seal/locked';
import type { Store } from './types';

/**
 * What a child said of pain before a session. The rule that ends play for new pain needs it while the tablet is locked: what was said on this
 * page stays in its memory. null: nothing was said, or it was on another page and is behind the PIN, so that any pain counts as new.
 */
export function rememberPain(save: Save, readSafetyOf: Store['readSafetyOf']): Pick<Store, 'save' | 'readPainBefore'> {
  const said = new Map<Uuid, PainFace | null>();
  return {
    save(record) {
      if (record.kind === 'check') said.set(record.session, record.ready.answers.pain);
      return save(record);
    },
    async readPainBefore(session) {
      if (said.has(session)) return said.get(session) ?? null;
      try {
        return (await readSafetyOf(session)).checks.at(-1)?.answers.pain ?? null;
      } catch (error) {
        if (isLockedError(error)) return null;
        throw error;
      }
    },
  };
}
