import { useId } from 'preact/hooks';
import type { Millis } from '../../../core/units';
import { findMoment, type TrialReplay } from '../../../report/trial-replay';
import type { WatchedSet } from '../../../report/trial-replay-signals';
import { useText } from '../../parts/use-app';

/** The trunk from above at a moment: today's limit as a circle, the target, and the way so far. */
export function LeanPlane(props: { readonly watched: WatchedSet; readonly replay: TrialReplay; readonly atMs: Millis }) {
  const text = useText();
  const title = useId();
  const { watched, replay, atMs } = props;
  const scene = findMoment(watched.scenes, atMs);
  const leans = watched.heard.flatMap((signal) =>
    signal.movement === 'lean' && signal.quality > 0 && signal.ms >= replay.fromMs && signal.ms <= atMs ? [signal.value] : [],
  );
  const now = leans.at(-1);
  return (
    <figure class="lean-plane">
      <svg class="field-picture" viewBox="-1.6 -1.6 3.2 3.2" role="img" aria-labelledby={title}>
        <title id={title}>{text('therapist.replay.leanPlane')}</title>
        <path class="field-origin" d="M-0.06 0h0.12M0 -0.06v0.12" />
        <circle class="field-reach" r={1} />
        {scene?.kind === 'lean' && scene.targets.map(({ x, y, radius }, i) => <circle key={i} class="field-target" cx={x} cy={-y} r={radius} />)}
        <polyline class="field-hand other" points={leans.map(({ x, y }) => `${x.toFixed(3)},${(-y).toFixed(3)}`).join(' ')} />
        {now && <circle class="field-touch" cx={now.x} cy={-now.y} r={0.06} />}
      </svg>
      <figcaption>{text('therapist.replay.fromAbove')}</figcaption>
    </figure>
  );
}
