import type { Rng } from '../core/rng';
import type { Help, Millis, Ratio, Side, TextKey } from '../core/units';
import type { Frame, Movement, MovementSignal, SourceKind } from '../movement/types';

/** A number that the therapist can set; `min` and `max` are safety limits and hold everywhere. */
export interface NumberParam {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** A unit of the text files (`unit.mm`), also shown in exports. */
  readonly unit: string;
  readonly harder: 'up' | 'down' | 'neither';
  readonly label: TextKey;
  /** The parameter has a meaning only when another has one of these values; the form hides it otherwise. */
  readonly onlyWhen?: Readonly<Record<string, readonly string[]>>;
}

/** A choice that the therapist can set; choices run from easy to hard. */
export interface ChoiceParam {
  readonly kind: 'choice';
  readonly choices: readonly string[];
  /** Text of a choice: `<label>.<choice>`. */
  readonly label: TextKey;
  readonly onlyWhen?: Readonly<Record<string, readonly string[]>>;
}

/** The parameters of a drill by name. */
export type ParamSpec = Readonly<Record<string, NumberParam | ChoiceParam>>;

/** The value of one parameter. */
type ParamValue<T extends NumberParam | ChoiceParam> = T extends ChoiceParam ? T['choices'][number] : number;

/** Values for a drill's parameters. */
export type Params<P extends ParamSpec = ParamSpec> = { readonly [K in keyof P]: ParamValue<P[K]> };

/** The play field and the child's place at it, in millimetres from the field's left top corner. */
export interface PlaySpace {
  readonly widthMm: number;
  readonly heightMm: number;
  /** Where the working hand rests before the first trial; its x is the body's midline. */
  readonly originXMm: number;
  readonly originYMm: number;
  /** Today's comfortable reach from the origin; targets stay inside it. */
  readonly reachMm: number;
}

/** Everything fixed for one set: one entry of `sides` for each trial. */
export interface SetSpec<P extends ParamSpec = ParamSpec> {
  readonly params: Params<P>;
  readonly sides: readonly (Side | null)[];
  readonly space: PlaySpace;
  /** Touches are ignored for this long after a hit. */
  readonly lockoutMs: Millis;
  /** An adult sees and counts the repetitions: no sensor, so no time window and no miss. */
  readonly byAdult?: true;
  /** Others play to the same beat: it lies on whole periods of the set's time, whatever this child does. */
  readonly beatGrid?: true;
  /** How much later than heard this tablet's loudspeaker and input let a hit arrive (a tap along measured it): beat errors are told without it. Absent: 0. */
  readonly beatOffsetMs?: Millis;
}

/** What a metric is: its unit of the text files, its better direction, its evidence and the sources that can carry it. */
export interface Metric {
  readonly unit: string;
  readonly better: 'higher' | 'lower' | 'neither';
  readonly digits: number;
  readonly evidence: string;
  readonly sources: readonly SourceKind[];
}

/** How a trial ended; assisted: by the game's mercy rule or a hand; lost: the sensor's fault. */
export type Outcome = 'success' | 'assisted' | 'miss' | 'lost';

/** One finished trial; a metric that this trial could not carry is absent. */
export interface TrialResult<K extends string = string> {
  readonly trial: number;
  readonly side: Side | null;
  readonly outcome: Outcome;
  readonly help: Help;
  readonly startMs: Millis;
  readonly endMs: Millis;
  readonly metrics: Readonly<Partial<Record<K, number>>>;
}

/** What every drill's state tells the runner. */
export interface DrillState<K extends string = string> {
  readonly trial: number;
  readonly done: boolean;
  readonly results: readonly TrialResult<K>[];
  /** The help that an adult gives now, as told by thumb; every trial that ends is stored with it. Set by the runner. */
  help: Help;
}

/** What a synthetic child can do; used for tests, previews and demonstrations, never for results. */
export interface Abilities {
  readonly reactionMs: Millis;
  /** Fitts: movement time is interceptMs + slopeMs * bits. */
  readonly interceptMs: Millis;
  readonly slopeMs: Millis;
  /** Standard deviation of the end point around the target. */
  readonly aimSdMm: number;
  readonly tremorMm: number;
  /** Overlapping sub-movements of one reach; 1 is smooth. */
  readonly subMovements: number;
  /** Share of trials in which the child does something else. */
  readonly restsRatio: Ratio;
  /** Slides on the glass, or lifts between targets. */
  readonly lifts: boolean;
}

/** A synthetic child at play: looks at the state as a child looks at the screen, answers with frames. */
export type SyntheticChild<S> = (state: Readonly<S>, nowMs: Millis) => readonly Frame[];

/** A clinical task: rules, trials and metrics, in fixed ticks, without device or picture. */
export interface Drill<M extends Movement, P extends ParamSpec, K extends string, S extends DrillState<K>> {
  readonly id: string;
  /** Raised when one recording would score differently; stored with every result. */
  readonly version: number;
  readonly movement: M;
  readonly params: P;
  readonly metrics: Readonly<Record<K, Metric>>;
  /** Parameters in the order in which a level with these values is made harder. */
  harderAxes(params: Params<P>): readonly (keyof P & string)[];
  /** The parameter that makes play quicker or slower, with these values; absent where a child's own time is the drill. */
  pace?(params: Params<P>): (keyof P & string) | undefined;
  start(set: SetSpec<P>, rng: Rng): S;
  /** One 10 ms tick; reads only its arguments and changes only `state`. */
  step(state: S, signals: readonly MovementSignal<M>[], nowMs: Millis): void;
  /** An adult saw a repetition: the running trial is over, done well (a success, or assisted from help 2 on), whatever the sensor saw. */
  markRep(state: S, rep: MovementSignal<'rep'>, nowMs: Millis): void;
  /** Takes the running trial back to its start: a trial cut by a pause is repeated, not scored. */
  repeatTrial(state: S, nowMs: Millis): void;
  /** The source whose frames the synthetic child sends. */
  readonly childSource: SourceKind;
  createSyntheticChild(set: SetSpec<P>, abilities: Abilities, rng: Rng): SyntheticChild<S>;
  /** Drills with a beat: the values that give two children who play together one beat; null where no beat suits both. */
  toCommonBeat?(one: Params<P>, other: Params<P>): Readonly<Record<string, number>> | null;
}

/** Any drill, where its parameters and state do not matter. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where drills of every kind meet
export type AnyDrill = Drill<any, ParamSpec, string, any>;
