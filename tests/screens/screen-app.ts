import type { SourceState } from '../../src/movement/types';
import { noOffline } from '../../src/offline/types';
import type { PlanItem } from '../../src/plan/types';
import { mountApp } from '../../src/screens/app';
import type { AppContext, PlayOptions } from '../../src/screens/app-context';
import type { Session, SessionStatus } from '../../src/session/types';
import type { OpenedStore } from '../../src/store/types';
import { createScriptedSource, type ScriptedSource } from './scripted-source';
import { createWholeText, levels, newId, today } from './therapist-app';

/** A session without a picture: its status is what the test says, its calls are written down. */
export interface ScriptedPlay {
  readonly options: PlayOptions;
  readonly calls: readonly string[];
  show(status: Partial<SessionStatus>): void;
  /** How the next source that play is asked to go on by stands; running unless told. */
  answer(state: SourceState): void;
}

/** The app on a page of its own, with scripted play. */
export interface ShownApp {
  readonly plays: readonly ScriptedPlay[];
  /** Sources that were opened for their set-up, the newest last. */
  readonly sources: readonly ScriptedSource[];
  leave(): void;
}

/** Mounts the whole shell at `hash` over a store, as `main.ts` does, but for the game. */
export function showApp(
  opened: OpenedStore,
  hash: string,
  languages: readonly string[] = ['en'],
  /** How each source stands that is opened for its set-up; null: it cannot even be loaded. */
  answers: (opening: number) => SourceState | null = () => ({ state: 'running' }),
  /** Changes every line of words. */
  toLine?: (line: string) => string,
): ShownApp {
  location.hash = hash;
  const root = document.createElement('div');
  document.body.append(root);
  const plays: ScriptedPlay[] = [];
  const sources: ScriptedSource[] = [];
  const app: AppContext = {
    opened,
    offline: noOffline,
    levels,
    loadLevels: async () => levels,
    today: () => today,
    now: () => `${today}T10:00:00.000Z`,
    newId,
    languages,
    loadText: async (language) => createWholeText(language, toLine),
    loadMoreText: async () => undefined,
    async startPlay(options) {
      const { play, session, destroy, thumb } = createScriptedPlay(options);
      plays.push(play);
      return Object.assign(thumb, { session, destroy });
    },
    async prepareSource(kind) {
      const state = answers(sources.length);
      const source = createScriptedSource(kind, state ?? { state: 'broken', why: 'not loaded' });
      sources.push(source);
      if (!state) throw new Error('the source could not be loaded');
      return source.prepared;
    },
  };
  const unmount = mountApp(root, app);
  return {
    plays,
    sources,
    leave() {
      unmount();
      root.remove();
    },
  };
}

/** Answers the ready card as an adult does where all is well; returns the number of taps. Nothing is done where there is no card. */
export async function passReady(): Promise<number> {
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  for (let i = 0; i < 40 && !find('.ready-well') && !find('.play, .set-up'); i++) await wait(25);
  if (!find('.ready-well')) return 0;
  const taps = ['.face-row button', '.ready-ask:last-child .ready-chips button', '.ready-well'];
  for (const selector of taps) {
    find(selector)?.click();
    await wait(25);
  }
  const hold = find('.hold-button');
  if (!hold) return taps.length;
  hold.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
  for (let i = 0; i < 200 && !find('.hold-button.is-yes'); i++) await wait(25);
  find('.hold-button')?.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, button: 0 }));
  await wait(25);
  return taps.length + 1;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function createScriptedPlay(options: PlayOptions) {
  const calls: string[] = [];
  let status: SessionStatus = {
    session: '00000000-0000-4000-8000-000000000001',
    phase: 'playing',
    game: options.item.game,
    set: 1,
    sets: 2,
    trial: 1,
    trials: 6,
    restLeftS: 0,
    trialsDone: 0,
    reached: 0,
    unsaved: 0,
    problem: null,
    ended: null,
    pausedFor: null,
    source: options.item.source,
    help: 0,
    elapsedMs: 0,
    activeMs: 0,
  };
  const show = (change: Partial<SessionStatus>) => {
    status = { ...status, ...change };
  };
  let answer: SourceState = { state: 'running' };
  const nothing = () => undefined;
  const session: Omit<Session, 'stage'> = {
    get status() {
      return status;
    },
    push: nothing,
    tick: nothing,
    fit: nothing,
    change: nothing,
    skipDemo: () => void calls.push('skipDemo'),
    skipRest: () => void calls.push('skipRest'),
    pause(reason = 'asked') {
      calls.push('pause');
      show({ phase: 'paused', pausedFor: reason });
    },
    resume() {
      calls.push('resume');
      show({ phase: 'playing', pausedFor: null });
    },
    end(reason) {
      calls.push(`end ${reason}`);
      show({ phase: 'ended', ended: reason });
    },
    settled: async () => undefined,
  };
  const thumb = {
    change: (to: { readonly item: PlanItem }) => void calls.push(`change ${to.item.level} ${to.item.side} ${JSON.stringify(to.item.params)}`),
    beside: [] as SessionStatus['source'][],
    async recordBeside(kind: SessionStatus['source']) {
      calls.push(`recordBeside ${kind}`);
      thumb.beside.push(kind);
      return { state: 'running' as const };
    },
    tap: () => void calls.push('tap'),
    setHelp(help: SessionStatus['help']) {
      calls.push(`help ${help}`);
      show({ help });
    },
    open: options.prepared?.open ?? null,
    release: () => null,
    async playBy(kind: SessionStatus['source']) {
      calls.push(`playBy ${kind}`);
      if (answer.state === 'running') {
        thumb.open = null;
        show({ source: kind });
      }
      return answer;
    },
  };
  const told = (state: SourceState) => {
    answer = state;
  };
  return { play: { options, calls, show, answer: told }, session: session as Session, thumb, destroy: () => void calls.push('destroy') };
}
