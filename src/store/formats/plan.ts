import * as v from 'valibot';
import { checkShape } from '../../core/check';
import { isLocalDate } from '../../core/dates';
import type { Uuid } from '../../core/ids';
import { adaptStep, adaptTarget } from '../../plan/adaptation';
import { questionKinds } from '../../plan/alternation';
import { adaptLeads, itemPlaces } from '../../plan/types';
import type { Fields, StoredEvent } from '../types';
import { base, type FieldRule, toEditBody } from './fields';
import type { Format } from './format';
import { finite, initials, source, toEnvelope, uuid, wholeWithin, within, words } from './shapes';

/** A change of a child's plan. */
export interface PlanEdit extends StoredEvent<{ readonly fields: Fields }> {
  readonly kind: 'plan';
  readonly child: Uuid;
  readonly base: readonly Uuid[];
}

const item = String.raw`^items\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.`;
const ofItem = (path: string): RegExp => new RegExp(`${item}${path}$`);
const param = '[a-z][A-Za-z0-9]*';

/** Fields of a plan item; parameters and bounds are clamped to their drill's limits where they are used (plan/limits.ts). */
const rules: readonly FieldRule[] = [
  { path: ofItem('(game|level)'), value: words },
  { path: ofItem('source'), value: source },
  { path: ofItem('side'), value: v.picklist(['left', 'right', 'alternate', 'either']) },
  { path: ofItem(String.raw`dose\.sets`), value: wholeWithin(1, 10) },
  { path: ofItem(String.raw`dose\.restS`), value: wholeWithin(0, 300) },
  { path: ofItem(String.raw`dose\.sessionsPerWeek`), value: wholeWithin(1, 14) },
  { path: ofItem(String.raw`params\.${param}`), value: v.union([finite, words]) },
  { path: ofItem(String.raw`bounds\.${param}\.(min|max)`), value: finite },
  { path: ofItem(String.raw`bounds\.${param}\.allowed`), value: v.pipe(words, v.regex(/^[^,]+(,[^,]+)*$/, 'is no list of choices with commas')) },
  { path: ofItem(String.raw`dose\.warmUp`), value: v.boolean() },
  { path: ofItem(String.raw`adapt\.lead`), value: v.picklist(adaptLeads) },
  { path: ofItem(String.raw`adapt\.target`), value: within(adaptTarget.min, adaptTarget.max) },
  { path: ofItem(String.raw`adapt\.step`), value: within(adaptStep.min, adaptStep.max) },
  { path: ofItem(String.raw`adapt\.axes\.${param}`), value: wholeWithin(1, 20) },
  { path: ofItem(String.raw`adapt\.carry`), value: within(-1, 1) },
  { path: ofItem('tip'), value: v.pipe(v.string(), v.minLength(1, 'is empty'), v.maxLength(300, 'must be at most 300 characters')) },
  { path: ofItem(String.raw`question\.kind`), value: v.picklist(questionKinds) },
  { path: ofItem(String.raw`question\.seed`), value: words },
  { path: ofItem(String.raw`question\.from`), value: v.pipe(v.string(), v.check(isLocalDate, 'is no day')) },
  { path: ofItem('place'), value: v.picklist(itemPlaces) },
  { path: ofItem('order'), value: finite },
  { path: ofItem('removed'), value: v.boolean() },
  // Who made this edit, in their own initials.
  { path: /^author$/, value: initials },
];

const schema = v.strictObject({ ...toEnvelope('plan', 1), child: uuid, base, body: toEditBody(rules) });

/** How changes of a plan are kept. */
export const planFormat: Format<PlanEdit> = { kind: 'plan', format: 1, migrations: Object.freeze([]), check: (data) => checkShape(schema, data) };
