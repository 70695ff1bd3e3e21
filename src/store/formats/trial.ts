import * as v from 'valibot';
import { checkShape } from '../../core/check';
import type { Uuid } from '../../core/ids';
import type { TrialResult } from '../../drills/types';
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
}

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

const schema = v.strictObject({
  ...toEnvelope('trial', 1),
  child: uuid,
  body: v.strictObject({ session: uuid, set: uuid, game: words, level: words, drill: words, drillVersion: count, source, result }),
});

/** How a trial is kept. */
export const trialFormat: Format<TrialEvent> = { kind: 'trial', format: 1, migrations: Object.freeze([]), check: (data) => checkShape(schema, data) };
