import * as v from 'valibot';
import { checkShape } from '../../core/check';
import type { Uuid } from '../../core/ids';
import { funFaces, painFaces, painPlaces } from '../../plan/safety/faces';
import type { Feeling } from '../../plan/safety/records';
import type { StoredEvent } from '../types';
import type { Format } from './format';
import { toEnvelope, uuid } from './shapes';

/** How a child was after a session. */
export interface FeelingEvent extends StoredEvent<Feeling & { readonly session: Uuid }> {
  readonly kind: 'feeling';
  readonly child: Uuid;
}

const schema = v.strictObject({
  ...toEnvelope('feeling', 1),
  child: uuid,
  body: v.strictObject({
    session: uuid,
    pain: v.nullable(v.picklist(painFaces)),
    painAt: v.nullable(v.picklist(painPlaces)),
    fun: v.nullable(v.picklist(funFaces)),
  }),
});

/** How the words on pain and on how it was are kept. */
export const feelingFormat: Format<FeelingEvent> = {
  kind: 'feeling',
  format: 1,
  migrations: Object.freeze([]),
  check: (data) => checkShape(schema, data),
};
