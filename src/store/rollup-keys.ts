import type { Uuid } from '../core/ids';
import { toCourseKey, toCourseListKey } from './courses';
import type { CurrentEvent } from './formats/current';

/** Key of a session's summary. */
export const toSummaryKey = (session: Uuid) => `session/${session}`;
/** Key of a child's totals. */
export const toTotalsKey = (child: Uuid) => `totals/${child}`;
/** Key of a child's range checks. */
export const toRangesKey = (child: Uuid) => `ranges/${child}`;
/** Key of a child's adjustments. */
export const toAdjustmentsKey = (child: Uuid) => `adjustments/${child}`;
/** Key of a family's log of weeks, goals and first days. */
export const toFamilyKey = (child: Uuid) => `family/${child}`;
/** Key of the fold of a child's profile, plan or days, or of a device's settings. */
export const toFoldKey = (kind: 'child' | 'plan' | 'device' | 'rest-day' | 'not-today' | 'goal', id: Uuid) => `${kind}/${id}`;

/** Key of the log of a plan's changes. */
export const toPlanLogKey = (child: Uuid) => `plan-log/${child}`;

/** Key of what was said of a child before, after and beside play. */
export const toSafetyKey = (child: Uuid) => `safety/${child}`;

/** Key of the answers of a child's weekly checks. */
export const toGoalChecksKey = (child: Uuid) => `goal-checks/${child}`;

/** Keys of the roll-ups that an event changes. */
export function toRollupKeys(event: CurrentEvent): readonly string[] {
  switch (event.kind) {
    case 'child':
      return [toFoldKey(event.kind, event.child), toFamilyKey(event.child)];
    case 'plan':
      return [toFoldKey(event.kind, event.child), toPlanLogKey(event.child)];
    case 'rest-day':
    case 'not-today':
    case 'goal':
      return [toFoldKey(event.kind, event.child)];
    case 'adjustment':
      return [toFoldKey('plan', event.child), toAdjustmentsKey(event.child), toPlanLogKey(event.child)];
    case 'device':
      return [toFoldKey('device', event.device)];
    case 'range':
      return [toRangesKey(event.child)];
    case 'goal-check':
      return [toGoalChecksKey(event.child)];
    case 'check':
    case 'feeling':
    case 'incident':
    case 'note':
      return [toSafetyKey(event.child)];
    case 'trial':
      return [
        toSummaryKey(event.body.session),
        toTotalsKey(event.child),
        toFamilyKey(event.child),
        toCourseKey(event.child, event.body),
        toCourseListKey(event.child),
      ];
    default:
      return [toSummaryKey(event.body.session)];
  }
}
