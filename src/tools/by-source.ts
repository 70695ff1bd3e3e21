import type { Rng } from '../core/rng';
import type { Millis } from '../core/units';
import type { PathParams } from '../drills/path/params';
import type { ReachParams } from '../drills/reach/params';
import { bodyDelayMs, bodyRateHz, standingPose, toBodyFrame } from '../drills/synthetic-body';
import type { Abilities, AnyDrill, SetSpec, SyntheticChild } from '../drills/types';
import { toSafeLean } from '../movement/interpret/default-ranges';
import { createInterpreter } from '../movement/interpret/interpreters';
import { gravityMps2 } from '../movement/interpret/way-up';
import type { Calibration, Frame, MovementSignal, MovementValue, SourceKind } from '../movement/types';
import { createPathChildBy } from './path-by-source';
import { createPressTeller } from './press-by-source';
import { createReachChildBy } from './reach-by-source';

/** What a device would say at a time, from what the child has done up to then; null: nothing. */
type Teller = (signals: Heard, nowMs: Millis) => Frame | null;

// biome-ignore lint/suspicious/noExplicitAny: signals of every movement meet here
type Heard = readonly MovementSignal<any>[];

const motionHz = 60;
/** The child's movement is told this much later, so that what comes can be smoothed and swung. */
const motionLateMs: Millis = 400;
const stepLateMs: Millis = 600;
const standUpM = 0.32;
const toRad = (deg: number) => (deg * Math.PI) / 180;

/**
 * A drill's synthetic child before another source than the one whose frames it sends: what it does there is understood, and said again as
 * this source would say it. For recordings and tests. Throws a RangeError where nothing knows how.
 */
export function createChildBy(
  source: SourceKind,
  drill: AnyDrill,
  set: SetSpec,
  abilities: Abilities,
  rng: Rng,
  calibration: Calibration,
  // biome-ignore lint/suspicious/noExplicitAny: states of every drill meet here
): SyntheticChild<any> {
  const own = drill.createSyntheticChild(set, abilities, rng);
  if (source === drill.childSource) return own;
  if (drill.id === 'path' && (source === 'pose' || source === 'gamepad'))
    return createPathChildBy(source, set as unknown as SetSpec<PathParams>, abilities, rng);
  if (drill.movement === 'reach' && (source === 'pose' || source === 'gamepad'))
    return createReachChildBy(source, set as unknown as SetSpec<ReachParams>, abilities, rng);
  const tell = createTeller(drill.movement, source, calibration);
  const understand = createInterpreter(drill.movement, { ...calibration, source: drill.childSource, ranges: {} });
  const everyMs = 1000 / (source === 'pose' ? bodyRateHz : motionHz);
  let nextMs = 0;
  return (state, nowMs) => {
    const signals = understand(own(state, nowMs), nowMs);
    const frame = tell(signals, nowMs);
    if (nowMs < nextMs || !frame) return [];
    nextMs = nowMs + everyMs;
    return [frame];
  };
}

function createTeller(movement: AnyDrill['movement'], source: SourceKind, calibration: Calibration): Teller {
  switch (`${movement} ${source}`) {
    case 'lean motion':
      return follow<'lean'>({ x: 0, y: 0, swayMm: null }, ({ x, y }, atMs) => toHeld(atMs, toDeg(x, 12, 12), toDeg(y, 12, 6)));
    case 'lean gamepad':
      return follow<'lean'>({ x: 0, y: 0, swayMm: null }, ({ x, y }, atMs) => {
        const { right, forward } = toSafeLean('gamepad');
        return { kind: 'gamepad', capturedMs: atMs, deliveredMs: atMs, axes: [x * right, -y * forward], buttons: [false, false, false, false] };
      });
    case 'lean touch':
      return follow<'lean'>({ x: 0, y: 0, swayMm: null }, ({ x, y }, atMs) => {
        const { right, forward } = toSafeLean('touch');
        const sizeMm = 10;
        return { kind: 'touch', capturedMs: atMs, deliveredMs: atMs, contacts: [{ id: 1, x: 0.5 + x * right, y: 0.5 - y * forward, sizeMm }] };
      });
    case 'angle motion':
      return follow<'angle'>({ side: null, deg: 0, ofRange: 0 }, ({ ofRange }, atMs) => toHeld(atMs, 0, ofRange * 40));
    case 'rise motion':
      return tellRise();
    case 'step motion':
      return tellStepsByMotion();
    case 'step pose':
      return tellStepsByPose();
    case 'press gamepad':
    case 'press pose':
      return createPressTeller(source === 'pose' ? 'pose' : 'gamepad', calibration);
    default:
      throw new RangeError(`no synthetic child does ${movement} before ${source} (${calibration.source})`);
  }
}

const toDeg = (share: number, below: number, above: number) => share * (share < 0 ? above : below);

/** A device that tells where the body is: the newest value, for as long as there is no other. */
function follow<M extends 'lean' | 'angle'>(still: MovementValue[M], say: (value: MovementValue[M], atMs: Millis) => Frame): Teller {
  let value = still;
  return (signals, nowMs) => {
    const heard = signals as readonly MovementSignal<M>[];
    // A camera tells both arms; the child moves the one that is higher.
    for (const signal of heard) if (signal.quality > 0 && !isLower(signal.value, heard)) value = signal.value;
    return say(value, nowMs);
  };
}

function isLower<M extends 'lean' | 'angle'>(value: MovementValue[M], heard: readonly MovementSignal<M>[]): boolean {
  return 'ofRange' in value && heard.some((other) => 'ofRange' in other.value && other.value.ofRange > value.ofRange);
}

/** A portrait device whose screen looks at the child, leaned so many degrees to the child's right and forward. */
function toHeld(atMs: Millis, rightDeg: number, forwardDeg: number): Frame {
  const [r, f] = [toRad(rightDeg), toRad(forwardDeg)];
  const up = [-Math.sin(r), Math.cos(r) * Math.cos(f), Math.cos(r) * Math.sin(f)] as const;
  return toMotion(atMs, [up[0] * gravityMps2, up[1] * gravityMps2, up[2] * gravityMps2]);
}

function toMotion(atMs: Millis, accel: readonly [number, number, number]): Frame {
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  const accelMps2 = [round(accel[0]), round(accel[1]), round(accel[2])] as const;
  return { kind: 'motion', capturedMs: atMs, deliveredMs: atMs, accelMps2, rotationDps: null, tiltDeg: null };
}

/** The pelvis' height, felt as acceleration: the bend of the smoothed way. */
function tellRise(): Teller {
  const smoothMs = 160;
  let way: readonly { readonly tMs: Millis; readonly height: number }[] = [];
  const heightAt = (tMs: Millis) => {
    const after = way.findIndex((one) => one.tMs > tMs);
    const [a, b] = after < 0 ? [way.at(-1), way.at(-1)] : [way[after - 1] ?? way[after], way[after]];
    if (!a || !b) return 0;
    return a.height + (b.tMs > a.tMs ? ((tMs - a.tMs) / (b.tMs - a.tMs)) * (b.height - a.height) : 0);
  };
  const smoothAt = (tMs: Millis) => {
    const around = Array.from({ length: 17 }, (_, i) => tMs + (i - 8) * (smoothMs / 8));
    const weights = around.map((one) => Math.exp(-(((one - tMs) / (smoothMs / 2)) ** 2)));
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return around.reduce((all, one, i) => all + heightAt(one) * (weights[i] ?? 0), 0) / sum;
  };
  return (signals, nowMs) => {
    const news = (signals as readonly MovementSignal<'rise'>[]).map(({ capturedMs, value }) => ({ tMs: capturedMs, height: value.height }));
    way = [...way, ...news].filter(({ tMs }) => tMs > nowMs - 3000);
    const atMs = nowMs - motionLateMs;
    if (atMs < 0) return toMotion(nowMs, [0, gravityMps2, 0]);
    const step = 30;
    const bend = (smoothAt(atMs + step) - 2 * smoothAt(atMs) + smoothAt(atMs - step)) / (step / 1000) ** 2;
    return toMotion(nowMs, [0, gravityMps2 + bend * standUpM, 0]);
  };
}

/** Each foot that comes down is felt as a push up, at the waist, in a pouch. */
function tellStepsByMotion(): Teller {
  let contacts: readonly Millis[] = [];
  return (signals, nowMs) => {
    contacts = [...contacts, ...listPlants(signals).map(({ tMs }) => tMs)].filter((tMs) => tMs > nowMs - 3000);
    const atMs = nowMs - motionLateMs;
    // A dip before the heel, the body caught after it.
    const push = contacts.reduce((sum, tMs) => sum + 3 * bell((atMs - tMs - 30) / 90) - 2 * bell((atMs - tMs + 150) / 90), 0);
    return toMotion(nowMs, [0, gravityMps2 + push, 0]);
  };
}

const bell = (share: number) => Math.exp(-(share ** 2));

/** The feet of a walk in place: each was up before it came down; where nobody tells which, left and right in turn. */
function tellStepsByPose(): Teller {
  const swingMs = 320;
  const liftM = 0.1;
  let plants: readonly { readonly tMs: Millis; readonly side: 'left' | 'right' }[] = [];
  let turn: 'left' | 'right' = 'left';
  return (signals, nowMs) => {
    for (const { tMs, side } of listPlants(signals)) {
      turn = side ?? (turn === 'left' ? 'right' : 'left');
      plants = [...plants, { tMs, side: turn }].filter((one) => one.tMs > nowMs - 3000);
    }
    const atMs = nowMs - stepLateMs;
    const liftOf = (side: 'left' | 'right') =>
      plants.reduce((lift, one) => {
        const share = (one.tMs - atMs) / swingMs;
        return one.side === side && share > 0 && share < 1 ? Math.max(lift, liftM * Math.sin(Math.PI * share)) : lift;
      }, 0);
    const kneeLiftM = { left: liftOf('left'), right: liftOf('right') };
    return toBodyFrame({ ...standingPose, kneeLiftM }, Math.max(0, nowMs - bodyDelayMs), nowMs);
  };
}

function listPlants(signals: Heard): readonly { readonly tMs: Millis; readonly side: 'left' | 'right' | null }[] {
  return (signals as readonly MovementSignal<'step'>[])
    .filter(({ value }) => value.phase === 'plant')
    .map(({ capturedMs, value }) => ({ tMs: capturedMs, side: value.side }));
}
