import { createRng } from '../core/rng';
import type { Abilities, AnyDrill, DrillState, SetSpec } from '../drills/types';
import type { Calibration, Frame, Limb, SourceKind } from '../movement/types';
import type { Level, PlanItem } from '../plan/types';
import { createRunner, tickMs } from '../session/runner';
import { toSides } from '../session/sides';
import { toPlaySpace } from '../session/space';
import type { Recording } from '../session/types';
import { emptyFold } from '../store/fold';
import { toProfile } from '../store/profile';
import { createChildBy } from './by-source';

/** What is recorded. */
export interface SimulatedSet {
  readonly game: { readonly id: string; readonly drill: AnyDrill };
  readonly level: Level;
  readonly side: PlanItem['side'];
  readonly source: SourceKind;
  readonly abilities: Abilities;
}

/** A tablet of 10 inches, as wide as the page of the browser's recordings. */
const fieldMm = { width: 338.67, height: 211.67 };
const longestMs = 1_800_000;
const tapEveryMs = 2500;

/** One set by a synthetic child before a source that needs no browser, through the real runner. Throws when it does not come to its end. */
export function simulateRecording({ game, level, side, source, abilities }: SimulatedSet): Recording {
  const child = toProfile('recorded', emptyFold);
  const limb = level.params.limb as Limb | undefined;
  const calibration: Calibration = { source, fieldMm, touch: child.touch, switches: child.switches, ...(limb ? { limb } : {}) };
  const set: SetSpec = {
    params: level.params,
    sides: toSides(side, Number(level.params.trials)),
    space: toPlaySpace(fieldMm.width, fieldMm.height, child.reachMm),
    lockoutMs: child.lockoutMs,
    ...(source === 'adult' ? { byAdult: true as const } : {}),
  };
  const seed = `recorded-${level.id}`;
  const runner = createRunner<DrillState>({ drill: game.drill, set, seed, calibration });
  const act =
    source === 'adult' && game.drill.childSource !== 'adult'
      ? tapInTurn()
      : createChildBy(source, game.drill, set, abilities, createRng(level.id), calibration);
  const frames: Frame[] = [];
  for (let nowMs = 0; nowMs < longestMs && !runner.state.done; nowMs += tickMs) {
    for (const frame of act(runner.state, nowMs)) frames.push(runner.push(frame));
    runner.advanceTo(nowMs + tickMs);
  }
  if (!runner.state.done) throw new Error(`${game.id} ${level.id} by ${source} does not end`);
  return { format: 1, game: game.id, drill: game.drill.id, drillVersion: game.drill.version, set, seed, calibration, frames, cuts: [] };
}

/** An adult who counts a repetition every few seconds. */
function tapInTurn(): (state: unknown, nowMs: number) => readonly Frame[] {
  return (_, nowMs) => (nowMs > 0 && nowMs % tapEveryMs === 0 ? [{ kind: 'adult', capturedMs: nowMs, deliveredMs: nowMs, rep: true, help: 0 }] : []);
}
