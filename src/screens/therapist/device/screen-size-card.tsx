import { useEffect, useId, useState } from 'preact/hooks';
import type { StorageProblem } from '../../../session/types';
import { Button, IconButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { StorageBanner } from '../../parts/storage-banner';
import { useDevice, useText } from '../../parts/use-app';
import { formatNumber, formatValue } from '../words';

/** A bank card: ISO/IEC 7810 ID-1, in millimetres. */
const cardMm = { width: 85.6, height: 53.98, radius: 3.18 } as const;
/** One press makes the outline this much wider. */
const stepPx = 2;
const widths = { min: 170, max: 1000 } as const;

/** The size of a millimetre on this screen, found by laying a bank card on its picture. */
export function ScreenSizeCard() {
  const text = useText();
  const id = useId();
  const { settings, pxPerMm, edit } = useDevice();
  const measured = settings.pxPerMm !== null;
  const [draft, setDraft] = useState<number | null>(null);
  const [problem, setProblem] = useState<StorageProblem | null>(null);
  const [saved, setSaved] = useState(false);
  const screen = useScreenPx();
  const width = draft ?? Math.round(pxPerMm * cardMm.width);
  const perMm = width / cardMm.width;
  const change = (to: number) => {
    setSaved(false);
    setDraft(Math.min(widths.max, Math.max(widths.min, to)));
  };
  const keep = async () => {
    const outcome = await edit({ pxPerMm: Number(perMm.toFixed(4)) });
    setProblem(outcome.saved ? null : outcome.problem);
    setSaved(outcome.saved);
    setDraft(null);
  };
  const mm = (px: number) => formatValue(text, 'mm', Math.round(px / perMm));
  return (
    <Card title={text('therapist.size.title')} class="screen-size">
      <p>{text('therapist.size.how')}</p>
      {problem && <StorageBanner problem={problem} />}
      <div class="bank-card-room">
        <svg
          class="bank-card"
          width={width}
          height={(width * cardMm.height) / cardMm.width}
          viewBox={`0 0 ${cardMm.width} ${cardMm.height}`}
          aria-hidden="true"
        >
          <rect x={0.4} y={0.4} width={cardMm.width - 0.8} height={cardMm.height - 0.8} rx={cardMm.radius} />
          <path d="M0.4 14H85.2" />
          <path class="corner" d="M10 0.4H3.58A3.18 3.18 0 0 0 0.4 3.58V10" />
        </svg>
      </div>
      <div class="size-row">
        <IconButton icon="minus" label={text('therapist.size.smaller')} size="main" onPress={() => change(width - stepPx)} />
        <input
          type="range"
          min={widths.min}
          max={widths.max}
          step={1}
          value={width}
          aria-label={text('therapist.size.slider')}
          aria-describedby={id}
          aria-valuetext={text('therapist.size.cardWidth', { px: formatNumber(text, width) })}
          onInput={(event) => change(Number(event.currentTarget.value))}
        />
        <IconButton icon="plus" label={text('therapist.size.larger')} size="main" onPress={() => change(width + stepPx)} />
      </div>
      <p id={id} class="size-words">
        {text('therapist.size.now', { perMm: formatNumber(text, perMm, 2), width: mm(screen.width), height: mm(screen.height) })}
      </p>
      <p class={measured ? 'hint' : 'notice'} role="status">
        {saved ? text('therapist.size.kept') : measured ? text('therapist.size.measured') : text('therapist.size.guess')}
      </p>
      <Button kind="main" size="main" icon="check" onPress={() => void keep()}>
        {text('therapist.size.keep')}
      </Button>
    </Card>
  );
}

function useScreenPx(): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: innerWidth, height: innerHeight });
  useEffect(() => {
    const onResize = () => setSize({ width: innerWidth, height: innerHeight });
    addEventListener('resize', onResize);
    return () => removeEventListener('resize', onResize);
  }, []);
  return size;
}
