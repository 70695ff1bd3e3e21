import { toDemands } from '../plan/safety/demands';
import type { PlanItem } from '../plan/types';

/** How a child is for a drill: on a chair, in its wheelchair, driving it, standing before a chair, walking, or on a mat. */
export type SetUpPosture = 'chair' | 'wheelchair' | 'driving' | 'standing' | 'walking' | 'floor';

/** Which picture shows how to set up a line of the plan. */
export interface SetUp {
  readonly source: Exclude<PlanItem['source'], 'heart'>;
  readonly posture: SetUpPosture;
}

/**
 * The set-up of a drill with today's values, from what it asks of the body (plan/safety); `seat` is where this child sits. Where sitting and
 * standing will do, the picture shows the safer one. null: nothing is set up for a source that plays nothing.
 */
export function toSetUp(
  drill: string,
  params: Readonly<Record<string, number | string>>,
  source: PlanItem['source'],
  seat: 'chair' | 'wheelchair',
): SetUp | null {
  if (source === 'heart') return null;
  const { posture, walks, wheels } = toDemands(drill, params);
  if (walks) return { source, posture: 'walking' };
  if (wheels) return { source, posture: 'driving' };
  if (posture === 'lying' || posture === 'floor') return { source, posture: 'floor' };
  return { source, posture: posture === 'standing' ? 'standing' : seat };
}
