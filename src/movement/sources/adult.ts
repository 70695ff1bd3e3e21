import type { Help } from '../../core/units';
import type { Frame, Source, SourceTimes } from '../types';

/** An adult's thumb: what the buttons on the screen say. */
export interface AdultSource extends Source {
  /** A repetition was seen, done with this help. */
  press(help: Help): void;
  /** From now on this help is given. */
  setHelp(help: Help): void;
}

/** Frames from an adult's taps; needs no device and no permission. */
export function createAdultSource(times: SourceTimes): AdultSource {
  let emit: ((frame: Frame) => void) | null = null;

  function send(rep: boolean, help: Help): void {
    const nowMs = times.nowMs();
    emit?.({ kind: 'adult', capturedMs: nowMs, deliveredMs: nowMs, rep, help });
  }

  return {
    kind: 'adult',
    async start(onFrame) {
      emit = onFrame;
      return { state: 'running' };
    },
    stop() {
      emit = null;
    },
    press: (help) => send(true, help),
    setHelp: (help) => send(false, help),
  };
}
