import type { Millis, Ratio, Side } from '../core/units';
import type { HoldState } from '../drills/hold/state';
import { leastQuality } from '../drills/outcome';
import type { ReachState } from '../drills/reach/state';
import type { AnyDrill } from '../drills/types';
import type { WeightShiftState } from '../drills/weight-shift/state';
import type { Stage } from '../session/types';
import { findMoment, type TrialReplay } from './trial-replay';

type Values = Required<Stage<unknown>['live']>;

/** A signal as the drill heard it, at the time at which the body moved. */
export type HeardSignal = {
  readonly [M in keyof Values]: { readonly movement: M; readonly ms: Millis; readonly quality: Ratio; readonly value: Values[M] };
}[keyof Values];

/** What the child was asked to reach from a time on: on the play field in millimetres, or with the trunk in shares of today's limit. */
export type SceneMoment =
  | {
      readonly kind: 'field';
      readonly ms: Millis;
      readonly targets: readonly {
        readonly xMm: number;
        readonly yMm: number;
        readonly widthMm: number;
        readonly hit: boolean;
        readonly distractor: boolean;
      }[];
    }
  | { readonly kind: 'lean'; readonly ms: Millis; readonly targets: readonly { readonly x: number; readonly y: number; readonly radius: Ratio }[] };

/** What a replay hears and sees of a set; it grows while the recording is played. */
export interface WatchedSet {
  readonly drill: AnyDrill;
  readonly heard: readonly HeardSignal[];
  readonly scenes: readonly SceneMoment[];
}

/** What a plot shows; each kind has one unit. */
export type PlotKind = 'speed' | 'distance' | 'lean' | 'sway' | 'angle' | 'rise' | 'step' | 'press' | 'acceleration';

/** The name of a line of a plot. */
export type TraceName =
  | 'speed'
  | 'distance'
  | 'leanRight'
  | 'leanForward'
  | 'swayRight'
  | 'swayForward'
  | 'left'
  | 'right'
  | 'either'
  | 'height'
  | 'acceleration';

/** One value over time; null where the sensor did not see the child. */
export interface Trace {
  readonly name: TraceName;
  readonly points: readonly { readonly ms: Millis; readonly value: number | null }[];
}

/** One or more values over time in one unit, and moments to mark (a foot that met the ground). */
export interface Plot {
  readonly kind: PlotKind;
  readonly traces: readonly Trace[];
  readonly marks: readonly { readonly ms: Millis; readonly side: Side | null }[];
}

/** The same drill, with its signals and targets kept as it runs: replay a recording with its `drill`, then read the rest. */
export function watchSet(drill: AnyDrill): WatchedSet {
  const heard: HeardSignal[] = [];
  const scenes: SceneMoment[] = [];
  let shown = '';
  function keep(scene: SceneMoment): void {
    const now = JSON.stringify(scene.targets);
    if (now !== shown) scenes.push(scene);
    shown = now;
  }
  return {
    heard,
    scenes,
    drill: {
      ...drill,
      step(state, signals, nowMs) {
        drill.step(state, signals, nowMs);
        for (const { capturedMs: ms, quality, value } of signals) heard.push({ movement: drill.movement, ms, quality, value });
        if (drill.id === 'reach') keep(toField(state, nowMs));
        else if (drill.id === 'weight-shift') keep(toShift(state, nowMs));
        else if (drill.id === 'hold') keep(toZone(state, nowMs));
      },
    },
  };
}

function toField({ targets }: ReachState, ms: Millis): SceneMoment {
  return {
    kind: 'field',
    ms,
    targets: targets.map(({ xMm, yMm, widthMm, hit, role }) => ({ xMm, yMm, widthMm, hit, distractor: role === 'distractor' })),
  };
}

function toShift({ target }: WeightShiftState, ms: Millis): SceneMoment {
  return { kind: 'lean', ms, targets: target ? [{ x: target.x, y: target.y, radius: target.radius }] : [] };
}

function toZone({ zone, phase }: HoldState, ms: Millis): SceneMoment {
  return { kind: 'lean', ms, targets: phase === 'cue' ? [{ ...zone }] : [] };
}

/** The drill's signal in one trial as values over time; null where nothing was heard that has a value (hands are drawn, not plotted). */
export function toSignalPlot(watched: WatchedSet, replay: TrialReplay): Plot | null {
  const heard = watched.heard.filter(({ ms }) => ms >= replay.fromMs && ms <= replay.toMs).toSorted((a, b) => a.ms - b.ms);
  const trace = (name: TraceName, read: (signal: HeardSignal) => number | null): Trace => ({
    name,
    points: heard.map((signal) => ({ ms: signal.ms, value: signal.quality >= leastQuality ? read(signal) : null })),
  });
  const traceSide = (name: TraceName, side: Side | null, read: (signal: HeardSignal) => number | undefined): Trace => ({
    name,
    points: heard.flatMap((signal): Trace['points'] => {
      const unseen = signal.quality < leastQuality;
      const own = 'side' in signal.value && signal.value.side === side;
      const value = own ? read(signal) : undefined;
      if (unseen) return [{ ms: signal.ms, value: null }];
      return value === undefined ? [] : [{ ms: signal.ms, value }];
    }),
  });
  const bySide = (read: (signal: HeardSignal) => number | undefined) =>
    [traceSide('left', 'left', read), traceSide('right', 'right', read), traceSide('either', null, read)].filter(isSeen);
  const drawn = (kind: PlotKind, traces: readonly Trace[], marks: Plot['marks'] = []): Plot | null =>
    traces.some(isSeen) || marks.length > 0 ? { kind, traces, marks } : null;
  switch (watched.drill.movement) {
    case 'lean': {
      const sway = [trace('swayRight', (s) => toSway(s)?.ml ?? null), trace('swayForward', (s) => toSway(s)?.ap ?? null)];
      if (watched.drill.id === 'hold' && sway.some(isSeen)) return drawn('sway', sway);
      const lean = (axis: 'x' | 'y') => (s: HeardSignal) => (s.movement === 'lean' ? s.value[axis] * 100 : null);
      return drawn('lean', [trace('leanRight', lean('x')), trace('leanForward', lean('y'))]);
    }
    case 'angle':
      return drawn(
        'angle',
        bySide((s) => (s.movement === 'angle' ? s.value.deg : undefined)),
      );
    case 'rise':
      return drawn('rise', [trace('height', (s) => (s.movement === 'rise' ? s.value.height * 100 : null))]);
    case 'step': {
      const plants = heard.flatMap((s) =>
        s.movement === 'step' && s.value.phase === 'plant' && s.quality >= leastQuality ? [{ ms: s.ms, side: s.value.side }] : [],
      );
      // A foot that met the ground is on it, whatever height its lift had.
      const height = (s: HeardSignal) => {
        if (s.movement !== 'step' || s.value.phase === 'none') return undefined;
        return s.value.phase === 'plant' ? 0 : s.value.height * 100;
      };
      const lifts = bySide(height).filter(({ points }) => points.some(({ value }) => value !== null && value > 0));
      return drawn('step', lifts, plants);
    }
    case 'press':
      return drawn(
        'press',
        bySide((s) => (s.movement === 'press' ? Number(s.value.down) : undefined)),
      );
    default:
      return null;
  }
}

/** The size of the acceleration in a trial; null without a motion sensor. */
export function toAccelerationPlot({ motions }: TrialReplay): Plot | null {
  const points = motions.map(({ ms, mps2 }) => ({ ms, value: mps2 }));
  return points.length > 0 ? { kind: 'acceleration', traces: [{ name: 'acceleration', points }], marks: [] } : null;
}

function isSeen({ points }: Trace): boolean {
  return points.some(({ value }) => value !== null);
}

function toSway(signal: HeardSignal) {
  return signal.movement === 'lean' ? signal.value.swayMm : null;
}

/** How far the nearest hand is from the nearest target in millimetres of the play field; null where no hand met a target. A gap: no hand was seen. */
export function toDistancePlot({ heard, scenes }: WatchedSet, replay: TrialReplay): Plot | null {
  const points = heard
    .filter(({ ms }) => ms >= replay.cueMs && ms <= replay.endMs)
    .toSorted((a, b) => a.ms - b.ms)
    .flatMap((signal): Trace['points'] => {
      const scene = findMoment(scenes, signal.ms);
      if (signal.movement !== 'reach' || scene?.kind !== 'field') return [];
      const targets = scene.targets.filter(({ distractor }) => !distractor);
      const hands = signal.quality >= leastQuality ? signal.value.contacts.filter((hand) => !hand.scanLine) : [];
      const ways = hands.flatMap((hand) => targets.map((target) => Math.hypot(target.xMm - hand.xMm, target.yMm - hand.yMm)));
      return targets.length === 0 ? [] : [{ ms: signal.ms, value: ways.length > 0 ? Math.min(...ways) : null }];
    });
  const trace: Trace = { name: 'distance', points };
  return isSeen(trace) ? { kind: 'distance', traces: [trace], marks: [] } : null;
}
