import type { AnyDrill } from '../../../drills/types';
import { toHandPath, type WatchedTrial, watchReach } from '../../../report/hand-path';
import { replayRecording } from '../../../session/replay';
import type { StoredSet } from '../../../store/types';
import { IconButton } from '../../parts/button';
import { useAsync, useStore, useText } from '../../parts/use-app';
import { PlayField } from '../plan/play-field';
import { formatNumber, formatValue } from '../words';
import { SpeedPlot } from './speed-plot';

/** The hand's way in one trial, drawn on the play field from the stored recording, with its speed below. */
export function HandPathView(props: {
  readonly set: StoredSet;
  readonly drill: AnyDrill;
  readonly trial: number;
  onChange(trial: number | null): void;
}) {
  const text = useText();
  const store = useStore();
  const { set, drill, trial } = props;
  const { value, error, loading } = useAsync(async () => {
    const recording = (await store?.readRecording(set.set)) ?? null;
    if (!recording) return { trials: null };
    const watched = watchReach(drill);
    replayRecording(recording, watched.drill);
    return { trials: watched.trials };
  }, [store, set.set]);
  const at = set.trials.findIndex((result) => result.trial === trial);
  const [before, after] = [set.trials[at - 1], set.trials[at + 1]];
  const seen = value?.trials?.get(trial);
  return (
    <section class="hand-path" aria-label={text('therapist.path.title', { number: trial + 1 })}>
      <header>
        <h4>{text('therapist.path.title', { number: trial + 1 })}</h4>
        <IconButton icon="back" label={text('therapist.path.before')} disabled={!before} onPress={() => before && props.onChange(before.trial)} />
        <IconButton icon="next" label={text('therapist.path.after')} disabled={!after} onPress={() => after && props.onChange(after.trial)} />
        <IconButton icon="close" kind="quiet" label={text('common.close')} onPress={() => props.onChange(null)} />
      </header>
      {seen && <PathPicture set={set} seen={seen} />}
      {!seen && !loading && <p class="notice">{text(error ? 'therapist.results.problem' : 'therapist.path.none')}</p>}
    </section>
  );
}

function PathPicture({ set, seen }: { readonly set: StoredSet; readonly seen: WatchedTrial }) {
  const text = useText();
  const [first, ...others] = seen.hands;
  const path = first ? toHandPath(first) : null;
  const moved = JSON.stringify(seen.targets) !== JSON.stringify(seen.targetsAtEnd);
  const marks = path?.marks ?? null;
  const peak = path?.speed?.reduce((most, { mmps }) => Math.max(most, mmps), 0) ?? 0;
  const after = (ms: number) => formatValue(text, 's', (ms - seen.cueMs) / 1000, 2);
  const caption = [
    !first && text('therapist.path.noTouch'),
    first && !marks && text('therapist.path.notMeasured'),
    marks &&
      text('therapist.path.caption', {
        from: after(marks.onsetMs),
        to: after(marks.endMs),
        peak: formatValue(text, 'mm/s', Math.round(peak)),
      }),
    seen.assisted && text('therapist.path.assisted'),
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <div class="path-pictures">
      <figure>
        <PlayField space={set.head.set.space} label={caption}>
          {seen.targets.map((target, i) => (
            <circle key={i} class={moved ? 'field-target then' : 'field-target'} cx={target.xMm} cy={target.yMm} r={target.widthMm / 2} />
          ))}
          {moved &&
            seen.targetsAtEnd.map((target, i) => <circle key={i} class="field-target" cx={target.xMm} cy={target.yMm} r={target.widthMm / 2} />)}
          <path class="field-origin" d={`M${seen.start.xMm - 4} ${seen.start.yMm}h8M${seen.start.xMm} ${seen.start.yMm - 4}v8`} />
          {others.map((samples, i) => (
            <polyline key={i} class="field-hand other" points={toPoints(samples)} />
          ))}
          {first && <polyline class="field-hand" data-hand="first" points={toPoints(first)} />}
          {first?.length === 1 && first[0] && <circle class="field-touch" cx={first[0].x} cy={first[0].y} r={2.5} />}
          {marks && (
            <>
              <circle class="mark-onset" cx={marks.onset.x} cy={marks.onset.y} r={3} />
              <path class="mark-end" d={`M${marks.end.x - 3} ${marks.end.y - 3}l6 6m0 -6l-6 6`} />
            </>
          )}
        </PlayField>
        <figcaption>{caption}</figcaption>
        <ul class="legend">
          {marks && (
            <>
              {' '}
              <li>
                <svg viewBox="-5 -5 10 10" aria-hidden="true">
                  <circle class="mark-onset" r="3" />
                </svg>
                {text('therapist.path.onset')}
              </li>
              <li>
                <svg viewBox="-5 -5 10 10" aria-hidden="true">
                  <path class="mark-end" d="M-3 -3l6 6m0 -6l-6 6" />
                </svg>
                {text('therapist.path.end')}
              </li>
            </>
          )}
          <li>
            <svg viewBox="-5 -5 10 10" aria-hidden="true">
              <path class="field-origin" d="M-4 0h8M0 -4v8" />
            </svg>
            {text('therapist.path.start')}
          </li>
          <li>{text('therapist.path.target', { width: formatValue(text, 'mm', seen.targets[0]?.widthMm ?? 0, 0) })}</li>
        </ul>
      </figure>
      {path?.speed && (
        <SpeedPlot speed={path.speed} marks={marks} cueMs={seen.cueMs} label={text('therapist.path.speed', { peak: formatNumber(text, peak) })} />
      )}
    </div>
  );
}

function toPoints(samples: readonly { readonly x: number; readonly y: number }[]): string {
  return samples.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' ');
}
