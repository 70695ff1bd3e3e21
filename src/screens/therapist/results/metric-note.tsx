import type { Metric } from '../../../drills/types';
import { IconButton } from '../../parts/button';
import { useText } from '../../parts/use-app';
import { toMetricName, toUnitKey } from '../words';

/** What a metric is: definition, better direction, unit, sensors and where it comes from. */
export function MetricNote(props: { readonly drill: string; readonly name: string; readonly metric: Metric; onClose(): void }) {
  const text = useText();
  const { drill, name, metric } = props;
  const key = `${drill}.metric.${name}`;
  return (
    <div class="metric-note" role="status">
      <div>
        <p>
          <b>{toMetricName(text, drill, name)}.</b> {text(`${key}.help`)} {text(`therapist.better.${metric.better}`)}
        </p>
        <p class="hint">
          {text('therapist.results.noteLine', {
            unit: text(`unit.${toUnitKey(metric.unit)}.name`),
            sensor: metric.sources.map((source) => text(`therapist.sensor.${source}`)).join(', '),
            source: text(`${key}.source`),
          })}
        </p>
      </div>
      <IconButton icon="close" kind="quiet" label={text('common.close')} onPress={props.onClose} />
    </div>
  );
}
