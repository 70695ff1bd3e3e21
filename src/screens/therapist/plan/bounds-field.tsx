import type { NumberParam } from '../../../drills/types';
import type { Bounds } from '../../../plan/types';
import type { Fields } from '../../../store/types';
import { Button } from '../../parts/button';
import { Stepper } from '../../parts/stepper';
import { useText } from '../../parts/use-app';
import { formatParam } from '../words';

/** The therapist's own smallest and largest value of one parameter, inside the level's. */
export function BoundsField(props: {
  readonly name: string;
  readonly param: NumberParam;
  readonly around: { readonly min: number; readonly max: number };
  readonly bound: Bounds[string] | undefined;
  onEdit(fields: Fields): void;
}) {
  const text = useText();
  const { name, param, around, bound } = props;
  const label = text(`${param.label}.label`);
  const inside = (value: number) => Math.min(around.max, Math.max(around.min, value));
  const own = bound && 'min' in bound ? { min: inside(bound.min), max: inside(bound.max) } : null;
  const { min, max } = own ?? around;
  const show = (value: number) => formatParam(text, param, value);
  const edit = (to: { readonly min: number; readonly max: number }) =>
    props.onEdit({ [`bounds.${name}.min`]: to.min, [`bounds.${name}.max`]: to.max });
  return (
    <fieldset class="bound">
      <legend class="unseen">{label}</legend>
      <Stepper
        label={text('therapist.plan.least', { what: label })}
        value={min}
        min={around.min}
        max={max}
        step={param.step}
        format={show}
        onChange={(to) => to !== null && edit({ min: to, max })}
      />
      <Stepper
        label={text('therapist.plan.most', { what: label })}
        value={max}
        min={min}
        max={around.max}
        step={param.step}
        format={show}
        onChange={(to) => to !== null && edit({ min, max: to })}
      />
      {own && (
        <Button kind="quiet" icon="again" class="reset" onPress={() => props.onEdit({ [`bounds.${name}.min`]: null, [`bounds.${name}.max`]: null })}>
          {text('therapist.plan.noBound')}
        </Button>
      )}
    </fieldset>
  );
}
