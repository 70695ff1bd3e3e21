import { createText } from '../core/text';
import type { DrillState, SetSpec } from '../drills/types';
import type { Frame } from '../movement/types';
import type { ChildProfile, Level, PlanItem } from '../plan/types';
import { startPlay } from '../play';
import type { Recording, RecordingHead, SessionRecord } from '../session/types';

/** What the `record` command asks of its page. */
export interface Recorder {
  set(): SetSpec;
  /** State and time of the running set; null once it is over. */
  look(): { readonly state: unknown; readonly nowMs: number } | null;
  done(): boolean;
  recording(): Recording;
}

const pxPerMm = 96 / 25.4;

/** Plays one set of a level on the whole page, through the app's own play, and keeps what would have been stored. */
export async function startRecording(level: Level, side: PlanItem['side']): Promise<void> {
  const records: SessionRecord[] = [];
  let ids = 0;
  const child: ChildProfile = {
    id: 'recorded',
    name: '',
    picture: 'whale',
    companion: { name: 'otter', aid: 'none' },
    touch: { accept: 'contact', holdMs: 0, mergeMs: 120, edgeRestMm: 8, palmMm: 35 },
    lockoutMs: 500,
    reachMm: null,
    play: { simplePicture: false, highContrast: false, reducedMotion: false, hand: 'right', volumes: { music: 0, effects: 0, voice: 0 } },
    weeklyGoal: null,
  };
  const item: PlanItem = {
    id: 'item',
    game: level.game,
    level: level.id,
    source: 'touch',
    side,
    dose: { sets: 1, restS: 0, sessionsPerWeek: 1 },
    params: level.params,
    bounds: {},
  };
  const parent = document.createElement('div');
  parent.style.cssText = 'position:fixed;inset:0;touch-action:none';
  document.body.append(parent);
  const { session } = await startPlay({
    child,
    item,
    level,
    parent,
    text: createText('en', []),
    pxPerMm,
    save: async (record) => {
      records.push(record);
      return { saved: true };
    },
    newId: () => `recorded-${level.id}-${++ids}`,
  });
  session.skipDemo();
  session.tick();
  const startedMs = session.stage.nowMs;
  const head = (): RecordingHead => {
    const set = records.find((record) => record.kind === 'set');
    if (set?.kind !== 'set') throw new Error('no set was started');
    return set.head;
  };
  const recorder: Recorder = {
    set: () => head().set,
    look() {
      if (session.stage.phase !== 'playing') return null;
      // Randomness and paths stay here: what a child can see is enough.
      const { rng: _, ...state } = session.stage.state as DrillState & { rng: unknown };
      return { state, nowMs: session.stage.nowMs - startedMs };
    },
    done: () => session.status.trialsDone >= head().set.sides.length,
    recording() {
      const parts = records.flatMap((record) => (record.kind === 'trial' ? [record.part] : []));
      return { ...head(), frames: parts.flatMap((part): readonly Frame[] => part.frames), cuts: parts.flatMap((part) => part.cuts) };
    },
  };
  Object.assign(window, { recorder });
}
