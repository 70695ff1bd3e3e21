import { useEffect, useRef, useState } from 'preact/hooks';
import { playableSources } from '../../../movement/interpret/interpreters';
import { toNeededView } from '../../../movement/needed-joints';
import { askForMotion } from '../../../movement/sources/motion-permission';
import type { Mounting, MovementRanges, SourceKind, SourceState, SourceTrouble } from '../../../movement/types';
import type { ChildProfile, PlanItem } from '../../../plan/types';
import type { SetUpSource } from '../../../play/prepare-source';
import { Banner } from '../../parts/banner';
import { Button, IconButton } from '../../parts/button';
import { useApp, useDevice, useText } from '../../parts/use-app';
import { BayGround } from '../bay-ground';
import { SourceRow } from '../source-row';
import { CameraView } from './camera-view';
import { toItemMovement } from './item-movement';
import { RangeStep } from './range-step';
import { toWornPlaces } from './worn-places';
import { WornStep } from './worn-step';
import './set-up.css';

const titles = { view: 'view.title', worn: 'worn.title', range: 'range.title' } as const;

/** Before play by camera or motion sensor: it is opened, looked at, and today's range is checked. Every step can be passed over. */
export function SetUpScreen(props: {
  readonly child: ChildProfile;
  readonly item: PlanItem;
  onReady(prepared: SetUpSource, found: MovementRanges | null): void;
  onSource(kind: SourceKind): void;
  onCancel(): void;
}) {
  const { item } = props;
  const text = useText();
  const app = useApp();
  const { pxPerMm } = useDevice();
  const [source, setSource] = useState<SetUpSource | null>(null);
  const [problem, setProblem] = useState<Exclude<SourceState['state'], 'running'> | SourceTrouble | null>(null);
  /** Raised with each opening and when the screen goes: an opening that is overtaken is turned off as it comes. */
  const openings = useRef(0);
  const opened = useRef<SetUpSource | null>(null);
  const [seen, setSeen] = useState(false);
  const { movement, limb } = toItemMovement(item, app.levels);
  const places = item.source === 'motion' ? toWornPlaces(movement) : [];
  const [step, setStep] = useState<'view' | 'worn' | 'range'>(item.source === 'pose' ? 'view' : places.length > 0 ? 'worn' : 'range');
  const [mounting, setMounting] = useState<Mounting | null>(null);

  function open(): void {
    const opening = ++openings.current;
    turnOff();
    setSource(null);
    setProblem(null);
    setSeen(false);
    const take = (prepared: SetUpSource) => {
      if (opening !== openings.current) return prepared.open.stop();
      opened.current = prepared;
      const { state } = prepared.open.state;
      setSource(prepared);
      if (state !== 'running') setProblem(state);
      else prepared.open.listen({ onFrame() {}, onTrouble: setProblem });
    };
    app.prepareSource(item.source, pxPerMm).then(take, () => opening === openings.current && setProblem('broken'));
  }

  function openAgain(): void {
    if (item.source === 'motion') askForMotion(window);
    open();
  }

  function turnOff(): void {
    opened.current?.open.stop();
    opened.current = null;
  }

  useEffect(() => {
    open();
    return () => {
      openings.current++;
      turnOff();
    };
  }, []);

  function start(found: MovementRanges | null): void {
    if (!source) return;
    // From here on it belongs to play.
    opened.current = null;
    props.onReady({ ...source, ...(mounting ? { mounting } : {}) }, found);
  }

  const others = playableSources(movement).filter((kind) => kind !== item.source);
  return (
    <div class="bay set-up">
      <BayGround />
      <header class="bay-head">
        <IconButton icon="back" label={text('common.back')} size="main" onPress={props.onCancel} />
        <h1>{text(titles[step])}</h1>
      </header>
      <main class="set-up-body">
        {!source && !problem && (
          <p class="set-up-opening" role="status">
            {text('view.opening')}
          </p>
        )}
        {problem && (
          <Banner tone="warning" title={text(`child.pausedFor.${problem}`)}>
            <div class="set-up-buttons">
              <Button icon="again" size="main" onPress={openAgain}>
                {text('common.again')}
              </Button>
            </div>
          </Banner>
        )}
        {source && !problem && step === 'view' && source.pose && (
          <>
            <CameraView pose={source.pose} needed={toNeededView(movement, limb)} onReady={setSeen} />
            <div class="set-up-buttons">
              <Button kind={seen ? 'main' : 'plain'} icon="next" size="play" onPress={() => setStep('range')}>
                {text('view.goOn')}
              </Button>
            </div>
          </>
        )}
        {source && !problem && step === 'worn' && (
          <WornStep
            source={source}
            places={places}
            onTrouble={setProblem}
            onDone={(found) => {
              setMounting(found);
              setStep('range');
            }}
          />
        )}
        {source && !problem && step === 'range' && (
          <RangeStep
            source={source}
            mounting={mounting}
            movement={movement}
            limb={limb}
            side={item.side === 'left' || item.side === 'right' ? item.side : null}
            companion={props.child.companion}
            onTrouble={setProblem}
            onDone={start}
          />
        )}
        {others.length > 0 && (
          <div class="set-up-others">
            <p class="hint">{text('view.otherWays')}</p>
            <SourceRow sources={others} value={null} label={text('view.otherWays')} onChoose={props.onSource} />
          </div>
        )}
      </main>
    </div>
  );
}
