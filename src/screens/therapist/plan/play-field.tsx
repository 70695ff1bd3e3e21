import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { PlaySpace } from '../../../drills/types';

/** The play field at true proportions; what is drawn on it is in millimetres from its left top corner. `label` says it in words. */
export function PlayField(props: { readonly space: PlaySpace; readonly label: string; readonly children: ComponentChildren }) {
  const id = useId();
  const { widthMm, heightMm } = props.space;
  return (
    <svg class="field-picture" viewBox={`0 0 ${widthMm} ${heightMm}`} role="img" aria-labelledby={id}>
      <title id={id}>{props.label}</title>
      <rect class="field-ground" width={widthMm} height={heightMm} />
      {props.children}
    </svg>
  );
}
