import * as Phaser from 'phaser';
import { toBeatNumber } from '../../drills/gait/beat';
import type { GaitState, GaitStep } from '../../drills/gait/state';
import type { SessionPhase, Stage } from '../../session/types';
import { type CompanionView, createCompanion, loadCompanion } from '../kit/companion';
import { freeTexturesOnShutdown } from '../kit/glow';
import { createShades, type Shades } from '../kit/shades';
import type { Sound } from '../kit/sound';
import { createFlutter, type Flutter } from './flutter';
import { createKites, type Kites } from './kites';
import { type Layout, toLayout } from './layout';
import { createLine, type Line } from './line';
import { createMarcher, type Marcher } from './marcher';
import { toMood } from './moods';
import { loadPictures } from './pictures';
import { isNearBeat, toDone, toFriends } from './progress';
import { createPlainGround, createScenery, type Scenery } from './scenery';
import { createStones, type Stones } from './stones';
import { parts } from './tune';
import { createWay } from './way';

/** Paces of a bout whose steps nobody saw: by an adult's tap, or when the parade came along by itself. */
const unseenPaces = 4;

/** A parade on the harbour's promenade; draws the stage's gait state as it is in each frame. */
export class ParadeScene extends Phaser.Scene {
  private readonly stage: Stage<GaitState>;
  private readonly sounds: Sound;
  private layout!: Layout;
  private scenery!: Scenery;
  private stones!: Stones;
  private line!: Line;
  private kites!: Kites;
  private flutter!: Flutter | null;
  private marcher!: Marcher;
  private companion!: CompanionView;
  private shades!: Shades;
  private phase: SessionPhase | null = null;
  private run = -1;
  private trial = -1;
  private cued = -1;
  private seenSteps = 0;
  private celebrated = 0;
  private helped = false;
  private readonly way = createWay();
  private walked = 0;
  private sincePaceMs = Number.POSITIVE_INFINITY;
  /** Time of all that moves by itself; stands still while paused and with reduced motion. */
  private calmMs = 0;

  constructor(stage: Stage<GaitState>, sound: Sound) {
    super('parade');
    this.stage = stage;
    this.sounds = sound;
  }

  preload(): void {
    const { look, space } = this.stage;
    freeTexturesOnShutdown(this);
    this.layout = toLayout(this.scale.width, this.scale.height, space, look);
    loadPictures(this, this.layout, toMood(look.variation), !look.simplePicture);
    loadCompanion(this, look, this.layout.companion.height);
  }

  create(): void {
    const { stage, layout } = this;
    const { look } = stage;
    const mood = toMood(look.variation);
    const full = !look.simplePicture;
    this.scenery = full ? createScenery(this, layout, mood, look, stage.rng.fork('promenade')) : createPlainGround(this, layout, look);
    this.kites = createKites(this, layout, !full, look.reducedMotion);
    this.line = createLine(this, layout, full);
    this.flutter = full && !look.reducedMotion ? createFlutter(this, layout, mood) : null;
    this.shades = createShades(this, layout);
    this.stones = createStones(this, layout, look);
    const { x, footY, height } = layout.companion;
    this.companion = createCompanion(this, look, x, footY, height, layout.mirrored);
    this.companion.root.setDepth(45).setName('companion');
    this.marcher = createMarcher(this.companion, layout, look);
    this.phase = null;
    this.run = -1;
  }

  override update(_time: number, deltaMs: number): void {
    const { stage } = this;
    const { state, look } = stage;
    const nowMs = stage.runMs;
    if (stage.run !== this.run) this.meetRun();
    if (stage.phase !== this.phase) this.meetPhase(stage.phase);
    const paused = stage.phase === 'paused';
    if (!paused && !look.reducedMotion) this.calmMs += deltaMs;
    if (!paused) this.sincePaceMs += deltaMs;
    const plays = stage.phase === 'playing' || stage.phase === 'demo';
    if (plays) this.followTrial();
    const beat = plays && state.phase === 'cue' ? state.beat : null;
    this.sounds.followBeat(beat, nowMs, parts[this.line.count]);
    if (!paused) this.way.update(deltaMs);
    this.draw(nowMs, beat ? (nowMs - beat.firstMs) / beat.periodMs : null, paused ? 0 : deltaMs);
    this.shades.update(deltaMs);
  }

  private draw(nowMs: number, phase: number | null, deltaMs: number): void {
    const { stage, layout } = this;
    const { state, look } = stage;
    const arrived = this.isOver();
    // The ferry shows how far the walk has come; where nothing may move by itself it moves with the steps.
    if (!look.reducedMotion || this.sincePaceMs === 0) this.walked = arrived ? 1 : state.walked;
    this.scenery.update(this.calmMs, look.reducedMotion ? 0 : this.way.drawn * layout.pacePx, this.walked);
    this.stones.update(state, nowMs, this.way.drawn, !arrived && this.phase !== 'paused', deltaMs);
    this.kites.update(this.calmMs);
    const march = {
      phase: look.reducedMotion ? null : phase,
      periodMs: state.beat?.periodMs ?? 600,
      paces: Math.round(this.way.paces),
      sinceMs: this.sincePaceMs,
      calmMs: this.calmMs,
      plays: arrived,
      still: look.reducedMotion,
    };
    this.line.update(march, deltaMs);
    this.flutter?.update(deltaMs);
    this.marcher.update(march, stage.live.step ?? null, !state.beat && state.phase === 'cue', deltaMs);
  }

  /** A new state object: its own kites fly, and the friends of the set before stay at their bandstand. */
  private meetRun(): void {
    const { state, run } = this.stage;
    const first = this.run === -1;
    this.run = run;
    this.trial = state.trial;
    this.cued = state.steps.length > 0 ? state.trial : -1;
    this.seenSteps = state.steps.length;
    this.celebrated = toDone(state);
    this.way.reset(this.seenSteps);
    this.walked = state.walked;
    this.stones.clear();
    this.line.clear(first);
    this.line.join(toFriends(state), true);
    this.kites.hang(state.set.sides.length, this.stage.look.simplePicture && !this.isOver() ? 0 : this.celebrated);
  }

  private meetPhase(phase: SessionPhase): void {
    const { shades, scenery } = this;
    const before = this.phase;
    this.phase = phase;
    shades.meet(phase, before === null);
    if (before === 'paused') {
      this.tweens.resumeAll();
      this.sounds.play('resume');
    }
    if (phase === 'paused') {
      this.tweens.pauseAll();
      return;
    }
    const wasThere = before === 'set-end' || before === 'resting';
    if (phase === 'set-end') this.endSet(before === null);
    else if (before === null && (phase === 'resting' || phase === 'ended')) scenery.arrive(true);
    else if (wasThere && phase !== 'resting' && phase !== 'ended') scenery.clear();
    if (phase === 'ended') this.companion.cheer();
  }

  private isOver(): boolean {
    const { phase } = this.stage;
    return phase === 'set-end' || phase === 'resting' || phase === 'ended';
  }

  private endSet(atOnce: boolean): void {
    this.followTrial();
    this.scenery.arrive(atOnce);
    this.companion.cheer();
    // One thing at a time: in the simple picture the kites come when the walking is over.
    if (this.stage.look.simplePicture && !atOnce) for (let i = 0; i < this.celebrated; i++) this.kites.rise(i);
    if (atOnce) return;
    this.way.stroll(unseenPaces);
    this.sounds.play('set-end');
  }

  private followTrial(): void {
    const { state } = this.stage;
    const done = toDone(state);
    if (state.trial !== this.trial || state.steps.length < this.seenSteps) {
      this.trial = state.trial;
      this.seenSteps = 0;
      this.helped = false;
    }
    if (state.phase === 'cue' && this.cued !== state.trial) {
      this.cued = state.trial;
      this.sounds.play('appear');
    }
    for (; this.seenSteps < state.steps.length; this.seenSteps++) {
      const step = state.steps[this.seenSteps];
      if (step) this.meetStep(step);
    }
    while (this.celebrated < done) this.celebrate(this.celebrated++);
    if (state.assisted && !this.helped) {
      this.helped = true;
      this.sounds.play('help');
    }
  }

  /** A step: its mark lies on the path, and the whole parade goes one pace on, in this frame. On the beat or off it. */
  private meetStep(step: GaitStep): void {
    const { beat } = this.stage.state;
    const near = beat !== null && isNearBeat(beat, step.tMs);
    this.stones.mark(step.side, this.way.paces);
    this.way.step();
    this.sincePaceMs = 0;
    if (near && this.flutter) {
      const lined = Math.max(1, this.line.count);
      for (let i = 0; i < Math.min(3, lined); i++) this.flutter.fly(this.line.spot((Math.round(this.way.paces) * 3 + i * 2) % lined));
    }
    this.sounds.play(near ? `ribbon-${(Math.abs(toBeatNumber(beat, step.tMs)) % 5) + 1}` : 'step');
    this.welcome();
  }

  /** Friends that are due join; each with its own note, higher than the one before. */
  private welcome(): void {
    const before = this.line.count;
    this.line.join(toFriends(this.stage.state), false);
    if (this.line.count > before) this.sounds.play(`join-${((this.line.count - 1) % 5) + 1}`);
  }

  /** A bout is over, in whatever way: its kite rises, and the parade has come on. */
  private celebrate(index: number): void {
    const { state } = this.stage;
    const result = state.results[index];
    const outcome = result?.outcome ?? state.outcome;
    if (state.set.byAdult || outcome === 'miss') {
      this.stones.mark(null, this.way.paces);
      this.way.stroll(unseenPaces);
      this.sincePaceMs = 0;
    }
    if (!this.stage.look.simplePicture) this.kites.rise(index);
    this.welcome();
    // Feedback fades over the weeks: a quiet end counts the same (clinical.md C7).
    if (!this.stage.celebrated) return;
    if (outcome === 'success' || outcome === 'assisted') this.companion.cheer();
    this.sounds.play(`walk-${(index % 5) + 1}`);
    if (this.flutter) for (let i = 0; i < 4; i++) this.flutter.fly(this.line.spot((index + i) % Math.max(1, this.line.count)));
  }
}
