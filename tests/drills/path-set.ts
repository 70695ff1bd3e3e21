import { createRng } from '../../src/core/rng';
import type { Help } from '../../src/core/units';
import { pathDrill } from '../../src/drills/path/drill';
import type { PathParams } from '../../src/drills/path/params';
import type { PathState, PathWay, PointMm } from '../../src/drills/path/state';
import { pointAlong } from '../../src/drills/path/ways';
import type { Params, SetSpec } from '../../src/drills/types';
import type { HandContact, MovementSignal } from '../../src/movement/types';
import { toPlaySpace } from '../../src/session/space';

const calm: Params<PathParams> = {
  mode: 'alone',
  trials: 4,
  pattern: 'd1',
  directions: 'up-and-back',
  hands: 'one',
  lengthMm: 120,
  lengthReachPct: 0,
  corridorMm: 40,
  insidePct: 70,
  guideS: 3,
  windowMs: 15000,
  restMs: 1000,
  others: 0,
};

/** A set of diagonals, 120 mm long and 40 mm wide, on a field of 260 x 170 mm. */
export function createPathSet(params: Partial<Params<PathParams>> = {}, over: Partial<SetSpec<PathParams>> = {}): SetSpec<PathParams> {
  const all = { ...calm, ...params };
  return { params: all, sides: Array(all.trials).fill('right'), space: toPlaySpace(260, 170, null), lockoutMs: 500, ...over };
}

/** A child's hand over a running set, moved by the test in millimetres, 100 readings a second, each known so long after it was made. */
export function drawByHand(set: SetSpec<PathParams>, lagMs = 0, seed = 'hand') {
  const state: PathState = pathDrill.start(set, createRng(seed));
  let nowMs = 0;
  let under: MovementSignal<'reach'>[] = [];
  const step = () => {
    nowMs += 10;
    const known = under.filter(({ deliveredMs }) => deliveredMs <= nowMs);
    under = under.filter(({ deliveredMs }) => deliveredMs > nowMs);
    pathDrill.step(state, known, nowMs);
  };
  const wait = (ms: number) => {
    for (let left = ms; left > 0; left -= 10) step();
  };
  const tell = (contacts: readonly HandContact[], quality = 1) => {
    under.push({ capturedMs: nowMs + 10, deliveredMs: nowMs + 10 + lagMs, value: { contacts }, quality });
    step();
  };
  const hand = ({ x, y }: PointMm, id = 1, more: Partial<HandContact> = {}): HandContact => ({
    id,
    xMm: x,
    yMm: y,
    side: null,
    counts: true,
    ...more,
  });
  const way = (i = 0): PathWay => {
    const found = state.ways[i];
    if (!found) throw new Error('no path is shown');
    return found;
  };
  const tick = (until: () => boolean) => {
    for (let i = 0; i < 20_000 && !until(); i++) step();
  };
  return {
    state,
    wait,
    tell,
    hand,
    way,
    at: (share: number, i = 0) => pointAlong(way(i).place, share),
    /** Slides along the path, evenly, from one share of it to another; `off` moves the hand aside. */
    draw(from: number, to: number, ms: number, off: PointMm = { x: 0, y: 0 }, i = 0, id = 1) {
      for (let t = 10; t <= ms; t += 10) {
        const { x, y } = pointAlong(way(i).place, from + ((to - from) * t) / ms);
        if (state.phase !== 'after') tell([hand({ x: x + off.x, y: y + off.y }, id)]);
      }
    },
    touchStart(i = 0, id = 1) {
      tell([hand(pointAlong(way(i).place, 0), id)]);
    },
    lift: () => tell([]),
    waitForCue: () => tick(() => state.phase === 'cue' || state.phase === 'go' || state.done),
    waitForResult() {
      const count = state.results.length;
      tick(() => state.results.length > count);
      return state.results[count];
    },
    tap(help: Help = 0) {
      state.help = help;
      pathDrill.markRep(state, { capturedMs: nowMs, deliveredMs: nowMs, value: { help }, quality: 1 }, nowMs);
    },
    pause: () => pathDrill.repeatTrial(state, nowMs),
    get nowMs() {
      return nowMs;
    },
  };
}
