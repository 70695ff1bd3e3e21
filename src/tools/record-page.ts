import { createRng } from '../core/rng';
import { createText } from '../core/text';
import type { Millis } from '../core/units';
import type { Abilities } from '../drills/types';
import { findGame } from '../games/registry';
import type { Frame, SourceKind, TouchContact } from '../movement/types';
import { fixedAdaptation } from '../plan/adaptation';
import type { ChildProfile, Level, PlanItem } from '../plan/types';
import { startPlay } from '../play/start-play';
import { tickMs } from '../session/runner';
import type { Recording, RecordingHead, SessionRecord } from '../session/types';
import { emptyFold } from '../store/fold';
import { toProfile } from '../store/profile';
import type { WishedTouch } from './record';

/** What the `record` command asks of its page. */
export interface Recorder {
  done(): boolean;
  recording(): Recording;
}

const pxPerMm = 96 / 25.4;

/** Plays one set of a level on the whole page, through the app's own play, and keeps what would have been stored. */
export async function startRecording(level: Level, side: PlanItem['side'], source: SourceKind, abilities: Abilities | null): Promise<void> {
  const records: SessionRecord[] = [];
  let ids = 0;
  // The usual settings of a new child, without sound.
  const usual = toProfile('recorded', emptyFold);
  const child: ChildProfile = { ...usual, play: { ...usual.play, volumes: { music: 0, effects: 0, voice: 0 } } };
  const item: PlanItem = {
    id: 'item',
    game: level.game,
    level: level.id,
    source,
    side,
    dose: { sets: 1, restS: 0, sessionsPerWeek: 1 },
    params: level.params,
    bounds: {},
    adapt: fixedAdaptation,
  };
  const parent = document.createElement('div');
  parent.style.cssText = 'position:fixed;inset:0;touch-action:none';
  document.body.append(parent);
  const { session } = await startPlay({
    sessionsBefore: 0,
    turn: null,
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
    prepared: null,
    ranges: {},
    newId: () => `recorded-${level.id}-${++ids}`,
  });
  session.skipDemo();
  session.tick();
  const startedMs = session.stage.nowMs;
  await session.settled();
  const head = (): RecordingHead => {
    const set = records.find((record) => record.kind === 'set');
    if (set?.kind !== 'set') throw new Error('no set was started');
    return set.head;
  };
  const drill = findGame(level.game)?.drill;
  if (abilities && drill) {
    const { set } = head();
    const rng = createRng(level.id);
    const act = drill.createSyntheticChild(set, abilities, rng);
    let seenMs = 0;
    const look = setInterval(() => {
      if (session.stage.phase !== 'playing') return clearInterval(look);
      // A busy page looks seldom; the finger has moved all the while, as a real one does.
      for (const nowMs = session.stage.nowMs - startedMs; seenMs <= nowMs; seenMs += tickMs) {
        for (const frame of act(session.stage.state, seenMs)) {
          if (frame.kind === 'touch') touchGlass(frame.contacts, nowMs - seenMs);
        }
      }
    }, 8);
  }
  const recorder: Recorder = {
    done: () => session.status.trialsDone >= head().set.sides.length,
    recording() {
      const parts = records.flatMap((record) => (record.kind === 'trial' ? [record.part] : []));
      return { ...head(), frames: parts.flatMap((part): readonly Frame[] => part.frames), cuts: parts.flatMap((part) => part.cuts) };
    },
  };
  Object.assign(window, { recorder });
}

/** Asks the command for a real touch event, stamped `agoMs` before this moment. */
function touchGlass(contacts: readonly TouchContact[], agoMs: Millis): void {
  const { sendTouch } = window as unknown as { sendTouch(touch: WishedTouch): void };
  sendTouch({ contacts, epochMs: performance.timeOrigin + performance.now() - agoMs });
}

Object.assign(window, { startRecording });
