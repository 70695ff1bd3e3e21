import { Stepper } from '../parts/stepper';
import { useText } from '../parts/use-app';

/** A setting of the child: a stepper with the plain sentence that explains it (`therapist.touch.<name>` and `<name>Help`). */
export function NumberField(props: {
  readonly name: string;
  readonly value: number | null;
  readonly range: { readonly min: number; readonly max: number; readonly step: number };
  readonly none?: string;
  format(value: number): string;
  onChange(value: number | null): void;
}) {
  const text = useText();
  const { name, none } = props;
  return (
    <div class="setting">
      <Stepper
        label={text(`therapist.touch.${name}`)}
        value={props.value}
        {...props.range}
        format={props.format}
        {...(none === undefined ? {} : { none })}
        onChange={(to) => (to !== null || none !== undefined) && props.onChange(to)}
      />
      <p class="hint">{text(`therapist.touch.${name}Help`)}</p>
    </div>
  );
}
