import { useRef } from 'preact/hooks';
import type { SwitchSettings } from '../../movement/types';
import type { PlanItem } from '../../plan/types';
import { toBayPlaces } from '../../report/bay';
import type { Totals } from '../../store/types';
import { IconButton } from '../parts/button';
import { PlacePicture } from '../parts/place-picture';
import { useText } from '../parts/use-app';
import { BayGround } from './bay-ground';
import { useScan } from './use-scan';

/** Keepsakes that a place shows one by one; more are a heap of so many, still with its number for the adult. */
const shownKeepsakes = 12;

/** Today's games as places of the bay: a tap chooses one, another tap all of them again. Nothing has to be read. */
export function TodayPlaces(props: {
  readonly items: readonly PlanItem[];
  /** Place in `items`; null: all, in turn. */
  readonly chosen: number | null;
  readonly totals: Pick<Totals, 'games'>;
  onChoose(chosen: number | null): void;
}) {
  const text = useText();
  const { items, chosen, totals } = props;
  return (
    <ul class="places" aria-label={text('child.places')}>
      {items.map((item, i) => (
        <li key={item.id}>
          <button
            type="button"
            data-scan
            class="place"
            aria-pressed={chosen === i || chosen === null}
            onClick={() => props.onChoose(chosen === i ? null : i)}
          >
            <PlacePicture game={item.game} class="place-picture" />
            <Keepsakes game={item.game} count={totals.games[item.game]?.sessions ?? 0} most={5} />
            <span class="unseen">{text(`${item.game}.name`)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The child's whole bay: every place, with what was collected there. */
export function MyBay(props: {
  readonly totals: Pick<Totals, 'games'>;
  readonly games: readonly string[];
  readonly switches: SwitchSettings | null;
  onClose(): void;
}) {
  const text = useText();
  const root = useRef<HTMLDivElement>(null);
  useScan(root, props.switches, '.bay-head button');
  const places = toBayPlaces(props.totals, props.games);
  return (
    <div ref={root} class="bay my-bay" role="dialog" aria-modal="true" aria-label={text('child.myBay')}>
      <BayGround />
      <header class="bay-head">
        <IconButton icon="back" label={text('child.backToStart')} size="main" onPress={props.onClose} />
        <h1 class="unseen">{text('child.myBay')}</h1>
      </header>
      <ul class="bay-places">
        {places.map(({ game, keepsakes }) => (
          <li key={game} class={`bay-place ${keepsakes > 0 ? 'lived' : ''}`}>
            <PlacePicture game={game} class="place-picture" />
            <Keepsakes game={game} count={keepsakes} most={shownKeepsakes} />
            <span class="place-name">{text(`${game}.name`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One picture a session, up to `most`; then the number beside them. */
function Keepsakes(props: { readonly game: string; readonly count: number; readonly most: number }) {
  const text = useText();
  const { game, count, most } = props;
  return (
    <span class="keepsakes" role="img" aria-label={text('child.keepsakes', { count })}>
      {Array.from({ length: Math.min(count, most) }, (_, i) => (
        <PlacePicture key={i} game={game} what="keepsake" class="keepsake" />
      ))}
      {count > most && <b aria-hidden="true">{new Intl.NumberFormat(text.language).format(count)}</b>}
    </span>
  );
}
