import * as v from 'valibot';

/** What became of data from outside: the value, or every problem as `field: what is wrong`. */
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly string[] };

/** Checks unknown data against a schema and names each field that does not fit. Never throws. */
export function checkShape<T>(schema: v.GenericSchema<unknown, T>, data: unknown): Checked<T> {
  const result = v.safeParse(schema, data);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, problems: result.issues.map((issue) => `${v.getDotPath(issue) ?? 'whole'}: ${issue.message}`) };
}

/** Parses JSON text and checks it; text that is no JSON is one problem, named `whole`. */
export function parseJson<T>(schema: v.GenericSchema<unknown, T>, text: string): Checked<T> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { ok: false, problems: [`whole: not JSON (${error instanceof Error ? error.message : String(error)})`] };
  }
  return checkShape(schema, data);
}
