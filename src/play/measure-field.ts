import type { Params, PlaySpace } from '../drills/types';
import { mergeRanges } from '../movement/newest-ranges';
import type { Calibration, Limb, Mounting, MovementRanges, SourceKind } from '../movement/types';
import type { ChildProfile } from '../plan/types';
import { toPlaySpace } from '../session/space';

/** What the size of the play field and the child's own settings give a source. */
export interface MeasuredField {
  readonly space: PlaySpace;
  readonly calibration: Calibration;
}

/** The play field as it is now, in millimetres, with today's calibration of the source that plays. */
export function measureField(of: {
  readonly parent: HTMLElement;
  readonly pxPerMm: number;
  readonly child: ChildProfile;
  readonly kind: SourceKind;
  readonly params: Params;
  /** What its set-up found on a source. */
  readonly prepared: { readonly open: { readonly kind: SourceKind }; readonly ranges: MovementRanges | null; readonly mounting?: Mounting } | null;
  readonly ranges: Readonly<Partial<Record<SourceKind, MovementRanges>>>;
}): MeasuredField {
  const { parent, pxPerMm, child, kind } = of;
  const fieldMm = { width: parent.clientWidth / pxPerMm, height: parent.clientHeight / pxPerMm };
  const prepared = of.prepared?.open.kind === kind ? of.prepared : null;
  const ranges = prepared?.ranges ? mergeRanges(of.ranges[kind] ?? {}, prepared.ranges) : of.ranges[kind];
  const limb = of.params.limb as Limb | undefined;
  return {
    space: toPlaySpace(fieldMm.width, fieldMm.height, child.reachMm),
    calibration: {
      source: kind,
      fieldMm,
      touch: child.touch,
      switches: child.switches,
      ...(limb ? { limb } : {}),
      ...(ranges ? { ranges } : {}),
      ...(prepared?.mounting ? { mounting: prepared.mounting } : {}),
    },
  };
}
