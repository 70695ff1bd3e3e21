import { createSessionClock } from '../../src/core/clock';
import type { JointName } from '../../src/core/joints';
import { type Person, placeTrunk } from '../../src/movement/person';
import type { PosePicture, PoseSource } from '../../src/movement/sources/pose';
import type { Frame, PictureJoint, SourceKind, SourceState, SourceTrouble } from '../../src/movement/types';
import type { SourceListener } from '../../src/play/open-source';
import type { SetUpSource } from '../../src/play/prepare-source';

/** A source whose time, frames, troubles and pictures the test sends. */
export interface ScriptedSource {
  readonly kind: SourceKind;
  readonly prepared: SetUpSource;
  readonly stopped: boolean;
  /** How often it was started anew, and how it stands when it is the next time; running unless told. */
  readonly restarts: number;
  answer(state: SourceState): void;
  /** Places of the picture at which an adult chose the child. */
  readonly chosen: readonly (readonly [x: number, y: number])[];
  /** Moves the session clock on. */
  pass(ms: number): void;
  send(frame: Frame): void;
  trouble(trouble: SourceTrouble | null): void;
  /** Shows a picture at the time now. */
  picture(picture: Partial<Omit<PosePicture, 'atMs'>>, resultsPerS?: number): void;
}

/** Makes a source that stands as told; only a camera has pictures. */
export function createScriptedSource(kind: SourceKind, state: SourceState): ScriptedSource {
  let [nowMs, stopped, listener, latest, resultsPerS]: [number, boolean, SourceListener | null, PosePicture | null, number] = [
    0,
    false,
    null,
    null,
    20,
  ];
  let trouble: SourceTrouble | null = null;
  let persons: 1 | 2 = 2;
  let restarts = 0;
  let standing = state;
  let answer: SourceState = { state: 'running' };
  const chosen: (readonly [number, number])[] = [];
  const clock = createSessionClock({ nowMs: () => nowMs });
  const stop = () => {
    stopped = true;
    listener = null;
  };
  const source: PoseSource = {
    kind,
    stream: null,
    get latest() {
      return latest;
    },
    get resultsPerS() {
      return resultsPerS;
    },
    aspect: 4 / 3,
    choose: (x, y) => void chosen.push([x, y]),
    get persons() {
      return persons;
    },
    lookFor(wanted) {
      persons = wanted;
    },
    lastSeen: null,
    start: async () => state,
    stop,
  };
  return {
    kind,
    prepared: {
      clock,
      open: {
        kind,
        source,
        get state() {
          return standing;
        },
        get trouble() {
          return trouble;
        },
        listen(next) {
          listener = next;
          if (trouble) next.onTrouble(trouble);
        },
        async restart() {
          restarts += 1;
          trouble = null;
          standing = answer;
          return standing;
        },
        stop,
      },
      pose: kind === 'pose' ? source : null,
      ranges: null,
    },
    get stopped() {
      return stopped;
    },
    get restarts() {
      return restarts;
    },
    answer(next) {
      answer = next;
    },
    chosen,
    pass(ms) {
      nowMs += ms;
    },
    send: (frame) => listener?.onFrame(frame),
    trouble(now) {
      trouble = now;
      listener?.onTrouble(now);
    },
    picture(picture, perS = 20) {
      resultsPerS = perS;
      latest = { atMs: nowMs, persons: picture.child ? [picture.child] : [], child: null, light: 0.5, ...picture };
    },
  };
}

/** A standing body that looks at the camera, x from the middle and y from the top of its head, in body heights. */
const body: Readonly<Record<JointName, readonly [number, number]>> = {
  nose: [0, 0.07],
  left_shoulder: [0.12, 0.18],
  right_shoulder: [-0.12, 0.18],
  left_elbow: [0.16, 0.35],
  right_elbow: [-0.16, 0.35],
  left_wrist: [0.17, 0.5],
  right_wrist: [-0.17, 0.5],
  left_hip: [0.07, 0.5],
  right_hip: [-0.07, 0.5],
  left_knee: [0.07, 0.74],
  right_knee: [-0.07, 0.74],
  left_ankle: [0.07, 0.97],
  right_ankle: [-0.07, 0.97],
};

/** How a test's person stands in a picture of 4 : 3. */
export interface Pose {
  /** Middle of the body, as a share of the picture's width, and its height as one of the picture's. */
  readonly x?: number;
  readonly height?: number;
  /** Width of the body as a share of one seen from the front. */
  readonly breadth?: number;
  /** Joints that something hides. */
  readonly hidden?: readonly JointName[];
  /** How far both hands are held out to the sides and up, in body heights. */
  readonly out?: number;
  readonly up?: number;
}

/** The joints of such a person. */
export function toJoints(pose: Pose = {}): Readonly<Record<JointName, PictureJoint>> {
  const { x = 0.5, height = 0.8, breadth = 1, hidden = [], out = 0, up = 0 } = pose;
  const top = (1 - height) / 2;
  const entries = Object.entries(body).map(([name, [dx, dy]]): [string, PictureJoint] => {
    const isHand = name.endsWith('wrist');
    const across = dx * breadth + (isHand ? Math.sign(dx) * out : 0);
    const seen = hidden.includes(name as JointName) ? 0.1 : 0.95;
    return [name, [x + (across * height * 3) / 4, top + (dy - (isHand ? up : 0)) * height, 0, seen]];
  });
  return Object.fromEntries(entries) as Record<JointName, PictureJoint>;
}

/** Such a person as the tracker finds it. */
export function toFoundPerson(pose: Pose = {}): Person {
  const joints = toJoints(pose);
  return { joints, world: {}, ...placeTrunk(joints, 4 / 3) };
}
