import type { AnyDrill, ChoiceParam, NumberParam } from '../../drills/types';
import { interpreters } from '../../movement/interpret/interpreters';
import type { SourceKind } from '../../movement/types';
import { longestSessionMs } from '../../plan/safety';
import type { Recording } from '../../session/types';

/** More than ten fingers on the fastest glass give; what lies beyond is no hand, and would take hours to play. */
const mostFramesASecond = 1500;
/** Contacts that begin within a second: ten fingers drumming are below it. */
const mostNewContactsASecond = 200;
const mostCuts = 1000;

/** The values that the app allows, where the shape of a recording is wider (movement/types.ts, store/formats/child.ts). */
const settings: readonly (readonly [field: string, min: number, max: number, read: (recording: Recording) => number])[] = [
  ['set.lockoutMs', 0, 2000, (recording) => recording.set.lockoutMs],
  ['calibration.touch.holdMs', 0, 1500, (recording) => recording.calibration.touch.holdMs],
  ['calibration.touch.mergeMs', 0, 400, (recording) => recording.calibration.touch.mergeMs],
  ['calibration.touch.edgeRestMm', 0, 40, (recording) => recording.calibration.touch.edgeRestMm],
  ['calibration.touch.palmMm', 15, 60, (recording) => recording.calibration.touch.palmMm],
];

/** Why a recording of the right shape cannot have come from the app with this drill, naming line and field; null when it can. */
export function checkPlayable(recording: Recording, drill: AnyDrill): string | null {
  const wrong = checkHead(recording, drill);
  return wrong ? `line 1, ${wrong}` : checkFrames(recording);
}

function checkHead(recording: Recording, drill: AnyDrill): string | null {
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

function checkFrames({ frames, calibration }: Recording): string | null {
  let first = 0;
  let fresh: number[] = [];
  let before: ReadonlySet<number> = new Set();
  for (const [i, frame] of frames.entries()) {
    const line = `line ${i + 2}`;
    if (frame.kind !== calibration.source && !beside.includes(frame.kind))
      return `${line}, kind: ${quote(frame.kind)} in a recording of ${quote(calibration.source)}`;
    if (frame.capturedMs > frame.deliveredMs) return `${line}, capturedMs: is after deliveredMs`;
    if (frame.deliveredMs > longestSessionMs)
      return `${line}, deliveredMs: ${frame.deliveredMs} is after the longest session (${longestSessionMs} ms)`;
    while ((frames[first]?.deliveredMs ?? frame.deliveredMs) <= frame.deliveredMs - 1000) first += 1;
    if (i - first >= mostFramesASecond) return `${line}, deliveredMs: more than ${mostFramesASecond} frames within a second`;
    if (frame.kind !== 'touch') continue;
    const ids = new Set(frame.contacts.map((contact) => contact.id));
    fresh = fresh.filter((ms) => ms > frame.deliveredMs - 1000);
    for (const id of ids) if (!before.has(id)) fresh.push(frame.deliveredMs);
    if (fresh.length > mostNewContactsASecond) return `${line}, contacts: more than ${mostNewContactsASecond} new ones within a second`;
    before = ids;
  }
  return null;
}

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
