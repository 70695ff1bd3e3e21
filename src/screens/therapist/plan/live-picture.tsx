import { useEffect, useState } from 'preact/hooks';
import type { Millis } from '../../../core/units';
import type { ReachPlace, ReachState } from '../../../drills/reach/state';
import type { AnyDrill, Params, PlaySpace } from '../../../drills/types';
import type { ChildProfile, PlanItem } from '../../../plan/types';
import { type ReachPreview, toReachPreview } from '../../../report/preview';
import { toSides } from '../../../session/sides';
import { calmAbilities, simulateSet } from '../../../session/simulate';
import { useText } from '../../parts/use-app';
import { formatValue } from '../words';
import { FittsLine } from './fitts-line';
import { PlayField } from './play-field';
import { useScreenSpace } from './use-screen-space';

/** Changes settle for this long before a set is played anew. */
const settleMs = 120;

/** What the child will get on this screen: the places of a whole set, played by a synthetic child, at true proportions. */
export function LivePicture(props: { readonly drill: AnyDrill; readonly params: Params; readonly item: PlanItem; readonly child: ChildProfile }) {
  const text = useText();
  const space = useScreenSpace(props.child.reachMm);
  const preview = usePreview({ ...props, space });
  if (!preview) return <div class="live-picture" style={{ aspectRatio: `${space.widthMm} / ${space.heightMm}` }} />;
  const width = formatValue(text, 'mm', preview.widthMm);
  const real = preview.realMm === null ? null : formatValue(text, 'mm', Math.round(preview.realMm));
  const count = preview.places.length;
  const caption =
    real === null ? text('therapist.picture.captionAnywhere', { count, width }) : text('therapist.picture.caption', { count, width, distance: real });
  const reach = space.reachMm < Math.hypot(space.widthMm, space.heightMm) ? space.reachMm : null;
  return (
    <figure class="live-picture">
      <PlayField space={space} label={caption}>
        {reach !== null && <circle class="field-reach" cx={space.originXMm} cy={space.originYMm} r={reach} />}
        <path class="field-origin" d={`M${space.originXMm - 4} ${space.originYMm}h8M${space.originXMm} ${space.originYMm - 4}v8`} />
        <path class="field-way" d={toWay(preview.places)} />
        {countPlaces(preview.places).map(({ target, times }) => (
          <g key={`${target.xMm},${target.yMm}`}>
            <circle class="field-target" cx={target.xMm} cy={target.yMm} r={target.widthMm / 2} />
            {times > 1 && (
              <text class="field-number" x={target.xMm} y={target.yMm - target.widthMm / 4} font-size={Math.min(11, target.widthMm * 0.4)}>
                {times}×
              </text>
            )}
          </g>
        ))}
      </PlayField>
      <figcaption>{caption}</figcaption>
      {preview.realMm !== null && <FittsLine distanceMm={preview.realMm} widthMm={preview.widthMm} />}
      {preview.tooFar && preview.wishedMm !== null && real !== null && (
        <p class="notice" role="status">
          {text(reach === null ? 'therapist.picture.tooFar' : 'therapist.picture.tooFarReach', {
            wished: formatValue(text, 'mm', Math.round(preview.wishedMm)),
            real,
          })}
        </p>
      )}
    </figure>
  );
}

interface PreviewOf {
  readonly drill: AnyDrill;
  readonly params: Params;
  readonly item: PlanItem;
  readonly child: ChildProfile;
  readonly space: PlaySpace;
}

function usePreview(of: PreviewOf): ReachPreview | null {
  const [preview, setPreview] = useState<ReachPreview | null>(null);
  const key = JSON.stringify([of.drill.id, of.params, of.item.side, of.child.lockoutMs, of.child.touch, of.space]);
  useEffect(() => {
    const wait = setTimeout(() => setPreview(simulate(of)), preview === null ? 0 : settleMs);
    return () => clearTimeout(wait);
  }, [key]);
  return preview;
}

function simulate({ drill, params, item, child, space }: PreviewOf): ReachPreview {
  const sides = toSides(item.side, Number(params.trials));
  const lockoutMs: Millis = child.lockoutMs;
  const { state } = simulateSet<ReachState>(
    {
      drill,
      set: { params, sides, space, lockoutMs },
      seed: item.id,
      calibration: { source: 'touch', fieldMm: { width: space.widthMm, height: space.heightMm }, touch: child.touch },
    },
    calmAbilities,
  );
  return toReachPreview(state);
}

/** Each place once, with how often a target comes to it. */
function countPlaces(places: readonly ReachPlace[]) {
  const found = new Map<string, { readonly target: ReachPlace['targets'][number]; times: number }>();
  for (const target of places.flatMap((place) => place.targets)) {
    const key = `${Math.round(target.xMm)},${Math.round(target.yMm)}`;
    const known = found.get(key);
    if (known) known.times += 1;
    else found.set(key, { target, times: 1 });
  }
  return [...found.values()];
}

/** The way from target to target; pairs for two hands are joined instead. */
function toWay(places: readonly ReachPlace[]): string {
  return places
    .map(({ startXMm, startYMm, targets: [first, second] }) => {
      if (!first) return '';
      const from = second ?? { xMm: startXMm, yMm: startYMm };
      return `M${from.xMm} ${from.yMm}L${first.xMm} ${first.yMm}`;
    })
    .join('');
}
