/** The body's key points that are followed, by MediaPipe's names, each with that of the other side; left and right are the child's own. */
export const otherSideOfJoint = {
  nose: 'nose',
  left_shoulder: 'right_shoulder',
  right_shoulder: 'left_shoulder',
  left_elbow: 'right_elbow',
  right_elbow: 'left_elbow',
  left_wrist: 'right_wrist',
  right_wrist: 'left_wrist',
  left_hip: 'right_hip',
  right_hip: 'left_hip',
  left_knee: 'right_knee',
  right_knee: 'left_knee',
  left_ankle: 'right_ankle',
  right_ankle: 'left_ankle',
} as const;
/** One of the body's key points. */
export type JointName = keyof typeof otherSideOfJoint;
/** All key points that are followed. */
export const jointNames: readonly JointName[] = [
  'nose',
  ...(['left', 'right'] as const).flatMap((side) =>
    (['shoulder', 'elbow', 'wrist', 'hip', 'knee', 'ankle'] as const).map((part) => `${side}_${part}` as const),
  ),
];
