import { useEffect, useRef } from 'preact/hooks';
import type { Companion } from '../../plan/types';
import type { StorageProblem } from '../../session/types';
import { IconButton } from '../parts/button';
import { CompanionPicture } from '../parts/picture';
import { StorageBanner } from '../parts/storage-banner';
import { useText } from '../parts/use-app';

/** Play rests: the companion waits; go on, or stop for today. The adult reads here when the tablet keeps nothing at the moment. */
export function PausedCard(props: { readonly companion: Companion; readonly problem: StorageProblem | null; onResume(): void; onStop(): void }) {
  const text = useText();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => card.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={card} class="play-card" role="dialog" aria-modal="true" aria-label={text('child.paused')}>
      <div class="card paused">
        <CompanionPicture companion={props.companion} />
        <div class="paused-buttons">
          <IconButton icon="play" kind="main" size="play" class="big" label={text('child.goOn')} onPress={props.onResume} />
          <IconButton icon="stop" size="play" label={text('child.stop')} onPress={props.onStop} />
        </div>
        <p class="hint">{text('child.pausedAdvice')}</p>
      </div>
      {props.problem && (
        <StorageBanner problem={props.problem}>
          <p>{text('child.keptLater')}</p>
        </StorageBanner>
      )}
    </div>
  );
}
