/** A day of the family's own calendar, `YYYY-MM-DD`, without time zone. Days compare as text. */
export type LocalDate = string;

/** True for a day that exists. */
export function isLocalDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && toText(toDayNumber(text)) === text;
}

/** The day `days` after `date`; negative counts go back. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return toText(toDayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function countDays(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** The Monday of the week that holds `date` (ISO 8601 weeks). */
export function toWeekStart(date: LocalDate): LocalDate {
  const day = toDayNumber(date);
  return toText(day - ((((day + 3) % 7) + 7) % 7));
}

/** The day as an instant at noon UTC, for `Intl` formatting in the time zone `UTC`. */
export function toNoonUtcMs(date: LocalDate): number {
  return toDayNumber(date) * 86_400_000 + 43_200_000;
}

/** Days since 1970-01-01, by the civil calendar (H. Hinnant, "chrono-compatible low-level date algorithms"). */
function toDayNumber(date: LocalDate): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

function toText(dayNumber: number): LocalDate {
  const z = dayNumber + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * m + 2) / 5) + 1;
  const month = m < 10 ? m + 3 : m - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
