import type { Millis, Ratio } from '../../core/units';
import type { HandContact } from '../../movement/types';
import { finish, isCarried, leadMs } from './guide';
import type { PathState, PathWay, PointMm, Trace } from './state';
import { away, findAlong, pointAlong, toEndMm } from './ways';

/** Screens report only changes: after a longer gap the finger had stood still. */
const stillGapMs: Millis = 40;
const samplePeriodMs: Millis = 16;
/** Between two places of one hand the way is followed in steps of this length. */
const stepMm = 5;
/** Where any movement counts, a hand has moved once it has come this far: more than the noise of any source. */
const anyMoveMm = 25;
/** A hand that comes back takes the path up again within a finger's breadth of where it is drawn up to. */
const rejoinMm = 10;
/** A hand that has made less way on a path only rests there. */
export const leastTravelMm = 10;
/** Shares at which the child is compared with the guide; the end counts early, so it tells nothing. */
const markShares: readonly Ratio[] = [0.25, 0.5, 0.75];
/** The end counts a little before it: half a corridor, but never more than this share of the path. */
const mostEndShare = 0.15;

/** All hands as they were at this time: begins paths, draws them, and finds their end. */
export function followHands(state: PathState, contacts: readonly HandContact[], atMs: Millis): void {
  const { memory } = state;
  const pressed = meetSwitch(state, contacts);
  const drawing = contacts.filter((contact) => contact.scanLine === undefined);
  for (const [id, trace] of memory.traces) if (!drawing.some((contact) => contact.id === id)) trace.last = null;
  const moves = state.phase === 'cue' && state.rhythm === null;
  if (moves && (pressed || drawing.some((contact) => hasMoved(state, contact)))) start(state, atMs);
  if (isCarried(state)) return;
  for (const contact of drawing) {
    if (memory.scans) choosePlace(state, contact, atMs);
    else followHand(state, contact, atMs);
  }
  if (!memory.scans) countHands(state, drawing);
}

/** Sets all guides off: a hand that moved in any way, or a path that waits for nobody. */
export function start(state: PathState, atMs: Millis): void {
  state.memory.beganMs ??= atMs;
  for (const way of state.ways) {
    way.begun = true;
    way.guideFromMs ??= atMs;
  }
}

/** Hands that wait at the start when the path appears begin it at once. */
export function meetWaitingHands(state: PathState): void {
  const { memory } = state;
  if (isCarried(state)) return;
  for (const { id, xMm, yMm, scanLine } of state.hands) {
    if (scanLine !== undefined || memory.scans) continue;
    const trace = toTrace(state, id);
    trace.last = { tMs: memory.cueMs, x: xMm, y: yMm };
    beginNear(state, trace, trace.last, memory.cueMs);
  }
}

/** Follows a switch that scans; true for its press: its line turns, or the place where its lines cross is chosen. */
export function meetSwitch(state: PathState, contacts: readonly HandContact[]): boolean {
  const { memory } = state;
  const line = contacts.find((contact) => contact.scanLine !== undefined)?.scanLine ?? null;
  if (line !== null) memory.scans = true;
  const before = memory.scanLine;
  memory.scanLine = line;
  if (!memory.scans || before === null) return false;
  return (before === 'upright' && line === 'level') || (line === null && contacts.some((contact) => contact.counts));
}

/** A hand that rested at the cue, or one in the air, must come so far; a new touch or a press is a movement by itself. */
function hasMoved({ memory }: PathState, { id, xMm, yMm, counts, side }: HandContact): boolean {
  const before = memory.seenAt.get(id);
  if (!before) memory.seenAt.set(id, { x: xMm, y: yMm, rested: false });
  else if (away(before, { x: xMm, y: yMm }) >= anyMoveMm) return true;
  return counts && side === null && before?.rested !== true;
}

/** A switch chooses places: one in the corridor draws the path up to there, one at the end all of it. */
function choosePlace(state: PathState, contact: HandContact, atMs: Millis): void {
  if (!contact.counts) return;
  const at = { x: contact.xMm, y: contact.yMm };
  for (const way of state.ways) {
    if (way.done) continue;
    const { share, offMm } = findAlong(way.place, at);
    if (offMm > toEndMm(state.set.params) || share <= way.along) continue;
    begin(state, way, atMs);
    pass(way, share, atMs);
    if (share >= 1 - toEndShare(state, way)) finish(way, atMs);
    return;
  }
}

function followHand(state: PathState, contact: HandContact, atMs: Millis): void {
  const trace = toTrace(state, contact.id);
  const at = { tMs: atMs, x: contact.xMm, y: contact.yMm };
  const from = trace.last ?? at;
  const fromMs = atMs - from.tMs > stillGapMs ? Math.max(from.tMs, atMs - samplePeriodMs) : from.tMs;
  const way = state.ways.find((one) => one.id === trace.way);
  if (way?.begun && !way.done && trace.last) measure(state, trace, way, from, at);
  const steps = Math.max(1, Math.ceil(away(from, at) / stepMm));
  for (let i = 1; i <= steps; i++) {
    const part = i / steps;
    drawTo(state, trace, { x: from.x + (at.x - from.x) * part, y: from.y + (at.y - from.y) * part }, fromMs + (atMs - fromMs) * part);
  }
  trace.last = at;
}

function drawTo(state: PathState, trace: Trace, at: PointMm, atMs: Millis): void {
  const now = state.ways.find((one) => one.id === trace.way);
  if (!now || now.done) beginNear(state, trace, at, atMs);
  const way = state.ways.find((one) => one.id === trace.way);
  if (!way || way.done || !way.begun) return;
  const { share, offMm } = findAlong(way.place, at);
  if (offMm > state.set.params.corridorMm / 2) {
    trace.joined = false;
    return;
  }
  const gap = share - way.along;
  if (gap * way.place.lengthMm <= rejoinMm) trace.joined = true;
  if (gap <= 0) return;
  if (trace.joined || gap <= way.skipLeft) {
    // What was passed outside the corridor, or jumped over, is taken from the share that may be left out.
    if (!trace.joined) way.skipLeft -= gap;
    trace.joined = true;
    pass(way, share, atMs);
    if (share >= 1 - toEndShare(state, way)) finish(way, atMs);
  }
}

/** A hand takes up the path whose start it is at, or the one in whose corridor it goes on. */
function beginNear(state: PathState, trace: Trace, at: PointMm, atMs: Millis): void {
  const { params } = state.set;
  const isHere = (way: PathWay) => {
    if (way.done) return false;
    if (!way.begun) return away(at, pointAlong(way.place, 0)) <= toEndMm(params);
    const { share, offMm } = findAlong(way.place, at);
    return offMm <= params.corridorMm / 2 && share <= way.along + way.skipLeft;
  };
  const nearest = (way: PathWay) => away(at, pointAlong(way.place, way.along));
  const way = state.ways.filter(isHere).sort((p, q) => nearest(p) - nearest(q))[0];
  if (!way) {
    trace.way = null;
    return;
  }
  Object.assign(trace, { way: way.id, joined: !way.begun });
  begin(state, way, atMs);
}

function begin(state: PathState, way: PathWay, atMs: Millis): void {
  const { memory } = state;
  if (way.begun) return;
  way.begun = true;
  memory.beganMs ??= atMs;
  // A hand that waits at the start sees the path before the guide sets off.
  way.guideFromMs ??= Math.max(atMs, memory.cueMs + leadMs);
}

function pass(way: PathWay, share: Ratio, atMs: Millis): void {
  way.along = Math.max(way.along, share);
  for (const mark of markShares) if (way.along >= mark && !way.passedMs.has(mark)) way.passedMs.set(mark, atMs);
}

function toEndShare({ set }: PathState, way: PathWay): Ratio {
  return Math.min(mostEndShare, set.params.corridorMm / 2 / way.place.lengthMm);
}

function measure(
  state: PathState,
  trace: Trace,
  way: PathWay,
  from: PointMm & { readonly tMs: Millis },
  at: PointMm & { readonly tMs: Millis },
): void {
  const half = state.set.params.corridorMm / 2;
  const ms = at.tMs - from.tMs;
  if (ms <= 0) return;
  const [first, second] = [findAlong(way.place, from).offMm, findAlong(way.place, at).offMm];
  const stillMs = ms > stillGapMs ? ms - samplePeriodMs : 0;
  const movingMs = ms - stillMs;
  trace.onMs += ms;
  trace.insideMs += (first <= half ? stillMs + movingMs / 2 : 0) + (second <= half ? movingMs / 2 : 0);
  trace.squareMm2Ms += first * first * (stillMs + movingMs / 2) + (second * second * movingMs) / 2;
  trace.travelMm += away(from, at);
}

/** Two hands on one path: nobody can tell whose way is measured. */
function countHands({ memory, ways }: PathState, drawing: readonly HandContact[]): void {
  for (const way of ways) {
    const here = drawing.filter(({ id }) => {
      const trace = memory.traces.get(id);
      return trace?.way === way.id && trace.travelMm >= leastTravelMm;
    });
    memory.mostHands = Math.max(memory.mostHands, here.length);
  }
}

/** Counts hands that come to the start of the path that is not asked for. */
export function watchOther(state: PathState, contacts: readonly HandContact[]): void {
  const { memory, other } = state;
  if (!other || state.ways.some((way) => way.begun)) return;
  for (const { id, xMm, yMm, scanLine, counts } of contacts) {
    const isThere =
      scanLine === undefined && (!memory.scans || counts) && away({ x: xMm, y: yMm }, pointAlong(other.place, 0)) <= toEndMm(state.set.params);
    if (!isThere) memory.atOther.delete(id);
    else if (!memory.atOther.has(id)) {
      memory.atOther.add(id);
      memory.otherStarts += 1;
    }
  }
}

function toTrace({ memory }: PathState, id: number): Trace {
  const known = memory.traces.get(id);
  if (known) return known;
  const made: Trace = { way: null, last: null, joined: false, onMs: 0, insideMs: 0, squareMm2Ms: 0, travelMm: 0 };
  memory.traces.set(id, made);
  return made;
}
