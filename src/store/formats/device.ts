import * as v from 'valibot';
import { beatOffsetLimits } from '../../core/beat-offset';
import { checkShape } from '../../core/check';
import type { Uuid } from '../../core/ids';
import { languages } from '../../core/text';
import type { Fields, StoredEvent } from '../types';
import { base, type FieldRule, toEditBody } from './fields';
import type { Format } from './format';
import { initials, toEnvelope, within } from './shapes';

/** A change of a tablet's settings, which are those of the device that wrote it. */
export interface DeviceEdit extends StoredEvent<{ readonly fields: Fields }> {
  readonly kind: 'device';
  readonly child: null;
  readonly base: readonly Uuid[];
}

const rules: readonly FieldRule[] = [
  { path: /^pxPerMm$/, value: within(1, 20) },
  { path: /^beatOffsetMs(Touch|Switch)$/, value: within(beatOffsetLimits.minMs, beatOffsetLimits.maxMs) },
  { path: /^beatSpreadMs(Touch|Switch)$/, value: within(0, 1000) },
  { path: /^language$/, value: v.picklist(languages) },
  { path: /^author$/, value: initials },
  { path: /^place$/, value: v.picklist(['home', 'clinic']) },
  { path: /^(showNames|pinPutOff)$/, value: v.boolean() },
];

const schema = v.strictObject({ ...toEnvelope('device', 1), child: v.null(), base, body: toEditBody(rules) });

/** How changes of a tablet's settings are kept. */
export const deviceFormat: Format<DeviceEdit> = {
  kind: 'device',
  format: 1,
  migrations: Object.freeze([]),
  check: (data) => checkShape(schema, data),
};
