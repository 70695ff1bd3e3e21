/** Levels of GMFCS (gross motor), MACS (hands) and CFCS (communication), from the most able to the most limited (clinical.md C5). */
export const clinicLevels = ['I', 'II', 'III', 'IV', 'V'] as const;
export type ClinicLevel = (typeof clinicLevels)[number];

/** The three distances of the Functional Mobility Scale in metres; a rating of 1 is a wheelchair, 6 walks anywhere unaided. */
export const fmsDistances = [5, 50, 500] as const;
export type FmsDistance = (typeof fmsDistances)[number];
export const fmsRatings = { min: 1, max: 6 } as const;

/** Which side of the body is affected more, or both. */
export const clinicSides = ['both', 'left', 'right'] as const;
/** How the child usually is when it plays. */
export const clinicPostures = ['standing', 'sitting', 'lying'] as const;
/** How high the trunk is held, from the most support to none: the heights of SATCO (clinical.md C5, SATCO). */
export const supportHeights = ['shoulders', 'armpits', 'shoulderBlades', 'lowerRibs', 'belowRibs', 'pelvis', 'none'] as const;
/** What the child sits or stands in. */
export const clinicSeats = ['chair', 'bench', 'wheelchair', 'standingFrame', 'floor'] as const;
/** Where orthoses are worn. */
export const orthosisPlaces = ['feet', 'knees', 'hands', 'trunk'] as const;
/** The side of the visual field that the child does not see. */
export const fieldLosses = ['none', 'left', 'right'] as const;
/** What the child hears. */
export const hearings = ['usual', 'aids', 'little'] as const;

/** What the therapist said of a child beside its settings: all of it optional, absent where nothing was said, kept as `clinic.<field>` of the profile. */
export interface Clinic {
  readonly gmfcs?: ClinicLevel;
  readonly macs?: ClinicLevel;
  readonly cfcs?: ClinicLevel;
  /** By distance: `clinic.fms5`, `clinic.fms50`, `clinic.fms500`. */
  readonly fms5?: number;
  readonly fms50?: number;
  readonly fms500?: number;
  readonly sides?: (typeof clinicSides)[number];
  readonly posture?: (typeof clinicPostures)[number];
  readonly support?: (typeof supportHeights)[number];
  readonly seat?: (typeof clinicSeats)[number];
  readonly orthoses?: Readonly<Partial<Record<(typeof orthosisPlaces)[number], boolean>>>;
  readonly fieldLoss?: (typeof fieldLosses)[number];
  readonly lowVision?: boolean;
  /** Cerebral visual impairment. */
  readonly cvi?: boolean;
  readonly hearing?: (typeof hearings)[number];
  readonly epilepsy?: boolean;
}

/** Fields of `Clinic` that hold one of a few words, each with its words from the safe side on: of two words that differ the first is kept. */
export const clinicChoices = {
  gmfcs: [...clinicLevels].reverse(),
  macs: [...clinicLevels].reverse(),
  cfcs: [...clinicLevels].reverse(),
  sides: clinicSides,
  posture: ['lying', 'sitting', 'standing'],
  support: supportHeights,
  seat: clinicSeats,
  fieldLoss: fieldLosses,
  hearing: ['little', 'aids', 'usual'],
} as const satisfies Partial<Record<keyof Clinic, readonly string[]>>;
