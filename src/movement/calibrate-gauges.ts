import type { Side } from '../core/units';
import { createLeanGauge } from './calibrate-lean';
import type { Gauge, GaugeOrder } from './gauge';
import { readAngle } from './interpret/angle-from-pose';
import { measureBetween, sides } from './interpret/body';
import {
  angleLimits,
  angleStepDeg,
  clamp,
  leastBox,
  leastRise,
  mostBox,
  mostRise,
  type ReachBox,
  round,
  safeRise,
  stepLimits,
} from './interpret/default-ranges';
import { createHandReader } from './interpret/reach-from-pose';
import { createRiseReader } from './interpret/rise-from-pose';
import { createFootReader } from './interpret/step';
import { readStick } from './interpret/stick';
import { createWayUp } from './interpret/way-up';
import type { AngleRange, Frame, MovementRanges, Vec3 } from './types';
import { toUnit } from './vector';

/** The gauge of a movement on a source; null where nothing has to be measured, as with touch or a sensor that only tells steps. */
export function createGauge(order: GaugeOrder): Gauge | null {
  const { movement, source } = order;
  if (movement === 'lean' && source !== 'touch') return createLeanGauge(order);
  if ((movement === 'reach' || movement === 'press') && source === 'pose') return createHandGauge(order);
  if (movement === 'reach' && source === 'gamepad') return createStickGauge();
  if (movement === 'angle') return createAngleGauge(order);
  if (movement === 'rise' && source === 'pose') return createRiseGauge();
  if (movement === 'step' && source === 'pose') return createStepGauge(order);
  return null;
}

const boxDirections = ['left', 'right', 'top', 'bottom'] as const;

/** The box that was reached from where a hand was at rest: a direction that was not tried ends at rest, and the least box is kept round it. */
function toBox(restX: number, restY: number, extents: readonly number[]): ReachBox | null {
  const [left = 0, right = 0, top = 0, bottom = 0] = extents;
  if (left + right < leastBox && top + bottom < leastBox) return null;
  const widen = (low: number, high: number) => Math.max(0, leastBox - (high - low)) / 2;
  const [x, y] = [widen(restX - left, restX + right), widen(restY - top, restY + bottom)];
  const inside = (value: number, to: (typeof boxDirections)[number]) =>
    round(
      clamp(value, to === 'right' || to === 'left' ? mostBox.left : mostBox.top, to === 'right' || to === 'left' ? mostBox.right : mostBox.bottom),
    );
  return {
    left: inside(restX - left - x, 'left'),
    right: inside(restX + right + x, 'right'),
    top: inside(restY - top - y, 'top'),
    bottom: inside(restY + bottom + y, 'bottom'),
  };
}

/** Shoulder widths that no hand goes from where it rests. */
const mostFromRest = 3;

function createHandGauge({ side }: GaugeOrder): Gauge {
  const readHands = createHandReader();
  const wanted = side ? [side] : sides;
  return {
    still: 0.25,
    heldMs: 300,
    read(frame) {
      if (frame.kind !== 'pose') return undefined;
      const hands = readHands(frame);
      const numbers = wanted.flatMap((one) => [hands[one]?.x ?? Number.NaN, hands[one]?.y ?? Number.NaN]);
      return numbers.every(Number.isNaN) ? null : numbers;
    },
    toShares: (reading, neutral) =>
      Object.fromEntries(
        wanted.flatMap((one, i) => {
          const [x, y] = [0, 1].map((k) => ((reading[2 * i + k] ?? 0) - (neutral[2 * i + k] ?? 0)) / mostFromRest);
          const away = [-(x ?? 0), x ?? 0, -(y ?? 0), y ?? 0];
          return boxDirections.map((to, k) => [`${one} ${to}`, away[k] ?? 0]);
        }),
      ),
    build(neutral, reached) {
      const boxes = wanted.flatMap((one, i): [Side, ReachBox][] => {
        const [x, y] = [neutral[2 * i] ?? Number.NaN, neutral[2 * i + 1] ?? Number.NaN];
        if (Number.isNaN(x) || Number.isNaN(y)) return [];
        const extents = boxDirections.map((to) => mostFromRest * (reached[`${one} ${to}`] ?? 0));
        const box = toBox(x, y, extents);
        return box ? [[one, box]] : [];
      });
      return boxes.length > 0 ? { reach: Object.fromEntries(boxes) } : null;
    },
  };
}

/** Stick travel below this in every direction is no use of the stick. */
const leastTravel = 0.2;

function createStickGauge(): Gauge {
  return {
    still: 0.1,
    heldMs: 200,
    read(frame) {
      if (frame.kind !== 'gamepad') return undefined;
      const { x, y } = readStick(frame, 'direct');
      return [x, y];
    },
    toShares: ([x = 0, y = 0]) => ({ left: -x, right: x, top: -y, bottom: y }),
    build(_, reached) {
      const extents = boxDirections.map((to) => reached[to] ?? 0);
      const widest = Math.max(...extents);
      if (widest < leastTravel) return null;
      const [left = 0, right = 0, top = 0, bottom = 0] = extents.map((extent) => round(extent >= leastTravel ? extent : widest));
      const box = { left: -left, right, top: -top, bottom };
      return { reach: { left: box, right: box } };
    },
  };
}

function createAngleGauge({ source, limb, side }: GaugeOrder): Gauge | null {
  if (source !== 'pose' && source !== 'motion') return null;
  const wanted = side ? [side] : sides;
  const findUp = createWayUp();
  const { min, max } = angleLimits[limb];

  function read(frame: Frame): readonly number[] | null | undefined {
    if (frame.kind !== source) return undefined;
    if (frame.kind === 'motion') return findUp(frame);
    if (frame.kind !== 'pose') return undefined;
    const numbers = wanted.map((one) => readAngle(frame, limb, one)?.deg ?? Number.NaN);
    return numbers.every(Number.isNaN) ? null : numbers;
  }

  function toShares(reading: readonly number[], neutral: readonly number[]): Readonly<Record<string, number>> {
    if (source === 'motion') {
      const [from, to] = [neutral, reading].map(([x = 0, y = 0, z = 0]): Vec3 => [x, y, z]);
      return { up: from && to ? (measureBetween(from, to) ?? 0) / max : 0 };
    }
    const shares = wanted.flatMap((one, i) => {
      const share = ((reading[i] ?? Number.NaN) - (neutral[i] ?? Number.NaN)) / max;
      return [
        [`${one} up`, share],
        [`${one} down`, -share],
      ];
    });
    return Object.fromEntries(shares);
  }

  function toRange(restDeg: number, up: number, down: number): AngleRange | null {
    // A joint goes one way from rest: the farther one.
    const rangeDeg = Math.floor((max * Math.max(up, down)) / angleStepDeg + 1e-9) * angleStepDeg;
    if (rangeDeg < angleStepDeg) return null;
    return { restDeg: Math.round(restDeg), comfortableDeg: Math.round(clamp(restDeg + (up >= down ? rangeDeg : -rangeDeg), min, max)) };
  }

  function build(neutral: readonly number[], reached: Readonly<Record<string, number>>): MovementRanges | null {
    const [x = 0, y = 1, z = 0] = neutral;
    const found = wanted.flatMap((one, i): [Side, AngleRange][] => {
      if (source === 'pose') {
        const range = toRange(neutral[i] ?? Number.NaN, reached[`${one} up`] ?? 0, reached[`${one} down`] ?? 0);
        return range && !Number.isNaN(range.restDeg) ? [[one, range]] : [];
      }
      const range = toRange(0, reached.up ?? 0, 0);
      return range ? [[one, { ...range, restUp: toUnit([x, y, z]) }]] : [];
    });
    return found.length > 0 ? { angle: { [limb]: Object.fromEntries(found) } } : null;
  }

  return { read, still: source === 'motion' ? 0.1 : 8, heldMs: 300, toShares, build };
}

function createRiseGauge(): Gauge {
  const readRise = createRiseReader(safeRise.low, safeRise.high - safeRise.low);
  return {
    still: 0.15,
    heldMs: 300,
    read(frame) {
      if (frame.kind !== 'pose') return undefined;
      const reading = readRise(frame);
      return reading && [reading.height];
    },
    toShares: ([height = 0], [neutral = 0]) => ({ up: (height - neutral) / mostRise, down: (neutral - height) / mostRise }),
    build([neutral = 0], { up = 0, down = 0 }) {
      const [above, below] = [up * mostRise, down * mostRise];
      if (Math.max(above, below) < leastRise) return null;
      // Whoever begins standing shows the chair by sitting down.
      const [low, high] = above >= below ? [neutral, neutral + above] : [neutral - below, neutral];
      return { rise: { low: round(low), high: round(high) } };
    },
  };
}

function createStepGauge({ side }: GaugeOrder): Gauge {
  const readFeet = createFootReader();
  const wanted = side ? [side] : sides;
  return {
    still: 0.05,
    heldMs: 100,
    read(frame) {
      if (frame.kind !== 'pose') return undefined;
      const lifts = readFeet(frame, () => false);
      return lifts && wanted.map((one) => lifts[one]);
    },
    toShares: (reading) => Object.fromEntries(wanted.map((one, i) => [one, (reading[i] ?? 0) / stepLimits.most])),
    build(_, reached) {
      const found = wanted.flatMap((one): [Side, number][] => {
        const lift = (reached[one] ?? 0) * stepLimits.most;
        return lift >= stepLimits.least ? [[one, round(lift)]] : [];
      });
      return found.length > 0 ? { step: Object.fromEntries(found) } : null;
    },
  };
}
