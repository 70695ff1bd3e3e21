import { type Edit, foldEdits } from '../../src/store/fold';
import type { CurrentEvent } from '../../src/store/formats/current';
import { toRollupKeys } from '../../src/store/rollup-keys';
import { isEdit, listEdit, type Rollup, rollUp, toEdit } from '../../src/store/rollups';

/** Makes roll-ups from a whole history, event by event; edits are folded at the end, in whatever order they came. */
export function createRollups(): { add(event: CurrentEvent): void; finish(): Iterable<Rollup> } {
  const rollups = new Map<string, Rollup>();
  const edits = new Map<string, Edit[]>();
  return {
    add(event) {
      if (!isEdit(event)) return rollUp(rollups, event);
      const [key = ''] = toRollupKeys(event);
      const list = edits.get(key);
      if (list) list.push(toEdit(event));
      else edits.set(key, [toEdit(event)]);
      listEdit(rollups, event);
    },
    finish() {
      for (const [key, each] of edits) rollups.set(key, { key, fold: foldEdits(each) });
      return rollups.values();
    },
  };
}
