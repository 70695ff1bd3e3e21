import * as Phaser from 'phaser';
import type { RaiseState } from '../../drills/raise/state';
import type { SessionPhase, Stage } from '../../session/types';
import { type CompanionView, createCompanion, loadCompanion } from '../kit/companion';
import { freeTexturesOnShutdown } from '../kit/glow';
import { createShades, type Shades } from '../kit/shades';
import type { Sound } from '../kit/sound';
import { type Birds, createBirds } from './birds';
import { type Carry, createCarry } from './carry';
import { type Layout, toLayout, toOrbY } from './layout';
import { createNest, type Nest } from './nest';
import { createOrb, type Orb, playDepth } from './orb';
import { loadPictures } from './pictures';
import { toPlace } from './places';
import { createSign, type Sign } from './sign';
import { createVeil, type Veil } from './veil';
import { createPlainWorld, createWorld, type World } from './world';

/** A joint this far below the goal did not bring the orb there: something else does. */
const broughtRatio = 0.15;
/** Where the orb stands in the full morning. */
const noon = 0.94;
/** From this part of the hold on it is a hold. */
const begunRatio = 0.04;
/** Without a sensor the companion shows the movement again and again, this slowly. */
const inviteMs = 5600;

/** A land before dawn; draws the stage's raise state as it is in each frame. */
export class SunriseScene extends Phaser.Scene {
  private readonly stage: Stage<RaiseState>;
  private readonly sounds: Sound;
  private layout!: Layout;
  private world!: World;
  private orb!: Orb;
  private nest!: Nest;
  private birds!: Birds;
  private veil!: Veil;
  private sign!: Sign;
  private companion!: CompanionView;
  private shades!: Shades;
  private carry!: Carry;
  private phase: SessionPhase | null = null;
  private run = -1;
  private trial = -1;
  private celebrated = 0;
  private helped = false;
  private held = false;
  private fast = false;
  private raised = 0;
  /** Time of all that moves by itself; stands still while paused and with reduced motion. */
  private calmMs = 0;

  constructor(stage: Stage<RaiseState>, sound: Sound) {
    super('sunrise');
    this.stage = stage;
    this.sounds = sound;
  }

  preload(): void {
    const { look, space } = this.stage;
    freeTexturesOnShutdown(this);
    const place = toPlace(look.variation);
    this.layout = toLayout(this.scale.width, this.scale.height, space, look, place);
    loadPictures(this, this.layout, place, !look.simplePicture);
    loadCompanion(this, look, this.layout.companion.height);
  }

  create(): void {
    const { stage, layout } = this;
    const { look, state } = stage;
    const place = toPlace(look.variation);
    this.world = look.simplePicture ? createPlainWorld(this, look) : createWorld(this, layout, place, look, stage.rng.fork('land'));
    this.nest = createNest(this, layout, place, look);
    this.orb = createOrb(this, layout, place, look);
    this.birds = createBirds(this, layout, playDepth + 0.3);
    this.veil = createVeil(this, layout, playDepth + 0.5, look);
    this.sign = createSign(this, layout, state.set.params.limb);
    this.carry = createCarry(this);
    this.shades = createShades(this, layout);
    const { x, footY, height } = layout.companion;
    this.companion = createCompanion(this, look, x, footY, height, layout.mirrored);
    this.companion.root.setDepth(45);
    this.raised = state.ofRange;
    this.phase = null;
    this.run = -1;
  }

  override update(_time: number, deltaMs: number): void {
    const { stage, world } = this;
    if (stage.run !== this.run) this.meetRun();
    if (stage.phase !== this.phase) this.meetPhase(stage.phase);
    const still = stage.phase === 'paused' || stage.look.reducedMotion;
    if (!still) this.calmMs += deltaMs;
    this.followTrial();
    this.drawOrb(deltaMs);
    const { state } = stage;
    const done = toDone(state);
    const trials = state.set.sides.length;
    if (state.phase === 'cue') world.show((done + state.held) / trials, done, state.held);
    else world.show(done / trials, done, 0);
    world.update(this.calmMs, deltaMs);
    this.companion.update(this.calmMs, deltaMs);
    this.shades.update(deltaMs);
  }

  /** A new state object: another day, before its dawn. */
  private meetRun(): void {
    const { state, run } = this.stage;
    const first = this.run === -1;
    this.run = run;
    this.trial = -1;
    this.celebrated = toDone(state);
    this.carry.release(first);
    this.world.begin(state.set.sides.length, this.celebrated, first);
  }

  private meetPhase(phase: SessionPhase): void {
    const { stage, shades } = this;
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
    this.companion.root.setVisible(!stage.look.simplePicture || phase !== 'playing');
    if (phase === 'set-end' || phase === 'resting' || phase === 'ended') {
      this.world.dawn(before === null);
      this.carry.keep(noon, before === null);
      if (phase !== 'resting') this.companion.cheer();
      if (phase === 'set-end' && before !== null) this.sounds.play('set-end');
    } else if (before === 'set-end' || before === 'resting' || before === 'ended') {
      this.carry.release(false);
      this.world.begin(stage.state.set.sides.length, toDone(stage.state), false);
    }
  }

  private followTrial(): void {
    const { state, phase } = this.stage;
    const done = toDone(state);
    while (this.celebrated < done) this.celebrate(this.celebrated++);
    if (phase !== 'playing' && phase !== 'demo') return;
    if (state.trial !== this.trial && state.phase === 'cue') {
      this.trial = state.trial;
      this.helped = false;
      this.held = false;
      this.sounds.play('appear');
    }
    if (state.assisted && state.phase === 'cue' && !this.helped) {
      this.helped = true;
      this.sounds.play('help');
    }
    const holds = state.phase === 'cue' && state.set.params.holdMs >= 300 && state.held > begunRatio;
    if (holds && !this.held) {
      this.held = true;
      this.sounds.play('hold');
    }
    const fast = state.tooFast && state.phase === 'cue';
    if (fast && !this.fast) this.sounds.play('slow');
    this.fast = fast;
  }

  /** A trial has ended, in whatever way: its light reaches the nest, and wakes one place of the land. */
  private celebrate(index: number): void {
    const { stage, orb, layout } = this;
    const { state, look } = stage;
    const outcome = state.results[index]?.outcome ?? state.outcome;
    const reached = outcome === 'success' || outcome === 'assisted';
    const goal = state.set.params.targetRangePct / 100;
    const low = state.set.byAdult === true || this.raised < goal - broughtRatio;
    if (low) {
      this.carry.lift(goal, outcome !== 'success');
      this.sounds.play(outcome === 'success' ? 'lift' : 'help');
    }
    this.world.wake(index, { x: layout.orb.x, y: low ? toOrbY(layout, goal) : orb.root.y });
    // Counted the same, but without a fanfare: the child's own feeling of it comes first (clinical.md C7).
    if (!reached || !stage.celebrated) return;
    this.sounds.play(`wake-${(index % 5) + 1}`);
    if (!look.simplePicture) this.companion.cheer();
  }

  /** Draws what the child lifts exactly where the joint is, and all that goes with it. */
  private drawOrb(deltaMs: number): void {
    const { stage, layout, carry, orb } = this;
    const { state, phase, look } = stage;
    const plays = phase === 'playing' || phase === 'demo';
    if (plays) this.raised = this.toRaised();
    const height = this.raised + (carry.to - this.raised) * carry.share;
    const y = toOrbY(layout, height);
    const asked = plays && state.phase === 'cue';
    const decided = state.phase === 'after' && state.outcome !== null;
    const rests = phase === 'set-end' || phase === 'resting' || phase === 'ended';
    orb.place(y);
    const held = rests || decided || carry.share > 0.5 ? 1 : state.phase === 'cue' ? state.held : 0;
    orb.show(held, rests || held > begunRatio);
    orb.update(this.calmMs, deltaMs);
    this.nest.show({ goal: state.goal, side: plays || phase === 'paused' ? state.side : null, asked: asked || decided, there: !rests });
    this.nest.update(height, this.calmMs, deltaMs);
    this.birds.show((asked && state.assisted) || carry.birds);
    this.birds.update(y, this.calmMs, deltaMs);
    this.veil.show(asked && state.tooFast);
    this.veil.update(y, this.calmMs, deltaMs);
    const invites = state.set.byAdult === true && phase === 'playing' && state.phase !== 'after';
    const shown = invites ? state.goal * (0.5 - 0.5 * Math.cos(Math.PI + (this.calmMs / inviteMs) * 2 * Math.PI)) : height;
    this.sign.show(shown, state.side, !rests && !(look.simplePicture && phase === 'playing'));
    this.sign.update(deltaMs);
    this.guideCompanion(y, invites ? toOrbY(layout, shown) : y, rests);
  }

  /** The companion lifts with the child; where a leg is asked for, its arm only greets the end. */
  private guideCompanion(orbY: number, armY: number, rests: boolean): void {
    const { stage, companion, layout } = this;
    const arm = stage.state.set.params.limb === 'shoulder_elevation' || stage.state.set.params.limb === 'elbow_flexion';
    if (rests || !arm) companion.rest();
    else companion.pointAt(layout.orb.x, armY);
    const shows = stage.phase === 'demo' && arm;
    this.shades.beam(shows ? companion.tip() : null, shows ? { x: layout.orb.x, y: orbY } : null);
  }

  /** Where the joint is now, as a share of today's range: of the side that is asked for; where none is, the farther one, as the drill takes it. */
  private toRaised(): number {
    const { state, live } = this.stage;
    const { angle } = live;
    return angle && (angle.side === null || angle.side === state.side) ? angle.ofRange : state.ofRange;
  }
}

/** Trials that are decided: each has woken its place. */
function toDone(state: Readonly<RaiseState>): number {
  return Math.max(state.results.length, state.phase === 'after' && state.outcome !== null ? state.trial + 1 : 0);
}
