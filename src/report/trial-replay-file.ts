import type { LocalDate } from '../core/dates';

/** File name of a set's recording: game, day of the session and the set's number in it, never who played. */
export function toRecordingFileName(game: string, on: LocalDate, number: number): string {
  return `${game.replace(/[^a-z0-9]+/gi, '-')}-${on}-set-${number}.jsonl`;
}
