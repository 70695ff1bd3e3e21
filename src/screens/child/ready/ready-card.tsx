import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { toOwnRule } from '../../../plan/safety/child-safety';
import { painPlaces } from '../../../plan/safety/faces';
import { noAnswers, type Readiness } from '../../../plan/safety/readiness';
import type { Because, ReadyLine } from '../../../plan/safety/ready-words';
import type { ChildProfile, PlanItem } from '../../../plan/types';
import { Button, IconButton } from '../../parts/button';
import { CompanionPicture } from '../../parts/picture';
import { useText } from '../../parts/use-app';
import { go } from '../../router';
import { BayGround } from '../bay-ground';
import { PainRow } from './faces';
import { HoldButton } from './hold-button';
import { ChangedItems, NotToday, WaitNote } from './not-ready';
import { RoutineList } from './routine-list';
import { useReady } from './use-ready';
import './ready.css';

/**
 * Before play, for the adult: pain, a seizure since last time, a list where one tap says that all is well, and for drills in which a
 * child may fall a hold that says an adult is within reach. Nothing is answered beforehand.
 */
export function ReadyCard(props: {
  readonly child: ChildProfile;
  readonly items: readonly PlanItem[];
  readonly session: string;
  onReady(items: readonly PlanItem[]): void;
  onLeave(): void;
}) {
  const { child, items } = props;
  const text = useText();
  const { answers, readiness, answer, keep, endToday } = useReady(child, items, props.session);
  const [reminded, setReminded] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const questions = useRef<HTMLDivElement>(null);
  // Before the first picture: later it would take the focus from who was quicker.
  useLayoutEffect(() => title.current?.focus(), []);
  useEffect(() => {
    if (reminded) questions.current?.querySelector<HTMLElement>('.is-missing button')?.focus();
  }, [reminded]);
  const { state, asked, missing } = readiness;
  const hours = toOwnRule('seizureRestH', child.safety);

  function play(of: { readonly answers: typeof answers; readonly readiness: Readiness }): void {
    keep('play', of);
    props.onReady(items.filter(({ id }) => of.readiness.items.some(({ item, verdict }) => item === id && verdict !== 'blocked')));
  }

  function confirm(): void {
    const lines = { ...Object.fromEntries(asked.map((line) => [line, true])), ...answers.lines };
    const next = { ...answers, lines };
    const judged = answer({ lines });
    if (judged.state === 'play') play({ answers: next, readiness: judged });
    else setReminded(judged.missing.some((one) => one === 'pain' || one === 'seizure'));
  }

  function hold(): void {
    const next = { ...answers, adult: true };
    const judged = answer({ adult: true });
    if (judged.state === 'play') play({ answers: next, readiness: judged });
  }

  function setLine(line: ReadyLine, well: boolean): void {
    answer({ lines: { ...answers.lines, [line]: well } });
  }

  function makeWell(because: Because): void {
    if (because === 'adult') answer({ adult: null });
    else setLine(because as ReadyLine, true);
  }

  const notAnswered = (what: 'pain' | 'seizure') => (reminded && missing.includes(what) ? 'is-missing' : '');
  const holds = state === 'ask' && missing.every((one) => one === 'adult');
  return (
    <div class="bay ready">
      <BayGround />
      <header class="bay-head">
        <IconButton icon="back" label={text('common.back')} size="main" onPress={props.onLeave} />
        <h1 ref={title} tabIndex={-1}>
          {text('ready.title')}
        </h1>
        <CompanionPicture companion={child.companion} class="ready-companion" />
      </header>
      {state === 'not-today' ? (
        <main class="ready-body">
          <NotToday
            child={child}
            items={items}
            readiness={readiness}
            onBack={answers === noAnswers ? null : () => answer({ pain: null, painAt: null, seizure: null })}
            onEnd={() => {
              endToday();
              go({ screen: 'picker' });
            }}
          />
        </main>
      ) : (
        <main class="ready-body">
          <div class="ready-columns" ref={questions}>
            <div class="ready-asks">
              <section class={`card ready-ask ${notAnswered('pain')}`}>
                <h2>{text('ready.pain.ask')}</h2>
                <PainRow
                  label={text('ready.pain.ask')}
                  value={answers.pain}
                  numbered
                  onChoose={(pain) => answer({ pain, ...(pain === 0 ? { painAt: null } : {}) })}
                />
                {answers.pain !== null && answers.pain > 0 && (
                  <Chips
                    label={text('ready.pain.where')}
                    values={painPlaces}
                    value={answers.painAt}
                    toWords={(place) => text(`ready.place.${place}`)}
                    onChoose={(painAt) => answer({ painAt })}
                  />
                )}
              </section>
              <section class={`card ready-ask ${notAnswered('seizure')}`}>
                <h2>{text('ready.seizure.ask')}</h2>
                <Chips
                  label={text('ready.seizure.ask')}
                  values={['none', 'earlier', 'recent'] as const}
                  value={answers.seizure}
                  toWords={(time) => text(`ready.seizure.${time}`, { hours })}
                  onChoose={(seizure) => answer({ seizure })}
                />
              </section>
            </div>
            <section class="card ready-routine">
              <h2>{text('ready.routine')}</h2>
              <RoutineList child={child} asked={asked} lines={answers.lines} onChange={setLine} />
            </section>
          </div>
          <ChangedItems items={items} changed={readiness.items} />
          {state === 'wait' && <WaitNote because={readiness.because} onNow={makeWell} />}
          {reminded && missing.some((one) => one === 'pain' || one === 'seizure') && (
            <p class="ready-remind" role="alert">
              {text('ready.remind')}
            </p>
          )}
          {state !== 'wait' && (
            <div class="ready-buttons">
              {holds ? (
                <>
                  <HoldButton label={text('ready.hold.label')} holdMs={toOwnRule('adultHoldMs', child.safety)} onHeld={hold} />
                  <Button icon="close" size="main" onPress={() => answer({ adult: false })}>
                    {text('ready.hold.nobody')}
                  </Button>
                </>
              ) : (
                <Button kind="main" icon="check" size="play" class="ready-well" onPress={confirm}>
                  {text(Object.values(answers.lines).includes(false) ? 'ready.restWell' : 'ready.allWell')}
                </Button>
              )}
            </div>
          )}
        </main>
      )}
    </div>
  );
}

/** One of a few words, each a thumb wide; nothing is chosen beforehand. */
function Chips<V extends string>(props: {
  readonly label: string;
  readonly values: readonly V[];
  readonly value: V | null;
  toWords(value: V): string;
  onChoose(value: V): void;
}) {
  return (
    <fieldset class="ready-chips" aria-label={props.label}>
      {props.values.map((one) => (
        <Button key={one} pressed={one === props.value} onPress={() => props.onChoose(one)}>
          {props.toWords(one)}
        </Button>
      ))}
    </fieldset>
  );
}
