import * as Phaser from 'phaser';
import type { ReachState } from '../../drills/reach/state';
import type { SessionPhase, Stage } from '../../session/types';
import { type CompanionView, createCompanion, loadCompanion } from '../kit/companion';
import { freeTexturesOnShutdown } from '../kit/glow';
import { createHandLights, type HandLights } from '../kit/hand-lights';
import { createScanLine, type ScanLine } from '../kit/scan-line';
import { createShades, type Shades } from '../kit/shades';
import type { Sound } from '../kit/sound';
import { fly } from './firefly';
import { createGarland, type Garland } from './garland';
import { type Layout, toLayout } from './layout';
import { createLilies, type Lilies } from './lilies';
import { toMood } from './moods';
import { loadPictures } from './pictures';
import { createPlainGround, createScenery, type Scenery } from './scenery';
import { createTargets, type Targets } from './targets';

/** The companion looks to a new firefly for this long, then lets the child play. */
const lookMs = 1600;
const flightMs = { reached: 1050, byItself: 1800 } as const;

/** The harbour at the end of the day; draws the stage's reach state as it is in each frame. */
export class FirefliesScene extends Phaser.Scene {
  private readonly stage: Stage<ReachState>;
  private readonly sounds: Sound;
  private layout!: Layout;
  private scenery!: Scenery;
  private garland!: Garland;
  private targets!: Targets;
  private handLights!: HandLights;
  private scanLine!: ScanLine;
  private companion!: CompanionView;
  private lilies!: Lilies;
  private shades!: Shades;
  private phase: SessionPhase | null = null;
  private run = -1;
  private trial = -1;
  private shownMs = 0;
  private celebrated = 0;
  private helped = false;
  private held = false;
  private handIds: readonly number[] = [];
  /** Time of all that moves by itself; stands still while paused and with reduced motion. */
  private calmMs = 0;

  constructor(stage: Stage<ReachState>, sound: Sound) {
    super('fireflies');
    this.stage = stage;
    this.sounds = sound;
  }

  preload(): void {
    const { stage } = this;
    freeTexturesOnShutdown(this);
    this.layout = toLayout(this.scale.width, this.scale.height, stage.space, stage.look);
    const targetPx = stage.state.set.params.targetWidthMm * this.layout.pxPerMm;
    loadPictures(this, this.layout, toMood(stage.look.variation), targetPx, !stage.look.simplePicture);
    loadCompanion(this, stage.look, this.layout.companion.height);
  }

  create(): void {
    const { stage, layout } = this;
    const { look } = stage;
    this.scenery = look.simplePicture
      ? createPlainGround(this, look)
      : createScenery(this, layout, toMood(look.variation), look, stage.rng.fork('bay'));
    this.garland = createGarland(this, layout, !look.simplePicture);
    this.shades = createShades(this, layout);
    this.companion = createCompanion(this, look, layout.companion.x, layout.companion.footY, layout.companion.height, layout.mirrored);
    this.companion.root.setDepth(45);
    this.lilies = createLilies(this, layout);
    this.targets = createTargets(this, layout, look);
    this.handLights = createHandLights(this, layout.pxPerMm, look.highContrast);
    this.scanLine = createScanLine(this, layout, look.highContrast);
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
    this.drawHands();
    this.guideCompanion();
    this.targets.update(stage.state, stage.run, this.calmMs);
    this.garland.update(this.calmMs);
    this.scenery.update(this.calmMs);
    this.companion.update(this.calmMs, deltaMs);
    this.shades.update(deltaMs);
  }

  /** A new state object: its lanterns hang, those of the set before go. */
  private meetRun(): void {
    const { stage } = this;
    const first = this.run === -1;
    this.run = stage.run;
    this.trial = -1;
    this.celebrated = toDone(stage.state);
    this.lilies.clear();
    this.garland.hang(stage.look.simplePicture ? 0 : stage.state.set.sides.length, this.celebrated, first);
  }

  private meetPhase(phase: SessionPhase): void {
    const { stage, shades, scenery } = this;
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
    if (phase === 'set-end') this.endSet(before === null);
    else if (before === 'set-end' && phase !== 'ended' && phase !== 'resting') scenery.clear();
    else if ((phase === 'resting' || phase === 'ended') && before === null) scenery.arrive(true);
    else if (phase === 'playing' && before === 'resting') scenery.clear();
    if (phase === 'ended') this.companion.cheer();
  }

  private endSet(atOnce: boolean): void {
    const { stage, garland } = this;
    if (stage.look.simplePicture) garland.hang(stage.state.set.sides.length, 0, false);
    garland.glowAll();
    this.scenery.arrive(atOnce);
    this.companion.cheer();
    if (!atOnce) this.sounds.play('set-end');
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
    const holds = state.set.params.holdMs >= 300 && state.targets.some((target) => target.held > 0 && !target.hit);
    if (holds && !this.held) this.sounds.play('hold');
    this.held = holds;
  }

  /** A trial has ended, in whatever way: its firefly goes home and lights its lantern. */
  private celebrate(index: number): void {
    const { stage, garland } = this;
    const { state, look } = stage;
    const outcome = state.results[index]?.outcome ?? state.outcome;
    const reached = outcome === 'success' || outcome === 'assisted';
    if (reached) {
      // A quiet end counts the same: its firefly goes home without a song.
      if (stage.celebrated) {
        this.sounds.play(`catch-${(index % 5) + 1}`);
        this.companion.cheer();
      }
      const at = state.set.params.mode === 'anywhere' ? state.targets[0] : undefined;
      if (at && !look.simplePicture) this.lilies.add(at.xMm * this.layout.pxPerMm, at.yMm * this.layout.pxPerMm);
    }
    const free = this.targets.release();
    if (free.length === 0 || look.reducedMotion || look.simplePicture) {
      for (const { firefly } of free) {
        const gone = () => firefly.root.destroy();
        this.tweens.add({ targets: firefly.root, alpha: 0, delay: 350, duration: 700, ease: 'Sine.easeInOut', onComplete: gone });
      }
      if (!look.simplePicture) garland.light(index);
      return;
    }
    for (const { firefly, at } of free) {
      fly(this, firefly, {
        from: at,
        to: garland.spot(index),
        toSizePx: 40 * this.layout.unit,
        durationMs: reached ? flightMs.reached : flightMs.byItself,
        onArrive: () => garland.light(index),
      });
    }
  }

  private drawHands(): void {
    const { state, phase } = this.stage;
    const hands = phase === 'playing' || phase === 'demo' ? (this.stage.live.reach?.contacts ?? state.hands) : [];
    const { pxPerMm } = this.layout;
    const toPoint = (hand: ReachState['hands'][number]) => ({ x: hand.xMm * pxPerMm, y: hand.yMm * pxPerMm });
    const scanning = hands.find((hand) => hand.scanLine !== undefined);
    this.handLights.show(hands.map(toPoint), phase === 'demo');
    this.scanLine.show(scanning?.scanLine ?? null, scanning ? toPoint(scanning) : null);
    if (phase === 'playing' && hands.some((hand) => !this.handIds.includes(hand.id))) this.sounds.play('touch');
    this.handIds = hands.map((hand) => hand.id);
  }

  private guideCompanion(): void {
    const { state, phase } = this.stage;
    const { pxPerMm } = this.layout;
    const hand = phase === 'demo' ? state.hands[0] : undefined;
    const looks = phase === 'demo' || (phase === 'playing' && this.shownMs < lookMs);
    const goal = hand ?? (looks && state.phase === 'cue' ? state.targets.find((target) => target.role === 'target') : undefined);
    const { companion } = this;
    const isCovered = state.targets.some((target) =>
      this.isOverCompanion(target.xMm * pxPerMm, target.yMm * pxPerMm, (target.widthMm / 2) * pxPerMm),
    );
    companion.stepBack(phase === 'playing' && isCovered);
    if (goal) companion.pointAt(goal.xMm * pxPerMm, goal.yMm * pxPerMm);
    else companion.rest();
    this.shades.beam(hand ? companion.tip() : null, hand ? { x: hand.xMm * pxPerMm, y: hand.yMm * pxPerMm } : null);
  }

  private isOverCompanion(x: number, y: number, radius: number): boolean {
    const { companion } = this.layout;
    return Math.abs(x - companion.x) < radius + companion.height * 0.3 && y + radius > companion.footY - companion.height;
  }
}

/** Trials that are decided: each has its lantern. */
function toDone(state: Readonly<ReachState>): number {
  return Math.max(state.results.length, state.phase === 'after' && state.outcome !== null ? state.trial + 1 : 0);
}
