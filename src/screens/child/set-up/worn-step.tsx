import { useLayoutEffect, useState } from 'preact/hooks';
import { createStillMoment } from '../../../movement/mounting';
import type { Mounting, SourceTrouble } from '../../../movement/types';
import type { SetUpSource } from '../../../play/prepare-source';
import { Button } from '../../parts/button';
import { useText } from '../../parts/use-app';
import { StonePicture, WornPicture } from './worn-picture';
import { mountingOf, type WornPlace } from './worn-places';
import './worn.css';

/** The still moment is looked at this often. */
const lookMs = 100;

/** Where the sensor is, by a picture, and a still moment that finds how it hangs there. Both can be passed over: then gravity alone has to do. */
export function WornStep(props: {
  readonly source: SetUpSource;
  readonly places: readonly WornPlace[];
  onTrouble(trouble: SourceTrouble | null): void;
  onDone(found: Mounting | null): void;
}) {
  const text = useText();
  const [place, setPlace] = useState<WornPlace | null>(null);
  return (
    <div class="range-card worn-card">
      {place === null ? (
        <>
          <h2>{text('worn.ask')}</h2>
          <div class="worn-places">
            {props.places.map((one) => (
              <button key={one} type="button" class="worn-place" onClick={() => setPlace(one)}>
                <WornPicture place={one} />
                <span>{text(`worn.place.${one}`)}</span>
              </button>
            ))}
          </div>
        </>
      ) : (
        <StillMoment {...props} place={place} />
      )}
      <div class="set-up-buttons">
        {place !== null && (
          <Button icon="back" size="play" onPress={() => setPlace(null)}>
            {text('worn.other')}
          </Button>
        )}
        <Button icon="next" size="play" onPress={() => props.onDone(null)}>
          {text('worn.skip')}
        </Button>
      </div>
    </div>
  );
}

/** The device hangs still where it is; a stone fills, and a move only lets it begin anew. */
function StillMoment(props: Parameters<typeof WornStep>[0] & { readonly place: WornPlace }) {
  const { source, place } = props;
  const text = useText();
  const [share, setShare] = useState(0);

  // Heard from the first picture of the step on: a frame between drawing and listening would be lost.
  useLayoutEffect(() => {
    const { clock, open } = source;
    const wait = createStillMoment(clock.nowMs(), mountingOf[place], screen.orientation?.angle ?? 0);
    let told = false;
    open.listen({
      onFrame(frame) {
        const { found } = wait([frame]);
        if (!found || told) return;
        told = true;
        props.onDone(found);
      },
      onTrouble: props.onTrouble,
    });
    const look = setInterval(() => setShare(wait([]).share), lookMs);
    return () => {
      clearInterval(look);
      told = true;
      open.listen({ onFrame() {}, onTrouble: props.onTrouble });
    };
  }, [source, place]);

  return (
    <>
      <h2 aria-live="polite">{text('worn.still')}</h2>
      <StonePicture share={share} />
      <p class="hint">{text(`worn.put.${place}`)}</p>
    </>
  );
}
