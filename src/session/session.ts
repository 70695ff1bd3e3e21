import { createRng } from '../core/rng';
import type { Help, Millis, Side } from '../core/units';
import type { DrillState, SetSpec } from '../drills/types';
import { createInterpreter } from '../movement/interpret/interpreters';
import type { Frame, MovementValue } from '../movement/types';
import { createDemo, type Demo, demoTrials, endsDemo } from './demo';
import { createRecords } from './records';
import { createRounds } from './rounds';
import { createRunner } from './runner';
import { createSaveQueue } from './save-queue';
import { toSetSpec } from './set-spec';
import type { SessionSetup } from './setup';
import { toSides } from './sides';
import { createStage } from './stage';
import type { EndReason, PauseReason, RecordingHead, Runner, Session, SessionPhase } from './types';

/** How long the end of a set is celebrated before the rest begins. */
const setEndMs = 5000;

/** A session of one plan item: demonstration, sets, rests, end. Nothing of it needs a screen. */
export function createSession<S extends DrillState = DrillState>(setup: SessionSetup): Session<S> {
  const { clock, drill, dose } = setup;
  const session = setup.turn?.session ?? setup.newId();
  const queue = createSaveQueue(setup.save);
  const records = createRecords({ ...setup, session }, queue);
  let { space, calibration } = setup;
  let phase: SessionPhase = 'demo';
  let beforePause: SessionPhase = 'demo';
  let pausedFor: PauseReason | null = null;
  let help: Help = 0;
  let phaseSinceMs = clock.nowMs();
  let startedMs = clock.nowMs();
  let setNumber = 0;
  let run = 0;
  let ended: EndReason | null = null;
  let activeMs = setup.turn?.activeMs ?? 0;
  let trialsDone = 0;
  let reached = 0;
  let starts = 0;
  let waits = false;
  let { side } = setup;
  let changed = false;
  let tired = false;
  let sidesLeft: readonly (Side | null)[] = [];
  let runner: Runner<S>;
  let demo: Demo<S>;
  let frames: Frame[] = [];
  let cuts: Millis[] = [];
  let begun = false;
  const rounds = createRounds(setup);
  let interpretLive = createInterpreter(drill.movement, calibration);
  let live: Partial<MovementValue> = {};

  const toSpec = (sides: readonly (Side | null)[]): SetSpec => toSetSpec(setup, { params: rounds.params, sides, space, source: calibration.source });
  const localMs = () => clock.nowMs() - phaseSinceMs;

  /** The state that is drawn: the companion's until the first set starts. */
  const shown = (): S => (phase === 'demo' || (phase === 'paused' && beforePause === 'demo') || !begun ? demo.state : runner.state);

  startDemo();

  function enter(next: SessionPhase, sinceMs: Millis = clock.nowMs()): void {
    phase = next;
    phaseSinceMs = sinceMs;
  }

  function startDemo(): void {
    const spec = toSpec(toSides(side, demoTrials));
    demo = createDemo<S>(drill, spec, setup.seed, calibration);
    run += 1;
    enter('demo');
  }

  /** The body as it is drawn starts anew: what was on the glass before is not there now. */
  function newHands(): void {
    interpretLive = createInterpreter(drill.movement, calibration);
    live = {};
  }

  function showLive(heard: readonly Frame[], nowMs: Millis): void {
    const signals = interpretLive(heard, nowMs);
    const side = sidesLeft[runner.state.trial] ?? null;
    // A camera tells both sides in each frame; drawn is the one that this trial asks for.
    const signal = signals.findLast(({ value }) => side !== null && 'side' in value && value.side === side) ?? signals.at(-1);
    if (signal) live = { [drill.movement]: signal.value };
  }

  function startSet(sides: readonly (Side | null)[], sinceMs: Millis = clock.nowMs()): void {
    if (!begun) {
      begun = true;
      startedMs = clock.nowMs() - (setup.turn?.elapsedMs ?? 0);
      if (setup.turn?.first !== false) records.begin();
    }
    sidesLeft = sides;
    frames = [];
    cuts = [];
    run += 1;
    const seed = `${setup.seed}/${run}`;
    const head: RecordingHead = { format: 1, game: setup.game, drill: drill.id, drillVersion: drill.version, set: toSpec(sides), seed, calibration };
    runner = createRunner<S>({ drill, set: head.set, seed, calibration });
    newHands();
    records.startSet(rounds.level, head);
    enter('playing', sinceMs);
    // A hand that helps goes on helping in the next set.
    if (help > 0) frames.push(runner.push({ kind: 'adult', capturedMs: 0, deliveredMs: 0, rep: false, help }));
  }

  /** Starts the next set; with others on the same tablet not before all of them can. */
  function startNextSet(): void {
    const sinceMs = setup.meeting ? setup.meeting.arrive(starts + 1) : clock.nowMs();
    waits = sinceMs === null;
    if (sinceMs === null) return;
    starts += 1;
    rounds.next();
    if (!rounds.isWarmUp) setNumber += 1;
    changed = false;
    startSet(toSides(side, Number(rounds.params.trials)), sinceMs);
  }

  function keepResults(before: number): void {
    const results = runner.state.results.slice(before);
    rounds.add(results);
    for (const result of results) {
      trialsDone += 1;
      tired = setup.tires?.(result, rounds.params) || tired;
      if (result.outcome === 'success' || result.outcome === 'assisted') reached += 1;
      records.trial(result, { frames, cuts });
      frames = [];
      cuts = [];
    }
  }

  function advanceDemo(): void {
    demo.advanceTo(localMs());
    if (demo.state.done || (setup.meeting && setup.meeting.since(starts + 1) !== null)) startNextSet();
  }

  function advanceSet(): void {
    const before = runner.state.results.length;
    runner.advanceTo(localMs());
    // A lift is known only when the time for tremor is over, without any frame.
    showLive([], localMs());
    keepResults(before);
    if (runner.state.done) {
      activeMs += localMs();
      endRound();
      enter('set-end');
    } else if (runner.state.results.slice(before).some(({ outcome }) => outcome === 'lost')) pause('lost');
    else if (tired) pause('tired');
    else if (changed && runner.state.results.length > before) {
      changed = false;
      splitSet(toSides(side, sidesLeft.length - runner.state.results.length));
    }
  }

  /** The running set ends where it is; its other trials are played as a new one. */
  function splitSet(left: readonly (Side | null)[]): void {
    activeMs += localMs();
    if (left.length > 0) startSet(left);
  }

  /** A tap of an adult's thumb says that it was done, not how hard it was: such rounds change nothing. */
  function endRound(): void {
    const end = calibration.source === 'adult' ? null : rounds.finish();
    if (end) records.adjust(end);
  }

  function pause(reason: PauseReason): void {
    if (phase === 'ended' || phase === 'paused') return;
    tired = false;
    cutSet();
    beforePause = phase;
    phase = 'paused';
    pausedFor = reason;
    clock.pause();
  }

  function cutSet(): void {
    if (phase !== 'playing') return;
    const before = runner.state.results.length;
    runner.advanceTo(localMs());
    cuts.push(runner.cut());
    newHands();
    keepResults(before);
  }

  function end(reason: EndReason): void {
    if (ended) return;
    if (phase === 'paused') phase = beforePause;
    if (phase === 'playing') {
      cutSet();
      activeMs += localMs();
    }
    ended = reason;
    enter('ended');
    if (begun && (setup.turn?.last !== false || reason !== 'finished')) records.end(reason, activeMs);
  }

  const stage = createStage<S>({
    phase: () => phase,
    state: shown,
    live: () => (phase === 'playing' ? live : {}),
    run: () => run,
    nowMs: () => clock.nowMs(),
    runMs: localMs,
    celebrated: () => phase === 'demo' || rounds.isCelebrated(shown().trial),
    space: () => space,
    rng: createRng(setup.seed).fork('stage'),
    look: setup.look,
    text: setup.text,
  });

  return {
    stage,
    settled: queue.settled,
    get status() {
      return {
        session,
        phase,
        game: setup.game,
        set: setNumber,
        sets: dose.sets,
        trial: shown().trial,
        trials: Number(rounds.params.trials),
        restLeftS: phase === 'resting' ? Math.max(0, dose.restS - localMs() / 1000) : 0,
        trialsDone,
        reached,
        unsaved: queue.unsavedTrials,
        problem: queue.problem,
        ended,
        pausedFor: phase === 'paused' ? pausedFor : null,
        source: calibration.source,
        help,
        elapsedMs: begun ? clock.nowMs() - startedMs : (setup.turn?.elapsedMs ?? 0),
        activeMs,
      };
    },
    push(frame) {
      if (frame.kind === 'adult') help = frame.help;
      if (phase === 'demo' && endsDemo(frame)) startNextSet();
      if (phase !== 'playing') return;
      const shifted = { ...frame, capturedMs: frame.capturedMs - phaseSinceMs, deliveredMs: frame.deliveredMs - phaseSinceMs };
      frames.push(runner.push(shifted));
      showLive([shifted], shifted.deliveredMs);
    },
    tick() {
      if (phase === 'ended' || phase === 'paused') return;
      if (begun && clock.nowMs() - startedMs >= setup.capMs) end('cap');
      else if (phase === 'demo') advanceDemo();
      else if (phase === 'playing') advanceSet();
      else if (phase === 'set-end' && localMs() >= setEndMs) {
        if (rounds.isWarmUp) startNextSet();
        else if (setNumber >= dose.sets) end('finished');
        else enter('resting');
      } else if (phase === 'resting' && (waits || localMs() >= dose.restS * 1000)) startNextSet();
    },
    pause: (reason = 'asked') => pause(reason),
    resume() {
      if (phase !== 'paused') return;
      phase = beforePause;
      clock.resume();
      // A trial that was decided as the pause fell may have been the last one.
      if (phase === 'playing' && runner.state.done) {
        endRound();
        enter('set-end');
      }
    },
    fit(newSpace, newCalibration) {
      if (phase === 'ended') return;
      space = newSpace;
      calibration = newCalibration;
      const paused = phase === 'paused';
      const was = paused ? beforePause : phase;
      if (was === 'demo') startDemo();
      else if (was === 'playing' && !runner.state.done) {
        if (!paused) cutSet();
        splitSet(sidesLeft.slice(runner.state.results.length));
      } else return;
      if (paused) [beforePause, phase] = [was, 'paused'];
    },
    change(to) {
      rounds.change(to.params, to.level);
      side = to.side;
      changed = true;
    },
    skipDemo() {
      if (phase === 'demo') startNextSet();
    },
    skipRest() {
      if (phase === 'resting') startNextSet();
    },
    end,
  };
}
