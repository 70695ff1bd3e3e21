import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contact, Turn } from '../../src/measures/gait';
import type { MotionSample } from '../../src/measures/walking-signal';

// Sensor recordings of adults (Apache-2.0, CC BY 4.0, MIT), see the folder's SOURCES.md; they lie beside the project.
const folder = join(import.meta.dirname, '../../../shared/data/imu');
/** Whether the reference recordings are there. */
export const present = existsSync(join(folder, 'mobgap_MS001_Test5_Trial1.json'));
if (!present) console.info('skipped: no reference recordings');

/** A bout seen by motion capture. */
export interface ReferenceBout {
  readonly start_s: number;
  readonly end_s: number;
  readonly turns_s: readonly (readonly [number, number])[];
  readonly initial_contacts: readonly { readonly t_s: number; readonly side: 'L' | 'R' }[];
  readonly derived: Readonly<Record<string, number>>;
}

/** What is known of a recording; each has some of these. */
export interface WalkReference {
  readonly reference?: { readonly Stereophoto: readonly ReferenceBout[]; readonly INDIP: readonly ReferenceBout[] };
  readonly ground_truth_steps?: number;
  readonly bout_steps?: number;
  readonly cadence_mean?: number;
  readonly step_time_mean_s?: number;
  readonly stride_time_mean_s?: number;
  readonly transitions?: Readonly<Record<string, readonly { readonly start_s: number; readonly end_s: number }[]>>;
}

/** The straight walks with motion capture, and the walks with a phone loose in a pocket. */
export const straightWalks = ['mobgap_MS001_Test5_Trial1', 'mobgap_MS001_Test5_Trial2'];
export const pocketWalks = ['oxford_Samsung_Dario_Hard_BackPocket_1', 'oxfordval_user2_frontpocket_1506422217391'];
export const dailyWalk = 'mobgap_MS001_Test11_Trial1';

/** The readings of a recording. */
export function readMotion(name: string): MotionSample[] {
  const rows = readFileSync(join(folder, `${name}.csv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return rows.map((row) => {
    const [tMs = Number.NaN, ax = Number.NaN, ay = Number.NaN, az = Number.NaN, gx, gy, gz] = row.split(',').map(Number);
    const turns = gx !== undefined && gy !== undefined && gz !== undefined;
    return { tMs, accelMps2: [ax, ay, az], rotationDps: turns ? [gx, gy, gz] : null };
  });
}

/** What is known of a recording. */
export function readReference(name: string): WalkReference {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
}

/** Contacts and turns by motion capture, of all bouts. */
export function readCaptured(name: string): { readonly contacts: readonly Contact[]; readonly turns: readonly Turn[] } {
  const bouts = readReference(name).reference?.Stereophoto ?? [];
  return {
    contacts: bouts.flatMap((bout) =>
      bout.initial_contacts.map(({ t_s, side }) => ({ tS: t_s, side: side === 'L' ? ('left' as const) : ('right' as const) })),
    ),
    turns: bouts.flatMap((bout) => bout.turns_s.map(([startS, endS]) => ({ startS, endS }))),
  };
}
