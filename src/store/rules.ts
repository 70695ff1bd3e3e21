import type { Database } from './database';
import { rollupRules } from './rollups';

/** True when the stored roll-ups are those of today's rules. */
export async function areCurrent(db: Database): Promise<boolean> {
  return (await db.get('meta', 'rollups')) === rollupRules;
}

/** True when the stored roll-ups, though made by older rules or not whole, can be read: their shape is today's. */
export async function areReadable(db: Database): Promise<boolean> {
  const [stored, shape] = [String(await db.get('meta', 'rollups')), rollupRules.split(',')[0]];
  return stored === 'merging' || stored.split(',')[0] === shape;
}
