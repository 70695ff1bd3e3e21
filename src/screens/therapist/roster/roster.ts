import type { LocalDate } from '../../../core/dates';
import type { ChildProfile } from '../../../plan/types';
import type { Store } from '../../../store/types';

/** A child of this tablet and the day it last played; null: never. */
export interface RosterChild {
  readonly child: ChildProfile;
  readonly lastOn: LocalDate | null;
}

/** More children than this cannot be taken in at a glance: then there is a search. */
export const glance = 8;

/** All children, those who played last first, then those who never did, the newest first. Costs the same however long they have played. */
export async function readRoster(store: Pick<Store, 'readChildren' | 'readLastPlayed'>): Promise<readonly RosterChild[]> {
  const children = await store.readChildren();
  const played = await store.readLastPlayed(children.map(({ id }) => id));
  // As read they are in the order in which they were added.
  const newest = [...children].reverse();
  return newest
    .map((child) => ({ child, last: played.get(child.id) }))
    .sort((a, b) => (a.last && b.last ? (a.last.at < b.last.at ? 1 : -1) : Number(!a.last) - Number(!b.last)))
    .map(({ child, last }) => ({ child, lastOn: last?.on ?? null }));
}

/** The children whose name or picture has every one of the words, without regard to case and accents. */
export function findChildren(children: readonly RosterChild[], words: string, pictureName: (picture: string) => string): readonly RosterChild[] {
  const wanted = toPlain(words).split(' ').filter(Boolean);
  return children.filter(({ child }) => {
    const known = `${toPlain(child.name)} ${toPlain(pictureName(child.picture))}`;
    return wanted.every((word) => known.includes(word));
  });
}

function toPlain(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
