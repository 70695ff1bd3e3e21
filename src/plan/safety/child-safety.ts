import { addDays, type LocalDate } from '../../core/dates';
import { type SafetyRuleId, safetyRuleIds, safetyRules } from './rules';

/** Movements that a therapist can lock for a child (clinical.md C8, hip; reflux: C8, feeding). */
export const movementLocks = ['adduction', 'flexion', 'weightBearing', 'reflux'] as const;
export type MovementLock = (typeof movementLocks)[number];

/** What an operation or botulinum toxin concerns: drills that use other parts of the body stay open. */
export const procedureKinds = ['surgery', 'toxin'] as const;
export type ProcedureKind = (typeof procedureKinds)[number];
export const procedureParts = ['all', 'legs', 'arms'] as const;
export type ProcedurePart = (typeof procedureParts)[number];

/** An operation or injection: it locks until the therapist unlocks this very date. */
export interface Procedure {
  /** null: none. */
  readonly on: LocalDate | null;
  readonly part: ProcedurePart;
  /** The date that was unlocked; another one than `on` unlocks nothing. */
  readonly unlocked: LocalDate | null;
}

/** What keeps one child safe: chosen by the therapist, kept as `safety.<field>` of the profile. */
export interface ChildSafety extends Readonly<Record<ProcedureKind, Procedure>> {
  /** Own values of rules (`safety.rules.<rule>`). */
  readonly rules: Readonly<Partial<Record<SafetyRuleId, number>>>;
  readonly locks: Readonly<Record<MovementLock, boolean>>;
  /** Sips of water between sets; off unless the therapist allows it (clinical.md C8, feeding). */
  readonly water: boolean;
  /** The face of pain that this child usually has, 0 for none: pain at it is not new. */
  readonly usualPain: number;
}

/** A child of whom nothing was said: no lock, usual rules, no water. */
export const noSafety: ChildSafety = {
  rules: {},
  locks: { adduction: false, flexion: false, weightBearing: false, reflux: false },
  surgery: { on: null, part: 'all', unlocked: null },
  toxin: { on: null, part: 'all', unlocked: null },
  water: false,
  usualPain: 0,
};

/** A child's own value of every rule. */
export type OwnRules = Readonly<Record<SafetyRuleId, number>>;

/** A child's own value of a rule: the therapist's inside the hard limits, else the usual one. */
export function toOwnRule(rule: SafetyRuleId, safety: Pick<ChildSafety, 'rules'> | undefined): number {
  const { usual, min, max } = safetyRules[rule];
  const own = safety?.rules[rule] ?? usual;
  return Number.isFinite(own) ? Math.min(max, Math.max(min, own)) : usual;
}

/** A child's own value of every rule; of no child: the usual ones. */
export function toOwnRules(safety: Pick<ChildSafety, 'rules'> | undefined): OwnRules {
  return Object.fromEntries(safetyRuleIds.map((rule) => [rule, toOwnRule(rule, safety)])) as OwnRules;
}

/** The procedures that lock drills today: those whose own date the therapist has not unlocked, or unlocked too early; one to come locks nothing yet. */
export function toLocking(
  safety: ChildSafety | undefined,
  today: LocalDate,
): readonly { readonly kind: ProcedureKind; readonly part: ProcedurePart }[] {
  return procedureKinds.flatMap((kind) => {
    const { on, part, unlocked } = (safety ?? noSafety)[kind];
    if (!on || on > today) return [];
    const isOpen = unlocked === on && today >= toUnlockDay(kind, on, safety);
    return isOpen ? [] : [{ kind, part }];
  });
}

/** The first day on which a therapist can unlock after a procedure. */
export function toUnlockDay(kind: ProcedureKind, on: LocalDate, safety: Pick<ChildSafety, 'rules'> | undefined): LocalDate {
  return addDays(on, toOwnRule(kind === 'surgery' ? 'surgeryLockD' : 'toxinLockD', safety));
}
