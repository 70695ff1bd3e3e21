import type { Millis } from '../core/units';
import type { PauseReason, Session } from './types';

/** What one session of several asks before it starts a set: all of them start their sets at the same moment. */
export interface Meeting {
  /** This session could start its nth set (1, 2 …): session time since when the set runs, or null while it waits for the others. */
  arrive(start: number): Millis | null;
  /** Session time since when the others run their nth set; null: they do not yet. */
  since(start: number): Millis | null;
}

/** A seat of one session among those that are played together. */
export interface Seat {
  /** Called once, with the session and what turns an instant of the common clock into its time. */
  take(session: Pick<Session, 'status' | 'pause' | 'resume'>, toSession: (baseMs: Millis) => Millis): void;
  readonly meeting: Meeting;
  /** Once in each frame, after the session's own tick: a pause of one is a pause of all, to the same moment. */
  follow(): void;
  /** The one session whose music and voice are heard: the first that still plays. */
  readonly isHeard: boolean;
  /** Whether this session's beat is the one that sounds; asked in each frame, with whether it has one now. All beats are the same. */
  leadsBeat(hasBeat: boolean): boolean;
}

/** Pauses that end for all as soon as one goes on; after any other the one in trouble has to be well again first. */
const softReasons: readonly (PauseReason | null)[] = ['asked', 'hidden', 'friend'];

/** Ties `count` sessions on one tablet together: common starts, common pauses, one music. `nowMs` tells the common clock. */
export function createTogether(count: number, nowMs: () => Millis): readonly Seat[] {
  const starts = new Map<number, Millis>();
  const places = Array.from({ length: count }, () => ({
    session: null as Pick<Session, 'status' | 'pause' | 'resume'> | null,
    toSession: (ms: Millis) => ms,
    arrived: 0,
    paused: false,
  }));
  let beatOf: (typeof places)[number] | null = null;
  const playing = () => places.filter(({ session }) => !session || session.status.ended === null);

  /** The first set begins for all when the first child wants to; later ones when all have rested. */
  const isMet = (start: number) => (start === 1 ? places.some(({ arrived }) => arrived >= 1) : playing().every(({ arrived }) => arrived >= start));

  return places.map((place) => ({
    take(session, toSession) {
      place.session = session;
      place.toSession = toSession;
    },
    meeting: {
      arrive(start) {
        place.arrived = Math.max(place.arrived, start);
        if (!starts.has(start) && isMet(start)) starts.set(start, nowMs());
        const at = starts.get(start);
        return at === undefined ? null : place.toSession(at);
      },
      since(start) {
        const at = starts.get(start);
        return at === undefined ? null : place.toSession(at);
      },
    },
    follow() {
      if (!place.session) return;
      const { phase, pausedFor } = place.session.status;
      const paused = phase === 'paused';
      if (paused === place.paused) return;
      place.paused = paused;
      const others = playing().flatMap((other) => (other !== place && other.session ? [other] : []));
      if (paused) {
        if (pausedFor !== 'friend') for (const other of others) pauseForFriend(other);
        return;
      }
      const inTrouble = others.some(({ session }) => session?.status.phase === 'paused' && !softReasons.includes(session.status.pausedFor));
      if (inTrouble) return pauseForFriend(place);
      for (const other of others) {
        other.paused = false;
        other.session?.resume();
      }
    },
    get isHeard() {
      return playing()[0] === place;
    },
    leadsBeat(hasBeat) {
      if (hasBeat) beatOf ??= place;
      else if (beatOf === place) beatOf = null;
      return beatOf === place;
    },
  }));
}

function pauseForFriend(place: { session: Pick<Session, 'status' | 'pause'> | null; paused: boolean }): void {
  place.session?.pause('friend');
  place.paused = true;
}
