import { createUuid } from '../../core/ids';
import { reachDrill } from '../../drills/reach/drill';
import type { SetSpec, TrialResult } from '../../drills/types';
import type { Frame } from '../../movement/types';
import type { Level } from '../../plan/types';
import { toPlaySpace } from '../../session/space';
import type { RecordingHead, SessionRecord } from '../../session/types';
import { openStore } from '../../store/open';

const trialsASet = 20;
/** A typical trial: 3 s of a finger at 60 Hz. */
const framesATrial = 180;

/** Times in ms from handing a trial over until it is durable: in a database without trials, and in one with many. */
export interface SaveTimes {
  readonly first: readonly number[];
  readonly later: readonly number[];
}

const newId = () => createUuid((bytes) => crypto.getRandomValues(bytes));

/**
 * Saves trials through the app's store, in sets and sessions: `stored` into one database, then `sampled` in turn into that one and
 * into a new one, so that both have the same moments of the machine.
 */
export async function measureSaves(level: Level, stored: number, sampled: number): Promise<SaveTimes> {
  const [full, fresh] = [await openSaver(level, 'full'), await openSaver(level, 'fresh')];
  for (let n = 0; n < stored; n++) await full.saveTrial();
  const first: number[] = [];
  const later: number[] = [];
  for (let n = 0; n < sampled; n++) {
    first.push(await fresh.saveTrial());
    later.push(await full.saveTrial());
  }
  full.close();
  fresh.close();
  return { first, later };
}

/** A database of its own; `saveTrial` resolves to its time in ms. */
async function openSaver(level: Level, name: string): Promise<{ saveTrial(): Promise<number>; close(): void }> {
  const opened = await openStore({
    indexedDB,
    randomBytes: (bytes) => crypto.getRandomValues(bytes),
    now: () => ({ on: '2026-01-05', at: new Date().toISOString() }),
    storage: navigator.storage,
    name: `pebble-bay-bench-${name}`,
  });
  if (!opened.store) throw new Error(`the store did not open: ${opened.problem}`);
  const { store } = opened;
  const child = newId();
  let ids = { session: '', set: '' };
  let saved = 0;
  const save = async (record: SessionRecord) => {
    const outcome = await store.save(record);
    if (!outcome.saved) throw new Error(`a ${record.kind} was not saved: ${outcome.problem}`);
  };
  return {
    async saveTrial() {
      const trial = saved++ % trialsASet;
      if (trial === 0) {
        ids = { session: newId(), set: newId() };
        await save({ kind: 'session', session: ids.session, child });
        await save({ kind: 'set', ...ids, child, item: 'item', level: level.id, source: 'touch', head: toHead(level) });
      }
      const record = toTrial(level, ids, child, trial);
      const startMs = performance.now();
      await save(record);
      const ms = performance.now() - startMs;
      if (trial === trialsASet - 1) await save({ kind: 'session-end', session: ids.session, child, reason: 'finished', activeMs: 60_000 });
      return ms;
    },
    close: store.close,
  };
}

function toHead(level: Level): RecordingHead {
  const fieldMm = { width: 280, height: 175 };
  const set: SetSpec = {
    params: { ...level.params, trials: trialsASet },
    sides: Array.from({ length: trialsASet }, () => null),
    space: toPlaySpace(fieldMm.width, fieldMm.height, null),
    lockoutMs: 500,
  };
  const touch = { accept: 'contact', holdMs: 0, mergeMs: 120, edgeRestMm: 8, palmMm: 35 } as const;
  return {
    format: 1,
    game: level.game,
    drill: reachDrill.id,
    drillVersion: reachDrill.version,
    set,
    seed: 'bench',
    calibration: { source: 'touch', fieldMm, touch },
  };
}

function toTrial(level: Level, ids: { readonly session: string; readonly set: string }, child: string, trial: number): SessionRecord {
  const startMs = trial * 3000;
  // No two frames alike: repeated ones would be packed to nothing.
  const frames = Array.from({ length: framesATrial }, (_, i): Frame => {
    const capturedMs = startMs + (i * 1000) / 60;
    const contact = { id: 1, x: 0.5 + Math.sin(i / 40) / 4 + Math.random() / 200, y: 0.5 + Math.cos(i / 40) / 4 + Math.random() / 200 };
    return { kind: 'touch', capturedMs, deliveredMs: capturedMs + Math.random() * 8, contacts: [contact] };
  });
  const metrics = {
    responseMs: 1400,
    reactionMs: 500,
    movementMs: 900,
    pathMm: 150,
    straightness: 0.9,
    peakSpeedMmps: 400,
    movementUnits: 2,
    sparc: -1.6,
  };
  const result: TrialResult = { trial, side: null, outcome: 'success', help: 0, startMs, endMs: startMs + 1400, metrics };
  return {
    kind: 'trial',
    ...ids,
    child,
    game: level.game,
    level: level.id,
    drill: reachDrill.id,
    drillVersion: reachDrill.version,
    source: 'touch',
    result,
    part: { frames, cuts: [] },
  };
}
