/** What a drill asks of the body: said so that where it is in doubt, more is asked (clinical.md C8, hip, falls, feeding; D, the drills). */
export interface Demands {
  /** `any`: sitting or standing, as the therapist chose; `floor`: on hands, knees or mat. */
  readonly posture: 'any' | 'lying' | 'floor' | 'seated' | 'standing';
  /** What carries weight. */
  readonly bears: 'none' | 'arms' | 'legs';
  /** The hip may bend beyond 90 degrees. */
  readonly flexes: boolean;
  /** What crosses the body's midline: an arm turns the trunk over the hip, a leg adducts it. */
  readonly crosses: 'none' | 'arm' | 'leg';
  readonly prone: boolean;
  readonly bendsDeep: boolean;
  /** A child could fall: an adult is within reach. */
  readonly mayFall: boolean;
  /** Parts that move against something: an operation of them locks the drill. */
  readonly moves: readonly ('arms' | 'legs' | 'trunk')[];
  /** The child goes somewhere on its feet: no chair can stand behind it. */
  readonly walks: boolean;
  /** A wheelchair is driven: its brakes are off. */
  readonly wheels: boolean;
}

/** Demands of some values of a parameter, over those of the drill. */
interface DemandsWhen {
  readonly param: string;
  readonly is: readonly string[];
  readonly demands: Partial<Demands>;
}

interface DrillDemands {
  readonly always: Demands;
  readonly when: readonly DemandsWhen[];
}

const still: Demands = {
  posture: 'seated',
  bears: 'none',
  flexes: false,
  crosses: 'none',
  prone: false,
  bendsDeep: false,
  mayFall: false,
  moves: [],
  walks: false,
  wheels: false,
};

const upright: Demands = { ...still, posture: 'standing', bears: 'legs', mayFall: true, moves: ['legs', 'trunk'] };

/** A drill that nobody described asks for everything. */
const unknownDrill: Demands = {
  posture: 'standing',
  bears: 'legs',
  flexes: true,
  crosses: 'leg',
  prone: true,
  bendsDeep: true,
  mayFall: true,
  moves: ['arms', 'legs', 'trunk'],
  walks: false,
  wheels: false,
};

/** What every drill asks of the body, by its id; `when` is taken in its order. */
export const drillDemands: Readonly<Record<string, DrillDemands>> = {
  reach: {
    always: { ...still, moves: ['arms'] },
    // Targets of other directions may lie across too, but the nearer hand can take them; only this one asks for the crossing each time.
    when: [{ param: 'directions', is: ['across'], demands: { crosses: 'arm', moves: ['arms', 'trunk'] } }],
  },
  'weight-shift': {
    // Leaning to one's limit can end in a fall in sitting too.
    always: { ...still, posture: 'any', mayFall: true, moves: ['trunk'] },
    // A lean ahead in sitting closes the hip below the right angle of the seat.
    when: [{ param: 'directions', is: ['front', 'four', 'eight'], demands: { flexes: true } }],
  },
  hold: {
    always: { ...upright, moves: ['legs', 'trunk'] },
    when: [
      { param: 'stance', is: ['sit'], demands: { posture: 'seated', bears: 'none', mayFall: false, moves: ['trunk'] } },
      // One foot before the other brings the legs to the midline.
      { param: 'stance', is: ['tandem'], demands: { crosses: 'leg' } },
    ],
  },
  drum: { always: { ...still, moves: ['arms'] }, when: [] },
  // Both diagonals lead an arm across the trunk.
  path: { always: { ...still, crosses: 'arm', moves: ['arms', 'trunk'] }, when: [] },
  raise: {
    always: { ...still, moves: ['arms'] },
    when: [
      { param: 'limb', is: ['knee_flexion'], demands: { moves: ['legs'] } },
      // The thigh is lifted in sitting or standing at a support; today's comfortable range may reach beyond 90 degrees.
      { param: 'limb', is: ['hip_flexion'], demands: { posture: 'any', bears: 'legs', flexes: true, mayFall: true, moves: ['legs', 'trunk'] } },
    ],
  },
  rise: {
    // Coming off a seat bends trunk over thigh beyond the right angle.
    always: { ...upright, flexes: true },
    when: [
      { param: 'kind', is: ['bridge'], demands: { posture: 'lying', flexes: false, mayFall: false } },
      { param: 'kind', is: ['heel-raise'], demands: { flexes: false } },
      { param: 'kind', is: ['push-up'], demands: { posture: 'seated', bears: 'arms', flexes: false, mayFall: false, moves: ['arms', 'trunk'] } },
    ],
  },
  // A knee that is lifted high bends the hip, and the other leg carries all.
  step: { always: { ...upright, flexes: true }, when: [] },
  // Also where an adult counts: what is meant is walking, and who lies or sits has other games.
  gait: { always: { ...upright, walks: true }, when: [] },
  walk: { always: { ...upright, walks: true }, when: [] },
  mobility: {
    always: { ...upright, moves: ['arms', 'legs', 'trunk'], flexes: true, bendsDeep: true },
    when: [
      {
        param: 'move',
        is: ['roll'],
        demands: { posture: 'floor', bears: 'none', flexes: false, crosses: 'leg', prone: true, bendsDeep: false, mayFall: false },
      },
      { param: 'move', is: ['crawl'], demands: { posture: 'floor', prone: true, bendsDeep: false, mayFall: false } },
      { param: 'move', is: ['kneel'], demands: { posture: 'floor' } },
      { param: 'move', is: ['transfer'], demands: { crosses: 'leg' } },
      {
        param: 'move',
        is: ['wheel'],
        demands: { posture: 'seated', bears: 'none', flexes: false, bendsDeep: false, mayFall: false, moves: ['arms', 'trunk'], wheels: true },
      },
    ],
  },
};

/** What a drill with these parameters asks of the body; a drill that is not known asks for everything. */
export function toDemands(drill: string, params: Readonly<Record<string, number | string>>): Demands {
  const known = Object.hasOwn(drillDemands, drill) ? drillDemands[drill] : undefined;
  if (!known) return unknownDrill;
  const of = known.when.filter(({ param, is }) => is.includes(String(params[param])));
  return Object.assign({}, known.always, ...of.map(({ demands }) => demands));
}

/** True where the body is upright on its feet, or may be. */
export function isStanding({ posture }: Demands): boolean {
  return posture === 'standing' || posture === 'any';
}

/** The same drill in sitting; null where it cannot be played so. */
export function toSeated(demands: Demands): Demands | null {
  if (demands.posture === 'seated' || demands.posture === 'lying') return demands;
  return demands.posture === 'any' ? { ...demands, posture: 'seated', bears: 'none' } : null;
}
