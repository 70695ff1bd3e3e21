import * as v from 'valibot';
import { checkShape } from '../../core/check';
import type { Uuid } from '../../core/ids';
import { rangesShape } from '../../movement/shapes';
import type { MovementRanges, SourceKind } from '../../movement/types';
import type { StoredEvent } from '../types';
import type { Format } from './format';
import { source, toEnvelope, uuid } from './shapes';

/** What a range check found on one source. */
export interface RangeBody {
  readonly source: SourceKind;
  readonly ranges: MovementRanges;
}

/** A range check of a child. */
export interface RangeEvent extends StoredEvent<RangeBody> {
  readonly kind: 'range';
  readonly child: Uuid;
}

const schema = v.strictObject({ ...toEnvelope('range', 1), child: uuid, body: v.strictObject({ source, ranges: rangesShape }) });

/** How a range check is kept. */
export const rangeFormat: Format<RangeEvent> = {
  kind: 'range',
  format: 1,
  migrations: Object.freeze([]),
  check: (data) => checkShape(schema as v.GenericSchema<unknown, RangeEvent>, data),
};
