import { type FunFace, funFaces, type PainFace, painFaces } from '../../../plan/safety/faces';
import { useText } from '../../parts/use-app';

interface Drawing {
  readonly colour: string;
  readonly brows: string;
  readonly mouth: string;
  readonly closed: boolean;
  readonly tears: number;
}

/** From at ease to the worst: brows rise in the middle, eyes close, the mouth opens; none of them is red. */
const pains: Readonly<Record<PainFace, Drawing>> = {
  0: { colour: '#eef3e4', brows: 'M-11 -10Q-7 -12 -3 -10M3 -10Q7 -12 11 -10', mouth: 'M-6 8Q0 10 6 8', closed: false, tears: 0 },
  2: { colour: '#e9ead2', brows: 'M-11 -9.5L-3 -10.5M3 -10.5L11 -9.5', mouth: 'M-6 9H6', closed: false, tears: 0 },
  4: { colour: '#e6dcc2', brows: 'M-11.5 -9L-3.5 -11.5M3.5 -11.5L11.5 -9', mouth: 'M-6 10Q0 7.5 6 10', closed: false, tears: 0 },
  6: { colour: '#ddcbc6', brows: 'M-12 -8L-3.5 -12M3.5 -12L12 -8', mouth: 'M-7 11.5Q0 6 7 11.5', closed: false, tears: 0 },
  8: { colour: '#cdb9cc', brows: 'M-12 -8.5L-3 -13M3 -13L12 -8.5', mouth: 'M-7 12Q0 4 7 12Z', closed: true, tears: 0 },
  10: { colour: '#bda7c8', brows: 'M-12 -8L-3 -13M3 -13L12 -8', mouth: 'M-8 13Q0 1 8 13Z', closed: true, tears: 2 },
};

const funs: Readonly<Record<FunFace, Drawing>> = {
  good: { colour: '#f6d27a', brows: '', mouth: 'M-8 4Q0 14 8 4', closed: false, tears: 0 },
  'so-so': { colour: '#e9dfb8', brows: '', mouth: 'M-7 8H7', closed: false, tears: 0 },
  'not-good': { colour: '#c9d8dd', brows: '', mouth: 'M-7 10Q0 5 7 10', closed: false, tears: 0 },
};

/** Does anything hurt? Six faces, 0 to 10 in steps of 2 (clinical.md C8); another face may be chosen. */
export function PainRow(props: {
  readonly label: string;
  readonly value: PainFace | null;
  /** The scale's numbers below the faces, for an adult; at a session's end they would look like a score. */
  readonly numbered?: boolean;
  onChoose(pain: PainFace): void;
}) {
  const text = useText();
  return (
    <fieldset class="face-row" aria-label={props.label}>
      {painFaces.map((pain) => (
        <FaceButton
          key={pain}
          drawing={pains[pain]}
          label={text(`ready.pain.${pain}`)}
          {...(props.numbered ? { mark: String(pain) } : {})}
          chosen={pain === props.value}
          onPress={() => props.onChoose(pain)}
        />
      ))}
    </fieldset>
  );
}

/** How was it? Three faces; nothing has to be chosen. */
export function FunRow(props: { readonly label: string; readonly value: FunFace | null; onChoose(fun: FunFace): void }) {
  const text = useText();
  return (
    <fieldset class="face-row" aria-label={props.label}>
      {funFaces.map((fun) => (
        <FaceButton key={fun} drawing={funs[fun]} label={text(`after.fun.${fun}`)} chosen={fun === props.value} onPress={() => props.onChoose(fun)} />
      ))}
    </fieldset>
  );
}

function FaceButton(props: { readonly drawing: Drawing; readonly label: string; readonly mark?: string; readonly chosen: boolean; onPress(): void }) {
  return (
    <button type="button" class="face-button" aria-pressed={props.chosen} aria-label={props.label} title={props.label} onClick={props.onPress}>
      <Face {...props.drawing} />
      {props.mark && <span aria-hidden="true">{props.mark}</span>}
    </button>
  );
}

function Face({ colour, brows, mouth, closed, tears }: Drawing) {
  const ink = { fill: 'none', stroke: '#12324a', 'stroke-width': 2.2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const;
  return (
    <svg viewBox="-22 -22 44 44" aria-hidden="true">
      <rect x="-19.5" y="-19.5" width="39" height="39" rx="16" fill={colour} stroke="#12324a" stroke-width="2" />
      {brows && <path d={brows} {...ink} />}
      {closed ? (
        <path d="M-10 -4L-4 -2L-10 0M10 -4L4 -2L10 0" {...ink} />
      ) : (
        <>
          <circle cx="-7" cy="-3.5" r="2.4" fill="#12324a" />
          <circle cx="7" cy="-3.5" r="2.4" fill="#12324a" />
        </>
      )}
      <path d={mouth} {...ink} fill={mouth.endsWith('Z') ? '#7d5a6f' : 'none'} />
      {tears > 0 && (
        <path d="M-11.5 2Q-8.5 7 -11.5 9Q-14.5 7 -11.5 2ZM11.5 2Q14.5 7 11.5 9Q8.5 7 11.5 2Z" fill="#8fc3d8" stroke="#12324a" stroke-width="1" />
      )}
    </svg>
  );
}
