import type { Checked } from '../../core/check';

/** One released step from a format to the next: pure, frozen, never edited; `about` says why the format changed. */
export interface Migration {
  readonly to: number;
  readonly about: string;
  up(data: unknown): unknown;
}

/** How one kind of record is kept: today's number, its check, and a step from every older number to the next. */
export interface Format<T> {
  readonly kind: string;
  readonly format: number;
  readonly migrations: readonly Migration[];
  /** Checks data that is already of today's format. */
  check(data: unknown): Checked<T>;
}

/** Data of any released format as today's; data of a newer format is refused. Changes nothing and never throws. */
export function toCurrent<T>(format: Format<T>, data: unknown): Checked<T> {
  const from = toRecord(data).format;
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 1) return refuse('format: is no format number');
  if (from > format.format) return refuse(`format: ${from} is newer than ${format.format}, the newest that this version knows`);
  let current = data;
  for (const step of format.migrations) {
    if (step.to <= from) continue;
    try {
      current = { ...toRecord(step.up(current)), format: step.to };
    } catch (error) {
      return refuse(`whole: the step to format ${step.to} does not fit it (${error instanceof Error ? error.message : String(error)})`);
    }
  }
  return format.check(current);
}

/** Any data as a record; what is none has no fields. */
export function toRecord(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

function refuse(problem: string): Checked<never> {
  return { ok: false, problems: [problem] };
}
