import { createUuid } from '../../src/core/ids';
import { createRng, drawInteger } from '../../src/core/rng';
import type { Side } from '../../src/core/units';
import type { Outcome } from '../../src/drills/types';
import type { Frame, Mounting } from '../../src/movement/types';
import type { EndReason, RecordingHead, SessionRecord } from '../../src/session/types';
import type { Store } from '../../src/store/types';

/** Ids, days and instants that are the same in every run; each call of `now` is a second later. */
export function createPretendDevice(seed: string) {
  const rng = createRng(seed);
  let seconds = 0;
  const randomBytes = (bytes: Uint8Array<ArrayBuffer>) => bytes.map(() => drawInteger(rng, 0, 256));
  return {
    randomBytes,
    newId: () => createUuid(randomBytes),
    now() {
      seconds += 1;
      const day = String(1 + (Math.floor(seconds / 3600) % 28)).padStart(2, '0');
      const [h, m, s] = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
      return { on: `2026-03-${day}`, at: `2026-03-${day}T${h}:${m}:${s}.000Z` };
    },
  };
}

/** A pretend device. */
export type PretendDevice = ReturnType<typeof createPretendDevice>;

/** The records of one session: sets of trials by their outcomes. */
export interface SessionPlot {
  readonly session: string;
  readonly child: string;
  readonly sets: readonly { readonly set: string; readonly level: string; readonly outcomes: readonly Outcome[] }[];
  readonly ended: EndReason | null;
}

/** Frames of a finger at 60 Hz that crosses the field within `seconds`. */
export function toFrames(startMs: number, seconds: number): Frame[] {
  return Array.from({ length: Math.round(seconds * 60) }, (_, i) => {
    const capturedMs = startMs + Math.round((i * 100_000) / 60) / 100;
    const share = i / (seconds * 60);
    return {
      kind: 'touch',
      capturedMs,
      deliveredMs: capturedMs + 8,
      contacts: [{ id: 1, x: 0.1 + 0.8 * share, y: 0.5 + 0.1 * Math.sin(share * 3), sizeMm: 9.5 }],
    };
  });
}

/** What is known of a set with so many trials when it starts. */
export function toHead(trials: number, side: Side | null = 'left'): RecordingHead {
  return {
    format: 1,
    game: 'fireflies',
    drill: 'reach',
    drillVersion: 1,
    set: {
      params: { mode: 'touch', targetWidthMm: 40, holdMs: 0 },
      sides: Array.from({ length: trials }, () => side),
      space: { widthMm: 200, heightMm: 140, originXMm: 100, originYMm: 140, reachMm: 120 },
      lockoutMs: 500,
    },
    seed: 'seed/1',
    calibration: {
      source: 'touch',
      fieldMm: { width: 200, height: 140 },
      touch: { accept: 'contact', holdMs: 0, mergeMs: 120, edgeRestMm: 8, palmMm: 35 },
    },
  };
}

/** A trial of a set; trial `i` lasts 1 s and some, and carries what such a trial can. */
export function toTrial(
  plot: Pick<SessionPlot, 'session' | 'child'>,
  set: string,
  i: number,
  outcome: Outcome,
  level = '01-calm',
): SessionRecord & { kind: 'trial' } {
  const startMs = i * 3000;
  return {
    kind: 'trial',
    session: plot.session,
    child: plot.child,
    set,
    game: 'fireflies',
    level,
    drill: 'reach',
    drillVersion: 1,
    source: 'touch',
    result: {
      trial: i,
      side: 'left',
      outcome,
      help: 0,
      startMs,
      endMs: startMs + 1000 + 10 * i,
      metrics: outcome === 'lost' ? {} : { movementMs: 600 + i / 3, ...(outcome === 'success' ? { endErrorMm: 4.25 + i } : {}) },
    },
    part: { frames: toFrames(startMs, 0.5), cuts: i === 1 ? [startMs + 20] : [] },
  };
}

/** A session's records in the order in which they happen. */
export function toRecords(plot: SessionPlot): SessionRecord[] {
  const { session, child } = plot;
  return [
    { kind: 'session', session, child },
    ...plot.sets.flatMap(({ set, level, outcomes }): SessionRecord[] => [
      { kind: 'set', session, child, set, item: 'item-1', level, source: 'touch', head: toHead(outcomes.length) },
      ...outcomes.map((outcome, i) => toTrial(plot, set, i, outcome, level)),
    ]),
    ...(plot.ended ? [{ kind: 'session-end' as const, session, child, reason: plot.ended, activeMs: 60_000 }] : []),
  ];
}

/** Plays a small whole history into a store: two children, a plan that changes, sessions that end in every way. */
export async function playHistory(store: Store, device: PretendDevice): Promise<{ children: [string, string]; sessions: string[]; item: string }> {
  const children: [string, string] = [device.newId(), device.newId()];
  const item = device.newId();
  const sessions = [device.newId(), device.newId(), device.newId()];
  const [first, second] = children;
  await store.editDevice({ pxPerMm: 5.2, language: 'zh-CN' });
  await store.editChild(first, { name: 'Ada', picture: 'whale', 'companion.name': 'fox', 'touch.holdMs': 200, reachMm: 180 });
  await store.editChild(second, { picture: 'crab', 'play.reducedMotion': true });
  await store.editPlan(first, { [`items.${item}.game`]: 'fireflies', [`items.${item}.level`]: '01-calm', [`items.${item}.order`]: 0 });
  await store.editPlan(first, { [`items.${item}.params.targetWidthMm`]: 60, [`items.${item}.bounds.targetWidthMm.min`]: 40 });
  const plots: SessionPlot[] = [
    {
      session: sessions[0] ?? '',
      child: first,
      sets: [
        { set: device.newId(), level: '01-calm', outcomes: ['success', 'miss', 'assisted'] },
        { set: device.newId(), level: '02-near', outcomes: ['success', 'lost'] },
      ],
      ended: 'finished',
    },
    { session: sessions[1] ?? '', child: first, sets: [{ set: device.newId(), level: '01-calm', outcomes: ['success'] }], ended: 'stopped' },
    { session: sessions[2] ?? '', child: second, sets: [{ set: device.newId(), level: '01-calm', outcomes: [] }], ended: null },
  ];
  for (const record of plots.flatMap(toRecords)) await store.save(toTold(record, sessions));
  const lean = { neutral: { x: 1, y: 2 }, still: { rmsMm: 1.2, mmps: 9.5 }, left: 12, right: 15, forward: 10, backward: 5 };
  await store.save({ kind: 'range', check: device.newId(), child: first, source: 'pose', ranges: { lean } });
  await store.save({ kind: 'range', check: device.newId(), child: first, source: 'motion', ranges: { step: { left: 0.2, right: 0.3 } } });
  for (const omni of [8, 4] as const) await store.save({ kind: 'effort', word: device.newId(), session: sessions[0] ?? '', child: first, omni });
  const change = { param: 'distanceMm', from: 110, to: 115, because: 'plan.because.success' };
  const of = { session: sessions[0] ?? '', child: first, item, game: 'fireflies', misses: 1, omni: null };
  await store.save({ kind: 'adjustment', adjustment: device.newId(), ...of, change: null, carry: 0.03, hits: 5 });
  await store.save({ kind: 'adjustment', adjustment: device.newId(), ...of, change, carry: 0.01, hits: 9 });
  await store.editChild(first, { weeklyGoal: 3, reachMm: null, 'heart.restBpm': 78, 'heart.maxBpm': 191 });
  await sayOfSafety(store, device, first, sessions[0] ?? '');
  await takeDaysOff(store, first, second, item);
  await tellTheRest(store, first, item);
  await agreeGoals(store, device, first, item);
  await setUpTablet(store, second);
  return { children, sessions, item };
}

/** All that can be said before, after and beside play. */
async function sayOfSafety(store: Store, device: PretendDevice, child: string, session: string): Promise<void> {
  await store.editChild(child, { 'safety.locks.adduction': true, 'safety.surgery.on': '2026-01-10', 'safety.rules.painFace': 2 });
  const answers = { lines: { prepared: true, shoes: false }, pain: 2, painAt: 'leg', seizure: 'none', adult: true } as const;
  const changed = [{ item: 'item-1', verdict: 'blocked', because: ['shoes'] }] as const;
  const ready = { answers, outcome: 'play', because: [], changed, tookMs: 9000 } as const;
  await store.save({ kind: 'check', check: device.newId(), session, child, ready });
  for (const fun of ['so-so', 'good'] as const) {
    await store.save({ kind: 'feeling', word: device.newId(), session, child, feeling: { pain: 0, painAt: null, fun } });
  }
  const incident = { what: 'fall', day: '2026-03-01', time: '10:05', when: 'during', happened: 'Slid off the seat.', done: 'Sat down.' } as const;
  await store.save({ kind: 'note', note: device.newId(), session, child, words: 'Good day, tall in the chair.' });
  await store.save({ kind: 'incident', note: device.newId(), session, child, incident });
}

/** Days off, one of them taken back; a goal in minutes, a week that reached its goal, and words to the family. */
async function takeDaysOff(store: Store, first: string, second: string, item: string): Promise<void> {
  await store.setRestDay(first, '2026-03-08', true);
  await store.setRestDay(first, '2026-03-15', true);
  await store.setRestDay(first, '2026-03-15', false);
  await store.setNotToday(first, '2026-03-02', 'pain');
  await store.editChild(first, { 'grown.2026-02-23': true });
  await store.editChild(second, { weeklyGoal: null, weeklyMinutes: 45 });
  await store.editPlan(first, { [`items.${item}.tip`]: 'A towel under the elbow.' });
}

/** What is known of a child's body, where it plays, and who changed the plan. */
async function tellTheRest(store: Store, child: string, item: string): Promise<void> {
  await store.editDevice({ author: 'KM' });
  const body = { 'clinic.gmfcs': 'III', 'clinic.macs': 'II', 'clinic.fms50': 2, 'clinic.sides': 'left', 'clinic.support': 'pelvis' };
  await store.editChild(child, { ...body, 'clinic.orthoses.feet': true, 'clinic.fieldLoss': 'right', 'clinic.epilepsy': false });
  await store.editPlan(child, { [`items.${item}.place`]: 'home', author: 'KM' });
}

/** A tablet that was tapped along to, whose names are hidden, and a child who is spared one side of the screen. */
async function setUpTablet(store: Store, child: string): Promise<void> {
  await store.editDevice({
    place: 'home',
    beatOffsetMsTouch: 84,
    beatSpreadMsTouch: 21,
    beatOffsetMsSwitch: 96,
    beatSpreadMsSwitch: 18,
    showNames: false,
    pinPutOff: true,
  });
  await store.editChild(child, { 'play.clear.side': 'left', 'play.clear.pct': 25 });
}

/** A goal in five steps with two answers of one day, and a question that one set was played for. */
async function agreeGoals(store: Store, device: PretendDevice, child: string, item: string): Promise<void> {
  const goal = device.newId();
  const path = `goals.${goal}`;
  await store.editGoals(child, { [`${path}.words`]: 'Pulls up the zip alone.', [`${path}.kind`]: 'gas', [`${path}.steps.0`]: 'With one hand held.' });
  for (const value of [-1, 0]) await store.save({ kind: 'goal-check', check: device.newId(), child, goal, measure: 'step', value });
  const question = { [`items.${item}.question.kind`]: 'feedback', [`items.${item}.question.from`]: '2026-03-01' };
  await store.editPlan(child, { ...question, [`items.${item}.question.seed`]: 'asked' });
}

/** A strap is worn in the second set of the first session; the last session's sensor hangs in a pouch. */
function toTold(record: SessionRecord, sessions: readonly string[]): SessionRecord {
  if (record.kind === 'trial' && record.level === '02-near') {
    const stamp = { capturedMs: record.result.startMs + 400, deliveredMs: record.result.startMs + 410 };
    const strap: Frame = { kind: 'heart', ...stamp, beatsPerMin: 96 + record.result.trial };
    const frames = [...record.part.frames, strap].sort((a, b) => a.deliveredMs - b.deliveredMs);
    return { ...record, part: { ...record.part, frames } };
  }
  if (record.kind === 'set' && record.level === '02-near') return { ...record, arm: { question: 'asked', place: 0, arm: 'b' } };
  if (record.kind !== 'set' || record.session !== sessions[2]) return record;
  const mounting: Mounting = { kind: 'pouch', up: [0, 1, 0], right: [-1, 0, 0], forward: [0, 0, 1] };
  return { ...record, source: 'motion', head: { ...record.head, calibration: { ...record.head.calibration, source: 'motion', mounting } } };
}
