import { useId, useMemo } from 'preact/hooks';
import type { Millis } from '../../../core/units';
import { findPose, type PoseMoment, type TrialReplay } from '../../../report/trial-replay';
import { useText } from '../../parts/use-app';
import { Legend, Mark } from './replay-legend';

/** Free room around all places of the figure, in picture heights. */
const margin = 0.06;
/** A figure that hardly moves is not blown up beyond this height of the picture. */
const leastHeight = 0.4;

/** The child as the camera saw it at a moment, as in a mirror, framed so that the whole trial fits. */
export function StickFigure({ replay, atMs }: { readonly replay: TrialReplay; readonly atMs: Millis }) {
  const text = useText();
  const title = useId();
  const box = useMemo(() => toBox(replay.poses), [replay]);
  const pose = findPose(replay, atMs);
  return (
    <figure class="stick-figure">
      <svg viewBox={box} role="img" aria-labelledby={title}>
        <title id={title}>{text('therapist.replay.figure')}</title>
        {pose?.bones.map(({ side, from, to }, i) => (
          <line key={i} class={`bone ${side ?? 'middle'}`} x1={pose.aspect - from.x} y1={from.y} x2={pose.aspect - to.x} y2={to.y} />
        ))}
        {pose?.joints.map(({ joint, side, x, y }) => (
          <circle
            key={joint}
            class={`joint ${side ?? 'middle'}`}
            data-joint={joint}
            cx={pose.aspect - x}
            cy={y}
            r={joint === 'nose' ? 0.028 : 0.012}
          />
        ))}
      </svg>
      <figcaption>{pose ? text('therapist.replay.mirror') : text('therapist.replay.unseen')}</figcaption>
      <Legend>
        {(['left', 'right'] as const).map((side) => (
          <Mark key={side} label={text(`therapist.replay.sideOf.${side}`)}>
            <path class={`bone ${side}`} d="M-4 3L4 -3" />
          </Mark>
        ))}
      </Legend>
    </figure>
  );
}

function toBox(poses: readonly PoseMoment[]): string {
  const xs = poses.flatMap(({ aspect, joints }) => joints.map(({ x }) => aspect - x));
  const ys = poses.flatMap(({ joints }) => joints.map(({ y }) => y));
  if (xs.length === 0) return '0 0 1.333 1';
  let [left, right, top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const x of xs) [left, right] = [Math.min(left, x), Math.max(right, x)];
  for (const y of ys) [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  const height = Math.max(leastHeight, bottom - top) + 2 * margin;
  // Never narrower than tall: the figure stands beside the play field.
  const width = Math.max(height, right - left + 2 * margin);
  return [(left + right - width) / 2, (top + bottom - height) / 2, width, height].map((value) => value.toFixed(4)).join(' ');
}
