import { useMemo } from 'preact/hooks';
import type { Millis } from '../../../core/units';
import type { PlaySpace } from '../../../drills/types';
import { type HandPath, toHandPath, type WatchedTrial } from '../../../report/hand-path';
import { findMoment, type TrialReplay } from '../../../report/trial-replay';
import type { WatchedSet } from '../../../report/trial-replay-signals';
import { useText } from '../../parts/use-app';
import { PlayField } from '../plan/play-field';
import { formatValue } from '../words';
import { Legend, Mark } from './replay-legend';

/** A hand at a moment. */
interface Hand {
  readonly id: number;
  readonly xMm: number;
  readonly yMm: number;
  readonly scanLine?: 'upright' | 'level';
}

/** The play field at a moment of a trial: the targets, the hands and the way so far; the whole way and its marks stay behind it. */
export function ReplayField(props: {
  readonly space: PlaySpace;
  readonly replay: TrialReplay;
  readonly watched: WatchedSet | null;
  readonly seen: WatchedTrial | undefined;
  readonly path: HandPath | null;
  readonly caption: string;
  readonly atMs: Millis;
}) {
  const text = useText();
  const { space, replay, watched, seen, path, atMs } = props;
  const still = useMemo(() => seen && <WholeTrial seen={seen} path={path} />, [seen, path]);
  const scene = watched && atMs >= replay.cueMs ? findMoment(watched.scenes, atMs) : null;
  const hands = findHands(watched, replay, atMs);
  return (
    <figure class="replay-field">
      <PlayField space={space} label={props.caption || text('therapist.replay.field')}>
        {still}
        {scene?.kind === 'field' &&
          scene.targets.map(({ xMm, yMm, widthMm, hit, distractor }, i) => (
            <circle key={i} class={`field-now ${hit ? 'hit' : ''} ${distractor ? 'distractor' : ''}`} cx={xMm} cy={yMm} r={widthMm / 2} />
          ))}
        {seen?.hands.map((samples, i) => (
          <polyline key={i} class="field-so-far" points={toPoints(samples.filter(({ tMs }) => tMs <= atMs))} />
        ))}
        {hands.map((hand) =>
          hand.scanLine ? (
            <path
              key={hand.id}
              class="field-scan"
              d={hand.scanLine === 'upright' ? `M${hand.xMm} 0V${space.heightMm}` : `M0 ${hand.yMm}H${space.widthMm}`}
            />
          ) : (
            <circle key={hand.id} class="field-touch" data-hand-now={hand.id} cx={hand.xMm} cy={hand.yMm} r={3.5} />
          ),
        )}
      </PlayField>
      <figcaption>{props.caption}</figcaption>
      {seen && (
        <Legend>
          {path?.marks && (
            <>
              <Mark label={text('therapist.path.onset')}>
                <circle class="mark-onset" r="3" />
              </Mark>
              <Mark label={text('therapist.path.end')}>
                <path class="mark-end" d="M-3 -3l6 6m0 -6l-6 6" />
              </Mark>
            </>
          )}
          <Mark label={text('therapist.path.start')}>
            <path class="field-origin" d="M-4 0h8M0 -4v8" />
          </Mark>
          <li>{text('therapist.path.target', { width: formatValue(text, 'mm', seen.targets[0]?.widthMm ?? 0, 0) })}</li>
        </Legend>
      )}
    </figure>
  );
}

/** The hand that is measured in a trial, with its marks only where the sensor carries them. */
export function toMeasuredPath(seen: WatchedTrial | undefined, isMeasured: boolean): HandPath | null {
  const first = seen?.hands[0];
  if (!first) return null;
  return isMeasured ? toHandPath(first) : { samples: first, speed: null, marks: null };
}

function WholeTrial({ seen, path }: { readonly seen: WatchedTrial; readonly path: HandPath | null }) {
  const [first, ...others] = seen.hands;
  const moved = JSON.stringify(seen.targets) !== JSON.stringify(seen.targetsAtEnd);
  const marks = path?.marks ?? null;
  return (
    <>
      {seen.targets.map((target, i) => (
        <circle key={i} class={moved ? 'field-target then' : 'field-target'} cx={target.xMm} cy={target.yMm} r={target.widthMm / 2} />
      ))}
      {moved && seen.targetsAtEnd.map((target, i) => <circle key={i} class="field-target" cx={target.xMm} cy={target.yMm} r={target.widthMm / 2} />)}
      <path class="field-origin" d={`M${seen.start.xMm - 4} ${seen.start.yMm}h8M${seen.start.xMm} ${seen.start.yMm - 4}v8`} />
      {others.map((samples, i) => (
        <polyline key={i} class="field-hand other" points={toPoints(samples)} />
      ))}
      {first && <polyline class="field-hand" data-hand="first" points={toPoints(first)} />}
      {first?.length === 1 && first[0] && <circle class="field-landing" cx={first[0].x} cy={first[0].y} r={2.5} />}
      {marks && (
        <>
          <circle class="mark-onset" cx={marks.onset.x} cy={marks.onset.y} r={3} />
          <path class="mark-end" d={`M${marks.end.x - 3} ${marks.end.y - 3}l6 6m0 -6l-6 6`} />
        </>
      )}
    </>
  );
}

/** Hands as the drill heard of them; where it hears of none (its rules have changed, another movement), fingers as the glass told. */
function findHands(watched: WatchedSet | null, replay: TrialReplay, atMs: Millis): readonly Hand[] {
  const signal = watched?.heard.findLast(({ ms }) => ms <= atMs);
  if (signal?.movement === 'reach') return signal.quality > 0 ? signal.value.contacts : [];
  return findMoment(replay.touches, atMs)?.places ?? [];
}

function toPoints(samples: readonly { readonly x: number; readonly y: number }[]): string {
  return samples.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' ');
}
