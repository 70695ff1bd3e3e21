import type { Text } from '../../../core/text';
import type { ChildProfile } from '../../../plan/types';
import { toPlainName } from '../../parts/shown-name';

/** "Fits how Ada sits and moves", by name where there is one. */
export function toFitWords(text: Text, { name }: Pick<ChildProfile, 'name'>): string {
  const plain = toPlainName(name);
  return plain ? text('planEdit.fits', { name: plain }) : text('planEdit.fitsChild');
}
