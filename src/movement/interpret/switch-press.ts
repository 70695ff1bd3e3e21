import type { Millis } from '../../core/units';
import type { SwitchSettings } from '../types';

/** How keys and switches are used where the therapist has set nothing. */
export const safeSwitches: SwitchSettings = { scan: 'direct', scanMs: 5000, holdMs: 0, repeatMs: 0 };

/** One switch as this child uses it. */
export interface SwitchPress {
  /** Whether the switch is down, whatever the settings; a line that scans stands still meanwhile. */
  readonly down: boolean;
  /** Whether a press counts now: it has lasted long enough and is no tremor. */
  readonly counts: boolean;
  /** The press began to count with this very call. */
  readonly begins: boolean;
}

/** Follows one switch: a press counts after `holdMs`, and not within `repeatMs` of the release of the one before. */
export function createSwitchPress({ holdMs, repeatMs }: SwitchSettings): (down: boolean, atMs: Millis) => SwitchPress {
  let downMs: Millis | null = null;
  let releasedMs = Number.NEGATIVE_INFINITY;
  let counts = false;
  return (down, atMs) => {
    const counted = counts;
    if (!down) {
      if (counts) releasedMs = atMs;
      [downMs, counts] = [null, false];
    } else {
      downMs ??= atMs;
      counts ||= downMs - releasedMs >= repeatMs && atMs - downMs >= holdMs;
    }
    return { down, counts, begins: counts && !counted };
  };
}
