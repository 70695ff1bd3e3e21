import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Side } from '../../../core/units';
import { createRangeCheck, type RangeCheckState } from '../../../movement/calibrate';
import type { Limb, Mounting, Movement, MovementRanges, SourceTrouble } from '../../../movement/types';
import type { Companion } from '../../../plan/types';
import type { SetUpSource } from '../../../play/prepare-source';
import { Button } from '../../parts/button';
import { useText } from '../../parts/use-app';
import { RangePicture } from './range-picture';

/** The check is asked this often. */
const lookMs = 50;

/** Today's range as a short game: be still, then move as far as is comfortable while the pond's rings grow. It ends by itself, or at once. */
export function RangeStep(props: {
  readonly source: SetUpSource;
  readonly movement: Movement;
  readonly mounting: Mounting | null;
  readonly limb: Limb;
  readonly side: Side | null;
  readonly companion: Companion;
  onTrouble(trouble: SourceTrouble | null): void;
  onDone(found: MovementRanges | null): void;
}) {
  const { source, movement } = props;
  const text = useText();
  const [state, setState] = useState<RangeCheckState>({ phase: 'still', share: 0, seen: false, reached: {} });
  const check = useRef<ReturnType<typeof createRangeCheck> | null>(null);

  // Heard from the first picture of the step on: a frame between drawing and listening would be lost.
  useLayoutEffect(() => {
    const { clock, open } = source;
    const { limb, side, mounting } = props;
    const running = createRangeCheck({ movement, source: open.kind, limb, side, startMs: clock.nowMs(), ...(mounting ? { mounting } : {}) });
    check.current = running;
    open.listen({ onFrame: (frame) => running.step([frame], clock.nowMs()), onTrouble: props.onTrouble });
    const look = setInterval(() => setState(running.step([], clock.nowMs())), lookMs);
    return () => clearInterval(look);
  }, [source]);

  const done = state.phase === 'done';
  const some = Object.values(state.reached).some((share) => share > 0);
  return (
    <div class="range-card">
      <h2 aria-live="polite">{done ? text('range.ready') : text(state.phase === 'still' ? 'range.still' : `range.go.${movement}`)}</h2>
      <RangePicture reached={state.reached} companion={props.companion} />
      <p class="hint">{text(source.open.kind === 'motion' && movement === 'angle' ? 'range.tie' : 'range.comfort')}</p>
      <progress class="range-time" aria-label={text('range.time')} max={1} value={state.share} />
      <div class="set-up-buttons">
        <Button kind={done ? 'main' : 'plain'} icon="play" size="play" onPress={() => props.onDone(check.current?.result() ?? null)}>
          {text(done ? 'range.done' : some ? 'range.enough' : 'range.skip')}
        </Button>
      </div>
    </div>
  );
}
