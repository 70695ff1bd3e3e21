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

/** A raw, time-stamped reading of a source, as recorded and replayed; never pixels or video. */
export type Frame = Stamp &
  ({ readonly kind: 'touch'; readonly contacts: readonly TouchContact[] } | { readonly kind: 'adult'; readonly rep: boolean; readonly help: Help });

/** The devices that frames come from. */
export type SourceKind = Frame['kind'];

/** How a source stands after an attempt to start it. */
export type SourceState = { readonly state: 'running' } | { readonly state: 'refused' | 'absent' | 'broken'; readonly why: string };

/** Reads one device and hands on its frames, nothing else. */
export interface Source {
  readonly kind: SourceKind;
  start(onFrame: (frame: Frame) => void): Promise<SourceState>;
  stop(): void;
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
}

/** The device-free movement values by their name. */
export interface MovementValue {
  /** The most likely working hand comes first; hands that rest come last. */
  reach: { readonly contacts: readonly HandContact[] };
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

/** What turns the frames of a source into signals for this child today. */
export interface Calibration {
  readonly source: SourceKind;
  /** Physical size of the play field. */
  readonly fieldMm: { readonly width: number; readonly height: number };
  readonly touch: TouchSettings;
}

/** Turns the frames that became known in one tick into signals; it also speaks when time alone changes something. */
export type Interpreter<M extends Movement> = (frames: readonly Frame[], nowMs: Millis) => MovementSignal<M>[];
