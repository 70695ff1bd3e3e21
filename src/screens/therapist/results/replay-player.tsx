import { useMemo, useState } from 'preact/hooks';
import type { AnyDrill, TrialResult } from '../../../drills/types';
import type { TrialReplay } from '../../../report/trial-replay';
import { type Plot, toAccelerationPlot, toDistancePlot, toSignalPlot } from '../../../report/trial-replay-signals';
import type { StoredSet } from '../../../store/types';
import { Button, IconButton } from '../../parts/button';
import { useText } from '../../parts/use-app';
import { formatNumber, formatValue } from '../words';
import { LeanPlane } from './lean-plane';
import type { SetReplay } from './load-replay';
import { ReplayField, toMeasuredPath } from './replay-field';
import { ReplayMetrics } from './replay-metrics';
import { SignalPlot } from './signal-plot';
import { StickAndButtons } from './stick-and-buttons';
import { StickFigure } from './stick-figure';
import { usePlayback } from './use-playback';

/** One press of an arrow key on the slider: about a picture of the camera. */
const stepMs = 40;
/** How slow "slowly" is: a reach of half a second takes two. */
const slowRate = 0.25;

/** A trial that plays: pictures of the body and the field, the measures beside, the signal below, all at one moment. */
export function ReplayPlayer(props: {
  readonly set: StoredSet;
  readonly drill: AnyDrill;
  readonly result: TrialResult;
  readonly recorded: Extract<SetReplay, { readonly kind: 'recorded' }>;
  readonly replay: TrialReplay;
}) {
  const text = useText();
  const { set, drill, result, replay } = props;
  const { watched, reaches } = props.recorded;
  const [slow, setSlow] = useState(false);
  const { atMs, playing, play, pause, seek } = usePlayback(replay.fromMs, replay.toMs, slow ? slowRate : 1);
  const seen = reaches.get(replay.trial);
  // With the mercy rule at work the path says nothing about the child; and not every sensor carries a speed.
  const isMeasured = drill.metrics.peakSpeedMmps?.sources.includes(set.source) ?? false;
  const path = useMemo(() => toMeasuredPath(seen, isMeasured), [seen, isMeasured]);
  const plot = useMemo((): Plot | null => {
    const points = path?.speed?.map(({ ms, mmps }) => ({ ms, value: mmps }));
    if (points) return { kind: 'speed', traces: [{ name: 'speed', points }], marks: [] };
    if (!watched) return toAccelerationPlot(replay);
    return (drill.movement === 'reach' ? toDistancePlot(watched, replay) : toSignalPlot(watched, replay)) ?? toAccelerationPlot(replay);
  }, [path, watched, replay, drill]);
  const afterCue = (ms: number) => formatValue(text, 's', (ms - replay.cueMs) / 1000, 2);
  const peak = path?.speed?.reduce((most, { mmps }) => Math.max(most, mmps), 0) ?? 0;
  const byTouch = set.source === 'touch';
  const caption = [
    drill.id === 'reach' &&
      seen &&
      !seen.hands[0] &&
      replay.taps.length === 0 &&
      text(byTouch ? 'therapist.path.noTouch' : 'therapist.replay.noHand'),
    replay.taps.length > 0 && text('therapist.replay.byAdult'),
    byTouch && path && !path.marks && text('therapist.path.notMeasured'),
    path?.marks &&
      text('therapist.path.caption', {
        from: afterCue(path.marks.onsetMs),
        to: afterCue(path.marks.endMs),
        peak: formatValue(text, 'mm/s', Math.round(peak)),
      }),
    seen?.assisted && text('therapist.path.assisted'),
  ]
    .filter(Boolean)
    .join(' ');
  const hasField = seen !== undefined || replay.touches.length > 0;
  const hasPlane = watched?.drill.movement === 'lean' && watched.heard.length > 0;
  const nothing = !hasField && !hasPlane && replay.poses.length + replay.motions.length + replay.gamepads.length + replay.taps.length === 0;
  const shownS = formatNumber(text, Math.abs(atMs - replay.cueMs) / 1000, 2);
  const moment = text(atMs < replay.cueMs ? 'therapist.replay.before' : 'therapist.replay.after', { time: shownS });
  return (
    <>
      <div class="replay-stage">
        <div class="replay-pictures">
          {replay.poses.length > 0 && <StickFigure replay={replay} atMs={atMs} />}
          {hasField && (
            <ReplayField space={set.head.set.space} replay={replay} watched={watched} seen={seen} path={path} caption={caption} atMs={atMs} />
          )}
          {hasPlane && <LeanPlane watched={watched} replay={replay} atMs={atMs} />}
          {replay.gamepads.length > 0 && <StickAndButtons replay={replay} atMs={atMs} />}
          {!hasField && caption && <p>{caption}</p>}
          {nothing && <p>{text('therapist.replay.nothing')}</p>}
        </div>
        <ReplayMetrics drill={drill} source={set.source} result={result} />
      </div>
      <div class="replay-controls">
        <IconButton
          icon={playing ? 'pause' : 'play'}
          kind="main"
          size="main"
          label={text(playing ? 'therapist.replay.pause' : 'therapist.replay.play')}
          onPress={() => (playing ? pause() : play())}
        />
        <Button size="main" pressed={slow} onPress={() => setSlow(!slow)}>
          {text('therapist.replay.slow')}
        </Button>
        <input
          type="range"
          aria-label={text('therapist.replay.slider')}
          aria-valuetext={moment}
          min={0}
          max={Math.ceil((replay.toMs - replay.fromMs) / stepMs) * stepMs}
          step={stepMs}
          value={atMs - replay.fromMs}
          onInput={(event) => seek(replay.fromMs + event.currentTarget.valueAsNumber)}
        />
        <span class="replay-moment" aria-hidden="true">
          {moment}
        </span>
      </div>
      <SignalPlot replay={replay} plot={plot} atMs={atMs} movement={path?.marks ?? null} />
    </>
  );
}
