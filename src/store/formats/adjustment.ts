import * as v from 'valibot';
import { checkShape } from '../../core/check';
import type { Uuid } from '../../core/ids';
import type { Adjustment } from '../../plan/types';
import type { Omni } from '../../session/types';
import type { Fields, StoredEvent } from '../types';
import { base } from './fields';
import type { Format } from './format';
import { count, finite, toEnvelope, uuid, within, words } from './shapes';

/** What a round of play changed in a plan item, and why: an edit of the plan that the app made inside the therapist's limits. */
export interface AdjustmentBody {
  readonly session: Uuid;
  readonly item: string;
  readonly game: string;
  /** null: the round earned too little for a step, which is carried over. */
  readonly change: Adjustment | null;
  readonly carry: number;
  readonly hits: number;
  readonly misses: number;
  /** The child's word on effort that it answers; null: it answers a round. */
  readonly omni: Omni | null;
}

/** An adjustment of a child's plan. */
export interface AdjustmentEvent extends StoredEvent<AdjustmentBody> {
  readonly kind: 'adjustment';
  readonly child: Uuid;
  readonly base: readonly Uuid[];
}

const value = v.union([finite, words]);
const schema = v.strictObject({
  ...toEnvelope('adjustment', 1),
  child: uuid,
  base,
  body: v.strictObject({
    session: uuid,
    item: uuid,
    game: words,
    change: v.nullable(v.strictObject({ param: v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]*$/)), from: value, to: value, because: words })),
    carry: within(-1, 1),
    hits: count,
    misses: count,
    omni: v.nullable(v.picklist([0, 2, 4, 6, 8, 10] satisfies Omni[])),
  }),
});

/** How adjustments are kept. */
export const adjustmentFormat: Format<AdjustmentEvent> = {
  kind: 'adjustment',
  format: 1,
  migrations: Object.freeze([]),
  check: (data) => checkShape(schema as v.GenericSchema<unknown, AdjustmentEvent>, data),
};

/** The fields of the plan that an adjustment sets. */
export function toAdjustedFields({ item, change, carry }: AdjustmentBody): Fields {
  return { [`items.${item}.adapt.carry`]: carry, ...(change ? { [`items.${item}.params.${change.param}`]: change.to } : {}) };
}
