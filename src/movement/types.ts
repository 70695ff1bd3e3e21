import type { JointName } from '../core/joints';
import type { Help, Millis, Ratio, Side } from '../core/units';

/** Three components along the device's x, y and z axis. */
export type Vec3 = readonly [x: number, y: number, z: number];

/** When a reading was made and when the drill could know of it. */
export interface Stamp {
  /** When the body moved: every measurement uses this. */
  readonly capturedMs: Millis;
  /** When the drill could know: play and replay are ordered by this. */
  readonly deliveredMs: Millis;
}

/** One finger, palm or knuckle on the glass; x from the left, y from the top, as shares of the play field. */
export interface TouchContact {
  readonly id: number;
  readonly x: Ratio;
  readonly y: Ratio;
  /** Largest diameter of the contact, where the screen tells. */
  readonly sizeMm?: number;
  /** The system took the contact away (a palm, a gesture of the tablet): its end is no release. */
  readonly cancelled?: true;
}

/** A joint in the unmirrored picture: x from the left and y from the top as shares of it, z away from the camera in picture widths, and how surely it was seen. */
export type PictureJoint = readonly [x: Ratio, y: Ratio, z: number, visibility: Ratio];

/** A raw, time-stamped reading of a source, as recorded and replayed; never pixels or video. */
export type Frame = Stamp &
  (
    | { readonly kind: 'touch'; readonly contacts: readonly TouchContact[] }
    | {
        readonly kind: 'pose';
        /** The child's joints, left and right the child's own; empty: the child is not seen, or it is in doubt who the child is. */
        readonly joints: Readonly<Partial<Record<JointName, PictureJoint>>>;
        /** The same joints in metres from the middle of the hips (x to the right of the picture, y down, z away from the camera), where the tracker tells. */
        readonly world?: Readonly<Partial<Record<JointName, Vec3>>>;
        /** Width of the picture over its height. */
        readonly aspect: number;
      }
    | {
        readonly kind: 'motion';
        /** Acceleration including gravity: a device that lies on its back at rest reads +9.81 on z, on every platform. */
        readonly accelMps2: Vec3;
        /** Rotation about x, y, z; null without a gyroscope. */
        readonly rotationDps: Vec3 | null;
        /** Right side down and top up are positive; null where the platform does not tell. */
        readonly tiltDeg: readonly [roll: number, pitch: number] | null;
      }
    | { readonly kind: 'gamepad'; readonly axes: readonly number[]; readonly buttons: readonly boolean[] }
    | { readonly kind: 'adult'; readonly rep: boolean; readonly help: Help }
    | { readonly kind: 'heart'; readonly beatsPerMin: number }
  );

/** A frame of one kind of source. */
export type FrameOf<K extends SourceKind> = Extract<Frame, { readonly kind: K }>;

/** The devices that frames come from; keys and switch boxes are a gamepad. */
export const sourceKinds = ['touch', 'pose', 'motion', 'gamepad', 'adult', 'heart'] as const satisfies readonly Frame['kind'][];

/** The devices that frames come from. */
export type SourceKind = Frame['kind'];

/** How a source stands after an attempt to start it. */
export type SourceState = { readonly state: 'running' } | { readonly state: 'refused' | 'absent' | 'broken'; readonly why: string };

/** What can happen to a running source: taken away, forbidden, gone silent, showing nothing (covered or dark), or failed. */
export type SourceTrouble = 'unplugged' | 'revoked' | 'silent' | 'covered' | 'broken';

/** Reads one device and hands on its frames, nothing else. */
export interface Source {
  readonly kind: SourceKind;
  /** `onTrouble` hears of a trouble, and of `null` when the source is well again. */
  start(onFrame: (frame: Frame) => void, onTrouble?: (trouble: SourceTrouble | null) => void): Promise<SourceState>;
  stop(): void;
}

/** The times that a source needs from the session clock: now, and the session time of an event's own stamp (`performance.now` base). */
export interface SourceTimes {
  nowMs(): Millis;
  toSession(baseMs: Millis): Millis;
}

/** A hand at the play field, in millimetres from the field's left top corner. */
export interface HandContact {
  /** Stays the same through tremor: a lift shorter than the child's merge time is no new contact. */
  readonly id: number;
  readonly xMm: number;
  readonly yMm: number;
  /** The hand, where the source or the place of first contact tells. */
  readonly side: Side | null;
  /** True when this contact may choose something now, by the child's rule of acceptance. */
  readonly counts: boolean;
  /** A line through this place scans for a switch: upright ones move sideways first, level ones then choose the height. */
  readonly scanLine?: 'upright' | 'level';
}

/** The device-free movement values by their name. */
export interface MovementValue {
  /** The most likely working hand comes first; hands that rest come last. */
  reach: { readonly contacts: readonly HandContact[] };
  /**
   * The trunk from today's neutral: 1 is today's comfortable limit to the child's right (x) or forward (y), -1 to the left or backward; it may go beyond.
   * `swayMm` is the place of the trunk in millimetres from neutral, right and forward, where the source can tell millimetres; `stillMmps` how
   * fast it reads a still body to move, where a range check told.
   */
  lean: { readonly x: number; readonly y: number; readonly swayMm: { readonly ml: number; readonly ap: number; readonly stillMmps?: number } | null };
  /** A joint of one side in degrees, and as a share of today's comfortable range from neutral; beyond 1 is more than that. */
  angle: { readonly side: Side | null; readonly deg: number; readonly ofRange: number };
  /** Sitting 0, standing 1 (or lying and the bridge, heels down and up). */
  rise: { readonly height: number };
  /**
   * A foot leaves or meets the ground; `height` as a share of today's comfortable lift, 0 where the source cannot tell. A camera tells a `lift`
   * again with each frame while the foot is up, with its height now; a `plant` has the height of the whole lift.
   * `none` is no step: the source sees the feet (again), or, with quality 0, sees them no longer.
   */
  step: { readonly side: Side | null; readonly phase: 'lift' | 'plant' | 'none'; readonly height: number };
  /** One switch, key or drum, by side where the source tells. */
  press: { readonly down: boolean; readonly side: Side | null };
  /** An adult saw a repetition. */
  rep: { readonly help: Help };
}

/** The name of a movement. */
export type Movement = keyof MovementValue;

/** One movement value with its times; `quality` 0 is "not seen", 1 is "sure". */
export interface MovementSignal<M extends Movement> extends Stamp {
  readonly value: MovementValue[M];
  readonly quality: Ratio;
}

/** How this child touches; set by the therapist, applied before any drill sees a touch. */
export interface TouchSettings {
  /** `contact`: a touch counts as it lands and while it lasts; `release`: it counts at the place where it is lifted. */
  readonly accept: 'contact' | 'release';
  /** A touch counts after it has lasted this long, 0..1500. */
  readonly holdMs: Millis;
  /** Lifts shorter than this are tremor, not lifts, 0..400. */
  readonly mergeMs: Millis;
  /** A contact that begins this near to the edge is a resting hand until it leaves the strip, 0..40. */
  readonly edgeRestMm: number;
  /** Contacts larger than this are palms, where the screen tells sizes, 15..60. */
  readonly palmMm: number;
}

/** How this child uses keys, switch boxes and gamepads; set by the therapist. */
export interface SwitchSettings {
  /** `direct`: the stick or the arrow keys move, a button chooses; `one`: a line scans by itself and the switch stops it; `two`: one switch moves on, the other chooses. */
  readonly scan: 'direct' | 'one' | 'two';
  /** Time in which a scan crosses the play field, or stays at one stop; 1000..20000. */
  readonly scanMs: Millis;
  /** A press counts after it has lasted this long, 0..1500. */
  readonly holdMs: Millis;
  /** A second press within this time is tremor and does not count, 0..2000. */
  readonly repeatMs: Millis;
}

/** Which joint angle a drill asks for; the drill's level decides. */
export type Limb = 'shoulder_elevation' | 'elbow_flexion' | 'knee_flexion' | 'hip_flexion';

/** Where a sensor is: worn in a pouch on chest or belly, lying on a tray, fixed to a wheelchair or walker, or in the child's hands. */
export type MountingKind = 'pouch' | 'tray' | 'frame' | 'held';

/** How a motion sensor is mounted: the body's directions on the device's axes, each of unit length and at right angles to the others. */
export interface Mounting {
  readonly kind: MountingKind;
  readonly up: Vec3;
  readonly right: Vec3;
  readonly forward: Vec3;
}

/** What turns the frames of a source into signals for this child today. */
export interface Calibration {
  readonly source: SourceKind;
  /** Physical size of the play field. */
  readonly fieldMm: { readonly width: number; readonly height: number };
  readonly touch: TouchSettings;
  readonly switches?: SwitchSettings;
  /** The joint that `angle` follows; shoulder elevation when absent. */
  readonly limb?: Limb;
  /** Neutral and comfortable range on this source, as measured; what is absent has a safe default. */
  readonly ranges?: MovementRanges;
  /** How the motion sensor is mounted today; absent where no still moment told. */
  readonly mounting?: Mounting;
}

/** A joint's angle at rest and in comfort. */
export interface AngleRange {
  readonly restDeg: number;
  readonly comfortableDeg: number;
  /** The way up on the axes of a motion sensor while the limb rests, unit length. */
  readonly restUp?: Vec3;
}

/** What a source tells of a body that is still: how far and how fast its reading moves by itself. */
export interface StillNoise {
  /** Root mean square, both axes together. */
  readonly rmsMm: number;
  /** Mean speed along the way. */
  readonly mmps: number;
}

/** Today's comfortable range of each movement on one source, in that source's own units (`movement/interpret/<movement>.ts` says which). */
export interface MovementRanges {
  /** Neutral of the trunk and how far it goes from there to each side. */
  readonly lean?: {
    readonly neutral: { readonly x: number; readonly y: number };
    /** A motion sensor whose screen looks where the child looks (worn on chest or belly, screen outwards); else it looks at the child or behind it. */
    readonly screenAhead?: true;
    /** What the source reads of a still body in millimetres; absent where it tells none, or nobody was still. */
    readonly still?: StillNoise;
    readonly left: number;
    readonly right: number;
    readonly forward: number;
    readonly backward: number;
  };
  /** For each hand the box that it reaches, from the middle of the shoulders in shoulder widths (pose) or stick travel (gamepad). */
  readonly reach?: Readonly<Partial<Record<Side, { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }>>>;
  /** For each side the angle at rest and the comfortable angle, in degrees, by joint. */
  readonly angle?: Readonly<Partial<Record<Limb, Readonly<Partial<Record<Side, AngleRange>>>>>>;
  /** Height of sitting and of standing. */
  readonly rise?: { readonly low: number; readonly high: number };
  /** Comfortable lift of each foot. */
  readonly step?: Readonly<Partial<Record<Side, number>>>;
}

/** Turns the frames that became known in one tick into signals; it also speaks when time alone changes something. */
export type Interpreter<M extends Movement> = (frames: readonly Frame[], nowMs: Millis) => MovementSignal<M>[];
