import { jointAngles } from '../../measures/joint-angles';
import { measureRangeOfMotion } from '../../measures/range-of-motion';
import { measurePoseRepetitions } from '../../measures/repetitions-from-pose';
import { measurePoseSteps } from '../../measures/steps-from-pose';
import type { Analysis, AnalysisKind } from './analysis';
import { type PoseMovement, parsePoseOptions, poseUsage } from './pose-options';
import { type Look, type Posed, toPosed } from './pose-space';
import { readPoseTable } from './pose-table';

/** Body key points: repetitions or steps of a movement, and the range of each joint angle that the view can carry. */
export const pose: AnalysisKind = {
  about: `body key points: CSV with t_ms,<landmark>_x,_y[,_z][,_v]; ${poseUsage}`,
  analyse: async () => ({ problem: '--task is missing' }),
  choose: (typed) => {
    const question = parsePoseOptions(typed);
    if ('wrong' in question) return question;
    const { movement, look, files } = question;
    return { files, kind: { about: pose.about, analyse: (path, name) => analysePose(path, name, movement, look) } };
  },
};

interface NotMeasured {
  readonly measure: string;
  readonly why: string;
}

async function analysePose(path: string, name: string, movement: PoseMovement, look: Look): Promise<Analysis> {
  const table = await readPoseTable(path);
  if ('problem' in table) return table;
  const posed = toPosed(table, look);
  if ('problem' in posed) return posed;
  const { angles, notMeasured } = measureAngles(posed);
  const moved = measureMovement(posed, movement);
  const line = {
    kind: 'pose',
    file: name,
    task: movement,
    reps: moved.reps,
    steps: moved.steps,
    angles,
    confidence: round(moved.confidence, 3),
    not_measured: [...moved.notMeasured, ...notMeasured],
  };
  return { lines: [line], notes: [] };
}

function measureAngles({ frames, view }: Posed) {
  const angles: Record<string, { readonly min_deg: number; readonly max_deg: number; readonly rom_deg: number }> = {};
  const notMeasured: NotMeasured[] = [];
  for (const angle of jointAngles) {
    const range = typeof view === 'string' ? measureRangeOfMotion(angle, frames, view) : { notMeasurable: view.noView };
    if ('notMeasurable' in range) notMeasured.push({ measure: angle.name, why: range.notMeasurable });
    else angles[angle.name] = { min_deg: round(range.minDeg, 2), max_deg: round(range.maxDeg, 2), rom_deg: round(range.rangeDeg, 2) };
  }
  return { angles, notMeasured };
}

function measureMovement({ frames }: Posed, movement: PoseMovement) {
  const none = (measure: string) => ({ reps: [], steps: [], confidence: 0, notMeasured: [{ measure, why: 'joints not seen' }] });
  if (movement === 'walk-in-place') {
    const found = measurePoseSteps(frames);
    if (!found) return none('steps');
    const steps = found.steps.map(({ tMs, side }) => ({ t_s: round(tMs / 1000, 3), side }));
    return { reps: [], steps, confidence: found.confidence, notMeasured: [] };
  }
  const found = measurePoseRepetitions(movement, frames);
  if (!found) return none('reps');
  const reps = found.repetitions.map(({ startMs, endMs }) => ({ start_s: round(startMs / 1000, 3), end_s: round(endMs / 1000, 3) }));
  return { reps, steps: [], confidence: found.confidence, notMeasured: [] };
}

function round(value: number, places: number): number {
  return Number(value.toFixed(places));
}
