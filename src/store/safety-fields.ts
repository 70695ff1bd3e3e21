import { isLocalDate } from '../core/dates';
import { type ChildSafety, movementLocks, type ProcedureKind, procedureParts } from '../plan/safety/child-safety';
import { type SafetyRuleId, safetyRuleIds, safetyRules } from '../plan/safety/rules';
import type { FieldValue, FoldedFields } from './fold';
import { readChoice, readFlag, readNumber, readText } from './read-field';

type Values = FoldedFields['fields'];

/** What keeps a child safe, from the fields `safety.*` of its profile. */
export function toChildSafety(fields: Values): ChildSafety {
  const own = safetyRuleIds.flatMap((rule) => {
    const value = readNumber(fields, `safety.rules.${rule}`, null);
    return value === null ? [] : [[rule, value] as const];
  });
  return {
    rules: Object.fromEntries(own),
    locks: Object.fromEntries(movementLocks.map((lock) => [lock, readFlag(fields, `safety.locks.${lock}`)])) as ChildSafety['locks'],
    surgery: toProcedure(fields, 'surgery'),
    toxin: toProcedure(fields, 'toxin'),
    water: readFlag(fields, 'safety.water'),
    usualPain: readNumber(fields, 'safety.usualPain', 0),
  };
}

function toProcedure(fields: Values, kind: ProcedureKind): ChildSafety[ProcedureKind] {
  return {
    on: readText(fields, `safety.${kind}.on`, null),
    part: readChoice(fields, `safety.${kind}.part`, procedureParts, 'all'),
    unlocked: readText(fields, `safety.${kind}.unlocked`, null),
  };
}

/** The safer of two values that two devices gave a field `safety.*` without seeing each other; null takes a value away, which is the usual one. */
export function toSaferSafety(path: string, a: FieldValue, b: FieldValue): FieldValue | undefined {
  const [, part = '', field = ''] = path.split('.');
  if (part === 'rules') return toStricter(field, a, b);
  if (part === 'locks') return a === true || b === true;
  if (part === 'water') return a === true && b === true;
  // Less usual pain calls more pain new.
  if (part === 'usualPain') return Math.min(toNumber(a), toNumber(b));
  if (field === 'on')
    return (
      [a, b]
        .filter((day) => typeof day === 'string' && isLocalDate(day))
        .sort()
        .at(-1) ?? null
    );
  if (field === 'part') return 'all';
  return field === 'unlocked' ? null : undefined;
}

function toStricter(name: string, a: FieldValue, b: FieldValue): FieldValue | undefined {
  if (!Object.hasOwn(safetyRules, name)) return undefined;
  const { usual, stricter } = safetyRules[name as SafetyRuleId];
  const [one, other] = [toNumber(a, usual), toNumber(b, usual)];
  return stricter === 'up' ? Math.max(one, other) : Math.min(one, other);
}

function toNumber(value: FieldValue, usual = 0): number {
  return typeof value === 'number' ? value : usual;
}
