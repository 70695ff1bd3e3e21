import type { Millis } from '../core/units';
import { createFilter } from './filter';
import { round } from './interpret/default-ranges';
import { usualSwayMm } from './interpret/lean-from-pose';
import type { StillNoise } from './types';

/** A place of the trunk, right and forward. */
export interface PlaceSample {
  readonly tMs: Millis;
  readonly ml: number;
  readonly ap: number;
}

/** Speed is that from here to there in a tenth of a second: about what the 5 Hz low-pass of the sway measures leaves, and rather more. */
const chordMs: Millis = 95;
/** Longer than any still moment that is asked for. */
const keptMs: Millis = 2000;
/** Fewest readings of which noise can be told. */
const leastReadings = 12;

/**
 * The noise of a still moment about its own slow drift: a body is never quite still, and what it sways within a second is a bow (a line and its
 * bend), while a tracker's jitter is not. What is left of the body's own movement counts as noise, so that noise is never told too small for it.
 * Null for too few readings.
 */
export function measureStillNoise(samples: readonly PlaceSample[]): StillNoise | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || samples.length < leastReadings || last.tMs <= first.tMs) return null;
  const spanMs = last.tMs - first.tMs;
  const times = samples.map(({ tMs }) => (2 * (tMs - first.tMs)) / spanMs - 1);
  const [ml, ap] = (['ml', 'ap'] as const).map((axis) =>
    takeBow(
      samples.map((sample) => sample[axis]),
      times,
    ),
  );
  if (!ml || !ap) return null;
  const squares = ml.reduce((sum, value, i) => sum + value * value + (ap[i] ?? 0) ** 2, 0);
  const speeds = samples.flatMap(({ tMs }, i): number[] => {
    const to = samples.findIndex((later) => later.tMs - tMs >= chordMs);
    const away = Math.hypot((ml[to] ?? 0) - (ml[i] ?? 0), (ap[to] ?? 0) - (ap[i] ?? 0));
    return to < 0 ? [] : [(1000 * away) / ((samples[to]?.tMs ?? 0) - tMs)];
  });
  return { rmsMm: Math.sqrt(squares / samples.length), mmps: speeds.reduce((sum, speed) => sum + speed, 0) / Math.max(1, speeds.length) };
}

/** Follows the trunk's place as the interpreter tells it, and measures its noise once the body was still. */
export function createNoiseGauge() {
  const [smoothMl, smoothAp] = [createFilter(usualSwayMm), createFilter(usualSwayMm)];
  let recent: PlaceSample[] = [];
  let found: StillNoise | null = null;
  return {
    read(tMs: Millis, place: { readonly ml: number; readonly ap: number } | null): void {
      if (!place || found) return;
      recent = [...recent.filter((one) => tMs - one.tMs <= keptMs), { tMs, ml: smoothMl(place.ml, tMs), ap: smoothAp(place.ap, tMs) }];
    },
    keep(sinceMs: Millis): void {
      const noise = measureStillNoise(recent.filter(({ tMs }) => tMs >= sinceMs));
      found = noise && { rmsMm: round(noise.rmsMm), mmps: round(noise.mmps) };
    },
    get found() {
      return found;
    },
  };
}

/** Values without their least-squares parabola. */
function takeBow(values: readonly number[], times: readonly number[]): readonly number[] {
  const bases: (readonly number[])[] = [];
  for (const power of [0, 1, 2]) {
    const raw = times.map((t) => t ** power);
    bases.push(bases.reduce((rest, base) => takeAlong(rest, base), raw));
  }
  return bases.reduce((rest, base) => takeAlong(rest, base), values);
}

function takeAlong(values: readonly number[], base: readonly number[]): readonly number[] {
  const size = base.reduce((sum, value) => sum + value * value, 0);
  const along = size > 0 ? values.reduce((sum, value, i) => sum + value * (base[i] ?? 0), 0) / size : 0;
  return values.map((value, i) => value - along * (base[i] ?? 0));
}
