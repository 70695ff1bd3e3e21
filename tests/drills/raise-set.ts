import type { Side } from '../../src/core/units';
import type { RaiseParams } from '../../src/drills/raise/params';
import type { Params, SetSpec } from '../../src/drills/types';
import { toPlaySpace } from '../../src/session/space';

const calm: Params<RaiseParams> = { limb: 'shoulder_elevation', trials: 4, targetRangePct: 80, holdMs: 1000, speedLimitDps: 60, windowMs: 8000 };

/** A set of raises to 80 % of today's range, held for a second, all on one side. */
export function createRaiseSet(side: Side | null, params: Partial<Params<RaiseParams>> = {}, over: Partial<SetSpec<RaiseParams>> = {}) {
  const all = { ...calm, ...params };
  return { params: all, sides: Array<Side | null>(all.trials).fill(side), space: toPlaySpace(260, 170, null), lockoutMs: 500, ...over };
}
