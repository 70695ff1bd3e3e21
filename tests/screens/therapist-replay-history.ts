import { reachDrill } from '../../src/drills/reach/drill';
import { seatedPose, toBodyFrame } from '../../src/drills/synthetic-body';
import type { AnyDrill, SetSpec, TrialResult } from '../../src/drills/types';
import type { Calibration, Frame } from '../../src/movement/types';
import type { Level } from '../../src/plan/types';
import { createRunner, tickMs } from '../../src/session/runner';
import { toPlaySpace } from '../../src/session/space';
import type { RecordingHead } from '../../src/session/types';
import type { Store } from '../../src/store/types';

const fieldMm = { width: 248, height: 155 };
const touch = { accept: 'contact', holdMs: 0, mergeMs: 120, edgeRestMm: 0, palmMm: 35 } as const;

/** A source for a set of three trials, of reaches unless said otherwise: its calibration and what it told. */
export interface Told {
  readonly source: Calibration['source'];
  readonly frames: readonly Frame[];
  readonly byAdult?: true;
  readonly drillVersion?: number;
  /** Another drill with its parameters. */
  readonly drill?: AnyDrill;
  readonly params?: SetSpec['params'];
}

/** A seated child before the camera that raises its right arm again and again, hidden from 2.2 s to 3.2 s of each trial's five. */
export function filmWaving(seconds: number): Frame[] {
  const frames: Frame[] = [];
  for (let ms = 33; ms < seconds * 1000; ms += 33) {
    const armDeg = { left: 5, right: 70 + 60 * Math.sin(ms / 600) };
    const frame = toBodyFrame({ ...seatedPose, armDeg, leanDeg: 6 * Math.sin(ms / 900) }, ms, ms + 60);
    frames.push(ms % 5000 > 2200 && ms % 5000 < 3000 ? { ...frame, joints: {} } : frame);
  }
  return frames;
}

/** Plays frames through the real pipeline as a set of Fireflies and keeps it, trial by trial, as a session does. */
export async function keepTold(
  store: Store,
  ids: { readonly child: string; readonly item: string; readonly level: Level; readonly newId: () => string },
  told: Told,
): Promise<{ readonly session: string; readonly set: string; readonly results: readonly TrialResult[] }> {
  const { child, item, level, newId } = ids;
  const [session, id] = [newId(), newId()];
  const calibration: Calibration = { source: told.source, fieldMm, touch };
  const set: SetSpec = {
    params: { ...(told.params ?? level.params), trials: 3 },
    sides: ['right', 'right', 'right'],
    space: toPlaySpace(fieldMm.width, fieldMm.height, null),
    lockoutMs: 500,
    ...(told.byAdult ? { byAdult: true } : {}),
  };
  const drill = told.drill ?? reachDrill;
  const drillVersion = told.drillVersion ?? drill.version;
  const head: RecordingHead = { format: 1, game: 'fireflies', drill: drill.id, drillVersion, set, seed: 'told', calibration };
  const runner = createRunner({ drill, set, seed: head.seed, calibration });
  const frames: Frame[] = [];
  const coming = [...told.frames].sort((a, b) => a.deliveredMs - b.deliveredMs);
  const common = { session, child, level: level.id, source: told.source };
  await store.save({ kind: 'session', session, child });
  await store.save({ kind: 'set', ...common, set: id, item, head });
  let kept = 0;
  for (let ms = 0; ms < 120_000 && !runner.state.done; ms += tickMs) {
    while (coming[0] && coming[0].deliveredMs <= ms + tickMs) frames.push(runner.push(coming.shift() as Frame));
    runner.advanceTo(ms + tickMs);
    const result = runner.state.results[kept];
    if (!result) continue;
    kept += 1;
    const part = { frames: frames.splice(0), cuts: [] };
    const outcome = await store.save({ kind: 'trial', ...common, set: id, game: 'fireflies', drill: drill.id, drillVersion, result, part });
    if (!outcome.saved) throw new Error(outcome.problem);
  }
  await store.save({ kind: 'session-end', session, child, reason: 'finished', activeMs: 10_000 });
  return { session, set: id, results: runner.state.results };
}
