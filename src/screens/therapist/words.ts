import { type LocalDate, toNoonUtcMs } from '../../core/dates';
import type { Text } from '../../core/text';
import type { Millis } from '../../core/units';
import type { Metric, NumberParam } from '../../drills/types';

/** The key below `unit` for a unit as drills write it. */
export function toUnitKey(unit: string): string {
  return { '%': 'pct', 'mm/s': 'mmps' }[unit] ?? unit;
}

/** A number in the writing of the language, with exactly `digits` decimals. */
export function formatNumber(text: Text, value: number, digits = 0): string {
  return new Intl.NumberFormat(text.language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** A number with its unit: `145 mm`. */
export function formatValue(text: Text, unit: string, value: number, digits = 0): string {
  return text(`unit.${toUnitKey(unit)}.value`, { value: formatNumber(text, value, digits), count: value });
}

/** A line that a text file may leave out: null when it does. */
export function findText(text: Text, key: string, values?: Readonly<Record<string, string | number>>): string | null {
  const line = text(key, values);
  return line === key ? null : line;
}

/** A parameter's value as a therapist says it: `145 mm`, `0.5 s`, `10 targets`, `No hold`. */
export function formatParam(text: Text, param: NumberParam, value: number): string {
  const zero = value === 0 ? findText(text, `${param.label}.zero`) : null;
  if (zero !== null) return zero;
  const seconds = param.unit === 'ms';
  const shown = seconds ? value / 1000 : value;
  const digits = countDigits(shown);
  const own = findText(text, `${param.label}.value`, { value: formatNumber(text, shown, digits), count: shown });
  return own ?? formatValue(text, seconds ? 's' : param.unit, shown, digits);
}

/** A metric's value with its unit, by the metric's decimals. */
export function formatMetric(text: Text, drill: string, name: string, metric: Metric, value: number): string {
  const shown = formatNumber(text, value, metric.digits);
  return findText(text, `${drill}.metric.${name}.value`, { value: shown, count: value }) ?? formatValue(text, metric.unit, value, metric.digits);
}

/** A metric's name. */
export function toMetricName(text: Text, drill: string, metric: string): string {
  return text(`${drill}.metric.${metric}.label`);
}

/** A day in words: `Sun 22 Nov`, with the year where `long`. */
export function formatDay(text: Text, on: LocalDate, long = false): string {
  const parts: Intl.DateTimeFormatOptions = long
    ? { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }
    : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(text.language, { ...parts, timeZone: 'UTC' }).format(toNoonUtcMs(on));
}

/** The time of day of an instant in ISO 8601, where the tablet is; empty when it is no instant. */
export function formatTime(text: Text, at: string): string {
  const ms = toInstantMs(at);
  return ms === null ? '' : new Intl.DateTimeFormat(text.language, { hour: 'numeric', minute: '2-digit' }).format(ms);
}

/** Minutes and seconds of play in words. */
export function formatDuration(text: Text, ms: Millis): string {
  const seconds = Math.round(ms / 1000);
  const unit = (name: string, value: number) =>
    new Intl.NumberFormat(text.language, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 0 }).format(value);
  if (seconds < 60) return unit('second', seconds);
  const rest = seconds % 60;
  return rest === 0 || seconds >= 600
    ? unit('minute', Math.round(seconds / 60))
    : `${unit('minute', Math.floor(seconds / 60))} ${unit('second', rest)}`;
}

/** Bytes in words: `3.2 MB`. */
export function formatBytes(text: Text, bytes: number): string {
  const [unit, value] = bytes < 1e6 ? ['kilobyte', bytes / 1e3] : bytes < 1e9 ? ['megabyte', bytes / 1e6] : ['gigabyte', bytes / 1e9];
  return new Intl.NumberFormat(text.language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(value);
}

function countDigits(value: number): number {
  return (String(value).split('.')[1] ?? '').length;
}

// Dates are read without Date: screens have no clock of their own, and an instant needs none.
function toInstantMs(at: string): number | null {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|([+-])(\d{2}):(\d{2}))$/.exec(at);
  if (!parts) return null;
  const [, day = '', hour, minute, second, , sign, offsetHour, offsetMinute] = parts;
  const offset = sign ? (sign === '-' ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute)) : 0;
  return toNoonUtcMs(day) + ((Number(hour) - 12) * 60 + Number(minute) - offset) * 60_000 + Number(second ?? 0) * 1000;
}
