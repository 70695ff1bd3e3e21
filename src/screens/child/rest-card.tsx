import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../parts/button';
import { Picture } from '../parts/picture';
import { useText } from '../parts/use-app';

const stones = 8;

/** A rest between sets: a row of pebbles that the rest walks along; nothing counts down. */
export function RestCard(props: { readonly leftS: number; readonly wholeS: number; readonly water?: boolean | undefined; onSkip(): void }) {
  const text = useText();
  const gone = props.wholeS > 0 ? 1 - props.leftS / props.wholeS : 1;
  const walked = Math.floor(gone * stones);
  return (
    <div class="rest" role="status" aria-label={text('child.rest')}>
      <div class="rest-path" aria-hidden="true">
        {Array.from({ length: stones }, (_, i) => (
          <Picture key={i} name={`pebbles/pebble-${(i % 6) + 1}`} class={i < walked ? 'walked' : ''} />
        ))}
      </div>
      {props.water && <p class="rest-water">{text('child.water')}</p>}
      <IconButton icon="next" kind="main" size="play" label={text('child.skipRest')} onPress={props.onSkip} />
    </div>
  );
}

/** The rest between two games of one session. */
export function BetweenTurns(props: { readonly restS: number; readonly water?: boolean | undefined; onNext(): void }) {
  const [leftS, setLeftS] = useState(props.restS);
  const next = useRef(props.onNext);
  next.current = props.onNext;
  useEffect(() => {
    const timer = setInterval(() => setLeftS((left) => left - 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const isOver = leftS <= 0;
  useEffect(() => {
    if (isOver) next.current();
  }, [isOver]);
  return <RestCard leftS={Math.max(0, leftS)} wholeS={props.restS} water={props.water} onSkip={() => next.current()} />;
}
