import * as Phaser from 'phaser';
import { neutralRadius } from '../../drills/weight-shift/place';
import type { LeanPoint, WeightShiftState } from '../../drills/weight-shift/state';
import type { SessionPhase, Stage } from '../../session/types';
import { type CompanionView, createCompanion, loadCompanion } from '../kit/companion';
import { freeTexturesOnShutdown } from '../kit/glow';
import { createShades, type Shades } from '../kit/shades';
import type { Sound } from '../kit/sound';
import { toBoatPx } from './boat';
import { createFleet, type Fleet } from './fleet';
import { createLamp, type Lamp } from './lamp';
import { type Layout, toLayout, toWater } from './layout';
import { toMood } from './moods';
import { loadPictures } from './pictures';
import { createPlainGround, createScenery, type Scenery } from './scenery';
import { createWaiting, type Waiting } from './waiting';

/** The companion points to a new boat for this long, then lets the child play. */
const lookMs = 1600;
/** The companion leans by this much at the child's limit, and follows its own leans with this time constant. */
const tiltDeg = 8;
const tiltMs = 150;
/** Without a sensor the light shows the way there and comes back, once in this time. */
const invitationMs = 5200;
/** How it glides there, and how it goes the rest of the way once the adult saw the lean: it has 0.7 s. */
const glideMs = { sways: 320, goes: 160 } as const;

/** The rock in the bay; draws the stage's weight-shift state as it is in each frame. */
export class LighthouseScene extends Phaser.Scene {
  private readonly stage: Stage<WeightShiftState>;
  private readonly sounds: Sound;
  private layout!: Layout;
  private scenery!: Scenery;
  private fleet!: Fleet;
  private waiting!: Waiting;
  private lamp!: Lamp;
  private companion!: CompanionView;
  private shades!: Shades;
  private phase: SessionPhase | null = null;
  private run = -1;
  private trial = -1;
  private shownMs = 0;
  private celebrated = 0;
  private helped = false;
  private held = false;
  private away = false;
  private tilt = { x: 0, y: 0 };
  private glide = { x: 0, y: 0 };
  /** Time of all that moves by itself; stands still while paused and with reduced motion. */
  private calmMs = 0;

  constructor(stage: Stage<WeightShiftState>, sound: Sound) {
    super('lighthouse');
    this.stage = stage;
    this.sounds = sound;
  }

  preload(): void {
    const { stage } = this;
    freeTexturesOnShutdown(this);
    this.layout = toLayout(this.scale.width, this.scale.height, stage.space, stage.look);
    const boatPx = toBoatPx(this.layout, stage.state.set.params.targetWidthPct / 200);
    loadPictures(this, this.layout, toMood(stage.look.variation), boatPx, !stage.look.simplePicture);
    loadCompanion(this, stage.look, this.layout.companion.height);
  }

  create(): void {
    const { stage, layout } = this;
    const { look } = stage;
    this.scenery = look.simplePicture
      ? createPlainGround(this, layout, look)
      : createScenery(this, layout, toMood(look.variation), look, stage.rng.fork('bay'));
    this.fleet = createFleet(this, layout, look);
    this.shades = createShades(this, layout);
    this.companion = createCompanion(this, look, layout.companion.x, layout.companion.footY, layout.companion.height, layout.mirrored);
    this.companion.root.setDepth(45).setName('companion');
    this.waiting = createWaiting(this, layout, look);
    this.lamp = createLamp(this, layout, look);
    this.phase = null;
    this.run = -1;
  }

  override update(_time: number, deltaMs: number): void {
    const { stage } = this;
    if (stage.run !== this.run) this.meetRun();
    if (stage.phase !== this.phase) this.meetPhase(stage.phase);
    const still = stage.phase === 'paused' || stage.look.reducedMotion;
    if (!still) this.calmMs += deltaMs;
    this.shownMs += deltaMs;
    this.followTrial();
    const lean = this.followLean(deltaMs);
    if (isPlay(stage.phase)) this.waiting.update(stage.state, stage.run, this.calmMs, deltaMs);
    else this.waiting.rest(deltaMs);
    this.fleet.update(this.calmMs, deltaMs);
    this.scenery.update(stage.state, this.calmMs, deltaMs);
    this.lamp.update(deltaMs);
    this.moveCompanion(lean, deltaMs);
    this.shades.update(deltaMs);
  }

  /** A new state object: its berths are empty, those of the set before go. */
  private meetRun(): void {
    const { stage } = this;
    const first = this.run === -1;
    this.run = stage.run;
    this.trial = -1;
    this.celebrated = toDone(stage.state);
    this.fleet.moor(stage.look.simplePicture ? 0 : stage.state.set.sides.length, this.celebrated);
    this.scenery.lift(this.toLifted(), first);
  }

  private meetPhase(phase: SessionPhase): void {
    const { stage, shades, fleet, scenery } = this;
    const before = this.phase;
    this.phase = phase;
    shades.meet(phase, before === null);
    if (before === 'paused') {
      this.tweens.resumeAll();
      this.sounds.play('resume');
    }
    if (phase === 'paused') {
      this.tweens.pauseAll();
      this.sounds.play('pause');
      return;
    }
    this.companion.root.setVisible(!stage.look.simplePicture || phase !== 'playing');
    if (!isPlay(phase)) this.endSet(before === null);
    else {
      fleet.hoist(false, before === null);
      scenery.feast(false, before === null);
      scenery.lift(this.toLifted(), before === null);
    }
  }

  /** The boats that are home sound together and hoist their lights, and the mist is gone; so it stays while all rest. */
  private endSet(atOnce: boolean): void {
    const { stage, fleet, scenery } = this;
    if (stage.look.simplePicture) fleet.moor(stage.state.set.sides.length, this.celebrated);
    fleet.hoist(true, atOnce);
    scenery.feast(true, atOnce);
    scenery.lift(1, atOnce);
    if (stage.phase !== 'resting') this.companion.cheer();
    if (stage.phase === 'set-end' && !atOnce) this.sounds.play('set-end');
  }

  /** Each boat that is home takes some of the mist with it. */
  private toLifted(): number {
    return (0.75 * this.celebrated) / Math.max(1, this.stage.state.set.sides.length);
  }

  private followTrial(): void {
    const { state, phase } = this.stage;
    const done = toDone(state);
    while (this.celebrated < done) this.celebrate(this.celebrated++);
    if (phase !== 'playing' && phase !== 'demo') return;
    if (state.trial !== this.trial && state.phase === 'cue') {
      this.trial = state.trial;
      this.shownMs = 0;
      this.helped = false;
      this.held = false;
      this.sounds.play('appear');
    }
    if (state.assisted && !this.helped) {
      this.helped = true;
      this.sounds.play('help');
    }
    const holds = state.set.params.holdMs >= 300 && state.target !== null && state.target.held > 0 && !state.target.hit;
    if (holds && !this.held) this.sounds.play('kindle');
    this.held = holds;
  }

  /** A trial has ended, in whatever way: its boat lights up and sails home. */
  private celebrate(index: number): void {
    const { stage, fleet } = this;
    const outcome = stage.state.results[index]?.outcome ?? stage.state.outcome;
    const reached = outcome === 'success' || outcome === 'assisted';
    const full = reached && stage.celebrated;
    if (full) {
      this.sounds.play(`home-${(index % 5) + 1}`);
      this.companion.cheer();
    }
    const free = this.waiting.release();
    if (free) fleet.sail(free.boat, free.at, index, full, () => this.sounds.play('moor'));
    this.scenery.lift(this.toLifted(), false);
  }

  /** Draws the light where the body is now; what nobody senses invites instead. Returns the lean that is drawn. */
  private followLean(deltaMs: number): LeanPoint {
    const { state, phase, live } = this.stage;
    const plays = isPlay(phase);
    const sensed = phase === 'demo' ? state.lean : (live.lean ?? state.lean);
    const lean = state.set.byAdult && phase !== 'demo' ? this.invite(deltaMs) : sensed;
    this.lamp.show(plays ? toWater(this.layout, lean) : null, phase === 'demo');
    const away = Math.hypot(lean.x, lean.y);
    const isAway = away > (this.away ? neutralRadius : neutralRadius + 0.05);
    if (this.away && !isAway && phase === 'playing' && state.phase === 'ready') this.sounds.play('middle');
    this.away = isAway;
    this.lamp.ask(plays && state.phase === 'ready' && isAway && state.set.params.neutralMs > 0);
    return lean;
  }

  /** With an adult's thumb alone: the light sways towards the boat and back, and goes all the way when the adult saw the lean. */
  private invite(deltaMs: number): LeanPoint {
    const { state, look, phase } = this.stage;
    const { target, outcome } = state;
    const goes = outcome !== null ? 1 : look.reducedMotion ? 0 : 0.22 * (1 - Math.cos((2 * Math.PI * this.calmMs) / invitationMs));
    const near = phase === 'paused' ? 0 : 1 - Math.exp(-deltaMs / (goes === 1 ? glideMs.goes : glideMs.sways));
    this.glide.x += ((target?.x ?? 0) * goes - this.glide.x) * near;
    this.glide.y += ((target?.y ?? 0) * goes - this.glide.y) * near;
    return this.glide;
  }

  private moveCompanion(lean: LeanPoint, deltaMs: number): void {
    const { state, phase } = this.stage;
    const { companion, layout, tilt } = this;
    const plays = isPlay(phase);
    const looks = phase === 'demo' || (phase === 'playing' && this.shownMs < lookMs);
    const goal = looks && state.phase === 'cue' && state.target ? toWater(layout, state.target) : null;
    if (goal) companion.pointAt(goal.x, goal.y);
    else companion.rest();
    companion.update(this.calmMs, deltaMs);
    const near = 1 - Math.exp(-deltaMs / tiltMs);
    const to = { x: plays ? clampLean(lean.x) : 0, y: plays ? clampLean(lean.y) : 0 };
    tilt.x += (to.x - tilt.x) * near;
    tilt.y += (to.y - tilt.y) * near;
    const { root } = companion;
    // Towards the picture is away from who looks at it: smaller, and a little higher.
    root.setAngle(root.angle + tiltDeg * tilt.x).setScale((layout.mirrored ? -1 : 1) * (1 - 0.03 * tilt.y), 1 - 0.06 * tilt.y);
  }
}

/** Not over, and no rest between sets. */
function isPlay(phase: SessionPhase): boolean {
  return phase === 'playing' || phase === 'demo' || phase === 'paused';
}

function clampLean(share: number): number {
  return Math.max(-1.2, Math.min(1.2, share));
}

/** Trials that are decided: each has its boat at the quay, or on its way there. */
function toDone(state: Readonly<WeightShiftState>): number {
  return Math.max(state.results.length, state.phase === 'after' && state.outcome !== null ? state.trial + 1 : 0);
}
