import * as v from 'valibot';
import { checkShape } from '../../core/check';
import { frameShape } from '../../movement/shapes';
import type { RecordingPart } from '../../session/types';
import type { Format } from './format';
import { count, finite, uuid } from './shapes';

/** A trial's part of a recording once it is unpacked, with the number of its format. */
export interface StoredPart extends RecordingPart {
  readonly format: number;
}

const schema = v.strictObject({ format: v.literal(1), frames: v.array(frameShape), cuts: v.array(finite) });

const packed = v.strictObject({
  set: uuid,
  trial: count,
  format: v.pipe(count, v.minValue(1)),
  gzip: v.instance(Uint8Array<ArrayBuffer>),
});

/** A part as the database holds it: JSON of `{ frames, cuts }` by gzip, found by its set and trial. */
export type PackedPart = v.InferOutput<typeof packed>;

/** Checks what the database holds for a part, still packed. */
export const checkPacked = (data: unknown) => checkShape(packed, data);

/** How the parts of recordings are kept. */
export const recordingFormat: Format<StoredPart> = {
  kind: 'recording',
  format: 1,
  migrations: Object.freeze([]),
  check: (data) => checkShape(schema, data),
};
