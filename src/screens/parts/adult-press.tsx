import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { createRng } from '../../core/rng';
import { Button } from './button';
import { useApp, useText } from './use-app';

/** So long it waits for its one press. */
const waitMs = 8000;
const places = 4;

/** One press that a child who pokes does not find: the number that is asked for in words, among others, each time at another place. */
export function AdultPress(props: { onRight(): void; onWrong(): void }) {
  const text = useText();
  const { newId } = useApp();
  const [digits] = useState(() => draw(newId()));
  const asked = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => asked.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const timer = setTimeout(props.onWrong, waitMs);
    return () => clearTimeout(timer);
  }, []);
  const words = text('adult.press', { number: text(`adult.number.${digits.wanted}`) });
  return (
    <fieldset class="adult-press" aria-label={words}>
      <p ref={asked} tabIndex={-1}>
        {words}
      </p>
      <div class="adult-press-row">
        {digits.shown.map((digit) => (
          <Button key={digit} size="main" onPress={() => (digit === digits.wanted ? props.onRight() : props.onWrong())}>
            {digit}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** Different digits from 1 to 9, and which of them is asked for. */
function draw(seed: string): { readonly shown: readonly number[]; readonly wanted: number } {
  const rng = createRng(seed);
  const order = Array.from({ length: 9 }, (_, i) => ({ digit: i + 1, at: rng.next() })).sort((a, b) => a.at - b.at);
  const shown = order.slice(0, places).map(({ digit }) => digit);
  return { shown, wanted: shown[Math.floor(rng.next() * places)] ?? 1 };
}
