import type { PlanItem } from '../plan/types';

/** How a child is for a drill: on a chair, in its wheelchair, standing before a chair, or on a mat. */
export type SetUpPosture = 'chair' | 'wheelchair' | 'standing' | 'floor';

/** Which picture shows how to set up a line of the plan; null: nothing needs to be set up for this source. */
export interface SetUp {
  readonly source: Exclude<PlanItem['source'], 'heart'>;
  readonly posture: SetUpPosture;
}

/** Drills on the feet, and those on the mat. */
const standing = new Set(['gait', 'walk', 'step']);
const onMat = new Set(['mobility']);
/** Ways of going up and down, by where they begin. */
const rises: Readonly<Record<string, SetUpPosture>> = { bridge: 'floor', 'heel-raise': 'standing', 'sit-to-stand': 'chair' };

/** The set-up of a drill with today's values; `seat` is where this child sits (clinical.md D: posture of each drill; C8: a chair behind who stands). */
export function toSetUp(
  drill: string,
  params: Readonly<Record<string, number | string>>,
  source: PlanItem['source'],
  seat: 'chair' | 'wheelchair',
): SetUp | null {
  if (source === 'heart') return null;
  return { source, posture: toPosture(drill, params, seat) };
}

function toPosture(drill: string, params: Readonly<Record<string, number | string>>, seat: 'chair' | 'wheelchair'): SetUpPosture {
  if (standing.has(drill)) return 'standing';
  if (onMat.has(drill)) return 'floor';
  if (drill === 'hold') return params.stance === 'sit' ? seat : 'standing';
  if (drill === 'rise') return rises[String(params.kind)] ?? seat;
  return seat;
}
