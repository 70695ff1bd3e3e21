import type { Calibration, Interpreter, Movement, SourceKind } from '../types';
import { createReachInterpreter } from './reach';

/** For each movement the sources that can feed it and the interpreter that turns their frames into its signals. */
export const interpreters = {
  reach: { sources: ['touch'], create: createReachInterpreter },
} as const satisfies Partial<{
  [M in Movement]: { readonly sources: readonly SourceKind[]; readonly create: (calibration: Calibration) => Interpreter<M> };
}>;

/** A movement that a source can feed. */
export type PlayableMovement = keyof typeof interpreters;

/** An interpreter for a movement. Throws a RangeError when no source can feed it. */
export function createInterpreter(movement: Movement, calibration: Calibration): Interpreter<Movement> {
  if (!Object.hasOwn(interpreters, movement)) throw new RangeError(`no interpreter for ${movement}`);
  return interpreters[movement as PlayableMovement].create(calibration) as Interpreter<Movement>;
}
