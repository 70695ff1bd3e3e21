import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { createRng } from '../../core/rng';
import { Button } from './button';
import { useApp, useText } from './use-app';

/** So long it waits for its presses. */
const waitMs = 10_000;
const places = 6;

/** Presses that a child who pokes does not find: the numbers that are asked for in words, in their order, among others, each time at other places. */
export function AdultPress(props: { readonly presses: 2 | 3; onRight(): void; onWrong(): void }) {
  const text = useText();
  const { newId } = useApp();
  const [drawn] = useState(() => draw(newId(), props.presses));
  const [done, setDone] = useState(0);
  const asked = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => asked.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const timer = setTimeout(props.onWrong, waitMs);
    return () => clearTimeout(timer);
  }, []);
  const numbers = drawn.wanted.map((digit) => text(`adult.number.${digit}`)).join(', ');
  const words = text('adult.press', { numbers });
  const press = (digit: number) => {
    if (digit !== drawn.wanted[done]) props.onWrong();
    else if (done + 1 === drawn.wanted.length) props.onRight();
    else setDone(done + 1);
  };
  return (
    <fieldset class="adult-press" aria-label={words}>
      <p ref={asked} tabIndex={-1}>
        {words}
      </p>
      <div class="adult-press-row">
        {drawn.shown.map((digit) => (
          <Button key={digit} size="main" onPress={() => press(digit)}>
            {digit}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** Different digits from 1 to 9 in any order, and which of them are asked for. */
function draw(seed: string, presses: number): { readonly shown: readonly number[]; readonly wanted: readonly number[] } {
  const rng = createRng(seed);
  const mix = (digits: readonly number[]) =>
    digits
      .map((digit) => ({ digit, at: rng.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ digit }) => digit);
  const shown = mix([1, 2, 3, 4, 5, 6, 7, 8, 9]).slice(0, places);
  return { shown, wanted: mix(shown).slice(0, presses) };
}
