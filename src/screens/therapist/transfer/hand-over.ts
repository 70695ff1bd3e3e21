import type { LocalDate } from '../../../core/dates';
import type { WeeklyFile } from '../../../store/transfer/types';

/** The ending of backup files. */
export const fileEnding = '.pebble';

/** A file's name: when and what, never whose. */
export function toFileName(what: string, on: LocalDate): string {
  return `pebble-bay-${what}-${on}${fileEnding}`;
}

/** Hands a file to the browser's downloads. */
export function saveFile(data: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(data);
  link.download = name;
  link.click();
  // Some browsers read the file only after the click has ended.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** True where the browser can hand this file to another app or a tablet nearby. */
export function canShare(data: Blob, name: string): boolean {
  return typeof navigator.share === 'function' && (navigator.canShare?.({ files: [toFile(data, name)] }) ?? false);
}

/** Opens the share sheet; false where the adult put it away or the browser refused. */
export async function shareFile(data: Blob, name: string): Promise<boolean> {
  try {
    await navigator.share({ files: [toFile(data, name)] });
    return true;
  } catch {
    return false;
  }
}

/** True where a file can be chosen once and written again every week. */
export const canKeepFile = () => 'showSaveFilePicker' in globalThis;

/** Lets the adult choose the file of the weekly backup; null where the choice was put away. */
export async function chooseWeeklyFile(name: string): Promise<WeeklyFile | null> {
  const pick: unknown = Reflect.get(globalThis, 'showSaveFilePicker');
  if (typeof pick !== 'function') return null;
  try {
    const types = [{ accept: { 'application/octet-stream': [fileEnding] } }];
    return (await pick.call(globalThis, { suggestedName: name, types })) as WeeklyFile;
  } catch {
    return null;
  }
}

/** Safari clears what a page keeps after seven days without a visit, unless it stands on the home screen. */
export function isSafariPage(): boolean {
  const isSafari = /^((?!chrome|chromium|crios|fxios|edg|android).)*safari/i.test(navigator.userAgent);
  return isSafari && !matchMedia('(display-mode: standalone)').matches;
}

const toFile = (data: Blob, name: string) => new File([data], name, { type: 'application/octet-stream' });
