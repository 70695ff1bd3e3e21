import type { Calibration, Interpreter, Movement, SourceKind } from '../types';
import { createAngleInterpreter } from './angle';
import { createLeanInterpreter } from './lean';
import { createPressInterpreter } from './press';
import { createReachInterpreter } from './reach';
import { createGamepadReachInterpreter } from './reach-from-gamepad';
import { createPoseReachInterpreter } from './reach-from-pose';
import { createRepInterpreter } from './rep';
import { createRiseInterpreter } from './rise';
import { createStepInterpreter } from './step';

/** For each movement the sources that can feed it and the interpreter that turns their frames into its signals, by `calibration.source`. */
export const interpreters = {
  reach: { sources: ['touch', 'pose', 'gamepad'], create: createAnyReachInterpreter },
  lean: { sources: ['pose', 'motion', 'gamepad', 'touch'], create: createLeanInterpreter },
  angle: { sources: ['pose', 'motion'], create: createAngleInterpreter },
  rise: { sources: ['pose', 'motion'], create: createRiseInterpreter },
  step: { sources: ['pose', 'motion'], create: createStepInterpreter },
  press: { sources: ['touch', 'gamepad', 'pose'], create: createPressInterpreter },
  rep: { sources: ['adult'], create: createRepInterpreter },
} as const satisfies {
  [M in Movement]: { readonly sources: readonly SourceKind[]; readonly create: (calibration: Calibration) => Interpreter<M> };
};

/** A movement that a source can feed. */
export type PlayableMovement = keyof typeof interpreters;

/** The sources that a drill of a movement can be played with; an adult's thumb plays every drill. */
export function playableSources(movement: Movement): readonly SourceKind[] {
  const sources: readonly SourceKind[] = interpreters[movement].sources;
  return sources.includes('adult') ? sources : [...sources, 'adult'];
}

/**
 * An interpreter for a movement. Played by an adult's thumb it says nothing, since the runner hears the thumb itself.
 * Throws a RangeError when the calibration's source cannot feed the movement.
 */
export function createInterpreter(movement: Movement, calibration: Calibration): Interpreter<Movement> {
  const { source } = calibration;
  if (!playableSources(movement).includes(source)) throw new RangeError(`no interpreter for ${movement} from ${source}`);
  return interpreters[movement].create(calibration) as Interpreter<Movement>;
}

function createAnyReachInterpreter(calibration: Calibration): Interpreter<'reach'> {
  switch (calibration.source) {
    case 'touch':
      return createReachInterpreter(calibration);
    case 'pose':
      return createPoseReachInterpreter(calibration);
    case 'gamepad':
      return createGamepadReachInterpreter(calibration);
    default:
      return () => [];
  }
}
