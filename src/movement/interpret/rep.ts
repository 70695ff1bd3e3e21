import type { Calibration, Interpreter } from '../types';
import { listen } from './listen';

/** Repetitions that an adult saw, each with its help; other sources see none. */
export function createRepInterpreter(calibration: Calibration): Interpreter<'rep'> {
  if (calibration.source !== 'adult') return () => [];
  return listen({ kind: 'adult', silenceMs: null, hear: ({ rep, help }) => (rep ? [{ value: { help }, quality: 1 }] : []) });
}
