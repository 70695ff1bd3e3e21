import type { Abilities, AnyDrill, DrillState } from '../../drills/types';
import { games } from '../../games/registry';
import type { Calibration } from '../../movement/types';
import { replayRecording } from '../../session/replay';
import { calmAbilities, simulateSet } from '../../session/simulate';
import { toPlaySpace } from '../../session/space';
import type { Recording } from '../../session/types';
import { type Part, toMiddle } from './figure';
import { readLevels } from './levels';

const field = { width: 280, height: 175 };
const calibration: Calibration = {
  source: 'touch',
  fieldMm: field,
  touch: { accept: 'contact', holdMs: 0, mergeMs: 120, edgeRestMm: 8, palmMm: 35 },
};

/** A synthetic child whose reaches have corrections and tremor, so that every measure has work. */
const busyAbilities: Abilities = { ...calmAbilities, interceptMs: 700, aimSdMm: 4, tremorMm: 1, subMovements: 2 };

interface Played {
  readonly recording: Recording;
  readonly drill: AnyDrill;
  readonly lastMs: number;
}

/** Speed of the runner: sets of every level, recorded from a synthetic child, are replayed in Node with all their scoring. */
export function benchRunner(root: string): Part {
  const sets = games.flatMap((game) => readLevels(root, game.id).map((level) => record(game.id, game.drill, level)));
  const playedMs = sets.reduce((sum, set) => sum + set.lastMs, 0);
  const trials = sets.reduce((sum, set) => sum + set.recording.set.sides.length, 0);
  for (let i = 0; i < 3; i++) replayAll(sets);
  const rounds = Array.from({ length: 21 }, () => replayAll(sets));
  const speed = toMiddle(rounds.map((ms) => playedMs / ms));
  return {
    title: 'Runner',
    how: `${sets.length} sets (${Math.round(playedMs / 1000)} s of play, ${trials} trials, one set a level) replayed in Node; median of ${rounds.length}`,
    figures: [
      { name: 'runner against real time', value: speed, unit: 'x', target: { atLeast: 2000 } },
      { name: 'one trial with its scores', value: toMiddle(rounds) / trials, unit: 'ms' },
    ],
  };
}

function record(game: string, drill: AnyDrill, level: ReturnType<typeof readLevels>[number]): Played {
  const sides = Array.from({ length: Number(level.params.trials) }, () => null);
  const set = { params: level.params, sides, space: toPlaySpace(field.width, field.height, null), lockoutMs: 500 };
  const seed = `bench/${level.id}`;
  const { frames } = simulateSet<DrillState>({ drill, set, seed, calibration }, busyAbilities);
  const recording: Recording = { format: 1, game, drill: drill.id, drillVersion: drill.version, set, seed, calibration, frames, cuts: [] };
  return { recording, drill, lastMs: frames.at(-1)?.deliveredMs ?? 0 };
}

function replayAll(sets: readonly Played[]): number {
  const startMs = performance.now();
  for (const { recording, drill } of sets) {
    const { results } = replayRecording(recording, drill);
    if (results.length !== recording.set.sides.length) throw new Error(`${recording.seed} did not replay to its end`);
  }
  return performance.now() - startMs;
}
