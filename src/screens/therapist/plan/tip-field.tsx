import { useEffect, useId, useState } from 'preact/hooks';
import type { Fields } from '../../../store/types';
import { useText } from '../../parts/use-app';

/** As long as the store keeps (store/formats/plan.ts). */
const longestTip = 300;

/** The therapist's own words to the family on one line of the plan; kept when the field is left. */
export function TipField({ tip, onEdit }: { readonly tip: string | undefined; onEdit(fields: Fields): void }) {
  const text = useText();
  const id = useId();
  const [words, setWords] = useState(tip ?? '');
  useEffect(() => setWords(tip ?? ''), [tip]);
  const keep = () => {
    const kept = words.trim();
    if (kept !== (tip ?? '')) onEdit({ tip: kept === '' ? null : kept });
  };
  return (
    <div class="tip-field">
      <label for={id}>{text('therapist.plan.tip')}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={longestTip}
        value={words}
        dir="auto"
        aria-describedby={`${id}-hint`}
        onInput={(event) => setWords(event.currentTarget.value)}
        onBlur={keep}
      />
      <p class="hint" id={`${id}-hint`}>
        {text('therapist.plan.tipHelp')}
      </p>
    </div>
  );
}
