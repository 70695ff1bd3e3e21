import type { ReadyLine } from '../../../plan/safety/ready-words';

/** One drawing a line, in the strokes of the icons. */
const drawings: Readonly<Record<ReadyLine, string>> = {
  prepared: 'M24 5a19 19 0 1 0 .01 0M24 13v11.5l8 5',
  fed: 'M6 25h36a18 14 0 0 1-36 0M16 42h16M18 8c-3 4 3 6 0 10M28 8c-3 4 3 6 0 10',
  mouth: 'M24 5a19 19 0 1 0 .01 0M17 18v.5M31 18v.5M15 29a9.5 7 0 0 0 18 0Z',
  brakes: 'M20 14a13.5 13.5 0 1 0 .01 0M20 24v.5M38 6l-9 15M38 6l5 3',
  orthoses: 'M18 4v24l-8 8v7h27v-6l-9-7V4M14 12h18M14 21h18',
  shoes: 'M6 14v22h36c0-7-4-9-12-11-4-1-6-5-7-11ZM6 30h36M22 21l-4 3',
  chair: 'M14 5v22h20V5M14 27v16M34 27v16M14 12h20M14 20h20',
};

/** The picture of a line of the ready card; never read aloud. */
export function LinePicture({ line }: { readonly line: ReadyLine }) {
  return (
    <svg class="line-picture" viewBox="0 0 48 48" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round">
      <path d={drawings[line]} stroke-linejoin="round" />
    </svg>
  );
}
