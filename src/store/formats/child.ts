import * as v from 'valibot';
import { checkShape } from '../../core/check';
import { isLocalDate } from '../../core/dates';
import type { Uuid } from '../../core/ids';
import { clinicChoices, fmsDistances, fmsRatings, orthosisPlaces } from '../../plan/clinic';
import { movementLocks, procedureKinds, procedureParts } from '../../plan/safety/child-safety';
import { safetyRuleIds, safetyRules } from '../../plan/safety/rules';
import { clearPct, companionAids, companionNames } from '../../plan/types';
import type { Fields, StoredEvent } from '../types';
import { base, type FieldRule, toEditBody } from './fields';
import type { Format } from './format';
import { side, toEnvelope, uuid, wholeWithin, within, words } from './shapes';

/** A change of a child's profile. */
export interface ChildEdit extends StoredEvent<{ readonly fields: Fields }> {
  readonly kind: 'child';
  readonly child: Uuid;
  readonly base: readonly Uuid[];
}

/** Fields of a profile and their limits: touch as in movement/types.ts (clinical.md C9), lengths in mm, times in ms, volumes as ratios, heart rates in beats a minute. */
const rules: readonly FieldRule[] = [
  { path: /^name$/, value: v.pipe(v.string(), v.maxLength(80, 'must be at most 80 characters')) },
  { path: /^picture$/, value: words },
  { path: /^companion\.name$/, value: v.picklist(companionNames) },
  { path: /^companion\.aid$/, value: v.picklist(companionAids) },
  { path: /^touch\.accept$/, value: v.picklist(['contact', 'release']) },
  { path: /^touch\.holdMs$/, value: within(0, 1500) },
  { path: /^touch\.mergeMs$/, value: within(0, 400) },
  { path: /^touch\.edgeRestMm$/, value: within(0, 40) },
  { path: /^touch\.palmMm$/, value: within(15, 60) },
  { path: /^switches\.scan$/, value: v.picklist(['direct', 'one', 'two']) },
  { path: /^switches\.scanMs$/, value: within(1000, 20_000) },
  { path: /^switches\.holdMs$/, value: within(0, 1500) },
  { path: /^switches\.repeatMs$/, value: within(0, 2000) },
  { path: /^lockoutMs$/, value: within(0, 2000) },
  { path: /^reachMm$/, value: within(50, 600) },
  { path: /^play\.(simplePicture|highContrast|reducedMotion)$/, value: v.boolean() },
  { path: /^play\.hand$/, value: side },
  { path: /^play\.clear\.side$/, value: v.picklist(['none', 'left', 'right']) },
  { path: /^play\.clear\.pct$/, value: within(clearPct.min, clearPct.max) },
  { path: /^play\.volumes\.(music|effects|voice)$/, value: within(0, 1) },
  { path: /^heart\.restBpm$/, value: wholeWithin(30, 150) },
  { path: /^heart\.maxBpm$/, value: wholeWithin(100, 240) },
  { path: /^weeklyGoal$/, value: wholeWithin(1, 14) },
  { path: /^weeklyMinutes$/, value: wholeWithin(5, 600) },
  // A week in which the family's goal was reached, by its Monday: once it was shown it stays, whatever is learned later.
  { path: { test: (path) => path.startsWith('grown.') && isLocalDate(path.slice('grown.'.length)) }, value: v.literal(true) },
  ...safetyRuleIds.map((rule) => ({ path: new RegExp(`^safety\\.rules\\.${rule}$`), value: within(safetyRules[rule].min, safetyRules[rule].max) })),
  { path: new RegExp(`^safety\\.locks\\.(${movementLocks.join('|')})$`), value: v.boolean() },
  { path: new RegExp(`^safety\\.(${procedureKinds.join('|')})\\.(on|unlocked)$`), value: v.pipe(v.string(), v.check(isLocalDate, 'is no day')) },
  { path: new RegExp(`^safety\\.(${procedureKinds.join('|')})\\.part$`), value: v.picklist(procedureParts) },
  ...Object.entries(clinicChoices).map(([name, choices]) => ({ path: new RegExp(`^clinic\\.${name}$`), value: v.picklist(choices) })),
  { path: new RegExp(`^clinic\\.fms(${fmsDistances.join('|')})$`), value: wholeWithin(fmsRatings.min, fmsRatings.max) },
  { path: new RegExp(`^clinic\\.orthoses\\.(${orthosisPlaces.join('|')})$`), value: v.literal(true) },
  { path: /^clinic\.(lowVision|cvi|epilepsy)$/, value: v.boolean() },
  { path: /^safety\.water$/, value: v.boolean() },
  { path: /^safety\.usualPain$/, value: wholeWithin(0, 8) },
];

const schema = v.strictObject({ ...toEnvelope('child', 1), child: uuid, base, body: toEditBody(rules) });

/** How changes of a child's profile are kept. */
export const childFormat: Format<ChildEdit> = {
  kind: 'child',
  format: 1,
  migrations: Object.freeze([]),
  check: (data) => checkShape(schema, data),
};
