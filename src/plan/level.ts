import * as v from 'valibot';
import { type Checked, checkShape } from '../core/check';
import { languages } from '../core/text';
import type { ParamSpec } from '../drills/types';
import { isRelevant } from './limits';
import type { Level } from './types';

const words = v.strictObject(Object.fromEntries(languages.map((language) => [language, v.pipe(v.string(), v.minLength(1, 'is empty'))])));

/**
 * Checks a level file's contents against its drill: shape, unknown fields, words in every language, every parameter present and
 * inside the drill's limits and the level's own bounds. `id` is the file's name without ending. Names each field that is wrong.
 */
export function checkLevel(data: unknown, id: string, spec: ParamSpec): Checked<Level> {
  const shape = v.strictObject({
    format: v.literal(1),
    game: v.pipe(v.string(), v.minLength(1)),
    order: v.pipe(v.number(), v.integer(), v.minValue(1)),
    name: words,
    objective: words,
    params: v.strictObject(Object.fromEntries(Object.keys(spec).map((name) => [name, toParamShape(spec, name)]))),
    bounds: v.strictObject(Object.fromEntries(Object.keys(spec).map((name) => [name, v.optional(toBoundShape(spec, name))]))),
  });
  const checked = checkShape(shape as unknown as v.GenericSchema<unknown, Omit<Level, 'id'>>, data);
  if (!checked.ok) return checked;
  const level: Level = { ...checked.value, id };
  const problems = Object.entries(level.params).flatMap(([name, value]) => {
    const bound = level.bounds[name];
    if (!bound || !isRelevant(spec, name, level.params)) return [];
    const inside = 'allowed' in bound ? bound.allowed.includes(String(value)) : Number(value) >= bound.min && Number(value) <= bound.max;
    return inside ? [] : [`params.${name}: ${value} is outside the level's own bounds`];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: level };
}

function toParamShape(spec: ParamSpec, name: string) {
  const param = spec[name];
  if (param?.kind === 'choice') return v.picklist(param.choices);
  const { min, max } = param ?? { min: 0, max: 0 };
  return v.pipe(v.number(), v.minValue(min, `must be at least ${min}`), v.maxValue(max, `must be at most ${max}`));
}

function toBoundShape(spec: ParamSpec, name: string) {
  const param = spec[name];
  if (param?.kind === 'choice') return v.strictObject({ allowed: v.pipe(v.array(v.picklist(param.choices)), v.minLength(1)) });
  const value = toParamShape(spec, name);
  return v.pipe(
    v.strictObject({ min: value, max: value }),
    v.check(({ min, max }) => Number(min) <= Number(max), 'min is above max'),
  );
}
