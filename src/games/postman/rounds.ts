import type { Millis } from '../../core/units';
import type { WalkState } from '../../drills/walk/state';
import { pictureStepM, toDone, toShare, toStroll } from './progress';

/** Where the postman is, from what the drill tells; by an adult's thumb it strolls on by itself and pretends nothing. */
export interface Rounds {
  /** Lines of bunting that are earned: one for each tapped lap, or for each time round by the child's steps; one at least for each walk. */
  readonly lines: number;
  follow(state: Readonly<WalkState>, deltaMs: Millis): { readonly way: number; readonly how: 'step' | 'door' };
  /** Its place when the set is over. */
  end(state: Readonly<WalkState>): number;
  reset(state: Readonly<WalkState>): void;
}

/** One time round the market, when nobody's steps move the postman. */
const roundMs: Millis = 18_000;

/** The way of one scene; `round`: the market, else the lane. */
export function createRounds(round: boolean, still: boolean): Rounds {
  let [trial, base, strolledMs, way, lines, linesBefore, done, seenRounds] = [-1, 0, 0, 0, 0, 0, 0, 0];

  function meetTrial(state: Readonly<WalkState>): void {
    if (state.trial === trial) return;
    trial = state.trial;
    base = way;
    strolledMs = 0;
    linesBefore = lines;
    seenRounds = 0;
  }

  function followRound(state: Readonly<WalkState>): void {
    const { set, steps, laps } = state;
    if (state.phase !== 'cue') return;
    const rounds = set.byAdult ? strolledMs / roundMs : (steps.length * pictureStepM) / set.params.distanceM;
    if (rounds < seenRounds) {
      // The walk begins anew, after a pause or with the adult's first tap: from where the postman is.
      base = way;
      linesBefore = lines;
    }
    seenRounds = rounds;
    way = Math.max(way, base + rounds);
    const seen = laps > 0 || set.byAdult ? laps : Math.floor(rounds);
    lines = Math.max(lines, linesBefore + seen);
  }

  function toLanePlace(state: Readonly<WalkState>): number {
    const { set, steps } = state;
    if (state.phase !== 'cue') return toDone(state);
    return state.trial + (set.byAdult ? toStroll(strolledMs) : toShare(steps.length, set.params.distanceM));
  }

  return {
    get lines() {
      return lines;
    },
    follow(state, deltaMs) {
      meetTrial(state);
      if (state.phase === 'cue' && state.startedMs !== null) strolledMs += still ? 0 : deltaMs;
      else if (state.phase === 'cue' || state.phase === 'ready') strolledMs = 0;
      const now = toDone(state);
      if (now > done) {
        done = now;
        lines = Math.max(lines, linesBefore + 1);
      }
      if (round) followRound(state);
      else way = toLanePlace(state);
      return { way, how: state.phase === 'cue' && state.steps.length > 0 ? 'step' : 'door' };
    },
    end: (state) => (round ? way : state.set.sides.length),
    reset(state) {
      [trial, base, strolledMs, way] = [state.trial, 0, 0, 0];
      done = toDone(state);
      lines = done;
      linesBefore = done;
      seenRounds = 0;
    },
  };
}
