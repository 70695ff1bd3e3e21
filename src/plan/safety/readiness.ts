import type { LocalDate } from '../../core/dates';
import { type ChildSafety, type MovementLock, type ProcedureKind, toLocking, toOwnRules } from './child-safety';
import { type Demands, isStanding, toSeated } from './demands';
import { isNewPain, type PainFace, type PainPlace } from './faces';
import { type Because, type ReadyLine, readyLines, type SeizureTime } from './ready-words';

/** For which items a line is asked, and what its no leads to: all wait until it is well, or those items are blocked. */
interface ReadyRule {
  readonly of: (demands: Demands) => boolean;
  readonly no: 'wait' | 'block';
  /** Key in clinical.md. */
  readonly source: string;
}

/** The rules behind the lines of the ready card. */
export const readyRules: Readonly<Record<ReadyLine, ReadyRule>> = {
  prepared: { of: () => true, no: 'wait', source: 'C8 feeding: prepare 30 min before' },
  fed: { of: () => true, no: 'wait', source: 'C8 feeding: no large meal before' },
  mouth: { of: () => true, no: 'wait', source: 'C8 feeding: mouth empty, no eating during' },
  brakes: { of: ({ wheels }) => !wheels, no: 'wait', source: 'C8 falls: brakes' },
  orthoses: { of: ({ bears }) => bears === 'legs', no: 'block', source: 'C8 falls: orthoses' },
  shoes: { of: isStanding, no: 'block', source: 'C8 falls: footwear' },
  chair: { of: (demands) => isStanding(demands) && !demands.walks, no: 'block', source: 'C8 falls: chair behind' },
};

/** What an adult has said before play; a line that is absent, or null, was not answered. */
export interface ReadyAnswers {
  readonly lines: Readonly<Partial<Record<ReadyLine, boolean>>>;
  readonly pain: PainFace | null;
  readonly painAt: PainPlace | null;
  readonly seizure: SeizureTime | null;
  /** An adult is within reach, said by holding; false: nobody is. */
  readonly adult: boolean | null;
}

/** Nothing was answered. */
export const noAnswers: ReadyAnswers = { lines: {}, pain: null, painAt: null, seizure: null, adult: null };

/** What one item of the plan is today: as planned, in sitting only, or blocked. */
export interface ItemReadiness {
  readonly item: string;
  readonly verdict: 'play' | 'seated' | 'blocked';
  readonly because: readonly Because[];
}

/** What the answers come to: more to ask, wait until it is well, not today, or play what is not blocked. */
export interface Readiness {
  readonly state: 'ask' | 'wait' | 'not-today' | 'play';
  readonly because: readonly Because[];
  readonly items: readonly ItemReadiness[];
  /** Lines that matter for what can be played. */
  readonly asked: readonly ReadyLine[];
  /** Something that can be played needs an adult within reach. */
  readonly needsAdult: boolean;
  readonly missing: readonly (ReadyLine | 'pain' | 'seizure' | 'adult')[];
}

/** A plan item with what it asks of the body. */
export interface ReadyItem {
  readonly item: string;
  readonly demands: Demands;
}

interface Judged extends ItemReadiness {
  readonly demands: Demands;
}

/** What may be played today, what is blocked or changed, and why. Safe against missing answers: only what was answered well lets play. */
export function judgeReadiness(answers: ReadyAnswers, safety: ChildSafety | undefined, items: readonly ReadyItem[], today: LocalDate): Readiness {
  const rules = toOwnRules(safety);
  const usualPain = safety?.usualPain ?? 0;
  const { lines, pain, painAt, seizure, adult } = answers;
  const locked = items.map((item) => applyLocks({ ...item, verdict: 'play', because: [] }, safety, today));
  const open = locked.filter(({ verdict }) => verdict !== 'blocked');
  const asked = readyLines.filter((line) => open.some(({ demands }) => readyRules[line].of(demands)));
  const hurtsHip = painAt === 'hip' && pain !== null && pain > usualPain;
  const looked = locked.map((judged) => {
    const bare = asked.filter((line) => lines[line] === false && readyRules[line].no === 'block');
    const shod = bare.reduce((one, line) => change(one, line, readyRules[line].of), judged);
    return hurtsHip ? change(shod, 'hipPain', loadsHip) : shod;
  });
  const needsAdult = looked.some(({ verdict, demands }) => verdict !== 'blocked' && demands.mayFall);
  const held = adult === false ? looked.map((judged) => change(judged, 'adult', ({ mayFall }) => mayFall)) : looked;
  const notToday: Because[] = [
    ...(pain !== null && isNewPain(pain, usualPain, rules) ? (['pain'] as const) : []),
    ...(seizure === 'recent' ? (['seizure'] as const) : []),
  ];
  const waits = asked.filter((line) => lines[line] === false && readyRules[line].no === 'wait');
  const missing = [
    ...(pain === null ? (['pain'] as const) : []),
    ...(seizure === null ? (['seizure'] as const) : []),
    ...asked.filter((line) => lines[line] === undefined),
    ...(needsAdult && adult === null ? (['adult'] as const) : []),
  ];
  const allBlocked = held.every(({ verdict }) => verdict === 'blocked');
  const reasons = [...new Set(held.flatMap(({ because }) => because))];
  const whole = { items: held.map(({ item, verdict, because }) => ({ item, verdict, because })), asked, needsAdult, missing };
  if (notToday.length > 0) return { state: 'not-today', because: notToday, ...whole };
  if (allBlocked && !reasons.some(canChange)) return { state: 'not-today', because: reasons, ...whole };
  if (waits.length > 0) return { state: 'wait', because: waits, ...whole };
  if (allBlocked) return { state: 'wait', because: reasons.filter(canChange), ...whole };
  return { state: missing.length > 0 ? 'ask' : 'play', because: [], ...whole };
}

/** What the therapist's locks and procedures alone leave of these items today. */
export function judgeLocks(safety: ChildSafety | undefined, items: readonly ReadyItem[], today: LocalDate): readonly ItemReadiness[] {
  return items
    .map((item) => applyLocks({ ...item, verdict: 'play', because: [] }, safety, today))
    .map(({ item, verdict, because }) => ({ item, verdict, because }));
}

/** What an adult can put right within minutes. */
function canChange(because: Because): boolean {
  return because === 'adult' || readyLines.some((line) => line === because);
}

/** Movement locks and procedures of this child. */
function applyLocks(judged: Judged, safety: ChildSafety | undefined, today: LocalDate): Judged {
  const byLock: Readonly<Record<MovementLock, (demands: Demands) => boolean>> = {
    adduction: ({ crosses }) => crosses !== 'none',
    flexion: ({ flexes }) => flexes,
    weightBearing: ({ bears, posture }) => bears === 'legs' || posture === 'standing' || posture === 'any',
    reflux: ({ prone, bendsDeep }) => prone || bendsDeep,
  };
  const locks = Object.entries(byLock) as readonly [MovementLock, (demands: Demands) => boolean][];
  const free = locks.reduce((one, [lock, hits]) => (safety?.locks[lock] ? change(one, lock, hits) : one), judged);
  return toLocking(safety, today).reduce(
    (one, { kind, part }) => change<ProcedureKind>(one, kind, (demands) => part === 'all' || demands.moves.includes(part) || bearsOn(demands, part)),
    free,
  );
}

function bearsOn({ bears, posture }: Demands, part: 'legs' | 'arms'): boolean {
  return bears === part || (part === 'legs' && (posture === 'standing' || posture === 'any'));
}

/** Hip pain is flagged, and what loads the hip waits for the therapist's look (clinical.md C8, hip). */
function loadsHip({ bears, flexes, crosses, moves, posture }: Demands): boolean {
  return bears === 'legs' || flexes || crosses === 'leg' || moves.includes('legs') || posture === 'any';
}

/** An item that a reason hits is played in sitting where that helps, and else blocked. */
function change<B extends Because>(judged: Judged, because: B, hits: (demands: Demands) => boolean): Judged {
  if (!hits(judged.demands)) return judged;
  const why = { because: [...judged.because, because] };
  const seated = toSeated(judged.demands);
  if (judged.verdict === 'blocked' || !seated || hits(seated)) return { ...judged, verdict: 'blocked', ...why };
  return { ...judged, verdict: 'seated', demands: seated, ...why };
}
