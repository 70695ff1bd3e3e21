import * as Phaser from 'phaser';
import type { WalkState } from '../../drills/walk/state';
import type { SessionPhase, Stage } from '../../session/types';
import { type CompanionView, createCompanion, loadCompanion } from '../kit/companion';
import { freeTexturesOnShutdown } from '../kit/glow';
import { createShades, type Shades } from '../kit/shades';
import type { Sound } from '../kit/sound';
import { type Bunting, createBunting } from './bunting';
import { createHouses, type Houses } from './houses';
import { type Layout, toLayout } from './layout';
import { createLetters, type Letters } from './letters';
import { toMood } from './moods';
import { loadPictures } from './pictures';
import { createPostman, type Postman } from './postman';
import { toDone } from './progress';
import { createRounds, type Rounds } from './rounds';
import { createPlainGround, createScenery, type Scenery } from './scenery';

/** The paper map of the village; draws the stage's walk state as it is in each frame. */
export class PostmanScene extends Phaser.Scene {
  private readonly stage: Stage<WalkState>;
  private readonly sounds: Sound;
  private layout!: Layout;
  private scenery!: Scenery;
  private houses!: Houses;
  private bunting!: Bunting | null;
  private letters!: Letters;
  private companion!: CompanionView;
  private postman!: Postman;
  private rounds!: Rounds;
  private shades!: Shades;
  private spot: Phaser.GameObjects.Image | null = null;
  private phase: SessionPhase | null = null;
  private run = -1;
  private cued = -1;
  private seenSteps = 0;
  private seenLaps = 0;
  private celebrated = 0;
  private helped = -1;
  /** Time of all that moves by itself; stands still while paused and with reduced motion. */
  private calmMs = 0;

  constructor(stage: Stage<WalkState>, sound: Sound) {
    super('postman');
    this.stage = stage;
    this.sounds = sound;
  }

  preload(): void {
    const { look, space, state } = this.stage;
    freeTexturesOnShutdown(this);
    this.layout = toLayout(this.scale.width, this.scale.height, space, look, state.set.params, state.set.sides.length);
    loadPictures(this, this.layout, !look.simplePicture);
    loadCompanion(this, look, this.layout.companion.height);
  }

  create(): void {
    const { stage, layout } = this;
    const { look } = stage;
    this.scenery = look.simplePicture
      ? createPlainGround(this, layout, look)
      : createScenery(this, layout, toMood(look.variation), look, stage.rng.fork('village'));
    this.houses = createHouses(this, layout, look.variation, look.reducedMotion);
    this.bunting = layout.round ? createBunting(this, layout) : null;
    this.letters = createLetters(this, layout, look.reducedMotion);
    this.shades = createShades(this, layout);
    this.spot =
      this.children.list.find((one): one is Phaser.GameObjects.Image => one instanceof Phaser.GameObjects.Image && one.texture.key === 'spot') ??
      null;
    const { x, footY, height } = layout.companion;
    this.companion = createCompanion(this, look, x, footY, height, layout.mirrored);
    this.companion.root.setDepth(45).setName('companion');
    this.postman = createPostman(this, this.companion, layout, look);
    this.rounds = createRounds(layout.round, look.reducedMotion);
    this.phase = null;
    this.run = -1;
  }

  override update(_time: number, deltaMs: number): void {
    const { stage, postman } = this;
    const { state, look } = stage;
    if (stage.run !== this.run) this.meetRun();
    if (stage.phase !== this.phase) this.meetPhase(stage.phase);
    const paused = stage.phase === 'paused';
    const ms = paused ? 0 : deltaMs;
    if (!look.reducedMotion) this.calmMs += ms;
    const plays = stage.phase === 'playing' || stage.phase === 'demo';
    if (plays) {
      this.followTrial();
      const { way, how } = this.rounds.follow(state, ms);
      postman.go(way, how);
      this.bunting?.hang(this.rounds.lines, false);
    }
    const waits = plays && state.phase === 'cue' ? state.trial : null;
    this.houses.update(waits, look.simplePicture && !this.isOver(), this.calmMs, deltaMs);
    this.bunting?.update(this.calmMs);
    const goal = waits !== null && state.startedMs === null ? this.houses.letterbox(waits) : null;
    postman.update(goal, stage.live.step ?? null, this.calmMs, ms);
    this.scenery.update(this.calmMs);
    this.shades.update(deltaMs);
    const { root } = this.companion;
    this.spot?.setPosition(root.x, root.y - this.layout.companion.height * 0.5);
  }

  /** A new state object: its own houses wait, those of the set before shut softly. */
  private meetRun(): void {
    const { state, run } = this.stage;
    const first = this.run === -1;
    this.run = run;
    this.cued = state.phase === 'cue' ? state.trial : -1;
    this.seenSteps = state.steps.length;
    this.seenLaps = state.laps;
    this.helped = -1;
    this.celebrated = toDone(state);
    this.houses.close(first);
    for (let i = 0; i < this.celebrated; i++) this.houses.open(i, true);
    this.rounds.reset(state);
    this.postman.go(this.rounds.follow(state, 0).way, 'once');
    if (!first) this.bunting?.clear();
    this.bunting?.hang(this.rounds.lines, true);
  }

  private meetPhase(phase: SessionPhase): void {
    const before = this.phase;
    this.phase = phase;
    this.shades.meet(phase, before === null);
    if (before === 'paused') {
      this.tweens.resumeAll();
      this.sounds.play('resume');
    }
    if (phase === 'paused') {
      this.tweens.pauseAll();
      return;
    }
    const wasOver = before === 'set-end' || before === 'resting' || before === 'ended';
    if (this.isOver() && !wasOver) this.endSet(before === null, phase === 'set-end');
    else if (!this.isOver() && wasOver) {
      this.letters.clear();
      this.scenery.shine(false, false);
    }
    if (phase === 'ended') this.companion.cheer();
  }

  private isOver(): boolean {
    const { phase } = this.stage;
    return phase === 'set-end' || phase === 'resting' || phase === 'ended';
  }

  /** The whole lane is at its windows, and the lighthouse answers with one letter for the child. */
  private endSet(atOnce: boolean, sounds: boolean): void {
    const { state } = this.stage;
    this.followTrial();
    for (let i = 0; i < state.set.sides.length; i++) this.houses.open(i, atOnce);
    this.postman.go(this.rounds.end(state), atOnce ? 'once' : 'door');
    this.scenery.shine(true, atOnce);
    this.letters.answer(atOnce);
    this.companion.cheer();
    if (sounds && !atOnce) this.sounds.play('set-end');
  }

  private followTrial(): void {
    const { state } = this.stage;
    const done = toDone(state);
    if (state.phase === 'cue' && this.cued !== state.trial) {
      this.cued = state.trial;
      this.sounds.play('appear');
    }
    // Steps to the start line are taken back as the adult taps, and all of them by a pause.
    if (state.steps.length < this.seenSteps) this.seenSteps = state.steps.length;
    for (; this.seenSteps < state.steps.length; this.seenSteps++) {
      this.postman.stepped();
      this.sounds.play('step');
    }
    if (state.laps < this.seenLaps) this.seenLaps = 0;
    for (; this.seenLaps < state.laps; this.seenLaps++) this.sounds.play(`lap-${(this.seenLaps % 5) + 1}`);
    while (this.celebrated < done) this.deliver(this.celebrated++);
    if (state.assisted && this.helped !== state.trial) {
      this.helped = state.trial;
      this.sounds.play('help');
    }
  }

  /** A walk is over, in whatever way: its letter comes, and the house opens for good. */
  private deliver(index: number): void {
    this.letters.send(this.postman.bag(), this.houses.letterbox(index));
    this.houses.open(index, false);
    // Feedback fades over the weeks: a quiet end counts the same (clinical.md C7).
    if (!this.stage.celebrated) return;
    this.companion.cheer();
    this.sounds.play(`post-${(index % 5) + 1}`);
  }
}
