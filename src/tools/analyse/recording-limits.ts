import { beatOffsetLimits } from '../../core/beat-offset';
import type { Millis } from '../../core/units';
import type { AnyDrill, ChoiceParam, NumberParam } from '../../drills/types';
import { interpreters } from '../../movement/interpret/interpreters';
import type { Frame, SourceKind } from '../../movement/types';
import { longestSessionMs } from '../../plan/safety/rules';
import type { Recording } from '../../session/types';

/** The first line of a recording. */
export type RecordedHead = Omit<Recording, 'frames'>;

/** More than ten fingers on the fastest glass give; what lies beyond is no hand, and would take hours to play. */
const mostFramesASecond = 1500;
/** Contacts that begin within a second: ten fingers drumming are below it. */
const mostNewContactsASecond = 200;
const mostCuts = 1000;

/** The values that the app allows, where the shape of a recording is wider (movement/types.ts, store/formats/child.ts). */
const settings: readonly (readonly [field: string, min: number, max: number, read: (recording: RecordedHead) => number])[] = [
  ['set.lockoutMs', 0, 2000, (recording) => recording.set.lockoutMs],
  ['set.beatOffsetMs', beatOffsetLimits.minMs, beatOffsetLimits.maxMs, (recording) => recording.set.beatOffsetMs ?? 0],
  ['calibration.touch.holdMs', 0, 1500, (recording) => recording.calibration.touch.holdMs],
  ['calibration.touch.mergeMs', 0, 400, (recording) => recording.calibration.touch.mergeMs],
  ['calibration.touch.edgeRestMm', 0, 40, (recording) => recording.calibration.touch.edgeRestMm],
  ['calibration.touch.palmMm', 15, 60, (recording) => recording.calibration.touch.palmMm],
];

/** Why the head of a recording cannot have come from the app with this drill, naming the field; null when it can. */
export function checkHead(recording: RecordedHead, drill: AnyDrill): string | null {
  const { game, set, calibration, cuts } = recording;
  if (recording.drill !== drill.id) return `drill: ${game} plays ${quote(drill.id)}, not ${quote(recording.drill)}`;
  const { params } = set;
  for (const [name, param] of Object.entries(drill.params)) {
    const problem = Object.hasOwn(params, name) ? checkParam(param, params[name]) : 'is missing';
    if (problem) return `set.params.${name}: ${problem}`;
  }
  const unknown = Object.keys(params).find((name) => !Object.hasOwn(drill.params, name));
  if (unknown !== undefined) return `set.params.${unknown}: is no parameter of ${drill.id}`;
  const trials = params.trials;
  if (typeof trials === 'number' && set.sides.length > trials)
    return `set.sides: ${set.sides.length} trials are more than set.params.trials (${trials})`;
  for (const [field, min, max, read] of settings) {
    const value = read(recording);
    if (value < min || value > max) return `${field}: ${value} is not within ${min} and ${max}`;
  }
  const sources: readonly string[] = Object.entries(interpreters).find(([movement]) => movement === drill.movement)?.[1].sources ?? [];
  if (!sources.includes(calibration.source)) return `calibration.source: ${quote(calibration.source)} cannot play ${drill.id}`;
  if (cuts.length > mostCuts) return `cuts: more than ${mostCuts}`;
  if (cuts.some((cutMs, i) => cutMs < (cuts[i - 1] ?? 0))) return 'cuts: go back in time';
  return (cuts.at(-1) ?? 0) > longestSessionMs ? `cuts: ${cuts.at(-1)} is after the longest session (${longestSessionMs} ms)` : null;
}

function checkParam(param: NumberParam | ChoiceParam, value: number | string | undefined): string | null {
  if (param.kind === 'choice') {
    const known = typeof value === 'string' && param.choices.includes(value);
    return known ? null : `${quote(value)} is none of ${param.choices.join(', ')}`;
  }
  const inside = typeof value === 'number' && value >= param.min && value <= param.max;
  return inside ? null : `${quote(value)} is not within ${param.min} and ${param.max} ${param.unit}`;
}

/** An adult's taps, and what may be recorded beside the playing source. */
const beside: readonly SourceKind[] = ['adult', 'motion', 'heart'];

/** Checks frames one after the other against what a source can give; each call says why its frame cannot be, naming the field, or null. */
export function createFrameCheck({ source }: Recording['calibration']): (frame: Frame) => string | null {
  let lastSecond: Millis[] = [];
  let fresh: Millis[] = [];
  let before: ReadonlySet<number> = new Set();
  let lastMs: Millis = 0;
  return (frame) => {
    const { deliveredMs } = frame;
    if (deliveredMs < lastMs) return 'deliveredMs: goes back in time';
    lastMs = deliveredMs;
    if (frame.kind !== source && !beside.includes(frame.kind)) return `kind: ${quote(frame.kind)} in a recording of ${quote(source)}`;
    if (frame.capturedMs > deliveredMs) return 'capturedMs: is after deliveredMs';
    if (deliveredMs > longestSessionMs) return `deliveredMs: ${deliveredMs} is after the longest session (${longestSessionMs} ms)`;
    const gone = lastSecond.findIndex((ms) => ms > deliveredMs - 1000);
    lastSecond = gone < 0 ? [] : gone > 0 ? lastSecond.slice(gone) : lastSecond;
    lastSecond.push(deliveredMs);
    if (lastSecond.length > mostFramesASecond) return `deliveredMs: more than ${mostFramesASecond} frames within a second`;
    if (frame.kind !== 'touch') return null;
    const ids = new Set(frame.contacts.map((contact) => contact.id));
    fresh = fresh.filter((ms) => ms > deliveredMs - 1000);
    for (const id of ids) if (!before.has(id)) fresh.push(deliveredMs);
    if (fresh.length > mostNewContactsASecond) return `contacts: more than ${mostNewContactsASecond} new ones within a second`;
    before = ids;
    return null;
  };
}

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
