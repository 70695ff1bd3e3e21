import { useEffect, useRef, useState } from 'preact/hooks';
import { type BeatInput, beatInputs } from '../../../core/beat-offset';
import type { BeatOffset, BeatOffsetRefusal } from '../../../measures/beat-offset';
import type { StorageProblem } from '../../../session/types';
import type { DeviceSettings, Fields } from '../../../store/types';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { StorageBanner } from '../../parts/storage-banner';
import { useDevice, useText } from '../../parts/use-app';
import { formatNumber, formatValue } from '../words';
import { beatsAlong, startTapAlong } from './tap-along-run';
import './tap-along.css';

/** What was found last, and of which input. */
interface Found {
  readonly input: BeatInput;
  readonly outcome: BeatOffset | BeatOffsetRefusal;
}

/** How late taps reach this tablet's beat, found by tapping along with it, by touch and by switch. */
export function TapAlongCard() {
  const text = useText();
  const { settings, edit } = useDevice();
  const [running, setRunning] = useState<BeatInput | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<StorageProblem | null>(null);
  const keep = async (fields: Fields) => {
    const outcome = await edit(fields);
    setProblem(outcome.saved ? null : outcome.problem);
  };
  const begin = (input: BeatInput) => {
    setFound(null);
    setRunning(input);
  };
  const finish = (input: BeatInput, outcome: Found['outcome']) => {
    setRunning(null);
    setFound({ input, outcome });
    if (typeof outcome === 'object') void keep(toFields(input, outcome));
  };
  const forget = (input: BeatInput) => {
    setFound(null);
    void keep(toFields(input, null));
  };
  return (
    <Card title={text('therapist.beat.title')} class="tap-along">
      <p>{text('therapist.beat.why')}</p>
      {problem && <StorageBanner problem={problem} />}
      {running === null ? (
        beatInputs.map((input) => (
          <InputRow key={input} input={input} kept={readKept(settings, input)} onBegin={() => begin(input)} onForget={() => forget(input)} />
        ))
      ) : (
        <Pad input={running} onEnd={(outcome) => finish(running, outcome)} onStop={() => setRunning(null)} />
      )}
      <p role="status" class={typeof found?.outcome === 'string' ? 'notice' : 'hint'}>
        {found && (typeof found.outcome === 'string' ? text(`therapist.beat.refused.${found.outcome}`) : text('therapist.beat.kept'))}
      </p>
    </Card>
  );
}

function InputRow(props: {
  readonly input: BeatInput;
  readonly kept: BeatOffset | null;
  readonly onBegin: () => void;
  readonly onForget: () => void;
}) {
  const text = useText();
  const { input, kept } = props;
  const ms = (value: number) => formatValue(text, 'ms', value);
  return (
    <fieldset class="tap-row">
      <legend>{text(`therapist.beat.input.${input}`)}</legend>
      <p class="num">{kept ? text('therapist.beat.now', { offset: ms(kept.offsetMs), spread: ms(kept.spreadMs) }) : text('therapist.beat.none')}</p>
      <div class="tap-buttons">
        <Button size="main" icon={kept ? 'again' : 'play'} onPress={props.onBegin}>
          {text(kept ? 'therapist.beat.redo' : 'therapist.beat.start')}
        </Button>
        {kept && (
          <Button size="main" kind="quiet" onPress={props.onForget}>
            {text('therapist.beat.forget')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function Pad(props: { readonly input: BeatInput; readonly onEnd: (outcome: Found['outcome']) => void; readonly onStop: () => void }) {
  const { input } = props;
  const text = useText();
  const { pxPerMm } = useDevice();
  const pad = useRef<HTMLFieldSetElement>(null);
  const light = useRef<HTMLSpanElement>(null);
  const [count, setCount] = useState({ beats: 0, taps: 0 });
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    const element = pad.current;
    if (!element) return;
    let stop = () => {};
    let gone = false;
    // A focused button would keep a switch's keys for itself.
    element.focus();
    // The sound is that of play, loaded only now.
    import('../../../games/kit/sound').then(
      ({ createSound, DEFAULT_VOLUMES }) => {
        if (gone) return;
        stop = startTapAlong({
          input,
          pad: element,
          pxPerMm,
          sound: createSound('', DEFAULT_VOLUMES),
          onBeat(glow, beats, taps) {
            light.current?.style.setProperty('--glow', glow.toFixed(3));
            setCount((before) => (before.beats === beats && before.taps === taps ? before : { beats, taps }));
          },
          onEnd: props.onEnd,
        });
      },
      () => setSilent(true),
    );
    return () => {
      gone = true;
      stop();
    };
  }, []);
  const shown = { beat: formatNumber(text, count.beats), beats: formatNumber(text, beatsAlong), taps: formatNumber(text, count.taps) };
  return (
    <>
      <fieldset ref={pad} class="tap-pad" tabIndex={-1} aria-label={text(`therapist.beat.how.${input}`)}>
        <span ref={light} class="tap-light" aria-hidden="true" />
        <b>{silent ? text('common.screenProblem') : text(`therapist.beat.how.${input}`)}</b>
        <span class="num">{text('therapist.beat.count', shown)}</span>
      </fieldset>
      <Button size="main" onPress={props.onStop}>
        {text('therapist.beat.stop')}
      </Button>
    </>
  );
}

function readKept(settings: DeviceSettings, input: BeatInput): BeatOffset | null {
  const [offsetMs, spreadMs] =
    input === 'touch' ? [settings.beatOffsetMsTouch, settings.beatSpreadMsTouch] : [settings.beatOffsetMsSwitch, settings.beatSpreadMsSwitch];
  return typeof offsetMs === 'number' ? { offsetMs, spreadMs: spreadMs ?? 0 } : null;
}

function toFields(input: BeatInput, kept: BeatOffset | null): Fields {
  const [offset, spread] = [kept?.offsetMs ?? null, kept?.spreadMs ?? null];
  return input === 'touch' ? { beatOffsetMsTouch: offset, beatSpreadMsTouch: spread } : { beatOffsetMsSwitch: offset, beatSpreadMsSwitch: spread };
}
