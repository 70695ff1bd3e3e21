import { useEffect, useRef, useState } from 'preact/hooks';
import { toNeededView } from '../../../movement/needed-joints';
import type { PoseSource } from '../../../movement/sources/pose';
import type { Source, SourceState, SourceTrouble } from '../../../movement/types';
import type { PlanItem } from '../../../plan/types';
import type { OpenSource } from '../../../play/open-source';
import { Banner } from '../../parts/banner';
import { Button, IconButton } from '../../parts/button';
import { useApp, useText } from '../../parts/use-app';
import { CameraView } from './camera-view';
import { toItemMovement } from './item-movement';
import './set-up.css';

/** The camera is asked this often how it is. */
const lookMs = 200;

/** "Can I see you?" again while play rests: the same camera, which is started anew where it had ended; play goes on from here or rests on. */
export function LookAgain(props: { readonly open: OpenSource; readonly item: PlanItem; onGoOn(): void; onBack(): void }) {
  const { open, item } = props;
  const text = useText();
  const { levels } = useApp();
  const card = useRef<HTMLDivElement>(null);
  const [opening, setOpening] = useState(hasEnded(open));
  const [problem, setProblem] = useState<Exclude<SourceState['state'], 'running'> | SourceTrouble | null>(null);
  const [seen, setSeen] = useState(false);

  async function restart(): Promise<void> {
    setOpening(true);
    const { state } = await (open.restart?.() ?? Promise.resolve({ state: 'broken' } as const)).catch(() => ({ state: 'broken' }) as const);
    setProblem(state === 'running' ? null : state);
    setOpening(false);
  }

  useEffect(() => {
    card.current?.querySelector('button')?.focus();
    if (hasEnded(open)) void restart();
    const look = setInterval(() => {
      const { state } = open.state;
      setProblem(state === 'running' ? open.trouble : state);
    }, lookMs);
    return () => clearInterval(look);
  }, []);

  const { movement, limb } = toItemMovement(item, levels);
  const pose = isCamera(open.source) ? open.source : null;
  return (
    <div ref={card} class="play-card look-again" role="dialog" aria-modal="true" aria-label={text('view.title')}>
      <div class="card look-again-card">
        <header class="look-again-head">
          <IconButton icon="back" label={text('common.back')} size="main" onPress={props.onBack} />
          <h2>{text('view.title')}</h2>
        </header>
        {opening && <p role="status">{text('view.opening')}</p>}
        {problem && !opening && (
          <Banner tone="warning" title={text(`child.pausedFor.${problem}`)}>
            {hasEnded(open) && (
              <div class="set-up-buttons">
                <Button icon="again" size="main" onPress={() => void restart()}>
                  {text('common.again')}
                </Button>
              </div>
            )}
          </Banner>
        )}
        {pose && !problem && !opening && (
          <>
            <CameraView pose={pose} needed={toNeededView(movement, limb)} onReady={setSeen} />
            <div class="set-up-buttons">
              <Button kind={seen ? 'main' : 'plain'} icon="play" size="play" onPress={props.onGoOn}>
                {text('view.goOn')}
              </Button>
            </div>
          </>
        )}
      </div>
    </div>
  );
}

/** Whether this source is a camera that can be looked at. */
export const isCamera = (source: Source): source is PoseSource => source.kind === 'pose' && 'latest' in source;

/** Whether a source has to be started anew; one that is only covered runs on. */
const hasEnded = ({ state, trouble }: OpenSource) => state.state !== 'running' || (trouble !== null && trouble !== 'covered');
