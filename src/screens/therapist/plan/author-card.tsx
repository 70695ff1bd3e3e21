import { useEffect, useId, useState } from 'preact/hooks';
import { Card } from '../../parts/card';
import { useDevice, useText } from '../../parts/use-app';

/** As long as the store keeps (store/formats/shapes.ts). */
const longest = 12;

/** The initials that stand beside what is changed in plans on this tablet. */
export function AuthorCard() {
  const text = useText();
  const id = useId();
  const { settings, edit } = useDevice();
  const [words, setWords] = useState(settings.author ?? '');
  useEffect(() => setWords(settings.author ?? ''), [settings.author]);
  const keep = () => {
    const kept = words.trim();
    if (kept !== (settings.author ?? '')) void edit({ author: kept === '' ? null : kept });
  };
  return (
    <Card title={text('planEdit.author.title')} class="author-card">
      <label for={id}>{text('planEdit.author.label')}</label>
      <input
        id={id}
        type="text"
        maxLength={longest}
        value={words}
        dir="auto"
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        onInput={(event) => setWords(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      <p class="hint" id={`${id}-hint`}>
        {text('planEdit.author.help')}
      </p>
    </Card>
  );
}
