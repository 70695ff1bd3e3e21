import { createRng, drawNormal } from '../../src/core/rng';
import type { Side } from '../../src/core/units';
import type { MotionSample } from '../../src/measures/walking-signal';

type Vec = readonly [number, number, number];
const gravityMps2 = 9.81;

/** A walk to draw: contacts as steps of these times (s) after standing, then standing again; `turn` spins the body once, deg over s. */
export interface DrawnWalk {
  readonly stepsS: readonly number[];
  readonly first?: Side;
  readonly standS?: number;
  readonly rateHz?: number;
  readonly turn?: { readonly fromS: number; readonly untilS: number; readonly deg: number };
}

/** Where the contacts of a drawn walk are, in s. */
export function listDrawnContacts({ stepsS, first = 'left', standS = 3 }: DrawnWalk): { readonly tS: number; readonly side: Side }[] {
  const other: Side = first === 'left' ? 'right' : 'left';
  let tS = standS;
  return [standS, ...stepsS].map((_, i) => {
    tS += i > 0 ? (stepsS[i - 1] ?? 0) : 0;
    return { tS, side: i % 2 === 0 ? first : other };
  });
}

/**
 * What a sensor at the lower back feels (x to the child's right, y up, z backward): a bump upwards at each contact, driven forwards before
 * it and braked after it, pushed away from the foot, the pelvis turned towards it.
 */
export function drawWalk(walk: DrawnWalk): MotionSample[] {
  const { standS = 3, rateHz = 100, turn } = walk;
  const contacts = listDrawnContacts(walk);
  const endS = (contacts.at(-1)?.tS ?? 0) + standS;
  const meanS = walk.stepsS.reduce((sum, stepS) => sum + stepS, 0) / walk.stepsS.length;
  const bump = (aheadS: number) => 4 * Math.exp(-0.5 * (aheadS / (0.2 * meanS)) ** 2);
  const samples: MotionSample[] = [];
  for (let n = 0; n / rateHz <= endS; n += 1) {
    const tS = n / rateHz;
    const k = contacts.findLastIndex((contact) => contact.tS <= tS);
    const [here, next] = [contacts[k], contacts[k + 1]];
    const spin = turn && tS >= turn.fromS && tS < turn.untilS ? turn.deg / (turn.untilS - turn.fromS) : 0;
    const up = contacts.slice(Math.max(0, k - 1), k + 3).reduce((sum, contact) => sum + bump(tS - contact.tS), 0);
    let [right, forward, yaw] = [0, 0, 0];
    if (here && next) {
      const stepS = next.tS - here.tS;
      const share = (tS - here.tS) / stepS;
      const foot = here.side === 'left' ? 1 : -1;
      right = foot * 0.8 * Math.sin(Math.PI * share);
      forward = -1.2 * Math.sin(2 * Math.PI * share);
      yaw = foot * ((5 * Math.PI) / stepS) * Math.sin(Math.PI * (share - 0.15));
    }
    samples.push({ tMs: tS * 1000, accelMps2: [right, gravityMps2 + up, -forward], rotationDps: [0, yaw + spin, 0] });
  }
  return samples;
}

/** Standing or sitting still with the shake of a body, m/s2 (standard deviation). */
export function drawStillness(seconds: number, shakeMps2: number, rateHz = 100): MotionSample[] {
  const rng = createRng('stillness');
  const shake = () => shakeMps2 * drawNormal(rng);
  return Array.from({ length: seconds * rateHz }, (_, n) => ({
    tMs: (n * 1000) / rateHz,
    accelMps2: [shake(), gravityMps2 + shake(), shake()],
    rotationDps: [shake(), shake(), shake()],
  }));
}

/** The same recording by a device that is turned by an angle about an axis. */
export function rotateDevice(samples: readonly MotionSample[], axis: Vec, deg: number): MotionSample[] {
  const size = Math.hypot(...axis);
  const [x, y, z] = [axis[0] / size, axis[1] / size, axis[2] / size];
  const [c, s] = [Math.cos((deg * Math.PI) / 180), Math.sin((deg * Math.PI) / 180)];
  const turn = ([a, b, d]: Vec): Vec => {
    const along = (1 - c) * (x * a + y * b + z * d);
    return [a * c + (y * d - z * b) * s + x * along, b * c + (z * a - x * d) * s + y * along, d * c + (x * b - y * a) * s + z * along];
  };
  return samples.map(({ tMs, accelMps2, rotationDps }) => ({ tMs, accelMps2: turn(accelMps2), rotationDps: rotationDps && turn(rotationDps) }));
}

/** The same walk seen in a mirror: right is left. */
export function mirrorWalk(samples: readonly MotionSample[]): MotionSample[] {
  return samples.map(({ tMs, accelMps2: [x, y, z], rotationDps }) => ({
    tMs,
    accelMps2: [-x, y, z],
    rotationDps: rotationDps && [rotationDps[0], -rotationDps[1], -rotationDps[2]],
  }));
}

/** The same recording with white noise on every axis, m/s2 and ten times that in deg/s. */
export function addNoise(samples: readonly MotionSample[], sdMps2: number): MotionSample[] {
  const rng = createRng('noise');
  const shake = ([x, y, z]: Vec, sd: number): Vec => [x + sd * drawNormal(rng), y + sd * drawNormal(rng), z + sd * drawNormal(rng)];
  return samples.map(({ tMs, accelMps2, rotationDps }) => ({
    tMs,
    accelMps2: shake(accelMps2, sdMps2),
    rotationDps: rotationDps && shake(rotationDps, 10 * sdMps2),
  }));
}

/** How recordings get worse, in words, without a change of what was walked. */
export const worsened: readonly (readonly [string, (samples: readonly MotionSample[]) => MotionSample[]])[] = [
  ['every third reading dropped', (samples) => samples.filter((_, i) => i % 3 !== 2)],
  ['repeated time stamps', (samples) => samples.flatMap((sample, i) => (i % 4 === 0 ? [sample, { ...sample, accelMps2: [0, 0, 0] }] : [sample]))],
  ['gaps of a fifth of a second', (samples) => samples.filter(({ tMs }) => tMs % 2100 >= 200)],
  ['noise of 0.3 m/s2', (samples) => addNoise(samples, 0.3)],
  ['uneven times', (samples) => samples.map((sample, i) => ({ ...sample, tMs: sample.tMs + (i % 2) * 0.4 }))],
  ['the device upside down', (samples) => rotateDevice(samples, [0, 0, 1], 180)],
  ['the device on its side', (samples) => rotateDevice(samples, [0, 0, 1], 90)],
  ['the screen to the body', (samples) => rotateDevice(samples, [0, 1, 0], 180)],
  ['the device askew', (samples) => rotateDevice(samples, [0.3, -0.8, 0.5], 137)],
];
