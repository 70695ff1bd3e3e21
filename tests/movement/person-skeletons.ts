import { type JointName, jointNames } from '../../src/core/joints';
import { type Person, placeTrunk } from '../../src/movement/person';
import type { PictureJoint } from '../../src/movement/types';

/** Width over height of the pictures that tests draw persons in. */
export const aspect = 4 / 3;

/** How a drawn person stands, in trunk lengths and shares of the picture. */
export interface Stance {
  readonly x: number;
  readonly y?: number;
  /** Trunk length in picture heights. */
  readonly size?: number;
  /** Share of the breadth that shows: 1 from the front, 0.15 from the side. */
  readonly turned?: number;
  /** How far the hips are down, with the knees forward: 0 stands, 1 sits. */
  readonly crouched?: number;
  /** How far the shoulders lean to the right, in trunk lengths. */
  readonly lean?: number;
  /** How high the arms are: 0 hang, 1 overhead. */
  readonly arms?: number;
  readonly clothes?: readonly number[];
}

/** A person drawn joint by joint, all surely seen. */
export function drawPerson({ x, y = 0.45, size = 0.2, turned = 1, crouched = 0, lean = 0, arms = 0, clothes }: Stance): Person {
  const joints: Partial<Record<JointName, PictureJoint>> = {};
  const put = (name: JointName, across: number, down: number) => {
    joints[name] = [x + (across * size) / aspect, y + (down + crouched * 0.7) * size, 0, 0.99];
  };
  put('nose', lean * 1.3, -0.85);
  for (const [side, way] of [
    ['left', turned],
    ['right', -turned],
  ] as const) {
    put(`${side}_shoulder`, lean + 0.33 * way, -0.5);
    put(`${side}_elbow`, lean + 0.4 * way, -0.5 + 0.6 * (1 - 2 * arms));
    put(`${side}_wrist`, lean + 0.4 * way, -0.5 + 1.1 * (1 - 2 * arms));
    put(`${side}_hip`, 0.22 * way, 0.5);
    put(`${side}_knee`, 0.22 * way + 0.2 * crouched, 0.5 + 0.75 * (1 - crouched));
    put(`${side}_ankle`, 0.22 * way, 0.5 + 1.5 - 0.7 * crouched);
  }
  return toPerson(joints, clothes);
}

/** A skeleton with the upper body of one person and the legs and hips of another, as the tracker draws where two stand close. */
export function mixPersons(upper: Person, lower: Person): Person {
  const isLower = (name: JointName) => /hip|knee|ankle/.test(name);
  const joints = Object.fromEntries(jointNames.map((name) => [name, (isLower(name) ? lower : upper).joints[name]])) as Person['joints'];
  const [chest, legs] = [upper.clothes, lower.clothes];
  return toPerson(joints, chest && legs && [...Array.from(chest).slice(0, 6), ...Array.from(legs).slice(6)]);
}

/** The hips as many trunk lengths aside, all else the person's own. */
export const dragHips = (person: Person, by: number): Person => drag(person, ['left_hip', 'right_hip'], by);

/** The knees as many trunk lengths aside, all else the person's own. */
export const bendKnees = (person: Person, by: number): Person => drag(person, ['left_knee', 'right_knee'], by);

function drag(person: Person, names: readonly JointName[], by: number): Person {
  const joints = { ...person.joints };
  for (const name of names) {
    const [x, y, z, seen] = joints[name] ?? [0, 0, 0, 0];
    joints[name] = [x + (by * person.size) / aspect, y, z, seen];
  }
  return toPerson(joints, person.clothes);
}

/** A person of these joints. */
export function toPerson(joints: Person['joints'], clothes?: ArrayLike<number>): Person {
  return { joints, world: {}, ...(clothes ? { clothes } : {}), ...placeTrunk(joints, aspect) };
}
