import * as v from 'valibot';
import { beatOffsetLimits } from '../../core/beat-offset';
import { checkShape } from '../../core/check';
import type { Uuid } from '../../core/ids';
import { calibrationShape } from '../../movement/shapes';
import type { SourceKind } from '../../movement/types';
import type { SessionArm } from '../../plan/alternation';
import type { RecordingHead } from '../../session/types';
import type { StoredEvent } from '../types';
import type { Format } from './format';
import { count, finite, side, source, toEnvelope, uuid, within, words } from './shapes';

/** What is known of a set when it starts. */
export interface SetBody {
  readonly session: Uuid;
  readonly set: Uuid;
  readonly item: string;
  readonly level: string;
  readonly source: SourceKind;
  readonly head: RecordingHead;
  /** The way in which a single-case question has it played. */
  readonly arm?: SessionArm;
}

/** The start of a set; the event's id is the set's. */
export interface SetEvent extends StoredEvent<SetBody> {
  readonly kind: 'set';
  readonly child: Uuid;
}

const head = v.strictObject({
  format: v.literal(1),
  game: words,
  drill: words,
  drillVersion: count,
  set: v.strictObject({
    params: v.record(v.string(), v.union([finite, v.string()])),
    sides: v.array(v.nullable(side)),
    space: v.strictObject({ widthMm: finite, heightMm: finite, originXMm: finite, originYMm: finite, reachMm: finite }),
    lockoutMs: finite,
    byAdult: v.exactOptional(v.literal(true)),
    beatGrid: v.exactOptional(v.literal(true)),
    beatOffsetMs: v.exactOptional(within(beatOffsetLimits.minMs, beatOffsetLimits.maxMs)),
  }),
  seed: v.string(),
  calibration: calibrationShape,
});

const arm = v.strictObject({ question: words, place: count, arm: v.picklist(['a', 'b']) });

const schema = v.strictObject({
  ...toEnvelope('set', 1),
  child: uuid,
  body: v.strictObject({ session: uuid, set: uuid, item: words, level: words, source, head, arm: v.exactOptional(arm) }),
});

/** How the start of a set is kept. */
export const setFormat: Format<SetEvent> = { kind: 'set', format: 1, migrations: Object.freeze([]), check: (data) => checkShape(schema, data) };
