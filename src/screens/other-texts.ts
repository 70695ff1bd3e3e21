import type { TextTable } from '../core/text';

/** Words of all that is not the first screen; each table is loaded when it is asked for. */
export const otherTexts = import.meta.glob<TextTable>(
  [
    '../drills/text.*.json',
    '../drills/*/text.*.json',
    '../movement/text.*.json',
    '../plan/text.*.json',
    '../games/*/text.*.json',
    './*/text.*.json',
    '!./child/text.*.json',
    './*/*/text.*.json',
  ],
  { import: 'default' },
);
