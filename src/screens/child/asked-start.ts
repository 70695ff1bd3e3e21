import type { Uuid } from '../../core/ids';
import type { Help } from '../../core/units';
import type { SourceKind } from '../../movement/types';

/** A session that a therapist asked for: it begins as soon as the child's screen is there. */
export interface AskedStart {
  readonly child: Uuid;
  /** Items of the child's plan, and the source by which each is played this time. */
  readonly items: readonly { readonly id: string; readonly source: SourceKind }[];
  /** The help with which it begins. */
  readonly help: Help;
}

let asked: AskedStart | null = null;

/** Asks for a session; kept in memory only, so that a reload starts nothing by itself. */
export function askStart(start: AskedStart): void {
  asked = start;
}

/** What was asked for this child, once; whatever was asked for another is forgotten. */
export function takeAskedStart(child: Uuid): AskedStart | null {
  const start = asked?.child === child ? asked : null;
  asked = null;
  return start;
}
