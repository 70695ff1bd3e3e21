import type { AnyDrill, TrialResult } from '../../../drills/types';
import type { SourceKind } from '../../../movement/types';
import { useText } from '../../parts/use-app';
import { formatMetric, toMetricName } from '../words';

/** What was measured in one trial, with how it ended; only what its sensor can carry. */
export function ReplayMetrics(props: { readonly drill: AnyDrill; readonly source: SourceKind; readonly result: TrialResult }) {
  const text = useText();
  const { drill, source, result } = props;
  const measured = Object.entries(drill.metrics).flatMap(([name, metric]) => {
    const value = metric.sources.includes(source) ? result.metrics[name] : undefined;
    return value === undefined ? [] : [{ name, shown: formatMetric(text, drill.id, name, metric, value) }];
  });
  return (
    <section class="replay-metrics" aria-label={text('therapist.replay.measures')}>
      <p>
        <span class={`outcome ${result.outcome}`}>{text(`therapist.outcome.${result.outcome}`)}</span>
        {result.help > 0 && <small> {text(`therapist.help.${result.help}`)}</small>}
        {result.side !== null && (
          <span>
            {' · '}
            {text('therapist.results.side')}: {text(`therapist.side.${result.side}`)}
          </span>
        )}
      </p>
      {measured.length > 0 ? (
        <dl>
          {measured.map(({ name, shown }) => (
            <div key={name}>
              <dt>{toMetricName(text, drill.id, name)}</dt>
              <dd>{shown}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p class="hint">{text('therapist.replay.noMeasure')}</p>
      )}
    </section>
  );
}
