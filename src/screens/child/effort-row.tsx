import { useState } from 'preact/hooks';
import { type Omni, omniSteps } from '../../session/types';
import { useText } from '../parts/use-app';

/** Ground, brow and mouth of each face up the hill: from at ease to out of breath; warm, never red. */
const faces: readonly { readonly colour: string; readonly mouth: string; readonly drops: number }[] = [
  { colour: '#a9d3de', mouth: 'M-7 5Q0 12 7 5', drops: 0 },
  { colour: '#b9d9b4', mouth: 'M-6 6Q0 10 6 6', drops: 0 },
  { colour: '#e6dc9b', mouth: 'M-6 7H6', drops: 0 },
  { colour: '#f4cf7f', mouth: 'M-4 7A4 3 0 1 0 4 7A4 3 0 1 0 -4 7', drops: 1 },
  { colour: '#f2b56f', mouth: 'M-5 8A5 4.5 0 1 0 5 8A5 4.5 0 1 0 -5 8', drops: 2 },
  { colour: '#e79b69', mouth: 'M-6 8A6 6 0 1 0 6 8A6 6 0 1 0 -6 8', drops: 3 },
];

/** How hard was it? Six faces up a hill, the OMNI picture scale; nothing has to be chosen, and another face may be. */
export function EffortRow(props: { onChoose(omni: Omni): void }) {
  const text = useText();
  const [chosen, setChosen] = useState<Omni | null>(null);
  return (
    <fieldset class="effort-row" aria-label={text('child.effort.ask')}>
      {omniSteps.map((omni, i) => (
        <button
          key={omni}
          type="button"
          class="effort-face"
          style={{ '--up': String(i) }}
          aria-pressed={omni === chosen}
          aria-label={text(`child.effort.${omni}`)}
          title={text(`child.effort.${omni}`)}
          onClick={() => {
            setChosen(omni);
            props.onChoose(omni);
          }}
        >
          <Face {...(faces[i] ?? faces[0])} />
        </button>
      ))}
    </fieldset>
  );
}

function Face(props: { readonly colour?: string; readonly mouth?: string; readonly drops?: number }) {
  return (
    <svg viewBox="-22 -22 44 44" aria-hidden="true">
      <circle r="19" fill={props.colour} stroke="#12324a" stroke-width="2" />
      <circle cx="-7" cy="-4" r="2.6" fill="#12324a" />
      <circle cx="7" cy="-4" r="2.6" fill="#12324a" />
      <path d={props.mouth} fill="none" stroke="#12324a" stroke-width="2.4" stroke-linecap="round" />
      {Array.from({ length: props.drops ?? 0 }, (_, i) => (
        <path
          key={i}
          d="M0 -4Q3 0 0 2Q-3 0 0 -4"
          transform={`translate(${13 - i * 13} ${-14 + (i === 1 ? -2 : 0)})`}
          fill="#63a5c4"
          stroke="#12324a"
          stroke-width="0.8"
        />
      ))}
    </svg>
  );
}
