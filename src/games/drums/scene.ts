import * as Phaser from 'phaser';
import type { DrumHit, DrumState } from '../../drills/drum/state';
import type { SessionPhase, Stage } from '../../session/types';
import { freeTexturesOnShutdown } from '../kit/glow';
import { createShades, type Shades } from '../kit/shades';
import type { Sound } from '../kit/sound';
import { createDrumRing, type DrumRing } from './drum-ring';
import { type Band, createBand } from './friends';
import { type Layout, toLayout } from './layout';
import { plainGround, toMood } from './moods';
import { createPartner, loadPartner, type Partner } from './partner';
import { createPearls, type Pearls } from './pearls';
import { friends, loadPictures } from './pictures';
import { toDone, toShare, toWaking } from './progress';
import { createPlainGround, createScenery, type Scenery } from './scenery';
import { createStrikes, type Strike } from './strikes';
import { type Encore, parts, toEncore } from './tune';

/** Each hit plays the next note of a tune of so many. */
const tuneNotes = 8;
/** With so many friends awake a hit sounds with them. */
const bandFrom = 3;
/** Without a sensor the companion drums on, this slowly, to invite the child. */
const inviteMs = 1400;

/** A cove by the sea; draws the stage's drum state as it is in each frame. */
export class DrumsScene extends Phaser.Scene {
  private readonly stage: Stage<DrumState>;
  private readonly sounds: Sound;
  private layout!: Layout;
  private scenery!: Scenery;
  private band!: Band;
  private ring!: DrumRing;
  private pearls!: Pearls;
  private partner!: Partner;
  private shades!: Shades;
  private readonly strikes = createStrikes();
  private phase: SessionPhase | null = null;
  private run = -1;
  private cued = -1;
  private celebrated = 0;
  private helped = false;
  private awake = 0;
  private counted = 0;
  private hits = 0;
  private sinceMs = Number.POSITIVE_INFINITY;
  private gapMs = 600;
  private tide = 0;
  private glow = 0;
  /** Hits of the last bout, for the encore: the state forgets them. */
  private lastHits: readonly DrumHit[] = [];
  private encore: Encore | null = null;
  private encoreHit = 0;
  /** Time of all that moves by itself; stands still while paused and with reduced motion. */
  private calmMs = 0;

  constructor(stage: Stage<DrumState>, sound: Sound) {
    super('drums');
    this.stage = stage;
    this.sounds = sound;
  }

  preload(): void {
    const { look, space } = this.stage;
    freeTexturesOnShutdown(this);
    this.layout = toLayout(this.scale.width, this.scale.height, space, look);
    loadPictures(this, this.layout);
    loadPartner(this, look, this.layout);
  }

  create(): void {
    const { stage, layout } = this;
    const { look } = stage;
    const mood = toMood(look.variation);
    const full = !look.simplePicture;
    this.scenery = full ? createScenery(this, layout, mood, look, stage.rng.fork('cove')) : createPlainGround(this, layout, look);
    this.band = createBand(this, layout, full ? mood : null, full ? mood.sleep : plainGround.normal);
    this.shades = createShades(this, layout);
    this.ring = createDrumRing(this, layout, look);
    this.pearls = createPearls(this, layout.unit, full && !look.reducedMotion);
    this.partner = createPartner(this, look, layout);
    this.phase = null;
    this.run = -1;
  }

  override update(_time: number, deltaMs: number): void {
    const { stage, ring } = this;
    const { state, look } = stage;
    if (stage.run !== this.run) this.meetRun();
    if (stage.phase !== this.phase) this.meetPhase(stage.phase);
    const paused = stage.phase === 'paused';
    const passedMs = paused ? 0 : deltaMs;
    if (!look.reducedMotion) this.calmMs += passedMs;
    this.sinceMs += passedMs;
    const plays = stage.phase === 'playing' || stage.phase === 'demo';
    if (plays) this.followTrial();
    const struck = paused ? [] : this.strikes.follow(stage.live.press ?? null, state.hits, stage.nowMs);
    for (const strike of struck) this.answer(strike);
    this.playBeat(plays);
    this.drawTide(passedMs);
    // In a rest between two bouts the drums rest too.
    const lit = !plays || state.phase !== 'rest';
    ring.update(state, stage.runMs, this.strikes, lit, this.gapMs, passedMs);
    this.drawBand(passedMs);
    this.pearls.update(passedMs);
    this.partner.update(this.calmMs, passedMs);
    this.shades.update(deltaMs);
  }

  /** A drum is struck: skin, sound and friends answer in this frame. */
  private answer({ side }: Strike): void {
    const { stage, ring, band } = this;
    ring.strike(side);
    this.partner.drum();
    this.gapMs = Math.min(2000, this.sinceMs);
    this.sinceMs = 0;
    this.hits += 1;
    this.sounds.play(`${band.awake >= bandFrom ? 'band' : 'hit'}-${((this.hits - 1) % tuneNotes) + 1}`);
    if (stage.state.phase === 'cue' && stage.state.counted > this.counted) this.pearls.fly(ring.spot(side), band.spot());
    this.counted = stage.state.counted;
  }

  private playBeat(plays: boolean): void {
    const { stage, sounds, encore, band } = this;
    const { beat, phase } = stage.state;
    if (plays && beat && phase === 'cue') sounds.followBeat({ ...beat, accent: null }, stage.runMs, parts[band.awake]);
    else if (stage.phase === 'set-end' && encore && stage.runMs < encore.endMs) sounds.followBeat(encore.beat, stage.runMs, encore.part);
    else sounds.followBeat(null, stage.runMs);
    // The child's own hits sound again, and the drum shows them.
    if (stage.phase !== 'set-end' || !encore || stage.look.reducedMotion) return;
    for (let atMs = encore.hitsMs[this.encoreHit]; atMs !== undefined && atMs <= stage.runMs; atMs = encore.hitsMs[this.encoreHit]) {
      this.encoreHit += 1;
      this.ring.strike(null);
      this.gapMs = Math.min(2000, this.sinceMs);
      this.sinceMs = 0;
      this.hits += 1;
    }
  }

  private drawTide(deltaMs: number): void {
    const over = this.isOver();
    const goal = over ? 1 : toShare(this.stage.state);
    if (goal > this.tide) this.tide += (goal - this.tide) * (1 - Math.exp(-deltaMs / 550));
    if (goal - this.tide < 0.002) this.tide = goal;
    const light = over ? 1 : 0;
    this.glow += Math.sign(light - this.glow) * Math.min(Math.abs(light - this.glow), deltaMs / 1800);
    this.scenery.update(this.calmMs, this.tide, this.glow);
  }

  private drawBand(deltaMs: number): void {
    const { stage, band } = this;
    const { look } = stage;
    const over = this.isOver();
    const waking = over ? friends.length : toWaking(stage.state);
    const { sinceMs, gapMs, hits, calmMs } = this;
    const shown = !look.simplePicture || over;
    band.update({ waking, sinceMs, gapMs, hits, calmMs, still: look.reducedMotion, shown, crestY: this.scenery.crestY() }, deltaMs);
    for (; this.awake < band.awake; this.awake++) this.sounds.play(`wake-${(this.awake % 5) + 1}`);
  }

  /** A new state object: its own friends to wake, from low tide on. */
  private meetRun(): void {
    const { state, run } = this.stage;
    this.run = run;
    this.cued = state.phase === 'ready' && state.trial === 0 ? -1 : state.trial;
    this.celebrated = toDone(state);
    this.counted = state.counted;
    this.helped = false;
    this.lastHits = state.hits;
    this.encore = null;
    this.strikes.reset(state.hits.length);
    this.ring.arrange(state.set);
    const over = this.isOver();
    this.tide = over ? 1 : toShare(state);
    this.glow = over ? 1 : 0;
    this.band.set(over ? friends.length : toWaking(state));
    this.awake = this.band.awake;
  }

  private meetPhase(phase: SessionPhase): void {
    const { shades, stage } = this;
    const before = this.phase;
    this.phase = phase;
    shades.meet(phase, before === null);
    if (before === 'paused') this.sounds.play('resume');
    if (phase === 'paused') {
      this.tweens.pauseAll();
      return;
    }
    this.tweens.resumeAll();
    this.partner.show(!stage.look.simplePicture || phase !== 'playing');
    // After a pause the encore is not begun again.
    if (phase === 'set-end' && before !== null && before !== 'paused') this.endSet();
    if (phase === 'set-end' || phase === 'ended') this.partner.cheer();
  }

  private isOver(): boolean {
    const { phase } = this.stage;
    return phase === 'set-end' || phase === 'resting' || phase === 'ended';
  }

  private endSet(): void {
    this.followTrial();
    this.encore = toEncore(this.lastHits, friends.length, this.stage.runMs);
    this.encoreHit = 0;
    this.sounds.play('set-end');
  }

  private followTrial(): void {
    const { state } = this.stage;
    const done = toDone(state);
    if (state.hits.length > 0) this.lastHits = state.hits;
    if (state.phase === 'cue' && this.cued !== state.trial) {
      this.cued = state.trial;
      this.helped = false;
      this.sounds.play('appear');
    }
    if (state.counted < this.counted) this.counted = state.counted;
    while (this.celebrated < done) this.celebrate(this.celebrated++);
    if (state.assisted && !this.helped) {
      this.helped = true;
      this.sounds.play('help');
    }
    // Nobody sees hits here: the companion shows what is asked, again and again.
    if (state.set.byAdult && state.phase === 'cue' && this.sinceMs > inviteMs) {
      this.partner.drum();
      this.sinceMs = 0;
    }
  }

  /** A bout is over, in whatever way: the wave runs up and friends wake. */
  private celebrate(index: number): void {
    const { state } = this.stage;
    const outcome = state.results[index]?.outcome ?? state.outcome;
    if (state.set.byAdult) this.answer({ side: null });
    // Feedback fades over the weeks: a quiet end counts the same (clinical.md C7).
    if (!this.stage.celebrated) return;
    this.sounds.play(`bout-${(index % 5) + 1}`);
    if (outcome === 'success' || outcome === 'assisted') this.partner.cheer();
  }
}
