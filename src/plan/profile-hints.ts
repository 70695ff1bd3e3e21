import { type Clinic, type ClinicLevel, clinicLevels, type FmsDistance, fmsDistances } from './clinic';
import { type Demands, toDemands } from './safety/demands';
import type { ChildProfile, PlanItem, PlayPreferences } from './types';

type Values = Readonly<Record<string, number | string>>;

/** From which width on targets suit a hand, in mm (clinical.md C5: MACS sets target width; C9: start at 75, at least 20; the steps between are D). */
export const macsWidthMm: Readonly<Record<ClinicLevel, number>> = { I: 35, II: 45, III: 60, IV: 75, V: 100 };

/** From this level of MACS on keys, switches and an adult's tap are offered first (clinical.md C5, device choice; D, "V: switch, dwell"). */
const switchesFrom: ClinicLevel = 'IV';

/** A rating from which on a child walks a distance of the FMS, with a frame or better; 1 is a wheelchair. */
const walksFrom = 2;

/** One minute of walking, in metres, to the FMS distance that it is near (clinical.md C3: about 1 m/s). */
const minuteM = 50;

/** Pieces of advice that a profile gives; those with a `set` can be taken over with a tap, and nothing is ever set by itself (clinical.md C5). */
export interface ProfileHint {
  /** The end of its text key. */
  readonly about: string;
  readonly values?: Values;
  /** A field of `play` that a tap turns on. */
  readonly set?: keyof Pick<PlayPreferences, 'simplePicture' | 'highContrast' | 'reducedMotion'>;
}

/** What a profile suggests to start with; looks that are on already are not suggested again. */
export function toProfileHints(clinic: Clinic, play: PlayPreferences): readonly ProfileHint[] {
  const { gmfcs, macs } = clinic;
  const hints: ProfileHint[] = [];
  if (gmfcs) hints.push({ about: `gmfcs.${gmfcs}` });
  if (macs) hints.push({ about: isAtLeast(macs, switchesFrom) ? 'switches' : 'touch', values: { level: macs, mm: macsWidthMm[macs] } });
  const walkable = toWalkableM(clinic);
  if (walkable !== null) hints.push(walkable === 0 ? { about: 'noWalk' } : { about: 'walk', values: { metres: walkable } });
  if (clinic.sides === 'left' || clinic.sides === 'right') hints.push({ about: 'oneSide' });
  // Reaching is worse with support below the trunk's own control (clinical.md C5, SATCO).
  if (gmfcs && isAtLeast(gmfcs, 'IV') && clinic.support === undefined) hints.push({ about: 'support' });
  if (clinic.fieldLoss === 'left' || clinic.fieldLoss === 'right') hints.push({ about: `field.${clinic.fieldLoss}` });
  if (clinic.hearing === 'little') hints.push({ about: 'hearing' });
  // Crowding costs sight in CVI, flicker and motion can call seizures (clinical.md C8, vision and photosensitive seizure).
  if ((clinic.cvi || clinic.lowVision) && !play.simplePicture) hints.push({ about: 'simplePicture', set: 'simplePicture' });
  if (clinic.lowVision && !play.highContrast) hints.push({ about: 'highContrast', set: 'highContrast' });
  if (clinic.epilepsy && !play.reducedMotion) hints.push({ about: 'reducedMotion', set: 'reducedMotion' });
  return hints;
}

/** Whether what a drill with these parameters asks suits how a child sits and moves; null: the profile says nothing about it. */
export function fitsProfile(clinic: Clinic | undefined, drill: string, params: Values): boolean | null {
  if (!clinic) return null;
  const demands = toDemands(drill, params);
  const said = [
    fitsGmfcs(clinic, drill, params, demands),
    fitsPosture(clinic, drill, demands),
    fitsHands(clinic, params),
    fitsWalk(clinic, drill, params),
  ];
  const known = said.filter((one) => one !== null);
  return known.length === 0 ? null : known.every(Boolean);
}

/** The most limited level of GMFCS at which a drill is offered in full (clinical.md D, "GMFCS / posture" of each drill). */
export function toGmfcsLimit(drill: string, params: Values, demands: Demands = toDemands(drill, params)): ClinicLevel {
  // A hand-held device and a narrow stance do not go together.
  if (drill === 'hold' && (params.stance === 'tandem' || params.stance === 'single')) return 'II';
  if (drill === 'mobility' && params.move === 'transfer') return 'IV';
  if (demands.posture === 'standing') return 'III';
  return demands.posture === 'any' || demands.posture === 'lying' ? 'IV' : 'V';
}

/** The farthest distance of the FMS that a child walks; 0: none of those that were rated; null: none was rated. */
export function toWalkableM(clinic: Clinic): FmsDistance | 0 | null {
  const rated = fmsDistances.filter((metres) => clinic[`fms${metres}`] !== undefined);
  if (rated.length === 0) return null;
  return rated.filter((metres) => walks(clinic, metres)).at(-1) ?? 0;
}

/** Where the family's pictures show a child sitting: as the therapist said, else as its companion does. */
export function toSetUpSeat({ clinic, companion }: Pick<ChildProfile, 'clinic' | 'companion'>): 'chair' | 'wheelchair' {
  if (clinic?.seat !== undefined) return clinic.seat === 'wheelchair' ? 'wheelchair' : 'chair';
  return companion.aid === 'wheelchair' ? 'wheelchair' : 'chair';
}

/** True where a plan item is for home: what the family's page shows. */
export function isForHome({ place }: Pick<PlanItem, 'place'>): boolean {
  return place !== 'clinic';
}

function fitsGmfcs({ gmfcs }: Clinic, drill: string, params: Values, demands: Demands): boolean | null {
  return gmfcs === undefined ? null : isAtLeast(toGmfcsLimit(drill, params, demands), gmfcs);
}

function fitsPosture({ posture }: Clinic, drill: string, { posture: asked, moves }: Demands): boolean | null {
  if (posture === undefined) return null;
  // Getting up begins where the child is.
  if (posture === 'standing' || drill === 'rise' || drill === 'mobility') return null;
  if (posture === 'sitting') return asked !== 'standing';
  return asked === 'lying' || asked === 'floor' || (asked === 'seated' && !moves.includes('trunk'));
}

function fitsHands({ macs }: Clinic, { targetWidthMm }: Values): boolean | null {
  return macs === undefined || typeof targetWidthMm !== 'number' ? null : targetWidthMm >= macsWidthMm[macs];
}

function fitsWalk(clinic: Clinic, drill: string, params: Values): boolean | null {
  if (!toDemands(drill, params).walks) return null;
  const asked = drill !== 'walk' ? 0 : params.course === 'minute' ? minuteM : Number(params.distanceM);
  const farEnough = fmsDistances.filter((metres) => metres >= asked && clinic[`fms${metres}`] !== undefined);
  if (farEnough.some((metres) => walks(clinic, metres))) return true;
  const near = fmsDistances.find((metres) => metres >= asked);
  const sure = fmsDistances.some((metres) => (metres < asked || metres === near) && clinic[`fms${metres}`] !== undefined && !walks(clinic, metres));
  return sure ? false : null;
}

function walks(clinic: Clinic, metres: FmsDistance): boolean {
  return (clinic[`fms${metres}`] ?? 0) >= walksFrom;
}

/** True where `a` is as limited as `b`, or more. */
function isAtLeast(a: ClinicLevel, b: ClinicLevel): boolean {
  return clinicLevels.indexOf(a) >= clinicLevels.indexOf(b);
}
