import { useId, useState } from 'preact/hooks';
import type { ChildProfile } from '../../plan/types';
import { Card } from '../parts/card';
import { useText } from '../parts/use-app';
import './heart-card.css';
import type { Edits } from './use-edits';

/** What the form takes, as store/formats/child.ts keeps it. */
const ranges = { rest: { min: 30, max: 150 }, max: { min: 100, max: 240 } } as const;

/** The child's heart rates, by which a strap's readings become a share of the reserve. Both may stay empty. */
export function HeartCard({ child }: { readonly child: Edits<ChildProfile> }) {
  const text = useText();
  const { value, edit } = child;
  if (!value) return null;
  const [restBpm, maxBpm] = [value.heart?.restBpm ?? null, value.heart?.maxBpm ?? null];
  return (
    <Card title={text('therapist.heart.title')}>
      <p class="hint">{text('therapist.heart.help')}</p>
      <div class="heart-fields">
        <RateField name="rest" value={restBpm} onChange={(to) => edit({ 'heart.restBpm': to })} />
        <RateField name="max" value={maxBpm} onChange={(to) => edit({ 'heart.maxBpm': to })} />
      </div>
      {restBpm !== null && maxBpm !== null && maxBpm <= restBpm && (
        <p class="heart-wrong" role="alert">
          {text('therapist.heart.order')}
        </p>
      )}
    </Card>
  );
}

/** A rate that is typed; what is outside its limits is said and not kept. */
function RateField(props: { readonly name: 'rest' | 'max'; readonly value: number | null; onChange(value: number | null): void }) {
  const text = useText();
  const id = useId();
  // What is being typed stays, whatever is read anew meanwhile; null: nothing is.
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const range = ranges[props.name];
  const take = (entered: string, bad: boolean) => {
    const value = entered === '' ? null : Number(entered);
    const fits = !bad && (value === null || (Number.isInteger(value) && value >= range.min && value <= range.max));
    setWrong(!fits);
    if (fits) setTyped(null);
    if (fits && value !== props.value) props.onChange(value);
  };
  return (
    <div class="heart-field">
      <label for={id}>{text(`therapist.heart.${props.name}`)}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={range.min}
        max={range.max}
        step={1}
        value={typed ?? props.value ?? ''}
        aria-invalid={wrong}
        aria-describedby={`${id}-help`}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => take(event.currentTarget.value, event.currentTarget.validity.badInput)}
      />
      <p id={`${id}-help`} class={wrong ? 'heart-wrong' : 'hint'} role={wrong ? 'alert' : undefined}>
        {text(wrong ? 'therapist.heart.wrong' : `therapist.heart.${props.name}Help`, range)}
      </p>
    </div>
  );
}
