import type { RiseParams } from '../../src/drills/rise/params';
import type { Params, SetSpec } from '../../src/drills/types';
import { toPlaySpace } from '../../src/session/space';

const calm: Params<RiseParams> = { kind: 'sit-to-stand', trials: 5, heightPct: 90, topMs: 500, windowMs: 8000 };

/** A set of five times from sitting to standing, to 90 % of today's way up. */
export function createRiseSet(params: Partial<Params<RiseParams>> = {}, over: Partial<SetSpec<RiseParams>> = {}): SetSpec<RiseParams> {
  const all = { ...calm, ...params };
  return { params: all, sides: Array(all.trials).fill(null), space: toPlaySpace(260, 170, null), lockoutMs: 500, ...over };
}
