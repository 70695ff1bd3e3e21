import type { LocalDate } from '../../../core/dates';
import { isStanding } from '../../../plan/safety/demands';
import { judgeLocks } from '../../../plan/safety/readiness';
import type { ChildProfile, Level, PlanItem } from '../../../plan/types';
import { toReadyItems } from '../ready/use-ready';

/** Why a level cannot be taken up in play, as a key of the text files; null: it can. What nobody was asked before play (an adult within reach, shoes) is not begun in it. */
export function toRefusal(child: ChildProfile, from: PlanItem, to: PlanItem, levels: readonly Level[], today: LocalDate): string | null {
  const [now] = toReadyItems([from], levels);
  const [wanted] = toReadyItems([to], levels);
  if (!now || !wanted) return null;
  const [judged] = judgeLocks(child.safety, [wanted], today);
  const [because] = judged?.because ?? [];
  if (judged && judged.verdict !== 'play') return because ? `ready.because.${because}` : 'rail.locked';
  return isStanding(wanted.demands) && !isStanding(now.demands) ? 'rail.standing' : null;
}
