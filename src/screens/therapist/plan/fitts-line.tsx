import { toFittsBits, toFittsWord } from '../../../report/fitts';
import { useText } from '../../parts/use-app';
import { formatNumber } from '../words';

/** Fitts' index of difficulty of a distance and a width, in words. */
export function FittsLine({ distanceMm, widthMm }: { readonly distanceMm: number; readonly widthMm: number }) {
  const text = useText();
  const bits = toFittsBits(distanceMm, widthMm);
  if (bits === null) return null;
  const word = toFittsWord(bits);
  return (
    <p class={`fitts ${word}`}>
      <b>{text('therapist.fitts.line', { bits: formatNumber(text, bits, 1), word: text(`therapist.fitts.${word}`) })}</b>{' '}
      {word !== 'easy' && text('therapist.fitts.advice')}
    </p>
  );
}
