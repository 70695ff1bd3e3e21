import type { PlayPreferences } from '../plan/types';

/** Lays the play field beside the part of the screen that is left free for this child; everything that is played lies in what is left. */
export function leaveSideFree(field: HTMLElement, { clear }: Pick<PlayPreferences, 'clear'>): void {
  field.style.left = clear?.side === 'left' ? `${clear.pct}%` : '';
  field.style.right = clear?.side === 'right' ? `${clear.pct}%` : '';
}
