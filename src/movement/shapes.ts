import * as v from 'valibot';
import { jointNames } from '../core/joints';
import { sourceKinds } from './types';
import { cross } from './vector';

const count = v.pipe(v.number(), v.finite());
/** Milliseconds of one sitting: 0 to a day. */
export const millis = v.pipe(count, v.minValue(0), v.maxValue(86_400_000));
/** A length in mm, or a picture's width over its height. */
export const length = v.pipe(count, v.minValue(1), v.maxValue(10_000));
/** A number of a reading: finite and far inside what arithmetic can hold. */
export const place = v.pipe(count, v.minValue(-10_000), v.maxValue(10_000));

const size = v.pipe(count, v.minValue(0), v.maxValue(10_000));
/** A picture that a slow camera took just before a set began is known only within it: its time is below 0. */
const captured = v.pipe(count, v.minValue(-10_000), v.maxValue(86_400_000));
const stamp = { capturedMs: captured, deliveredMs: millis };
const vector = v.tuple([place, place, place]);
const pictureJoint = v.tuple([place, place, place, v.pipe(count, v.minValue(0), v.maxValue(1))]);
const jointsOf = <S extends v.GenericSchema>(joint: S) => v.record(v.picklist(jointNames), joint);

const touchFrame = v.strictObject({
  kind: v.literal('touch'),
  ...stamp,
  contacts: v.pipe(
    v.array(
      v.strictObject({
        id: count,
        x: v.pipe(count, v.minValue(-1), v.maxValue(2)),
        y: v.pipe(count, v.minValue(-1), v.maxValue(2)),
        sizeMm: v.exactOptional(v.pipe(count, v.minValue(0))),
        cancelled: v.exactOptional(v.literal(true)),
      }),
    ),
    v.maxLength(20),
  ),
});

/** One stored frame; every source that is recorded has its own. */
export const frameShape = v.variant('kind', [
  touchFrame,
  v.strictObject({ kind: v.literal('pose'), ...stamp, joints: jointsOf(pictureJoint), world: v.exactOptional(jointsOf(vector)), aspect: length }),
  v.strictObject({
    kind: v.literal('motion'),
    ...stamp,
    accelMps2: vector,
    rotationDps: v.nullable(vector),
    tiltDeg: v.nullable(v.tuple([place, place])),
  }),
  v.strictObject({
    kind: v.literal('gamepad'),
    ...stamp,
    axes: v.pipe(v.array(place), v.maxLength(16)),
    buttons: v.pipe(v.array(v.boolean()), v.maxLength(64)),
  }),
  v.strictObject({ kind: v.literal('adult'), ...stamp, rep: v.boolean(), help: v.picklist([0, 1, 2, 3, 4]) }),
  v.strictObject({ kind: v.literal('heart'), ...stamp, beatsPerMin: v.pipe(count, v.minValue(0), v.maxValue(400)) }),
]);

const limbs = ['shoulder_elevation', 'elbow_flexion', 'knee_flexion', 'hip_flexion'] as const;
const bySide = <S extends v.GenericSchema>(entry: S) => v.strictObject({ left: v.exactOptional(entry), right: v.exactOptional(entry) });

/** Ranges of one source, checked for numbers only: their units are the interpreters'. */
export const rangesShape = v.strictObject({
  lean: v.exactOptional(
    v.strictObject({
      neutral: v.strictObject({ x: place, y: place }),
      screenAhead: v.exactOptional(v.literal(true)),
      still: v.exactOptional(v.strictObject({ rmsMm: size, mmps: size })),
      left: place,
      right: place,
      forward: place,
      backward: place,
    }),
  ),
  reach: v.exactOptional(bySide(v.strictObject({ left: place, right: place, top: place, bottom: place }))),
  angle: v.exactOptional(
    v.record(v.picklist(limbs), bySide(v.strictObject({ restDeg: place, comfortableDeg: place, restUp: v.exactOptional(vector) }))),
  ),
  rise: v.exactOptional(v.strictObject({ low: place, high: place })),
  step: v.exactOptional(bySide(place)),
});

const part = v.pipe(count, v.minValue(-1.001), v.maxValue(1.001));
const isNear = (a: number, b: number) => Math.abs(a - b) < 0.01;
const direction = v.pipe(
  v.tuple([part, part, part]),
  v.check((vector) => isNear(Math.hypot(...vector), 1), 'is not of unit length'),
);

/** How a motion sensor is mounted: three directions of a body, at right angles and right-handed, so that left and right cannot be exchanged. */
export const mountingShape = v.pipe(
  v.strictObject({ kind: v.picklist(['pouch', 'tray', 'frame', 'held']), up: direction, right: direction, forward: direction }),
  v.check(({ up, right, forward }) => cross(forward, up).every((value, i) => isNear(value, right[i] ?? 2)), 'is no mounting of a body'),
);

/** The calibration of a recording. */
export const calibrationShape = v.strictObject({
  source: v.picklist(sourceKinds),
  fieldMm: v.strictObject({ width: length, height: length }),
  touch: v.strictObject({ accept: v.picklist(['contact', 'release']), holdMs: millis, mergeMs: millis, edgeRestMm: place, palmMm: place }),
  switches: v.exactOptional(v.strictObject({ scan: v.picklist(['direct', 'one', 'two']), scanMs: millis, holdMs: millis, repeatMs: millis })),
  limb: v.exactOptional(v.picklist(limbs)),
  ranges: v.exactOptional(rangesShape),
  mounting: v.exactOptional(mountingShape),
});
