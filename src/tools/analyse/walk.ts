import type { Contact, GaitMeasure, Turn } from '../../measures/gait';
import { measureMotionWalk } from '../../measures/gait-from-motion';
import type { Analysis, AnalysisKind } from './analysis';
import { readMotionTable } from './walk-table';

/** Walking, by a motion sensor in any mounting: contacts, cadence, step and stride times, variability, asymmetry. */
export const walk: AnalysisKind = {
  about: 'motion sensors while walking: CSV with t_ms,ax,ay,az[,gx,gy,gz] (m/s2 with gravity, deg/s)',
  analyse: analyseWalk,
};

const names = {
  cadence: ['cadence_steps_min', 2],
  stepTimeMean: ['step_time_mean_s', 4],
  strideTimeMean: ['stride_time_mean_s', 4],
  strideTimeCv: ['stride_time_cv_pct', 3],
  stepTimeAsymmetry: ['step_time_asymmetry_pct', 3],
} as const satisfies Record<GaitMeasure, readonly [name: string, places: number]>;

const unreadable = 'not measurable with this sensor';

async function analyseWalk(path: string, name: string): Promise<Analysis> {
  const samples = await readMotionTable(path);
  if ('problem' in samples) return samples;
  const walked = measureMotionWalk(samples.rows);
  const show = (measure: GaitMeasure, value: number | null | undefined) => ({
    [names[measure][0]]: value === null || value === undefined ? null : round(value, names[measure][1]),
  });
  const gaps = walked?.measures.notMeasured.map(({ measure, why }) => ({ measure: names[measure][0] as string, why: why as string }));
  const line = {
    kind: 'walk',
    file: name,
    // Readings too far apart hide steps: an unknown number, which is not none.
    steps: walked === null ? null : walked.contacts.length,
    contacts: (walked?.contacts ?? []).map(toContact),
    ...show('cadence', walked?.measures.cadenceSpm),
    ...show('stepTimeMean', walked?.measures.stepTimeMeanS),
    ...show('strideTimeMean', walked?.measures.strideTimeMeanS),
    ...show('strideTimeCv', walked?.measures.strideTimeCvPct),
    ...show('stepTimeAsymmetry', walked?.measures.stepTimeAsymmetryPct),
    not_measured: gaps ?? ['steps', ...Object.values(names).map(([measure]) => measure)].map((measure) => ({ measure, why: unreadable })),
  };
  return { lines: [line], notes: walked === null ? [] : describeGaps(walked.gaps) };
}

function describeGaps(gaps: readonly Turn[]): string[] {
  const [first] = gaps;
  if (first === undefined) return [];
  const seconds = gaps.reduce((sum, { startS, endS }) => sum + endS - startS, 0);
  const stretches = gaps.length === 1 ? 'one stretch' : `${gaps.length} stretches`;
  return [`no readings in ${stretches}, ${round(seconds, 1)} s in all, the first from ${round(first.startS, 2)} s: step times there are left out`];
}

function toContact({ tS, side }: Contact) {
  return { t_s: round(tS, 3), side };
}

function round(value: number, places: number): number {
  return Number(value.toFixed(places));
}
