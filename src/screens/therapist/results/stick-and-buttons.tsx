import { useId } from 'preact/hooks';
import type { Millis } from '../../../core/units';
import { findMoment, type TrialReplay } from '../../../report/trial-replay';
import { useText } from '../../parts/use-app';
import { formatNumber } from '../words';

/** A gamepad's first stick, and in words which buttons are down at a moment; keys and switch boxes are buttons too. */
export function StickAndButtons({ replay, atMs }: { readonly replay: TrialReplay; readonly atMs: Millis }) {
  const text = useText();
  const title = useId();
  const now = findMoment(replay.gamepads, atMs);
  const names = new Intl.ListFormat(text.language).format((now?.down ?? []).map((button) => formatNumber(text, button + 1)));
  return (
    <figure class="stick-and-buttons">
      <svg viewBox="-1.3 -1.3 2.6 2.6" role="img" aria-labelledby={title}>
        <title id={title}>{text('therapist.replay.stick')}</title>
        <circle class="stick-room" r={1.15} />
        {now && <circle class={now.down.length > 0 ? 'stick-now down' : 'stick-now'} cx={now.stick.x} cy={now.stick.y} r={0.18} />}
      </svg>
      <figcaption>{names ? text('therapist.replay.buttonsDown', { names }) : text('therapist.replay.noButton')}</figcaption>
    </figure>
  );
}
