import * as v from 'valibot';
import { uuid } from './shapes';

/** What a field of an edit may hold: the form of its path and of its value; null, which takes a value away, always fits. */
export interface FieldRule {
  readonly path: Pick<RegExp, 'test'>;
  readonly value: v.GenericSchema;
}

/** The shape of an edit's body: every path is known and every value fits it. */
export function toEditBody(rules: readonly FieldRule[]) {
  return v.strictObject({
    fields: v.pipe(
      v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()]))),
      v.rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed) return;
        const input = dataset.value;
        for (const [key, value] of Object.entries(input)) {
          for (const message of checkField(rules, key, value)) {
            addIssue({ message, path: [{ type: 'object', origin: 'value', input, key, value }] });
          }
        }
      }),
    ),
  });
}

/** The edits that an edit's author had seen. */
export const base = v.array(uuid);

function checkField(rules: readonly FieldRule[], path: string, value: unknown): readonly string[] {
  const rule = rules.find((each) => each.path.test(path));
  if (!rule) return ['is no known field'];
  if (value === null) return [];
  const result = v.safeParse(rule.value, value);
  return result.success ? [] : result.issues.map((issue) => issue.message);
}
