import { Choice, type Option } from '../../parts/choice';
import { useText } from '../../parts/use-app';

/** One of a few words that may also be left unsaid: then it is null. */
export function Pick<V extends string>(props: {
  readonly label: string;
  readonly options: readonly Option<V>[];
  readonly value: V | undefined;
  readonly class?: string;
  onChange(value: V | null): void;
}) {
  const text = useText();
  const { label, options, value, onChange } = props;
  const all: readonly Option<V | ''>[] = [...options, { value: '', label: text('profile.notSaid') }];
  return <Choice label={label} options={all} value={value ?? ''} class={props.class ?? ''} onChange={(to) => onChange(to === '' ? null : to)} />;
}
