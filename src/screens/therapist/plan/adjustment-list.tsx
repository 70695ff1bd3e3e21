import type { Text } from '../../../core/text';
import { findGame } from '../../../games/registry';
import type { Fields, StoredAdjustment } from '../../../store/types';
import { Button } from '../../parts/button';
import { useAsync, useStore, useText } from '../../parts/use-app';
import { formatDay, formatParam } from '../words';

/** The newest of a plan item are shown. */
const shown = 5;

/** What play changed in one plan item, newest first, each as one sentence that can be undone. Fields are relative to the item. */
export function AdjustmentList(props: {
  readonly child: string;
  readonly item: string;
  /** The item's own values now: only a change that still stands can be undone. */
  readonly params: Readonly<Record<string, number | string>>;
  onEdit(fields: Fields): void;
}) {
  const text = useText();
  const store = useStore();
  const { child, item } = props;
  const { value } = useAsync(async () => (store ? store.readAdjustments(child) : []), [store, child]);
  const own = (value ?? [])
    .filter((one) => one.item === item)
    .reverse()
    .slice(0, shown);
  if (own.length === 0) return null;
  return (
    <section class="adjustments" aria-label={text('therapist.adapt.changes')}>
      <h3>{text('therapist.adapt.changes')}</h3>
      <ul>
        {own.map((one) => (
          <li key={one.id}>
            <span>
              <small>{formatDay(text, one.on)}</small> <Sentence adjustment={one} />
            </span>
            {props.params[one.change.param] === one.change.to && (
              <Button icon="again" onPress={() => props.onEdit({ [`params.${one.change.param}`]: one.change.from, 'adapt.carry': 0 })}>
                {text('therapist.adapt.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One change in one sentence: "18 hits, 2 misses: Distance 110 mm → 115 mm. All else kept." */
export function Sentence({ adjustment }: { readonly adjustment: StoredAdjustment }) {
  return <>{toAdjustmentWords(useText(), adjustment)}</>;
}

/** The same sentence where no component is. */
export function toAdjustmentWords(text: Text, { change, hits, misses, omni, game }: StoredAdjustment): string {
  const param = findGame(game)?.drill.params[change.param];
  const show = (value: number | string) => {
    if (!param) return String(value);
    return param.kind === 'number' ? formatParam(text, param, Number(value)) : text(`${param.label}.${value}`);
  };
  const what = param ? text(`${param.label}.label`) : change.param;
  const because =
    omni === null
      ? text('therapist.adapt.round', {
          hits: text('therapist.adapt.hits', { count: hits }),
          misses: text('therapist.adapt.misses', { count: misses }),
        })
      : text('therapist.adapt.effort', { omni });
  return text('therapist.adapt.sentence', { because, what, from: show(change.from), to: show(change.to) });
}
