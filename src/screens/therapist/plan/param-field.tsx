import type { ChoiceParam, NumberParam } from '../../../drills/types';
import type { Limits } from '../../../plan/limits';
import { Button } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { Stepper } from '../../parts/stepper';
import { useText } from '../../parts/use-app';
import { formatParam } from '../words';

/** One parameter of a plan item: its value inside the nested limits, and the way back to the level's own value. */
export function ParamField(props: {
  readonly param: NumberParam | ChoiceParam;
  readonly limit: Limits[string];
  readonly value: number | string;
  /** What the level says. */
  readonly fromLevel: number | string;
  onChange(value: number | string): void;
  onReset(): void;
}) {
  const text = useText();
  const { param, limit, value, fromLevel } = props;
  const show = (of: number | string) => (param.kind === 'number' ? formatParam(text, param, Number(of)) : text(`${param.label}.${of}`));
  const changed = value !== fromLevel;
  return (
    <div class={`param ${changed ? 'changed' : ''}`}>
      {param.kind === 'number' && 'min' in limit ? (
        <Stepper
          label={text(`${param.label}.label`)}
          value={Number(value)}
          min={limit.min}
          max={limit.max}
          step={param.step}
          format={show}
          onChange={(to) => to !== null && props.onChange(to)}
        />
      ) : (
        <Choice
          label={text(`${param.label}.label`)}
          value={String(value)}
          options={'allowed' in limit ? limit.allowed.map((choice) => ({ value: choice, label: show(choice) })) : []}
          onChange={props.onChange}
        />
      )}
      <p class="hint">
        {text(`${param.label}.help`)}
        {'min' in limit && <span class="range"> {text('therapist.plan.range', { from: show(limit.min), to: show(limit.max) })}</span>}
      </p>
      {changed && (
        <Button kind="quiet" icon="again" class="reset" onPress={props.onReset}>
          {text('therapist.plan.backTo', { value: show(fromLevel) })}
        </Button>
      )}
    </div>
  );
}
