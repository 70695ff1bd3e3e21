import { useMemo } from 'preact/hooks';
import type { AnyDrill } from '../../../drills/types';
import { toTrialReplay } from '../../../report/trial-replay';
import type { StoredSet } from '../../../store/types';
import { IconButton } from '../../parts/button';
import { useAsync, useStore, useText } from '../../parts/use-app';
import { loadReplay } from './load-replay';
import { ReplayPlayer } from './replay-player';

/** One trial of a set as its sensors told it, from the stored recording; says plainly when there is none to show. */
export function TrialReplayCard(props: {
  readonly set: StoredSet;
  readonly drill: AnyDrill;
  readonly trial: number;
  onChange(trial: number | null): void;
}) {
  const text = useText();
  const store = useStore();
  const { set, drill, trial } = props;
  const { value, error, loading } = useAsync(async () => (store ? loadReplay(store, set, drill) : null), [store, set.set]);
  const at = set.trials.findIndex((result) => result.trial === trial);
  const [before, result, after] = [set.trials[at - 1], set.trials[at], set.trials[at + 1]];
  const recorded = value?.kind === 'recorded' ? value : null;
  const replay = useMemo(() => recorded && toTrialReplay(recorded.recording, set.trials, trial), [recorded, trial]);
  const title = text(isHandPath(set, drill) ? 'therapist.path.title' : 'therapist.replay.title', { number: trial + 1 });
  const problem = findProblem();
  return (
    <section class="hand-path replay" aria-label={title}>
      <header>
        <h4>{title}</h4>
        <IconButton
          size="main"
          icon="back"
          label={text('therapist.path.before')}
          disabled={!before}
          onPress={() => before && props.onChange(before.trial)}
        />
        <IconButton
          size="main"
          icon="next"
          label={text('therapist.path.after')}
          disabled={!after}
          onPress={() => after && props.onChange(after.trial)}
        />
        <IconButton size="main" icon="close" kind="quiet" label={text('common.close')} onPress={() => props.onChange(null)} />
      </header>
      {recorded && replay && result && (
        <>
          {!recorded.watched && <p class="notice">{text('therapist.replay.olderRules')}</p>}
          <ReplayPlayer key={trial} set={set} drill={drill} result={result} recorded={recorded} replay={replay} />
        </>
      )}
      {problem !== null && !loading && <p class="notice">{problem}</p>}
    </section>
  );

  function findProblem(): string | null {
    if (error) return text('therapist.results.problem');
    if (value && value.kind !== 'recorded') return text(`therapist.replay.${value.kind}`);
    if (recorded && !replay) return text('therapist.replay.cutShort', { count: recorded.recording.set.sides.length });
    return null;
  }
}

/** Whether a set's trials are paths of a hand on the glass; all else is a replay. */
export function isHandPath(set: StoredSet, drill: AnyDrill): boolean {
  return drill.movement === 'reach' && set.source === 'touch';
}
