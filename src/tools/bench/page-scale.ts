import { addDays, type LocalDate } from '../../core/dates';
import { createUuid } from '../../core/ids';
import type { TrialResult } from '../../drills/types';
import { readFamily } from '../../screens/family/read-family';
import { readReview } from '../../screens/therapist/results/read-review';
import { readRoster } from '../../screens/therapist/roster/roster';
import type { RecordingHead, SessionRecord } from '../../session/types';
import { createConnection } from '../../store/connection';
import { databaseVersion } from '../../store/database';
import { type Draft, toDraft } from '../../store/drafts';
import { childFormat } from '../../store/formats/child';
import { planFormat } from '../../store/formats/plan';
import { openStore } from '../../store/open';
import { takeInEvents } from '../../store/transfer/events';
import type { Store } from '../../store/types';

/** A set that was simulated through the real runner: it is played again and again under new ids and days. */
export interface LibrarySet {
  readonly level: string;
  readonly head: RecordingHead;
  readonly results: readonly TrialResult[];
}

/** How much a clinic's tablet holds. */
export interface ScalePlan {
  readonly name: string;
  readonly children: number;
  readonly weeks: number;
  readonly sessionsAWeek: number;
  readonly library: readonly LibrarySet[];
}

/** What filling came to: counts, bytes on the disk, and how long. */
export interface Filled {
  readonly sessions: number;
  readonly trials: number;
  readonly events: number;
  readonly bytes: number;
  readonly writeMs: number;
  readonly rebuildMs: number;
  /** The longest task of the page while roll-ups were made, in ms; 0: none over 50. */
  readonly longestTaskMs: number;
}

/** What watching a work saw. */
export interface Watched {
  readonly ms: number;
  readonly longestTaskMs: number;
  readonly mostMb: number;
}

/** What is read or written, each with its times in ms. */
export type ScaleTimes = Readonly<Record<'roster' | 'child' | 'report' | 'results' | 'family' | 'play' | 'save', readonly number[]>>;

const firstDay: LocalDate = '2016-01-04';
const batch = 2000;
const newId = () => createUuid((bytes) => crypto.getRandomValues(bytes));
const toBytes = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);

/** The PIN of a sealed tablet. */
export const pin = '4711';

/** The store of a tablet of the bench, its lock open. */
export async function openTablet(name: string, today: LocalDate): Promise<Store> {
  const opened = await openStore({
    indexedDB,
    name,
    randomBytes: toBytes,
    now: () => ({ on: today, at: new Date().toISOString() }),
    storage: navigator.storage,
  });
  if (!opened.store) throw new Error(`the store did not open: ${opened.problem}`);
  if (opened.store.lock.isSet) await opened.store.lock.tryPin(pin);
  return opened.store;
}

/** The day after the last session. */
export const toToday = ({ weeks }: Pick<ScalePlan, 'weeks'>): LocalDate => addDays(firstDay, 7 * weeks);

/** Writes years of a clinic by the way of a merge, then has its roll-ups made as after one. */
export async function fillTablet(plan: ScalePlan): Promise<Filled> {
  const store = await openTablet(plan.name, toToday(plan));
  const connection = createConnection({ indexedDB, name: plan.name, version: databaseVersion, randomBytes: toBytes, waitMs: 5000 });
  const startMs = performance.now();
  const counts = { sessions: 0, trials: 0, events: 0 };
  let waiting: object[] = [];
  const write = async () => {
    const events = waiting;
    waiting = [];
    const outcome = await connection.use((db) => takeInEvents(db, events as never, new Set()));
    if (!outcome.done) throw new Error(`could not be written: ${outcome.problem}`);
  };
  const device = newId();
  for (const event of listEvents(plan, counts)) {
    waiting.push({ device, n: counts.events, ...event });
    if (waiting.length === batch) await write();
  }
  await write();
  const writeMs = performance.now() - startMs;
  const { ms: rebuildMs, longestTaskMs } = await watch(() => store.rebuild());
  const bytes = (await navigator.storage.estimate()).usage ?? 0;
  store.close();
  connection.close();
  return { ...counts, bytes, writeMs, rebuildMs, longestTaskMs };
}

/** How long a work takes and the page's longest task meanwhile (0: none over 50), in ms; the most memory that its script held, in MB. */
export async function watch(work: () => Promise<unknown>): Promise<Watched> {
  let longestTaskMs = 0;
  let mostBytes = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  });
  observer.observe({ type: 'longtask' });
  const { memory } = performance as Performance & { readonly memory?: { readonly usedJSHeapSize: number } };
  const look = setInterval(() => {
    mostBytes = Math.max(mostBytes, memory?.usedJSHeapSize ?? 0);
  }, 100);
  const startMs = performance.now();
  await work();
  const ms = performance.now() - startMs;
  observer.disconnect();
  clearInterval(look);
  return { ms, longestTaskMs, mostMb: mostBytes / 1e6 };
}

/** Every event of the tablet, in the order in which it would be made. */
function* listEvents(plan: ScalePlan, counts: { sessions: number; trials: number; events: number }): Generator<object> {
  const children = Array.from({ length: plan.children }, (_, i) => ({
    id: newId(),
    item: newId(),
    goal: newId(),
    i,
    heads: new Map<string, string>(),
  }));
  const stamp = (draft: object, on: LocalDate, minute: number) => {
    counts.events += 1;
    const at = `${on}T${String(8 + (Math.floor(minute / 60) % 12)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:${String(counts.events % 60).padStart(2, '0')}.000Z`;
    return { ...draft, on, at };
  };
  type Child = (typeof children)[number];
  const edit = (child: Child, kind: 'child' | 'plan', fields: object, on: LocalDate) => {
    const id = newId();
    const before = child.heads.get(kind);
    child.heads.set(kind, id);
    const { format } = kind === 'child' ? childFormat : planFormat;
    return { ...stamp({ id, kind, format, child: child.id, body: { fields } }, on, child.i), base: before ? [before] : [] };
  };
  const record = (draft: Draft, on: LocalDate, minute: number) => stamp(draft, on, minute);
  for (const child of children) {
    const [first] = plan.library;
    yield edit(child, 'child', { name: `Child ${child.i}`, picture: 'whale', weeklyGoal: 3 }, firstDay);
    yield edit(
      child,
      'plan',
      { [`items.${child.item}.game`]: first?.head.game ?? '', [`items.${child.item}.level`]: first?.level ?? '', [`items.${child.item}.order`]: 0 },
      firstDay,
    );
  }
  for (let week = 0; week < plan.weeks; week++) {
    for (const child of children) {
      for (let n = 0; n < plan.sessionsAWeek; n++) {
        const on = addDays(firstDay, 7 * week + 2 * n);
        const of = { session: newId(), child: child.id };
        counts.sessions += 1;
        yield record(toDraft({ kind: 'session', ...of }), on, child.i);
        const answers = { lines: { prepared: true, fed: true, mouth: true }, pain: 0, painAt: null, seizure: 'none', adult: true } as const;
        yield record(
          toDraft({ kind: 'check', check: newId(), ...of, ready: { answers, outcome: 'play', because: [], changed: [], tookMs: 9000 } }),
          on,
          child.i,
        );
        for (let s = 0; s < 2; s++) {
          const played = plan.library[(week + child.i + s) % plan.library.length];
          if (!played) continue;
          const { level, head, results } = played;
          const set = newId();
          const common = { ...of, set, level, source: head.calibration.source };
          yield record(toDraft({ kind: 'set', ...common, item: child.item, head }), on, child.i);
          for (const result of results) {
            counts.trials += 1;
            const { game, drill, drillVersion } = head;
            yield record(toDraft({ kind: 'trial', ...common, game, drill, drillVersion, result, part: { frames: [], cuts: [] } }), on, child.i);
          }
          const before = child.heads.get('plan');
          const change = { param: 'targetWidthMm', from: 40, to: 41 + (week % 9), because: 'plan.because.success' };
          const adjusted: SessionRecord = {
            kind: 'adjustment',
            adjustment: newId(),
            ...of,
            item: child.item,
            game: head.game,
            change,
            carry: 0.01,
            hits: 9,
            misses: 1,
            omni: null,
          };
          child.heads.set('plan', adjusted.adjustment);
          yield { ...record(toDraft(adjusted), on, child.i), base: before ? [before] : [] };
        }
        yield record(toDraft({ kind: 'session-end', ...of, reason: 'finished', activeMs: 120_000 }), on, child.i);
        yield record(toDraft({ kind: 'effort', word: newId(), ...of, omni: 4 }), on, child.i);
        yield record(toDraft({ kind: 'feeling', word: newId(), ...of, feeling: { pain: 0, painAt: null, fun: 'good' } }), on, child.i);
      }
      const sunday = addDays(firstDay, 7 * week + 6);
      yield edit(child, 'child', { [`grown.${addDays(firstDay, 7 * week)}`]: true }, sunday);
      yield record(toDraft({ kind: 'goal-check', check: newId(), child: child.id, goal: child.goal, measure: 'step', value: -1 }), sunday, child.i);
    }
  }
}

/** Times reads and saves of two tablets in turn, so that both have the same moments of the machine; another child each time. */
export async function measureScale(plans: readonly [ScalePlan, ScalePlan], rounds: number): Promise<readonly [ScaleTimes, ScaleTimes]> {
  const [one, two] = [await openSampler(plans[0]), await openSampler(plans[1])];
  for (let n = -2; n < rounds; n++) {
    // The first rounds warm up the code; they are not counted.
    await one.sample(n);
    await two.sample(n);
  }
  one.close();
  two.close();
  return [one.times, two.times];
}

async function openSampler(plan: ScalePlan) {
  const today = addDays(toToday(plan), -1);
  const store = await openTablet(plan.name, today);
  const children = await store.readChildren();
  const times = {
    roster: [] as number[],
    child: [] as number[],
    report: [] as number[],
    results: [] as number[],
    family: [] as number[],
    play: [] as number[],
    save: [] as number[],
  };
  const monday = addDays(toToday(plan), -7);
  const saved = { session: newId(), set: newId() };
  const [played] = plan.library;
  const timed = async (what: keyof ScaleTimes, counts: boolean, work: () => Promise<unknown>) => {
    const startMs = performance.now();
    await work();
    if (counts) times[what].push(performance.now() - startMs);
  };
  return {
    times: times as ScaleTimes,
    async sample(n: number) {
      const id = children[(n + children.length) % children.length]?.id ?? '';
      const counts = n >= 0;
      store.lock.stay();
      await timed('roster', counts, () => readRoster(store));
      await timed('child', counts, () =>
        Promise.all([store.readChild(id), store.readPlan(id), store.readSessionsBetween(id, monday, today), store.readSessions(id, 1)]),
      );
      await timed('report', counts, () => readReview(store, id, monday, []));
      await timed('results', counts, () => store.readSessions(id, 12));
      await timed('family', counts, () => readFamily(store, id, today));
      await timed('play', counts, () => Promise.all([store.readChild(id), store.readPlan(id), store.readTotals(id), store.readSessions(id, 1)]));
      const [result] = played?.results ?? [];
      if (!played || !result) return;
      const { game, drill, drillVersion, calibration } = played.head;
      const frames = Array.from({ length: 180 }, (_, i) => ({ kind: 'touch' as const, capturedMs: i * 16, deliveredMs: i * 16 + 8, contacts: [] }));
      const record: SessionRecord = {
        kind: 'trial',
        ...saved,
        child: id,
        game,
        level: played.level,
        drill,
        drillVersion,
        source: calibration.source,
        result: { ...result, trial: n + 2 },
        part: { frames, cuts: [] },
      };
      await timed('save', counts, () => store.save(record));
    },
    close: store.close,
  };
}
