import * as v from 'valibot';
import { type Checked, parseJson } from '../core/check';
import type { Frame } from '../movement/types';
import type { Recording } from './types';

const count = v.pipe(v.number(), v.finite());
const millis = v.pipe(count, v.minValue(0), v.maxValue(86_400_000));
const length = v.pipe(count, v.minValue(1), v.maxValue(10_000));
const place = v.pipe(count, v.minValue(-10_000), v.maxValue(10_000));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const touchFrame = v.strictObject({
  kind: v.literal('touch'),
  capturedMs: millis,
  deliveredMs: millis,
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
const frameShape = v.variant('kind', [
  touchFrame,
  v.strictObject({ kind: v.literal('adult'), capturedMs: millis, deliveredMs: millis, rep: v.boolean(), help: v.picklist([0, 1, 2, 3, 4]) }),
]);

const calibrationShape = v.strictObject({
  source: v.picklist(['touch', 'adult']),
  fieldMm: v.strictObject({ width: length, height: length }),
  touch: v.strictObject({ accept: v.picklist(['contact', 'release']), holdMs: millis, mergeMs: millis, edgeRestMm: place, palmMm: place }),
});

/** Parameter values are checked against their drill when they are played. */
const setShape = v.strictObject({
  params: v.record(v.string(), v.union([count, v.string()])),
  sides: v.pipe(v.array(v.nullable(v.picklist(['left', 'right']))), v.minLength(1), v.maxLength(1000)),
  space: v.strictObject({ widthMm: length, heightMm: length, originXMm: place, originYMm: place, reachMm: length }),
  lockoutMs: millis,
});

const headEntries = {
  format: v.literal(1),
  game: name,
  drill: name,
  drillVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  set: setShape,
  seed: name,
  calibration: calibrationShape,
};

const headLine = v.strictObject({ ...headEntries, cuts: v.array(millis) });

/** A recording as JSON Lines: a head line, then one frame a line. */
export function toLines(recording: Recording): string {
  const { frames, ...head } = recording;
  return `${[head, ...frames].map((line) => JSON.stringify(line)).join('\n')}\n`;
}

/** Reads a recording from JSON Lines. Problems name the line and the field. */
export function parseRecording(text: string): Checked<Recording> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  const head = parseJson(headLine as v.GenericSchema<unknown, Omit<Recording, 'frames'>>, lines[0] ?? '');
  if (!head.ok) return { ok: false, problems: head.problems.map((problem) => `line 1, ${problem}`) };
  const frames: Frame[] = [];
  let lastMs = 0;
  for (const [i, line] of lines.slice(1).entries()) {
    const frame = parseJson(frameShape as v.GenericSchema<unknown, Frame>, line);
    if (!frame.ok) return { ok: false, problems: [`line ${i + 2}, ${frame.problems[0]}`] };
    if (frame.value.deliveredMs < lastMs) return { ok: false, problems: [`line ${i + 2}, deliveredMs: goes back in time`] };
    lastMs = frame.value.deliveredMs;
    frames.push(frame.value);
  }
  return { ok: true, value: { ...head.value, frames } };
}
