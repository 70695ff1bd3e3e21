import type { BeatInput } from '../core/beat-offset';
import type { Side } from '../core/units';
import type { Params, PlaySpace, SetSpec } from '../drills/types';
import type { SourceKind } from '../movement/types';
import type { SessionSetup } from './setup';

/** What each source is tapped with; the other sources have no delay that a tap along measures. */
const inputs: Readonly<Partial<Record<SourceKind, BeatInput>>> = { touch: 'touch', gamepad: 'switch' };

/** Everything fixed for a set of these trials, played by this source. */
export function toSetSpec(
  setup: Pick<SessionSetup, 'lockoutMs' | 'meeting' | 'beatOffsets'>,
  { params, sides, space, source }: { params: Params; sides: readonly (Side | null)[]; space: PlaySpace; source: SourceKind },
): SetSpec {
  const input = inputs[source];
  const beatOffsetMs = input && setup.beatOffsets?.[input];
  return {
    params,
    sides,
    space,
    lockoutMs: setup.lockoutMs,
    ...(source === 'adult' ? { byAdult: true as const } : {}),
    ...(setup.meeting ? { beatGrid: true as const } : {}),
    ...(beatOffsetMs ? { beatOffsetMs } : {}),
  };
}
