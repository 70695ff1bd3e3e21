import type * as Phaser from 'phaser';
import type { Look } from '../../session/types';
import type { Point } from '../kit/field';
import { bodyU, paintParts } from './parts';
import type { Pose } from './poses';

/** The companion as a puppet of paper parts; its own origin is the ground under it. */
export interface Puppet {
  readonly root: Phaser.GameObjects.Container;
  /** Puts every part where the pose says. */
  show(pose: Pose): void;
}

const toRad = Math.PI / 180;
/** How far below its joint each part touches the ground. */
const soleU = 13;
const kneeU = 19;
const seatU = 24;

interface Limb {
  readonly upper: Phaser.GameObjects.Image;
  readonly lower: Phaser.GameObjects.Image;
  readonly end: Phaser.GameObjects.Image | null;
  readonly rims: readonly Phaser.GameObjects.Image[];
}

/** Cuts the puppet of this child's companion. */
export function createPuppet(scene: Phaser.Scene, look: Look, scale: number): Puppet {
  paintParts(scene, look, scale);
  const { rim, legWide, armWide, torso: torsoU } = bodyU;
  const put = (key: string, wide: number) => {
    const image = scene.add.image(0, 0, `ih-${key}`);
    return image.setOrigin((rim + wide / 2) / (image.width / scale), 0.5);
  };
  const limb = (parts: readonly (readonly [string, number])[]): Limb => {
    const rims = parts.map(([key, wide]) => put(`${key}-rim`, wide));
    const [upper, lower, end] = parts.map(([key, wide]) => put(key, wide));
    if (!upper || !lower) throw new Error('a limb has two parts at least');
    return { upper, lower, end: end ?? null, rims };
  };
  const leg = () =>
    limb([
      ['thigh', legWide],
      ['shin', legWide - 4],
      ['foot', 28],
    ]);
  const arm = () =>
    limb([
      ['upper', armWide],
      ['fore', armWide],
    ]);
  const [farArm, farLeg] = [arm(), leg()];
  const tail = scene.add.image(0, 0, 'ih-tail').setOrigin(0.9, 0.55);
  const torso = scene.add.image(0, 0, 'ih-torso');
  torso.setOrigin(0.5, ((rim * 2 + torsoU + 12) * scale) / torso.height);
  const nearLeg = leg();
  const head = scene.add.image(0, 0, 'head').setOrigin(0.513, 0.86);
  const nearArm = arm();
  for (const { upper, lower, end } of [farArm, farLeg]) for (const part of [upper, lower, end]) part?.setTint(0xd2d6de);
  const all = ({ rims, lower, end, upper }: Limb) => [...rims, ...(end ? [end] : []), lower, upper];
  const root = scene.add.container(0, 0, [...all(farArm), tail, ...all(farLeg), torso, ...all(nearLeg), head, ...all(nearArm)]);

  const along = (from: Point, deg: number, length: number): Point => ({
    x: from.x + Math.cos(deg * toRad) * length * scale,
    y: from.y + Math.sin(deg * toRad) * length * scale,
  });
  const place = (limbs: Limb, index: number, at: Point, deg: number) => {
    const part = index === 0 ? limbs.upper : index === 1 ? limbs.lower : limbs.end;
    part?.setPosition(at.x, at.y).setAngle(deg);
    limbs.rims[index]?.setPosition(at.x, at.y).setAngle(deg);
  };
  const drop = (deg: number, length: number) => Math.sin(deg * toRad) * length;
  const lowest = (thigh: number, shin: number) => {
    const knee = drop(thigh, bodyU.thigh);
    return Math.max(knee + kneeU, knee + drop(shin, bodyU.shin) + soleU);
  };
  const bend = (limbs: Limb, from: Point, upper: number, lower: number, lengths: readonly [number, number]) => {
    place(limbs, 0, from, upper);
    const joint = along(from, upper, lengths[0]);
    place(limbs, 1, joint, lower);
    return along(joint, lower, lengths[1]);
  };
  return {
    root,
    show(pose) {
      const own = Math.max(seatU, lowest(pose.nearThigh, pose.nearShin), lowest(pose.farThigh, pose.farShin));
      const hips = { x: 0, y: -(own + (pose.seatU - own) * pose.seated) * scale };
      const neck = along(hips, pose.torso, torsoU);
      const shoulder = along(hips, pose.torso, torsoU * 0.84);
      torso.setPosition(hips.x, hips.y).setAngle(pose.torso + 90);
      tail.setPosition(hips.x - 20 * scale, hips.y + 4 * scale).setAngle((pose.torso + 90) * 0.5 - 8);
      head.setPosition(neck.x, neck.y + 8 * scale).setAngle(pose.head);
      for (const [limbs, thigh, shin, ahead] of [
        [farLeg, pose.farThigh, pose.farShin, 8],
        [nearLeg, pose.nearThigh, pose.nearShin, -6],
      ] as const) {
        const from = { x: hips.x + ahead * scale, y: hips.y };
        const ankle = bend(limbs, from, thigh, shin, [bodyU.thigh, bodyU.shin]);
        // On a shin that lies on the ground the foot lies too; below a standing one it points ahead.
        const lies = Math.min(1, Math.max(0, (shin - 118) / 52));
        place(limbs, 2, ankle, shin - 90 * (1 - lies) - 6 * lies);
      }
      bend(farArm, { x: shoulder.x + 14 * scale, y: shoulder.y }, pose.farUpper, pose.farFore, [bodyU.upper, bodyU.fore]);
      bend(nearArm, { x: shoulder.x - 8 * scale, y: shoulder.y + 4 * scale }, pose.nearUpper, pose.nearFore, [bodyU.upper, bodyU.fore]);
    },
  };
}
