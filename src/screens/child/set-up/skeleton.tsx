import type { JointName } from '../../../core/joints';
import type { Person } from '../../../movement/person';

const bones: readonly (readonly [JointName, JointName])[] = [
  ['left_shoulder', 'right_shoulder'],
  ['left_hip', 'right_hip'],
  ...(['left', 'right'] as const).flatMap((side): (readonly [JointName, JointName])[] => [
    [`${side}_shoulder`, `${side}_hip`],
    [`${side}_shoulder`, `${side}_elbow`],
    [`${side}_elbow`, `${side}_wrist`],
    [`${side}_hip`, `${side}_knee`],
    [`${side}_knee`, `${side}_ankle`],
  ]),
];

/** A joint is drawn from this visibility on: a guessed one would look as if it were seen. */
const leastVisibility = 0.5;

/** The persons of a picture as lines over it; the child's are strong, the others' faint. */
export function Skeleton(props: { readonly persons: readonly Person[]; readonly child: Person | null; readonly aspect: number }) {
  const width = 100 * props.aspect;
  return (
    <svg class="skeleton" viewBox={`0 0 ${width} 100`} preserveAspectRatio="none" aria-hidden="true">
      {props.persons.map((person, i) => (
        <g key={i} class={person === props.child ? 'is-child' : ''}>
          {bones.map(([from, to]) => {
            const [a, b] = [person.joints[from], person.joints[to]];
            if (!a || !b || Math.min(a[3], b[3]) < leastVisibility) return null;
            return <line key={from + to} x1={a[0] * width} y1={a[1] * 100} x2={b[0] * width} y2={b[1] * 100} />;
          })}
          {person.joints.nose && <circle cx={person.joints.nose[0] * width} cy={person.joints.nose[1] * 100} r={Math.max(2, 18 * person.size)} />}
        </g>
      ))}
    </svg>
  );
}
