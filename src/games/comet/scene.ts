import * as Phaser from 'phaser';
import { isCarried } from '../../drills/path/guide';
import type { PathState } from '../../drills/path/state';
import { pointAlong } from '../../drills/path/ways';
import type { SessionPhase, Stage } from '../../session/types';
import { type CompanionView, createCompanion, loadCompanion } from '../kit/companion';
import type { Point } from '../kit/field';
import { freeTexturesOnShutdown } from '../kit/glow';
import { createHandLights, type HandLights } from '../kit/hand-lights';
import { createScanLine, type ScanLine } from '../kit/scan-line';
import { createShades, type Shades } from '../kit/shades';
import type { Sound } from '../kit/sound';
import { type Animal, animals } from './animals';
import { type Asked, createAsked } from './asked';
import { createFigure, type Figure } from './figure';
import { createHeads, type Heads } from './heads';
import { type Layout, toLayout } from './layout';
import { toMood } from './moods';
import { createPaths, type Paths } from './paths';
import { loadPictures } from './pictures';
import { createPlainGround, createScenery, type Scenery } from './scenery';

/** The companion looks to a new path for this long, then lets the child play. */
const lookMs = 1800;

/** The evening sky over the bay; draws the stage's path state as it is in each frame. */
export class CometScene extends Phaser.Scene {
  private readonly stage: Stage<PathState>;
  private readonly sounds: Sound;
  private layout!: Layout;
  private scenery!: Scenery;
  private figure!: Figure;
  private paths!: Paths;
  private heads!: Heads;
  private handLights!: HandLights;
  private scanLine!: ScanLine;
  private asked!: Asked;
  private companion!: CompanionView;
  private shades!: Shades;
  private phase: SessionPhase | null = null;
  private run = -1;
  private trial = -1;
  private shownMs = 0;
  private celebrated = 0;
  private helped = false;
  private begun = false;
  /** Time of all that moves by itself; stands still while paused and with reduced motion. */
  private calmMs = 0;

  constructor(stage: Stage<PathState>, sound: Sound) {
    super('comet');
    this.stage = stage;
    this.sounds = sound;
  }

  preload(): void {
    const { look, space } = this.stage;
    freeTexturesOnShutdown(this);
    this.layout = toLayout(this.scale.width, this.scale.height, space, look);
    loadPictures(
      this,
      this.layout,
      animals.map(({ name }) => name),
      !look.simplePicture,
    );
    loadCompanion(this, look, this.layout.companion.height);
  }

  create(): void {
    const { stage, layout } = this;
    const { look } = stage;
    this.scenery = look.simplePicture
      ? createPlainGround(this, look)
      : createScenery(this, layout, toMood(look.variation), look, stage.rng.fork('evening'));
    this.figure = createFigure(this, layout, !look.simplePicture, look.reducedMotion);
    this.shades = createShades(this, layout);
    this.companion = createCompanion(this, look, layout.companion.x, layout.companion.footY, layout.companion.height, layout.mirrored);
    this.companion.root.setDepth(45).setName('companion');
    this.asked = createAsked(this, layout);
    this.paths = createPaths(this, layout, look, () => this.sounds.play('star'));
    this.heads = createHeads(this, layout);
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
    if (stage.phase !== 'paused') this.paths.update(stage.state, stage.run, this.calmMs, deltaMs);
    this.drawHands(deltaMs);
    this.guideCompanion();
    this.figure.update(this.calmMs);
    this.scenery.update(this.calmMs);
    this.asked.update(deltaMs);
    this.companion.update(this.calmMs, deltaMs);
    this.shades.update(deltaMs);
  }

  /** Each set draws another animal, and each evening begins with another. */
  private toAnimal(): Animal {
    const { run, look } = this.stage;
    const animal = animals[(Math.max(0, run) + 2 * Math.max(0, Math.trunc(look.variation))) % animals.length] ?? animals[0];
    if (!animal) throw new Error('the sky has no animals');
    return animal;
  }

  /** A new state object: an empty picture, and the one of the set before goes. */
  private meetRun(): void {
    const { state, run, phase } = this.stage;
    this.run = run;
    this.trial = -1;
    this.celebrated = toDone(state);
    this.paths.clear();
    const isOver = phase === 'set-end' || phase === 'resting' || phase === 'ended';
    this.figure.begin(this.toAnimal(), state.set.sides.length, this.celebrated, isOver && this.celebrated > 0);
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
    if (phase === 'set-end') {
      this.figure.complete(before === null);
      this.companion.cheer();
      if (before !== null) this.sounds.play('set-end');
    } else if (
      (phase === 'resting' || phase === 'ended') &&
      before !== 'set-end' &&
      before !== null &&
      before !== 'resting' &&
      toDone(stage.state) > 0
    )
      this.figure.complete(false);
    if (phase === 'ended') this.companion.cheer();
  }

  private followTrial(): void {
    const { state, phase } = this.stage;
    const done = toDone(state);
    while (this.celebrated < done) this.celebrate(this.celebrated++);
    if (phase !== 'playing' && phase !== 'demo') return;
    const asks = state.phase === 'cue' || state.phase === 'go';
    if (state.trial !== this.trial && asks) {
      this.trial = state.trial;
      this.shownMs = 0;
      this.helped = false;
      this.begun = false;
      this.sounds.play('appear');
    }
    if (asks && state.ways.some((way) => way.begun) && !this.begun) {
      this.begun = true;
      this.sounds.play(isCarried(state) ? 'fly' : 'begin');
    }
    if (state.assisted && !this.helped) {
      this.helped = true;
      this.sounds.play('help');
    }
    this.asked.hold(asks && state.other ? (state.ways[0]?.star ?? null) : null);
  }

  /** A trial has ended, in whatever way: the comet comes to its star, and the stars rise into the picture. */
  private celebrate(index: number): void {
    const { stage, paths, figure } = this;
    const outcome = stage.state.results[index]?.outcome ?? stage.state.outcome;
    const reached = outcome === 'success' || outcome === 'assisted';
    const kind = stage.state.ways[0]?.star ?? index;
    if (stage.state.memory.tapped || !reached) this.sounds.play('fly');
    let heard = false;
    const rise = (places: readonly Point[]) => {
      // A quiet end counts the same: its stars rise without a song.
      if (!heard && reached && stage.celebrated) {
        this.sounds.play(`bow-${(index % 5) + 1}`);
        this.companion.cheer();
      }
      heard = true;
      figure.add(index, kind, places);
    };
    if (stage.state.ways.length > 0) paths.leave(rise);
    else rise([]);
  }

  private drawHands(deltaMs: number): void {
    const { state, phase, live } = this.stage;
    const { pxPerMm } = this.layout;
    const plays = phase === 'playing' || phase === 'demo';
    const hands = plays ? (live.reach?.contacts ?? state.hands) : [];
    const places = hands.map(({ xMm, yMm }) => ({ x: xMm * pxPerMm, y: yMm * pxPerMm }));
    const scanning = hands.findIndex((hand) => hand.scanLine !== undefined);
    // Where the comet flies by itself a hand is only a hand; else the comet is in the hand.
    const holds = plays && scanning < 0 && !isCarried(state);
    this.heads.show(holds ? places.slice(0, 2) : [], state.rhythm === 'together', deltaMs);
    this.handLights.show(phase === 'demo' || (!holds && scanning < 0) ? places : [], phase === 'demo');
    this.scanLine.show(hands[scanning]?.scanLine ?? null, places[scanning] ?? null);
  }

  private guideCompanion(): void {
    const { state, phase } = this.stage;
    const { pxPerMm, companion: place } = this.layout;
    const { companion } = this;
    const hand = phase === 'demo' ? state.hands[0] : undefined;
    const way = state.ways.find((one) => !one.done);
    const looks = phase === 'demo' || (phase === 'playing' && (this.shownMs < lookMs || isCarried(state) || state.set.byAdult));
    const shown = way && looks ? pointAlong(way.place, Math.max(way.along, way.guide)) : null;
    const goal = hand ? { x: hand.xMm, y: hand.yMm } : shown;
    const isCovered = state.ways.some((one) =>
      one.place.points.some(({ x, y }) => Math.abs(x * pxPerMm - place.x) < place.height * 0.5 && y * pxPerMm > place.footY - place.height),
    );
    companion.stepBack(phase === 'playing' && isCovered);
    if (goal) companion.pointAt(goal.x * pxPerMm, goal.y * pxPerMm);
    else companion.rest();
    this.shades.beam(hand ? companion.tip() : null, hand ? { x: hand.xMm * pxPerMm, y: hand.yMm * pxPerMm } : null);
  }
}

/** Trials that are decided: each has its stars in the picture, or on their way there. */
function toDone(state: Readonly<PathState>): number {
  return Math.max(state.results.length, state.phase === 'after' && state.outcome !== null ? state.trial + 1 : 0);
}
