import * as v from 'valibot';
import { type Checked, parseJson } from '../core/check';
import { calibrationShape, frameShape, length, millis, place } from '../movement/shapes';
import type { Frame } from '../movement/types';
import type { Recording } from './types';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** Parameter values are checked against their drill when they are played. */
const setShape = v.strictObject({
  params: v.record(v.string(), v.union([v.pipe(v.number(), v.finite()), v.string()])),
  sides: v.pipe(v.array(v.nullable(v.picklist(['left', 'right']))), v.minLength(1), v.maxLength(1000)),
  space: v.strictObject({ widthMm: length, heightMm: length, originXMm: place, originYMm: place, reachMm: length }),
  lockoutMs: millis,
  byAdult: v.exactOptional(v.literal(true)),
  beatGrid: v.exactOptional(v.literal(true)),
  beatOffsetMs: v.exactOptional(millis),
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
