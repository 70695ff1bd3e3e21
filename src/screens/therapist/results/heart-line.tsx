import { type EffortMeasures, type HeartReading, measureEffort, zoneReserve } from '../../../measures/effort';
import type { HeartLimits } from '../../../plan/types';
import type { StoredSet } from '../../../store/types';
import { useText } from '../../parts/use-app';
import { formatNumber } from '../words';

/** Mean and peak rate are the same whatever range they are read against. */
const anyRange = { restBpm: 0, maxBpm: 1 } as const;

/** What a strap told of one set; nothing where none was worn. */
export function HeartLine({ set, limits }: { readonly set: StoredSet; readonly limits: HeartLimits | null }) {
  const text = useText();
  if (set.heart.length === 0) return null;
  const readings = set.heart.map(([tMs, beatsPerMin]): HeartReading => ({ tMs, beatsPerMin }));
  const rates = measureEffort(readings, anyRange);
  if ('notMeasurable' in rates) return <p class="heart-line">{text('therapist.heart.few')}</p>;
  const line = text('therapist.heart.line', { mean: formatNumber(text, rates.meanBpm), peak: formatNumber(text, rates.peakBpm) });
  return (
    <p class="heart-line">
      {line} · {describe(measureEffort(readings, toRange(limits)))}
    </p>
  );

  function describe(effort: EffortMeasures): string {
    if ('notMeasurable' in effort) return text('therapist.heart.noRange');
    const percent = (share: number) => text('unit.pct.value', { value: formatNumber(text, 100 * share) });
    const minutes = formatNumber(text, effort.zoneMinutes, 1);
    return text('therapist.heart.reserve', { share: percent(effort.reserveMean), minutes, zone: percent(zoneReserve) });
  }
}

function toRange(limits: HeartLimits | null): { readonly restBpm: number; readonly maxBpm: number } | null {
  const { restBpm = null, maxBpm = null } = limits ?? {};
  return restBpm === null || maxBpm === null ? null : { restBpm, maxBpm };
}
