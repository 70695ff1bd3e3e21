import type * as Phaser from 'phaser';
import type { RaiseParams } from '../../drills/raise/params';
import type { Params } from '../../drills/types';
import type { Point } from '../kit/field';
import { paintOnce } from '../kit/glow';

/** The joint that a level asks for. */
export type Limb = Params<RaiseParams>['limb'];

/** How the moving part of the paper figure turns: its joint, its angles (0 hangs, 90 points ahead) at rest and at the whole range, its length. */
interface Turns {
  readonly pivot: Point;
  readonly turns: readonly [number, number];
  readonly length: number;
}

// The figure stands in a board of 142 x 130 units around its middle; the moving part is on the right.
const turnsOf: Readonly<Record<Limb, Turns>> = {
  shoulder_elevation: { pivot: { x: 15, y: -17 }, turns: [8, 128], length: 42 },
  elbow_flexion: { pivot: { x: 0, y: 12 }, turns: [12, 138], length: 34 },
  knee_flexion: { pivot: { x: 22, y: 16 }, turns: [-6, 84], length: 36 },
  hip_flexion: { pivot: { x: -4, y: 6 }, turns: [4, 84], length: 25 },
};
const body = '#2B6C8F';
const dark = '#1F4A66';
const skin = '#C08A5E';
const moving = '#E4694E';

/** The turning part of a joint. */
export function toTurns(limb: Limb): Turns {
  return turnsOf[limb];
}

/** Paints the part that moves: hanging, its joint at its upper end. Returns its key. */
export function paintLimb(scene: Phaser.Scene, length: number, scale: number): string {
  return paintOnce(scene, `limb-${length}`, 20 * scale, (length + 18) * scale, (context) => {
    context.scale(scale, scale);
    context.lineCap = 'round';
    stroke(context, '#8E3B28', 17, [10, 9, 10, 9 + length]);
    stroke(context, moving, 13, [10, 9, 10, 9 + length]);
    context.fillStyle = '#FBF1DC';
    context.beginPath();
    context.arc(10, 9, 3.4, 0, 7);
    context.fill();
  });
}

/** Paints the figure without the part that moves. Returns its key. */
export function paintDoll(scene: Phaser.Scene, limb: Limb, scale: number): string {
  return paintOnce(scene, `doll-${limb}`, 142 * scale, 130 * scale, (context) => {
    context.scale(scale, scale);
    context.translate(71, 65);
    context.lineCap = 'round';
    context.lineJoin = 'round';
    paintBody[limb](context);
  });
}

type Context = CanvasRenderingContext2D;

const paintBody: Readonly<Record<Limb, (context: Context) => void>> = {
  shoulder_elevation(context) {
    stroke(context, body, 12, [-9, 18, -10, 54]);
    stroke(context, body, 12, [9, 18, 10, 54]);
    stroke(context, dark, 11, [-16, -16, -23, 22]);
    trunk(context, [0, -12, 0, 16], 28);
    head(context, 0, -42);
  },
  elbow_flexion(context) {
    stroke(context, dark, 13, [-8, 20, -8, 54]);
    stroke(context, body, 13, [-2, 20, 2, 54]);
    trunk(context, [-5, -12, -5, 18], 24);
    head(context, -2, -42);
    stroke(context, dark, 12, [-2, -12, 0, 12]);
  },
  knee_flexion(context) {
    stroke(context, '#A5754E', 7, [-34, 24, 8, 24]);
    stroke(context, '#A5754E', 7, [-34, 24, -34, 56]);
    stroke(context, '#A5754E', 7, [2, 24, 2, 56]);
    stroke(context, '#A5754E', 7, [-36, -14, -34, 24]);
    trunk(context, [-18, -16, -18, 12], 24);
    head(context, -14, -45);
    stroke(context, dark, 12, [-15, -12, -2, 6]);
    stroke(context, body, 15, [-16, 14, 22, 16]);
  },
  hip_flexion(context) {
    stroke(context, body, 13, [-8, 10, -10, 52]);
    trunk(context, [-6, -20, -6, 4], 24);
    head(context, -3, -48);
    stroke(context, dark, 12, [-6, -18, -10, 10]);
  },
};

function trunk(context: Context, line: readonly number[], width: number): void {
  stroke(context, body, width, line);
}

function head(context: Context, x: number, y: number): void {
  context.fillStyle = skin;
  context.beginPath();
  context.arc(x, y, 15, 0, 7);
  context.fill();
  context.fillStyle = '#5A3B2C';
  context.beginPath();
  context.arc(x, y, 15.5, Math.PI * 0.96, Math.PI * 2.04);
  context.quadraticCurveTo(x, y - 8, x - 15, y + 2);
  context.fill();
}

function stroke(context: Context, colour: string, width: number, [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[]): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
