import type { Text } from '../../../core/text';
import { findGame } from '../../../games/registry';
import { adaptStep, adaptTarget, fixedAdaptation } from '../../../plan/adaptation';
import { defaultDose } from '../../../plan/default-item';
import type { Level } from '../../../plan/types';
import type { PlanChange } from '../../../report/plan-history';
import { findText, formatParam, formatValue } from '../words';
import { toFieldName } from './field-name';

/** One thing that a change of the plan did, in one line: "Fireflies, level: 3 Out to the side → 4 All around". */
export function sayChange(text: Text, levels: readonly Level[], change: PlanChange): string {
  const { what, game, path, from, to } = change;
  const name = findGame(game) ? text(`${game}.name`) : game;
  const show = (value: PlanChange['to']) => sayValue(text, levels, game, path, value);
  if (what === 'added') return text('planEdit.history.added', { name, level: show(to) });
  if (what === 'removed' || what === 'back') return text(`planEdit.history.${what}`, { name });
  if (what === 'order') return text('planEdit.history.order');
  if (what === 'axes') return text('planEdit.history.axes', { name });
  const field = toFieldName(text, `items.x.${path}`, game);
  if (path === 'tip') return text('planEdit.history.changed', { name, what: field });
  return text('planEdit.history.field', { name, what: field, from: show(from), to: show(to) });
}

/** What a line has where nothing was chosen (store/plan.ts). */
const usual: Readonly<Record<string, string | number | boolean>> = {
  place: 'both',
  side: 'either',
  'dose.sets': defaultDose.sets,
  'dose.restS': defaultDose.restS,
  'dose.sessionsPerWeek': defaultDose.sessionsPerWeek,
  'dose.warmUp': false,
  'adapt.lead': fixedAdaptation.lead,
  'adapt.target': adaptTarget.usual,
  'adapt.step': adaptStep.usual,
};

function sayValue(text: Text, levels: readonly Level[], game: string, path: string, given: PlanChange['to']): string {
  const value = given ?? usual[path] ?? null;
  const [group = '', name = '', end = ''] = path.split('.');
  if (value === null) return text(group === 'params' ? 'planEdit.history.asLevel' : 'planEdit.history.notSet');
  if (group === 'level') {
    const level = levels.find((one) => one.game === game && one.id === value);
    return level ? `${level.order} ${level.name[text.language]}` : String(value);
  }
  const param = group === 'params' || group === 'bounds' ? findGame(game)?.drill.params[name] : undefined;
  if (param?.kind === 'number' && typeof value === 'number') {
    const shown = formatParam(text, param, value);
    return group === 'bounds' ? text(end === 'min' ? 'planEdit.history.least' : 'planEdit.history.most', { value: shown }) : shown;
  }
  if (param?.kind === 'choice') {
    const names = String(value)
      .split(',')
      .map((one) => findText(text, `${param.label}.${one}`) ?? one);
    return new Intl.ListFormat(text.language).format(names);
  }
  if (path === 'dose.restS' && typeof value === 'number') return formatValue(text, 's', value);
  if ((path === 'adapt.target' || path === 'adapt.step') && typeof value === 'number') return formatValue(text, 'pct', Math.round(value * 100));
  if (typeof value === 'boolean') return text(value ? 'planEdit.history.on' : 'planEdit.history.off');
  const keys: Readonly<Record<string, string>> = {
    side: `therapist.side.${value}`,
    source: `source.${value}`,
    place: `planEdit.where.${value}`,
    'adapt.lead': `therapist.adapt.${value}`,
  };
  const key = keys[path];
  return (key === undefined ? null : findText(text, key)) ?? String(value);
}
