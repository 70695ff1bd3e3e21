import type { ChildProfile } from '../../plan/types';
import { useDevice, useStore } from './use-app';

/** Letters of a name that are shown; more would push everything else off a tile. */
const longestName = 40;

/** A name as it can be shown beside other words: one line, without marks that turn or hide what stands around it. */
export function toPlainName(name: string): string {
  const letters = [...name.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ').trim()];
  return letters.length > longestName ? `${letters.slice(0, longestName).join('').trim()}…` : letters.join('');
}

/** Whether names may be shown outside the therapist's side: as the therapist chose; never where they are behind a PIN, which hides them. */
export function useNamesShown(): boolean {
  const { settings } = useDevice();
  const store = useStore();
  if (store && store.lock.publicKey !== null) return false;
  return settings.showNames ?? !store?.lock.isSet;
}

/** The child's name outside the therapist's side; empty where it has none or names are not shown there. */
export function useShownName(): (child: Pick<ChildProfile, 'name'>) => string {
  const shown = useNamesShown();
  return ({ name }) => (shown ? toPlainName(name) : '');
}
