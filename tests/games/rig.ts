import type { ReachParams } from '../../src/drills/reach/params';
import type { ReachState } from '../../src/drills/reach/state';
import type { Params } from '../../src/drills/types';
import { type GameRig, type GameRigOptions, startGameRig } from './game-rig';

/** What differs from a calm set of touches at 256 x 160 pixels. */
export interface RigOptions extends Omit<GameRigOptions, 'params'> {
  readonly params?: Partial<Params<ReachParams>>;
}

/** Fireflies with a simulated child before it, in the real host. */
export type Rig = GameRig<ReachState>;

const params: Params<ReachParams> = {
  mode: 'touch',
  trials: 3,
  directions: 'eight',
  distanceMm: 80,
  distanceReachPct: 0,
  targetWidthMm: 40,
  holdMs: 0,
  windowMs: 8000,
  speedMmps: 20,
  distractors: 0,
  spacingWidths: 1,
};

/** Starts Fireflies for a test; its picture is loaded when this resolves. What the hand does is drawn from the state unless `setLive` tells. */
export async function startRig(options: RigOptions = {}): Promise<Rig> {
  const rig = await startGameRig<ReachState>('fireflies', { ...options, params: { ...params, trials: options.trials ?? 3, ...options.params } });
  rig.setLive({});
  return rig;
}
