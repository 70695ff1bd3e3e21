import type { Ratio } from '../../../core/units';
import { Picture } from '../../parts/picture';
import { useText } from '../../parts/use-app';
import type { Pair } from './pair';

/** Stones that one child lays on its side of the path. */
const stonesEach = 6;

/** The path that two children lay towards each other, each against its own usual: a stone is never taken away. */
export function TogetherStrip(props: { readonly pair: Pair; readonly shares: readonly [Ratio, Ratio]; readonly isMet: boolean }) {
  const text = useText();
  const [first, second] = props.shares.map((share) => Math.round(share * stonesEach)) as [number, number];
  const [one, other] = props.pair;
  return (
    <div class="together-strip" role="img" aria-label={text('together.path', { count: first + second, of: 2 * stonesEach })}>
      <Picture name={`pictures/${one.child.picture}`} class="together-child" />
      <Stones laid={first} from="start" />
      <Picture name="bay/lantern" class={`together-meeting ${props.isMet || first + second === 2 * stonesEach ? 'lit' : ''}`} />
      <Stones laid={second} from="end" />
      <Picture name={`pictures/${other.child.picture}`} class="together-child" />
    </div>
  );
}

/** Stones of one child, laid from its own end towards the middle. */
function Stones({ laid, from }: { readonly laid: number; readonly from: 'start' | 'end' }) {
  return (
    <div class="together-stones" aria-hidden="true">
      {Array.from({ length: stonesEach }, (_, i) => {
        const place = from === 'start' ? i : stonesEach - 1 - i;
        return <Picture key={place} name={`pebbles/pebble-${(place % 6) + 1}`} class={place < laid ? 'laid' : ''} />;
      })}
    </div>
  );
}
