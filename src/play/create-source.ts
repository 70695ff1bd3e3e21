import { createGamepadSource } from '../movement/sources/gamepad';
import { createHeartRateSource, findStrapAccess } from '../movement/sources/heart-rate';
import { createMotionSource } from '../movement/sources/motion';
import { createTouchSource } from '../movement/sources/touch';
import type { Source, SourceKind, SourceTimes } from '../movement/types';

/** What sources are made with. */
export interface SourcePlace {
  /** Touch is read on it. */
  readonly field: HTMLElement;
  readonly pxPerMm: number;
  readonly times: SourceTimes;
}

/** The source of a kind, not started yet; at once but for the camera, whose code is loaded only here. Throws a RangeError for a kind that plays nothing. */
export function createSource(kind: SourceKind, { field, pxPerMm, times }: SourcePlace): Source | Promise<Source> {
  switch (kind) {
    case 'touch':
      return createTouchSource(field, times, pxPerMm);
    case 'gamepad':
      return createGamepadSource(window, times);
    case 'motion':
      return createMotionSource(window, times);
    case 'pose':
      return import('../movement/sources/pose').then(({ createPoseSource }) => createPoseSource({ times }));
    case 'heart':
      return createHeartRateSource(findStrapAccess(window.navigator), window, times);
    default:
      throw new RangeError(`no source ${kind} plays a drill by itself`);
  }
}
