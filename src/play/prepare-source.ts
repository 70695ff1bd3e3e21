import { createSessionClock } from '../core/clock';
import { createPoseSource, type PoseSource } from '../movement/sources/pose';
import type { SourceKind } from '../movement/types';
import { createSource } from './create-source';
import { openSource } from './open-source';
import type { PreparedSource } from './start-play';

/** A source that runs before play begins, so that an adult can set it up; a camera can be looked at meanwhile. */
export interface SetUpSource extends PreparedSource {
  readonly pose: PoseSource | null;
}

/** Opens a source and the clock that the session will go by; called within the adult's tap. A camera looks for so many persons. */
export async function prepareSource(kind: SourceKind, pxPerMm: number, persons: 1 | 2 = 2): Promise<SetUpSource> {
  const clock = createSessionClock({ nowMs: () => performance.now() });
  const times = { nowMs: () => clock.nowMs(), toSession: (ms: number) => clock.toSession(ms) };
  const pose = kind === 'pose' ? createPoseSource({ times, persons }) : null;
  const open = await openSource(() => pose ?? createSource(kind, { field: document.body, pxPerMm, times }));
  return { clock, open, pose, ranges: null };
}
