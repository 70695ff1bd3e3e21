import type { AnyDrill, Params } from '../../../drills/types';
import { isRelevant, toLimits } from '../../../plan/limits';
import type { Level, PlanItem } from '../../../plan/types';
import type { Fields } from '../../../store/types';
import { useText } from '../../parts/use-app';
import { formatParam } from '../words';
import { BoundsField } from './bounds-field';
import { ParamField } from './param-field';

/** The form of a plan item, derived from the drill's parameters and nothing else. Fields are relative to the item. */
export function ParamForm(props: {
  readonly drill: AnyDrill;
  readonly level: Level;
  readonly item: PlanItem;
  readonly values: Params;
  onEdit(fields: Fields): void;
}) {
  const text = useText();
  const { drill, level, item, values } = props;
  const spec = drill.params;
  const limits = toLimits(spec, level.bounds, item.bounds);
  const levelLimits = toLimits(spec, level.bounds);
  const names = Object.keys(spec).filter((name) => isRelevant(spec, name, values));
  const hasRoom = (of: typeof limits, name: string) => {
    const limit = of[name];
    return limit !== undefined && ('min' in limit ? limit.min < limit.max : limit.allowed.length > 1);
  };
  const open = names.filter((name) => hasRoom(levelLimits, name) || item.params[name] !== undefined);
  const fixed = names.filter((name) => !open.includes(name));
  return (
    <>
      <div class="params">
        {open.map((name) => {
          const param = spec[name];
          const limit = limits[name];
          const value = values[name];
          const fromLevel = level.params[name];
          if (!param || !limit || value === undefined || fromLevel === undefined) return null;
          return (
            <ParamField
              key={name}
              param={param}
              limit={limit}
              value={value}
              fromLevel={fromLevel}
              onChange={(to) => props.onEdit({ [`params.${name}`]: to === fromLevel ? null : to })}
              onReset={() => props.onEdit({ [`params.${name}`]: null })}
            />
          );
        })}
      </div>
      {fixed.length > 0 && (
        <p class="hint fixed-params">
          {text('therapist.plan.fixed')}{' '}
          {fixed.map((name) => {
            const param = spec[name];
            const value = values[name];
            if (!param || value === undefined) return null;
            const shown = param.kind === 'number' ? formatParam(text, param, Number(value)) : text(`${param.label}.${value}`);
            return (
              <span key={name} class="fixed-param">
                {text(`${param.label}.label`)}: <b>{shown}</b>
              </span>
            );
          })}
        </p>
      )}
      <details class="fold">
        <summary>{text('therapist.plan.bounds')}</summary>
        <p class="hint">{text('therapist.plan.boundsHelp')}</p>
        <div class="bounds">
          {names.map((name) => {
            const param = spec[name];
            const around = levelLimits[name];
            if (param?.kind !== 'number' || !around || !('min' in around) || around.min >= around.max) return null;
            return <BoundsField key={name} name={name} param={param} around={around} bound={item.bounds[name]} onEdit={props.onEdit} />;
          })}
        </div>
      </details>
    </>
  );
}
