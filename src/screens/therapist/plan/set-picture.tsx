import { useEffect, useId, useState } from 'preact/hooks';
import type { AnyDrill, Params } from '../../../drills/types';
import type { Limb } from '../../../movement/types';
import type { ChildProfile, PlanItem } from '../../../plan/types';
import { type SetPreview, toSetPreview } from '../../../report/set-preview';
import { toSides } from '../../../session/sides';
import { calmAbilities, simulateSet } from '../../../session/simulate';
import { useText } from '../../parts/use-app';
import { formatValue } from '../words';
import { useScreenSpace } from './use-screen-space';

/** Changes settle for this long before a set is played anew. */
const settleMs = 200;
const width = 320;
const rowHeight = 26;

/** What a set will be: each trial along the set's time, and where leans are asked for, as a synthetic child plays them. */
export function SetPicture(props: { readonly drill: AnyDrill; readonly params: Params; readonly item: PlanItem; readonly child: ChildProfile }) {
  const text = useText();
  const title = useId();
  const { drill, params, item, child } = props;
  const space = useScreenSpace(child.reachMm);
  const [preview, setPreview] = useState<SetPreview | null>(null);
  useEffect(() => {
    const simulate = () => {
      const limb = params.limb as Limb | undefined;
      const fieldMm = { width: space.widthMm, height: space.heightMm };
      const calibration = { source: drill.childSource, fieldMm, touch: child.touch, ...(limb ? { limb } : {}) };
      const set = { params, sides: toSides(item.side, Number(params.trials)), space, lockoutMs: child.lockoutMs };
      setPreview(toSetPreview(simulateSet({ drill, set, seed: item.id, calibration }, calmAbilities).state));
    };
    const wait = setTimeout(simulate, preview === null ? 0 : settleMs);
    return () => clearTimeout(wait);
  }, [JSON.stringify([drill.id, params, item.side, space])]);
  if (!preview) return <div class="live-picture" style={{ aspectRatio: '2' }} />;
  const caption = text('therapist.picture.set', { count: preview.trials.length, length: formatValue(text, 's', Math.round(preview.lengthS)) });
  const toX = (s: number) => (preview.lengthS > 0 ? (s / preview.lengthS) * (width - 12) + 6 : 6);
  return (
    <figure class="live-picture">
      <svg class="set-time" viewBox={`0 0 ${width} ${rowHeight * 2 + 8}`} role="img" aria-labelledby={title}>
        <title id={title}>{caption}</title>
        <path class="field-origin" d={`M6 ${rowHeight + 4}H${width - 6}`} />
        {preview.trials.map(({ fromS, toS, side }, i) => (
          <rect
            key={i}
            class="field-target"
            x={toX(fromS)}
            width={Math.max(2, toX(toS) - toX(fromS))}
            y={side === 'right' ? rowHeight + 6 : side === 'left' ? 4 : rowHeight / 2 + 5}
            height={rowHeight - 4}
            rx={3}
          />
        ))}
      </svg>
      {preview.places.length > 0 && (
        <svg class="field-picture lean-places" viewBox="-1.5 -1.5 3 3" aria-hidden="true">
          <circle class="field-reach" r={1} />
          <path class="field-origin" d="M-0.06 0h0.12M0 -0.06v0.12" />
          {preview.places.map(({ x, y, radius }, i) => (
            <circle key={i} class="field-target" cx={x} cy={-y} r={radius} />
          ))}
        </svg>
      )}
      <figcaption>
        {caption} {preview.trials.some(({ side }) => side !== null) && text('therapist.picture.setSides')}
        {preview.places.length > 0 && ` ${text('therapist.picture.fromAbove')}`}
      </figcaption>
    </figure>
  );
}
