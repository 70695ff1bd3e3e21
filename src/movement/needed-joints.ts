import type { JointName } from '../core/joints';
import type { Limb, Movement } from './types';

/** What the camera must see for a movement: these joints, from this view. */
export interface NeededView {
  readonly joints: readonly JointName[];
  readonly view: 'front' | 'side' | 'any';
}

const both = (...parts: readonly ('shoulder' | 'elbow' | 'wrist' | 'hip' | 'knee' | 'ankle')[]): readonly JointName[] =>
  parts.flatMap((part) => [`left_${part}`, `right_${part}`] as const);

/** An image carries an angle only in its own plane: knees and hips from the side, arms from the front (FORMULAS.md section 5). */
const ofLimb: Readonly<Record<Limb, NeededView>> = {
  shoulder_elevation: { joints: both('hip', 'shoulder', 'elbow'), view: 'front' },
  elbow_flexion: { joints: both('shoulder', 'elbow', 'wrist'), view: 'front' },
  knee_flexion: { joints: both('hip', 'knee', 'ankle'), view: 'side' },
  hip_flexion: { joints: both('shoulder', 'hip', 'knee'), view: 'side' },
};

/** The joints and the view that a movement needs from the camera, and no more: a seated child needs no legs to reach. */
export function toNeededView(movement: Movement, limb: Limb = 'shoulder_elevation'): NeededView {
  switch (movement) {
    case 'reach':
    case 'press':
      return { joints: both('shoulder', 'wrist'), view: 'front' };
    case 'lean':
      return { joints: both('shoulder'), view: 'front' };
    case 'angle':
      return ofLimb[limb];
    case 'rise':
      return { joints: both('shoulder', 'hip', 'knee'), view: 'any' };
    case 'step':
      return { joints: both('hip', 'knee', 'ankle'), view: 'front' };
    case 'rep':
      return { joints: [], view: 'any' };
  }
}
