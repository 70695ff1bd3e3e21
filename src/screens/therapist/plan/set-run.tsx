import { useEffect, useId, useState } from 'preact/hooks';
import type { Text } from '../../../core/text';
import type { ReachState } from '../../../drills/reach/state';
import type { AnyDrill, DrillState, Outcome, Params } from '../../../drills/types';
import type { ChildProfile, PlanItem } from '../../../plan/types';
import { Button } from '../../parts/button';
import { useText } from '../../parts/use-app';
import { formatDuration } from '../words';
import { PlayField } from './play-field';
import { startWatchedSet, toSetSetup, type WatchedSet } from './play-set';
import { useScreenSpace } from './use-screen-space';

/** How much faster than life a set is shown. */
const speed = 4;
const outcomes: readonly Outcome[] = ['success', 'assisted', 'miss', 'lost'];

/** Plays one set with a simulated child in the real drill, four times as fast: a dot a trial as it ends, and how long the set takes. */
export function SetRun(props: { readonly drill: AnyDrill; readonly params: Params; readonly item: PlanItem; readonly child: ChildProfile }) {
  const text = useText();
  const { drill, params, item, child } = props;
  const space = useScreenSpace(child.reachMm);
  const [watched, setWatched] = useState<WatchedSet | null>(null);
  const [, draw] = useState(0);
  // What was watched is no longer what is planned.
  useEffect(() => setWatched(null), [JSON.stringify([drill.id, params, item.side, space])]);
  useEffect(() => {
    if (!watched) return;
    let since: number | null = null;
    let next = requestAnimationFrame(function onFrame(now) {
      since ??= now;
      watched.playTo((now - since) * speed);
      draw((n) => n + 1);
      if (!watched.state.done) next = requestAnimationFrame(onFrame);
    });
    return () => cancelAnimationFrame(next);
  }, [watched]);
  const isOver = watched?.state.done ?? false;
  return (
    <div class="set-run">
      {watched && (
        <>
          {drill.movement === 'reach' && !isOver && <Hands watched={watched} space={space} text={text} />}
          <Dots state={watched.state} trials={Number(params.trials)} />
          <p class="set-run-words">
            {isOver
              ? text('planEdit.run.took', { time: formatDuration(text, watched.nowMs), counts: sayCounts(text, watched.state) })
              : text('planEdit.run.now', { time: formatDuration(text, watched.nowMs) })}
          </p>
        </>
      )}
      <Button
        icon={watched && !isOver ? 'stop' : 'play'}
        onPress={() => setWatched(watched && !isOver ? null : startWatchedSet(toSetSetup(drill, params, item, child, space)))}
      >
        {text(watched && !isOver ? 'planEdit.run.stop' : 'planEdit.run.start', { speed })}
      </Button>
      <span class="unseen" role="status">
        {watched && isOver && text('planEdit.run.took', { time: formatDuration(text, watched.nowMs), counts: sayCounts(text, watched.state) })}
      </span>
    </div>
  );
}

/** One dot a trial: full for reached, half for helped, a ring for not this time, dashed where the sensor lost the child. */
function Dots({ state, trials }: { readonly state: Readonly<DrillState>; readonly trials: number }) {
  const text = useText();
  const title = useId();
  const inRow = 12;
  const rows = Math.ceil(trials / inRow);
  const label = sayCounts(text, state);
  return (
    <svg class="set-dots" viewBox={`0 0 ${inRow * 24} ${rows * 24}`} role="img" aria-labelledby={title}>
      <title id={title}>{label || text('planEdit.run.none')}</title>
      {Array.from({ length: trials }, (_, i) => {
        const outcome = state.results[i]?.outcome ?? 'open';
        const [x, y] = [(i % inRow) * 24 + 12, Math.floor(i / inRow) * 24 + 12];
        return (
          <g key={i} class={`set-dot ${outcome}`}>
            <circle cx={x} cy={y} r={8} />
            {outcome === 'assisted' && <path d={`M${x} ${y - 8}a8 8 0 0 0 0 16z`} />}
          </g>
        );
      })}
    </svg>
  );
}

function Hands({ watched, space, text }: { readonly watched: WatchedSet; readonly space: ReturnType<typeof useScreenSpace>; readonly text: Text }) {
  const { places, trial } = watched.state as unknown as ReachState;
  return (
    <PlayField space={space} label={text('planEdit.run.field')}>
      {places[trial]?.targets.map((target, i) => (
        <circle key={i} class="field-target" cx={target.xMm} cy={target.yMm} r={target.widthMm / 2} />
      ))}
      {watched.contacts.map((contact, i) => (
        <circle key={i} class="field-hand" cx={contact.x * space.widthMm} cy={contact.y * space.heightMm} r={5} />
      ))}
    </PlayField>
  );
}

function sayCounts(text: Text, { results }: Pick<DrillState, 'results'>): string {
  const counts = outcomes.flatMap((outcome) => {
    const count = results.filter((result) => result.outcome === outcome).length;
    return count > 0 ? [text(`therapist.outcomeCount.${outcome}`, { count })] : [];
  });
  return new Intl.ListFormat(text.language, { type: 'unit', style: 'short' }).format(counts);
}
