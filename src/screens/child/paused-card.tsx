import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { SourceKind, SourceState, SwitchSettings } from '../../movement/types';
import type { Companion } from '../../plan/types';
import type { PauseReason, StorageProblem } from '../../session/types';
import { Button, IconButton } from '../parts/button';
import { CompanionPicture } from '../parts/picture';
import { StorageBanner } from '../parts/storage-banner';
import { useText } from '../parts/use-app';
import { BesideRow } from './beside-row';
import { SourceRow } from './source-row';
import { useScan } from './use-scan';

/** Play rests: the companion waits; go on, or stop for today. The adult reads why it rests and can choose another source to play on with. */
export function PausedCard(props: {
  readonly companion: Companion;
  /** How the child goes through it by switch; null: it does not. */
  readonly switches: SwitchSettings | null;
  readonly reason: PauseReason;
  readonly source: SourceKind;
  readonly sources: readonly SourceKind[];
  /** Another source is being opened. */
  readonly opening: boolean;
  readonly problem: StorageProblem | null;
  /** Sources that are recorded beside the playing one. */
  readonly beside: readonly SourceKind[];
  onBeside(kind: SourceKind): Promise<SourceState>;
  onSource(kind: SourceKind): void;
  /** Shows what the camera sees; null: nothing is to be seen. */
  readonly onLook: (() => void) | null;
  /** A note of what happened; absent: nothing is kept. */
  readonly note?: ComponentChildren;
  onResume(): void;
  onStop(): void;
}) {
  const text = useText();
  const card = useRef<HTMLDivElement>(null);
  const others = props.sources.filter((kind) => kind !== props.source);
  useEffect(() => card.current?.querySelector('button')?.focus(), []);
  useScan(card, props.switches, '.paused-buttons button');
  return (
    <div ref={card} class="play-card" role="dialog" aria-modal="true" aria-label={text('child.paused')}>
      <div class="card paused">
        <CompanionPicture companion={props.companion} />
        {/* Always there: what is put into it later is read aloud. */}
        <p class="paused-why" role="status">
          {props.opening ? text('view.opening') : props.reason !== 'asked' && text(`child.pausedFor.${props.reason}`)}
        </p>
        <div class="paused-buttons">
          <IconButton icon="play" kind="main" size="play" class="big" label={text('child.goOn')} onPress={props.onResume} />
          <IconButton icon="stop" size="play" label={text('child.stop')} onPress={props.onStop} />
        </div>
        {props.onLook && (
          <Button icon="source-pose" size="main" disabled={props.opening} onPress={props.onLook}>
            {text('view.title')}
          </Button>
        )}
        <p class="hint">{text('child.pausedAdvice')}</p>
        {props.note}
        <BesideRow source={props.source} recorded={props.beside} onRecord={props.onBeside} />
        {others.length > 0 && (
          <div class="paused-sources">
            <p class="hint">{text('child.playOnBy')}</p>
            <SourceRow sources={others} value={null} busy={props.opening} label={text('child.playOnBy')} onChoose={props.onSource} />
          </div>
        )}
      </div>
      {props.problem && (
        <StorageBanner problem={props.problem} held>
          <p>{text('child.keptLater')}</p>
        </StorageBanner>
      )}
    </div>
  );
}
