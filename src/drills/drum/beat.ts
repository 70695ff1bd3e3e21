import type { Millis } from '../../core/units';
import type { Params, SetSpec } from '../types';
import { type DrumParams, drumParams } from './params';
import type { DrumBeat } from './state';

/** Which of four beats each pattern asks for. */
const asks: Readonly<Record<DrumParams['pattern']['choices'][number], readonly boolean[]>> = {
  twos: [true, true, false, false],
  threes: [true, true, true, false],
  skip: [true, false, true, true],
};

/** A bout's beat from `firstMs` on; null where the level has none. */
export function toBeat({ mode, beatBpm }: Params<DrumParams>, firstMs: Millis): DrumBeat | null {
  return mode === 'free' ? null : { firstMs, periodMs: 60_000 / beatBpm };
}

/** One beat for two who drum together, half-way between their own; where one drums freely the other's holds. */
export function toCommonBeat(one: Params<DrumParams>, other: Params<DrumParams>): { readonly beatBpm: number } {
  const own = [one, other].filter(({ mode }) => mode !== 'free').map(({ beatBpm }) => beatBpm);
  const { step } = drumParams.beatBpm;
  const mean = own.reduce((sum, bpm) => sum + bpm, 0) / Math.max(1, own.length);
  return { beatBpm: own.length === 0 ? one.beatBpm : Math.round(mean / step) * step };
}

/** When a hit was made for a child who follows what it hears: without the tablet's own delay, where a tap along measured it. */
export function toOwnMs({ beatOffsetMs = 0 }: Pick<SetSpec, 'beatOffsetMs'>, hitMs: Millis): Millis {
  return hitMs - beatOffsetMs;
}

/** Number of the beat nearest to a time; below 0 before the first. */
export function toBeatNumber({ firstMs, periodMs }: DrumBeat, atMs: Millis): number {
  return Math.round((atMs - firstMs) / periodMs);
}

/** Whether the beat of this number is one to drum on. */
export function isAsked({ mode, pattern }: Params<DrumParams>, n: number): boolean {
  return n >= 0 && (mode !== 'pattern' || asks[pattern][n % 4] === true);
}

/** How many beats a bout has; the last is before its end. */
export function countBeats({ boutS, beatBpm }: Params<DrumParams>): number {
  return Math.ceil((boutS * beatBpm) / 60 - 1e-9);
}

/** Numbers of the asked beats of a bout. */
export function listAsked(params: Params<DrumParams>): number[] {
  return Array.from({ length: countBeats(params) }, (_, n) => n).filter((n) => isAsked(params, n));
}

/** Hits that make a bout a success: as many as the level wants, at most one for each asked beat, at least one. */
export function countWanted(params: Params<DrumParams>): number {
  const wanted = Math.round((params.hitsPerMin * params.boutS) / 60);
  return Math.max(1, params.mode === 'free' ? wanted : Math.min(wanted, listAsked(params).length));
}
