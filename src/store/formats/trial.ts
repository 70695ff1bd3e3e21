import * as v from 'valibot';
import { checkShape } from '../../core/check';
import type { Uuid } from '../../core/ids';
import type { Millis } from '../../core/units';
import type { TrialResult } from '../../drills/types';
import { millis } from '../../movement/shapes';
import type { SourceKind } from '../../movement/types';
import type { StoredEvent } from '../types';
import type { Format } from './format';
import { count, finite, side, source, toEnvelope, uuid, words } from './shapes';

/** A trial's result and what it was a trial of, so that it can be read without its set. */
export interface TrialBody {
  readonly session: Uuid;
  readonly set: Uuid;
  readonly game: string;
  readonly level: string;
  readonly drill: string;
  readonly drillVersion: number;
  readonly source: SourceKind;
  readonly result: TrialResult;
  /** What a strap told during the trial, on the set's clock: kept here too, so that effort is read without a recording. */
  readonly heart?: readonly HeartPoint[];
}

/** One reading of a strap. */
export type HeartPoint = readonly [tMs: Millis, beatsPerMin: number];

/** A trial that ended. */
export interface TrialEvent extends StoredEvent<TrialBody> {
  readonly kind: 'trial';
  readonly child: Uuid;
}

const result = v.strictObject({
  trial: count,
  side: v.nullable(side),
  outcome: v.picklist(['success', 'assisted', 'miss', 'lost']),
  help: v.picklist([0, 1, 2, 3, 4]),
  startMs: finite,
  endMs: finite,
  metrics: v.record(v.string(), finite),
});

const heart = v.pipe(v.array(v.tuple([millis, v.pipe(finite, v.minValue(0), v.maxValue(400))])), v.minLength(1));

const schema = v.strictObject({
  ...toEnvelope('trial', 1),
  child: uuid,
  body: v.strictObject({
    session: uuid,
    set: uuid,
    game: words,
    level: words,
    drill: words,
    drillVersion: count,
    source,
    result,
    heart: v.exactOptional(heart),
  }),
});

/** How a trial is kept. */
export const trialFormat: Format<TrialEvent> = { kind: 'trial', format: 1, migrations: Object.freeze([]), check: (data) => checkShape(schema, data) };
