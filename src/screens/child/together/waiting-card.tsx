import type { Companion } from '../../../plan/types';
import { CompanionPicture } from '../../parts/picture';
import { useText } from '../../parts/use-app';

/** One of two has played to the end: its companion watches until the other has, too. */
export function WaitingCard({ companion }: { readonly companion: Companion }) {
  const text = useText();
  return (
    <div class="play-card">
      <div class="card paused" role="status">
        <CompanionPicture companion={companion} />
        <p class="paused-why">{text('together.waits')}</p>
      </div>
    </div>
  );
}
